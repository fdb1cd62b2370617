namespace Outturn.Reports.Charts;

/// <summary>Draws the lines of a chart: told apart by dashes, weight and markers, so that they are in black and white too.</summary>
internal static class SvgLines
{
    public const string Dashes = "7 4";
    public const string Dots = "1.5 3";
    private const string LimitDashes = "8 3 2 3";
    private const string BandFill = "#e4e8ec";

    /// <summary>The expected range as a pale band; with one limit alone it runs to the edge of the chart.</summary>
    public static void Band(SvgCanvas canvas, Chart chart, Plot plot)
    {
        var lower = chart.Lines.FirstOrDefault(line => line.Kind == LineKind.Lower);
        var upper = chart.Lines.FirstOrDefault(line => line.Kind == LineKind.Upper);
        foreach (var (first, end) in Runs(chart, period => lower?.At(period) is not null || upper?.At(period) is not null))
        {
            var top = Enumerable.Range(first, end - first).SelectMany(period => Level(plot, period, upper?.At(period) ?? plot.Scale.Max));
            var bottom = Enumerable.Range(first, end - first).SelectMany(period => Level(plot, period, lower?.At(period) ?? plot.Scale.Min));
            canvas.Area(top.Concat(bottom.Reverse()), BandFill);
        }
    }

    public static void Draw(SvgCanvas canvas, Chart chart, Line line, Plot plot, string colour)
    {
        var ownBreak = line.Kind.IsLevel() ? null : chart.BreakBefore;
        foreach (var (first, end) in Runs(chart, period => line.At(period) is not null, ownBreak))
        {
            var periods = Enumerable.Range(first, end - first);
            var points = line.Kind.IsLevel()
                ? periods.SelectMany(period => Level(plot, period, line.Values[period]!.Value))
                : periods.Select(period => (plot.X(period), plot.Y(line.Values[period]!.Value)));
            switch (line.Kind)
            {
                case LineKind.Actual:
                    Measured(canvas, points, plot, colour, weight: 2.5, marker: Math.Clamp(plot.Cell / 5, 1.8, 3.2));
                    break;
                case LineKind.PreviousYear:
                    Measured(canvas, points, plot, Palette.Grey, weight: 1.2, marker: end - first == 1 ? 1.5 : 0);
                    break;
                case LineKind.Target:
                    canvas.Path(points, Palette.Ink, 1.5, Dashes);
                    break;
                case LineKind.Floor:
                    canvas.Path(points, Palette.Ink, 1.5, Dots);
                    break;
                default:
                    canvas.Path(points, Palette.Grey, 1, LimitDashes);
                    break;
            }
        }
    }

    private static void Measured(SvgCanvas canvas, IEnumerable<(double X, double Y)> points, Plot plot, string colour, double weight, double marker)
    {
        List<(double X, double Y)> marked = [.. points];
        if (marked.Count > 1)
        {
            canvas.Path(marked, colour, weight);
        }

        foreach (var (x, y) in marker > 0 ? marked : [])
        {
            canvas.Marker(x, y, marker, colour);
        }
    }

    private static (double X, double Y)[] Level(Plot plot, int period, decimal value) =>
        [(plot.Edge(period), plot.Y(value)), (plot.Edge(period + 1), plot.Y(value))];

    /// <summary>Stretches of periods, one after another, for which something holds; a break ends a stretch.</summary>
    private static IEnumerable<(int First, int End)> Runs(Chart chart, Func<int, bool> holds, int? breakBefore = null)
    {
        var first = -1;
        for (var period = 0; period <= chart.Periods.Count; period++)
        {
            var inside = period < chart.Periods.Count && holds(period);
            if (first >= 0 && (!inside || period == breakBefore))
            {
                yield return (first, period);
                first = -1;
            }

            if (inside && first < 0)
            {
                first = period;
            }
        }
    }
}
