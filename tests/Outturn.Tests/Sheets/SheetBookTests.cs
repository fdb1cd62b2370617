using Outturn.App.Import;
using Outturn.App.Sheets;
using Outturn.Tests.Import;

namespace Outturn.Tests.Sheets;

/// <summary>Workbooks as councils keep them: real dates, formatted percentages, merged headings, several sheets.</summary>
public sealed class SheetBookTests : SheetFixture
{
    private static readonly string[] Formats = ["mmm-yy", "0.0%", "\"£\"#,##0"];

    [Fact]
    public void Read_HeadingsThatAreRealDates_AreMonths()
    {
        var read = Book(("Scorecard",
            RawOffice.TextRow(1, "Contact centre scorecard")
            + $"<row r=\"3\">{RawOffice.Text("A3", "Ref")}{RawOffice.Text("B3", "Indicator")}{RawOffice.Text("C3", "Target")}{RawOffice.Text("D3", "Floor")}<c r=\"E3\" s=\"1\"><v>43556</v></c><c r=\"F3\" s=\"1\"><v>43586</v></c></row>"
            + $"<row r=\"4\">{RawOffice.Text("A4", "CS01")}{RawOffice.Text("B4", "Calls answered")}<c r=\"C4\" s=\"2\"><v>0.95</v></c><c r=\"D4\" s=\"2\"><v>0.9</v></c><c r=\"E4\" s=\"2\"><v>0.9496</v></c><c r=\"F4\" s=\"2\"><v>0.95</v></c></row>"
            + $"<row r=\"5\">{RawOffice.Text("A5", "CS02")}{RawOffice.Text("B5", "Fees")}<c r=\"E5\" s=\"3\"><v>1234</v></c></row>"));

        Assert.Equal("Apr 2019 94.96; May 2019 95", Figures(Of(read, "CS01")));
        Assert.Equal(("%", 1), (Of(read, "CS01").Indicator.Definition.Unit.Name, Of(read, "CS01").Indicator.Definition.Decimals));
        Assert.Equal("Amber", Rated(Of(read, "CS01"), "Apr 2019").Latest.Rating!.ToString());
        Assert.Equal("£", Of(read, "CS02").Indicator.Definition.Unit.Name);
        Assert.Equal("figures for May 2019", Reading(read, "F"));
    }

    [Fact]
    public void Read_MergedHeadingsOverQuarters_BelongToTheYearTheyCover()
    {
        var read = Book(("KPIs",
            RawOffice.TextRow(1, "", "2018/19", "", "2019/20", "") + RawOffice.TextRow(2, "Indicator", "Q3", "Q4", "Q1", "Q2")
            + RawOffice.TextRow(3, "Homes built", "1", "2", "3", "4")
            + "<mergeCells><mergeCell ref=\"B1:C1\"/><mergeCell ref=\"D1:E1\"/></mergeCells>"));

        Assert.Equal("Q3 2018/19 1; Q4 2018/19 2; Q1 2019/20 3; Q2 2019/20 4", Figures(Of(read, "AS01")));
    }

    [Fact]
    public void Read_SheetForEachService_TakesTheServiceFromItsName()
    {
        var read = Book(
            ("Notes", RawOffice.TextRow(1, "About this workbook")),
            ("Housing", RawOffice.TextRow(1, "Measure", "Actual 2019/20", "Target", "Floor") + RawOffice.TextRow(2, "Homes let", "5", "4", "3")),
            ("Planning", RawOffice.TextRow(1, "Measure", "Actual 2019/20", "Target", "Floor") + RawOffice.TextRow(2, "Plans decided", "7", "9", "6")));

        Assert.Equal(["HO01", "PL01"], read.Register.Indicators.Select(indicator => indicator.Indicator.Ref));
        Assert.Equal(["Housing", "Planning"], read.Register.Services.Select(service => service.Name));
        Assert.Contains("book.xlsx, \"Notes\" is not used: no row of it has the headings of a table of indicators.", read.Assumptions);
    }

    [Fact]
    public void Read_SheetForEachQuarter_IsOneSeries()
    {
        const string Header = "Ref|Indicator|Result|Target|Floor";
        var read = Book(
            ("Q1 2019-20", RawOffice.TextRow(1, Header.Split('|')) + RawOffice.TextRow(2, "A", "Calls answered", "81", "80", "75")),
            ("Q2 2019-20", RawOffice.TextRow(1, Header.Split('|')) + RawOffice.TextRow(2, "A", "Calls answered", "76", "80", "75")));

        Assert.Equal("Q1 2019/20 81; Q2 2019/20 76", Figures(Of(read, "A")));
        Assert.Equal("Amber", Rated(Of(read, "A"), "Q2 2019/20").Latest.Rating!.ToString());
    }

    [Fact]
    public void Read_FigureThatAProgramTurnedIntoADate_IsRefusedWithItsCell()
    {
        var result = SheetReader.Read(Tables(("KPIs",
            RawOffice.TextRow(1, "Ref", "Indicator", "Q1 2019/20") + $"<row r=\"2\">{RawOffice.Text("A2", "A")}{RawOffice.Text("B2", "Calls")}<c r=\"C2\" s=\"1\"><v>43556</v></c></row>")));

        Assert.StartsWith("book.xlsx, \"KPIs\", row 2, column \"Q1 2019/20\": \"Apr 2019\" is a date, not a figure",
            Assert.IsType<SheetResult.Refused>(result).Defects.Single().ToString());
    }

    private SheetResult.Read Book(params (string Name, string Content)[] sheets) =>
        SheetReader.Read(Tables(sheets)) switch
        {
            SheetResult.Read read => read,
            SheetResult.Refused refused => throw new Xunit.Sdk.XunitException("Refused: " + string.Join("\n", refused.Defects)),
            _ => throw new InvalidOperationException(),
        };

    private IReadOnlyList<SourceTable> Tables(params (string Name, string Content)[] sheets) => TablesOf(
        RawOffice.Workbook([.. sheets.Select(sheet => (sheet.Name, "", Content(sheet.Content)))], formats: Formats), "book.xlsx");

    private static string Content(string rows) => rows.IndexOf("<mergeCells>", StringComparison.Ordinal) is >= 0 and var at
        ? $"<sheetData>{rows[..at]}</sheetData>{rows[at..]}"
        : $"<sheetData>{rows}</sheetData>";
}
