using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;

namespace Outturn.Core.Dashboards;

/// <summary>The figure of the same period a year before.</summary>
/// <param name="Supplied">The service's own figure, not one from the series.</param>
/// <param name="DefinitionChanged">Counted by another definition than the reported period: shown, and not to be compared.</param>
public readonly record struct PreviousFigure(decimal Value, int Decimals, bool Supplied, bool DefinitionChanged);

/// <summary>One indicator in a dashboard: its reported period, rated, and what stands beside it.</summary>
/// <param name="Rated">The reported period.</param>
/// <param name="LastKnown">The last period with a figure, where the reported one has none: shown with its date, never rated here.</param>
/// <param name="Window">The periods a chart shows, oldest first; the reported one is the last.</param>
/// <param name="YearBefore">The same periods a year before as they were shown, in step with <paramref name="Window"/>; null where there is none to compare.</param>
public sealed record DashboardIndicator(
    IndicatorHistory History,
    RatedPeriod Rated,
    PreviousFigure? Previous,
    RatedPeriod? LastKnown,
    IReadOnlyList<ChartPoint> Window,
    IReadOnlyList<decimal?> YearBefore)
{
    public Indicator Indicator => History.Indicator;

    public Definition Definition => History.Indicator.Definition;

    public bool IsKpi => Definition.Kind == IndicatorKind.Kpi;

    public Period Period => Rated.Period;

    /// <summary>There is a figure of the year before, and it is not published.</summary>
    public bool IsPreviousSuppressed { get; init; }

    /// <summary>What was said of the reported period.</summary>
    public Commentary? Commentary { get; } = History.Commentaries.FirstOrDefault(commentary => commentary.Period == Rated.Period);

    /// <summary>What was said last, no longer than a year ago, of when it would be back; null where nothing was.</summary>
    public Commentary? LastPromise => History.Commentaries
        .Where(commentary => commentary.Period < Period && commentary.Period >= Period.AYearBefore && !string.IsNullOrWhiteSpace(commentary.Recovery))
        .MaxBy(commentary => commentary.Period);

    /// <summary>The target of the reported period as it is shown, rated by or not.</summary>
    public decimal? Target => Rated.Latest.Target?.Level ?? History.Targets.InForce(Period)?.UnratedTarget;

    public Rating Latest => Rated.Latest.Rating ?? Rating.Not(Rated.Latest.WhyNot ?? Reason.NoTarget);

    public Rating YearToDate => Rated.ToDate.Figure.Rating ?? Rating.Not(Rated.ToDate.Figure.WhyNot ?? Reason.NoTarget);

    public Rating RatingBy(RatingCounted counted) => counted == RatingCounted.Latest ? Latest : YearToDate;

    /// <param name="dataTo">The last day that the report's figures cover: a figure known since does not enter it.</param>
    /// <param name="asAt">The day by which a missing figure is awaited or not due; a period that ends after <paramref name="dataTo"/> is not due on any.</param>
    public static DashboardIndicator Of(IndicatorHistory history, Period period, DateOnly dataTo, DateOnly asAt)
    {
        var series = history.SeriesTo(period, dataTo);
        var rated = series.Rate(period)!;
        if (rated.Latest.WhyNot == Reason.Awaited && (dataTo < period.Last || asAt < history.Indicator.DueOn(period)))
        {
            rated = Because(rated, Reason.Awaited, Reason.NotDue);
        }

        if (history.Targets.InForce(period)?.UnratedTarget is not null)
        {
            rated = Because(rated, Reason.NoTarget, Reason.NoPolarity);
        }

        if (history.Indicator.Definition.IsRollUpUnsaid && !rated.ToDate.Supplied)
        {
            rated = rated with { ToDate = None(rated.ToDate.Figure) };
        }

        var lastKnown = rated.Latest.Value is null
            ? series.Points.LastOrDefault(point => point.Observation.Value(history.Indicator.Definition.Unit) is not null) is { Observation.IsPresent: true } last
                ? series.Rate(last.Period)
                : null
            : null;
        var (window, yearBefore) = ChartPoint.Window(history, series, period);
        return new DashboardIndicator(history, rated, PreviousOf(history.Indicator, series, rated), lastKnown, window, yearBefore);
    }

    private static PreviousFigure? PreviousOf(Indicator indicator, Series series, RatedPeriod rated)
    {
        var changed = indicator.IsBrokenBetween(rated.Period.AYearBefore, rated.Period);
        return rated.Point.PreviousGiven is { } given ? new PreviousFigure(given, Math.Max(rated.Latest.Decimals, Unit.DecimalsOf(given)), true, changed)
            : series.Rate(rated.Period.AYearBefore) is { Latest.Value: { } value } before ? new PreviousFigure(value, before.Latest.Decimals, false, changed)
            : null;
    }

    /// <summary>No year to date, where one would be made up.</summary>
    private static YearToDate None(JudgedFigure figure) => new(
        figure with { Value = null, Rating = figure.Rating is null ? null : Rating.Not(Reason.NoRollUp), Verdict = null, WhyNot = Reason.NoRollUp }, 0, 0, null, Supplied: false, null);

    /// <summary>The same, with one reason told more exactly than the series by itself could.</summary>
    private static RatedPeriod Because(RatedPeriod rated, Reason general, Reason exact) => rated with
    {
        Latest = Because(rated.Latest, general, exact),
        ToDate = rated.ToDate with { Figure = Because(rated.ToDate.Figure, general, exact) },
    };

    private static JudgedFigure Because(JudgedFigure figure, Reason general, Reason exact) => figure.WhyNot != general
        ? figure
        : figure with { WhyNot = exact, Rating = figure.Rating is null ? null : Rating.Not(exact) };
}
