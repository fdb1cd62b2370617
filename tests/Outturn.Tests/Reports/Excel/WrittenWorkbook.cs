using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Outturn.Reports.Excel;
using Document = Outturn.Reports.Document;

namespace Outturn.Tests.Reports.Excel;

/// <summary>A workbook as the writer made it, read back by the Open XML SDK as Excel would show it.</summary>
internal sealed class WrittenWorkbook : IDisposable
{
    private readonly MemoryStream bytes;
    private readonly SharedStringItem[] texts;

    private WrittenWorkbook(MemoryStream bytes)
    {
        this.bytes = bytes;
        Package = SpreadsheetDocument.Open(bytes, isEditable: false);
        texts = [.. Main.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>()];
    }

    public SpreadsheetDocument Package { get; }

    public WorkbookPart Main => Package.WorkbookPart!;

    public IReadOnlyList<Sheet> Sheets => [.. Main.Workbook.Sheets!.Elements<Sheet>()];

    public static WrittenWorkbook Of(Document document)
    {
        var bytes = new MemoryStream();
        ExcelWriter.Write(document, bytes);
        return new WrittenWorkbook(bytes);
    }

    public static WrittenWorkbook Read(byte[] bytes) => new(new MemoryStream(bytes));

    public WorksheetPart Part(string sheet) => (WorksheetPart)Main.GetPartById(Sheets.Single(s => s.Name == sheet).Id!);

    public Table Table(string sheet) => Part(sheet).TableDefinitionParts.Single().Table;

    public Cell Cell(string sheet, string address) =>
        Part(sheet).Worksheet.Descendants<Cell>().Single(cell => cell.CellReference == address);

    /// <summary>What the cell holds, shared text or stored number.</summary>
    public string Value(Cell cell) => cell.DataType is { } type && type == CellValues.SharedString
        ? texts[int.Parse(cell.CellValue!.Text)].Text!.Text
        : cell.CellValue?.Text ?? "";

    /// <summary>What the cell shows. The formats in use here mean the same to .NET as to Excel.</summary>
    public string Shown(Cell cell)
    {
        var look = Main.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);
        var format = Main.WorkbookStylesPart.Stylesheet.NumberingFormats?.Elements<NumberingFormat>()
            .SingleOrDefault(f => f.NumberFormatId! == look.NumberFormatId!.Value)?.FormatCode!.Value;
        return cell.CellValue is null ? ""
            : cell.DataType is not null ? format is null ? Value(cell) : format.Replace("\"", "").Replace("@", Value(cell))
            : decimal.Parse(cell.CellValue.Text, CultureInfo.InvariantCulture).ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>The rows of a sheet's table, by header; figures as they are shown, texts as they are held.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string sheet)
    {
        var headers = Table(sheet).TableColumns!.Elements<TableColumn>().Select(column => column.Name!.Value!).ToArray();
        return
        [
            .. Part(sheet).Worksheet.Descendants<Row>().Where(row => row.RowIndex! > 3u).Select(row => headers
                .Zip(row.Elements<Cell>(), (header, cell) => (header, text: cell.DataType is null ? Shown(cell) : Value(cell)))
                .ToDictionary(cell => cell.header, cell => cell.text)),
        ];
    }

    public void Dispose()
    {
        Package.Dispose();
        bytes.Dispose();
    }
}
