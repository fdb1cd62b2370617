using DocumentFormat.OpenXml.Packaging;

namespace Outturn.Reports.Word;

/// <summary>What the file says of itself to Windows, to SharePoint and to a records system. Its dates are the paper's own.</summary>
internal static class Properties
{
    public static void Write(WordprocessingDocument file, DocumentInfo info)
    {
        var (title, council, date) = (Text(info.Title), Text(info.Council), $"{info.Date:yyyy-MM-dd}T00:00:00Z");
        var core = file.AddCoreFilePropertiesPart();
        file.ChangeIdOfPart(core, "rCore");
        Parts.Write(
            core,
            $"""<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:creator>{council}</dc:creator><cp:lastModifiedBy>{council}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">{date}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{date}</dcterms:modified><dc:language>en-GB</dc:language></cp:coreProperties>""");
        var app = file.AddExtendedFilePropertiesPart();
        file.ChangeIdOfPart(app, "rApp");
        Parts.Write(
            app,
            $"""<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Outturn</Application><Company>{council}</Company></Properties>""");
    }

    private static string Text(string text) => Markup.Escape(WordXml.CleanLine(text));
}
