using System.Diagnostics;
using Outturn.App.Collection;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Collection;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Tests.Stores;

namespace Outturn.Bench.Stores;

/// <summary>50 people submit 200 figures each, all at once: how many a second, and how long each waits.</summary>
internal sealed class SubmissionBenchmark : Benchmark
{
    private const int Writers = 50;
    private const int Each = 200;
    private const string Goal = "200 a second, p99 1 s";

    /// <summary>Percentages by the month, so that most of what is sent is as usual and asks for no reason.</summary>
    private static readonly string[] Refs = ["CS01", "CS04a", "CS04b", "CS06a", "CS06b", "GL02", "GL03", "FN01", "FN02", "FN07", "ICT01", "ICT02", "PI04"];

    public override string Name => "submissions";

    public override IEnumerable<Measurement> Run(BenchFolder folder)
    {
        yield return MeasureAsync(folder, "SQLite", folder.NewStore("submissions.db")).GetAwaiter().GetResult();
        using var cluster = new PostgresCluster(durable: true);
        yield return MeasureAsync(folder, "PostgreSQL", new PostgresSchema(cluster.To("postgres"), "submissions").ConnectionString).GetAwaiter().GetResult();
    }

    private static async Task<Measurement> MeasureAsync(BenchFolder folder, string engine, string text)
    {
        var store = ((StoreResult.Opened)await Store.CreateAsync(StoreAddress.Read(text, out _)!, TimeProvider.System, CancellationToken.None)).Store;
        var council = (FolderResult.Read)CouncilFolder.Read(folder.County);
        await RegisterImport.RunAsync(store, council, council.Template, new Act("analyst", "import", "wealdshire"), new ImportOptions(), CancellationToken.None);
        await Rounds.OpenAsync(store, PeriodText.ReadAny("Q1 2020/21")!.Value, null, "analyst", null, CancellationToken.None);
        await WriteAsync(store, 0, new TimeSpan[Each]);

        var waits = Enumerable.Range(0, Writers).Select(_ => new TimeSpan[Each]).ToArray();
        var (watch, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(store, writer + 1, waits[writer]))));
        var run = new Run(watch.Elapsed, Environment.CpuUsage.TotalTime - cpu);
        TimeSpan[] sorted = [.. waits.SelectMany(wait => wait).Order()];
        return new Measurement($"50 writers, 200 submissions each, into {engine}", [run], Goal,
            $"{sorted.Length / run.Time.TotalSeconds:N0} a second; waits: half {sorted[sorted.Length / 2].TotalMilliseconds:N0} ms, p99 {sorted[sorted.Length * 99 / 100].TotalMilliseconds:N0} ms, longest {sorted[^1].TotalMilliseconds:N0} ms");
    }

    private static async Task WriteAsync(Store store, int writer, TimeSpan[] waits)
    {
        for (var i = 0; i < Each; i++)
        {
            var watch = Stopwatch.StartNew();
            var period = Period.Month(2020, 6) with { Ordinal = Period.Month(2020, 6).Ordinal - (i % 30) };
            var sent = new SentFigure(Refs[writer % Refs.Length], new Submission(period, new Observation(80 + ((((writer * 37) + i) % 150) / 10m))));
            var result = await Submissions.SubmitAsync(store, [sent], $"writer {writer}", null, new SubmitOptions((_, _) => "Made-up figures."), CancellationToken.None);
            waits[i] = result is SubmitResult.Accepted ? watch.Elapsed : throw new InvalidOperationException($"{sent.Ref}: {result}");
        }
    }
}
