using System.Xml;

namespace Outturn.App.Import;

/// <param name="Part">Where its cells are in the file.</param>
internal sealed record XlsxSheetEntry(string Name, string Part, bool Hidden);

/// <summary>What a workbook says of itself: its sheets in the order of their tabs, its texts and its formats.</summary>
internal sealed record XlsxWorkbook(IReadOnlyList<XlsxSheetEntry> Sheets, IReadOnlyList<string> Texts, IReadOnlyList<XlsxFormat> Formats, bool From1904)
{
    public static XlsxWorkbook Read(OfficeFile file)
    {
        var (sheets, from1904) = (new List<XlsxSheetEntry>(), false);
        var relations = file.Relations(file.MainPart);
        using (var xml = Part(file, file.MainPart))
        {
            while (xml.Next())
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
                {
                    if (Relation(xml) is { } id && relations.TryGetValue(id, out var relation) && relation.Type == "worksheet")
                    {
                        sheets.Add(new XlsxSheetEntry(XlsxText.Decode(xml.GetAttribute("name") ?? ""), relation.Part, xml.GetAttribute("state") is "hidden" or "veryHidden"));
                    }
                }
                else if (xml is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
                {
                    from1904 = xml.GetAttribute("date1904") is "1" or "true" or "on";
                }
            }
        }

        return new XlsxWorkbook(sheets, ReadTexts(file, relations), ReadFormats(file, relations), from1904);
    }

    public static XmlReader Part(OfficeFile file, string part) =>
        file.TryRead(part, out var xml) ? xml : throw new OfficeDamageException($"{part} is missing");

    private static List<string> ReadTexts(OfficeFile file, IReadOnlyDictionary<string, OfficeRelation> relations)
    {
        var texts = new List<string>();
        if (relations.Values.FirstOrDefault(relation => relation.Type == "sharedStrings") is { } part)
        {
            using var xml = Part(file, part.Part);
            while (xml.Next())
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
                {
                    texts.Add(XlsxText.Read(xml));
                }
            }
        }

        return texts;
    }

    private static List<XlsxFormat> ReadFormats(OfficeFile file, IReadOnlyDictionary<string, OfficeRelation> relations)
    {
        var (own, looks, inLooks) = (new Dictionary<int, XlsxFormat>(), new List<XlsxFormat>(), false);
        if (relations.Values.FirstOrDefault(relation => relation.Type == "styles") is { } part)
        {
            using var xml = Part(file, part.Part);
            while (xml.Next())
            {
                if (xml.LocalName == "cellXfs")
                {
                    inLooks = xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
                }
                else if (xml is { NodeType: XmlNodeType.Element, LocalName: "numFmt" } && int.TryParse(xml.GetAttribute("numFmtId"), out var id))
                {
                    own[id] = XlsxFormat.Parse(xml.GetAttribute("formatCode") ?? "");
                }
                else if (inLooks && xml is { NodeType: XmlNodeType.Element, LocalName: "xf" })
                {
                    _ = int.TryParse(xml.GetAttribute("numFmtId"), out var format);
                    looks.Add(own.TryGetValue(format, out var found) ? found : XlsxFormat.BuiltIn(format));
                }
            }
        }

        return looks;
    }

    /// <summary>The attribute r:id, under whichever of its two namespaces.</summary>
    private static string? Relation(XmlReader xml) =>
        xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");
}
