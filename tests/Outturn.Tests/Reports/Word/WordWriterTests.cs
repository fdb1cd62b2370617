using System.Xml.Linq;
using FsCheck.Fluent;
using Outturn.Core.Tests;
using Outturn.Reports;
using static Outturn.Tests.Reports.Word.WordFile;

namespace Outturn.Tests.Reports.Word;

public sealed class WordWriterTests
{
    private static readonly Document Paper = Sample.Document();

    [Fact]
    public void Paper_IsValidForOffice2019()
    {
        using var file = Of(Paper);

        Assert.Empty(file.Complaints());
    }

    [Fact]
    public void Paper_IsValid_WhateverTextsItHolds()
    {
        foreach (var text in HostileText.Texts)
        {
            using var file = Of(HostileText.Everywhere(text));

            Assert.Empty(file.Complaints());
        }
    }

    [Fact]
    public void Paper_WithoutAnySection_IsValid()
    {
        using var file = Of(Paper with { Sections = [] });

        Assert.Empty(file.Complaints());
    }

    [Fact]
    public void Text_IsNeverLost_ButWhatXmlCannotHold() => Prop.ForAll<string>(text =>
    {
        text ??= "";
        using var file = Of(HostileText.Everywhere(text));
        return file.Paragraphs.Any(paragraph => paragraph.Style == "heading 1" && paragraph.Text == Readable(text));
    }).Always();

    [Fact]
    public void TwoRuns_GiveTheSameBytes() => Assert.Equal(Bytes(Paper), Bytes(Sample.Document()));

    [Fact]
    public void Notice_StandsBeforeTheTitle()
    {
        using var file = Of(Paper);

        Assert.Equal(("Report Notice", Paper.Info.Notice!), file.Paragraphs.First());
        Assert.Equal(("heading 1", Paper.Info.Title), file.Paragraphs.ElementAt(1));
    }

    [Fact]
    public void Headings_StandInOrder_AtTheirLevels()
    {
        using var file = Of(Paper);

        var expected = Paper.Blocks.OfType<Heading>().Select(heading => ($"heading {heading.Level}", heading.Number is { } number ? $"{number}\t{heading.Text}" : heading.Text));
        Assert.Equal(expected, file.Paragraphs.Where(paragraph => paragraph.Style.StartsWith("heading", StringComparison.Ordinal)));
    }

    [Fact]
    public void Heading_IsNeverLeftAlone_AtTheFootOfAPage()
    {
        using var file = Of(Paper);

        for (var level = 1; level <= 4; level++)
        {
            Assert.NotEmpty(file.StyleNamed($"heading {level}").Descendants(W + "keepNext"));
        }

        Assert.NotEmpty(file.StyleNamed("caption").Descendants(W + "keepNext"));
        var kept = file.Body.Elements(W + "p").Where(paragraph => paragraph.Element(W + "pPr")!.Element(W + "keepNext") is not null).ToList();
        Assert.Equal(
            ["From:", "To:", "Subject:", "Classification:"],
            kept.Select(Text).Where(text => text.Contains(":\t", StringComparison.Ordinal)).Select(text => text[..(text.IndexOf(':') + 1)]));
        var introductions = kept.Where(paragraph => file.Style(paragraph) != "caption" && !Text(paragraph).Contains(":\t", StringComparison.Ordinal));
        Assert.Equal(
            ["2.1.\tThe latest ratings are as follows:", "Director: Corporate Director for People. Cabinet Member: Communications, Engagement and People.", "Cause: requests"],
            introductions.Select(paragraph => Text(paragraph) is ['C', ..] text ? text[..15] : Text(paragraph)));
    }

    [Fact]
    public void LongFigure_IsNotBrokenAcrossLines()
    {
        using var file = Of(Paper);

        var proposals = file.Body.Elements(W + "tbl").Single(table => Text(table).Contains("£12,000,000", StringComparison.Ordinal));
        Assert.True(Number(proposals.Element(W + "tblGrid")!.Elements(W + "gridCol").ElementAt(2), "w") > 1250);
    }

    [Fact]
    public void Tables_HoldEveryCellOfTheDocument_UnderTheirCaptions()
    {
        using var file = Of(Paper);

        var written = file.Body.Elements(W + "tbl").ToList();
        Assert.Equal(Paper.Tables.Count(), written.Count);
        foreach (var (table, xml) in Paper.Tables.Zip(written))
        {
            Assert.Equal([.. table.Columns.Select(column => column.Header)], Cells(xml.Elements(W + "tr").First()));
            Assert.Equal(table.Rows.Select(row => row.Select(Printed)), xml.Elements(W + "tr").Skip(1).Select(Cells));
            var above = (XElement)xml.PreviousNode!;
            Assert.Equal(("caption", table.Caption), (file.Style(above), Text(above)));
        }
    }

    [Fact]
    public void HeaderRow_RepeatsOnEveryPage_AndNoRowIsSplit()
    {
        using var file = Of(Paper);

        foreach (var rows in file.Body.Elements(W + "tbl").Select(table => table.Elements(W + "tr").Select(row => row.Element(W + "trPr")!).ToList()))
        {
            Assert.NotNull(rows[0].Element(W + "tblHeader"));
            Assert.All(rows.Skip(1), row => Assert.Null(row.Element(W + "tblHeader")));
            Assert.All(rows, row => Assert.NotNull(row.Element(W + "cantSplit")));
        }
    }

    [Fact]
    public void Tables_FillTheWidthOfTheirPage_ToTheTwip()
    {
        using var file = Of(Paper);

        foreach (var table in file.Body.Elements(W + "tbl"))
        {
            var section = table.ElementsAfterSelf().SelectMany(after => after.DescendantsAndSelf(W + "sectPr")).First();
            var (size, margins) = (section.Element(W + "pgSz")!, section.Element(W + "pgMar")!);
            var room = Number(size, "w") - Number(margins, "left") - Number(margins, "right");
            Assert.Equal(room, table.Element(W + "tblGrid")!.Elements(W + "gridCol").Sum(column => Number(column, "w")));
            Assert.Equal(room, Number(table.Element(W + "tblPr")!.Element(W + "tblW")!, "w"));
        }
    }

    [Fact]
    public void Rating_IsAWordAndAShape_BesidesItsColour()
    {
        using var file = Of(Paper);

        var red = file.Body.Descendants(W + "tc").First(cell => Text(cell) == "■ Red");
        Assert.Equal("B10E1E", red.Element(W + "tcPr")!.Element(W + "shd")!.Attribute(W + "fill")!.Value);
        Assert.Equal("FFFFFF", red.Descendants(W + "color").Single().Attribute(W + "val")!.Value);
        Assert.Contains(file.Body.Descendants(W + "tc"), cell => Text(cell) == "○ Not rated: Awaited" && !cell.Descendants(W + "shd").Any());
    }

    [Fact]
    public void Landscape_IsForTheSectionsThatSaySo()
    {
        using var file = Of(Paper);

        var sections = file.Body.Descendants(W + "sectPr").ToList();
        Assert.Equal(
            Paper.Sections.Select(section => section.Orientation == Orientation.Landscape),
            sections.Select(section => section.Element(W + "pgSz")!.Attribute(W + "orient")?.Value == "landscape"));
        Assert.All(sections, section => Assert.Equal(
            section.Element(W + "pgSz")!.Attribute(W + "orient") is not null,
            Number(section.Element(W + "pgSz")!, "w") > Number(section.Element(W + "pgSz")!, "h")));
    }

    [Fact]
    public void PageBreak_NeedsNoEmptyParagraph()
    {
        using var file = Of(Paper);

        Assert.Equal("3.\tContact details", Text(file.Body.Descendants(W + "pageBreakBefore").Single().Ancestors(W + "p").Single()));
    }

    [Fact]
    public void Link_IsOnlyToTheWebOrToMail()
    {
        using var file = Of(Paper);

        Assert.Equal(["guidance of the county", "ask the author"], file.Body.Descendants(W + "hyperlink").Select(Text));
        Assert.Equal(["https", "mailto"], file.Main.HyperlinkRelationships.Select(link => link.Uri.Scheme).Order());
        Assert.Contains(file.Paragraphs, paragraph => paragraph.Text.Contains("link that runs", StringComparison.Ordinal));
    }

    [Fact]
    public void Footer_NamesCouncilTitleAndPage()
    {
        using var file = Of(Paper);

        var footer = Root(file.Main.FooterParts.Single());
        Assert.Equal($"{Paper.Info.Council} · {Paper.Info.Title} · Page 1 of 1", Text(footer));
        Assert.Equal([" PAGE ", " NUMPAGES "], footer.Descendants(W + "fldSimple").Select(field => field.Attribute(W + "instr")!.Value));
    }

    [Fact]
    public void Properties_BearTheDateOfThePaper()
    {
        using var file = Of(Paper);

        var properties = file.Package.PackageProperties;
        Assert.Equal(
            (Paper.Info.Title, Paper.Info.Council, new DateTime(2020, 7, 29, 0, 0, 0, DateTimeKind.Utc), properties.Created, "en-GB"),
            (properties.Title, properties.Creator, properties.Created?.ToUniversalTime(), properties.Modified, properties.Language));
    }

    private static IEnumerable<string> Cells(XElement row) => row.Elements(W + "tc").Select(Text);

    private static string Printed(Cell cell) => cell switch
    {
        RatingCell { Rating: var rating } => $"{rating.Shape()} {cell.Text}",
        DirectionCell { Direction: var direction } when direction.Arrow().Length > 0 => $"{direction.Arrow()} {cell.Text}",
        _ => cell.Text,
    };

    private static int Number(XElement element, string attribute) => int.Parse(element.Attribute(W + attribute)!.Value);

    private static string Readable(string text) => string.Concat(text.Replace("\r\n", "\n").Replace('\r', '\n').EnumerateRunes().Select(rune =>
        rune.Value is '\n' or '\t' ? rune.ToString() : System.Text.Rune.IsControl(rune) || (rune.Value & 0xFFFE) == 0xFFFE ? "\uFFFD" : rune.ToString()));
}
