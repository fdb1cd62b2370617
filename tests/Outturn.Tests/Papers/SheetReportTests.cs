using System.Text;
using Outturn.Tests.Import;

namespace Outturn.Tests.Papers;

/// <summary>What a newcomer tries in the first five minutes: a sheet of their own through `outturn report`.</summary>
public sealed class SheetReportTests : IDisposable
{
    private const string Sheet = """
        Highways scorecard 2019/20,,,,,,,
        ,,,,,,,
        Ref,Measure,Team,Target,Floor,Last year,Apr-19,May-19
        HT01,Potholes repaired in 28 days (%),Highways,90%,80%,88%,91%,79%
        HT02,Gullies emptied,Highways,"1,200",,"1,150","1,180","1,240"
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Report_Sheet_BecomesADashboardInEveryFormat_AndSaysHowItWasRead()
    {
        var run = await RunAsync(Sheet);

        Assert.Equal(0, run.Code);
        Assert.Contains("figures for Apr 2019 (such as 91%)", run.Output);
        Assert.Contains("What was assumed:", run.Output);
        Assert.Contains("HT01  Potholes repaired in 28 days (%), May 2019", run.Output);
        Assert.Equal(
            ["csv", "docx", "html", "json", "pdf", "xlsx"],
            Directory.EnumerateFiles(folder.Path("out")).Select(path => Path.GetExtension(path)[1..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Report_TargetWithoutPolarity_IsShownAndNotRatedForThatReason()
    {
        await RunAsync(Sheet, "--format", "html");

        var gullies = PaperTables.OfHtml(File.ReadAllBytes(Directory.EnumerateFiles(folder.Path("out"), "*.html").Single()))
            .SelectMany(table => table.Rows).Single(row => row[0] == "HT02");
        Assert.Equal("Not rated: No polarity", gullies[4]);
        Assert.Equal("1,200", gullies[5]);
    }

    [Fact]
    public async Task Report_AskedForAYearHalfDone_IsOnItsLastPeriodWithAFigure()
    {
        var run = await RunAsync(Sheet, "--period", "2019/20", "--format", "csv");

        Assert.Contains("performance to May 2019", run.Output);
        Assert.DoesNotContain("Awaited", run.Output);
    }

    [Fact]
    public async Task Report_AskedForAPeriodWithoutFigures_SaysWhichIsTheLastAndWritesNothing()
    {
        var run = await RunAsync(Sheet, "--period", "Mar 2020");

        Assert.Equal(1, run.Code);
        Assert.Contains("the sheet has no figure for Mar 2020: its last is for May 2019.", run.Error);
        Assert.False(Directory.Exists(folder.Path("out")));
    }

    [Fact]
    public async Task Report_SheetThatSaysNoRollUp_HasNoColumnForTheYearToDate_AndAsksForNoCauses()
    {
        await RunAsync(Sheet, "--format", "html");

        var tables = PaperTables.OfHtml(File.ReadAllBytes(Directory.EnumerateFiles(folder.Path("out"), "*.html").Single())).ToList();
        Assert.DoesNotContain(tables, table => table.Rows.SelectMany(row => row).Any(cell => cell.Contains("Not given") || cell.Contains("No roll-up")));
        Assert.Equal(9, tables.SelectMany(table => table.Rows).First(row => row[0] == "HT02").Count);
    }

    [Fact]
    public async Task Report_SheetWithBadCells_NamesAllOfThemAndWritesNothing()
    {
        var run = await RunAsync(Sheet.Replace("91%", "£3k").Replace("1,240", "12.4.1"));

        Assert.Equal(1, run.Code);
        Assert.Contains("row 4, column \"Apr-19\"", run.Error);
        Assert.Contains("row 5, column \"May-19\"", run.Error);
        Assert.False(Directory.Exists(folder.Path("out")));
    }

    [Fact]
    public async Task Report_SheetWithAVeryLongName_GivesFilesWithAShorterOne()
    {
        var sheet = folder.Write(new string('w', 240) + ".csv", Encoding.UTF8.GetBytes(Sheet));

        Assert.Equal(0, (await ReportVerb.RunAsync("report", sheet, "--out", folder.Path("out"), "--format", "csv")).Code);
        Assert.Equal([new string('w', 80) + "-may-2019.csv"], Directory.EnumerateFiles(folder.Path("out")).Select(path => Path.GetFileName(path)!));
    }

    private Task<ProgramRun> RunAsync(string sheet, params string[] more) =>
        ReportVerb.RunAsync(["report", folder.Write("scorecard.csv", Encoding.UTF8.GetBytes(sheet)), "--out", folder.Path("out"), .. more]);
}
