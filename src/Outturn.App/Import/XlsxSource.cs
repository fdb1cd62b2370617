namespace Outturn.App.Import;

/// <summary>The visible sheets of a workbook as tables. Values are those last stored; nothing is calculated, followed or run.</summary>
public static class XlsxSource
{
    /// <param name="expected">Names that columns may have; they help to find a header below a title and notes.</param>
    public static ReadResult Read(string path, IReadOnlyCollection<string>? expected = null) =>
        OfficeFile.Read(path, file => Read(file, expected, asItStands: false));

    /// <summary>Every row with something in it, titles and notes too, under columns without names.</summary>
    public static ReadResult ReadAsItStands(string path) =>
        OfficeFile.Read(path, file => Read(file, null, asItStands: true));

    internal static ReadResult Read(OfficeFile file, IReadOnlyCollection<string>? expected, bool asItStands) =>
        file.Kind == OfficeKind.Workbook
            ? ReadSheets(file, expected, asItStands)
            : ReadResult.Refuse(file.Source, "This is a Word document under the name of a workbook: give it the ending .docx.");

    private static ReadResult ReadSheets(OfficeFile file, IReadOnlyCollection<string>? expected, bool asItStands)
    {
        var (tables, defects, warnings) = (new List<SourceTable>(), new List<Defect>(), new List<Defect>());
        var workbook = XlsxWorkbook.Read(file);
        var (sheet, maker) = (new XlsxSheet(workbook), new GridTable(file.Source, expected, asItStands, defects, warnings));
        var hasLinks = file.Parts.Any(part => part.Contains("/externalLinks/", StringComparison.OrdinalIgnoreCase));
        if (hasLinks)
        {
            warnings.Add(Defect.Warning(file.Source, "Some cells take their values from other workbooks: the values last stored here were read."));
        }

        foreach (var entry in workbook.Sheets.Where(entry => !entry.Hidden))
        {
            sheet.Read(file, entry.Part);
            if (sheet.Grid.Rows.Count > 0 && maker.Make(sheet.Grid, entry.Name) is { } table)
            {
                tables.Add(table);
                AddWithoutValue(sheet, table, defects);
                AddHidden(sheet, table, warnings);
            }
            else if (sheet.NoValue.Count > 0)
            {
                defects.Add(WithoutValue(SourceTable.SourceName(file.Source, entry.Name), sheet.NoValue, null));
            }
        }

        if (workbook.Sheets.Where(entry => entry.Hidden).Select(entry => $"\"{entry.Name}\"").ToArray() is { Length: > 0 } hidden)
        {
            warnings.Add(Defect.Warning(file.Source, $"Hidden sheets were left out: {string.Join(", ", hidden)}. Unhide those that belong to it."));
        }

        return defects.Count > 0 ? new ReadResult.Refused(defects)
            : tables.Count == 0 ? new ReadResult.Refused([Defect.Error(file.Source, "No visible sheet holds a table."), .. warnings])
            : new ReadResult.Read(tables, warnings) { HasLinks = hasLinks };
    }

    private static void AddWithoutValue(XlsxSheet sheet, SourceTable table, List<Defect> defects)
    {
        foreach (var column in sheet.NoValue.GroupBy(cell => SourceColumn.LetterOf(cell.Column)))
        {
            if (table.Header.FirstOrDefault(header => header.Letter == column.Key) is { } header)
            {
                defects.Add(WithoutValue(table.Source, [.. column], NameOf(header)));
            }
        }
    }

    private static Defect WithoutValue(string source, List<(int Row, int Column)> cells, string? column)
    {
        var first = $"{SourceColumn.LetterOf(cells[0].Column)}{cells[0].Row}";
        return new Defect(Severity.Error, source, cells[0].Row, column, cells.Count == 1
            ? $"The formula in {first} has no stored value: open the workbook in Excel, save it, and send it again."
            : $"{cells.Count} formulas have no stored value, the first of them in {first}: open the workbook in Excel, save it, and send it again.");
    }

    private static void AddHidden(XlsxSheet sheet, SourceTable table, List<Defect> warnings)
    {
        var rows = table.Rows.Where(row => sheet.HiddenRows.Contains(row.Number)).Select(row => row.Number).ToArray();
        if (rows.Length > 0)
        {
            warnings.Add(new Defect(Severity.Warning, table.Source, rows[0], null, rows.Length == 1
                ? "This row is hidden, and was read."
                : $"{rows.Length} rows are hidden, this one first; all were read."));
        }

        warnings.AddRange(table.Header.Where(column => sheet.IsHidden(column.Letter)).Select(column =>
            new Defect(Severity.Warning, table.Source, null, NameOf(column), $"Column {column.Letter} is hidden, and was read.")));
    }

    private static string? NameOf(SourceColumn column) => column.Name.Length > 0 ? column.Name : null;
}
