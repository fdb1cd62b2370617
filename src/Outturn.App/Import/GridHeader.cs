using System.Globalization;

namespace Outturn.App.Import;

/// <summary>Where the header of a grid stands: below its title and notes, in one row or in two.</summary>
/// <param name="Index">Index of the header's (lower) row among the grid's rows.</param>
/// <param name="Above">A row of headings over several columns each, directly above it, or null.</param>
internal sealed record GridHeader(int Index, GridRow Row, GridRow? Above)
{
    /// <summary>A table whose header comes later is not looked for.</summary>
    private const int Deepest = 200;

    /// <param name="expected">Names that the columns may have; a row with two of them is the header.</param>
    public static GridHeader? Find(Grid grid, IReadOnlyCollection<string>? expected)
    {
        var rows = grid.Rows.Take(Deepest).ToArray();
        var known = expected?.Select(SourceColumn.Plain).ToHashSet() ?? [];
        var widest = rows.Select(row => row.Cells.Count).DefaultIfEmpty().Max();
        var index = known.Count == 0 ? -1 : Array.FindIndex(rows, row => row.Cells.Count(cell => known.Contains(SourceColumn.Plain(cell.Cell.Text))) >= 2);
        index = index >= 0 ? index : Array.FindIndex(rows, row => row.Cells.Count * 2 > widest && IsHeader(row));
        index = index >= 0 ? index : Array.FindIndex(rows, IsHeader);
        if (index < 0)
        {
            return null;
        }

        return index > 0 && IsOverColumns(grid, rows, index - 1) ? new GridHeader(index, rows[index], rows[index - 1])
            : IsOverColumns(grid, rows, index) ? new GridHeader(index + 1, rows[index + 1], rows[index])
            : new GridHeader(index, rows[index], null);
    }

    /// <summary>The names of the columns from <paramref name="first"/> to <paramref name="last"/>: "2019/20 Apr" where a heading lies over several.</summary>
    public string[] Names(Grid grid, int first, int last)
    {
        var lower = Texts(Row, grid, first, last, numbered: true);
        if (Above is null)
        {
            return lower;
        }

        var upper = Texts(Above, grid, first, last, numbered: false);
        if (grid.SpansOf(Above).Length == 0)
        {
            FillRight(upper);
        }

        return [.. lower.Zip(upper, (below, above) => above.Length == 0 || above == below ? below : below.Length == 0 ? above : $"{above} {below}")];
    }

    /// <summary>Words, dates and years; a row of figures is no header.</summary>
    private static bool IsHeader(GridRow row) => row.Cells.Count >= 2 && row.Cells.Count(cell => IsName(cell.Cell)) * 2 > row.Cells.Count;

    private static bool IsName(SourceCell cell) => cell.Number is not { } number || (number is >= 1900 and <= 2100 && decimal.IsInteger(number));

    /// <summary>Whether the row holds headings for the columns of the next: some lie over several columns, or without them its names are doubled.</summary>
    private static bool IsOverColumns(Grid grid, GridRow[] rows, int index)
    {
        if (index + 1 >= rows.Length || rows[index + 1].Number != rows[index].Number + 1 || !IsHeader(rows[index + 1]))
        {
            return false;
        }

        var (above, below) = (rows[index], rows[index + 1]);
        var isTitle = above.Cells.Count == 1 && above.Cells[0].Column <= below.Cells[0].Column;
        var isData = below.Cells.Exists(cell => cell.Cell.Number is null && cell.Cell.Date is null && IsFigure(cell.Cell.Text));
        return !isTitle && !isData
            && (grid.SpansOf(above).Any(span => below.Cells.Count(cell => cell.Column >= span.First && cell.Column <= span.Last) > 1)
                || (above.Cells.Count < below.Cells.Count
                    && below.Cells.GroupBy(cell => SourceColumn.Plain(cell.Cell.Text)).Any(same => same.Count() > 1 && same.All(cell => cell.Column >= above.Cells[0].Column))));
    }

    /// <summary>A figure that is typed text, as all are in a document.</summary>
    private static bool IsFigure(string text) => NumberText.Parse(text, "%").Value is { } number
        && !(number is >= 1900 and <= 2100 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _));

    /// <summary>The texts of a header row; one that lies over several columns is repeated in each that is used, with a number where it is the whole name.</summary>
    private static string[] Texts(GridRow row, Grid grid, int first, int last, bool numbered)
    {
        var texts = new string[last - first + 1];
        Array.Fill(texts, "");
        foreach (var cell in row.Cells.Where(cell => cell.Column >= first && cell.Column <= last))
        {
            texts[cell.Column - first] = string.Join(' ', cell.Cell.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }

        foreach (var span in grid.SpansOf(row).Where(span => span.First >= first))
        {
            var (text, number) = (texts[span.First - first], 1);
            for (var column = span.First + 1; column <= Math.Min(span.Last, last); column++)
            {
                if (text.Length > 0 && grid.UsedColumns.Contains(column))
                {
                    texts[column - first] = numbered ? $"{text} ({++number})" : text;
                }
            }
        }

        return texts;
    }

    private static void FillRight(string[] texts)
    {
        for (var i = 1; i < texts.Length; i++)
        {
            texts[i] = texts[i].Length > 0 ? texts[i] : texts[i - 1];
        }
    }
}
