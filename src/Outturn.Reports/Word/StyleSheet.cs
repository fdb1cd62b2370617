using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Outturn.Core.Papers;

namespace Outturn.Reports.Word;

/// <summary>The styles of one paper by their names: the template's where it has them, ours where it has not.</summary>
internal sealed class StyleSheet
{
    /// <summary>The number by which a fresh document knows our bullets.</summary>
    private const int FreshBullets = 1;

    private const int OurTableHalfPoints = 19;

    private readonly Dictionary<string, string> ids;
    private readonly HashSet<string> numbered;

    /// <param name="numbered">Names of styles that number their paragraphs by themselves.</param>
    /// <param name="bullets">The numbering that draws bullets where the list's style draws none; 0 where it does.</param>
    private StyleSheet(Dictionary<string, string> ids, HashSet<string> numbered, int bullets, int? tableHalfPoints)
    {
        (this.ids, this.numbered, ListBullets) = (ids, numbered, bullets);
        TableTextSize = (tableHalfPoints ?? OurTableHalfPoints) * 10;
        (TableText, TableHeading) = (ids[OurStyles.TableText], ids[OurStyles.TableHeading]);
    }

    /// <summary>Type size of tables, in twentieths of a point.</summary>
    public int TableTextSize { get; }

    /// <summary>The numbering to be written into each paragraph of a list; 0 where the list's style has its own.</summary>
    public int ListBullets { get; }

    /// <summary>Whether paragraphs of the style would bear a number of the template's beside ours.</summary>
    public bool Numbers(string name) => numbered.Contains(name);

    public string TableText { get; }

    public string TableHeading { get; }

    /// <summary>The identifier, within the file, of the style of that name.</summary>
    public string this[string name] => ids[name];

    /// <summary>Writes a fresh document's styles and bullets: all ours.</summary>
    public static StyleSheet Fresh(MainDocumentPart main, string colour)
    {
        var ids = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var text = new StringBuilder($"""<w:styles xmlns:w="{WordXml.Main}">""").Append(OurStyles.Defaults);
        foreach (var style in OurStyles.For(colour, FreshBullets))
        {
            ids[style.Name] = style.Name.Replace(" ", "", StringComparison.Ordinal);
            text.Append(Element(style, ids, isFallback: true));
        }

        Parts.Write(main.AddNewPart<StyleDefinitionsPart>("rStyles"), text.Append("</w:styles>").ToString());
        Bullets.Fresh(main, FreshBullets);
        return new StyleSheet(ids, [], 0, null);
    }

    /// <summary>Adds to a template what it lacks; a style that it has, by our name or by the one that the house chose, stays as the council made it.</summary>
    public static StyleSheet Completed(MainDocumentPart main, string colour, IReadOnlyList<StyleChoice> choices)
    {
        var part = main.StyleDefinitionsPart ?? main.AddNewPart<StyleDefinitionsPart>("rOutturnStyles");
        var root = Parts.Read(part) ?? new XElement(WordNames.W + "styles", new XAttribute(XNamespace.Xmlns + "w", WordXml.Main));
        var known = TemplateStyles.Of(root);
        var chosen = choices.ToDictionary(choice => TemplateStyles.OurName(choice.Style), choice => choice.Name);
        var (ids, numbered) = (new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase), new HashSet<string>());
        var taken = root.Elements(WordNames.W + "style").Select(style => style.Attribute(WordNames.W + "styleId")?.Value).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var bullets = 0;
        int? size = null;
        foreach (var style in OurStyles.For(colour, bullets))
        {
            if (known.Find(chosen.GetValueOrDefault(style.Name, style.Name), style.Kind) is not { } found)
            {
                continue;
            }

            ids[style.Name] = found.Attribute(WordNames.W + "styleId")!.Value;
            if (style.Kind == "paragraph" && known.IsNumbered(found))
            {
                numbered.Add(style.Name);
            }

            size = style.Name == OurStyles.TableText ? known.HalfPoints(found) : size;
        }

        bullets = numbered.Remove(OurStyles.Bullet) ? 0 : Bullets.Add(main);
        var unnumbered = ids.ContainsKey(OurStyles.Bullet) ? bullets : 0;
        foreach (var style in OurStyles.For(colour, bullets).Where(style => !ids.ContainsKey(style.Name)).ToList())
        {
            var id = style.Name.Replace(" ", "", StringComparison.Ordinal);
            while (!taken.Add(id))
            {
                id += "Outturn";
            }

            ids[style.Name] = id;
            root.Add(XElement.Parse($"""<x xmlns:w="{WordXml.Main}">{Element(style, ids, isFallback: !HasDefault(root, style.Kind))}</x>""").Elements());
        }

        SpeakEnglish(root);
        Parts.Write(part, root);
        return new StyleSheet(ids, numbered, unnumbered, size);
    }

    private static bool HasDefault(XElement root, string kind) => root.Elements(WordNames.W + "style")
        .Any(style => style.Attribute(WordNames.W + "type")?.Value == kind && style.Attribute(WordNames.W + "default")?.Value is "1" or "true" or "on");

    private static string Element(OurStyle style, Dictionary<string, string> ids, bool isFallback)
    {
        var fallback = isFallback && style.Name is OurStyles.Normal or OurStyles.TableNormal ? " w:default=\"1\"" : "";
        var basedOn = style.BasedOn is { } parent ? $"""<w:basedOn w:val="{ids[parent]}"/>""" : "";
        var next = style.Next is { } name && ids.TryGetValue(name, out var id) ? $"""<w:next w:val="{id}"/>""" : "";
        return $"""<w:style w:type="{style.Kind}" w:styleId="{ids[style.Name]}"{fallback}><w:name w:val="{style.Name}"/>{basedOn}{next}{style.Says}</w:style>""";
    }

    /// <summary>A template made on a machine with another language does not make the paper's text foreign to a screen reader.</summary>
    private static void SpeakEnglish(XElement root)
    {
        var defaults = Within(root, "docDefaults", first: true);
        var run = Within(Within(defaults, "rPrDefault", first: true), "rPr", first: true);
        run.Element(WordNames.W + "lang")?.Remove();
        run.Add(new XElement(
            WordNames.W + "lang", new XAttribute(WordNames.Val, "en-GB"), new XAttribute(WordNames.W + "eastAsia", "en-GB"), new XAttribute(WordNames.W + "bidi", "ar-SA")));
    }

    private static XElement Within(XElement parent, string name, bool first)
    {
        if (parent.Element(WordNames.W + name) is { } found)
        {
            return found;
        }

        var made = new XElement(WordNames.W + name);
        if (first)
        {
            parent.AddFirst(made);
        }
        else
        {
            parent.Add(made);
        }

        return made;
    }
}
