using System.Xml;

namespace Outturn.Reports.Word;

/// <summary>A header or footer that every section shows: "headerReference" or "footerReference", for which pages, and the part it names.</summary>
internal sealed record HeaderOrFooter(string Element, string Pages, string Part);

/// <summary>How the sections of a paper end: paper size and orientation, and on the first section the headers and footers that all share.</summary>
/// <param name="FirstPageDiffers">The template has a first page of its own, a letterhead for example.</param>
internal sealed record PageSetup(PageLayout Layout, IReadOnlyList<HeaderOrFooter> HeadersAndFooters, bool FirstPageDiffers)
{
    /// <summary>Whether the footer is ours; a template's own says nothing of the paper.</summary>
    public bool HasOurFooter => HeadersAndFooters.Any(shown => shown.Part == Package.FooterId);

    public int TextWidth(Orientation orientation) => Layout.For(orientation).TextWidth;

    public void Write(XmlWriter xml, Orientation orientation, bool first)
    {
        xml.Open("sectPr");
        foreach (var shown in first ? HeadersAndFooters : [])
        {
            xml.Open(shown.Element);
            xml.Attribute("type", shown.Pages);
            xml.WriteAttributeString("r", "id", WordXml.Relationships, shown.Part);
            xml.End();
        }

        xml.Value("type", "nextPage");
        Layout.For(orientation).Write(xml);
        if (first && FirstPageDiffers)
        {
            xml.Flag("titlePg");
        }

        xml.End();
    }
}
