using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using FsCheck.Fluent;
using Outturn.App.Import;
using Outturn.Core.Tests;

namespace Outturn.Tests.Import;

public sealed class DocxSourceTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Read_Tables_AreNamedByCaptionElseHeadingElseNumber()
    {
        var table = Table(Row("Ref", "Value"), Row("A", "1"));
        var tables = Read(
            table + Text("A paragraph") + Text("Contact centre", "Uberschrift") + Text("Introduction") + table + Text("between") + table
            + Text("Monthly KPIs", "Beschriftung") + table + Text("Table 4: Annual KPIs") + Text("") + table + Text("Table talk") + table).Tables;

        Assert.Equal(["table 1", "Contact centre", "Contact centre (2)", "Monthly KPIs", "Table 4: Annual KPIs", "Contact centre (3)"], tables.Select(read => read.Name));
        Assert.Equal("paper.docx, \"Monthly KPIs\"", tables[3].Source);
    }

    [Fact]
    public void Read_CellText_IsItsParagraphsOnOneLineWithItsShapes()
    {
        var cell = "<w:tc><w:p><w:r><w:t xml:space=\"preserve\">● </w:t></w:r><w:r><w:t>Green</w:t></w:r></w:p><w:p><w:r><w:t>↑</w:t><w:tab/><w:t>Improved</w:t><w:br/><w:t>20</w:t><w:noBreakHyphen/><w:t>21</w:t></w:r></w:p></w:tc>";

        Assert.Equal("● Green ↑ Improved 20-21", Read(Table(Row("Ref", "Rating"), $"<w:tr>{Cell("A")}{cell}</w:tr>")).Tables.Single().Rows.Single()[1].Text);
    }

    [Fact]
    public void Read_DeletedTextAndSecondDrawings_AreNotThere()
    {
        var cell = "<w:tc><w:p><w:del><w:r><w:delText>90</w:delText><w:t>91</w:t></w:r></w:del><w:moveFrom><w:r><w:t>92</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>94</w:t></w:r></w:ins>"
            + "<mc:AlternateContent><mc:Choice><w:t>%</w:t></mc:Choice><mc:Fallback><w:t>%</w:t></mc:Fallback></mc:AlternateContent></w:p></w:tc>";

        Assert.Equal("94%", Read(Table(Row("Ref", "Value"), $"<w:tr>{Cell("A")}{cell}</w:tr>")).Tables.Single().Rows.Single()[1].Text);
    }

    [Fact]
    public void Read_MergedCells_GiveTheirTextToTheFirstAndHeadingsToEveryColumn()
    {
        var table = Read(Table(
            $"<w:tr>{Cell("Ref", "<w:vMerge w:val=\"restart\"/>")}{Cell("2018/19", "<w:gridSpan w:val=\"2\"/>")}{Cell("2019/20", "<w:gridSpan w:val=\"2\"/>")}</w:tr>",
            $"<w:tr>{Cell("", "<w:vMerge/>")}{Cell("Result")}{Cell("Rating")}{Cell("Result")}{Cell("Rating")}</w:tr>",
            $"<w:tr>{Cell("CS01", "<w:vMerge w:val=\"restart\"/>")}{Cell("94", "<w:gridSpan w:val=\"2\"/>")}{Cell("95")}{Cell("Green")}</w:tr>",
            $"<w:tr>{Cell("stale", "<w:vMerge/>")}{Cell("93")}{Cell("Red")}{Cell("95")}{Cell("Green")}</w:tr>",
            $"<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>{Cell("92")}</w:tr>")).Tables.Single();

        Assert.Equal(["Ref", "2018/19 Result", "2018/19 Rating", "2019/20 Result", "2019/20 Rating"], table.Header.Select(column => column.Name));
        Assert.Equal(["CS01|94||95|Green", "|93|Red|95|Green", "|92|||"], table.Rows.Select(row => string.Join('|', Enumerable.Range(0, 5).Select(i => row[i].Text))));
        Assert.Equal([3, 4, 5], table.Rows.Select(row => row.Number));
    }

    [Fact]
    public void Read_HeadingInTheFirstRowOverAllColumns_IsNoHeader()
    {
        var table = Read(Table($"<w:tr>{Cell("Contact centre", "<w:gridSpan w:val=\"3\"/>")}</w:tr>", Row("Ref", "Value", "Rating"), Row("CS01", "94%", "Green"))).Tables.Single();

        Assert.Equal(["Ref", "Value", "Rating"], table.Header.Select(column => column.Name));
    }

    [Fact]
    public void Read_HeaderOverTwoColumnsOfFigures_IsNumberedAndNotJoinedToThem()
    {
        var table = Read(Table($"<w:tr>{Cell("Ref")}{Cell("2018/19", "<w:gridSpan w:val=\"2\"/>")}</w:tr>", Row("CS01", "94%", "95%"))).Tables.Single();

        Assert.Equal(["Ref", "2018/19", "2018/19 (2)"], table.Header.Select(column => column.Name));
        Assert.Equal("CS01", table.Rows.Single()[0].Text);
    }

    [Fact]
    public void Read_TableThatNamesAColumnTwice_IsLeftOutWithAWarning()
    {
        var read = Read(Table(Row("Ref", "RAG", "RAG"), Row("A", "Red", "Green")) + Table(Row("Ref", "Value"), Row("A", "1")));

        Assert.Equal(["table 2"], read.Tables.Select(table => table.Name));
        Assert.Equal(
            "paper.docx, \"table 1\", row 1, column \"RAG\": The header names this column more than once (columns B and C): keep one of them, or rename it. This table was left out.",
            read.Warnings.Single().ToString());
    }

    [Fact]
    public void Read_TableWithinACell_IsATableOfItsOwn()
    {
        var inner = Table(Row("Inner", "Value"), Row("B", "2"));
        var tables = Read(Table(Row("Outer", "Value"), $"<w:tr>{Cell("A")}<w:tc>{inner}<w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>")).Tables;

        Assert.Equal(["Inner", "Outer"], tables.Select(table => table.Header[0].Name));
        Assert.Equal("1", tables[1].Rows.Single()[1].Text);
    }

    [Fact]
    public void Read_DocumentWithoutTables_IsRefused()
    {
        Assert.Equal("The document has no table that can be read.", Refused(Text("Nothing")));
        Assert.Equal("The document has no table that can be read.", Refused(Table(Row("A box"))));
    }

    [Fact]
    public void Read_AnyTableWrittenByTheSdk_ReadsBackEqual()
    {
        var text = Gen.Elements("a", "b c", "é", "漢", "<&>", "94.2%", "[x]", "■ Red").ArrayOf().Select(pieces => string.Join(' ', pieces));
        Prop.ForAll(Gen.ArrayOf(text.ArrayOf(2)).ToArbitrary(), rows =>
        {
            var body = new Body(new Paragraph(), new Table(rows.Select(row => row.Prepend("CS01")).Prepend(["Ref", "Note", "Value"])
                .Select(row => new TableRow(row.Select(cell => new TableCell(new Paragraph(new Run(new Text(cell)))))))));
            using (var document = WordprocessingDocument.Create(folder.Path("any.docx"), WordprocessingDocumentType.Document))
            {
                document.AddMainDocumentPart().Document = new Document(body);
            }

            var table = Read(DocxSource.Read(folder.Path("any.docx"))).Tables.Single();
            Assert.Equal(rows, table.Rows.Select(row => new[] { row[1].Text, row[2].Text }));
        }).Always();
    }

    private static string Table(params string[] rows) => $"<w:tbl>{string.Concat(rows)}</w:tbl>";

    private static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(cell => Cell(cell)))}</w:tr>";

    private static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{Text(text)}</w:tc>";

    private static string Text(string text, string style = "") => $"<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    private ReadResult.Read Read(string body) => Read(DocxSource.Read(folder.Write("paper.docx", RawOffice.Document(body))));

    private static ReadResult.Read Read(ReadResult result)
    {
        Assert.True(result is ReadResult.Read, string.Join("\n", (result as ReadResult.Refused)?.Defects ?? []));
        return (ReadResult.Read)result;
    }

    private string Refused(string body) =>
        Assert.IsType<ReadResult.Refused>(DocxSource.Read(folder.Write("paper.docx", RawOffice.Document(body)))).Defects[0].Reason;
}
