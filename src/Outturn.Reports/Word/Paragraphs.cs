using System.Xml;

namespace Outturn.Reports.Word;

/// <summary>What a paragraph says beyond its style.</summary>
/// <param name="Before">Air above it in twentieths of a point, or null for the style's own.</param>
/// <param name="After">Air below it.</param>
/// <param name="Left">Indent from the margin in twentieths of a point, or null for the style's own.</param>
/// <param name="Hanging">How far the first line stands out of it.</param>
/// <param name="Numbering">The numbering that it has whatever its style says; 0 for none; null for the style's own.</param>
internal readonly record struct Shape(string Style, bool KeepNext = false, int? Before = null, int? After = null, int? Left = null, int Hanging = 0, Align Align = Align.Left, int? Numbering = null);

/// <summary>Opens paragraphs, and gives each what waits for it: a page break before it, the end of a section behind it.</summary>
internal sealed class Paragraphs(XmlWriter xml)
{
    private bool breakBefore;

    /// <summary>The next paragraph begins a new page; no empty paragraph is needed for that.</summary>
    public void BreakPage() => breakBefore = true;

    /// <summary>Writes the end of the section into the next paragraph that is opened.</summary>
    public Action? SectionEnd { get; set; }

    public void Open(Shape shape)
    {
        xml.Open("p");
        xml.Open("pPr");
        xml.Value("pStyle", shape.Style);
        if (shape.KeepNext)
        {
            xml.Flag("keepNext");
        }

        if (breakBefore)
        {
            xml.Flag("pageBreakBefore");
            breakBefore = false;
        }

        if (shape.Numbering is { } numbering)
        {
            xml.Open("numPr");
            xml.Value("ilvl", 0);
            xml.Value("numId", numbering);
            xml.End();
        }

        Measures(shape);
        SectionEnd?.Invoke();
        SectionEnd = null;
        xml.End();
    }

    public void Close() => xml.End();

    /// <summary>A paragraph that cannot be seen, for the end of a section after a table: Word hangs it on paragraphs only.</summary>
    public void Unseen(string style)
    {
        xml.Open("p");
        xml.Open("pPr");
        xml.Value("pStyle", style);
        xml.WriteRaw("""<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>""");
        SectionEnd?.Invoke();
        SectionEnd = null;
        xml.End();
        xml.End();
    }

    /// <summary>A run of text, with what it adds to the look of its style.</summary>
    public void Run(string text, bool bold = false, bool italic = false, string? style = null, string? colour = null)
    {
        xml.Open("r");
        if (bold || italic || style is not null || colour is not null)
        {
            xml.Open("rPr");
            if (style is not null)
            {
                xml.Value("rStyle", style);
            }

            if (bold)
            {
                xml.Flag("b");
                xml.Flag("bCs");
            }

            if (italic)
            {
                xml.Flag("i");
                xml.Flag("iCs");
            }

            if (colour is not null)
            {
                xml.Value("color", colour);
            }

            xml.End();
        }

        xml.Text(text);
        xml.End();
    }

    private void Measures(Shape shape)
    {
        if (shape.Hanging > 0)
        {
            xml.Open("tabs");
            xml.Open("tab");
            xml.Attribute("val", "left");
            xml.Attribute("pos", shape.Left ?? shape.Hanging);
            xml.End();
            xml.End();
        }

        if ((shape.Before ?? shape.After) is not null)
        {
            xml.Open("spacing");
            if (shape.Before is { } before)
            {
                xml.Attribute("before", before);
            }

            if (shape.After is { } after)
            {
                xml.Attribute("after", after);
            }

            xml.End();
        }

        if (shape.Left is { } left)
        {
            xml.Open("ind");
            xml.Attribute("left", left);
            xml.Attribute("hanging", shape.Hanging);
            xml.End();
        }

        if (shape.Align != Align.Left)
        {
            xml.Value("jc", shape.Align == Align.Right ? "right" : "center");
        }
    }
}
