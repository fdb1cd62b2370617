using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Outturn.Reports;
using Outturn.Reports.Word;

namespace Outturn.Tests.Reports.Word;

/// <summary>A written Word file, read back part by part as a reader's program does.</summary>
public sealed class WordFile : IDisposable
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    public static readonly XNamespace Wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

    private readonly MemoryStream stream;

    public WordFile(byte[] bytes)
    {
        stream = new MemoryStream(bytes);
        Package = WordprocessingDocument.Open(stream, isEditable: false);
        Main = Package.MainDocumentPart!;
        Body = Root(Main).Element(W + "body")!;
    }

    public WordprocessingDocument Package { get; }

    public MainDocumentPart Main { get; }

    public XElement Body { get; }

    public static byte[] Bytes(Document document, WordTemplate? template = null)
    {
        using var to = new MemoryStream();
        WordWriter.Write(document, to, template);
        return to.ToArray();
    }

    public static WordFile Of(Document document, WordTemplate? template = null) => new(Bytes(document, template));

    public static XElement Root(OpenXmlPart part)
    {
        using var from = part.GetStream(FileMode.Open, FileAccess.Read);
        return XElement.Load(from);
    }

    /// <summary>The text as a reader sees it: a line end is one, a tab is one.</summary>
    public static string Text(XElement element) => string.Concat(element.Descendants().Select(part => part.Name.LocalName switch
    {
        "t" => part.Value,
        "br" => "\n",
        "tab" when part.Parent!.Name == W + "r" => "\t",
        _ => "",
    }));

    public string? Style(XElement paragraph) => StyleName(paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val")?.Value);

    public XElement StyleNamed(string name) => Root(Main.StyleDefinitionsPart!).Elements(W + "style")
        .Single(style => string.Equals(style.Element(W + "name")!.Attribute(W + "val")!.Value, name, StringComparison.OrdinalIgnoreCase));

    public IEnumerable<(string Style, string Text)> Paragraphs => Body.Elements(W + "p").Select(paragraph => (Style(paragraph) ?? "", Text(paragraph)));

    public IReadOnlyList<string> Complaints() =>
        [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(Package).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];

    public void Dispose()
    {
        Package.Dispose();
        stream.Dispose();
    }

    private string? StyleName(string? id) => id is null
        ? null
        : Root(Main.StyleDefinitionsPart!).Elements(W + "style").Single(style => style.Attribute(W + "styleId")!.Value == id).Element(W + "name")!.Attribute(W + "val")!.Value;
}
