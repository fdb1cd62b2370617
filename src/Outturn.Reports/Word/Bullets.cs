using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Outturn.Reports.Word;

/// <summary>The numbering behind our bulleted lists. Numbers of paragraphs are typed by the paper itself, so that they never shift.</summary>
internal static class Bullets
{
    public static void Fresh(MainDocumentPart main, int number) =>
        Parts.Write(
            main.AddNewPart<NumberingDefinitionsPart>("rNumbering"),
            $"""<w:numbering xmlns:w="{WordXml.Main}">{Shape(0)}{Instance(number, 0)}</w:numbering>""");

    /// <summary>Adds our bullets to a template's own numbering, and returns their number there.</summary>
    public static int Add(MainDocumentPart main)
    {
        if (main.NumberingDefinitionsPart is not { } part || Parts.Read(part) is not { } root)
        {
            Fresh(main, 1);
            return 1;
        }

        var (shapes, instances) = (root.Elements(WordNames.W + "abstractNum").ToList(), root.Elements(WordNames.W + "num").ToList());
        var (shape, number) = (After(shapes, "abstractNumId"), Math.Max(1, After(instances, "numId")));
        Place(root, shapes, Shape(shape));
        Place(root, instances.Count > 0 ? instances : [.. root.Elements(WordNames.W + "abstractNum")], Instance(number, shape));
        Parts.Write(part, root);
        return number;
    }

    /// <summary>Numbering has a strict order: pictures, shapes, instances.</summary>
    private static void Place(XElement root, List<XElement> after, string xml)
    {
        var element = XElement.Parse($"""<x xmlns:w="{WordXml.Main}">{xml}</x>""").Elements().Single();
        if (after.Count > 0)
        {
            after[^1].AddAfterSelf(element);
        }
        else
        {
            root.Add(element);
        }
    }

    private static int After(List<XElement> elements, string id) => elements
        .Select(element => int.TryParse(element.Attribute(WordNames.W + id)?.Value, CultureInfo.InvariantCulture, out var number) ? number + 1 : 0)
        .DefaultIfEmpty(0)
        .Max();

    private static string Shape(int id) =>
        $"""
        <w:abstractNum w:abstractNumId="{id}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{OurStyles.BulletIndent}" w:hanging="{OurStyles.BulletIndent}"/></w:pPr></w:lvl></w:abstractNum>
        """;

    private static string Instance(int number, int shape) => $"""<w:num w:numId="{number}"><w:abstractNumId w:val="{shape}"/></w:num>""";
}
