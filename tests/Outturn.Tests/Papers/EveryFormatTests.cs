using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.VisualBasic.FileIO;
using Outturn.Tests.Reports.Excel;

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
        AssertSame(PaperTables.OfHtml(paper.Bytes("html")), PaperTables.OfWord(paper.Bytes("docx")));

    [Fact]
    public void Pdf_EveryCellOfEveryTable_EqualsTheWebPage() =>
        AssertSame(PaperTables.OfHtml(paper.Bytes("html")), PaperTables.OfPdf(paper.PathOf("pdf")));

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
            Assert.Equal(expected, headers.Select(header => WithRemark(row, header)));
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
    public async Task Report_TwoRunsOfOneBuild_GiveTheSameBytes()
    {
        using var again = new ReportVerb().Copy("wealdshire");
        await again.YearEndAsync("--format", "html,docx,xlsx,csv,json");

        Assert.All(new[] { "html", "docx", "xlsx", "csv", "json" }, ending =>
            Assert.True(paper.Bytes(ending).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(again.Out, Path.GetFileName(paper.PathOf(ending))))), ending));
    }

    private static void AssertSame(IReadOnlyList<PaperTable> expected, IReadOnlyList<PaperTable> found)
    {
        Assert.Equal(expected.Select(table => table.Caption), found.Select(table => table.Caption));
        Assert.All(expected.Zip(found), pair =>
        {
            Assert.Equal(pair.First.Rows.Count, pair.Second.Rows.Count);
            Assert.All(pair.First.Rows.Zip(pair.Second.Rows), rows => Assert.Equal(rows.First, rows.Second));
        });
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

    private static string WithRemark(IReadOnlyDictionary<string, string> row, string header) =>
        PaperTables.Plain(row.TryGetValue($"{header} remark", out var remark) && remark.Length > 0 ? $"{row[header]} ({remark})" : row[header]);

    /// <summary>Levels are data, not text, in the CSV: 95.0% on the page and 95 in the file are one figure.</summary>
    private static string Bare(string text) =>
        decimal.TryParse(text.TrimEnd('%').Replace("£", "").Replace(",", ""), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.##########", CultureInfo.InvariantCulture)
            : text;

    private static int Count(string output, string name) => int.Parse(
        output.Split('\n').Select(PaperTables.Plain).First(line => line.StartsWith($"{name} ", StringComparison.Ordinal))[(name.Length + 1)..], CultureInfo.InvariantCulture);
}
