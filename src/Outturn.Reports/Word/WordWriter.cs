using DocumentFormat.OpenXml.Packaging;

namespace Outturn.Reports.Word;

/// <summary>Writes a document as a Word file: styles by name, native charts, the same bytes for the same document.</summary>
public static class WordWriter
{
    /// <param name="template">The council's own, or null for ours.</param>
    public static void Write(Document document, Stream to, WordTemplate? template = null) =>
        Write(document, to, template, (main, colour) => new NativeCharts(main, colour));

    /// <summary>The twin that becomes a PDF: the same paper with drawings in place of native charts.</summary>
    internal static void WriteTwin(Document document, Stream to, WordTemplate? template = null) =>
        Write(document, to, template, (main, colour) => new DrawnCharts(main, colour));

    private static void Write(Document document, Stream to, WordTemplate? template, Func<MainDocumentPart, string, IChartForm> form)
    {
        using var memory = new MemoryStream();
        using (var file = template is null ? Package.Fresh(memory) : Package.From(template, memory))
        {
            var (main, info) = (file.MainDocumentPart!, document.Info);
            var styles = template is null ? StyleSheet.Fresh(main, info.Colour) : StyleSheet.Completed(main, info.Colour, template.Styles);
            var pages = template is null ? Package.FreshPage(main, info, styles) : Package.PageOf(main, info, styles);
            Properties.Write(file, info);
            using var xml = WordXml.To(main.GetStream(FileMode.Create, FileAccess.Write));
            xml.Open("document");
            xml.WriteAttributeString("xmlns", "r", null, WordXml.Relationships);
            xml.WriteAttributeString("xmlns", "wp", null, WordXml.WordDrawing);
            xml.WriteAttributeString("xmlns", "a", null, WordXml.Drawing);
            xml.Open("body");
            new BodyWriter(xml, main, styles, pages, form(main, info.Colour)).Write(document);
            xml.End();
            xml.End();
        }

        SteadyPackage.Write(memory, to);
    }
}
