using Outturn.Reports.Charts;

namespace Outturn.Reports.Excel;

/// <summary>How wide columns and how high rows are: stored in the file, since not every program works it out on opening.</summary>
/// <remarks>Widths are counted in digits of plain text, as Excel counts them.</remarks>
internal static class Fit
{
    /// <summary>What a printed page takes at a size that can be read; columns share it when they hold long text.</summary>
    private const int Page = 150;

    private const int Least = 9;

    /// <summary>Room for the filter button in a header, and for the margins and the indent of a cell.</summary>
    private const int Button = 3;
    private const double Margin = 2.5;

    /// <summary>In points, at the size of plain text.</summary>
    private const double LineHeight = 14.5;

    /// <summary>Of a digit, and of a space, in the font size.</summary>
    private const double Digit = 0.556;
    private const double Space = 0.278 / Digit;

    /// <summary>The widest that a column may be: the first with which all fit the page, or else the last.</summary>
    private static readonly int[] Widest = [80, 60, 48, 40];

    /// <summary>What each column holds on one line, as far as that is easy to read.</summary>
    public static int[] Widths(Sheet sheet)
    {
        var needed = sheet.Columns.Select(column => Math.Max(Least, column.Header.Split(' ').Max(word => Width(word, bold: true)) + Button + Margin)).ToArray();
        foreach (var row in sheet.Rows)
        {
            for (var i = 0; i < needed.Length; i++)
            {
                needed[i] = Math.Max(needed[i], Width(Shown(row[i]), row[i] is RatingCell) + Margin);
            }
        }

        var widest = Widest.FirstOrDefault(widest => needed.Sum(width => Math.Min(width, widest)) <= Page, Widest[^1]);
        return [.. needed.Select(width => (int)Math.Ceiling(Math.Min(width, widest)))];
    }

    public static double HeaderHeight(Sheet sheet, int[] widths) =>
        LineHeight * sheet.Columns.Select((column, i) => Lines(column.Header, widths[i] - Button - Margin, bold: true)).Max() + 4;

    public static double Height(IReadOnlyList<Cell> row, int[] widths)
    {
        var lines = 1;
        for (var i = 0; i < widths.Length; i++)
        {
            lines = Math.Max(lines, Lines(Shown(row[i]), widths[i] - Margin, bold: row[i] is RatingCell));
        }

        return LineHeight * lines + 2;
    }

    /// <summary>The height of one text in a column of its own, at so many times the size of plain text.</summary>
    public static double Height(string text, int width, double scale) => LineHeight * scale * Lines(text, (width - 1) / scale, bold: scale > 1) + 2;

    /// <summary>As it is seen: a rating with its shape.</summary>
    private static string Shown(Cell cell) => cell switch
    {
        FigureCell figure => figure.Figure,
        RatingCell rating => $"● {rating.Text}",
        DirectionCell direction => $"→ {direction.Text}",
        _ => cell.Text,
    };

    private static double Width(string text, bool bold) => TextWidth.Of(text, 1 / Digit, bold);

    /// <summary>How many lines a text takes when it is broken between words, and within a word longer than a line.</summary>
    private static int Lines(string text, double width, bool bold)
    {
        // No character is wider than two digits: most cells need no measuring.
        if (text.Length * 2 <= width && !text.Contains('\n'))
        {
            return 1;
        }

        var lines = 0;
        foreach (var paragraph in text.Split('\n'))
        {
            (lines, var used) = (lines + 1, 0.0);
            foreach (var word in paragraph.Split(' '))
            {
                var length = Width(word, bold);
                if (used > 0 && used + Space + length > width)
                {
                    (lines, used) = (lines + 1, 0);
                }

                var over = Math.Max((int)Math.Ceiling(length / width) - 1, 0);
                lines += over;
                used += length - over * width + (used > 0 ? Space : 0);
            }
        }

        return lines;
    }
}
