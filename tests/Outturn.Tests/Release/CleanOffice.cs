using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Outturn.Reports.Issued;

namespace Outturn.Tests.Release;

/// <summary>What a Word file or a workbook holds that nobody meant to publish: read part by part from its zip, as somebody would who looks for it.</summary>
internal static partial class CleanOffice
{
    /// <summary>The kinds of part that a paper is made of, by the end of their content types.</summary>
    private static readonly string[] Known =
    [
        "document.main+xml", "sheet.main+xml", "styles+xml", "settings+xml", "numbering+xml", "footer+xml", "header+xml", "drawingml.chart+xml", "worksheet+xml", "table+xml", "sharedStrings+xml",
        "core-properties+xml", "extended-properties+xml", "relationships+xml", "image/png", "image/jpeg",
    ];

    /// <summary>Marks of changes, comments and hidden text in a document.</summary>
    private static readonly string[] Marks =
    [
        "ins", "del", "moveFrom", "moveTo", "delText", "cellIns", "cellDel", "cellMerge", "commentReference", "commentRangeStart", "vanish", "webHidden", "rsids", "rsid", "docVars", "attachedTemplate", "permStart",
        "sdt", "sdtPr", "dataBinding", "customXml", "smartTag",
    ];

    /// <summary>Fields that print who somebody is or where a file lies.</summary>
    private static readonly string[] NameFields = ["AUTHOR", "LASTSAVEDBY", "USERNAME", "USERADDRESS", "USERINITIALS", "DOCPROPERTY", "DOCVARIABLE", "INFO"];

    /// <summary>Where programs and cameras write into a picture what it does not show.</summary>
    private static readonly string[] Details = ["tEXt", "zTXt", "iTXt", "eXIf", "tIME", "Exif\0", "http://ns.adobe.com/xap", "Photoshop 3.0"];

    /// <param name="links">The addresses that the paper prints.</param>
    public static List<string> Findings(byte[] file, IssuedEdition edition, IReadOnlyCollection<string> links)
    {
        var parts = Read(file);
        return [.. Complaints(file), .. Parts(parts), .. Properties(parts, edition), .. parts.SelectMany(part => Words(part.Key, part.Value)), .. Links(parts, links)];
    }

    /// <summary>What of its making a file still shows, whatever paper it is; a style may say that what has it is hidden.</summary>
    public static List<string> Traces(byte[] file) => [.. Read(file).SelectMany(part => Words(part.Key, part.Value)).Where(found => found != "trace: word/styles.xml has vanish")];

    private static Dictionary<string, string> Read(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        return zip.Entries.ToDictionary(entry => entry.FullName, Content);
    }

    private static IEnumerable<string> Complaints(byte[] file)
    {
        using var memory = new MemoryStream(file);
        using OpenXmlPackage package = Encoding.Latin1.GetString(file).Contains("word/document.xml", StringComparison.Ordinal) ? WordprocessingDocument.Open(memory, false) : SpreadsheetDocument.Open(memory, false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(error => $"not valid: {error.Part?.Uri} {error.Description}")];
    }

    /// <summary>Every part is of a kind that a paper is made of, and something leads to it.</summary>
    private static IEnumerable<string> Parts(Dictionary<string, string> parts)
    {
        var types = XElement.Parse(parts["[Content_Types].xml"]);
        var reached = parts.Where(part => part.Key.EndsWith(".rels", StringComparison.Ordinal))
            .SelectMany(part => XElement.Parse(part.Value).Elements().Where(relation => relation.Attribute("TargetMode")?.Value != "External").Select(relation => Resolved(part.Key, relation.Attribute("Target")!.Value))).ToHashSet();
        foreach (var name in parts.Keys.Where(name => name != "[Content_Types].xml" && !name.EndsWith(".rels", StringComparison.Ordinal)))
        {
            var type = types.Elements().FirstOrDefault(part => part.Attribute("PartName")?.Value == $"/{name}" || part.Attribute("Extension")?.Value == Path.GetExtension(name).TrimStart('.'))?.Attribute("ContentType")?.Value ?? "none";
            if (!Known.Any(known => type.EndsWith(known, StringComparison.Ordinal)))
            {
                yield return $"hidden part: {name} is of a kind that no paper has ({type})";
            }

            if (!reached.Contains(name))
            {
                yield return $"hidden part: nothing leads to {name}";
            }
        }
    }

    private static IEnumerable<string> Properties(Dictionary<string, string> parts, IssuedEdition edition)
    {
        var core = XElement.Parse(parts["docProps/core.xml"]).Elements().ToDictionary(element => element.Name.LocalName, element => element.Value);
        foreach (var (name, value) in new[] { ("title", edition.Title), ("language", "en-GB") }.Where(said => core.GetValueOrDefault(said.Item1) != said.Item2))
        {
            yield return $"property: {name} is {core.GetValueOrDefault(name, "missing")} instead of {value}";
        }

        foreach (var (name, value) in core.Where(said => said.Key is not ("title" or "language" or "created" or "modified") && said.Value != edition.Council))
        {
            yield return $"property: {name} says {value}";
        }

        foreach (var said in parts.TryGetValue("docProps/app.xml", out var app) ? XElement.Parse(app).Elements().Where(said => said.Value != edition.Council && said.Value != "Outturn") : [])
        {
            yield return $"property: {said.Name.LocalName} says {said.Value}";
        }
    }

    private static IEnumerable<string> Words(string part, string content)
    {
        foreach (Match path in FilePath().Matches(content))
        {
            yield return $"path: {part} has {path.Value}";
        }

        if (NamesMachine(content))
        {
            yield return $"machine: {part} names {Environment.MachineName}";
        }

        foreach (var detail in Details.Where(detail => part.Contains("media/", StringComparison.Ordinal) && content.Contains(detail, StringComparison.Ordinal)))
        {
            yield return $"picture: {part} has {detail.TrimEnd('\0')}";
        }

        var root = content.StartsWith('<') || content.StartsWith('\ufeff') ? XElement.Parse(content.TrimStart('\ufeff')) : null;
        foreach (var name in root?.DescendantsAndSelf().SelectMany(element => element.Attributes().Select(attribute => attribute.Name.LocalName).Append(element.Name.LocalName)).Distinct() ?? [])
        {
            if (Marks.Contains(name) || name.StartsWith("rsid", StringComparison.Ordinal) || name.EndsWith("Change", StringComparison.Ordinal))
            {
                yield return $"trace: {part} has {name}";
            }
        }

        foreach (var field in root?.Descendants().SelectMany(element => element.Name.LocalName == "instrText" ? [element.Value] : element.Attributes().Where(attribute => attribute.Name.LocalName == "instr").Select(attribute => attribute.Value)) ?? [])
        {
            if (NameFields.Contains(field.Trim().Split(' ')[0].ToUpperInvariant()) || Regex.IsMatch(field, @"^\s*(FILENAME|TEMPLATE)\b.*\\p", RegexOptions.IgnoreCase))
            {
                yield return $"name: {part} has a field {field.Trim()}";
            }
        }
    }

    /// <summary>Whether the name of this machine is in it as a word.</summary>
    internal static bool NamesMachine(string text) => Regex.IsMatch(text, $@"\b{Regex.Escape(Environment.MachineName)}\b", RegexOptions.IgnoreCase);

    private static IEnumerable<string> Links(Dictionary<string, string> parts, IReadOnlyCollection<string> links) =>
        from part in parts.Where(part => part.Key.EndsWith(".rels", StringComparison.Ordinal))
        from relation in XElement.Parse(part.Value).Elements()
        where relation.Attribute("TargetMode")?.Value == "External" && !links.Contains(relation.Attribute("Target")!.Value)
        select $"link: {part.Key} leads to {relation.Attribute("Target")!.Value}";

    private static string Resolved(string relations, string target)
    {
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(relations))!;
        return target.StartsWith('/') ? target[1..] : Path.GetRelativePath("/", Path.GetFullPath(Path.Combine("/", folder, target)));
    }

    private static string Content(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>A folder of somebody's machine.</summary>
    [GeneratedRegex(@"file:/|\b[A-Za-z]:\\\w+|\\\\\w+\\\w+|(?<![\w/.])/(home|tmp|root|Users|work|var|mnt|opt)/\w+")]
    internal static partial Regex FilePath();
}
