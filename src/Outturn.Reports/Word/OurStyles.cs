namespace Outturn.Reports.Word;

/// <summary>A style of ours: its name, its kind (paragraph, character, table) and what it says.</summary>
/// <param name="Says">Everything between the name and the end of the style, as WordprocessingML.</param>
/// <param name="BasedOn">Name of the style it builds on, or null.</param>
/// <param name="Next">Name of the style of the paragraph after it, or null for the same.</param>
internal sealed record OurStyle(string Name, string Kind, string Says, string? BasedOn = "Normal", string? Next = null);

/// <summary>The look of a paper where a council's template does not say otherwise.</summary>
/// <remarks>Arial throughout, as most councils' accessibility rules ask; Liberation Sans has its measures where Arial is missing.</remarks>
internal static class OurStyles
{
    /// <remarks>No name here may be that of a PDF structure type ("Note"): a style would change its meaning in a tagged PDF.</remarks>
    public const string Normal = "Normal";
    public const string BodyText = "Body Text";
    public const string Numbered = "Numbered Paragraph";
    public const string Bullet = "List Bullet";
    public const string Fact = "Report Fact";
    public const string Caption = "caption";
    public const string Chart = "Report Chart";
    public const string Note = "Report Note";
    public const string Notice = "Report Notice";
    public const string TableText = "Table Text";
    public const string TableHeading = "Table Heading";
    public const string Table = "Outturn Table";
    public const string TableNormal = "Normal Table";
    public const string Hyperlink = "Hyperlink";
    public const string Footer = "footer";

    /// <summary>How far numbered text stands in from the margin: room for "10.12." in body type.</summary>
    public const int NumberIndent = 851;

    public const int BulletIndent = 397;

    public static string Heading(int level) => $"heading {level}";

    /// <summary>What holds for every style that does not say otherwise.</summary>
    public const string Defaults =
        """
        <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>
        <w:color w:val="0B0C0C"/><w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
        <w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>
        """;

    /// <param name="colour">The council's main colour, as #rrggbb.</param>
    /// <param name="bullets">The numbering that draws bullets.</param>
    public static IEnumerable<OurStyle> For(string colour, int bullets)
    {
        var main = WordXml.Hex(colour);
        var (grey, rule, shade) = (WordXml.Hex(Palette.Grey), WordXml.Hex(Palette.Rule), WordXml.Hex(Palette.Shade));
        yield return new(Normal, "paragraph", """<w:qFormat/><w:pPr><w:spacing w:after="120"/></w:pPr>""", BasedOn: null);
        yield return new(TableNormal, "table",
            """<w:uiPriority w:val="99"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>""",
            BasedOn: null);
        for (var level = 1; level <= 4; level++)
        {
            var (size, before, after) = level switch { 1 => (44, 0, 200), 2 => (32, 360, 140), 3 => (26, 280, 100), _ => (24, 220, 80) };
            yield return new(Heading(level), "paragraph",
                $"""<w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="{before}" w:after="{after}"/><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/><w:bCs/><w:color w:val="{main}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>""",
                Next: BodyText);
        }

        yield return new(BodyText, "paragraph", """<w:qFormat/><w:pPr><w:spacing w:after="160" w:line="271" w:lineRule="auto"/></w:pPr>""");
        yield return new(Numbered, "paragraph",
            $"""<w:qFormat/><w:pPr><w:tabs><w:tab w:val="left" w:pos="{NumberIndent}"/></w:tabs><w:ind w:left="{NumberIndent}" w:hanging="{NumberIndent}"/></w:pPr>""",
            BasedOn: BodyText);
        yield return new(Bullet, "paragraph",
            $"""<w:qFormat/><w:pPr><w:numPr><w:numId w:val="{bullets}"/></w:numPr><w:spacing w:after="80"/><w:ind w:left="{BulletIndent}" w:hanging="{BulletIndent}"/></w:pPr>""",
            BasedOn: BodyText);
        yield return new(Fact, "paragraph", """<w:qFormat/><w:pPr><w:spacing w:after="140"/></w:pPr>""", BasedOn: BodyText);
        yield return new(Caption, "paragraph",
            """<w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="200" w:after="80"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr>""");
        yield return new(Chart, "paragraph", """<w:qFormat/><w:pPr><w:keepLines/><w:spacing w:before="80" w:after="80"/></w:pPr>""");
        yield return new(Note, "paragraph",
            $"""<w:qFormat/><w:pPr><w:spacing w:before="80" w:after="100"/></w:pPr><w:rPr><w:color w:val="{grey}"/><w:sz w:val="19"/><w:szCs w:val="19"/></w:rPr>""");
        yield return new(Notice, "paragraph",
            $"""<w:qFormat/><w:pPr><w:pBdr><w:left w:val="single" w:sz="36" w:space="8" w:color="{main}"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{shade}"/><w:spacing w:after="240"/><w:ind w:left="227"/></w:pPr><w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>""",
            Next: BodyText);
        yield return new(TableText, "paragraph",
            """<w:qFormat/><w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr><w:sz w:val="19"/><w:szCs w:val="19"/></w:rPr>""");
        yield return new(TableHeading, "paragraph", """<w:qFormat/><w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr>""", BasedOn: TableText);
        yield return new(Table, "table",
            $"""
            <w:uiPriority w:val="99"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="{rule}"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="{rule}"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="{rule}"/></w:tblBorders>
            <w:tblCellMar><w:top w:w="45" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="45" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>
            <w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="12" w:space="0" w:color="{main}"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{shade}"/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>
            """,
            BasedOn: TableNormal);
        yield return new(Hyperlink, "character", $"""<w:uiPriority w:val="99"/><w:rPr><w:color w:val="{main}"/><w:u w:val="single"/></w:rPr>""", BasedOn: null);
        yield return new(Footer, "paragraph",
            $"""<w:pPr><w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="{rule}"/></w:pBdr><w:spacing w:after="0"/></w:pPr><w:rPr><w:color w:val="{grey}"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>""");
    }
}
