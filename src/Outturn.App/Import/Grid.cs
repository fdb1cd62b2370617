namespace Outturn.App.Import;

/// <summary>The cells of a sheet, or of a table in a document, as they lie there: only those that hold something.</summary>
internal sealed class Grid
{
    private const int MostInRow = 1000;

    /// <summary>Rows with content, from top to bottom.</summary>
    public List<GridRow> Rows { get; } = [];

    /// <summary>Cells that lie over several columns.</summary>
    public List<Span> Spans { get; } = [];

    /// <summary>Columns in which a cell holds something.</summary>
    public HashSet<int> UsedColumns { get; } = [];

    /// <summary>Those of one row; more than these are no heading.</summary>
    public Span[] SpansOf(GridRow row) => [.. Spans.Where(span => span.Row == row.Number).Take(MostInRow)];

    public void Add(GridRow row)
    {
        if (row.Cells.Count > 0)
        {
            Rows.Add(row);
            foreach (var cell in row.Cells)
            {
                UsedColumns.Add(cell.Column);
            }
        }
    }
}

/// <param name="Number">The row, from 1.</param>
/// <param name="Cells">From left to right.</param>
internal sealed record GridRow(int Number, List<GridCell> Cells);

/// <param name="Column">From 0.</param>
internal readonly record struct GridCell(int Column, SourceCell Cell);

/// <summary>A cell of a row that lies over the columns from <paramref name="First"/> to <paramref name="Last"/>.</summary>
internal readonly record struct Span(int Row, int First, int Last);
