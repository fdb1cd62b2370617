using System.Xml;

namespace Outturn.Reports.Word;

/// <summary>A header or footer that sections show: "headerReference" or "footerReference", for which pages, and the part it names.</summary>
internal sealed record HeaderOrFooter(string Element, string Pages, string Part);

/// <summary>Paper and margins of pages that stand or lie, with their headers and footers.</summary>
internal sealed record PageForm(PageLayout Layout, IReadOnlyList<HeaderOrFooter> HeadersAndFooters);

/// <summary>How the sections of a paper end: paper and orientation, and headers and footers wherever they are others than on the pages before.</summary>
/// <param name="FirstPageDiffers">The template has a first page of its own, a letterhead for example.</param>
/// <param name="HasLetterhead">The template's headers hold a picture, so that the paper needs no logo in its text.</param>
internal sealed record PageSetup(PageForm Upright, PageForm OnItsSide, bool FirstPageDiffers, bool HasLetterhead)
{
    /// <summary>Whether the footer of upright pages is ours; a template's own says nothing of the paper.</summary>
    public bool HasOurFooter => Upright.HeadersAndFooters.Any(shown => shown.Part == Package.FooterId);

    public int TextWidth(Orientation orientation) => For(orientation).Layout.TextWidth;

    /// <param name="before">The orientation of the section before; null for the first.</param>
    public void Write(XmlWriter xml, Orientation orientation, Orientation? before)
    {
        var form = For(orientation);
        xml.Open("sectPr");
        foreach (var shown in before is { } earlier && form.HeadersAndFooters.SequenceEqual(For(earlier).HeadersAndFooters) ? [] : form.HeadersAndFooters)
        {
            xml.Open(shown.Element);
            xml.Attribute("type", shown.Pages);
            xml.WriteAttributeString("r", "id", WordXml.Relationships, shown.Part);
            xml.End();
        }

        xml.Value("type", "nextPage");
        form.Layout.Write(xml);
        if (before is null && FirstPageDiffers)
        {
            xml.Flag("titlePg");
        }

        xml.End();
    }

    private PageForm For(Orientation orientation) => orientation == Orientation.Landscape ? OnItsSide : Upright;
}
