using Outturn.Core.Indicators;

namespace Outturn.Reports.Charts;

/// <summary>Where the value axis of a chart begins and ends, and the step between its four to six marks.</summary>
/// <param name="Min">A multiple of <paramref name="Step"/> at or below every value, target, floor and limit.</param>
/// <param name="Max">A multiple of <paramref name="Step"/> at or above them.</param>
public sealed record AxisScale(decimal Min, decimal Max, decimal Step)
{
    private const int MostIntervals = 5;
    private const int FewestIntervals = 3;

    /// <summary>Percentages span at least this many points, or a wobble of half a point would look like a collapse.</summary>
    private const decimal LeastPercentageSpan = 10;

    /// <summary>Where target and floor stand closer, so many times their distance is enough: it is the council's own measure of what matters.</summary>
    private const int LeastAmberBands = 4;

    /// <summary>What a share of the largest figure anything else spans at least, for the same reason.</summary>
    private const decimal LeastShare = 0.1m;

    private static readonly decimal[] Steps = [1m, 2m, 2.5m, 5m];

    public IEnumerable<decimal> Ticks
    {
        get
        {
            for (var tick = Min; tick <= Max; tick += Step)
            {
                yield return tick;
            }
        }
    }

    /// <summary>Decimals that the marks need, whatever the figures have: 80%, 85%, 90%.</summary>
    public int Decimals => Math.Max(Unit.DecimalsOf(Step), Unit.DecimalsOf(Min));

    /// <summary>An axis that holds every figure of the chart, from 0 only where 0 is near.</summary>
    public static AxisScale For(Chart chart)
    {
        var values = chart.Lines.SelectMany(line => line.Values).OfType<decimal>().ToList();
        if (values.Count == 0)
        {
            return chart.Unit.IsPercentage ? new AxisScale(0, 100, 20) : new AxisScale(0, 5, 1);
        }

        var (low, high) = (values.Min(), values.Max());
        var (floor, ceiling) = Bounds(chart.Unit, low, high);
        (low, high) = Widened(chart, low, high, floor, ceiling);
        var finest = values.Max(chart.DecimalsOf);
        var step = NiceSteps(high - low, finest).First(step => Intervals(low, high, step) <= MostIntervals);
        return Filled(Below(low, step), Above(high, step), step, floor, ceiling);
    }

    /// <summary>What cannot be: less than nothing, and more than 100%, unless a figure says so.</summary>
    private static (decimal Floor, decimal Ceiling) Bounds(Unit unit, decimal low, decimal high) =>
        (low >= 0 ? 0 : decimal.MinValue, unit.IsPercentage && high <= 100 ? 100 : decimal.MaxValue);

    private static (decimal Low, decimal High) Widened(Chart chart, decimal low, decimal high, decimal floor, decimal ceiling)
    {
        var least = chart.Unit.IsPercentage
            ? Math.Min(LeastPercentageSpan, LeastAmberBands * AmberBand(chart) ?? LeastPercentageSpan)
            : Math.Max(LeastShare * Math.Max(Math.Abs(low), Math.Abs(high)), LeastDifference(chart.Decimals));
        var missing = Math.Max(0, least - (high - low)) / 2;
        var margin = (high - low) / 16;
        (low, high) = (low - missing - margin, high + missing + margin);
        (low, high) = low < floor ? (floor, Math.Max(high, Math.Min(ceiling, floor + least)))
            : high > ceiling ? (Math.Max(floor, Math.Min(low, ceiling - least)), ceiling)
            : (low, high);
        high = Math.Min(high, ceiling);
        return low > 0 && low < (high - low) / 2 ? (0, high) : (low, high);
    }

    /// <summary>The last distance between target and floor, or null where they never stand apart.</summary>
    private static decimal? AmberBand(Chart chart)
    {
        var target = chart.Lines.FirstOrDefault(line => line.Kind == LineKind.Target)?.Values.LastOrDefault(value => value is not null);
        var floor = chart.Lines.FirstOrDefault(line => line.Kind == LineKind.Floor)?.Values.LastOrDefault(value => value is not null);
        return target - floor is { } band and not 0 ? Math.Abs(band) : null;
    }

    /// <summary>Three of the smallest steps that the figures can take.</summary>
    private static decimal LeastDifference(int decimals)
    {
        var least = 3m;
        for (var i = 0; i < decimals; i++)
        {
            least /= 10;
        }

        return least;
    }

    /// <summary>1, 2, 2.5 and 5 and their tenfolds, upwards, as far as the figures have decimals for them.</summary>
    private static IEnumerable<decimal> NiceSteps(decimal span, int finest)
    {
        var power = 1m;
        while (power > span / MostIntervals && Unit.DecimalsOf(power / 10) <= finest)
        {
            power /= 10;
        }

        for (; ; power *= 10)
        {
            foreach (var step in Steps)
            {
                if (step * power is var nice && Unit.DecimalsOf(nice) <= finest)
                {
                    yield return nice;
                }
            }
        }
    }

    private static AxisScale Filled(decimal min, decimal max, decimal step, decimal floor, decimal ceiling)
    {
        while ((max - min) / step < FewestIntervals)
        {
            if (max + step <= ceiling || min - step < floor)
            {
                max += step;
            }
            else
            {
                min -= step;
            }
        }

        return new AxisScale(min, max, step);
    }

    private static decimal Intervals(decimal low, decimal high, decimal step) => (Above(high, step) - Below(low, step)) / step;

    private static decimal Below(decimal value, decimal step) => Math.Floor(value / step) * step;

    private static decimal Above(decimal value, decimal step) => Math.Ceiling(value / step) * step;
}
