namespace Outturn.Reports.Charts;

/// <summary>What stands at the right end of a line: its name and level, on one or two rows.</summary>
/// <param name="At">The height at which the line ends; the label stands beside it, or as near as the others let it.</param>
/// <param name="Reaches">The line reaches the right edge (else the label says until when it holds).</param>
internal sealed record EndLabel(LineKind Kind, IReadOnlyList<string> Rows, double At, bool Reaches)
{
    public bool Bold => Kind == LineKind.Actual;
}

/// <summary>Names the lines at their right ends, apart from one another.</summary>
internal static class EndLabels
{
    public static IReadOnlyList<EndLabel> For(Chart chart, Plot plot, double fontSize, double width) =>
    [
        .. chart.Lines
            .Where(line => line.Last() >= 0 && line.Last() < chart.Periods.Count)
            .Select(line => Label(chart, line, plot, fontSize, width))
            .OrderBy(label => label.At)
            .ThenBy(label => label.Kind),
    ];

    /// <summary>The width that the labels need: on one row each where that takes no more than <paramref name="easy"/>, else on several.</summary>
    public static double Wanted(Chart chart, double fontSize, double easy) => chart.Lines
        .Where(line => line.Last() >= 0)
        .Select(line => (Words: Words(chart, line), Bold: line.Kind == LineKind.Actual))
        .SelectMany(label => TextWidth.Of(string.Join(' ', label.Words), fontSize, label.Bold) is var whole && whole <= easy
            ? [whole]
            : label.Words.Select(row => TextWidth.Of(row, fontSize, label.Bold)))
        .DefaultIfEmpty(0)
        .Max();

    /// <summary>Top of each label: as near to its line as may be, never over another, within top and bottom where they fit at all.</summary>
    /// <remarks>Labels that would touch are stacked, and the stack stands where its members would have stood on average.</remarks>
    public static double[] Tops(IReadOnlyList<EndLabel> labels, double rowHeight, double top, double bottom)
    {
        var stacks = new List<(int First, int Count, double Height, double Middle)>();
        for (var i = 0; i < labels.Count; i++)
        {
            var stack = Within((i, 1, labels[i].Rows.Count * rowHeight, labels[i].At), top, bottom);
            while (stacks.Count > 0 && stacks[^1] is var above && above.Middle + above.Height / 2 > stack.Middle - stack.Height / 2)
            {
                stacks.RemoveAt(stacks.Count - 1);
                var middle = (above.Middle * above.Count + stack.Middle * stack.Count) / (above.Count + stack.Count);
                stack = Within((above.First, above.Count + stack.Count, above.Height + stack.Height, middle), top, bottom);
            }

            stacks.Add(stack);
        }

        var tops = new double[labels.Count];
        foreach (var (first, count, height, middle) in stacks)
        {
            var y = middle - height / 2;
            for (var i = first; i < first + count; i++)
            {
                tops[i] = y;
                y += labels[i].Rows.Count * rowHeight;
            }
        }

        return tops;
    }

    private static (int First, int Count, double Height, double Middle) Within(
        (int First, int Count, double Height, double Middle) stack, double top, double bottom) =>
        stack with { Middle = Math.Max(top + stack.Height / 2, Math.Min(bottom - stack.Height / 2, stack.Middle)) };

    private static EndLabel Label(Chart chart, Line line, Plot plot, double fontSize, double width)
    {
        var bold = line.Kind == LineKind.Actual;
        var words = Words(chart, line);
        var together = string.Join(' ', words);
        IReadOnlyList<string> rows = TextWidth.Of(together, fontSize, bold) <= width
            ? [together]
            : [.. words.Select(row => TextWidth.Fit(row, fontSize, width, bold))];
        var last = line.Last();
        return new EndLabel(line.Kind, rows, plot.Y(line.Values[last]!.Value), last == chart.Periods.Count - 1);
    }

    /// <summary>The parts of a label that each stay on one row: "94.2%", "Target" and "95%", "Previous year".</summary>
    private static List<string> Words(Chart chart, Line line)
    {
        var last = line.Last();
        var figure = chart.Print(line.Values[last]!.Value);
        List<string> words = line.Kind switch
        {
            LineKind.Actual => [figure],
            LineKind.PreviousYear => [line.Name],
            _ => [line.Name, figure],
        };
        if (last < chart.Periods.Count - 1)
        {
            words.Add(line.Kind.IsLevel() ? $"to {chart.Periods[last]}" : chart.Periods[last]);
        }

        return words;
    }
}
