using System.Xml.Linq;

namespace Outturn.Reports.Word;

/// <summary>Namespaces for reading the parts of a template.</summary>
internal static class WordNames
{
    public static readonly XNamespace W = WordXml.Main;
    public static readonly XNamespace R = WordXml.Relationships;

    public static XName Val { get; } = W + "val";

    /// <summary>The name of a style, of whatever spelling: Word writes "heading 1" where its window says "Heading 1".</summary>
    public static string? StyleName(XElement style) => style.Element(W + "name")?.Attribute(Val)?.Value;
}
