using System.Xml;

namespace Outturn.App.Import;

/// <summary>Reads the cells of one sheet as they come, so that neither a claimed size nor an empty stretch costs anything.</summary>
internal sealed class XlsxSheet
{
    private const int MostRows = 1_048_576;
    private const int MostColumns = 16_384;
    private const int MostCells = 600_000;
    private const int MostRepeated = 10_000;
    private const int LongestAddress = 10;

    private readonly XlsxWorkbook workbook;
    private readonly Dictionary<string, string> repeated = new(StringComparer.Ordinal);
    private readonly List<(int First, int Last)> hiddenColumns = [];
    private int cells;

    public XlsxSheet(XlsxWorkbook workbook) => this.workbook = workbook;

    public Grid Grid { get; private set; } = new();

    public HashSet<int> HiddenRows { get; } = [];

    /// <summary>Formulas whose value the file does not hold, by row and column.</summary>
    public List<(int Row, int Column)> NoValue { get; } = [];

    /// <param name="letter">Of the column: C.</param>
    public bool IsHidden(string letter)
    {
        var column = Column(letter + "1", -1);
        return hiddenColumns.Exists(range => column >= range.First && column <= range.Last);
    }

    /// <summary>Reads a sheet into <see cref="Grid"/>; the limits hold for all sheets together.</summary>
    public void Read(OfficeFile file, string part)
    {
        Grid = new Grid();
        HiddenRows.Clear();
        hiddenColumns.Clear();
        NoValue.Clear();
        using var xml = XlsxWorkbook.Part(file, part);
        var number = 0;
        while (xml.Next())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "row":
                    number = ReadRow(xml, number);
                    break;
                case "col" when xml.GetAttribute("hidden") is "1" or "true":
                    AddHiddenColumns(xml);
                    break;
                case "mergeCell":
                    AddSpan(xml.GetAttribute("ref"));
                    break;
                default:
                    break;
            }
        }
    }

    private int ReadRow(XmlReader xml, int before)
    {
        var number = xml.GetAttribute("r") is { } r ? int.TryParse(r, out var given) ? given : 0 : before + 1;
        if (number <= before || number > MostRows)
        {
            throw new OfficeDamageException($"row {number} is out of order");
        }

        if (xml.GetAttribute("hidden") is "1" or "true")
        {
            HiddenRows.Add(number);
        }

        if (xml.IsEmptyElement)
        {
            return number;
        }

        var (row, depth, column) = (new GridRow(number, []), xml.Depth, -1);
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                continue;
            }

            column = Column(xml.GetAttribute("r"), column);
            var cell = ReadCell(xml, number, column);
            if (!cell.IsBlank)
            {
                row.Cells.Add(new GridCell(column, cell));
                if (++cells > MostCells)
                {
                    throw new OfficeLimitException("The workbook has more than 600,000 cells: leave out the sheets and rows that are not needed, or save the one sheet as CSV UTF-8.");
                }
            }
        }

        Grid.Add(row);
        return number;
    }

    private SourceCell ReadCell(XmlReader xml, int row, int column)
    {
        var (type, look) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
        if (xml.IsEmptyElement)
        {
            return default;
        }

        var (depth, formula, stored, written) = (xml.Depth, false, (string?)null, "");
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "f":
                    formula = true;
                    break;
                case "v":
                    stored = ReadValue(xml);
                    break;
                case "is":
                    written = XlsxText.Read(xml);
                    break;
                default:
                    break;
            }
        }

        if (formula && type is not "str" && string.IsNullOrEmpty(stored))
        {
            NoValue.Add((row, column));
        }

        var cell = type switch
        {
            "inlineStr" => new SourceCell(written),
            _ when string.IsNullOrEmpty(stored) => default,
            "s" => new SourceCell(SharedText(stored)),
            "str" => new SourceCell(XlsxText.Decode(stored)),
            "b" => new SourceCell(stored is "1" or "true" ? "TRUE" : "FALSE"),
            "e" => new SourceCell(stored),
            "d" => XlsxNumber.ReadDate(stored),
            _ => Kept(XlsxNumber.Read(stored, Format(look), workbook.From1904)),
        };
        return formula ? cell with { IsFormula = true } : cell;
    }

    private static string ReadValue(XmlReader xml)
    {
        var (depth, value) = (xml.Depth, "");
        if (!xml.IsEmptyElement)
        {
            while (xml.Next() && xml.Depth > depth)
            {
                value += xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace ? xml.Value : "";
                XlsxText.Check(value.Length);
            }
        }

        return value;
    }

    private string SharedText(string stored) => int.TryParse(stored, out var place) && place >= 0 && place < workbook.Texts.Count
        ? workbook.Texts[place]
        : throw new OfficeDamageException($"text {stored} is missing");

    private XlsxFormat Format(string? look) =>
        int.TryParse(look, out var place) && place >= 0 && place < workbook.Formats.Count ? workbook.Formats[place] : XlsxFormat.General;

    /// <summary>Equal numbers share one text.</summary>
    private SourceCell Kept(SourceCell cell)
    {
        if (repeated.TryGetValue(cell.Text, out var text))
        {
            return new SourceCell(text, cell.Number, cell.Date);
        }

        if (repeated.Count < MostRepeated)
        {
            repeated.Add(cell.Text, cell.Text);
        }

        return cell;
    }

    private void AddHiddenColumns(XmlReader xml)
    {
        if (hiddenColumns.Count < MostColumns && int.TryParse(xml.GetAttribute("min"), out var first) && int.TryParse(xml.GetAttribute("max"), out var last))
        {
            hiddenColumns.Add((first - 1, last - 1));
        }
    }

    private void AddSpan(string? area)
    {
        if (area?.Split(':') is not [var from, var to])
        {
            return;
        }

        var (first, last) = (Column(from, -1), Column(to, -1));
        if (last > first && int.TryParse(from.AsSpan(from.IndexOfAnyInRange('0', '9')), out var row))
        {
            Grid.Spans.Add(new Span(row, first, last));
        }
    }

    /// <summary>The column of an address (C7 is 2), or the one after the last where a cell has none.</summary>
    private static int Column(string? address, int before)
    {
        var column = before + 1;
        if (address is { Length: > LongestAddress })
        {
            throw new OfficeDamageException("a cell has an impossible address");
        }

        if (address is not null)
        {
            column = 0;
            foreach (var letter in address.AsSpan(0, Math.Max(address.IndexOfAnyInRange('0', '9'), 0)))
            {
                column = Math.Min(column * 26 + (letter & 0x1F), MostColumns + 1);
            }

            column--;
        }

        return column > before && column < MostColumns ? column : throw new OfficeDamageException($"cell {address} is out of order");
    }
}
