using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Outturn.Reports.Word;
using Document = Outturn.Reports.Document;

namespace Outturn.Tests.Reports.Word;

public sealed class WordTemplateTests
{
    private static readonly Document Paper = Sample.Document();

    [Fact]
    public void CouncilsStyles_Win_AndOursFillTheGaps()
    {
        using var file = WordFile.Of(Paper, Accepted(Template()));

        Assert.Equal("C00000", file.StyleNamed("heading 1").Descendants(WordFile.W + "color").Single().Attribute(WordFile.W + "val")!.Value);
        Assert.Equal("Ueberschrift1", file.StyleNamed("heading 1").Attribute(WordFile.W + "styleId")!.Value);
        Assert.Equal("1D4F73", file.StyleNamed("heading 2").Descendants(WordFile.W + "color").Single().Attribute(WordFile.W + "val")!.Value);
        Assert.Contains(("Heading 1", Paper.Info.Title), file.Paragraphs);
        Assert.Empty(file.Complaints());
    }

    [Fact]
    public void CouncilsHeaderAndPage_Stay_OnUprightAndTurnedPages()
    {
        using var file = WordFile.Of(Paper, Accepted(Template()));

        Assert.Equal("THE COUNTY'S LOGO", WordFile.Text(WordFile.Root(file.Main.HeaderParts.Single())));
        var sections = file.Body.Descendants(WordFile.W + "sectPr").ToList();
        Assert.Equal(
            ["12240", "15840", "12240"],
            sections.Select(section => section.Element(WordFile.W + "pgSz")!.Attribute(WordFile.W + "w")!.Value));
        Assert.Single(sections[0].Elements(WordFile.W + "headerReference"));
        Assert.Contains("Page 1 of 1", WordFile.Text(WordFile.Root(file.Main.FooterParts.Single())), StringComparison.Ordinal);
    }

    [Fact]
    public void TextOfTheTemplate_AndWhatBelongedToIt_DoesNotReachThePaper()
    {
        using var file = WordFile.Of(Paper, Accepted(Template()));

        Assert.DoesNotContain(file.Paragraphs, paragraph => paragraph.Text.Contains("Type here", StringComparison.Ordinal));
        Assert.Empty(file.Main.ImageParts);
        Assert.Empty(file.Main.DocumentSettingsPart!.ExternalRelationships);
        Assert.Equal(Paper.Info.Council, file.Package.PackageProperties.Creator);
    }

    [Fact]
    public void TwoRuns_OverATemplate_GiveTheSameBytes() =>
        Assert.Equal(WordFile.Bytes(Paper, Accepted(Template())), WordFile.Bytes(Paper, Accepted(Template())));

    [Fact]
    public void WordsOwnTemplateFormat_IsTakenToo()
    {
        using var file = WordFile.Of(Paper, Accepted(Template(WordprocessingDocumentType.Template)));

        Assert.Equal(WordprocessingDocumentType.Document, file.Package.DocumentType);
        Assert.Empty(file.Complaints());
    }

    [Fact]
    public void PaperOfOurs_CanBeATemplate()
    {
        using var file = WordFile.Of(Paper, Accepted(WordFile.Bytes(Paper)));

        using var ours = WordFile.Of(Paper);
        Assert.Equal(ours.Paragraphs, file.Paragraphs);
        Assert.Single(file.Main.FooterParts);
        Assert.Empty(file.Complaints());
    }

    [Theory]
    [InlineData(WordprocessingDocumentType.MacroEnabledDocument)]
    [InlineData(WordprocessingDocumentType.MacroEnabledTemplate)]
    public void Macros_AreRefused(WordprocessingDocumentType type) => Assert.Contains("macros", Refused(Template(type)), StringComparison.Ordinal);

    [Fact]
    public void LinkedPicture_IsRefused_BecauseItWouldBreakOrTell() =>
        Assert.Contains("https://elsewhere.example/logo.png", Refused(Template(linkedLogo: true)), StringComparison.Ordinal);

    [Fact]
    public void WhatIsNoWordFile_IsRefusedWithAReason()
    {
        Assert.Contains("not a Word document", Refused([1, 2, 3]), StringComparison.Ordinal);
        Assert.Contains("not a Word document", Refused([]), StringComparison.Ordinal);
        Assert.Contains("password", Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), StringComparison.Ordinal);
        Assert.Contains("MB", Refused(new byte[WordTemplate.MostBytes + 1]), StringComparison.Ordinal);
    }

    /// <summary>Whatever is accepted can carry a paper; all else is refused in words.</summary>
    [Fact]
    public void DamagedTemplate_IsRefused_OrCarriesThePaper()
    {
        var sound = Template();
        var chance = new Random(29);
        for (var i = 0; i < 200; i++)
        {
            var damaged = sound[..(i % 4 == 0 ? chance.Next(sound.Length) : sound.Length)];
            for (var changes = i % 7; changes > 0 && damaged.Length > 0; changes--)
            {
                damaged[chance.Next(damaged.Length)] = (byte)chance.Next(256);
            }

            if (WordTemplate.Read(damaged) is TemplateResult.Accepted { Template: var template })
            {
                Assert.NotEmpty(WordFile.Bytes(Paper, template));
            }
        }
    }

    private static WordTemplate Accepted(byte[] bytes) => Assert.IsType<TemplateResult.Accepted>(WordTemplate.Read(bytes)).Template;

    private static string Refused(byte[] bytes) => Assert.IsType<TemplateResult.Refused>(WordTemplate.Read(bytes)).Reason;

    /// <summary>A council's template: red titles under an identifier of its own, a logo in words, US paper, a text with a picture.</summary>
    private static byte[] Template(WordprocessingDocumentType type = WordprocessingDocumentType.Document, bool linkedLogo = false)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, type))
        {
            var main = file.AddMainDocumentPart();
            var styles = main.AddNewPart<StyleDefinitionsPart>("rId1");
            styles.Styles = new Styles(
                new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Standard", Default = true },
                new Style(new StyleName { Val = "Heading 1" }, new StyleRunProperties(new Color { Val = "C00000" })) { Type = StyleValues.Paragraph, StyleId = "Ueberschrift1" },
                new Style(new StyleName { Val = "Something else" }) { Type = StyleValues.Paragraph, StyleId = "BodyText" });
            var header = main.AddNewPart<HeaderPart>("rId2");
            header.Header = new Header(new Paragraph(new DocumentFormat.OpenXml.Wordprocessing.Run(new Text("THE COUNTY'S LOGO"))));
            if (linkedLogo)
            {
                header.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", new Uri("https://elsewhere.example/logo.png"), "rLogo");
            }

            var settings = main.AddNewPart<DocumentSettingsPart>("rId4");
            settings.Settings = new Settings(new AttachedTemplate { Id = "rTemplate" });
            settings.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate", new Uri("file:///C:/templates/report.dotx"), "rTemplate");
            main.AddImagePart(ImagePartType.Png, "rId3").FeedData(new MemoryStream([1, 2, 3]));
            file.PackageProperties.Creator = "A person";
            main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document(new Body(
                new Paragraph(new DocumentFormat.OpenXml.Wordprocessing.Run(new Text("Type here"))),
                new SectionProperties(
                    new HeaderReference { Type = HeaderFooterValues.Default, Id = "rId2" },
                    new PageSize { Width = 12240, Height = 15840 },
                    new PageMargin { Top = 1440, Right = 1440, Bottom = 1440, Left = 1440, Header = 720, Footer = 720, Gutter = 0 })));
        }

        return stream.ToArray();
    }
}
