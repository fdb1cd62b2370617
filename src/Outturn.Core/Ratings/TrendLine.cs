using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.Core.Ratings;

/// <summary>The points of a series through which trends are drawn, laid out once for all its windows (RULES 5).</summary>
internal sealed class TrendLine
{
    private readonly int window;
    private readonly int[] breaks;

    /// <summary>How many points there are up to each period of the series, its own included.</summary>
    private readonly int[] pointsUpTo;
    private readonly int[] x;
    private readonly decimal[] y;
    private readonly double[] rise;

    /// <param name="breaks">Ordinals of the first periods of changed definitions, ascending: no trend is drawn across one.</param>
    public TrendLine(Frequency frequency, Polarity polarity, SeriesPoint[] points, JudgedFigure[] latest, int[] breaks)
    {
        (window, this.breaks) = (frequency.TrendWindow(), breaks);
        (pointsUpTo, x, y, rise) = (new int[points.Length], new int[points.Length], new decimal[points.Length], new double[points.Length]);
        var count = 0;
        for (var i = 0; i < points.Length; i++)
        {
            if (latest[i].Value is { } value && TurnedUp(polarity, value, points[i].Target) is { } turned)
            {
                (x[count], y[count]) = (points[i].Period.Ordinal, turned);
                rise[count] = (double)(turned - y[0]);
                count++;
            }

            pointsUpTo[i] = count;
        }
    }

    /// <param name="i">Index of the period at which the window ends.</param>
    /// <param name="last">Its ordinal.</param>
    public Trend At(int i, int last)
    {
        var end = pointsUpTo[i];
        var start = end;
        var earliest = Math.Max(last - window + 1, LastBreak(last));
        while (start > 0 && x[start - 1] >= earliest)
        {
            start--;
        }

        return Regression.Trend(x.AsSpan(start..end), y.AsSpan(start..end), rise.AsSpan(start..end));
    }

    /// <summary>The latest break on or before a period, before which nothing is compared with it.</summary>
    private int LastBreak(int last)
    {
        var i = breaks.Length - 1;
        while (i >= 0 && breaks[i] > last)
        {
            i--;
        }

        return i < 0 ? int.MinValue : breaks[i];
    }

    /// <summary>The figure turned so that more is better; for closest, nothing without a target to be close to.</summary>
    private static decimal? TurnedUp(Polarity polarity, decimal value, Target? target) => polarity switch
    {
        Polarity.HigherIsBetter => value,
        Polarity.LowerIsBetter => -value,
        _ => -target?.Distance(value),
    };
}
