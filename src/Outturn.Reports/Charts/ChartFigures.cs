using Outturn.Core.Indicators;

namespace Outturn.Reports.Charts;

internal static class ChartFigures
{
    /// <summary>More decimals than these are those of a quotient that nobody rounded.</summary>
    private const int Unrounded = 8;

    /// <summary>A figure as the chart and its table print it: with the decimals it was given, and at least the chart's own.</summary>
    public static string Print(this Chart chart, decimal value) => chart.Unit.Print(value, chart.DecimalsOf(value));

    /// <summary>The decimals that a figure of the chart is printed with.</summary>
    public static int DecimalsOf(this Chart chart, decimal value) =>
        Unit.DecimalsOf(value) is var own && own > Unrounded ? chart.Decimals : Math.Max(own, chart.Decimals);

    /// <summary>The line's value in a period; null where there is none.</summary>
    public static decimal? At(this Line line, int period) => period < line.Values.Count ? line.Values[period] : null;

    /// <summary>Index of the last period with a figure, or -1.</summary>
    public static int Last(this Line line)
    {
        var last = line.Values.Count - 1;
        while (last >= 0 && line.Values[last] is null)
        {
            last--;
        }

        return last;
    }

    /// <summary>True for what was set rather than measured: it holds for its whole period, and is drawn so.</summary>
    public static bool IsLevel(this LineKind kind) => kind is LineKind.Target or LineKind.Floor or LineKind.Lower or LineKind.Upper;
}
