namespace Outturn.App.Import;

/// <summary>Makes a table of a grid: finds its header, leaves out what stands around it, and says so.</summary>
/// <param name="asItStands">Whether nothing is looked for or left out: every row, under columns without names.</param>
/// <param name="defects">Gains what refuses the table.</param>
/// <param name="warnings">Gains what was left out.</param>
internal sealed class GridTable(string file, IReadOnlyCollection<string>? expected, bool asItStands, List<Defect> defects, List<Defect> warnings)
{
    /// <summary>Room for cells, blank ones among them, over all tables of a file.</summary>
    private const int MostPlaces = 3_000_000;

    private int places;

    /// <returns>Null when the grid has no row that could be a header.</returns>
    public SourceTable? Make(Grid grid, string name)
    {
        if (asItStands)
        {
            var width = grid.UsedColumns.Max() + 1;
            return new SourceTable(file, name, SourceColumn.Unnamed(width), [.. grid.Rows.Select(row => Row(row, 0, width))]);
        }

        var source = SourceTable.SourceName(file, name);
        if (GridHeader.Find(grid, expected) is not { } header)
        {
            warnings.Add(Defect.Warning(source, "There is no table here: no row names at least two columns. It was left out."));
            return null;
        }

        var body = Body(grid.Rows[(header.Index + 1)..], source);
        var first = body.Append(header.Row).Concat(header.Above is null ? [] : [header.Above]).Min(row => row.Cells[0].Column);
        var last = Math.Max(header.Row.Cells[^1].Column, grid.SpansOf(header.Row).Select(span => span.Last).DefaultIfEmpty().Max());
        last = Math.Max(last, header.Above?.Cells[^1].Column ?? 0);
        var names = header.Names(grid, first, Math.Min(last, grid.UsedColumns.Max()));
        var columns = SourceColumn.Of(names, source, header.Row.Number, defects, first);
        WarnBeyond(body, first + columns.Count, source);
        if (body.Count == 0)
        {
            warnings.Add(Defect.Warning(source, "The table has a header and no rows."));
        }

        return new SourceTable(file, name, columns, [.. body.Select(row => Row(row, first, columns.Count))]);
    }

    private SourceRow Row(GridRow row, int first, int width)
    {
        var used = row.Cells.FindLastIndex(cell => cell.Column < first + width);
        var cells = new SourceCell[used < 0 ? 0 : row.Cells[used].Column - first + 1];
        if ((places += cells.Length) > MostPlaces)
        {
            throw new OfficeLimitException("The cells of the table lie so far apart that it is not read: move them together, and clear what is not part of the table.");
        }

        for (var i = 0; i <= used; i++)
        {
            cells[row.Cells[i].Column - first] = row.Cells[i].Cell;
        }

        return new SourceRow(row.Number, cells);
    }

    /// <summary>Without the notes below a table: single cells after a blank row.</summary>
    private List<GridRow> Body(List<GridRow> rows, string source)
    {
        var end = rows.Count;
        while (end > 0 && rows[end - 1].Cells.Count == 1)
        {
            end--;
        }

        while (end < rows.Count && (end == 0 || rows[end].Number == rows[end - 1].Number + 1))
        {
            end++;
        }

        if (end < rows.Count)
        {
            warnings.Add(new Defect(Severity.Warning, source, rows[end].Number, null,
                $"What stands below the table from here on was taken for notes and left out: {Quoted.Text(rows[end].Cells[0].Cell.Text)}."));
        }

        return rows[..end];
    }

    private void WarnBeyond(List<GridRow> body, int column, string source)
    {
        if (body.Find(row => row.Cells[^1].Column >= column) is { } row)
        {
            var stray = row.Cells.Find(cell => cell.Column >= column);
            warnings.Add(new Defect(Severity.Warning, source, row.Number, null,
                $"Column {SourceColumn.LetterOf(stray.Column)} has no name in the header and was left out: {Quoted.Text(stray.Cell.Text)}."));
        }
    }
}
