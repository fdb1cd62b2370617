using Outturn.Core.Papers;
using Outturn.Reports;
using Outturn.Reports.Word;
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
    [InlineData("""<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>""", "hidden text")]
    [InlineData("""<w:ins w:id="1" w:author="A Person"><w:r><w:t>x</w:t></w:r></w:ins>""", "tracked changes")]
    [InlineData("""<w:fldSimple w:instr=" INCLUDEPICTURE &quot;https://elsewhere.example/x.png&quot; "><w:r><w:t>x</w:t></w:r></w:fldSimple>""", "INCLUDEPICTURE")]
    public void Review_finds_what_was_planted_in_a_header(string planted, string reason)
    {
        Assert.Contains(Findings(HouseTemplate.Bytes(inHeader: planted)), finding => finding.Matter == TemplateMatter.Warning && finding.What.Contains(reason, StringComparison.Ordinal));
        Assert.DoesNotContain(Findings(HouseTemplate.Bytes()), finding => finding.What.Contains(reason, StringComparison.Ordinal));
    }

    private static IReadOnlyList<TemplateFinding> Findings(byte[] bytes) => TemplateReview.Of(bytes, Styles);

    private static WordFile Written() => WordFile.Of(Paper, Accepted(HouseTemplate.Bytes()));

    private static WordTemplate Accepted(byte[] bytes) => Assert.IsType<TemplateResult.Accepted>(WordTemplate.Read(bytes, Styles)).Template;

    private static byte[] Bytes(DocumentFormat.OpenXml.Packaging.OpenXmlPart part)
    {
        using var from = part.GetStream(FileMode.Open, FileAccess.Read);
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }
}
