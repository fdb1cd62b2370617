using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Outturn.Tests.Collection.Templates;

/// <summary>Fills in a template cell by cell through the Open XML SDK, as somebody at a spreadsheet would; it knows nothing of how templates are written or read.</summary>
internal sealed partial class TemplateEditor : IDisposable
{
    private readonly MemoryStream bytes = new();
    private readonly SpreadsheetDocument package;
    private readonly SharedStringItem[] texts;
    private readonly SheetData cells;
    private readonly uint percentage;
    private readonly uint month;
    private readonly Dictionary<string, string> letters;

    /// <param name="sheetName">The sheet that is filled in.</param>
    public TemplateEditor(byte[] template, string sheetName = "Figures")
    {
        bytes.Write(template);
        package = SpreadsheetDocument.Open(bytes, isEditable: true);
        var main = package.WorkbookPart!;
        texts = [.. main.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>()];
        var figures = main.Workbook.Descendants<Sheet>().Single(sheet => sheet.Name == sheetName);
        Sheet = ((WorksheetPart)main.GetPartById(figures.Id!)).Worksheet;
        cells = Sheet.GetFirstChild<SheetData>()!;
        letters = Rows.Single(IsHeader).Elements<Cell>().ToDictionary(Shown, Letter);
        percentage = AddFormat(10);
        month = AddFormat(17);
    }

    public Worksheet Sheet { get; }

    public SpreadsheetDocument Package => package;

    public IReadOnlyList<Row> Rows => [.. cells.Elements<Row>()];

    public IEnumerable<Row> Below => Rows.SkipWhile(row => !IsHeader(row)).Skip(1);

    public Row this[string reference, string period] => Below.Single(row => Shown(At(row, "Ref")) == reference && Shown(At(row, "Period")) == period);

    public Row this[string reference] => Below.Single(row => Shown(At(row, "Ref")) == reference);

    public Cell At(Row row, string heading) => row.Elements<Cell>().Single(cell => Letter(cell) == letters[heading]);

    public string Shown(Cell cell) => cell.DataType?.Value == CellValues.SharedString ? texts[int.Parse(cell.CellValue!.Text)].InnerText
        : cell.DataType?.Value == CellValues.InlineString ? cell.InlineString!.InnerText
        : cell.CellValue?.Text ?? "";

    public TemplateEditor Type(Row row, string heading, decimal number) => Put(row, heading, cell => cell.CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture)));

    public TemplateEditor Type(Row row, string heading, string text) => Put(row, heading, cell =>
        (cell.DataType, cell.InlineString) = (CellValues.InlineString, new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(Escape().Replace(text, "_x005F_")) { Space = SpaceProcessingModeValues.Preserve })));

    public TemplateEditor Type(Row row, string heading, DateOnly day) => Type(row, heading, (decimal)(day.DayNumber - new DateOnly(1899, 12, 30).DayNumber));

    /// <summary>94.2% as a spreadsheet keeps it: 0.942, and a format.</summary>
    public TemplateEditor TypePercentage(Row row, string heading, decimal shown)
    {
        Type(row, heading, shown / 100);
        At(row, heading).StyleIndex = percentage;
        return this;
    }

    /// <summary>"Apr 2020" typed where it becomes a date.</summary>
    public TemplateEditor TypeMonth(Row row, string heading, DateOnly day)
    {
        Type(row, heading, day);
        At(row, heading).StyleIndex = month;
        return this;
    }

    public TemplateEditor Clear(Row row, string heading) => Put(row, heading, _ => { });

    /// <summary>Takes a row out, and lets those below move up.</summary>
    public void Delete(Row row)
    {
        row.Remove();
        Renumber(Rows);
    }

    /// <summary>Puts the rows of the table into another order.</summary>
    public void Sort(Func<IEnumerable<Row>, IEnumerable<Row>> order)
    {
        Row[] sorted = [.. order(Below)];
        foreach (var row in sorted)
        {
            row.Remove();
        }

        cells.Append(sorted);
        Renumber(Rows);
    }

    /// <summary>Puts the columns of the table into another order.</summary>
    public void MoveColumns(Func<IEnumerable<Cell>, IEnumerable<Cell>> order)
    {
        foreach (var row in Below.Prepend(Rows.Single(IsHeader)).ToArray())
        {
            Cell[] moved = [.. order(row.Elements<Cell>())];
            row.RemoveAllChildren<Cell>();
            row.Append(moved);
            for (var i = 0; i < moved.Length; i++)
            {
                moved[i].CellReference = $"{(i < 26 ? "" : $"{(char)('A' + (i / 26) - 1)}")}{(char)('A' + (i % 26))}{row.RowIndex}";
            }
        }
    }

    public byte[] Save()
    {
        package.Save();
        using var copy = new MemoryStream();
        using (package.Clone(copy))
        {
        }

        return copy.ToArray();
    }

    public void Dispose()
    {
        package.Dispose();
        bytes.Dispose();
    }

    /// <summary>What would stand for a character (_x0041_), which a spreadsheet program writes so that it stands for itself.</summary>
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape();

    private bool IsHeader(Row row) => row.Elements<Cell>().Any(cell => Shown(cell) == "Ref");

    private static void Renumber(IReadOnlyList<Row> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            rows[i].RowIndex = (uint)i + 1;
            foreach (var cell in rows[i].Elements<Cell>())
            {
                cell.CellReference = Letter(cell) + (i + 1);
            }
        }
    }

    private TemplateEditor Put(Row row, string heading, Action<Cell> put)
    {
        var cell = At(row, heading);
        (cell.CellValue, cell.InlineString, cell.DataType) = (null, null, null);
        put(cell);
        return this;
    }

    private static string Letter(Cell cell) => cell.CellReference!.Value!.TrimEnd("0123456789".ToCharArray());

    private uint AddFormat(uint number)
    {
        var formats = package.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!;
        formats.Append(new CellFormat { NumberFormatId = number, ApplyNumberFormat = true });
        return (uint)formats.Elements<CellFormat>().Count() - 1;
    }
}
