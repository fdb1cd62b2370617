using System.Xml;
using System.Xml.Linq;

namespace Outturn.Reports.Word;

/// <summary>Paper and margins, in twentieths of a point, as they stand upright.</summary>
internal sealed record PageLayout(int Width, int Height, int Top, int Right, int Bottom, int Left, int Header, int Footer)
{
    /// <summary>A4 with margins of two centimetres.</summary>
    public static PageLayout A4 { get; } = new(11906, 16838, 1134, 1134, 1134, 1134, 567, 567);

    /// <summary>The layout of a template's section; a template that lies on its side is stood upright.</summary>
    public static PageLayout Of(XElement section)
    {
        var (size, margins) = (section.Element(WordNames.W + "pgSz"), section.Element(WordNames.W + "pgMar"));
        var layout = new PageLayout(
            Read(size, "w", A4.Width), Read(size, "h", A4.Height),
            Read(margins, "top", A4.Top), Read(margins, "right", A4.Right), Read(margins, "bottom", A4.Bottom), Read(margins, "left", A4.Left),
            Read(margins, "header", A4.Header), Read(margins, "footer", A4.Footer));
        return layout.Width > layout.Height ? layout.Turned() : layout;
    }

    public PageLayout For(Orientation orientation) => orientation == Orientation.Landscape ? Turned() : this;

    /// <summary>The width that text has.</summary>
    public int TextWidth => Math.Max(Width - Left - Right, Width / 3);

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
        xml.Attribute("gutter", 0);
        xml.End();
    }

    /// <summary>On its side; header and footer need their room there too, so top and bottom stay.</summary>
    private PageLayout Turned() => this with { Width = Height, Height = Width };

    private static int Read(XElement? element, string name, int otherwise) =>
        element?.Attribute(WordNames.W + name) is { } found && int.TryParse(found.Value, out var twips) ? twips : otherwise;
}
