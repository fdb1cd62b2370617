namespace Outturn.App.Import;

/// <summary>The tables of a Word document. Their cells are text, as typed; a table is named by its caption, else by the heading it stands under.</summary>
public static class DocxSource
{
    /// <param name="expected">Names that columns may have.</param>
    public static ReadResult Read(string path, IReadOnlyCollection<string>? expected = null) =>
        OfficeFile.Read(path, file => Read(file, expected, asItStands: false));

    /// <summary>Every row with something in it, titles and notes too, under columns without names.</summary>
    public static ReadResult ReadAsItStands(string path) =>
        OfficeFile.Read(path, file => Read(file, null, asItStands: true));

    internal static ReadResult Read(OfficeFile file, IReadOnlyCollection<string>? expected, bool asItStands) =>
        file.Kind == OfficeKind.Document
            ? ReadTables(file, expected, asItStands)
            : ReadResult.Refuse(file.Source, "This is a workbook under the name of a Word document: give it the ending .xlsx.");

    private static ReadResult ReadTables(OfficeFile file, IReadOnlyCollection<string>? expected, bool asItStands)
    {
        var (tables, defects, warnings) = (new List<SourceTable>(), new List<Defect>(), new List<Defect>());
        var maker = new GridTable(file.Source, expected, asItStands, defects, warnings);
        foreach (var (name, grid) in DocxTables.Read(file))
        {
            var before = defects.Count;
            if (grid.Rows.Count > 0 && maker.Make(grid, name) is { } table && defects.Count == before)
            {
                tables.Add(table);
            }
        }

        return tables.Count == 0
            ? new ReadResult.Refused([.. defects, Defect.Error(file.Source, "The document has no table that can be read."), .. warnings])
            : new ReadResult.Read(tables, [.. warnings, .. defects.Select(LeftOut)]);
    }

    /// <summary>A document has many tables, and a defect in the layout of one is no reason to refuse the others.</summary>
    private static Defect LeftOut(Defect defect) => defect with { Severity = Severity.Warning, Reason = $"{defect.Reason} This table was left out." };
}
