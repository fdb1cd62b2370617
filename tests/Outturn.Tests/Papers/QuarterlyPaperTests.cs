using System.Text;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Validation;
using Microsoft.VisualBasic.FileIO;
using Outturn.Tests.Registers;
using Outturn.Tests.Reports.Excel;
using Outturn.Tests.Reports.Word;
using Outturn.Tests.Review;

namespace Outturn.Tests.Papers;

/// <summary>The quarterly report of the example county: one set of numbers in every format, and the numbers that other code makes of the raw rows.</summary>
public sealed class QuarterlyPaperTests(QuarterPaper paper) : IClassFixture<QuarterPaper>
{
    private const int Kpis = 35;

    private static readonly string[] Quarters = ["Q3 2024/25", "Q4 2024/25", "Q1 2025/26", "Q2 2025/26", "Q3 2025/26", "Q4 2025/26"];

    /// <summary>Months since year 0 with which those quarters end.</summary>
    private static readonly int[] Ends = [.. Enumerable.Range(0, Quarters.Length).Select(i => (2024 * 12) + 11 + (i * 3))];

    private IReadOnlyList<PaperTable> Page => field ??= PaperTables.OfHtml(paper.Bytes("html"));

    [Fact]
    public void The_report_makes_every_format_and_says_what_it_came_to()
    {
        Assert.Equal((0, ""), (paper.Run.Code, paper.Run.Error));
        Assert.All(new[] { "html", "docx", "xlsx", "pdf", "csv", "json" }, ending => Assert.True(File.Exists(paper.PathOf(ending)), ending));
        Assert.Contains("Cabinet, meeting on 25 June 2026, results to March 2026", paper.Run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rating_of_six_quarters_is_what_other_code_makes_of_the_raw_rows()
    {
        Assert.Equal(Kpis, History().Count);
        Assert.Empty(Differences(History(), new RawQuarters(new RawCounty(Examples.County))));
    }

    [Fact]
    public void A_planted_fault_in_the_rule_is_found() =>
        Assert.NotEmpty(Differences(History(), new RawQuarters(new RawCounty(Examples.County), reachingIsMissing: true)));

    [Fact]
    public void A_rating_that_was_changed_on_the_page_is_found()
    {
        var history = History();
        history["GL02"] = [.. history["GL02"].Select((cell, i) => i == 3 ? "Green" : cell)];

        Assert.Equal(["GL02, Q2 2025/26: Red and not Green"], Differences(history, new RawQuarters(new RawCounty(Examples.County))));
    }

    [Fact]
    public void Every_direction_of_travel_is_the_trend_that_other_code_finds()
    {
        var raw = new RawQuarters(new RawCounty(Examples.County));

        Assert.All(History(), row => Assert.Equal((row.Key, raw.Trend(row.Key, Ends[^1])), (row.Key, row.Value[Quarters.Length])));
        Assert.Equal(4, History().Values.Select(row => row[Quarters.Length]).Distinct().Count());
    }

    [Fact]
    public void The_counts_of_each_quarter_add_up_to_the_ratings_of_its_column()
    {
        var counts = Table("Number of KPIs by rating at the end of each quarter").Rows;
        Assert.Equal(["Rating", .. Quarters], counts[0]);
        for (var i = 0; i < Quarters.Length; i++)
        {
            var column = History().Values.Select(row => row[i]).ToList();
            int Count(string word) => column.Count(cell => cell.StartsWith(word, StringComparison.Ordinal));
            Assert.Equal(new[] { Count("Green"), Count("Amber"), Count("Red"), Count("Not rated"), Kpis }.Select(count => $"{count}"), counts.Skip(1).Select(row => row[i + 1]));
        }

        var json = paper.Json().GetProperty("quarters").EnumerateArray().Select(quarter => $"{quarter.GetProperty("counts").GetProperty("red").GetInt32()}");
        Assert.Equal(json, counts.Single(row => row[0] == "Red").Skip(1));
    }

    [Fact]
    public void What_moved_is_the_difference_between_the_last_two_columns()
    {
        var expected = History().Where(row => row.Value[4] != row.Value[5] && (row.Value[4].Length <= 5 || row.Value[5].Length <= 5))
            .Select(row => (row.Key, row.Value[4], row.Value[5])).OrderBy(row => row.Key, StringComparer.Ordinal);
        var moved = Page.Single(table => table.Caption.StartsWith("KPIs of both reports whose rating has changed", StringComparison.Ordinal)).Rows.Skip(1);

        Assert.Equal(expected, moved.Select(row => (row[0], row[2], row[3])).OrderBy(row => row.Item1, StringComparer.Ordinal));
        Assert.Equal(
            expected,
            paper.Json().GetProperty("changes").GetProperty("moved").EnumerateArray()
                .Select(row => (row.GetProperty("ref").GetString()!, row.GetProperty("from").GetString()!, row.GetProperty("to").GetString()!)).OrderBy(row => row.Item1, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_cell_of_every_table_is_the_same_in_Word() => PaperTables.AssertSame(Page, PaperTables.OfWord(paper.Bytes("docx")));

    [Fact]
    public void Every_cell_of_every_table_is_the_same_in_PDF() => PaperTables.AssertSame(Page, PaperTables.OfPdf(paper.PathOf("pdf")));

    [Theory]
    [InlineData("Rating history", 35)]
    [InlineData("Ratings changed", 6)]
    [InlineData("Reds in context", 6)]
    [InlineData("Action on Reds", 6)]
    [InlineData("Counts by quarter", 5)]
    [InlineData("Counts by directorate", 4)]
    [InlineData("KPIs", 35)]
    [InlineData("Activity", 10)]
    public void Every_row_of_a_sheet_is_the_same_as_on_the_web_page(string sheet, int count)
    {
        using var workbook = WrittenWorkbook.Read(paper.Bytes("xlsx"));
        var rows = workbook.Rows(sheet);
        Assert.Equal(count, rows.Count);
        foreach (var row in rows)
        {
            var found = Page.Where(table => table.Rows[0].All(row.ContainsKey))
                .SelectMany(table => table.Rows.Skip(1), (table, cells) => (Header: table.Rows[0], Cells: cells))
                .Where(line => line.Header.Zip(line.Cells).All(pair => PaperTables.WithRemark(row, pair.First) == pair.Second));
            Assert.True(found.Any(), $"{sheet}: {string.Join(" | ", row.Values)}");
        }
    }

    [Fact]
    public void The_CSV_has_a_column_of_ratings_for_every_quarter()
    {
        using var parser = new TextFieldParser(new MemoryStream(paper.Bytes("csv")), Encoding.UTF8) { Delimiters = [","] };
        var header = parser.ReadFields()!;
        Assert.Equal(Quarters.Select(quarter => $"rating_{quarter.ToLowerInvariant().Replace(' ', '_').Replace('/', '_')}"), header[^Quarters.Length..]);
        var found = 0;
        while (parser.ReadFields() is { } fields)
        {
            var row = header.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second);
            if (row["kind"] == "kpi")
            {
                Assert.Equal(History()[row["ref"]], [.. fields[^Quarters.Length..], row["direction_of_travel"], row["trend_p"]]);
                found++;
            }
        }

        Assert.Equal(Kpis, found);
    }

    [Fact]
    public void A_Red_has_its_context_and_its_action_in_tables_of_their_own_and_nowhere_else()
    {
        string[] reds = ["CS06b", "GL02", "PI01", "AS03", "CY03", "HT01"];
        var context = Table("KPIs rated Red: result, how long they have been Red, and why").Rows;
        var action = Table("KPIs rated Red: what is being done, by whom and by when").Rows;

        Assert.Equal(reds, context.Skip(1).Select(row => row[0]));
        Assert.Equal(reds, action.Skip(1).Select(row => row[0]));
        Assert.Equal("3 quarters", context.Single(row => row[0] == "GL02")[6]);
        Assert.Equal("Jun 2026 (said in Dec 2025)", action.Single(row => row[0] == "GL02")[6]);
        Assert.Equal("None within a year", action.Single(row => row[0] == "HT01")[6]);
        Assert.DoesNotContain(Page.Where(table => table.Caption.EndsWith(": what is being done", StringComparison.Ordinal)).SelectMany(table => table.Rows), row => reds.Contains(row[0]));
    }

    [Fact]
    public void Each_indicator_has_a_chart_that_says_what_it_shows_and_an_activity_its_expected_range()
    {
        var described = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(paper.Bytes("html"))).QuerySelectorAll("figure svg desc").Select(text => text.TextContent).ToList();

        Assert.Equal(Kpis + 10, described.Count);
        Assert.Equal(2, described.Count(text => text.Contains("(above)", StringComparison.Ordinal)));
        Assert.Equal(8, described.Count(text => text.Contains("(in range)", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_Word_file_and_the_workbook_pass_the_validator_of_their_format()
    {
        using var word = new WordFile(paper.Bytes("docx"));
        using var workbook = WrittenWorkbook.Read(paper.Bytes("xlsx"));

        Assert.Empty(word.Complaints());
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(workbook.Package).Select(error => error.Description));
    }

    private PaperTable Table(string caption) => Page.Single(table => table.Caption == caption);

    /// <summary>By ref: six ratings, direction of travel, and how sure it is.</summary>
    private Dictionary<string, IReadOnlyList<string>> History() => Page
        .Where(table => table.Caption.EndsWith(": ratings at the end of each quarter, and direction of travel", StringComparison.Ordinal))
        .SelectMany(table => table.Rows.Skip(1))
        .ToDictionary(row => row[0], row => (IReadOnlyList<string>)[.. row.Skip(2)]);

    private static List<string> Differences(Dictionary<string, IReadOnlyList<string>> history, RawQuarters raw) =>
    [
        .. from row in history
           from i in Enumerable.Range(0, Quarters.Length)
           let expected = raw.Rating(row.Key, Ends[i])
           where row.Value[i] != expected
           select $"{row.Key}, {Quarters[i]}: {expected} and not {row.Value[i]}",
    ];
}
