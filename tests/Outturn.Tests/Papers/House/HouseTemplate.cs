using DocumentFormat.OpenXml.Packaging;

namespace Outturn.Tests.Papers.House;

/// <summary>A made-up council's template as difficult as real ones: identifiers of a German Word, styles renamed, a heading that numbers, a logo on the first page alone, pages that lie with a header of their own.</summary>
internal static class HouseTemplate
{
    private const string Names = """xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" """;

    /// <param name="inHeader">More in the paragraph of the first page's header.</param>
    /// <param name="logoName">What Word and the file it came from call the logo.</param>
    public static byte[] Bytes(string logoText = "", string inHeader = "", string logoName = "Logo", byte[]? logo = null)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            Write(main.AddNewPart<StyleDefinitionsPart>("rS"), $"""
                <w:styles {Names}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
                {Style("Standard", "Normal", "", "w:default=\"1\"")}
                {Style("berschrift1", "heading 1", """<w:basedOn w:val="Standard"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>""")}
                {Style("RT", "House Body", """<w:aliases w:val="HB,Body of the house"/><w:basedOn w:val="Standard"/>""")}
                {Style("TT", "House Table Text", """<w:basedOn w:val="Standard"/><w:rPr><w:sz w:val="28"/></w:rPr>""")}
                {Style("Lst", "List Bullet", """<w:basedOn w:val="Standard"/>""")}
                <w:style w:type="character" w:styleId="Wichtig"><w:name w:val="House Strong"/></w:style><w:style w:type="character" w:styleId="Unseen"><w:name w:val="Unseen"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>
                """);
            Write(main.AddNewPart<NumberingDefinitionsPart>("rN"), $"""<w:numbering {Names}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1)"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>""");
            var first = main.AddNewPart<HeaderPart>("rH1");
            first.AddImagePart(ImagePartType.Png, "rImg").FeedData(new MemoryStream(logo ?? Pictures.Png(40, 20)));
            Write(first, $"""<w:hdr {Names}><w:p><w:r><w:drawing><wp:inline><wp:extent cx="360000" cy="180000"/><wp:docPr id="1" name="{logoName}" descr="{logoText}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="{logoName}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rImg"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="180000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>{inHeader}<w:r><w:t>LETTERHEAD</w:t></w:r></w:p></w:hdr>""");
            Write(main.AddNewPart<HeaderPart>("rH2"), Header("CONTINUATION"));
            Write(main.AddNewPart<HeaderPart>("rH3"), Header("ON ITS SIDE"));
            Write(main, $"""
                <w:document {Names}><w:body><w:p><w:pPr><w:sectPr><w:headerReference w:type="first" r:id="rH1"/><w:headerReference w:type="default" r:id="rH2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1134" w:bottom="1134" w:left="1418" w:header="567" w:footer="567" w:gutter="142"/><w:titlePg/></w:sectPr></w:pPr></w:p>
                <w:sectPr><w:headerReference w:type="default" r:id="rH3"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1000" w:right="850" w:bottom="850" w:left="850" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>
                """);
        }

        return stream.ToArray();
    }

    private static string Header(string text) => $"<w:hdr {Names}><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:hdr>";

    private static string Style(string id, string name, string says, string more = "") => $"""<w:style w:type="paragraph" {more} w:styleId="{id}"><w:name w:val="{name}"/>{says}</w:style>""";

    private static void Write(OpenXmlPart part, string xml)
    {
        using var to = part.GetStream(FileMode.Create, FileAccess.Write);
        to.Write(System.Text.Encoding.UTF8.GetBytes(xml.Trim()));
    }
}
