using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;

namespace Outturn.Reports.Papers;

/// <summary>The chart of an indicator: its figures with target and floor, or with its expected range, and the year before where it is monthly.</summary>
public static class IndicatorChart
{
    public static Chart Of(DashboardIndicator indicator)
    {
        var window = indicator.Window;
        List<Line> lines = [];
        if (indicator.YearBefore.Any(value => value is not null))
        {
            lines.Add(new Line("Year before", LineKind.PreviousYear, indicator.YearBefore));
        }

        void Level(string name, LineKind kind, Func<ChartPoint, decimal?> level)
        {
            decimal?[] values = [.. window.Select(level)];
            if (values.Any(value => value is not null))
            {
                lines.Add(new Line(name, kind, values));
            }
        }

        Level("Target", LineKind.Target, point => point.Target);
        Level("Floor standard", LineKind.Floor, point => point.Floor);
        Level("Lower limit", LineKind.Lower, point => point.Range?.Lower);
        Level("Upper limit", LineKind.Upper, point => point.Range?.Upper);
        lines.Add(new Line("Actual", LineKind.Actual, [.. window.Select(point => point.Value is { } value ? Unit.Round(value, point.Decimals) : (decimal?)null)]));
        return new Chart(
            "Chart_" + Identifier.Of(indicator.Indicator.Ref), $"{indicator.Indicator.Ref} {IndicatorTables.Title(indicator.Indicator)}",
            Describe(indicator), [.. window.Select(point => point.Period.ToString())], lines,
            indicator.Definition.Unit, indicator.Definition.Decimals, BreakIn(indicator));
    }

    /// <summary>Where the definition last changed within the periods shown.</summary>
    private static int? BreakIn(DashboardIndicator indicator) => indicator.Indicator.Breaks
        .Select(day => (int?)(Period.Holding(indicator.Definition.Frequency, day).Ordinal - indicator.Window[0].Period.Ordinal))
        .LastOrDefault(at => at > 0 && at < indicator.Window.Count);

    /// <summary>What the chart comes to, in words: span, last figure, its levels, lowest and highest.</summary>
    private static string Describe(DashboardIndicator indicator)
    {
        var (window, definition, latest) = (indicator.Window, indicator.Definition, indicator.Rated.Latest);
        var span = window.Count == 1 ? window[0].Period.ToString() : $"{window[0].Period} to {window[^1].Period}";
        var known = window.Where(point => point.Value is not null).ToList();
        if (known.Count == 0)
        {
            return $"{indicator.Indicator.Title}, {span}: {(window.Any(point => point.IsSuppressed) ? "the figures are suppressed" : "no figures")}.";
        }

        string Print(ChartPoint point) => definition.Unit.Print(point.Value!.Value, point.Decimals);
        var (low, high) = (known.MinBy(point => point.Value), known.MaxBy(point => point.Value));
        var said = latest.Value is null ? $"{(latest.IsSuppressed ? "the figure is suppressed" : "no figure")} for {indicator.Period}" : $"{Print(known[^1])} in {known[^1].Period}";
        var judged = (indicator.IsKpi, latest) switch
        {
            (true, { Target: { } target }) => $", against a target of {definition.Unit.PrintLevel(target.Level, definition.Decimals)}"
                + (target.FloorStandard is { } floor ? $" and a floor standard of {definition.Unit.PrintLevel(floor, definition.Decimals)}" : "")
                + $" ({indicator.Latest.ToString().ToLowerInvariant()})",
            (false, { Range: { } range }) => $", expected {Explanation.Range(range, definition)}" + (latest.Verdict is { } verdict ? $" ({verdict.Text().ToLowerInvariant()})" : ""),
            _ => "",
        };
        return $"{indicator.Indicator.Title}, {span}: {said}{judged}. Lowest {Print(low)} in {low.Period}, highest {Print(high)} in {high.Period}.";
    }
}
