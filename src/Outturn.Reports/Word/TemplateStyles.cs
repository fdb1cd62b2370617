using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Outturn.Core.Papers;

namespace Outturn.Reports.Word;

/// <summary>The styles of a template as people find them: by the name in Word's window, by another name of theirs, or by identifier.</summary>
internal sealed class TemplateStyles
{
    /// <summary>How our styles are called in a template; Word's own names, so that most templates need no word more.</summary>
    private static readonly string[] OurNames =
    [
        OurStyles.Heading(1), OurStyles.Heading(2), OurStyles.Heading(3), OurStyles.Heading(4), OurStyles.BodyText, OurStyles.Numbered, OurStyles.Bullet, OurStyles.Fact, OurStyles.Caption,
        OurStyles.TableHeading, OurStyles.TableText, OurStyles.Table, OurStyles.Note, OurStyles.Notice, OurStyles.Hyperlink, OurStyles.Footer,
    ];

    private readonly Dictionary<string, XElement> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, XElement> byId = new(StringComparer.OrdinalIgnoreCase);
    private readonly XElement? defaults;

    private TemplateStyles(XElement? root)
    {
        List<(string Name, XElement Style)> others = [];
        defaults = root?.Element(WordNames.W + "docDefaults");
        foreach (var style in root?.Elements(WordNames.W + "style") ?? [])
        {
            if (style.Attribute(WordNames.W + "styleId")?.Value is not { } id)
            {
                continue;
            }

            byId.TryAdd(id, style);
            string[] names = [.. (WordNames.StyleName(style) ?? id).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
            byName.TryAdd(WordNames.StyleName(style) ?? id, style);
            others.AddRange(names.Concat(style.Element(WordNames.W + "aliases")?.Attribute(WordNames.Val)?.Value.Split(',', StringSplitOptions.TrimEntries) ?? []).Append(id).Select(name => (name, style)));
        }

        foreach (var (name, style) in others)
        {
            byName.TryAdd(name, style);
        }
    }

    public static TemplateStyles Of(MainDocumentPart main) => new(main.StyleDefinitionsPart is { } part ? Parts.Read(part) : null);

    public static TemplateStyles Of(XElement root) => new(root);

    public static string OurName(PaperStyle style) => OurNames[(int)style];

    public static string Kind(PaperStyle style) => style switch { PaperStyle.Table => "table", PaperStyle.Link => "character", _ => "paragraph" };

    /// <summary>The style of a name and kind, or null.</summary>
    public XElement? Find(string name, string kind) => byName.TryGetValue(name.Trim(), out var style) && KindOf(style) == kind ? style : null;

    /// <summary>The style that a paragraph or a run names.</summary>
    public XElement? OfId(string id) => byId.GetValueOrDefault(id);

    /// <summary>Names of all paragraph, table and character styles, those of an older Word's hidden ones apart.</summary>
    public IEnumerable<string> Names(string kind) =>
        byId.Values.Where(style => KindOf(style) == kind && style.Element(WordNames.W + "semiHidden") is null).Select(WordNames.StyleName).OfType<string>();

    /// <summary>Which choice names a style that is not there or of another kind, and what there is instead; null where all are good.</summary>
    public string? Refusal(IReadOnlyList<StyleChoice> choices)
    {
        foreach (var choice in choices)
        {
            var kind = Kind(choice.Style);
            if (Find(choice.Name, kind) is not null)
            {
                continue;
            }

            return byName.TryGetValue(choice.Name.Trim(), out var other)
                ? $"{Said(choice.Style)} is to have the style \"{choice.Name}\", which is a {KindOf(other)} style in the template and must be a {kind} style."
                : $"{Said(choice.Style)} is to have the style \"{choice.Name}\", which the template does not have. Its {kind} styles are: {string.Join(", ", Names(kind).Order(StringComparer.OrdinalIgnoreCase).Take(30))}.";
        }

        return null;
    }

    /// <summary>A setting of a style's paragraphs or runs, from it or what it builds on: ("pPr", "numPr"), ("rPr", "sz").</summary>
    public XElement? Setting(XElement style, string group, string name)
    {
        var seen = new HashSet<XElement>();
        for (var at = style; at is not null && seen.Add(at);)
        {
            if (at.Element(WordNames.W + group)?.Element(WordNames.W + name) is { } found)
            {
                return found;
            }

            at = at.Element(WordNames.W + "basedOn")?.Attribute(WordNames.Val)?.Value is { } parent ? byId.GetValueOrDefault(parent) : null;
        }

        return defaults?.Element(WordNames.W + $"{group}Default")?.Element(WordNames.W + group)?.Element(WordNames.W + name);
    }

    /// <summary>Whether paragraphs of a style bear a number or a bullet by themselves.</summary>
    public bool IsNumbered(XElement style) =>
        Setting(style, "pPr", "numPr") is { } numbering && numbering.Element(WordNames.W + "numId")?.Attribute(WordNames.Val)?.Value is var id && id is not (null or "0");

    /// <summary>Type size in half points.</summary>
    public int? HalfPoints(XElement style) => int.TryParse(Setting(style, "rPr", "sz")?.Attribute(WordNames.Val)?.Value, out var size) ? size : null;

    internal static string Said(PaperStyle style) => Core.Papers.Words.Capital(style.Name().Replace('_', ' '));

    private static string KindOf(XElement style) => style.Attribute(WordNames.W + "type")?.Value ?? "paragraph";
}
