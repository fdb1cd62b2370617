using System.Text;
using System.Text.RegularExpressions;
using Outturn.Reports.Issued;

namespace Outturn.Tests.Release;

/// <summary>What a PDF lacks that readers with a screen reader need, and what it holds that nobody meant to publish; read by poppler and qpdf.</summary>
internal static partial class CleanPdf
{
    /// <summary>What a file of its own, a script or a program in a PDF goes by.</summary>
    private static readonly string[] Hidden = ["/EmbeddedFile", "/JavaScript", "/Launch", "/RichMedia", "/OCG", "/SubmitForm", "/FileAttachment"];

    /// <param name="headings">How many headings of each level the paper has, by level.</param>
    /// <param name="tables">How many columns each table has.</param>
    /// <param name="links">The addresses that the paper prints.</param>
    public static List<string> Findings(byte[] file, IssuedEdition edition, IReadOnlyDictionary<int, int> headings, IReadOnlyList<int> tables, int figures, IReadOnlyCollection<string> links)
    {
        var source = Stream().Replace(PdfSource.Of(file), stream => stream.Value.Contains("<?xpacket", StringComparison.Ordinal) ? stream.Value : "");
        var info = Fields(Encoding.UTF8.GetString(PdfSource.Run("pdfinfo", file)));
        List<string> found = [];
        void Is(string what, string expected, string? shown) => found.AddRange(expected == shown ? [] : [$"{what}: {shown ?? "missing"} instead of {expected}"]);
        Is("tags", "yes", info.GetValueOrDefault("Tagged"));
        Is("language", "en-GB", Language().Match(source) is { Success: true } language ? language.Groups[1].Value : null);
        Is("title", edition.Title, info.GetValueOrDefault("Title"));
        Is("title in the window", "true", source.Contains("/DisplayDocTitle true", StringComparison.Ordinal) ? "true" : null);
        Is("author", edition.Council, info.GetValueOrDefault("Author"));
        foreach (var (level, count) in headings)
        {
            Is($"headings of level {level}", $"{count}", $"{Regex.Count(source, $@"/S /H{level}\s")}");
        }

        Is("tables", $"{tables.Count}", $"{Regex.Count(source, @"/S /Table\s")}");
        Is("header cells", $"{tables.Sum()}", $"{Regex.Count(source, @"/S /TH\s")}");
        Is("figures", $"{figures}", $"{Regex.Count(source, @"/S /Figure\s")}");
        Is("figures in words", $"{figures}", $"{Regex.Count(source, "/Alt <[0-9a-f]{40,}>")}");
        found.AddRange(Hidden.Where(kind => source.Contains(kind, StringComparison.Ordinal)).Select(kind => $"hidden: {kind}"));
        found.AddRange(Address().Matches(source).Select(address => address.Groups[1].Value).Where(address => !links.Contains(address)).Select(address => $"link: {address}"));
        var texts = source + string.Concat(Text().Matches(source).Select(text => '\n' + Encoding.BigEndianUnicode.GetString(Convert.FromHexString(text.Groups[1].Value))));
        found.AddRange(CleanOffice.FilePath().Matches(texts).Select(path => $"path: {path.Value}"));
        found.AddRange(CleanOffice.NamesMachine(texts) ? [$"machine: {Environment.MachineName}"] : []);
        found.AddRange(Creator().Matches(source).Select(name => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(name.Groups[1].Value))).Where(name => name != edition.Council).Select(name => $"author: {name}"));
        found.AddRange(info.Where(said => said.Key is "Subject" or "Keywords" && said.Value.Length > 0).Select(said => $"property: {said.Key} says {said.Value}"));
        return found;
    }

    private static Dictionary<string, string> Fields(string info) => info.Split('\n').Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries)).Where(field => field.Length == 2).ToDictionary(field => field[0], field => field[1]);

    /// <summary>Fonts, pictures and drawn pages, which are no text; the metadata are.</summary>
    [GeneratedRegex(@"(?<=>>\n)stream\n.*?\nendstream", RegexOptions.Singleline)]
    private static partial Regex Stream();

    [GeneratedRegex(@"/Lang \(([^)]*)\)")]
    private static partial Regex Language();

    [GeneratedRegex(@"/URI \(([^)]*)\)")]
    private static partial Regex Address();

    /// <summary>A text of the file's own, in UTF-16.</summary>
    [GeneratedRegex("<feff((?:[0-9a-f]{4})+)>")]
    private static partial Regex Text();

    /// <summary>Whose work the metadata say it is.</summary>
    [GeneratedRegex(@"<dc:creator>\s*<rdf:Seq>\s*<rdf:li>([^<]*)<")]
    private static partial Regex Creator();
}
