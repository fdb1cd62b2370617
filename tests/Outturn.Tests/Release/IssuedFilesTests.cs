using AngleSharp.Html.Parser;
using Outturn.Tests.Papers;
using Outturn.Tests.Reports.Word;

namespace Outturn.Tests.Release;

/// <summary>The files of an issued paper are whole for every reader, and hold nothing that nobody meant to publish.</summary>
[Collection(IssuedPaper.Collection)]
public sealed class IssuedFilesTests(IssuedPaper paper)
{
    private const string Workbook = "xl/workbook.xml";
    private const string Body = "word/document.xml";

    [Fact]
    public void The_word_file_is_valid_and_has_nothing_but_the_paper() => Assert.Empty(CleanOffice.Findings(paper.Bytes("docx"), paper.Edition, Links()));

    [Fact]
    public void The_workbook_is_valid_and_has_nothing_but_the_paper() => Assert.Empty(CleanOffice.Findings(paper.Bytes("xlsx"), paper.Edition, []));

    [Fact]
    public void The_workbook_keeps_the_rules_for_accessible_spreadsheets() => Assert.Empty(CleanWorkbook.Findings(paper.Bytes("xlsx")));

    [Fact]
    public void The_pdf_is_tagged_throughout_and_has_nothing_but_the_paper() => Assert.Empty(Pdf(paper.Bytes("pdf")));

    [Fact]
    public void The_web_page_loads_nothing_and_leads_only_where_it_says()
    {
        using var stream = new MemoryStream(paper.Bytes("html"));
        var page = new HtmlParser().ParseDocument(stream);
        Assert.Empty(page.QuerySelectorAll("script, link, iframe, object, embed, form, img[src^=http]"));
        Assert.Equal(["author", "viewport"], page.QuerySelectorAll("meta[name]").Select(meta => meta.GetAttribute("name")!).Order(StringComparer.Ordinal));
        Assert.Equal(paper.Edition.Council, page.QuerySelector("meta[name=author]")!.GetAttribute("content"));
        Assert.DoesNotContain(page.QuerySelectorAll("*"), element => element.ChildNodes.Any(node => node.NodeType == AngleSharp.Dom.NodeType.Comment));
        Assert.DoesNotMatch(CleanOffice.FilePath(), page.DocumentElement.OuterHtml);
    }

    /// <summary>Planted: each kind of thing that must not be there.</summary>
    [Theory]
    [InlineData("xlsx", "docProps/core.xml", "<cp:lastModifiedBy>Wealdshire County Council<", "<cp:lastModifiedBy>jsmith<", "property: lastModifiedBy says jsmith")]
    [InlineData("docx", "docProps/core.xml", "<dc:creator>Wealdshire County Council<", "<dc:creator>J Smith<", "property: creator says J Smith")]
    [InlineData("docx", "docProps/core.xml", "<dc:language>en-GB</dc:language>", "", "property: language is missing")]
    [InlineData("xlsx", "docProps/core.xml", "<dc:title>Strategic", "<dc:title>Draft of Strategic", "property: title is Draft")]
    [InlineData("docx", "docProps/app.xml", "<Application>", "<Manager>J Smith</Manager><Application>", "property: Manager says J Smith")]
    [InlineData("docx", Body, "<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", "has vanish")]
    [InlineData("docx", Body, "<w:r>", "<w:r w:rsidR=\"00A1B2C3\">", "has rsidR")]
    [InlineData("docx", Body, "</w:p>", "<w:ins w:id=\"9\" w:author=\"J Smith\"><w:r><w:t>more</w:t></w:r></w:ins></w:p>", "has ins")]
    [InlineData("docx", Body, "</w:p>", "<w:moveTo w:id=\"9\" w:author=\"J Smith\"><w:r><w:t>more</w:t></w:r></w:moveTo></w:p>", "has moveTo")]
    [InlineData("docx", Body, "<w:sectPr>", "<w:sectPr><w:sectPrChange w:id=\"9\" w:author=\"J Smith\"/>", "has sectPrChange")]
    [InlineData("docx", Body, "<w:r>", "<w:r><w:rPr><w:rPrChange w:id=\"9\" w:author=\"J Smith\"><w:rPr/></w:rPrChange></w:rPr>", "has rPrChange")]
    [InlineData("docx", Body, "</w:p>", "<w:sdt><w:sdtPr><w:alias w:val=\"Author\"/></w:sdtPr><w:sdtContent><w:r><w:t>J Smith</w:t></w:r></w:sdtContent></w:sdt></w:p>", "has sdt")]
    [InlineData("docx", Body, "</w:p>", "<w:fldSimple w:instr=\" LASTSAVEDBY \"><w:r><w:t>J Smith</w:t></w:r></w:fldSimple></w:p>", "has a field LASTSAVEDBY")]
    [InlineData("docx", Body, "</w:p>", "<w:r><w:instrText> FILENAME \\p </w:instrText></w:r></w:p>", "has a field FILENAME")]
    [InlineData("docx", Body, "<w:body>", "<w:body><w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"9\" name=\"\\\\srv\\jsmith\\logo.png\"/></wp:inline></w:drawing></w:r></w:p>", @"path: word/document.xml has \\srv\jsmith")]
    [InlineData("docx", Body, "<w:t>Mar 2026<", @"<w:t>C:\Users\jsmith\draft.docx<", @"path: word/document.xml has C:\Users")]
    [InlineData("docx", Body, "<w:t>Mar 2026<", "<w:t>/home/jsmith/draft<", "path: word/document.xml has /home/jsmith")]
    [InlineData("docx", Body, "<w:body>", "<w:body><w:nothing/>", "not valid")]
    [InlineData("docx", "word/_rels/document.xml.rels", "</Relationships>", "<Relationship Id=\"rOut\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"https://elsewhere.example/\" TargetMode=\"External\"/></Relationships>", "link: word/_rels/document.xml.rels leads to https://elsewhere.example/")]
    public void What_nobody_meant_to_publish_in_an_office_file_is_found(string format, string part, string text, string by, string finding)
    {
        var findings = CleanOffice.Findings(EditedFile.Part(paper.Bytes(format), part, text, by), paper.Edition, Links());
        Assert.Contains(findings, found => found.Contains(finding, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("docx", "customXml/item1.xml")]
    [InlineData("docx", "word/comments.xml")]
    [InlineData("xlsx", "xl/externalLinks/externalLink1.xml")]
    [InlineData("docx", "word/media/image9.png")]
    public void A_part_that_nothing_leads_to_is_found(string format, string part) =>
        Assert.Contains($"hidden part: nothing leads to {part}", CleanOffice.Findings(EditedFile.With(paper.Bytes(format), part, "<note>not for publication</note>"), paper.Edition, Links()));

    [Theory]
    [InlineData(Workbook, "name=\"Ratings\"", "name=\"Ratings\" state=\"hidden\"", "hidden: the sheet Ratings")]
    [InlineData(Workbook, "name=\"Ratings\"", "name=\"Sheet5\"", "name: the sheet Sheet5")]
    [InlineData("xl/worksheets/sheet6.xml", "<row r=\"9\"", "<row hidden=\"1\" r=\"9\"", "hidden: row 9 of KPIs")]
    [InlineData("xl/worksheets/sheet6.xml", "<col min=\"3\"", "<col hidden=\"1\" min=\"3\"", "hidden: column 3 of KPIs")]
    [InlineData("xl/worksheets/sheet6.xml", "</sheetData>", "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A4:A6\"/></mergeCells>", "merged: A4:A6 of KPIs")]
    [InlineData("xl/worksheets/sheet6.xml", "<c r=\"A1\"", "<c r=\"B1\"", "title: the sheet KPIs")]
    [InlineData("xl/worksheets/sheet6.xml", "<v>", "<f>1+1</f><v>", "formula: A1 of KPIs")]
    [InlineData("xl/worksheets/sheet6.xml", "</sheetData>", "<row r=\"99\"><c r=\"A99\"><v>1</v></c></row></sheetData>", "table: KPIs has rows outside")]
    [InlineData("xl/tables/table5.xml", " ref=", " headerRowCount=\"0\" ref=", "table: KPIs_5 of KPIs has no name or no header row")]
    [InlineData("xl/tables/table5.xml", "displayName=\"KPIs_5\"", "displayName=\"Table5\"", "table: Table5 of KPIs")]
    public void What_a_rule_for_accessible_spreadsheets_forbids_is_found(string part, string text, string by, string finding) =>
        Assert.Contains(CleanWorkbook.Findings(EditedFile.Part(paper.Bytes("xlsx"), part, text, by)), found => found.StartsWith(finding, StringComparison.Ordinal));

    [Fact]
    public void An_empty_column_of_a_table_is_found()
    {
        var emptied = EditedFile.Part(paper.Bytes("xlsx"), "xl/worksheets/sheet7.xml", sheet => System.Text.RegularExpressions.Regex.Replace(sheet, @"(<c r=""K(?:[4-9]|\d\d)"" s=""\d+"")[^/]*?>.*?</c>", "$1 />"));
        Assert.Contains(CleanWorkbook.Findings(emptied), found => found.StartsWith("empty: column ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/S /H2", "/S /P", "headings of level 2")]
    [InlineData("/S /TH", "/S /TD", "header cells")]
    [InlineData("/S /Table", "/S /Sect", "tables")]
    [InlineData("/Alt <", "/ActualText <", "figures in words")]
    [InlineData("/Lang (en-GB)", "", "language: missing")]
    [InlineData("/DisplayDocTitle true", "/DisplayDocTitle false", "title in the window")]
    [InlineData("/Marked true", "/Marked false", "tags: no")]
    [InlineData("/Author <feff0057", "/Author <feff0058", "author: Xealdshire County Council")]
    [InlineData("/Creator <feff", "/Keywords (seen by J Smith) /Creator <feff", "property: Keywords says seen by J Smith")]
    [InlineData("/Creator <feff", "/Creator <feff002f0068006f006d0065002f006a0073006d0069007400680020", "path: /home/jsmith")]
    [InlineData("/PageMode /UseOutlines", "/PageMode /UseOutlines /AA << /WC << /S /URI /URI (https://elsewhere.example/) >> >>", "link: https://elsewhere.example/")]
    [InlineData("/PageMode /UseOutlines", "/PageMode /UseOutlines /AA << /WC << /S /JavaScript /JS (app.alert\\(1\\)) >> >>", "hidden: /JavaScript")]
    public void What_is_wrong_with_a_pdf_is_found(string text, string by, string finding)
    {
        var changed = PdfSource.Back(EditedFile.Once(PdfSource.Of(paper.Bytes("pdf")), text, by));
        Assert.Contains(Pdf(changed), found => found.StartsWith(finding, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_within_a_pdf_is_found() =>
        Assert.Contains("hidden: /EmbeddedFile", Pdf(PdfSource.Run("qpdf", paper.Bytes("pdf"), "--add-attachment", paper.PathOf("csv"), "--")));

    private List<string> Pdf(byte[] file)
    {
        using var stream = new MemoryStream(paper.Bytes("html"));
        var page = new HtmlParser().ParseDocument(stream);
        var headings = Enumerable.Range(1, 4).ToDictionary(level => level, level => page.QuerySelectorAll($"main h{level}").Length);
        var tables = PaperTables.OfHtml(paper.Bytes("html")).Select(table => table.Rows[0].Count).ToList();
        Assert.Equal((1, 50), (headings[1], tables.Count));
        return CleanPdf.Findings(file, paper.Edition, headings, tables, paper.Dashboard.Indicators.Count, Links());
    }

    /// <summary>The addresses that the paper prints: the web page has them as links.</summary>
    private List<string> Links()
    {
        using var stream = new MemoryStream(paper.Bytes("html"));
        using var word = new WordFile(paper.Bytes("docx"));
        var printed = string.Concat(word.Body.Elements(WordFile.W + "p").Select(WordFile.Text));
        return [.. new HtmlParser().ParseDocument(stream).QuerySelectorAll("a[href]").Select(link => (Address: link.GetAttribute("href")!, link.TextContent)).Where(link => !link.Address.StartsWith('#') && printed.Contains(link.TextContent, StringComparison.Ordinal)).Select(link => link.Address)];
    }
}
