using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.Core.Ratings;

/// <summary>The points of a series through which trends are drawn, laid out once for all its windows (RULES 5).</summary>
internal sealed class TrendLine
{
    private readonly int window;
    private readonly int? breakAt;

    /// <summary>How many points there are up to each period of the series, its own included.</summary>
    private readonly int[] pointsUpTo;
    private readonly int[] x;
    private readonly decimal[] y;
    private readonly double[] rise;

    /// <param name="breakAt">Ordinal of the first period of a changed definition: no trend is drawn across it.</param>
    public TrendLine(Frequency frequency, Polarity polarity, SeriesPoint[] points, JudgedFigure[] latest, int? breakAt)
    {
        (window, this.breakAt) = (frequency.TrendWindow(), breakAt);
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
        while (start > 0 && last - x[start - 1] < window && !(breakAt is { } at && x[start - 1] < at && at <= last))
        {
            start--;
        }

        return Regression.Trend(x.AsSpan(start..end), y.AsSpan(start..end), rise.AsSpan(start..end));
    }

    /// <summary>The figure turned so that more is better; for closest, nothing without a target to be close to.</summary>
    private static decimal? TurnedUp(Polarity polarity, decimal value, Target? target) => polarity switch
    {
        Polarity.HigherIsBetter => value,
        Polarity.LowerIsBetter => -value,
        _ => -target?.Distance(value),
    };
}
