using Outturn.App;
using Outturn.App.Import;

namespace Outturn.Tests.Import;

public sealed class XlsxSourceTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("", "1234.5", "1234.5", "1234.5")]
    [InlineData("2", "1234.5", "1234.50", "1234.5")]
    [InlineData("3", "1234.5", "1,235", "1234.5")]
    [InlineData("0.0%", "0.94199999999999995", "94.2%", "94.2")]
    [InlineData("9", "0.94199999999999995", "94%", "94.2")]
    [InlineData("10", "1.05", "105.00%", "105")]
    [InlineData("0.0\\%", "94.2", "94.2%", "94.2")]
    [InlineData("\"£\"#,##0;[Red]-\"£\"#,##0", "-1234.4", "-£1,234", "-1234.4")]
    [InlineData("[$£-809]#,##0.00", "12", "£12.00", "12")]
    [InlineData("_-* #,##0.00_-;\\-* #,##0.00_-;_-* \"-\"??_-;_-@_-", "1234", "1,234.00", "1234")]
    [InlineData("£0.0,,\"m\"", "1234567", "£1.2m", "1234567")]
    [InlineData("0.0\" days\"", "3.25", "3.3 days", "3.25")]
    [InlineData("#,##0;(#,##0)", "-1234", "-1,234", "-1234")]
    [InlineData("", "0.30000000000000004", "0.3", "0.3")]
    [InlineData("", "1.0000000000000001E-5", "0.00001", "0.00001")]
    [InlineData("", "123456789012345678", "123456789012346000", "123456789012346000")]
    [InlineData("", "-0", "0", "0")]
    public void Read_Number_IsExactAndItsTextIsWhatTheCellShows(string format, string stored, string text, string number)
    {
        var cell = Cell($"<c r=\"B2\" s=\"1\"><v>{stored}</v></c>", format);

        Assert.Equal(text, cell.Text);
        Assert.Equal(number, cell.Number?.ToString());
        Assert.Null(cell.Date);
    }

    [Theory]
    [InlineData("14", "43922", "01/04/2020", "2020-04-01")]
    [InlineData("dd\\ mmmm\\ yyyy", "43922", "01/04/2020", "2020-04-01")]
    [InlineData("[$-809]d mmmm yyyy;@", "43922.5", "01/04/2020", "2020-04-01")]
    [InlineData("dd/mm/yyyy hh:mm", "43922.5", "01/04/2020 12:00", "2020-04-01")]
    [InlineData("17", "43709", "Sep 2019", "2019-09-01")]
    [InlineData("mmm-yy", "43556", "Apr 2019", "2019-04-01")]
    [InlineData("mmmm", "43556", "Apr 2019", "2019-04-01")]
    [InlineData("14", "1", "01/01/1900", "1900-01-01")]
    [InlineData("14", "59", "28/02/1900", "1900-02-28")]
    [InlineData("14", "61", "01/03/1900", "1900-03-01")]
    [InlineData("14", "43921.999999", "01/04/2020", "2020-04-01")]
    public void Read_Date_IsADateAndItsTextIsAsAPersonReadsIt(string format, string stored, string text, string date)
    {
        var cell = Cell($"<c r=\"B2\" s=\"1\"><v>{stored}</v></c>", format);

        Assert.Equal((text, DateOnly.Parse(date), (decimal?)null), (cell.Text, cell.Date, cell.Number));
    }

    [Fact]
    public void Read_DateOfAMacWorkbook_CountsFrom1904() => Assert.Equal(
        new DateOnly(2020, 4, 1),
        Single(RawOffice.Workbook(Rows("<c r=\"B2\" s=\"1\"><v>42460</v></c>"), formats: ["14"], from1904: true)).Rows[0][1].Date);

    [Theory]
    [InlineData("<c r=\"B2\" t=\"s\"><v>0</v></c>", "rich text")]
    [InlineData("<c r=\"B2\" t=\"s\"><v>1</v></c>", " kept ")]
    [InlineData("<c r=\"B2\" t=\"s\"><v>2</v></c>", "漢字")]
    [InlineData("<c r=\"B2\" t=\"s\"><v>3</v></c>", "a\rb_x0041_")]
    [InlineData("<c r=\"B2\" t=\"inlineStr\"><is><r><t>in</t></r><r><t>line</t></r></is></c>", "inline")]
    [InlineData("<c r=\"B2\" t=\"str\"><f>A1&amp;\"x\"</f><v>of a formula</v></c>", "of a formula")]
    [InlineData("<c r=\"B2\" t=\"b\"><v>1</v></c>", "TRUE")]
    [InlineData("<c r=\"B2\" t=\"b\"><v>0</v></c>", "FALSE")]
    [InlineData("<c r=\"B2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", "#DIV/0!")]
    [InlineData("<c r=\"B2\" t=\"e\"><v>#N/A</v></c>", "#N/A")]
    [InlineData("<c r=\"B2\" t=\"d\"><v>2020-04-01T00:00:00Z</v></c>", "01/04/2020")]
    [InlineData("<c r=\"B2\"><f>40+2</f><v>42</v></c>", "42")]
    [InlineData("<c r=\"B2\" t=\"str\"><f>\"\"</f><v></v></c>", "")]
    [InlineData("<c r=\"B2\" s=\"1\"/>", "")]
    [InlineData("<c r=\"B2\"><v>1E+300</v></c>", "1E+300")]
    [InlineData("<c r=\"B2\" s=\"2\"><v>0.000960648148148148</v></c>", "0:01:23")]
    [InlineData("<c r=\"B2\" s=\"2\"><v>1.5</v></c>", "36:00:00")]
    public void Read_CellOfAnyType_IsTheTextThatStandsThere(string cell, string text)
    {
        string[] texts = ["<r><rPr><b/></rPr><t xml:space=\"preserve\">rich </t></r>\n<r><t>text</t></r>", "<t xml:space=\"preserve\"> kept </t>", "<t>漢字</t><rPh sb=\"0\" eb=\"1\"><t>かん</t></rPh>", "<t>a_x000D_b_x005F_x0041_</t>"];

        Assert.Equal(text, Single(RawOffice.Workbook(Rows(cell), texts: texts, formats: ["0.0", "[h]:mm:ss"])).Rows[0][1].Text);
    }

    [Fact]
    public void Read_FormulasWithoutAStoredValue_AreNamedByColumnWithTheFirst()
    {
        var rows = RawOffice.TextRow(1, "ref", "value") + "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>x</v></c><c r=\"B2\"><f>1+1</f></c></row><row r=\"3\"><c r=\"B3\"><f>1+1</f><v/></c></row>";

        Assert.Equal(
            "book.xlsx, \"Data\", row 2, column \"value\": 2 formulas have no stored value, the first of them in B2: open the workbook in Excel, save it, and send it again.",
            Refused(RawOffice.Workbook(rows)).Single().ToString());
    }

    [Fact]
    public void Read_TitleAndNotesAboveAndBelow_AreNoPartOfTheTable()
    {
        var rows = RawOffice.TextRow(1, "Performance dashboard") + RawOffice.TextRow(2, "Source:", "Finance") + RawOffice.TextRow(5, "", "Ref", "Title", "Value", "Note")
            + RawOffice.TextRow(6, "", "CS01", "Calls", "94") + RawOffice.TextRow(8, "", "CS02", "Visits", "95") + RawOffice.TextRow(10, "", "Source: the council");
        var (table, warnings) = Read(RawOffice.Workbook(rows));

        Assert.Equal([("Ref", "B"), ("Title", "C"), ("Value", "D"), ("Note", "E")], table.Header.Select(column => (column.Name, column.Letter)));
        Assert.Equal([6, 8], table.Rows.Select(row => row.Number));
        Assert.Equal(["CS01", "CS02"], table.Rows.Select(row => row[table.Find("ref")!].Text));
        Assert.Equal("", table.Rows[0][table.Find("note")!].Text);
        Assert.Equal("book.xlsx, \"Data\", row 10: What stands below the table from here on was taken for notes and left out: \"Source: the council\".", warnings.Single().ToString());
    }

    [Fact]
    public void Read_ExpectedNames_FindTheHeaderBelowAnotherTable()
    {
        var rows = RawOffice.TextRow(1, "Contact", "Phone", "E-mail") + RawOffice.TextRow(2, "Ann", "1", "a@b") + RawOffice.TextRow(4, "Ref", "Target", "Other") + RawOffice.TextRow(5, "CS01", "94", "x");

        var read = Assert.IsType<ReadResult.Read>(XlsxSource.Read(folder.Write("book.xlsx", RawOffice.Workbook(rows)), ["ref", "target", "value"]));

        Assert.Equal(["Ref", "Target", "Other"], read.Tables.Single().Header.Select(column => column.Name));
        Assert.Equal([5], read.Tables.Single().Rows.Select(row => row.Number));
    }

    [Fact]
    public void Read_HeaderOfYears_IsAHeader()
    {
        var rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Area</t></is></c><c r=\"B1\"><v>2018</v></c><c r=\"C1\"><v>2019</v></c></row>"
            + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Kent</t></is></c><c r=\"B2\"><v>1</v></c><c r=\"C2\"><v>2</v></c></row>";

        Assert.Equal(["Area", "2018", "2019"], Single(RawOffice.Workbook(rows)).Header.Select(column => column.Name));
    }

    [Fact]
    public void Read_YearsMergedOverMonths_AreJoinedToTheirNames()
    {
        var rows = RawOffice.TextRow(2, "Ref", "Title", "2018/19", "", "2019/20", "") + RawOffice.TextRow(3, "", "", "Apr", "May", "Apr", "May") + RawOffice.TextRow(4, "CS01", "Calls", "1", "2", "3", "4");
        var table = Single(RawOffice.Workbook(rows, "<mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:B3\"/><mergeCell ref=\"C2:D2\"/><mergeCell ref=\"E2:F2\"/></mergeCells>"));

        Assert.Equal(["Ref", "Title", "2018/19 Apr", "2018/19 May", "2019/20 Apr", "2019/20 May"], table.Header.Select(column => column.Name));
        Assert.Equal(4, table.Rows.Single().Number);
    }

    [Fact]
    public void Read_YearsAboveMonthsWithoutMerging_AreJoinedWhereTheMonthsRepeat()
    {
        var rows = RawOffice.TextRow(1, "", "", "2018/19", "", "2019/20", "") + RawOffice.TextRow(2, "Ref", "Title", "Apr", "May", "Apr", "May") + RawOffice.TextRow(3, "CS01", "Calls", "1", "2", "3", "4");

        Assert.Equal(["Ref", "Title", "2018/19 Apr", "2018/19 May", "2019/20 Apr", "2019/20 May"], Single(RawOffice.Workbook(rows)).Header.Select(column => column.Name));
    }

    [Fact]
    public void Read_TitleMergedOverTheTable_IsNotJoinedToItsNames()
    {
        var rows = RawOffice.TextRow(1, "Dashboard 2019/20") + RawOffice.TextRow(2, "Ref", "Title", "Value") + RawOffice.TextRow(3, "CS01", "Calls", "1");

        Assert.Equal(["Ref", "Title", "Value"], Single(RawOffice.Workbook(rows, "<mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>")).Header.Select(column => column.Name));
    }

    [Fact]
    public void Read_MergedCells_GiveTheirValueToTheFirst()
    {
        var rows = RawOffice.TextRow(1, "Service", "Value") + RawOffice.TextRow(2, "Contact centre", "1") + RawOffice.TextRow(3, "", "2");
        var table = Single(RawOffice.Workbook(rows, "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"));

        Assert.Equal(["Contact centre", ""], table.Rows.Select(row => row[0].Text));
    }

    [Fact]
    public void Read_HiddenSheets_AreLeftOutByNameAndHiddenRowsAndColumnsAreReadWithAWarning()
    {
        var content = "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData>" + RawOffice.TextRow(1, "Ref", "Value") + RawOffice.TextRow(2, "A", "1").Replace("<row ", "<row hidden=\"1\" ") + "</sheetData>";
        var read = Assert.IsType<ReadResult.Read>(XlsxSource.Read(folder.Write("book.xlsx", RawOffice.Workbook(
            [("Shown", "", content), ("Working", "state=\"hidden\"", content), ("Secret", "state=\"veryHidden\"", content), ("Empty", "", "<sheetData/>")]))));

        Assert.Equal("Shown", read.Tables.Single().Name);
        Assert.Equal("1", read.Tables.Single().Rows.Single()[1].Text);
        Assert.Equal(
            [
                "book.xlsx, \"Shown\", row 2: This row is hidden, and was read.",
                "book.xlsx, \"Shown\", column \"Value\": Column B is hidden, and was read.",
                "book.xlsx: Hidden sheets were left out: \"Working\", \"Secret\". Unhide those that belong to it.",
            ],
            read.Warnings.Select(warning => warning.ToString()));
    }

    [Fact]
    public void Read_SheetOfNotes_IsLeftOutWithAWarning()
    {
        var read = Assert.IsType<ReadResult.Read>(XlsxSource.Read(folder.Write("book.xlsx", RawOffice.Workbook(
            [("Notes", "", $"<sheetData>{RawOffice.TextRow(1, "About")}{RawOffice.TextRow(2, "Figures")}</sheetData>"), ("Data", "", $"<sheetData>{RawOffice.TextRow(1, "Ref", "Value")}{RawOffice.TextRow(2, "A", "1")}</sheetData>")]))));

        Assert.Equal(["Data"], read.Tables.Select(table => table.Name));
        Assert.Equal("book.xlsx, \"Notes\": There is no table here: no row names at least two columns. It was left out.", read.Warnings.Single().ToString());
    }

    [Fact]
    public void Read_CellBeyondTheHeader_IsLeftOutWithAWarning()
    {
        var (table, warnings) = Read(RawOffice.Workbook(RawOffice.TextRow(1, "Ref", "Value") + RawOffice.TextRow(2, "A", "1", "", "check with Ann")));

        Assert.Equal(2, table.Rows[0].Cells.Count);
        Assert.Equal("book.xlsx, \"Data\", row 2: Column D has no name in the header and was left out: \"check with Ann\".", warnings.Single().ToString());
    }

    [Fact]
    public void Read_RowsAndCellsWithoutAddresses_FollowOneAnother()
    {
        var table = Single(RawOffice.Workbook("<row><c t=\"inlineStr\"><is><t>Ref</t></is></c><c t=\"inlineStr\"><is><t>Value</t></is></c></row><row><c t=\"inlineStr\"><is><t>A</t></is></c><c><v>1</v></c></row>"));

        Assert.Equal((2, "B", 1m), (table.Rows[0].Number, table.Header[1].Letter, table.Rows[0][1].Number!.Value));
    }

    private static string Rows(string cell) => RawOffice.TextRow(1, "ref", "value") + $"<row r=\"2\">{RawOffice.Text("A2", "CS01")}{cell}</row>";

    private SourceCell Cell(string cell, string format) => Single(RawOffice.Workbook(Rows(cell), formats: [format])).Rows[0][1];

    private SourceTable Single(byte[] book) => Read(book).Table;

    private (SourceTable Table, IReadOnlyList<Defect> Warnings) Read(byte[] book)
    {
        var result = XlsxSource.Read(folder.Write("book.xlsx", book));
        Assert.True(result is ReadResult.Read, string.Join("\n", (result as ReadResult.Refused)?.Defects ?? []));
        var read = (ReadResult.Read)result;
        return (read.Tables.Single(), read.Warnings);
    }

    private IReadOnlyList<Defect> Refused(byte[] book) =>
        Assert.IsType<ReadResult.Refused>(XlsxSource.Read(folder.Write("book.xlsx", book))).Defects;
}
