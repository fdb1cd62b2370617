using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Outturn.Reports.Word;

/// <summary>The styles of one paper by their names: the template's where it has them, ours where it has not.</summary>
internal sealed class StyleSheet
{
    /// <summary>The number by which a fresh document knows our bullets.</summary>
    private const int FreshBullets = 1;

    private readonly Dictionary<string, string> ids;

    private StyleSheet(Dictionary<string, string> ids)
    {
        this.ids = ids;
        (TableText, TableHeading) = (ids[OurStyles.TableText], ids[OurStyles.TableHeading]);
    }

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
            text.Append(Element(style, ids));
        }

        Parts.Write(main.AddNewPart<StyleDefinitionsPart>("rStyles"), text.Append("</w:styles>").ToString());
        Bullets.Fresh(main, FreshBullets);
        return new StyleSheet(ids);
    }

    /// <summary>Adds to a template what it lacks; a style that it has stays as the council made it.</summary>
    public static StyleSheet Completed(MainDocumentPart main, string colour)
    {
        var part = main.StyleDefinitionsPart ?? main.AddNewPart<StyleDefinitionsPart>("rOutturnStyles");
        var root = Parts.Read(part) ?? new XElement(WordNames.W + "styles", new XAttribute(XNamespace.Xmlns + "w", WordXml.Main));
        var (ids, taken) = Known(root);
        var bullets = ids.ContainsKey(OurStyles.Bullet) ? 0 : Bullets.Add(main);
        foreach (var style in OurStyles.For(colour, bullets).Where(style => !ids.ContainsKey(style.Name)).ToList())
        {
            var id = style.Name.Replace(" ", "", StringComparison.Ordinal);
            while (!taken.Add(id))
            {
                id += "Outturn";
            }

            ids[style.Name] = id;
            root.Add(XElement.Parse($"""<x xmlns:w="{WordXml.Main}">{Element(style, ids)}</x>""").Elements());
        }

        SpeakEnglish(root);
        Parts.Write(part, root);
        return new StyleSheet(ids);
    }

    private static (Dictionary<string, string> Ids, HashSet<string> Taken) Known(XElement root)
    {
        var ids = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var style in root.Elements(WordNames.W + "style"))
        {
            if (style.Attribute(WordNames.W + "styleId")?.Value is not { } id)
            {
                continue;
            }

            taken.Add(id);
            if (WordNames.StyleName(style) is { } name)
            {
                ids.TryAdd(name, id);
            }
        }

        return (ids, taken);
    }

    private static string Element(OurStyle style, Dictionary<string, string> ids)
    {
        var fallback = style.Name is OurStyles.Normal or OurStyles.TableNormal ? " w:default=\"1\"" : "";
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
