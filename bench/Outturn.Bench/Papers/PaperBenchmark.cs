using System.IO.Compression;
using Outturn.App.Registers;
using Outturn.Core.Dashboards;
using Outturn.Core.Papers;
using Outturn.Reports;
using Outturn.Reports.Papers;

namespace Outturn.Bench.Papers;

/// <summary>The year-end paper of the example county and all papers of a whole council, warm and from the start of the program.</summary>
internal sealed class PaperBenchmark : Benchmark
{
    private const int Runs = 5;
    private const int WarmRuns = 20;

    private static readonly PaperFormat[] WithoutPdf = [PaperFormat.Html, PaperFormat.Docx, PaperFormat.Xlsx, PaperFormat.Csv, PaperFormat.Json];

    public override string Name => "papers";

    public override IEnumerable<Measurement> Run(BenchFolder folder)
    {
        var (county, council, output) = (folder.Path("wealdshire"), folder.Path("council"), folder.Path("papers"));
        Copy(folder.County, county);
        CouncilGenerator.Write(council);
        WholeProcess.Run(folder.Outturn, "--version");
        Measurement Report(string what, string from, string formats) =>
            WholeProcess.Measure(Runs, what, folder.Outturn, "report", from, "--period", "2019/20", "--format", formats, "--out", output);

        yield return InProcess.Measure(WarmRuns, "25-KPI paper, 5 formats, warm", () => Make(county)) with { Goal = "0.5 s" };
        yield return Report("25-KPI paper, 5 formats", county, "html,docx,xlsx,csv,json") with { Goal = "2 s, 200 MB" };
        yield return Report($"whole council, {CouncilGenerator.Committees} papers in HTML, Word, Excel", council, "html,docx,xlsx") with { Goal = "3 s" };
        yield return InProcess.Measure(WarmRuns, "floor: those 24 files zipped again", () => Zip(output)) with { Remark = "makes nothing" };
        foreach (var peer in Peer(Runs, "a Python script, tables of 8 papers in HTML, Word, Excel", "no charts, no year to date, no direction, no texts, no checks, floats", "python3", folder.Script("Papers/tables_only.py"), council, folder.Path("tables")))
        {
            yield return peer;
        }

        yield return Report("25-KPI paper, PDF", county, "pdf");
        yield return Report("whole council, 8 PDFs in one run of LibreOffice", council, "pdf");
        foreach (var peer in Peer(
            Runs, "LibreOffice turns one of those workbooks into a PDF", "rates nothing, no cover report, no charts", "soffice",
            $"-env:UserInstallation={new Uri(folder.Path("profile"))}", "--headless", "--norestore", "--convert-to", "pdf", "--outdir", folder.Path("by-hand"), Workbook(output)))
        {
            yield return peer;
        }

        yield return WholeProcess.Measure(WarmRuns, "start of the program through ./outturn", folder.Outturn, "--version") with { Goal = "0.1 s over the next line" };
        yield return WholeProcess.Measure(WarmRuns, "start of the program alone", "dotnet", Path.Combine(folder.Root, "artifacts", "outturn", "outturn.dll"), "--version");
    }

    private static string Workbook(string folder) => Directory.EnumerateFiles(folder, "committee-*.xlsx").Order(StringComparer.Ordinal).First();

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }

    private static void Make(string folder)
    {
        var register = ((FolderResult.Read)CouncilFolder.Read(folder)).Register;
        var dashboard = Dashboard.Of(register, register.Committees[0], new DateOnly(2020, 3, 31), new DateOnly(2020, 7, 21));
        var paper = new RatedPaper("paper", DashboardPaper.Of(dashboard, CoverReports.Of(dashboard, register), register), dashboard);
        foreach (var format in WithoutPdf)
        {
            paper.Write(format, Stream.Null);
        }
    }

    private static void Zip(string folder)
    {
        using var zip = new ZipArchive(Stream.Null, ZipArchiveMode.Create);
        foreach (var file in Directory.EnumerateFiles(folder, "committee-*").Where(file => Path.GetExtension(file) is ".html" or ".docx" or ".xlsx"))
        {
            using var entry = zip.CreateEntry(Path.GetFileName(file), CompressionLevel.Fastest).Open();
            entry.Write(File.ReadAllBytes(file));
        }
    }
}
