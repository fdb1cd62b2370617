namespace Outturn.Reports.Excel;

/// <summary>How wide columns and how high rows are: stored in the file, since not every program works it out on opening.</summary>
internal static class Fit
{
    private const int Least = 9;
    private const int Most = 44;

    /// <summary>Room for the filter button in a header, and for the margins of a cell.</summary>
    private const int Button = 5;
    private const int Margin = 4;

    /// <summary>In points, at the size of plain text.</summary>
    private const double LineHeight = 14.5;

    /// <summary>In characters: what the column holds, but no wider than a line is easy to read.</summary>
    public static int[] Widths(Sheet sheet)
    {
        var widths = sheet.Columns.Select(column => Math.Max(Least, column.Header.Split(' ').Max(word => word.Length) + Button)).ToArray();
        foreach (var row in sheet.Rows)
        {
            for (var i = 0; i < widths.Length; i++)
            {
                widths[i] = Math.Max(widths[i], Shown(row[i]).Length + Margin);
            }
        }

        return [.. widths.Select(width => Math.Min(width, Most))];
    }

    public static double HeaderHeight(Sheet sheet, int[] widths) =>
        LineHeight * sheet.Columns.Select((column, i) => Lines(column.Header, widths[i] - Button)).Max() + 4;

    public static double Height(IReadOnlyList<Cell> row, int[] widths)
    {
        var lines = 1;
        for (var i = 0; i < widths.Length; i++)
        {
            lines = Math.Max(lines, Lines(Shown(row[i]), widths[i]));
        }

        return LineHeight * lines + 2;
    }

    /// <summary>The height of one text in a column of its own.</summary>
    public static double Height(string text, int width, double scale) => LineHeight * scale * Lines(text, (int)(width * 1.1 / scale)) + 2;

    private static string Shown(Cell cell) => cell is FigureCell figure ? figure.Figure : cell.Text;

    /// <summary>How many lines a text takes when it is broken between words, and within a word longer than a line.</summary>
    private static int Lines(string text, int width)
    {
        if (text.Length <= width && !text.Contains('\n'))
        {
            return 1;
        }

        var lines = 0;
        foreach (var paragraph in text.AsSpan().EnumerateLines())
        {
            (lines, var used) = (lines + 1, 0);
            foreach (var word in paragraph.Split(' '))
            {
                var length = word.End.Value - word.Start.Value;
                if (used > 0 && used + 1 + length > width)
                {
                    (lines, used) = (lines + 1, 0);
                }

                lines += length / (width + 1);
                used += length + (used > 0 ? 1 : 0);
            }
        }

        return lines;
    }
}
