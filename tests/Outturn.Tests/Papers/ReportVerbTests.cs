using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Outturn.Tests.Reports.Word;

namespace Outturn.Tests.Papers;

/// <summary>What `outturn report` does with what it is asked for and with what it is given.</summary>
public sealed class ReportVerbTests : IDisposable
{
    private readonly ReportVerb report = new ReportVerb().Copy("wealdshire");

    public void Dispose() => report.Dispose();

    [Theory]
    [InlineData("html")]
    [InlineData("docx,csv")]
    [InlineData(".JSON, xlsx")]
    public async Task Report_FormatsNamed_MakesThoseAlone(string formats)
    {
        Assert.Equal(0, (await report.YearEndAsync("--format", formats)).Code);

        Assert.Equal(
            formats.Split(',').Select(name => name.Trim(' ', '.').ToLowerInvariant()).Order(StringComparer.Ordinal),
            report.Written.Select(name => Path.GetExtension(name)[1..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Report_UnknownFormat_IsWrongUseAndNamesTheFormats()
    {
        var run = await report.YearEndAsync("--format", "html,doc");

        Assert.Equal(2, run.Code);
        Assert.Contains("\"doc\" is not a format: there are html, docx, xlsx, pdf, csv, json.", run.Error);
        Assert.Empty(report.Written);
    }

    [Fact]
    public async Task Report_UnknownCommittee_NamesThoseThereAre()
    {
        var run = await ReportVerb.RunAsync("report", report.Council, "--committee", "Planning", "--out", report.Out);

        Assert.Equal(1, run.Code);
        Assert.Contains("There is no committee \"Planning\". There is: \"Policy and Resources Cabinet Committee\".", run.Error);
        Assert.Empty(report.Written);
    }

    [Theory]
    [InlineData("2011-12")]
    [InlineData("soon")]
    [InlineData("2019/21")]
    public async Task Report_PeriodThatIsNoneOrSeveral_IsRefusedByName(string period)
    {
        var run = await ReportVerb.RunAsync("report", report.Council, "--period", period, "--out", report.Out);

        Assert.Equal(1, run.Code);
        Assert.Contains($"\"{period}\"", run.Error);
        Assert.Empty(report.Written);
    }

    [Fact]
    public async Task Report_NothingNamed_IsTheLastReportOfEveryCommittee()
    {
        var run = await ReportVerb.RunAsync("report", report.Council, "--out", report.Out, "--format", "csv");

        Assert.Equal(0, run.Code);
        Assert.Equal(["policy-and-resources-2019-20.csv"], report.Written);
    }

    [Fact]
    public async Task Report_WithinTheYear_GivesAnnualFiguresAsNotDueAndNotLastYearsAsThisYears()
    {
        var run = await ReportVerb.RunAsync("report", report.Council, "--period", "Nov 2019", "--out", report.Out, "--format", "csv");

        Assert.Equal(0, run.Code);
        Assert.Contains("meeting on 15 January 2020, results to November 2019", run.Output);
        Assert.Contains("HR03  Staff who would recommend the council as a place to work, 2019/20\n        Not due", run.Output.ReplaceLineEndings("\n"));
        Assert.Contains("last figure, 2018/19", Encoding.UTF8.GetString(report.Bytes("policy-and-resources-nov-2019.csv")));
    }

    [Fact]
    public async Task Report_FolderWithDefects_NamesAllOfThemAndLeavesTheOldPaper()
    {
        await report.YearEndAsync("--format", "csv");
        var before = report.Bytes("policy-and-resources-2019-20.csv");
        report.Edit("observations.csv", "CS01,Apr 2018,,1433,1481", "CS01,Aprl 2018,,1433,1481");
        report.Edit("targets.csv", "CS01,2019/20,,,97,90", "CS01,2019/20,,,97,98");

        var run = await report.YearEndAsync("--format", "csv");

        Assert.Equal(1, run.Code);
        Assert.Contains("observations.csv, row 2, column \"period\"", run.Error);
        Assert.Contains("targets.csv, row 3, column \"floor\"", run.Error);
        Assert.Equal(before, report.Bytes("policy-and-resources-2019-20.csv"));
        Assert.Single(report.Written);
    }

    [Fact]
    public async Task Report_FolderWithoutACouncil_SaysWhatIsMissingAndWhatToDo()
    {
        Directory.CreateDirectory(report.Path("empty"));

        var run = await ReportVerb.RunAsync("report", report.Path("empty"), "--out", report.Out);

        Assert.Equal(1, run.Code);
        Assert.Contains("council.json, indicators.csv and observations.csv are missing", run.Error);
        Assert.Contains("outturn new", run.Error);
        Assert.False(Directory.Exists(report.Out));
    }

    [Fact]
    public async Task Report_OutIsAFile_IsWrongUse()
    {
        File.WriteAllText(report.Out, "mine");

        Assert.Equal(2, (await report.YearEndAsync()).Code);
        Assert.Equal("mine", File.ReadAllText(report.Out));
    }

    [Fact]
    public async Task Report_OwnParagraph_SurvivesARebuildAndIsNamedWhenItsFiguresHaveMoved()
    {
        Assert.DoesNotContain("was written before", (await report.YearEndAsync("--format", "html")).Output);
        report.Edit("observations.csv", "GL02,Mar 2020,,164,200", "GL02,Mar 2020,,184,200");

        var moved = await report.YearEndAsync("--format", "html");
        var html = Encoding.UTF8.GetString(report.Bytes("policy-and-resources-2019-20.html"));

        Assert.Contains("Answers to Freedom of Information requests depend on records held in every directorate.", html);
        Assert.Contains("texts/service-governance-and-law.md was written before these figures moved", moved.Output);
        Assert.Contains("GL02: 82%, 87% to date, Red; now 92%", moved.Output);
        Assert.Contains("was written before", (await report.YearEndAsync("--format", "html")).Output);
    }

    [Fact]
    public async Task Report_OwnParagraphChangedOrReadAgain_IsNamedNoMore()
    {
        await report.YearEndAsync("--format", "csv");
        report.Edit("observations.csv", "GL02,Mar 2020,,164,200", "GL02,Mar 2020,,184,200");
        report.Edit("texts/service-governance-and-law.md", "every directorate", "all directorates");

        var changed = (await report.YearEndAsync("--format", "csv")).Output;

        Assert.DoesNotContain("service-governance-and-law.md", changed);
        Assert.Contains("texts/performance.md", changed);
        Assert.DoesNotContain("was written before", (await report.YearEndAsync("--format", "csv", "--accept-texts")).Output);
        Assert.DoesNotContain("was written before", (await report.YearEndAsync("--format", "csv")).Output);
    }

    [Fact]
    public async Task Report_OwnParagraphOfTheReportBefore_IsNamedInTheNextUntilItIsReadAgain()
    {
        Task<ProgramRun> At(string period, params string[] more) =>
            ReportVerb.RunAsync(["report", report.Council, "--period", period, "--out", report.Out, "--format", "csv", .. more]);

        File.Delete(Path.Combine(report.Council, "texts", "figures.json"));
        Assert.DoesNotContain("was written before", (await At("Nov 2019")).Output);
        Assert.Contains("texts/performance.md was written before these figures moved", (await At("2019/20")).Output);
        Assert.DoesNotContain("was written before", (await At("Nov 2019")).Output);
        Assert.DoesNotContain("was written before", (await At("2019/20", "--accept-texts")).Output);
        Assert.DoesNotContain("was written before", (await At("2019/20")).Output);
    }

    [Fact]
    public async Task Report_TextForOneCommittee_StandsInItsPaperInPlaceOfTheTextForAll()
    {
        report.Edit("committees.csv", "Policy and Resources,dashboard", "Policy and Resources,dashboard\nHousing and Place Panel,Housing Panel,dashboard");
        report.Edit("indicators.csv", "Contact Centre,Policy and Resources Cabinet Committee", "Contact Centre,Policy and Resources Cabinet Committee; Housing and Place Panel");
        Directory.CreateDirectory(Path.Combine(report.Council, "texts", "housing-panel"));
        File.WriteAllText(Path.Combine(report.Council, "texts", "housing-panel", "performance.md"), "Homes were relet sooner.");
        Directory.CreateDirectory(Path.Combine(report.Council, "texts", "housing-pannel"));

        var run = await ReportVerb.RunAsync("report", report.Council, "--period", "2019/20", "--out", report.Out, "--format", "html");
        var (panel, cabinet) = (Encoding.UTF8.GetString(report.Bytes("housing-panel-2019-20.html")), Encoding.UTF8.GetString(report.Bytes("policy-and-resources-2019-20.html")));

        Assert.Contains("Homes were relet sooner.", panel);
        Assert.DoesNotContain("Results for March 2020", panel);
        Assert.Contains("Results for March 2020", cabinet);
        Assert.DoesNotContain("Homes were relet sooner.", cabinet);
        Assert.Contains("texts/housing-pannel: No committee has this short name", run.Error);
    }

    [Fact]
    public async Task Report_OwnParagraphsWithAList_AreNumberedWithoutAGap()
    {
        report.Edit("texts/performance.md", "Results for March 2020", "First.\n\n- one\n- two\n\nResults for March 2020");

        await report.YearEndAsync("--format", "html");
        var html = Encoding.UTF8.GetString(report.Bytes("policy-and-resources-2019-20.html"));

        int[] numbers = [.. System.Text.RegularExpressions.Regex.Matches(html, @">2\.(\d+)\.<").Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(Enumerable.Range(1, 11), numbers);
    }

    [Fact]
    public async Task Report_NothingNamed_IsOnTheLastMeetingThatThereAreFiguresFor()
    {
        var figures = File.ReadAllLines(Path.Combine(report.Council, "observations.csv"));
        File.WriteAllLines(Path.Combine(report.Council, "observations.csv"), figures.Where(line => !System.Text.RegularExpressions.Regex.IsMatch(line, "(Dec 2019|(Jan|Feb|Mar) 2020|Q[34] 2019/20|,2019/20)")));

        var run = await ReportVerb.RunAsync("report", report.Council, "--out", report.Out, "--format", "csv");

        Assert.Contains("meeting on 15 January 2020, results to November 2019", run.Output);
    }

    [Fact]
    public async Task Report_PeriodWithoutAFigure_SaysWhichIsTheLastAndWritesNothing()
    {
        var run = await ReportVerb.RunAsync("report", report.Council, "--period", "2024/25", "--out", report.Out);

        Assert.Equal(1, run.Code);
        Assert.Contains("No figure is known for 2024/25: the last figures are for March 2020.", run.Error);
        Assert.Empty(report.Written);
    }

    [Fact]
    public async Task Report_OwnParagraphWithMarkup_KeepsItAndRunsNothing()
    {
        report.Edit("texts/performance.md", "Results for March 2020", "**Results** for *March* 2020 <script>alert(1)</script> [see](javascript:alert(2))\n\n- one\n- two\n\nResults");

        await report.YearEndAsync("--format", "html");
        var html = Encoding.UTF8.GetString(report.Bytes("policy-and-resources-2019-20.html"));

        Assert.Contains("<strong>Results</strong>", html);
        Assert.Contains("<li>one</li>", html);
        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain("href=\"javascript", html);
    }

    [Theory]
    [InlineData("Policy & Resources!", "policy-resources-2019-20.csv")]
    [InlineData("Policy and Resources.", "policy-and-resources-2019-20-2.csv")]
    [InlineData("../../Resources", "resources-2019-20.csv")]
    [InlineData("政策", "committee-2019-20.csv")]
    public async Task Report_SeveralCommittees_EachHasAFileOfItsOwnInTheFolderThatWasNamed(string shortName, string file)
    {
        report.Edit("committees.csv", "Policy and Resources,dashboard", $"Policy and Resources,dashboard\nOther Committee,{shortName},dashboard");
        report.Edit("indicators.csv", "Contact Centre,Policy and Resources Cabinet Committee", "Contact Centre,Policy and Resources Cabinet Committee; Other Committee");

        var run = await ReportVerb.RunAsync("report", report.Council, "--period", "2019/20", "--out", report.Out, "--format", "csv");

        Assert.Equal(0, run.Code);
        Assert.Equal(new[] { file, "policy-and-resources-2019-20.csv" }.Order(StringComparer.Ordinal), report.Written);
        Assert.Equal(37 + 1, Encoding.UTF8.GetString(report.Bytes("policy-and-resources-2019-20.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Report_CommitteesWhoseNamesComeToTheSame_KeepTheirFilesApartWhenAskedForOneByOne()
    {
        report.Edit("committees.csv", "Policy and Resources,dashboard", "Policy and Resources,dashboard\nOther Committee,Policy and Resources!,dashboard");
        report.Edit("indicators.csv", "Contact Centre,Policy and Resources Cabinet Committee", "Contact Centre,Policy and Resources Cabinet Committee; Other Committee");

        await report.YearEndAsync("--format", "csv");
        await ReportVerb.RunAsync("report", report.Council, "--committee", "Other Committee", "--period", "2019/20", "--out", report.Out, "--format", "csv");

        Assert.Equal(["policy-and-resources-2019-20-2.csv", "policy-and-resources-2019-20.csv"], report.Written);
    }

    [Fact]
    public async Task Report_FolderInAFilesPlace_LeavesAllOldFiles()
    {
        await report.YearEndAsync("--format", "html");
        var before = report.Bytes("policy-and-resources-2019-20.html");
        Directory.CreateDirectory(Path.Combine(report.Out, "policy-and-resources-2019-20.csv"));
        report.Edit("observations.csv", "GL02,Mar 2020,,164,200", "GL02,Mar 2020,,184,200");

        var run = await report.YearEndAsync("--format", "html,csv");

        Assert.Equal(2, run.Code);
        Assert.Contains("policy-and-resources-2019-20.csv is a folder.", run.Error);
        Assert.Equal(before, report.Bytes("policy-and-resources-2019-20.html"));
    }

    [Fact]
    public async Task Report_OneFileCannotBeReplaced_LeavesAllOldOnes()
    {
        await report.YearEndAsync("--format", "html,csv");
        var before = report.Bytes("policy-and-resources-2019-20.html");
        File.Delete(Path.Combine(report.Out, "policy-and-resources-2019-20.csv"));
        Directory.CreateDirectory(Path.Combine(report.Out, $"policy-and-resources-2019-20.csv.{Environment.ProcessId}.unfinished"));
        report.Edit("observations.csv", "GL02,Mar 2020,,164,200", "GL02,Mar 2020,,184,200");

        var run = await report.YearEndAsync("--format", "html,csv");

        Assert.Equal(2, run.Code);
        Assert.Contains("could not be written", run.Error);
        Assert.Equal(before, report.Bytes("policy-and-resources-2019-20.html"));
    }

    [Fact]
    public async Task Report_HouseTemplateThatIsNotThere_IsRefusedBeforeAnythingIsWritten()
    {
        report.Edit("council.json", "\"template\": null", "\"template\": \"house.docx\"");

        var run = await report.YearEndAsync("--format", "docx");

        Assert.Equal(1, run.Code);
        Assert.Contains("council.json, row 13, column \"template\"", run.Error);
        Assert.Empty(report.Written);
    }

    [Fact]
    public async Task Report_HouseTemplate_GivesThePaperItsStyles()
    {
        await report.YearEndAsync("--format", "docx");
        using (var house = WordprocessingDocument.Open(Path.Combine(report.Out, "policy-and-resources-2019-20.docx"), isEditable: true))
        {
            var heading = house.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(style => style.StyleName?.Val?.Value == "heading 1");
            heading.StyleRunProperties = new StyleRunProperties(new Color { Val = "AA00BB" });
        }

        File.Move(Path.Combine(report.Out, "policy-and-resources-2019-20.docx"), Path.Combine(report.Council, "house.docx"));
        report.Edit("council.json", "\"template\": null", "\"template\": \"house.docx\"");

        Assert.Equal(0, (await report.YearEndAsync("--format", "docx")).Code);

        using var paper = new WordFile(report.Bytes("policy-and-resources-2019-20.docx"));
        Assert.Contains("AA00BB", paper.StyleNamed("heading 1").ToString());
        Assert.Empty(paper.Complaints());
        Assert.Single(paper.Paragraphs, paragraph => paragraph.Text == "Strategic and Corporate Services Performance Dashboard, 2019/20");
    }
}
