using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Outturn.Reports.Word;

namespace Outturn.Reports.Packages;

/// <summary>One thing that was looked for in one file.</summary>
/// <param name="File">Which of the files, by its kind.</param>
/// <param name="Found">What was found, in words: "all 31 tables".</param>
internal sealed record AccessibilityCheck(string File, string What, bool Passed, string Found);

/// <summary>Looks in the files themselves for what makes them accessible; nothing is taken from how they should have been written.</summary>
internal static class AccessibilityChecks
{
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Core = "http://purl.org/dc/elements/1.1/";

    public static IEnumerable<AccessibilityCheck> Of(PackageFile file) => Path.GetExtension(file.Name) switch
    {
        ".docx" => Word(file),
        ".pdf" => Pdf(file),
        ".xlsx" => Workbook(file),
        _ => [],
    };

    private static IEnumerable<AccessibilityCheck> Word(PackageFile file)
    {
        using var zip = new ZipArchive(new MemoryStream(file.Bytes), ZipArchiveMode.Read);
        var (body, properties) = (Part(zip, "word/document.xml") ?? Part(zip, MainOf(zip)), Part(zip, "docProps/core.xml") ?? zip.Entries.Where(entry => entry.Name == "core.xml" || entry.FullName.EndsWith("psmdcp", StringComparison.Ordinal)).Select(entry => Part(zip, entry.FullName)).FirstOrDefault());
        var styles = zip.Entries.Where(entry => entry.Name == "styles.xml").Select(entry => Part(zip, entry.FullName)).FirstOrDefault();
        var title = properties?.Element(Core + "title")?.Value;
        yield return new(Said(file), "Has a title", !string.IsNullOrWhiteSpace(title), title ?? "none");
        var language = styles?.Descendants(WordNames.W + "lang").FirstOrDefault()?.Attribute(WordNames.Val)?.Value;
        yield return new(Said(file), "Says its language", language is not null, language ?? "none");
        var levels = Levels(body, styles).ToList();
        var jumps = levels.Zip(levels.Skip(1)).Count(pair => pair.Second > pair.First + 1);
        yield return new(Said(file), "Headings are real headings, and no level is left out", levels is [1, ..] && jumps == 0, jumps == 0 ? $"{levels.Count} headings" : $"{jumps} of {levels.Count} leave a level out");
        var tables = body?.Descendants(WordNames.W + "tbl").ToList() ?? [];
        var headed = tables.Count(table => table.Elements(WordNames.W + "tr").First().Element(WordNames.W + "trPr")?.Element(WordNames.W + "tblHeader") is not null && !string.IsNullOrWhiteSpace(table.Element(WordNames.W + "tblPr")?.Element(WordNames.W + "tblCaption")?.Attribute(WordNames.Val)?.Value));
        yield return Share(file, "Tables have a caption and a header row that repeats", headed, tables.Count, "tables");
        var merged = tables.Count(table => table.Descendants().Any(element => element.Name == WordNames.W + "gridSpan" || element.Name == WordNames.W + "vMerge"));
        yield return new(Said(file), "No cells are merged", merged == 0, merged == 0 ? "none" : $"{merged} tables");
        var pictures = zip.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal) && entry.FullName.StartsWith("word/", StringComparison.Ordinal) && !entry.FullName.Contains("chart", StringComparison.Ordinal))
            .SelectMany(entry => Part(zip, entry.FullName)!.Descendants().Where(element => element.Name.LocalName == "docPr")).ToList();
        yield return Share(file, "Charts and pictures have alternative text", pictures.Count(picture => !string.IsNullOrWhiteSpace(picture.Attribute("descr")?.Value)), pictures.Count, "charts and pictures");
    }

    private static IEnumerable<AccessibilityCheck> Pdf(PackageFile file)
    {
        var text = Encoding.Latin1.GetString(file.Bytes);
        yield return new(Said(file), "Is tagged, so that its structure can be read out", text.Contains("/StructTreeRoot", StringComparison.Ordinal) && text.Contains("/Marked true", StringComparison.Ordinal), "tags");
        yield return new(Said(file), "Says its language", text.Contains("/Lang(", StringComparison.Ordinal) || text.Contains("/Lang (", StringComparison.Ordinal), "language");
        yield return new(Said(file), "Shows its title in the window", text.Contains("/DisplayDocTitle true", StringComparison.Ordinal), "title");
        yield return new(Said(file), "Has bookmarks", text.Contains("/Outlines", StringComparison.Ordinal), "bookmarks");
    }

    private static IEnumerable<AccessibilityCheck> Workbook(PackageFile file)
    {
        using var zip = new ZipArchive(new MemoryStream(file.Bytes), ZipArchiveMode.Read);
        var sheets = zip.Entries.Where(entry => entry.FullName.Contains("worksheets/", StringComparison.Ordinal) && entry.Name.EndsWith(".xml", StringComparison.Ordinal)).Select(entry => Part(zip, entry.FullName)!).ToList();
        var tabled = sheets.Count(sheet => sheet.Descendants(Sheet + "tablePart").Count() == 1);
        yield return new(Said(file), "One table to a sheet, with a header row", sheets.Count > 0 && tabled >= sheets.Count - 1, $"{tabled} sheets with a table, and one of notes");
        var merged = sheets.Count(sheet => sheet.Descendants(Sheet + "mergeCell").Any());
        yield return new(Said(file), "No cells are merged, no rows, columns or sheets hidden", merged == 0 && !sheets.Any(sheet => sheet.Descendants().Any(element => element.Attribute("hidden")?.Value == "1")), merged == 0 ? "none" : $"{merged} sheets");
        var formulas = sheets.Count(sheet => sheet.Descendants(Sheet + "f").Any());
        yield return new(Said(file), "Cells hold figures, not formulas", formulas == 0, formulas == 0 ? "no formulas" : $"{formulas} sheets");
    }

    private static AccessibilityCheck Share(PackageFile file, string what, int good, int all, string things) =>
        new(Said(file), what, good == all, good == all ? $"all {all} {things}" : $"{good} of {all} {things}");

    /// <summary>The levels of headings in reading order, by the outline level that their styles or what they build on say.</summary>
    private static IEnumerable<int> Levels(XElement? body, XElement? styles)
    {
        if (body is null || styles is null)
        {
            return [];
        }

        var known = TemplateStyles.Of(styles);
        var levels = styles.Elements(WordNames.W + "style").Where(style => style.Attribute(WordNames.W + "type")?.Value == "paragraph")
            .ToDictionary(style => style.Attribute(WordNames.W + "styleId")!.Value, style => int.TryParse(known.Setting(style, "pPr", "outlineLvl")?.Attribute(WordNames.Val)?.Value, out var level) && level < 9 ? level + 1 : 0);
        return body.Descendants(WordNames.W + "pStyle").Select(style => levels.GetValueOrDefault(style.Attribute(WordNames.Val)?.Value ?? "")).Where(level => level > 0);
    }

    private static string Said(PackageFile file) => Path.GetExtension(file.Name) switch { ".docx" => "Word", ".pdf" => "PDF", _ => "Workbook" };

    private static string MainOf(ZipArchive zip) => zip.Entries.FirstOrDefault(entry => entry.Name == "document.xml")?.FullName ?? "";

    private static XElement? Part(ZipArchive zip, string name)
    {
        if (zip.GetEntry(name) is not { } entry)
        {
            return null;
        }

        using var stream = entry.Open();
        return XElement.Load(stream);
    }
}
