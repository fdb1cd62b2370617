using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Outturn.Reports.Word;

/// <summary>What papers leave out of a template's header or footer.</summary>
internal enum LeftOut
{
    TrackedChanges,
    FormattingChanges,
    HiddenText,
    NameFields,
    FetchingFields,
    NameControls,
    LinksToFiles,
    PicturePaths,
}

/// <param name="What">As the template has it: a field's name, a path; empty where there is nothing to show.</param>
internal sealed record Omission(LeftOut Kind, string What = "");

/// <summary>Takes out of a template what its council would not publish with each paper: names of people, what was deleted or hidden, where files lie.</summary>
internal static partial class TemplateCleaning
{
    private static readonly XNamespace Vml = "urn:schemas-microsoft-com:vml";
    private static readonly XNamespace Office = "urn:schemas-microsoft-com:office:office";

    /// <summary>Attributes that say in words what a picture or a link is.</summary>
    private static readonly string[] Descriptions = ["descr", "title", "alt", "tooltip", "href"];

    /// <summary>Cleans every part that a paper takes over, and drops what nothing shows any longer.</summary>
    public static void Clean(MainDocumentPart main)
    {
        var styles = TemplateStyles.Of(main);
        foreach (var part in main.Parts.Select(pair => pair.OpenXmlPart).Where(IsTaken).ToList())
        {
            if (Parts.Read(part) is not { } root)
            {
                continue;
            }

            Clean(part, root, styles);
            Parts.Write(part, root);
            DropUnused(part, root);
        }

        foreach (var part in main.OpenXmlPackage.GetAllParts().OfType<ImagePart>().ToList())
        {
            var picture = Parts.Bytes(part);
            if (PictureDetails.Without(picture) is var plain && plain.Length != picture.Length)
            {
                using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
                stream.Write(plain);
            }
        }
    }

    /// <summary>Cleans one part's tree.</summary>
    /// <returns>What was left out, each thing once.</returns>
    public static IReadOnlyList<Omission> Clean(OpenXmlPart part, XElement root, TemplateStyles styles)
    {
        var left = new List<Omission>();
        Changes(root, left);
        if (part is not (StyleDefinitionsPart or NumberingDefinitionsPart))
        {
            Notes(root);
            var (names, fetching) = TemplateFields.Clean(root);
            left.AddRange([.. names.Select(name => new Omission(LeftOut.NameFields, name)), .. fetching.Select(name => new Omission(LeftOut.FetchingFields, name))]);
            Controls(root, left);
            Hidden(root, styles, left);
            Links(part, root, left);
        }

        Pictures(root, left);
        root.Descendants().Attributes().Where(attribute => attribute.Name.LocalName.StartsWith("rsid", StringComparison.Ordinal)).Remove();
        root.Descendants().Where(element => element.Name.Namespace == WordNames.W && element.Name.LocalName is "rsid" or "proofErr" or "permStart" or "permEnd" or "commentReference" or "annotationRef").Remove();
        return [.. left.Distinct()];
    }

    /// <summary>Whether a link may stand in a paper: to a page or to a mailbox, and not to a file on somebody's machine.</summary>
    public static bool MayLead(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto";

    public static bool IsPath(string? text) => text is not null && FilePath().IsMatch(text);

    private static bool IsTaken(OpenXmlPart part) => part is HeaderPart or FooterPart or FootnotesPart or EndnotesPart or StyleDefinitionsPart or NumberingDefinitionsPart;

    /// <summary>Takes what was put in as accepted and what was struck out as gone, and forgets who did it.</summary>
    private static void Changes(XElement root, List<Omission> left)
    {
        var formatting = root.Descendants().Where(element => element.Name.Namespace == WordNames.W && element.Name.LocalName.EndsWith("Change", StringComparison.Ordinal)).ToList();
        var tracked = root.Descendants().Where(element => element.Name.Namespace == WordNames.W && element.Name.LocalName is "ins" or "del" or "moveFrom" or "moveTo" or "cellIns" or "cellDel" or "cellMerge").ToList();
        left.AddRange(formatting.Count > 0 ? [new(LeftOut.FormattingChanges)] : []);
        left.AddRange(tracked.Count > 0 ? [new(LeftOut.TrackedChanges)] : []);
        formatting.Remove();
        foreach (var cell in tracked.Where(mark => mark.Name.LocalName == "cellDel").Select(mark => mark.Ancestors(WordNames.W + "tc").FirstOrDefault()).OfType<XElement>())
        {
            Empty(cell);
        }

        foreach (var row in tracked.Where(mark => mark.Name.LocalName == "del" && mark.Parent?.Name == WordNames.W + "trPr").Select(mark => mark.Parent!.Parent!))
        {
            var table = row.Parent;
            row.Remove();
            if (table?.Parent is not null && !table.Descendants(WordNames.W + "tr").Any())
            {
                table.ReplaceWith(new XElement(WordNames.W + "p"));
            }
        }

        var struck = tracked.Where(mark => mark.Name.LocalName is "del" or "moveFrom").ToList();
        var marks = struck.Where(mark => mark.Parent?.Name == WordNames.W + "rPr").Select(mark => mark.Parent!.Parent?.Parent).OfType<XElement>().Where(paragraph => paragraph.Name == WordNames.W + "p").ToList();
        struck.ForEach(Remove);
        tracked.Except(struck).ToList().ForEach(Unwrap);
        marks.ForEach(RemoveIfEmpty);
        root.Descendants().Where(element => element.Name.Namespace == WordNames.W && (element.Name.LocalName.EndsWith("RangeStart", StringComparison.Ordinal) || element.Name.LocalName.EndsWith("RangeEnd", StringComparison.Ordinal))).Remove();
    }

    /// <summary>Footnotes of the template's own text, which no paper has; the lines above footnotes stay.</summary>
    private static void Notes(XElement root) =>
        root.Elements().Where(note => note.Name.LocalName is "footnote" or "endnote" && note.Attribute(WordNames.W + "type")?.Value is null or "normal").Remove();

    /// <summary>Keeps what content controls show, but for the names of people; what they are called and bound to goes.</summary>
    private static void Controls(XElement root, List<Omission> left)
    {
        foreach (var control in root.Descendants(WordNames.W + "sdt").Reverse().ToList())
        {
            var bound = control.Element(WordNames.W + "sdtPr")?.Elements().Where(said => said.Name.LocalName is "alias" or "tag" or "dataBinding")
                .SelectMany(said => new[] { said.Attribute(WordNames.Val)?.Value, said.Attribute(WordNames.W + "xpath")?.Value }).OfType<string>().Select(said => Person().Match(said)).FirstOrDefault(match => match.Success);
            if (bound is not null)
            {
                left.Add(new(LeftOut.NameControls, bound.Value));
                Empty(control);
            }

            control.ReplaceWith(control.Element(WordNames.W + "sdtContent")?.Elements());
        }

        root.Descendants().Where(element => element.Name.LocalName is "customXmlPr" or "smartTagPr").Remove();
        root.Descendants().Where(element => element.Name.Namespace == WordNames.W && element.Name.LocalName is "customXml" or "smartTag").Reverse().ToList().ForEach(Unwrap);
    }

    private static void Hidden(XElement root, TemplateStyles styles, List<Omission> left)
    {
        if (root.Descendants(WordNames.W + "r").Any(IsHidden) || root.Descendants().Any(element => element.Name.Namespace == WordNames.W && element.Name.LocalName is "vanish" or "specVanish"))
        {
            left.Add(new(LeftOut.HiddenText));
        }

        TemplateFields.DropHidden(root, IsHidden);
        var paragraphs = root.Descendants(WordNames.W + "p").Where(paragraph => paragraph.Element(WordNames.W + "pPr")?.Element(WordNames.W + "rPr")?.Element(WordNames.W + "vanish") is not null).ToList();
        root.Descendants(WordNames.W + "r").Where(run => IsHidden(run) && !run.Elements().Any(element => element.Name.LocalName is "fldChar" or "instrText")).ToList().ForEach(Remove);
        root.Descendants().Where(element => element.Name.Namespace == WordNames.W && element.Name.LocalName is "vanish" or "specVanish" or "webHidden").Remove();
        paragraphs.ForEach(RemoveIfEmpty);

        bool IsHidden(XElement run)
        {
            var own = run.Element(WordNames.W + "rPr");
            var paragraph = run.Ancestors(WordNames.W + "p").FirstOrDefault();
            return IsOn(own?.Element(WordNames.W + "vanish") ?? OfStyle(own?.Element(WordNames.W + "rStyle")) ?? OfStyle(paragraph?.Element(WordNames.W + "pPr")?.Element(WordNames.W + "pStyle")));
        }

        XElement? OfStyle(XElement? named) =>
            named?.Attribute(WordNames.Val)?.Value is { } id && styles.OfId(id) is { } style ? styles.Setting(style, "rPr", "vanish") : null;
    }

    private static void Links(OpenXmlPart part, XElement root, List<Omission> left)
    {
        var away = part.HyperlinkRelationships.Where(link => !MayLead(link.Uri.OriginalString)).ToDictionary(link => link.Id, link => link.Uri.OriginalString);
        foreach (var link in root.Descendants().Where(element => element.Name.LocalName is "hyperlink" or "hlinkClick" or "hlinkHover").Reverse().ToList())
        {
            if (link.Attribute(WordNames.R + "id")?.Value is not { } id || !away.TryGetValue(id, out var address))
            {
                continue;
            }

            left.Add(new(LeftOut.LinksToFiles, address));
            if (link.Name.LocalName == "hyperlink")
            {
                Unwrap(link);
            }
            else
            {
                link.Remove();
            }
        }
    }

    /// <summary>Numbers pictures instead of naming them, and keeps what is read out in their place unless it is a path.</summary>
    private static void Pictures(XElement root, List<Omission> left)
    {
        var described = root.DescendantsAndSelf().Attributes().Where(attribute => Descriptions.Contains(attribute.Name.LocalName) && IsPath(attribute.Value)).ToList();
        left.AddRange(described.Select(attribute => new Omission(LeftOut.PicturePaths, attribute.Value)));
        described.Remove();
        foreach (var (named, number) in root.Descendants().Where(element => element.Name.LocalName == "docPr").Select((named, i) => (named, i + 1)))
        {
            var kind = named.Parent?.Descendants().Any(element => element.Name.LocalName == "pic") == true ? "Picture" : "Shape";
            foreach (var element in (named.Parent?.Descendants() ?? []).Where(element => element.Name.LocalName is "docPr" or "cNvPr"))
            {
                if (element.Attribute("name")?.Value is { } name && IsPath(name))
                {
                    left.Add(new(LeftOut.PicturePaths, name));
                }

                element.SetAttributeValue("name", $"{kind} {number}");
            }
        }

        // The older way to place a picture names its file; the newer one may have a second, drawn, picture with its drawing program's notes.
        root.Descendants(Vml + "imagedata").Attributes(Office + "title").Remove();
        root.Descendants().Where(element => element.Name.LocalName == "svgBlip").Select(drawn => drawn.Parent).OfType<XElement>().ToList().ForEach(extension => extension.Remove());
        root.Descendants().Where(element => element.Name.LocalName == "extLst" && !element.HasElements).Remove();
    }

    /// <summary>Pictures and links that the part does not name any longer.</summary>
    private static void DropUnused(OpenXmlPart part, XElement root)
    {
        var used = root.Descendants().Attributes().Where(attribute => attribute.Name.Namespace == WordNames.R || attribute.Name == Office + "relid").Select(attribute => attribute.Value).ToHashSet();
        foreach (var pair in part.Parts.Where(pair => !used.Contains(pair.RelationshipId)).ToList())
        {
            part.DeletePart(pair.RelationshipId);
        }

        foreach (var link in part.HyperlinkRelationships.Where(link => !used.Contains(link.Id)).ToList())
        {
            part.DeleteReferenceRelationship(link);
        }
    }

    private static void Empty(XElement block) =>
        block.Descendants().Where(element => element.Name.Namespace == WordNames.W && element.Name.LocalName is "r" or "hyperlink" or "fldSimple").ToList().ForEach(Remove);

    /// <summary>A paragraph whose end was struck out or hidden goes with its words, unless it is the last of its place, which must have one.</summary>
    private static void RemoveIfEmpty(XElement paragraph)
    {
        if (paragraph.Parent is not null && paragraph.ElementsAfterSelf(WordNames.W + "p").Any() && paragraph.Elements().All(element => element.Name == WordNames.W + "pPr"))
        {
            paragraph.Remove();
        }
    }

    private static void Unwrap(XElement wrap)
    {
        if (wrap.Parent is not null)
        {
            wrap.ReplaceWith(wrap.Elements());
        }
    }

    /// <summary>Removes what may have gone with what it stood in.</summary>
    private static void Remove(XElement element)
    {
        if (element.Parent is not null)
        {
            element.Remove();
        }
    }

    private static bool IsOn(XElement? flag) => flag is not null && flag.Attribute(WordNames.Val)?.Value is not ("0" or "false" or "off");

    /// <summary>What a control is called or bound to that shows who somebody is.</summary>
    [GeneratedRegex(@"\b(authors?|creator|manager|last ?modified ?by|last ?saved ?by|editor|owner|user ?name|user ?info|display ?name)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Person();

    /// <summary>Where a file lies on somebody's machine or on a server.</summary>
    [GeneratedRegex(@"file:/|\b[A-Za-z]:[\\/]|\\\\[\w.$-]+\\|(?<![\w/.:])/(home|Users|tmp|var|mnt|Volumes)/\w", RegexOptions.IgnoreCase)]
    private static partial Regex FilePath();
}
