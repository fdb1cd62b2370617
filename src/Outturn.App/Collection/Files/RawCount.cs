using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Outturn.App.Collection.Files;

/// <summary>Counts what a file holds from its raw lines or its sheets' XML. Nothing here is shared with what reads the figures: it is there to catch it out.</summary>
internal sealed record RawCount(IReadOnlyDictionary<string, int> RowsOfSheets, decimal? Sum)
{
    /// <summary>No number that can be added up is longer; what is cut off here is none.</summary>
    private const int LongestNumber = 64;

    /// <summary>Of a file that is refused anyway, and need not be gone through again.</summary>
    public static RawCount None { get; } = new(new Dictionary<string, int>(), null);

    public int Rows => RowsOfSheets.Values.Sum();

    /// <summary>Counts the records of a text file, and adds up some of its columns where every cell of theirs is a plain number.</summary>
    public static RawCount OfText(string path, Encoding encoding, char separator, IReadOnlyCollection<int> summed, CancellationToken cancel = default)
    {
        using var reader = new StreamReader(path, encoding, detectEncodingFromByteOrderMarks: true, 1 << 16);
        var buffer = new char[1 << 16];
        var (inQuotes, hasJustClosed, atFieldStart, hasContent, isFirst, column, records) = (false, false, true, false, true, 0, 0);
        var (sum, isPlain, isHeader) = (0m, true, true);
        var cell = new StringBuilder();
        var record = new StringBuilder();
        int read;
        while ((read = reader.Read(buffer)) > 0)
        {
            cancel.ThrowIfCancellationRequested();
            for (var i = 0; i < read; i++)
            {
                var c = buffer[i];
                if (isFirst && record.Length < 8)
                {
                    record.Append(c);
                }

                if (c == '"' && (inQuotes || hasJustClosed || atFieldStart))
                {
                    (inQuotes, hasJustClosed) = (!inQuotes, inQuotes);
                    continue;
                }

                hasJustClosed = false;
                if (!inQuotes && c is '\n' or '\r')
                {
                    EndCell();
                    EndRecord();
                }
                else if (!inQuotes && c == separator)
                {
                    EndCell();
                    (column, atFieldStart) = (column + 1, true);
                }
                else
                {
                    atFieldStart &= c == ' ';
                    hasContent |= !char.IsWhiteSpace(c) && c != '\uFEFF';
                    if (isPlain && !isHeader && cell.Length < LongestNumber && summed.Contains(column))
                    {
                        cell.Append(c);
                    }
                }
            }
        }

        EndCell();
        EndRecord();
        return new RawCount(new Dictionary<string, int> { [""] = records }, isPlain ? sum : null);

        void EndCell()
        {
            if (cell.Length > 0)
            {
                var text = cell.ToString().Trim();
                isPlain &= text.Length == 0 || decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
                sum += isPlain && text.Length > 0 ? decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : 0;
                cell.Clear();
            }
        }

        void EndRecord()
        {
            var isSeparatorLine = isFirst && record.ToString().TrimStart('\uFEFF').StartsWith("sep=", StringComparison.OrdinalIgnoreCase);
            if (hasContent && !isSeparatorLine)
            {
                records++;
                isHeader = false;
            }

            (isFirst, hasContent, column, atFieldStart) = (isFirst && !hasContent, false, 0, true);
        }
    }

    /// <summary>Counts the rows with anything in them of each visible sheet.</summary>
    public static RawCount OfWorkbook(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        var main = Rels(zip, "_rels/.rels", "").First(rel => rel.Type == "officeDocument").Target;
        var folder = main.Contains('/', StringComparison.Ordinal) ? main[..(main.LastIndexOf('/') + 1)] : "";
        var rels = Rels(zip, $"{folder}_rels/{main[folder.Length..]}.rels", folder).ToList();
        var texts = rels.FirstOrDefault(rel => rel.Type == "sharedStrings").Target is { } shared && zip.GetEntry(shared) is { } entry ? BlankTexts(entry) : [];
        var rows = new Dictionary<string, int>();
        using var workbook = Open(zip.GetEntry(main)!);
        foreach (var sheet in XDocument.Load(workbook).Descendants().Where(element => element.Name.LocalName == "sheet" && (string?)element.Attribute("state") is not ("hidden" or "veryHidden")))
        {
            var id = sheet.Attributes().First(attribute => attribute.Name.LocalName == "id" && attribute.Name.NamespaceName.Length > 0).Value;
            if (rels.Find(rel => rel.Id == id) is { Type: "worksheet" } part && zip.GetEntry(part.Target) is { } xml)
            {
                rows[(string)sheet.Attribute("name")!] = RowsOf(xml, texts);
            }
        }

        return new RawCount(rows, null);
    }

    private static int RowsOf(ZipArchiveEntry entry, List<bool> blankTexts)
    {
        using var xml = Open(entry);
        var (rows, hasContent, type) = (0, false, "");
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "row")
            {
                (rows, hasContent) = (rows + (hasContent ? 1 : 0), false);
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "c")
            {
                type = xml.GetAttribute("t") ?? "";
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "v" or "t" && !xml.IsEmptyElement)
            {
                var isStored = xml.LocalName == "v";
                var text = xml.Read() && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace ? xml.Value : "";
                hasContent |= isStored && type == "s" ? int.TryParse(text, out var place) && place < blankTexts.Count && !blankTexts[place] : text.Trim().Length > 0;
            }
        }

        return rows + (hasContent ? 1 : 0);
    }

    private static List<bool> BlankTexts(ZipArchiveEntry entry)
    {
        using var xml = Open(entry);
        var blank = new List<bool>();
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                blank.Add(true);
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && blank.Count > 0 && !string.IsNullOrWhiteSpace(xml.Value))
            {
                blank[^1] = false;
            }
        }

        return blank;
    }

    private static IEnumerable<(string Id, string Type, string Target)> Rels(ZipArchive zip, string part, string folder)
    {
        if (zip.GetEntry(part) is not { } entry)
        {
            yield break;
        }

        using var xml = Open(entry);
        foreach (var rel in XDocument.Load(xml).Root!.Elements())
        {
            var (type, target) = ((string?)rel.Attribute("Type") ?? "", (string?)rel.Attribute("Target") ?? "");
            yield return ((string?)rel.Attribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], target.StartsWith('/') ? target[1..] : folder + target);
        }
    }

    private static XmlReader Open(ZipArchiveEntry entry) =>
        XmlReader.Create(entry.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true });
}
