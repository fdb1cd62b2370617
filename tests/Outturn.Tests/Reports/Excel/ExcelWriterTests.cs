using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using FsCheck.Fluent;
using Outturn.Core.Indicators;
using Outturn.Core.Tests;
using Outturn.Reports;
using Outturn.Reports.Excel;
using Cell = Outturn.Reports.Cell;
using Table = Outturn.Reports.Table;

namespace Outturn.Tests.Reports.Excel;

public sealed class ExcelWriterTests
{
    public static TheoryData<string> Documents => ["paper", "sample"];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Write_EveryTableOfTheDocument_IsInItsSheetCellByCell(string name)
    {
        var document = Of(name);
        using var workbook = WrittenWorkbook.Of(document);

        foreach (var sheet in document.Tables.GroupBy(table => table.Sheet))
        {
            var expected = sheet.SelectMany(table => table.Rows.Select(row => Expected(table, row))).ToArray();
            var rows = workbook.Rows(sheet.Key);
            Assert.Equal(expected.Length, rows.Count);
            for (var i = 0; i < expected.Length; i++)
            {
                Assert.All(expected[i], cell => Assert.Equal(cell.Value, rows[i].GetValueOrDefault(cell.Key, "")));
                Assert.All(rows[i].Where(cell => !expected[i].ContainsKey(cell.Key)), cell => Assert.Equal("", cell.Value));
            }
        }
    }

    [Fact]
    public void Write_TwoColumnsOfOneName_AreToldApartByTheColumnToTheLeft()
    {
        using var workbook = WrittenWorkbook.Of(Paper.Document());

        Assert.Equal(
            ["Service", "Frequency", "Ref", "Indicator", "Latest", "Latest remark", "Rating", "Year to date", "Year to date: Rating",
                "Target", "Floor", "Previous year", "Direction of travel"],
            workbook.Rows("KPIs")[0].Keys);
    }

    [Fact]
    public void Write_Percentage_IsAFractionThatExcelCanCalculateWith()
    {
        using var workbook = WrittenWorkbook.Of(Paper.Of(Paper.Single("Latest", "KPIs", new FigureCell(94.96m, 2, new Unit("%")))));
        var cell = workbook.Cell("KPIs", "A4");

        Assert.Null(cell.DataType);
        Assert.Equal("0.9496", cell.CellValue!.Text);
        Assert.Equal("94.96%", workbook.Shown(cell));
    }

    [Fact]
    public void Write_AnyFigure_ShowsWhatThePaperPrints()
    {
        var units = new[] { "%", "£", "£m", "£k", "number", "per 1,000", "days" };
        var figures =
            from unit in Gen.Elements(units)
            from decimals in Gen.Choose(0, 6)
            from hundredths in Gen.Choose(-2_000_000_000, 2_000_000_000)
            from scale in Gen.Choose(0, 8)
            let value = Unit.Round(new decimal(Math.Abs(hundredths), 0, 0, hundredths < 0, (byte)scale), decimals)
            select new FigureCell(value, decimals, new Unit(unit));

        Prop.ForAll(figures.ListOf(50).ToArbitrary(), cells =>
        {
            using var workbook = WrittenWorkbook.Of(Paper.Of(Paper.Single("Figure", "KPIs", [.. cells])));
            Assert.Equal(cells.Select(cell => cell.Figure), workbook.Rows("KPIs").Select(row => row["Figure"]));
            Assert.All(workbook.Part("KPIs").Worksheet.Descendants<Row>().Skip(3), row => Assert.Null(row.Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().Single().DataType));
        }).Always();
    }

    [Fact]
    public void Write_FigureWithMoreDigitsThanExcelKeeps_IsTextAsThePaperPrintsIt()
    {
        var figure = new FigureCell(12_345_678_901_234.567m, 3, new Unit("£"));
        using var workbook = WrittenWorkbook.Of(Paper.Of(Paper.Single("Figure", "KPIs", figure)));

        Assert.Equal("£12,345,678,901,234.567", workbook.Value(workbook.Cell("KPIs", "A4")));
    }

    [Theory]
    [InlineData("G4", "● Green", "Green")]
    [InlineData("G5", "▲ Amber", "Amber")]
    [InlineData("G7", "■ Red", "Red")]
    [InlineData("G8", "○ Not rated: Awaited", "Not rated: Awaited")]
    [InlineData("M4", "↑ Improved", "Improved")]
    [InlineData("M8", "Too few points", "Too few points")]
    public void Write_RatingOrDirection_ShowsAShapeAndHoldsTheWord(string address, string shown, string held)
    {
        using var workbook = WrittenWorkbook.Of(Paper.Document());
        var cell = workbook.Cell("KPIs", address);

        Assert.Equal((shown, held), (workbook.Shown(cell), workbook.Value(cell)));
    }

    [Fact]
    public void Write_EveryPointOfEveryChart_IsARow()
    {
        using var workbook = WrittenWorkbook.Of(Sample.Document());
        var expected = Sample.Document().Charts.SelectMany(chart => chart.Lines.SelectMany(line => chart.Periods.Select((period, i) =>
            $"{chart.Title}|{chart.Unit}|{line.Name}|{period}|{(line.Values[i] is { } value ? chart.Unit.PrintLevel(value, chart.Decimals) : "")}"))).ToArray();

        Assert.True(expected.Length > 300);
        Assert.Equal(expected, workbook.Rows("Figures").Select(row => string.Join('|', new[] { "Chart", "Unit", "Line", "Period", "Figure" }.Select(column => row[column]))));
    }

    [Fact]
    public void Write_Charts_HaveTheirFiguresInLongForm()
    {
        using var workbook = WrittenWorkbook.Of(Paper.Document());
        var rows = workbook.Rows("Figures");

        Assert.Equal(["96.1%", "", "97.3%", "97.0%", "97.0%", "97.25%"], rows.Select(row => row["Figure"]));
        Assert.Equal(["", "", "definition changed", "", "", ""], rows.Select(row => row["Figure remark"]));
        Assert.Equal(["Jan 2020", "Feb 2020", "Mar 2020"], rows.Take(3).Select(row => row["Period"]));
        Assert.Equal(["Actual", "Target"], rows.Select(row => row["Line"]).Distinct());
    }

    [Fact]
    public void Write_TableWithoutRows_HasItsHeaderAndABlankRow()
    {
        using var workbook = WrittenWorkbook.Of(Paper.Of(Paper.Single("Reds", "Reds")));

        Assert.Equal("A3:A4", workbook.Table("Reds").Reference!.Value);
        Valid(workbook);
    }

    [Fact]
    public void Write_PaperWithoutTables_IsANotesSheet()
    {
        using var workbook = WrittenWorkbook.Of(Paper.Of(new Heading(1, "Nothing")));

        Assert.Equal(["Notes"], workbook.Sheets.Select(sheet => sheet.Name!.Value));
        Valid(workbook);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Write_Twice_GivesTheSameBytes(string name)
    {
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        ExcelWriter.Write(Of(name), first);
        ExcelWriter.Write(Of(name), second);

        Assert.Equal(first.ToArray(), second.ToArray());
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Write_AnyDocument_IsValid(string name)
    {
        using var workbook = WrittenWorkbook.Of(Of(name));
        Valid(workbook);
    }

    private static Document Of(string name) => name == "paper" ? Paper.Document() : Sample.Document();

    internal static void Valid(WrittenWorkbook workbook) =>
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(workbook.Package)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));

    private static Dictionary<string, string> Expected(Table table, IReadOnlyList<Cell> row)
    {
        var expected = table.Keys.ToDictionary(key => key.Key, key => key.Value);
        for (var i = 0; i < row.Count; i++)
        {
            var header = table.Columns[i].Header;
            header = expected.ContainsKey(header) ? $"{table.Columns[i - 1].Header}: {header}" : header;
            expected.Add(header, row[i] is FigureCell figure ? figure.Figure : row[i].Text);
            if ((row[i] as FigureCell)?.Remark is { } remark)
            {
                expected.Add($"{header} remark", remark);
            }
        }

        return expected;
    }
}
