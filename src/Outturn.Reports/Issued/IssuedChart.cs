using Outturn.Core.Indicators;
using Outturn.Reports.Papers;

namespace Outturn.Reports.Issued;

/// <summary>The chart of an indicator from what was issued: the paper's own, period by period.</summary>
public static class IssuedChart
{
    public static Chart Of(IssuedIndicator indicator)
    {
        var periods = indicator.Periods;
        List<Line> lines = [];
        void Add(string name, LineKind kind, Func<IssuedPeriod, decimal?> value)
        {
            decimal?[] values = [.. periods.Select(value)];
            if (kind == LineKind.Actual || values.Any(known => known is not null))
            {
                lines.Add(new Line(name, kind, values));
            }
        }

        Add("Year before", LineKind.PreviousYear, period => period.YearBefore);
        Add("Target", LineKind.Target, period => period.Target);
        Add("Floor standard", LineKind.Floor, period => period.Floor);
        Add("Lower limit", LineKind.Lower, period => period.Lower);
        Add("Upper limit", LineKind.Upper, period => period.Upper);
        Add("Actual", LineKind.Actual, period => period.Value is { } value ? Unit.Round(value, Decimals(indicator, period)) : null);
        return new Chart(
            "Chart_" + Identifier.Of(indicator.Ref), $"{indicator.Ref} {indicator.Title}", Describe(indicator), [.. periods.Select(period => period.Period)], lines, new Unit(indicator.Unit), indicator.Decimals, BreakIn(indicator));
    }

    /// <summary>A level as papers print it.</summary>
    public static string Level(this IssuedIndicator indicator, decimal level) => new Unit(indicator.Unit).PrintLevel(level, indicator.Decimals);

    /// <summary>As many decimals as it was printed with.</summary>
    private static int Decimals(IssuedIndicator indicator, IssuedPeriod period) =>
        period.Shown is { } shown && shown.LastIndexOf('.') is >= 0 and var point ? shown[(point + 1)..].TakeWhile(char.IsAsciiDigit).Count() : indicator.Decimals;

    /// <summary>Where the definition last changed within the periods shown.</summary>
    private static int? BreakIn(IssuedIndicator indicator)
    {
        foreach (var day in indicator.Breaks.OrderDescending())
        {
            var at = indicator.Periods.TakeWhile(period => period.LastDay < day).Count();
            if (at > 0 && at < indicator.Periods.Count)
            {
                return at;
            }
        }

        return null;
    }

    private static string Describe(IssuedIndicator indicator)
    {
        var known = indicator.Periods.Where(period => period.Value is not null).ToList();
        var span = indicator.Periods is [var first, .., var last] ? $"{first.Period} to {last.Period}" : indicator.Period;
        if (known.Count == 0)
        {
            return $"{indicator.Title}, {span}: no figures.";
        }

        var (low, high) = (known.MinBy(period => period.Value)!, known.MaxBy(period => period.Value)!);
        var judged = indicator.Target is { } target
            ? $", against a target of {indicator.Level(target)}" + (indicator.Floor is { } floor ? $" and a floor standard of {indicator.Level(floor)}" : "") + $" ({indicator.Rating?.ToLowerInvariant()})"
            : indicator.Range is { } range ? $" ({range.ToLowerInvariant()})" : "";
        return $"{indicator.Title}, {span}: {indicator.Latest} in {indicator.Period}{judged}. Lowest {low.Shown} in {low.Period}, highest {high.Shown} in {high.Period}.";
    }
}
