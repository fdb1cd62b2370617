using Outturn.Core.Papers;
using Outturn.Reports;
using Outturn.Reports.Word;
using Outturn.Tests.Release;
using Outturn.Tests.Reports;
using Outturn.Tests.Reports.Word;

namespace Outturn.Tests.Papers.House;

public sealed class HouseTemplateTests
{
    private static readonly StyleChoice[] Styles = [new(PaperStyle.BodyText, "HB"), new(PaperStyle.TableText, "house table text")];

    private static readonly Document Paper = Sample.Document();

    private static readonly Logo Logo = new("logo.png", Pictures.Png(400, 120), true, 400, 120, "Testshire <County> Council");

    [Fact]
    public void Styles_that_the_house_calls_otherwise_are_found_by_name_or_other_name_in_any_capitals()
    {
        using var file = Written();
        Assert.Contains(file.Paragraphs, paragraph => paragraph.Style == "House Body");
        Assert.DoesNotContain(file.Paragraphs, paragraph => paragraph.Style == "Body Text");
        Assert.Contains(file.Body.Descendants(WordFile.W + "tc").SelectMany(cell => cell.Elements(WordFile.W + "p")), paragraph => file.Style(paragraph) == "House Table Text");
        Assert.Empty(file.Complaints());
    }

    [Fact]
    public void Letterhead_stands_on_the_first_page_and_pages_on_their_side_keep_their_own_header_and_margins()
    {
        using var file = Written();
        var sections = file.Body.Descendants(WordFile.W + "sectPr").ToList();
        string[] Headers(int section) => [.. sections[section].Elements(WordFile.W + "headerReference").Select(reference => WordFile.Text(WordFile.Root(file.Main.GetPartById(reference.Attribute(WordFile.R + "id")!.Value))))];
        Assert.Equal(["CONTINUATION", "LETTERHEAD"], Headers(0));
        Assert.NotNull(sections[0].Element(WordFile.W + "titlePg"));
        var side = sections.FindIndex(section => section.Element(WordFile.W + "pgSz")!.Attribute(WordFile.W + "orient") is not null);
        Assert.Contains("ON ITS SIDE", Headers(side));
        Assert.Equal("1000", sections[side].Element(WordFile.W + "pgMar")!.Attribute(WordFile.W + "top")!.Value);
        Assert.Equal(("1418", "142"), (sections[0].Element(WordFile.W + "pgMar")!.Attribute(WordFile.W + "left")!.Value, sections[0].Element(WordFile.W + "pgMar")!.Attribute(WordFile.W + "gutter")!.Value));
        Assert.All(sections, section => Assert.True(section == sections[0] || section.Element(WordFile.W + "titlePg") is null));
    }

    [Fact]
    public void Heading_that_numbers_by_itself_does_not_number_beside_us_and_a_list_without_bullets_gets_ours()
    {
        using var file = Written();
        string? Numbering(string style) => file.Body.Elements(WordFile.W + "p").First(paragraph => file.Style(paragraph) == style).Descendants(WordFile.W + "numId").SingleOrDefault()?.Attribute(WordFile.W + "val")?.Value;
        Assert.Equal("0", Numbering("heading 1"));
        Assert.Equal("2", Numbering("List Bullet"));
        using var plain = WordFile.Of(Paper);
        Assert.Empty(plain.Body.Descendants(WordFile.W + "numPr"));
    }

    [Fact]
    public void Logo_is_in_the_text_with_its_words_unless_the_letterhead_has_a_picture()
    {
        var paper = Paper with { Info = Paper.Info with { Logo = Logo } };
        using var ours = WordFile.Of(paper);
        Assert.Equal(Logo.Text, ours.Body.Descendants(WordFile.Wp + "docPr").First().Attribute("descr")!.Value);
        Assert.Equal(Logo.Bytes, Bytes(Assert.Single(ours.Main.ImageParts)));
        Assert.Empty(ours.Complaints());
        using var house = WordFile.Of(paper, Accepted(HouseTemplate.Bytes()));
        Assert.Empty(house.Main.ImageParts);
        Assert.Empty(house.Complaints());
        using var html = new MemoryStream();
        Outturn.Reports.Html.HtmlWriter.Write(paper, html);
        Assert.Contains("alt=\"Testshire &lt;County&gt; Council\"", System.Text.Encoding.UTF8.GetString(html.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("No Such Style", "does not have")]
    [InlineData("House Strong", "is a character style")]
    public void Style_that_is_not_there_or_of_another_kind_is_refused_with_what_there_is(string name, string reason)
    {
        var refused = Assert.IsType<TemplateResult.Refused>(WordTemplate.Read(HouseTemplate.Bytes(), [new(PaperStyle.Caption, name)]));
        Assert.Contains(reason, refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Review_says_what_a_template_lacks_and_hides()
    {
        var said = Findings(HouseTemplate.Bytes());
        Assert.Contains(said, finding => finding.Matter == TemplateMatter.Warning && finding.What.Contains("no alternative text", StringComparison.Ordinal));
        Assert.Contains(said, finding => finding.Matter == TemplateMatter.Warning && finding.What.Contains("table_text is larger", StringComparison.Ordinal));
        Assert.Contains(said, finding => finding.What.Contains("heading_2", StringComparison.Ordinal) && finding.What.Contains("caption", StringComparison.Ordinal) && !finding.What.Contains("body_text", StringComparison.Ordinal));
        Assert.Contains(said, finding => finding.What.Contains("numbers by itself", StringComparison.Ordinal));
        Assert.Contains(said, finding => finding.What.Contains("de-DE", StringComparison.Ordinal));
        Assert.DoesNotContain(Findings(HouseTemplate.Bytes(logoText: "Testshire")), finding => finding.What.Contains("alternative text", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""<w:r><w:rPr><w:vanish/></w:rPr><w:t>SECRET</w:t></w:r>""", "hidden text")]
    [InlineData("""<w:r><w:rPr><w:rStyle w:val="Unseen"/></w:rPr><w:t>SECRET</w:t></w:r>""", "hidden text")]
    [InlineData("""<w:ins w:id="1" w:author="SECRET"><w:r w:rsidR="00A1B2C3"><w:t>KEPT</w:t></w:r></w:ins>""", "tracked changes with")]
    [InlineData("""<w:moveTo w:id="1" w:author="SECRET"><w:r><w:t>KEPT</w:t></w:r></w:moveTo>""", "tracked changes with")]
    [InlineData("""<w:del w:id="1" w:author="J Smith"><w:r><w:delText>SECRET</w:delText></w:r></w:del>""", "tracked changes with")]
    [InlineData("""<w:moveFrom w:id="1" w:author="J Smith"><w:r><w:t>SECRET</w:t></w:r></w:moveFrom>""", "tracked changes with")]
    [InlineData("""</w:p><w:p><w:pPr><w:jc w:val="left"/><w:rPr><w:del w:id="2" w:author="SECRET"/></w:rPr></w:pPr></w:p><w:p>""", "tracked changes with")]
    [InlineData("""</w:p><w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:trPr><w:del w:id="2" w:author="J Smith"/></w:trPr><w:tc><w:p><w:r><w:t>SECRET</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p>""", "tracked changes with")]
    [InlineData("""</w:p><w:p><w:pPr><w:jc w:val="left"/><w:pPrChange w:id="1" w:author="SECRET"><w:pPr/></w:pPrChange></w:pPr>""", "changes of formatting")]
    [InlineData("""<w:r><w:rPr><w:b/><w:rPrChange w:id="1" w:author="SECRET"><w:rPr/></w:rPrChange></w:rPr><w:t>KEPT</w:t></w:r>""", "changes of formatting")]
    [InlineData("""<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> AUT</w:instrText></w:r><w:r><w:instrText>HOR </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>SECRET</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>""", "prints a name")]
    [InlineData("""<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF 1 = 1 "</w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> LASTSAVEDBY </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>SECRET</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>""", "prints a name")]
    [InlineData("""<w:fldSimple w:instr=" DOCPROPERTY Manager "><w:r><w:t>SECRET</w:t></w:r></w:fldSimple>""", "prints a name")]
    [InlineData("""<w:fldSimple w:instr=" FILENAME \p "><w:r><w:t>SECRET</w:t></w:r></w:fldSimple>""", "prints a name")]
    [InlineData("""<w:fldSimple w:instr=" INCLUDEPICTURE &quot;https://SECRET.example/x.png&quot; "><w:r><w:t>KEPT</w:t></w:r></w:fldSimple>""", "INCLUDEPICTURE")]
    [InlineData("""<w:sdt><w:sdtPr><w:alias w:val="Author"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>SECRET</w:t></w:r></w:sdtContent></w:sdt>""", "content control")]
    [InlineData("""<w:sdt><w:sdtPr><w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:creator[1]" w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>SECRET</w:t></w:r></w:sdtContent></w:sdt>""", "content control")]
    public void What_a_header_hides_is_left_out_of_papers_and_the_review_says_so(string planted, string reason)
    {
        var template = HouseTemplate.Bytes("Testshire", planted);
        Assert.Contains(Findings(template), finding => finding.Matter != TemplateMatter.Refusal && finding.What.Contains(reason, StringComparison.Ordinal));
        Assert.DoesNotContain(Findings(HouseTemplate.Bytes("Testshire")), finding => finding.What.Contains(reason, StringComparison.Ordinal));
        var written = Bytes(template);
        Assert.Empty(CleanOffice.Traces(written));
        using var file = new WordFile(written);
        var headers = file.Main.HeaderParts.Select(WordFile.Root).ToList();
        Assert.DoesNotContain(headers, header => header.ToString().Contains("SECRET", StringComparison.Ordinal) || header.ToString().Contains("J Smith", StringComparison.Ordinal));
        Assert.Equal(planted.Contains("KEPT", StringComparison.Ordinal), headers.Any(header => WordFile.Text(header).Contains("KEPT", StringComparison.Ordinal)));
        Assert.Contains(headers, header => WordFile.Text(header).EndsWith("LETTERHEAD", StringComparison.Ordinal));
        Assert.Empty(file.Complaints());
    }

    [Theory]
    [InlineData("""<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>""", "PAGE")]
    [InlineData("""<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> STYLEREF "heading 1" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:webHidden/></w:rPr><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>""", "STYLEREF")]
    [InlineData("""<w:sdt><w:sdtPr><w:alias w:val="Authority"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>Testshire 1</w:t></w:r></w:sdtContent></w:sdt>""", "Testshire")]
    [InlineData("""<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Testshire 1</w:t></w:r>""", "Testshire")]
    public void What_a_header_shows_to_everybody_stays(string shown, string kept)
    {
        using var file = new WordFile(Bytes(HouseTemplate.Bytes("Testshire", shown)));
        var header = file.Main.HeaderParts.Select(WordFile.Root).Single(header => WordFile.Text(header).Contains("LETTERHEAD", StringComparison.Ordinal));
        Assert.Contains(kept, header.ToString(), StringComparison.Ordinal);
        Assert.Contains("1LETTERHEAD", WordFile.Text(header), StringComparison.Ordinal);
        Assert.Empty(file.Complaints());
    }

    [Theory]
    [InlineData(@"C:\Users\jsmith\logo.png")]
    [InlineData(@"\\srv\share\logo.png")]
    [InlineData("file:///home/jsmith/logo.png")]
    public void Picture_loses_the_path_it_came_from_and_keeps_its_words(string path)
    {
        using var file = new WordFile(Bytes(HouseTemplate.Bytes("Testshire Council", logoName: path)));
        var picture = file.Main.HeaderParts.SelectMany(part => WordFile.Root(part).Descendants(WordFile.Wp + "docPr")).Single();
        Assert.Equal(("Picture 1", "Testshire Council"), (picture.Attribute("name")!.Value, picture.Attribute("descr")!.Value));
        Assert.Empty(CleanOffice.Traces(Bytes(HouseTemplate.Bytes(logoText: path, logoName: path))));
        Assert.Contains(Findings(HouseTemplate.Bytes("Testshire Council", logoName: path)), finding => finding.What.Contains(path, StringComparison.Ordinal));
        Assert.Contains(Findings(HouseTemplate.Bytes(path)), finding => finding.What.Contains("no alternative text", StringComparison.Ordinal));
    }

    public static TheoryData<byte[], byte[]> Photographed => new()
    {
        { Pictures.Png(40, 20, null, ("tEXt", "Author\0A Person"u8.ToArray()), ("eXIf", "A Person"u8.ToArray())), Pictures.Png(40, 20) },
        { Pictures.Jpeg(40, 20, 3, [.. "A Person"u8]), Pictures.PlainJpeg(40, 20, 3) },
    };

    [Theory]
    [MemberData(nameof(Photographed))]
    public void Picture_in_a_header_keeps_its_pixels_and_loses_who_made_it(byte[] made, byte[] alone)
    {
        var template = HouseTemplate.Bytes("Testshire", logo: made);
        using var file = new WordFile(Bytes(template));
        Assert.Equal(alone, Bytes(file.Main.HeaderParts.SelectMany(part => part.ImageParts).Single()));
        Assert.NotEmpty(CleanOffice.Traces(template));
        Assert.Empty(CleanOffice.Traces(Bytes(template)));
        Assert.Contains(Findings(template), finding => finding.What.Contains("more than it shows", StringComparison.Ordinal));
        Assert.DoesNotContain(Findings(HouseTemplate.Bytes("Testshire", logo: alone)), finding => finding.What.Contains("more than it shows", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("file:///C:/Users/jsmith/plan.docx", false)]
    [InlineData("https://www.testshire.example/", true)]
    public void Link_to_a_page_stays_and_one_to_somebodys_file_becomes_its_words(string address, bool stays)
    {
        using var memory = new MemoryStream();
        memory.Write(HouseTemplate.Bytes("Testshire", """<w:hyperlink r:id="rL"><w:r><w:t>KEPT</w:t></w:r></w:hyperlink>"""));
        using (var template = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(memory, isEditable: true))
        {
            template.MainDocumentPart!.GetPartById("rH1").AddHyperlinkRelationship(new Uri(address), isExternal: true, "rL");
        }

        using var file = new WordFile(Bytes(memory.ToArray()));
        Assert.Equal(stays ? [address] : [], file.Main.HeaderParts.SelectMany(part => part.HyperlinkRelationships).Select(link => link.Uri.OriginalString));
        Assert.Contains(file.Main.HeaderParts.Select(part => WordFile.Text(WordFile.Root(part))), text => text.Contains("KEPT", StringComparison.Ordinal));
        Assert.Contains(Findings(memory.ToArray()), finding => finding.Matter == (stays ? TemplateMatter.Note : TemplateMatter.Warning) && finding.What.Contains($"links to {address}", StringComparison.Ordinal));
        Assert.Empty(file.Complaints());
    }

    /// <summary>LibreOffice ends without a word and without a PDF at a paragraph's content control that is bound to the author.</summary>
    [Fact]
    public async Task Header_with_a_control_bound_to_the_author_prints_as_pdf()
    {
        var template = HouseTemplate.Bytes("Testshire", """</w:p><w:sdt><w:sdtPr><w:alias w:val="Author"/><w:dataBinding w:xpath="/cp:coreProperties/dc:creator" w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/><w:text/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>J Smith</w:t></w:r></w:p></w:sdtContent></w:sdt><w:p>""");
        Assert.Single(Assert.IsType<Outturn.Reports.Pdf.PdfResult.Printed>(await new Outturn.Reports.Pdf.PdfPrinter().PrintAsync([Paper], Accepted(template), default)).Files);
    }

    private static IReadOnlyList<TemplateFinding> Findings(byte[] bytes) => TemplateReview.Of(bytes, Styles);

    private static WordFile Written() => WordFile.Of(Paper, Accepted(HouseTemplate.Bytes()));

    private static WordTemplate Accepted(byte[] bytes) => Assert.IsType<TemplateResult.Accepted>(WordTemplate.Read(bytes, Styles)).Template;

    /// <summary>The paper as a file in a template's form.</summary>
    private static byte[] Bytes(byte[] template)
    {
        using var stream = new MemoryStream();
        WordWriter.Write(Paper, stream, Accepted(template));
        return stream.ToArray();
    }

    private static byte[] Bytes(DocumentFormat.OpenXml.Packaging.OpenXmlPart part)
    {
        using var from = part.GetStream(FileMode.Open, FileAccess.Read);
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }
}
