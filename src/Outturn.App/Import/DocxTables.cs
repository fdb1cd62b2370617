using System.Text;
using System.Xml;

namespace Outturn.App.Import;

/// <summary>Walks a Word document from its start to its end and gathers its tables, those within cells of others too.</summary>
internal sealed class DocxTables
{
    private const int Deepest = 20;
    private const int MostTables = 2_000;
    private const int MostCells = 500_000;
    private const int LongestCell = 100_000;

    /// <summary>Of a caption or heading, which is all that counts outside of tables.</summary>
    private const int LongestName = 200;

    private static readonly string[] PassedOver = ["del", "moveFrom", "Fallback", "pPrChange", "rPrChange", "tblPrChange", "tcPrChange", "trPrChange"];

    private readonly IReadOnlyDictionary<string, DocxStyle> styles;
    private readonly List<(string Name, Grid Grid)> tables = [];
    private readonly Dictionary<string, int> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Stack<OpenTable> open = [];
    private readonly StringBuilder paragraph = new();
    private DocxStyle style;
    private string heading = "";
    private string caption = "";
    private int begun;
    private int cells;

    private DocxTables(IReadOnlyDictionary<string, DocxStyle> styles) => this.styles = styles;

    public static IReadOnlyList<(string Name, Grid Grid)> Read(OfficeFile file)
    {
        var walk = new DocxTables(DocxStyles.Read(file));
        using var xml = file.TryRead(file.MainPart, out var main) ? main : throw new OfficeDamageException($"{file.MainPart} is missing");
        var more = xml.Next();
        while (more)
        {
            if (xml.NodeType == XmlNodeType.Element && PassedOver.Contains(xml.LocalName))
            {
                more = xml.PassOver();
                continue;
            }

            walk.Take(xml);
            more = xml.Next();
        }

        return walk.tables;
    }

    private void Take(XmlReader xml)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                Begin(xml);
                if (xml.IsEmptyElement)
                {
                    End(xml.LocalName);
                }

                break;
            case XmlNodeType.EndElement:
                End(xml.LocalName);
                break;
            default:
                break;
        }
    }

    private void Begin(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "tbl":
                if (open.Count == Deepest)
                {
                    throw new OfficeDamageException("tables lie within tables too deeply");
                }

                if (++begun > MostTables)
                {
                    throw new OfficeLimitException("The document has more than 2,000 tables: send the part with those that are needed.");
                }

                open.Push(new OpenTable(Name()));
                caption = "";
                break;
            case "tr" when open.TryPeek(out var table):
                table.BeginRow();
                break;
            case "tc" when open.TryPeek(out var table):
                table.BeginCell();
                break;
            case "gridBefore" when open.TryPeek(out var table):
                table.Move(Number(xml));
                break;
            case "gridSpan" when open.TryPeek(out var table):
                table.Widen(Number(xml));
                break;
            case "vMerge" when open.TryPeek(out var table) && Value(xml) != "restart":
                table.GoOn();
                break;
            case "p":
                style = default;
                Append(" ");
                break;
            case "pStyle":
                style = styles.GetValueOrDefault(Value(xml) ?? "");
                break;
            case "outlineLvl" when Number(xml) is >= 0 and < 9:
                style = DocxStyle.Heading;
                break;
            case "t":
                Append(xml);
                break;
            case "tab" or "br" or "cr":
                Append(" ");
                break;
            case "noBreakHyphen":
                Append("-");
                break;
            default:
                break;
        }
    }

    private void Append(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                Append(xml.Value);
            }
        }
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (open.TryPeek(out var table))
        {
            table.Text.Append(text);
            if (table.Text.Length > LongestCell)
            {
                throw new OfficeLimitException("A cell of a table has more text than a table is for: it is not read.");
            }
        }
        else
        {
            paragraph.Append(text[..Math.Clamp(LongestName - paragraph.Length, 0, text.Length)]);
        }
    }

    private void End(string element)
    {
        switch (element)
        {
            case "p" when open.Count == 0:
                EndParagraph();
                break;
            case "tc" when open.TryPeek(out var table):
                if (table.EndCell() && ++cells > MostCells)
                {
                    throw new OfficeLimitException("The document has more than 500,000 cells: send the tables that are needed, or the workbook they were made from.");
                }

                break;
            case "tr" when open.TryPeek(out var table):
                table.EndRow();
                break;
            case "tbl" when open.TryPop(out var table):
                tables.Add((table.Name, table.Grid));
                break;
            default:
                break;
        }
    }

    private void EndParagraph()
    {
        var text = OneLine(paragraph);
        paragraph.Clear();
        if (text.Length == 0)
        {
            return;
        }

        caption = style == DocxStyle.Caption || (text.StartsWith("Table ", StringComparison.OrdinalIgnoreCase) && text.Length > 6 && char.IsAsciiDigit(text[6])) ? text : "";
        heading = style == DocxStyle.Heading ? text : heading;
    }

    /// <summary>Tables of one name are numbered, so that a defect names one of them.</summary>
    private string Name()
    {
        var name = caption.Length > 0 ? caption : heading.Length > 0 ? heading : $"table {begun}";
        var number = names[name] = names.GetValueOrDefault(name) + 1;
        return number == 1 ? name : $"{name} ({number})";
    }

    private static string? Value(XmlReader xml) => xml.GetAttribute("val", xml.NamespaceURI);

    private static int Number(XmlReader xml) => int.TryParse(Value(xml), out var number) ? number : 0;

    private static string OneLine(StringBuilder text) => string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A table whose end has not come yet.</summary>
    private sealed class OpenTable(string name)
    {
        /// <summary>Word has no more columns.</summary>
        private const int MostColumns = 63;

        private GridRow row = new(0, []);
        private int column;
        private int width = 1;
        private bool goesOn;

        public string Name { get; } = name;

        public Grid Grid { get; } = new();

        /// <summary>What the current cell says so far.</summary>
        public StringBuilder Text { get; } = new();

        public void BeginRow() => (row, column) = (new GridRow(row.Number + 1, []), 0);

        public void BeginCell()
        {
            (width, goesOn) = (1, false);
            Text.Clear();
        }

        public void Move(int columns) => column += Math.Clamp(columns, 0, MostColumns);

        public void Widen(int columns) => width = Math.Clamp(columns, 1, MostColumns);

        /// <summary>The cell belongs to the one above it.</summary>
        public void GoOn() => goesOn = true;

        /// <returns>Whether the cell holds something; one that goes on from the row above is blank.</returns>
        public bool EndCell()
        {
            var text = goesOn ? "" : OneLine(Text);
            Text.Clear();
            if (column + width > MostColumns * 2)
            {
                throw new OfficeDamageException("a row has more columns than Word allows");
            }

            if (text.Length > 0)
            {
                row.Cells.Add(new GridCell(column, new SourceCell(text)));
            }

            if (width > 1)
            {
                Grid.Spans.Add(new Span(row.Number, column, column + width - 1));
            }

            column += width;
            return text.Length > 0;
        }

        public void EndRow() => Grid.Add(row);
    }
}
