using System.Xml;
using System.Xml.Linq;

namespace Outturn.Reports.Word;

/// <summary>Paper and margins, in twentieths of a point.</summary>
internal sealed record PageLayout(int Width, int Height, int Top, int Right, int Bottom, int Left, int Header, int Footer, int Gutter = 0)
{
    /// <summary>A4 with margins of two centimetres.</summary>
    public static PageLayout A4 { get; } = new(11906, 16838, 1134, 1134, 1134, 1134, 567, 567);

    /// <summary>The layout of a template's section, upright or on its side.</summary>
    public static PageLayout Of(XElement section)
    {
        var (size, margins) = (section.Element(WordNames.W + "pgSz"), section.Element(WordNames.W + "pgMar"));
        var layout = new PageLayout(
            Read(size, "w", A4.Width), Read(size, "h", A4.Height),
            Read(margins, "top", A4.Top), Read(margins, "right", A4.Right), Read(margins, "bottom", A4.Bottom), Read(margins, "left", A4.Left),
            Read(margins, "header", A4.Header), Read(margins, "footer", A4.Footer), Read(margins, "gutter", 0));
        return layout;
    }

    public bool IsOnItsSide => Width > Height;

    /// <summary>The width that text has.</summary>
    public int TextWidth => Math.Max(Width - Left - Right - Gutter, Width / 3);

    public void Write(XmlWriter xml)
    {
        xml.Open("pgSz");
        xml.Attribute("w", Width);
        xml.Attribute("h", Height);
        if (Width > Height)
        {
            xml.Attribute("orient", "landscape");
        }

        xml.End();
        xml.Open("pgMar");
        xml.Attribute("top", Top);
        xml.Attribute("right", Right);
        xml.Attribute("bottom", Bottom);
        xml.Attribute("left", Left);
        xml.Attribute("header", Header);
        xml.Attribute("footer", Footer);
        xml.Attribute("gutter", Gutter);
        xml.End();
    }

    /// <summary>On its side; header and footer need their room there too, so top and bottom stay.</summary>
    public PageLayout Turned() => this with { Width = Height, Height = Width };

    private static int Read(XElement? element, string name, int otherwise) =>
        element?.Attribute(WordNames.W + name) is { } found && int.TryParse(found.Value, out var twips) ? twips : otherwise;
}
