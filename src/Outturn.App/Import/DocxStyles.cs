using System.Xml;

namespace Outturn.App.Import;

/// <summary>What a paragraph's style says of it, as far as naming tables goes.</summary>
internal enum DocxStyle
{
    Text,
    Heading,
    Caption,
}

/// <summary>The styles of a document by their id; a council's own ids stand for Word's names ("heading 1").</summary>
internal static class DocxStyles
{
    public static IReadOnlyDictionary<string, DocxStyle> Read(OfficeFile file)
    {
        var (styles, id) = (new Dictionary<string, DocxStyle>(StringComparer.Ordinal), "");
        if (file.Relations(file.MainPart).Values.FirstOrDefault(relation => relation.Type == "styles") is { } part && file.TryRead(part.Part, out var xml))
        {
            using (xml)
            {
                while (xml.Next())
                {
                    if (xml is { NodeType: XmlNodeType.Element, LocalName: "style" })
                    {
                        id = xml.GetAttribute("styleId", xml.NamespaceURI) ?? "";
                    }
                    else if (xml is { NodeType: XmlNodeType.Element, LocalName: "name" } && Of(xml.GetAttribute("val", xml.NamespaceURI) ?? "") is var style and not DocxStyle.Text)
                    {
                        styles[id] = style;
                    }
                }
            }
        }

        return styles;
    }

    private static DocxStyle Of(string name) =>
        name.StartsWith("heading", StringComparison.OrdinalIgnoreCase) ? DocxStyle.Heading
        : name.Equals("caption", StringComparison.OrdinalIgnoreCase) ? DocxStyle.Caption
        : DocxStyle.Text;
}
