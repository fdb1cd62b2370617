using System.Text;
using System.Text.RegularExpressions;
using Microsoft.VisualBasic.FileIO;
using Outturn.Reports.Issued;
using Outturn.Tests.Papers;

namespace Outturn.Tests.Release;

/// <summary>Every number of an issued paper is the same in every file of it, and is the one of the edition's JSON by whose SHA-256 it is known.</summary>
[Collection(IssuedPaper.Collection)]
public sealed partial class IssuedNumbersTests(IssuedPaper paper)
{
    private readonly EditionCells edition = EditionCells.Of(paper.Dashboard);

    [Fact]
    public void The_data_is_what_the_edition_is_known_by_and_every_other_file_says_so()
    {
        Assert.Equal(paper.Head.Digest, paper.Head.Files.Single(file => file.Format == "json").Digest);
        Assert.Equal(paper.Bytes("json"), EditionJson.Write(paper.Edition));
        Assert.Equal(["csv", "docx", "html", "json", "pdf", "xlsx"], paper.Head.PublicFiles.Select(file => file.Format).Order(StringComparer.Ordinal));
        Assert.Contains(paper.Head.Digest, Encoding.UTF8.GetString(paper.Bytes("html")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_compared_is_the_whole_paper()
    {
        var shape = new Dictionary<string, (int Rows, int Columns)>
        {
            [EditionCells.Kpis] = (28, 12), [EditionCells.Activity] = (13, 11), [EditionCells.Summary] = (28, 5), [EditionCells.Counts] = (5, 3), [EditionCells.ByService] = (7, 6),
            [EditionCells.Actions] = (6, 10), [EditionCells.Commentary] = (6, 5), [EditionCells.ProposedKpis] = (32, 9), [EditionCells.ProposedActivity] = (15, 9),
        };
        foreach (var (_, cells) in Tables())
        {
            Assert.Equal(shape.OrderBy(table => table.Key, StringComparer.Ordinal), cells.Shape.OrderBy(table => table.Key, StringComparer.Ordinal));
        }

        foreach (var (_, cells) in Points())
        {
            Assert.Equal(41, cells.Shape[EditionCells.Charts].Rows);
            Assert.Equal(edition.Points.Count, cells.Count);
        }

        Assert.True(edition.Points.Count > 1500, $"{edition.Points.Count} points are too few");

        // What the edition's data does not say is compared between the files alone, and is little.
        string[] unknown = ["Report before", "Rating to date", "To date against range", "Year-to-date rating", "Expected recovery", "Service", "Indicator"];
        Assert.All(edition.Tables.Where(cell => !cell.Value.IsKnown), cell => Assert.Contains(cell.Key.Column, unknown));
        Assert.InRange(edition.Tables.Count(cell => !cell.Value.IsKnown), 0, 40);
    }

    [Fact]
    public void Every_cell_of_every_table_is_the_one_of_the_edition_in_every_format() =>
        Assert.All(Tables(), file => Assert.Empty(file.Cells.Differences(file.File, edition.Tables)));

    [Fact]
    public void What_the_data_does_not_say_is_the_same_in_every_format()
    {
        var (_, first) = Tables()[0];
        Assert.All(Tables(), file => Assert.Empty(file.Cells.Differences(file.File, first.Places.ToDictionary(place => place, place => new ExpectedCell(first[place])))));
        var html = PaperTables.OfHtml(paper.Bytes("html"));
        PaperTables.AssertSame(html, PaperTables.OfWord(paper.Bytes("docx")));
        PaperTables.AssertSame(html, PaperTables.OfTags(paper.PdfTags));
    }

    [Fact]
    public void Every_point_of_every_chart_is_the_one_of_the_edition() =>
        Assert.All(Points(), file => Assert.Empty(file.Cells.Differences(file.File, edition.Points)));

    [Fact]
    public void What_is_said_of_a_chart_is_said_alike_and_has_the_figures_of_the_edition()
    {
        var said = PaperProse.AlternativesOfHtml(paper.Bytes("html"));
        Assert.Equal(paper.Dashboard.Indicators.Count, said.Count);
        Assert.Equal(said, PaperProse.AlternativesOfWord(paper.Bytes("docx")));
        Assert.All(PaperProse.AlternativesOfPdf(paper.Bytes("pdf")).Zip(said), pair => Assert.EndsWith(pair.Second, pair.First, StringComparison.Ordinal));
        Assert.Equal(said.Count, PaperProse.AlternativesOfPdf(paper.Bytes("pdf")).Count);
        foreach (var indicator in paper.Dashboard.Indicators)
        {
            var text = said.Single(text => text.StartsWith($"{indicator.Title}, {indicator.Periods[0].Period}", StringComparison.Ordinal));
            var known = indicator.Periods.Where(period => period.Value is not null).ToList();
            var (low, high) = (known.MinBy(period => period.Value)!, known.MaxBy(period => period.Value)!);
            Assert.EndsWith($"Lowest {low.Shown} in {low.Period}, highest {high.Shown} in {high.Period}.", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_numbers_between_the_tables_are_the_same_and_count_what_the_edition_counts()
    {
        var html = PaperProse.OfHtml(paper.Bytes("html"));
        Assert.True(html.Count > 150, $"{html.Count} numbers are too few");
        Assert.Equal(html, PaperProse.OfWord(paper.Bytes("docx")));
        Assert.Equal(html, PaperProse.OfTags(paper.PdfTags));
        var counts = paper.Dashboard.Counts;
        var sentence = Counted().Match(Encoding.UTF8.GetString(paper.Bytes("html")));
        Assert.Equal([counts.Kpis, counts.Green, counts.Amber, counts.Red], sentence.Groups.Values.Skip(1).Select(group => int.Parse(group.Value, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Every_figure_of_the_csv_is_exactly_the_one_of_the_edition()
    {
        var cells = PaperReading.Csv(paper.Bytes("csv"), EditionJsonCells.Csv, EditionJsonCells.IsInEdition);
        Assert.Equal((41, 30), cells.Shape[EditionJsonCells.Csv]);
        Assert.Empty(cells.Differences("csv", ExpectedCsv(paper.Bytes("json"))));
        Assert.Empty(Rows(paper.Bytes("csv")).SelectMany(row => EditionJsonCells.Beside(row, paper.Dashboard.Indicators.Single(indicator => indicator.Ref == row["ref"]))));
    }

    /// <summary>Planted: one cell of one file is another than was issued.</summary>
    [Fact]
    public void A_cell_that_was_changed_in_one_file_is_named()
    {
        var figure = paper.Dashboard.Indicators.First(indicator => indicator.Ref == "GL02");
        string[] Named(string file, PaperCells cells, IReadOnlyDictionary<CellPlace, ExpectedCell> expected) => [.. cells.Differences(file, expected)];

        var html = EditedFile.Text(paper.Bytes("html"), "working days</th><td role=\"cell\" data-label=\"Period\">Mar 2026</td><td role=\"cell\" class=\"figure\" data-label=\"Latest\">86%<", "working days</th><td role=\"cell\" data-label=\"Period\">Mar 2026</td><td role=\"cell\" class=\"figure\" data-label=\"Latest\">96%<");
        Assert.Equal(["html: KPIs, GL02, Latest: 96% instead of 86%"], Named("html", PaperReading.Tables(PaperTables.OfHtml(html)), edition.Tables));
        Assert.Equal("86%", figure.Latest);

        var word = EditedFile.Part(paper.Bytes("docx"), "word/document.xml", text => LastFigure().Replace(text, match => $"{match.Groups[1].Value}96%", 1));
        Assert.Equal(["docx: KPIs, GL02, Latest: 96% instead of 86%"], Named("docx", PaperReading.Tables(PaperTables.OfWord(word)), edition.Tables));

        var chart = EditedFile.Part(paper.Bytes("docx"), "word/charts/chart1.xml", "<c:v>97</c:v>", "<c:v>79</c:v>");
        Assert.Matches("^docx: Charts, CS01, Year before, Apr 2025: 79 instead of 97", Assert.Single(Named("docx", PaperReading.WordPoints(chart), edition.Points)));

        var workbook = EditedFile.Part(paper.Bytes("xlsx"), "xl/worksheets/sheet6.xml", text => Number().Replace(text, "<v>0.5</v>", 1));
        Assert.Matches("^xlsx: KPIs, CS01, Latest: .+ instead of 98%$", Assert.Single(Named("xlsx", PaperReading.Workbook(workbook), edition.Tables)));

        var csv = EditedFile.Text(paper.Bytes("csv"), ",86%,85.7", ",86%,85.6");
        Assert.Matches("^csv: CSV, GL02, latest_value: 85.6.+ instead of 85.7", Assert.Single(Named("csv", PaperReading.Csv(csv, EditionJsonCells.Csv, EditionJsonCells.IsInEdition), ExpectedCsv(paper.Bytes("json")))));

        // In a PDF a figure is a row of signs of its own font: two of one cell change places.
        var pdf = paper.Write("changed.pdf", PdfSource.Back(InTable().Replace(PdfSource.Of(paper.Bytes("pdf")), match => $"{match.Groups[1].Value}({match.Groups[4].Value}){match.Groups[3].Value}({match.Groups[2].Value})]TJ", 1, 60_000)));
        Assert.Matches("^pdf: .+, .+, .+: .+ instead of .+$", Assert.Single(Named("pdf", PaperReading.Tables(PaperTables.OfPdf(pdf)), edition.Tables)));
    }

    /// <summary>Planted: one figure of the edition is another than the files have.</summary>
    [Fact]
    public void A_figure_that_was_changed_in_the_data_is_named_in_every_file()
    {
        var changed = paper.Dashboard with { Indicators = [.. paper.Dashboard.Indicators.Select(indicator => indicator.Ref == "GL02" ? indicator with { Latest = "96%", Periods = [.. indicator.Periods.Select((period, at) => at == 0 ? period with { Value = 1m } : period)] } : indicator)] };
        var other = EditionCells.Of(changed);
        Assert.All(Tables(), file => Assert.Equal([$"{file.File}: KPIs, GL02, Latest: 86% instead of 96%"], file.Cells.Differences(file.File, other.Tables)));
        Assert.All(Points(), file => Assert.Matches($"^{file.File}: Charts, GL02, Actual, Apr 2025: .+ instead of 1$", Assert.Single(file.Cells.Differences(file.File, other.Points))));
        var json = EditedFile.Text(paper.Bytes("json"), "\"latest\": \"86%\"", "\"latest\": \"96%\"");
        Assert.Equal(["csv: CSV, GL02, latest: 86% instead of 96%"], PaperReading.Csv(paper.Bytes("csv"), EditionJsonCells.Csv, EditionJsonCells.IsInEdition).Differences("csv", ExpectedCsv(json)));
    }

    private List<(string File, PaperCells Cells)> Tables() =>
    [
        ("html", PaperReading.Tables(PaperTables.OfHtml(paper.Bytes("html")))), ("docx", PaperReading.Tables(PaperTables.OfWord(paper.Bytes("docx")))),
        ("pdf", PaperReading.Tables(PaperTables.OfTags(paper.PdfTags))), ("xlsx", PaperReading.Workbook(paper.Bytes("xlsx"))),
    ];

    private List<(string File, PaperCells Cells)> Points() =>
        [("html", PaperReading.HtmlPoints(paper.Bytes("html"))), ("docx", PaperReading.WordPoints(paper.Bytes("docx"))), ("xlsx", PaperReading.WorkbookPoints(paper.Bytes("xlsx")))];

    private IReadOnlyDictionary<CellPlace, ExpectedCell> ExpectedCsv(byte[] json) => EditionJsonCells.OfCsv(json, [.. Rows(paper.Bytes("csv")).First().Keys]);

    private static IEnumerable<Dictionary<string, string>> Rows(byte[] csv)
    {
        using var parser = new TextFieldParser(new MemoryStream(csv), Encoding.UTF8) { Delimiters = [","] };
        var header = parser.ReadFields()!;
        while (parser.ReadFields() is { } fields)
        {
            yield return header.Zip(fields).ToDictionary(field => field.First, field => field.Second);
        }
    }

    [GeneratedRegex(@"Of the (\d+) KPIs, (\d+) achieved or passed their target \(Green\), (\d+) missed their target but held the floor standard \(Amber\) and (\d+) did not")]
    private static partial Regex Counted();

    /// <summary>The latest figure of GL02 in its table of Word: behind its title and its period.</summary>
    [GeneratedRegex(@"(>Freedom of Information Act requests completed within 20 working days</w:t>(?:(?!</w:tc>).)*</w:tc>(?:(?!</w:tc>).)*>Mar 2026</w:t>(?:(?!</w:tc>).)*</w:tc>(?:(?!</w:tc>).)*>)86%", RegexOptions.Singleline)]
    private static partial Regex LastFigure();

    /// <summary>The first number that a sheet holds as one.</summary>
    [GeneratedRegex(@"(?<=<c r=""F4"" s=""\d+"">)<v>[\d.]+</v>")]
    private static partial Regex Number();

    /// <summary>The end of a cell's text in a table: two single signs that are not the same.</summary>
    [GeneratedRegex(@"(/Table#20Text<</MCID \d+>>BDC\n[^\n]+\nBT\n[^\n]+ Tf\[[^\n]*)\(([^\\()])\)(-?\d+)\((?!\2)([^\\()])\)\]TJ")]
    private static partial Regex InTable();
}
