using System.Globalization;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Validation;
using Microsoft.VisualBasic.FileIO;
using Outturn.Tests.Reports.Excel;
using Outturn.Tests.Reports.Word;

namespace Outturn.Tests.Papers;

/// <summary>One paper, six formats, one set of numbers.</summary>
public sealed class EveryFormatTests(YearEndPaper paper) : IClassFixture<YearEndPaper>
{
    private static readonly string[] KpiColumns =
        ["Ref", "Indicator", "Period", "Latest", "Rating", "Year to date", "Rating to date", "Target", "Floor", "Previous year", "Direction of travel"];

    private static readonly string[] ActivityColumns =
        ["Ref", "Indicator", "Period", "Latest", "Against range", "Year to date", "To date against range", "Lower", "Upper", "Previous year"];

    [Fact]
    public void Report_YearEnd_MakesEveryFormatAndSaysWhatItCameTo()
    {
        Assert.Equal(0, paper.Run.Code);
        Assert.All(new[] { "html", "docx", "xlsx", "pdf", "csv", "json" }, ending => Assert.True(File.Exists(paper.PathOf(ending)), ending));
        Assert.Contains("GL02  Freedom of Information Act requests completed within 20 working days, Mar 2020", paper.Run.Output);
        Assert.Equal([21, 3, 1, 0, 25], new[] { "Green", "Amber", "Red", "Not rated", "KPIs" }.Select(name => Count(paper.Run.Output, name)));
    }

    [Fact]
    public void Html_HoldsEveryIndicatorOnce_WithAllItsColumns()
    {
        var tables = PaperTables.OfHtml(paper.Bytes("html"));

        Assert.Equal(25, Rows(tables, KpiColumns).Count);
        Assert.Equal(12, Rows(tables, ActivityColumns).Count);
        Assert.All(Rows(tables, KpiColumns).Values, row => Assert.All(row, cell => Assert.NotEqual("", cell)));
    }

    [Fact]
    public void Word_EveryCellOfEveryTable_EqualsTheWebPage() =>
        PaperTables.AssertSame(PaperTables.OfHtml(paper.Bytes("html")), PaperTables.OfWord(paper.Bytes("docx")));

    [Fact]
    public void Pdf_EveryCellOfEveryTable_EqualsTheWebPage() =>
        PaperTables.AssertSame(PaperTables.OfHtml(paper.Bytes("html")), PaperTables.OfPdf(paper.PathOf("pdf")));

    [Theory]
    [InlineData("KPIs", 25)]
    [InlineData("Activity", 12)]
    [InlineData("Proposed KPIs", 25)]
    [InlineData("Proposed activity", 11)]
    public void Excel_EveryFigure_EqualsTheWebPage(string sheet, int rows)
    {
        using var workbook = WrittenWorkbook.Read(paper.Bytes("xlsx"));
        var written = workbook.Rows(sheet);
        Assert.Equal(rows, written.Count);
        var tables = PaperTables.OfHtml(paper.Bytes("html"));
        foreach (var row in written)
        {
            var headers = tables.Select(table => table.Rows[0]).First(header => header.All(row.ContainsKey) && header.Contains("Ref"));
            var expected = Rows(tables, [.. headers])[row["Ref"]];
            Assert.Equal(expected, headers.Select(header => PaperTables.WithRemark(row, header)));
        }
    }

    [Fact]
    public void Csv_EveryPrintedFigure_EqualsTheWebPage()
    {
        using var parser = new TextFieldParser(new MemoryStream(paper.Bytes("csv")), Encoding.UTF8) { Delimiters = [","] };
        var header = parser.ReadFields()!;
        var found = 0;
        var tables = PaperTables.OfHtml(paper.Bytes("html"));
        while (parser.ReadFields() is { } fields)
        {
            var row = header.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second);
            AssertEqualsPage(tables, name => row[name]);
            found++;
        }

        Assert.Equal(37, found);
    }

    [Fact]
    public void Json_EveryPrintedFigure_EqualsTheWebPage()
    {
        var tables = PaperTables.OfHtml(paper.Bytes("html"));
        var indicators = paper.Json().GetProperty("indicators").EnumerateArray().ToList();
        Assert.Equal(37, indicators.Count);
        Assert.All(indicators, indicator => AssertEqualsPage(tables, name => indicator.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : ""));
        Assert.Equal([21, 3, 1, 0], new[] { "green", "amber", "red", "not_rated" }.Select(name => paper.Json().GetProperty("counts").GetProperty(name).GetInt32()));
    }

    [Fact]
    public void Csv_TheFigureShownAndTheExactOne_AreOneFigure()
    {
        var freedomOfInformation = paper.Json().GetProperty("indicators").EnumerateArray().Single(indicator => indicator.GetProperty("ref").GetString() == "FN07");

        Assert.Equal("94.96%", freedomOfInformation.GetProperty("latest").GetString());
        Assert.Equal(100m * 11916 / 12549, freedomOfInformation.GetProperty("latest_value").GetDecimal());
    }

    [Fact]
    public void Office_TheFinishedPaper_PassesTheValidatorOfItsFormat()
    {
        using var word = new WordFile(paper.Bytes("docx"));
        using var workbook = WrittenWorkbook.Read(paper.Bytes("xlsx"));

        Assert.Empty(word.Complaints());
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(workbook.Package).Select(error => error.Description));
    }

    [Fact]
    public void Charts_OnePerIndicator_AreDescribedInEveryFormatThatDrawsThem()
    {
        using var word = new WordFile(paper.Bytes("docx"));
        var html = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(paper.Bytes("html")));
        string[] described = [.. html.QuerySelectorAll("figure svg desc").Select(text => text.TextContent)];

        Assert.Equal(37, described.Length);
        Assert.All(described, text => Assert.Matches("Lowest .+ highest ", text));
        Assert.Equal(described, word.Body.Descendants(WordFile.Wp + "docPr").Select(drawing => drawing.Attribute("descr")!.Value));
        Assert.Equal(37, word.Main.ChartParts.Count());
        Assert.Contains("To be issued by Tuesday 21 July 2020, five clear days before the meeting", paper.Run.Output);
    }

    [Fact]
    public async Task Report_TwoRunsOfOneBuild_GiveTheSameBytes()
    {
        using var again = new ReportVerb().Copy("wealdshire");
        await again.YearEndAsync("--format", "html,docx,xlsx,csv,json");

        Assert.All(new[] { "html", "docx", "xlsx", "csv", "json" }, ending =>
            Assert.True(paper.Bytes(ending).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(again.Out, Path.GetFileName(paper.PathOf(ending))))), ending));
    }

    /// <summary>The names of the data against the headings of the tables.</summary>
    private static void AssertEqualsPage(IReadOnlyList<PaperTable> tables, Func<string, string> value)
    {
        var isKpi = value("kind") == "kpi";
        var row = Rows(tables, isKpi ? KpiColumns : ActivityColumns)[value("ref")];
        string[] names = isKpi
            ? ["period", "latest", "rating", "year_to_date", "year_to_date_rating", "target", "floor", "previous_year", "direction_of_travel"]
            : ["period", "latest", "range", "year_to_date", "year_to_date_range", "lower", "upper", "previous_year"];
        Assert.Equal(row.Skip(2).Select(Bare), names.Select(name => Bare(value(name))));
    }

    private static Dictionary<string, IReadOnlyList<string>> Rows(IReadOnlyList<PaperTable> tables, string[] header) => tables
        .Where(table => table.Rows[0].SequenceEqual(header))
        .SelectMany(table => table.Rows.Skip(1))
        .ToDictionary(row => row[0], row => row);

    /// <summary>Levels are data, not text, in the CSV: 95.0% on the page and 95 in the file are one figure.</summary>
    private static string Bare(string text) =>
        decimal.TryParse(text.TrimEnd('%').Replace("£", "").Replace(",", ""), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.##########", CultureInfo.InvariantCulture)
            : text;

    private static int Count(string output, string name) => int.Parse(
        output.Split('\n').Select(PaperTables.Plain).First(line => line.StartsWith($"{name} ", StringComparison.Ordinal))[(name.Length + 1)..], CultureInfo.InvariantCulture);
}
