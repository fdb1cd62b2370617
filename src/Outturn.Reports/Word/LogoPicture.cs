using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Outturn.Core.Papers;

namespace Outturn.Reports.Word;

/// <summary>The council's logo as a picture in the text, with what is read out in its place.</summary>
internal static class LogoPicture
{
    private const int UnitsPerMillimetre = 36_000;
    private const int UnitsPerPixel = 9_525;
    private const int Widest = 60 * UnitsPerMillimetre;
    private const int Highest = 22 * UnitsPerMillimetre;

    /// <summary>Beyond what charts are numbered by.</summary>
    private const int Number = 100_000;

    public static void Write(XmlWriter xml, MainDocumentPart main, Logo logo)
    {
        const string id = "rLogo";
        using (var part = main.AddNewPart<ImagePart>(logo.ContentType, id).GetStream(FileMode.Create, FileAccess.Write))
        {
            part.Write(logo.Bytes);
        }

        var share = Math.Min(1, Math.Min((double)Widest / (logo.Width * UnitsPerPixel), (double)Highest / (logo.Height * UnitsPerPixel)));
        var (w, h, text) = ((int)(logo.Width * UnitsPerPixel * share), (int)(logo.Height * UnitsPerPixel * share), Markup.Escape(WordXml.CleanLine(logo.Text)));
        xml.WriteRaw(
            $"""<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{w}" cy="{h}"/><wp:docPr id="{Number}" name="Logo" descr="{text}"/><a:graphic><a:graphicData uri="{WordXml.Picture}"><pic:pic xmlns:pic="{WordXml.Picture}"><pic:nvPicPr><pic:cNvPr id="{Number}" name="Logo" descr="{text}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>""");
    }
}
