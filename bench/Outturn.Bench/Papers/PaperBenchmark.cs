using System.ComponentModel;
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
        Copy(Path.Combine(folder.Root, "examples", "wealdshire"), county);
        CouncilGenerator.Write(council);
        WholeProcess.Run("built", "", folder.Outturn, "--version");
        Measurement Whole(string what, string remark, params string[] arguments) => WholeProcess.Best(Runs, what, remark, folder.Outturn, arguments);

        yield return InProcess.Best(WarmRuns, "25-KPI paper, 5 formats, warm", _ => "goal 0.5 s", () => Make(county));
        yield return Whole("25-KPI paper, 5 formats", "goal 2 s, 200 MB, start included", "report", county, "--period", "2019/20", "--format", "html,docx,xlsx,csv,json", "--out", output);
        yield return Whole($"whole council, {CouncilGenerator.Committees} papers in HTML, Word, Excel", "goal 3 s, start included", "report", council, "--period", "2019/20", "--format", "html,docx,xlsx", "--out", output);
        yield return Whole("whole council, 8 PDFs in one run of LibreOffice", "", "report", council, "--period", "2019/20", "--format", "pdf", "--out", output);
        yield return InProcess.Best(WarmRuns, "floor: those 24 files zipped again", _ => "makes nothing", () => Zip(output));
        if (Peer(output) is { } peer)
        {
            yield return peer;
        }

        yield return Whole("start of the program through ./outturn", "", "--version");
        yield return WholeProcess.Best(Runs, "start of the program alone", "the script is to add under 0.1 s", "dotnet", Path.Combine(folder.Root, "artifacts", "outturn", "outturn.dll"), "--version");
    }

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
        var paper = new Paper("paper", DashboardPaper.Of(dashboard, CoverReports.Of(dashboard, register), register), dashboard);
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

    /// <summary>What an office does by hand with a workbook: it is turned into a bare PDF.</summary>
    private static Measurement? Peer(string folder)
    {
        try
        {
            return WholeProcess.Best(
                2, "peer: LibreOffice turns one of those workbooks into a PDF", "rates nothing, no cover report, no Word; its CPU and memory are not seen", "soffice",
                $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}", "--headless", "--norestore", "--convert-to", "pdf", "--outdir", folder,
                Directory.EnumerateFiles(folder, "*.xlsx").Order(StringComparer.Ordinal).First()) with { PeakMegabytes = null };
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
