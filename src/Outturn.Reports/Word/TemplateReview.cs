using DocumentFormat.OpenXml.Packaging;
using Outturn.Core.Papers;

namespace Outturn.Reports.Word;

/// <summary>How much it matters what is said of a template.</summary>
public enum TemplateMatter
{
    /// <summary>It cannot be used so.</summary>
    Refusal,

    /// <summary>Papers will carry it: somebody should look.</summary>
    Warning,

    /// <summary>Nothing is wrong; whoever made it should know.</summary>
    Note,
}

/// <param name="What">What is so, and what to do.</param>
public sealed record TemplateFinding(TemplateMatter Matter, string What);

/// <summary>Looks a template through as a careful colleague would: what it lacks, what it hides, and what papers will not take over.</summary>
public static class TemplateReview
{
    /// <summary>The styles that a reader notices when they are ours in place of the house's.</summary>
    private static readonly PaperStyle[] Noticed =
        [PaperStyle.Heading1, PaperStyle.Heading2, PaperStyle.Heading3, PaperStyle.BodyText, PaperStyle.List, PaperStyle.Caption, PaperStyle.TableHeader, PaperStyle.TableText, PaperStyle.Table];

    /// <summary>Everything there is to say, what stops it first.</summary>
    public static IReadOnlyList<TemplateFinding> Of(byte[] bytes, IReadOnlyList<StyleChoice> styles)
    {
        if (WordTemplate.Read(bytes, styles) is TemplateResult.Refused refused)
        {
            return [new(TemplateMatter.Refusal, refused.Reason)];
        }

        using var memory = new MemoryStream(bytes, writable: false);
        using var file = WordprocessingDocument.Open(memory, isEditable: false, new OpenSettings { AutoSave = false });
        var main = file.MainDocumentPart!;
        return [.. new[] { Headers(main), Styles(main, styles), Language(main), Hidden(file, main) }.SelectMany(findings => findings).OrderBy(finding => finding.Matter)];
    }

    private static IEnumerable<TemplateFinding> Styles(MainDocumentPart main, IReadOnlyList<StyleChoice> choices)
    {
        var styles = TemplateStyles.Of(main);
        var chosen = choices.ToDictionary(choice => choice.Style, choice => choice.Name);
        string[] missing = [.. Noticed.Where(style => styles.Find(chosen.GetValueOrDefault(style, TemplateStyles.OurName(style)), TemplateStyles.Kind(style)) is null).Select(style => $"{style.Name()} (\"{TemplateStyles.OurName(style)}\")")];
        if (missing.Length > 0)
        {
            yield return new(TemplateMatter.Note, $"It has no style of its own for {Core.Papers.Words.List(missing)}, so ours stands there: name the template's style for it under styles, or make one of that name.");
        }

        foreach (var style in new[] { PaperStyle.Heading1, PaperStyle.Heading2, PaperStyle.Heading3, PaperStyle.NumberedParagraph })
        {
            if (styles.Find(chosen.GetValueOrDefault(style, TemplateStyles.OurName(style)), "paragraph") is { } found && styles.IsNumbered(found))
            {
                yield return new(TemplateMatter.Note, $"Its style for {style.Name()} numbers by itself; the paper numbers its sections, so that numbering is switched off in each paragraph.");
            }
        }

        if (styles.Find(chosen.GetValueOrDefault(PaperStyle.TableText, OurStyles.TableText), "paragraph") is { } text && styles.HalfPoints(text) > 24)
        {
            yield return new(TemplateMatter.Warning, "Its style for table_text is larger than 12 point: tables of ten columns break their words. Choose 9 to 11 point.");
        }
    }

    private static IEnumerable<TemplateFinding> Language(MainDocumentPart main)
    {
        var language = main.StyleDefinitionsPart is { } part
            ? Parts.Read(part)?.Element(WordNames.W + "docDefaults")?.Descendants(WordNames.W + "lang").FirstOrDefault()?.Attribute(WordNames.Val)?.Value : null;
        if (language is null)
        {
            yield return new(TemplateMatter.Note, "It does not say in which language its text is. Papers say English (United Kingdom), so that a screen reader speaks it so.");
        }
        else if (!language.StartsWith("en", StringComparison.OrdinalIgnoreCase))
        {
            yield return new(TemplateMatter.Note, $"Its language is {language}. Papers say English (United Kingdom), so that a screen reader speaks it so.");
        }
    }

    private static IEnumerable<TemplateFinding> Headers(MainDocumentPart main)
    {
        var styles = TemplateStyles.Of(main);
        foreach (var part in main.HeaderParts.Cast<OpenXmlPart>().Concat(main.FooterParts))
        {
            var (where, root) = (part is HeaderPart ? "header" : "footer", Parts.Read(part));
            if (root is null)
            {
                continue;
            }

            if (root.Descendants().Where(element => element.Name.LocalName == "docPr").Any(picture => (string.IsNullOrWhiteSpace(picture.Attribute("descr")?.Value) || TemplateCleaning.IsPath(picture.Attribute("descr")?.Value)) && !picture.Descendants().Any(element => element.Name.LocalName == "decorative")))
            {
                yield return new(TemplateMatter.Warning, $"A picture in the {where} has no alternative text: right-click it in Word, choose \"View Alt Text\", and write the council's name.");
            }

            var left = TemplateCleaning.Clean(part, root, styles);
            foreach (var kind in left.GroupBy(omission => omission.Kind).OrderBy(kind => kind.Key))
            {
                yield return LeftOutOf(where, kind.Key, [.. kind.Select(omission => omission.What).Where(what => what.Length > 0)]);
            }

            foreach (var picture in part.Parts.Select(pair => pair.OpenXmlPart).OfType<ImagePart>())
            {
                var bytes = Parts.Bytes(picture);
                if (!PictureDetails.AreKnown(bytes))
                {
                    yield return new(TemplateMatter.Warning, $"A picture in the {where} is neither PNG nor JPEG, so that whatever its program wrote into it stays in every paper: save it as PNG.");
                }
                else if (PictureDetails.Without(bytes).Length != bytes.Length)
                {
                    yield return new(TemplateMatter.Note, $"A picture in the {where} says more than it shows (who made it, where, or with what). Papers take the picture and leave that out.");
                }
            }

            if (part.HyperlinkRelationships.FirstOrDefault(link => TemplateCleaning.MayLead(link.Uri.OriginalString)) is { } link)
            {
                yield return new(TemplateMatter.Note, $"The {where} links to {link.Uri}, and so will every paper.");
            }
        }
    }

    private static IEnumerable<TemplateFinding> Hidden(WordprocessingDocument file, MainDocumentPart main)
    {
        string[] dropped =
        [
            .. main.WordprocessingCommentsPart is null ? Array.Empty<string>() : ["comments"],
            .. main.CustomXmlParts.Any() ? ["hidden data (custom XML)"] : Array.Empty<string>(),
            .. file.CustomFilePropertiesPart is null ? Array.Empty<string>() : ["properties of its own"],
            .. file.PackageProperties.Creator is { Length: > 0 } || file.PackageProperties.LastModifiedBy is { Length: > 0 } ? ["the names of who wrote it"] : Array.Empty<string>(),
            .. main.DocumentSettingsPart?.ExternalRelationships.Any() == true ? ["a link to the template it was made from"] : Array.Empty<string>(),
            .. main.ImageParts.Any() ? ["pictures in its text"] : Array.Empty<string>(),
        ];
        if (dropped.Length > 0)
        {
            yield return new(TemplateMatter.Note, $"It holds {Core.Papers.Words.List(dropped)}. Papers do not take that over.");
        }
    }

    /// <summary>What papers leave out, and what to do where something is missed that should be there.</summary>
    private static TemplateFinding LeftOutOf(string where, LeftOut kind, IReadOnlyList<string> what) => kind switch
    {
        LeftOut.TrackedChanges => new(TemplateMatter.Warning, $"The {where} holds tracked changes with the names of who made them. Papers take what was put in, and leave out what was deleted and who did it: accept or reject the changes in Word."),
        LeftOut.FormattingChanges => new(TemplateMatter.Note, $"The {where} holds tracked changes of formatting with the names of who made them. Papers keep the new formatting and leave the names out."),
        LeftOut.HiddenText => new(TemplateMatter.Warning, $"The {where} holds hidden text. Papers leave it out: if it should be read, show it in Word (Ctrl+Shift+8) and take \"Hidden\" off."),
        LeftOut.NameFields => new(TemplateMatter.Warning, $"The {where} prints a name or the place of a file by a field ({Core.Papers.Words.List(what)}), which would be somebody's on every page. Papers leave it out: write in its place what every reader may know."),
        LeftOut.FetchingFields => new(TemplateMatter.Warning, $"The {where} holds a field {Core.Papers.Words.List(what)}, which fetches something from elsewhere when a paper is opened. Papers keep what it shows and leave the field out: put what it shows in its place (Ctrl+Shift+F9)."),
        LeftOut.NameControls => new(TemplateMatter.Warning, $"The {where} prints a person's name by a content control ({Core.Papers.Words.List(what)}), as a document's properties have it. Papers leave the name out: write in its place what every reader may know."),
        LeftOut.LinksToFiles => new(TemplateMatter.Warning, $"The {where} links to {Core.Papers.Words.List(what)}, which readers cannot open. Papers keep the words and leave the link out."),
        _ => new(TemplateMatter.Note, $"A picture in the {where} is named or described by where its file lay ({Core.Papers.Words.List(what)}). Papers leave that out."),
    };
}
