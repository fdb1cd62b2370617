using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;

namespace Outturn.Reports.Papers;

/// <summary>The tables of one service: its KPIs by frequency, then its activity indicators.</summary>
public static class IndicatorTables
{
    private static readonly Column[] KpiColumns =
    [
        new("Ref", 9), new("Indicator", 34), new("Period", 15), new("Latest", 12, Align.Right), new("Rating", 14),
        new("Year to date", 15, Align.Right), new("Rating to date", 14), new("Target", 13, Align.Right), new("Floor", 13, Align.Right),
        new("Previous year", 14, Align.Right), new("Direction of travel", 16),
    ];

    private static readonly Column[] ActivityColumns =
    [
        new("Ref", 9), new("Indicator", 34), new("Period", 15), new("Latest", 14, Align.Right), new("Against range", 13),
        new("Year to date", 24, Align.Right), new("To date against range", 15), new("Lower", 13, Align.Right), new("Upper", 13, Align.Right),
        new("Previous year", 14, Align.Right),
    ];

    private static readonly string[] OfTheYear = ["Year to date", "Rating to date", "To date against range"];

    public static IEnumerable<Block> Of(Dashboard dashboard, ServiceDashboard service)
    {
        var slug = Identifier.Of(service.Service.Name);
        foreach (var group in service.Kpis.GroupBy(kpi => kpi.Definition.Frequency).OrderBy(group => group.Key))
        {
            yield return Told(dashboard, new Table(
                $"Kpis_{slug}_{group.Key}", $"{service.Service.Name}: {group.Key.Adjective().ToLowerInvariant()} KPIs", KpiColumns,
                [.. group.Select(kpi => Kpi(kpi, dashboard.Council.Direction))],
                RowHeader: 1, "KPIs", [new("Service", service.Service.Name), new("Frequency", group.Key.Adjective())]));
        }

        if (service.Activities.Any())
        {
            yield return Told(dashboard, new Table(
                $"Activity_{slug}", $"{service.Service.Name}: activity indicators", ActivityColumns,
                [.. service.Activities.Select(Activity)],
                RowHeader: 1, "Activity", [new("Service", service.Service.Name)]));
        }

        foreach (var indicator in service.Indicators.Where(indicator => indicator.Rated.ToDate.Accepted is not null))
        {
            yield return new Note($"{indicator.Indicator.Ref}: the year to date lacks figures and is rated all the same. Reason: {indicator.Rated.ToDate.Accepted!.Trim().TrimEnd('.')}.");
        }
    }

    /// <summary>The table without the columns of the year to date where no indicator has one.</summary>
    private static Table Told(Dashboard dashboard, Table table)
    {
        if (dashboard.HasYearToDate)
        {
            return table;
        }

        var kept = Enumerable.Range(0, table.Columns.Count).Where(i => !OfTheYear.Contains(table.Columns[i].Header)).ToList();
        return table with { Columns = [.. kept.Select(i => table.Columns[i])], Rows = [.. table.Rows.Select(row => (IReadOnlyList<Cell>)[.. kept.Select(i => row[i])])] };
    }

    private static Cell[] Kpi(DashboardIndicator kpi, DirectionMethod method)
    {
        var target = kpi.Rated.Latest.Target;
        return
        [
            kpi.Indicator.Ref, Title(kpi.Indicator), kpi.Period.ToString(), Latest(kpi), new RatingCell(kpi.Latest),
            ToDate(kpi), new RatingCell(kpi.YearToDate), Level(kpi, kpi.Target), Level(kpi, target?.FloorStandard),
            Previous(kpi), kpi.Rated.DirectionBy(method) is { } direction ? new DirectionCell(direction) : new DirectionCell(Direction.NoComparison),
        ];
    }

    private static Cell[] Activity(DashboardIndicator activity)
    {
        var range = activity.Rated.Latest.Range;
        return
        [
            activity.Indicator.Ref, Title(activity.Indicator), activity.Period.ToString(), Latest(activity), Verdict(activity.Rated.Latest),
            ToDate(activity), Verdict(activity.Rated.ToDate.Figure), Level(activity, range?.Lower), Level(activity, range?.Upper), Previous(activity),
        ];
    }

    /// <summary>The title, with the unit where neither it nor the figure says it.</summary>
    public static string Title(Indicator indicator) =>
        indicator.Definition.Unit.Label is { Length: > 0 } label && !indicator.Title.Contains(label, StringComparison.OrdinalIgnoreCase)
            ? $"{indicator.Title} ({label})"
            : indicator.Title;

    /// <summary>What stands in place of a figure that is not published.</summary>
    public const string Suppressed = "Suppressed";

    internal static FigureCell Figure(DashboardIndicator indicator, decimal value, int decimals, string? remark = null) =>
        new(Unit.Round(value, decimals), decimals, indicator.Definition.Unit, remark);

    public static Cell Latest(DashboardIndicator indicator)
    {
        if (indicator.Rated.Latest is { Value: { } value } figure)
        {
            return Figure(indicator, value, figure.Decimals, indicator.Rated.Point.Observation.Marker.Remark());
        }

        return indicator.Rated.Latest.IsSuppressed ? Suppressed
            : indicator.LastKnown is { Latest.IsSuppressed: true } unseen ? $"{Suppressed} (last figure, {unseen.Period})"
            : indicator.LastKnown is { Latest: { Value: { } last } known } before
            ? Figure(indicator, last, known.Decimals, $"last figure, {before.Period}")
            : "No figure";
    }

    public static Cell ToDate(DashboardIndicator indicator)
    {
        var toDate = indicator.Rated.ToDate;
        if (toDate.Figure.Value is not { } value)
        {
            return toDate.Figure.IsSuppressed ? Suppressed : Cell.Empty;
        }

        var (latest, definition) = (indicator.Rated.Latest, indicator.Definition);
        string?[] remarks =
        [
            toDate.Supplied ? "as supplied" : null,
            toDate.Present < toDate.Expected ? $"{toDate.Present} of {toDate.Expected} {definition.Frequency.PluralFor(toDate.Expected)}" : null,
            toDate.Accepted is null ? null : "accepted",
            toDate.Figure.Target is { } target && latest.Target is not null && target.Level != latest.Target.Level ? $"target {definition.Unit.PrintLevel(target.Level, definition.Decimals)}" : null,
            toDate.Figure.Range is { } range && latest.Range is not null && range != latest.Range ? $"range {Explanation.Range(range, definition)}" : null,
        ];
        return Figure(indicator, value, toDate.Figure.Decimals, Joined(remarks));
    }

    public static Cell Previous(DashboardIndicator indicator)
    {
        if (indicator.Previous is not { } previous)
        {
            return indicator.IsPreviousSuppressed ? Suppressed : Cell.Empty;
        }

        string?[] remarks = [previous.Supplied ? "as supplied" : null, previous.DefinitionChanged ? "definition changed since" : null];
        return Figure(indicator, previous.Value, previous.Decimals, Joined(remarks));
    }

    private static string? Joined(IEnumerable<string?> remarks) =>
        string.Join("; ", remarks.OfType<string>()) is { Length: > 0 } remark ? remark : null;

    internal static Cell Level(DashboardIndicator indicator, decimal? level) => level is { } set
        ? new FigureCell(set, Math.Max(indicator.Definition.Decimals, Unit.DecimalsOf(set)), indicator.Definition.Unit)
        : Cell.Empty;

    private static Cell Verdict(JudgedFigure figure) => figure.Verdict is { } verdict ? new RangeCell(verdict) : figure.WhyNot?.Text() ?? "";
}
