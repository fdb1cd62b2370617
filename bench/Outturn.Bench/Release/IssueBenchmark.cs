using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Outturn.App.Registers;
using Outturn.App.Release;
using Outturn.Reports;
using Outturn.Web.Release;

namespace Outturn.Bench.Release;

/// <summary>A whole issue of the 25-KPI paper, from the figures in the store to the public store, and the plain making of the same files by turns with it.</summary>
internal sealed class IssueBenchmark : Benchmark
{
    private const int Runs = 20;

    /// <summary>Where the program looks for LibreOffice; without it an edition is made without its PDF, and says so.</summary>
    private const string LibreOffice = "OUTTURN_SOFFICE";

    public override string Name => "issue";

    public override IEnumerable<Measurement> Run(BenchFolder folder)
    {
        Environment.SetEnvironmentVariable(LibreOffice, "/nowhere/soffice");
        var (signed, store, site) = (folder.NewStore("issue-signed.db"), folder.Path("issue.db"), folder.Path("issue-public.db"));
        SignedOffCounty.MakeAsync(folder.County, signed).GetAwaiter().GetResult();
        List<Run> issues = [], makings = [], writings = [];
        var steps = new List<TimeSpan[]>();
        IReadOnlyList<byte[]> files = [];
        for (var i = 0; i <= Runs; i++)
        {
            SqliteConnection.ClearAllPools();
            folder.NewStore("issue.db");
            folder.NewStore("issue-public.db");
            File.Copy(signed, store);
            var marks = new List<TimeSpan>();
            issues.Add(InProcess.Once(() => files = IssueAsync(store, site, marks).GetAwaiter().GetResult()));
            steps.Add([.. marks]);
            makings.Add(InProcess.Once(() => MakeAsync(store).GetAwaiter().GetResult()));
            writings.Add(InProcess.Once(() => Write(folder.Path("issue-files"), files)));
        }

        // The first of each is for warming up; the very first issue of a process is told in the remark.
        var split = Enumerable.Range(0, 4).Select(step => steps.Skip(1).Select(run => run[step]).Order().ElementAt(Runs / 2).TotalMilliseconds).ToList();
        yield return new Measurement("whole issue of the 25-KPI paper, 5 formats and the package for the agenda", [.. issues.Skip(1)], "2 s",
            $"drawn up and made {split[0]:0} ms, scheduled {split[1]:0} ms, issued {split[2]:0} ms, copied to the public store {split[3]:0} ms; the first of the process {issues[0].Time.TotalSeconds:0.00} s");
        yield return new Measurement("the same files made and thrown away", [.. makings.Skip(1)], Remark: "no hashes, no store, no public store");
        yield return new Measurement("floor: the same bytes in files, flushed", [.. writings.Skip(1)], Remark: $"{files.Count} files, {files.Sum(file => file.Length) / 1024:N0} KB");
    }

    /// <summary>Reads the council, draws up and makes the edition, schedules it, issues it at its time, and copies it to the public store.</summary>
    /// <param name="marks">How long each of the four took.</param>
    private static async Task<IReadOnlyList<byte[]>> IssueAsync(string file, string site, List<TimeSpan> marks)
    {
        var watch = Stopwatch.StartNew();
        void Mark()
        {
            marks.Add(watch.Elapsed);
            watch.Restart();
        }

        var store = await SignedOffCounty.StoreAsync(file);
        using var live = new LiveCouncil(store);
        var life = (await StoredReports.ReadAsync(store, default)).Single();
        var (draft, _) = await SignedOffCounty.Drafts(store).OfAsync(await live.ReadAsync(default), life, default);
        var (made, refusal) = await EditionMaking.MakeAsync(store, draft!, life, SignedOffCounty.ReleaseAt, default);
        Mark();
        SignedOffCounty.Taken(await ReportSteps.ScheduleAsync(store, SignedOffCounty.Report, draft!.AsItIs, (made ?? throw new InvalidOperationException(refusal)).Title, made.Files, SignedOffCounty.ReleaseAt, "releaser", default));
        Mark();
        var issued = await Issuing.IssueDueAsync(store, SignedOffCounty.ReleaseAt, default);
        Mark();
        var (copied, reason) = await Publisher.RunAsync(store, site, default);
        Mark();
        return issued.Count == 1 && copied == 1 && made.Files.Count == 6 ? [.. made.Files.Select(made => made.Bytes)] : throw new InvalidOperationException(reason ?? "It was not issued.");
    }

    /// <summary>As `outturn report` makes them from the same store.</summary>
    private static async Task MakeAsync(string file)
    {
        var store = await SignedOffCounty.StoreAsync(file);
        using var live = new LiveCouncil(store);
        var (draft, _) = await SignedOffCounty.Drafts(store).OfAsync(await live.ReadAsync(default), (await StoredReports.ReadAsync(store, default)).Single(), default);
        foreach (var format in draft!.Paper.Formats.Where(format => format is not PaperFormat.Pdf))
        {
            using var memory = new MemoryStream();
            draft.Paper.Write(format, memory);
        }
    }

    private static void Write(string folder, IReadOnlyList<byte[]> files)
    {
        Directory.CreateDirectory(folder);
        for (var i = 0; i < files.Count; i++)
        {
            using var file = File.Create(Path.Combine(folder, $"{i}"));
            file.Write(files[i]);
            file.Flush(flushToDisk: true);
        }
    }
}
