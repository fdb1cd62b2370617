using Outturn.Reports.Charts;

namespace Outturn.Reports.Word;

/// <summary>The widths of a table's columns in twentieths of a point: its shares of the page, but no column narrower than its longest figure.</summary>
/// <remarks>Word breaks a word that does not fit at any letter, and "£12,000,00" over "0" is a wrong figure to a hurried reader.</remarks>
internal static class ColumnWidths
{
    /// <summary>The margins within a cell, and a hair for rounding.</summary>
    private const int Margins = 230;

    /// <summary>A column grows to so many times its share and no more: one absurd word must not push the others off the page.</summary>
    private const double MostGrowth = 1.6;

    /// <param name="size">Type size of the table, in twentieths of a point.</param>
    public static int[] For(Table table, int textWidth, int size)
    {
        var columns = table.Columns;
        if (columns.Count == 0)
        {
            return [];
        }

        var shares = columns.Select(column => (double)Math.Max(1, column.Width)).ToArray();
        var all = shares.Sum();
        var needs = shares.Select((share, i) => Math.Min(Longest(table, i, size) + Margins, share * textWidth / all * MostGrowth)).ToArray();
        return Whole(Spread(shares, needs, textWidth), textWidth);
    }

    /// <summary>About how many lines a row takes in columns of those widths.</summary>
    public static int Lines(IReadOnlyList<Cell> row, int[] widths, int size) =>
        row.Zip(widths, (cell, width) => (int)Math.Ceiling(TextWidth.Of(cell.Text, size) / Math.Max(1, width - Margins))).Append(1).Max();

    /// <summary>Columns that need more than their share take it; the others share what is left.</summary>
    private static double[] Spread(double[] shares, double[] needs, int textWidth)
    {
        if (needs.Sum() >= textWidth)
        {
            return [.. needs.Select(need => need * textWidth / needs.Sum())];
        }

        var narrow = new HashSet<int>();
        while (true)
        {
            var left = textWidth - narrow.Sum(i => needs[i]);
            var all = Enumerable.Range(0, shares.Length).Where(i => !narrow.Contains(i)).Sum(i => shares[i]);
            var more = Enumerable.Range(0, shares.Length).Where(i => !narrow.Contains(i) && shares[i] * left / all < needs[i]).ToList();
            if (more.Count == 0)
            {
                return [.. shares.Select((share, i) => narrow.Contains(i) ? needs[i] : share * left / all)];
            }

            narrow.UnionWith(more);
        }
    }

    /// <summary>What rounding leaves over goes to the last column.</summary>
    private static int[] Whole(double[] widths, int textWidth)
    {
        var whole = widths.Select(width => (int)width).ToArray();
        whole[^1] += textWidth - whole.Sum();
        return whole;
    }

    private static double Longest(Table table, int column, int size)
    {
        var longest = Longest(table.Columns[column].Header, bold: true, size);
        foreach (var row in table.Rows)
        {
            if (column < row.Count)
            {
                longest = Math.Max(longest, row[column] is RatingCell { Rating.Colour: not null } ? Rated(row[column].Text, size) : Longest(row[column].Text, bold: column == table.RowHeader, size));
            }
        }

        return longest;
    }

    /// <summary>Shape and word of a rating stay side by side.</summary>
    private static double Rated(string rating, int size) => TextWidth.Of($"● {rating}", size, bold: true);

    /// <summary>The longest piece that only a break within a word could make shorter.</summary>
    private static double Longest(string text, bool bold, int size)
    {
        var longest = 0d;
        foreach (var word in text.AsSpan().Split(' '))
        {
            longest = Math.Max(longest, word.End.Value > word.Start.Value ? TextWidth.Of(text[word], size, bold) : 0);
        }

        return longest;
    }
}
