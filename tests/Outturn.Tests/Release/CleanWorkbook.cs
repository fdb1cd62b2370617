using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Spreadsheet;
using Outturn.Tests.Reports.Excel;

namespace Outturn.Tests.Release;

/// <summary>What the government's rules for accessible spreadsheets would say of a workbook ("Creating and sharing spreadsheets", Analysis Function).</summary>
internal static partial class CleanWorkbook
{
    public static List<string> Findings(byte[] file)
    {
        using var workbook = WrittenWorkbook.Read(file);
        var names = workbook.Sheets.Select(sheet => sheet.Name!.Value!).ToList();
        return
        [
            .. workbook.Sheets.Where(sheet => sheet.State is not null).Select(sheet => $"hidden: the sheet {sheet.Name} is"),
            .. names.Where(name => Meaningless().IsMatch(name)).Select(name => $"name: the sheet {name} does not say what it holds"),
            .. workbook.Main.ExternalWorkbookParts.Select(part => $"outside: {part.Uri}"),
            .. names is ["Notes", ..] ? Array.Empty<string>() : ["name: the notes are not the first sheet"],
            .. names.SelectMany(name => Sheet(workbook, name)),
            .. names.Skip(1).SelectMany(name => Table(workbook, name)),
        ];
    }

    private static IEnumerable<string> Sheet(WrittenWorkbook workbook, string name)
    {
        var sheet = workbook.Part(name).Worksheet;
        if (sheet.Descendants<Cell>().FirstOrDefault() is not { CellReference.Value: "A1" } first || workbook.Value(first).Trim().Length == 0)
        {
            yield return $"title: the sheet {name} does not begin at A1 with one";
        }

        foreach (var row in sheet.Descendants<Row>().Where(row => row.Hidden is not null || row.Collapsed is not null))
        {
            yield return $"hidden: row {row.RowIndex} of {name} is";
        }

        foreach (var column in sheet.Descendants<Column>().Where(column => column.Hidden is not null || column.Width! < 1))
        {
            yield return $"hidden: column {column.Min} of {name} is";
        }

        foreach (var merged in sheet.Descendants<MergeCell>())
        {
            yield return $"merged: {merged.Reference} of {name}";
        }

        foreach (var formula in sheet.Descendants<CellFormula>())
        {
            yield return $"formula: {((Cell)formula.Parent!).CellReference} of {name}";
        }
    }

    private static IEnumerable<string> Table(WrittenWorkbook workbook, string name)
    {
        if (workbook.Part(name).TableDefinitionParts.ToList() is not [{ Table: var table }])
        {
            yield return $"table: {name} has not one table with a name";
            yield break;
        }

        if (table.HeaderRowCount is { Value: 0u } || Unnamed().IsMatch(table.DisplayName!.Value!))
        {
            yield return $"table: {table.DisplayName} of {name} has no name or no header row";
        }

        var last = workbook.Part(name).Worksheet.Descendants<Row>().Last().RowIndex!.Value;
        if (!Regex.IsMatch(table.Reference!.Value!, $"^A3:[A-Z]+{last}$"))
        {
            yield return $"table: {name} has rows outside its table ({table.Reference}, and the sheet ends with row {last})";
            yield break;
        }

        var headers = table.TableColumns!.Elements<TableColumn>().Select(column => column.Name!.Value!).ToList();
        var rows = workbook.Rows(name);
        foreach (var header in headers.Where(header => string.IsNullOrWhiteSpace(header) || header.StartsWith("Column", StringComparison.Ordinal)))
        {
            yield return $"table: a column of {name} has no heading ({header})";
        }

        foreach (var (_, at) in rows.Select((row, at) => (row, at)).Where(row => row.row.Values.All(string.IsNullOrWhiteSpace)))
        {
            yield return $"empty: row {at + 4} of {name}";
        }

        foreach (var header in headers.Where(header => rows.All(row => string.IsNullOrWhiteSpace(row[header]))))
        {
            yield return $"empty: column {header} of {name}";
        }
    }

    [GeneratedRegex(@"^(Sheet|Table|Data)?\s*\d*$", RegexOptions.IgnoreCase)]
    private static partial Regex Meaningless();

    [GeneratedRegex(@"^Table\d*$")]
    private static partial Regex Unnamed();
}
