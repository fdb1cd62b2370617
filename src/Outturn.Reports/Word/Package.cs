using System.IO.Packaging;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Outturn.Reports.Word;

/// <summary>The file around a paper's text: a fresh one, or a council's template emptied of its own text.</summary>
/// <remarks>Every part has a stated relationship id, so that equal papers give equal bytes.</remarks>
internal static class Package
{
    private const string MainId = "rDocument";
    public const string FooterId = "rOutturnFooter";

    /// <summary>Settings of a template that belong to the file it was, not to its look.</summary>
    private static readonly string[] Foreign =
    [
        "writeProtection", "attachedTemplate", "linkStyles", "documentProtection", "mailMerge", "trackRevisions", "docVars", "rsids",
        "saveThroughXslt", "revisionView", "updateFields",
    ];

    public static WordprocessingDocument Fresh(MemoryStream to)
    {
        var file = WordprocessingDocument.Create(to, WordprocessingDocumentType.Document, autoSave: false);
        file.CompressionOption = CompressionOption.NotCompressed;
        var main = file.AddMainDocumentPart();
        file.ChangeIdOfPart(main, MainId);
        Parts.Write(
            main.AddNewPart<DocumentSettingsPart>("rSettings"),
            $"""<w:settings xmlns:w="{WordXml.Main}"><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>""");
        return file;
    }

    public static WordprocessingDocument From(WordTemplate template, MemoryStream copy)
    {
        var file = template.Open(copy);
        file.CompressionOption = CompressionOption.NotCompressed;
        file.DeletePartsRecursivelyOfType<CustomFilePropertiesPart>();
        file.DeletePartsRecursivelyOfType<ThumbnailPart>();
        file.DeletePartsRecursivelyOfType<ExtendedFilePropertiesPart>();
        file.DeletePartsRecursivelyOfType<DigitalSignatureOriginPart>();
        if (file.CoreFilePropertiesPart is { } core)
        {
            file.DeletePart(core);
        }

        var main = file.MainDocumentPart!;
        if (file.GetIdOfPart(main) != MainId)
        {
            file.ChangeIdOfPart(main, MainId);
        }

        if (main.DocumentSettingsPart is { } settings && Parts.Read(settings) is { } root)
        {
            root.Elements().Where(element => Foreign.Contains(element.Name.LocalName)).Remove();
            foreach (var link in settings.ExternalRelationships.ToList())
            {
                settings.DeleteExternalRelationship(link);
            }

            Parts.Write(settings, root);
        }

        return file;
    }

    /// <summary>The pages of a template with their headers and footers, those that stand and those that lie; what its text alone needed goes.</summary>
    public static PageSetup PageOf(MainDocumentPart main, DocumentInfo info, StyleSheet styles)
    {
        var sections = Parts.Read(main)!.Descendants(WordNames.W + "sectPr").ToList();
        PageForm? upright = null, onItsSide = null;
        var shown = new Dictionary<(string, string), HeaderOrFooter>();
        foreach (var section in sections)
        {
            // A section without a header of its own shows that of the section before.
            foreach (var reference in section.Elements().Where(element => element.Name.LocalName is "headerReference" or "footerReference"))
            {
                var pages = reference.Attribute(WordNames.W + "type")?.Value ?? "default";
                if (reference.Attribute(WordNames.R + "id")?.Value is { } id && id != FooterId)
                {
                    shown[(reference.Name.LocalName, pages)] = new HeaderOrFooter(reference.Name.LocalName, pages, id);
                }
            }

            var form = new PageForm(PageLayout.Of(section), [.. shown.Values.OrderBy(part => part.Element, StringComparer.Ordinal).ThenBy(part => part.Pages, StringComparer.Ordinal)]);
            (upright, onItsSide) = form.Layout.IsOnItsSide ? (upright, onItsSide ?? form) : (upright ?? form, onItsSide);
        }

        var standing = upright ?? (onItsSide is { } lying ? lying with { Layout = lying.Layout.Turned() } : new PageForm(PageLayout.A4, []));
        var turned = onItsSide ?? standing with { Layout = standing.Layout.Turned() };
        if (info.Mark is not null)
        {
            (standing, turned) = (standing with { HeadersAndFooters = [] }, turned with { HeadersAndFooters = [] });
        }

        KeepOnly(main, standing.HeadersAndFooters.Concat(turned.HeadersAndFooters).Select(part => part.Part).ToHashSet());
        TemplateCleaning.Clean(main);
        var footer = new[] { standing, turned }.Any(HasNoFooter) ? OurFooter(main, info, styles) : null;
        PageForm WithFooter(PageForm form) => HasNoFooter(form) ? form with { HeadersAndFooters = [.. form.HeadersAndFooters, footer!] } : form;
        var first = sections.FirstOrDefault(section => !PageLayout.Of(section).IsOnItsSide) ?? sections.FirstOrDefault();
        return new PageSetup(
            WithFooter(standing), WithFooter(turned), FirstPageDiffers: IsOn(first?.Element(WordNames.W + "titlePg")),
            HasLetterhead: standing.HeadersAndFooters.Where(part => part.Element == "headerReference").Any(part => main.GetPartById(part.Part).Parts.Any(pair => pair.OpenXmlPart is ImagePart)));
    }

    public static PageSetup FreshPage(MainDocumentPart main, DocumentInfo info, StyleSheet styles)
    {
        HeaderOrFooter[] footer = [OurFooter(main, info, styles)];
        return new(new(PageLayout.A4, footer), new(PageLayout.A4.Turned(), footer), FirstPageDiffers: false, HasLetterhead: false);
    }

    private static bool HasNoFooter(PageForm form) => !form.HeadersAndFooters.Any(part => part.Element == "footerReference");

    private static bool IsOn(XElement? flag) => flag is not null && flag.Attribute(WordNames.Val)?.Value is not ("0" or "false" or "off");

    /// <summary>Which page it is of which paper; behind it what it is sealed by, or that it must not go out.</summary>
    private static HeaderOrFooter OurFooter(MainDocumentPart main, DocumentInfo info, StyleSheet styles)
    {
        using var xml = WordXml.To(main.AddNewPart<FooterPart>(FooterId).GetStream(FileMode.Create, FileAccess.Write));
        xml.Open("ftr");
        var paragraphs = new Paragraphs(xml);
        paragraphs.Open(new Shape(styles[OurStyles.Footer]));
        paragraphs.Run($"{(info.Title.StartsWith(info.Council, StringComparison.Ordinal) ? "" : $"{info.Council} · ")}{info.Title} · Page ");
        Field("PAGE");
        paragraphs.Run(" of ");
        Field("NUMPAGES");
        paragraphs.Close();
        foreach (var line in new[] { info.Seal, info.Mark }.OfType<string>())
        {
            paragraphs.Open(new Shape(styles[OurStyles.Footer]));
            paragraphs.Run(line);
            paragraphs.Close();
        }

        xml.End();
        return new HeaderOrFooter("footerReference", "default", FooterId);

        void Field(string instruction)
        {
            xml.Open("fldSimple");
            xml.Attribute("instr", $" {instruction} ");
            paragraphs.Run("1");
            xml.End();
        }
    }

    /// <summary>Pictures, comments and charts of the template's text would lie in every paper unseen, and leak.</summary>
    private static void KeepOnly(MainDocumentPart main, HashSet<string> shown)
    {
        foreach (var (id, part) in main.Parts.Select(pair => (pair.RelationshipId, pair.OpenXmlPart)).ToList())
        {
            var look = part is StyleDefinitionsPart or NumberingDefinitionsPart or DocumentSettingsPart or ThemePart or FontTablePart
                or FootnotesPart or EndnotesPart or WebSettingsPart;
            if (!look && !shown.Contains(id))
            {
                main.DeletePart(part);
            }
        }

        foreach (var link in main.HyperlinkRelationships.ToList())
        {
            main.DeleteReferenceRelationship(link);
        }
    }
}
