using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;

namespace Outturn.Core.Release;

/// <summary>Makes of what is known what may be published: small counts, and what subtraction would tell of them, are suppressed.</summary>
/// <remarks>
/// Zeros are shown and counts from 1 to below the threshold are not, as in the disclosure control of NHS England's hospital statistics; the
/// next smallest of a sum is suppressed with them. What one paper shows and another of another day hid is not looked at.
/// </remarks>
public static class Suppression
{
    private const decimal Hair = 0.0001m;

    /// <summary>The dashboard as every published format shows it; the same one where nothing of its register has a threshold.</summary>
    /// <param name="register">What it was made of: a whole may stand in one committee's paper and its parts in another's.</param>
    public static Dashboard Of(Dashboard dashboard, Register register)
    {
        if (SuppressionPlan.Of(register.Indicators, dashboard.Year, dashboard.DataTo) is not { } plan)
        {
            return dashboard;
        }

        return dashboard with
        {
            Services = [.. dashboard.Services.Select(service => service with { Indicators = [.. service.Indicators.Select(indicator => Published(indicator, plan))] })],
            Before = dashboard.Before is { } before ? Of(before, register) : null,
        };
    }

    /// <summary>The register for papers on more than one period, such as the annual review: what is not published is marked confidential in it.</summary>
    public static Register Of(Register register) =>
        ReportedDays.LastFigure(register, _ => true) is { } last && SuppressionPlan.Of(register.Indicators, Period.Holding(Frequency.Year, last), last) is { } plan
            ? register with { Indicators = [.. register.Indicators.Select(history => plan.HidesAnyOf(history.Indicator.Ref) ? Published(history, plan) : history)] }
            : register;

    private static IndicatorHistory Published(IndicatorHistory history, SuppressionPlan plan) => history with
    {
        Figures = [.. history.Figures.Select(figure => plan.Hides(history.Indicator.Ref, figure.Period) ? new Figure(figure.Period, Unseen) : figure with { YtdGiven = null, PreviousGiven = null })],
        Cases = [],
    };

    private static DashboardIndicator Published(DashboardIndicator shown, SuppressionPlan plan)
    {
        var reference = shown.Indicator.Ref;
        if (!plan.HidesAnyOf(reference))
        {
            return shown;
        }

        var twelve = ChartPoint.DrawsTwelveMonths(shown.Definition, shown.History.Figures.Select(figure => figure.Observation));
        bool Drawn(Period period) => twelve ? plan.HidesToDate(reference, period) : plan.Hides(reference, period);
        var before = shown.Period.AYearBefore;
        var hidesPrevious = shown.Previous is { } previous
            && (plan.Hides(reference, before) || (previous.Supplied && SmallCount.Is(shown.Definition, new Observation(previous.Value), plan.Below(reference))));
        return shown with
        {
            History = Published(shown.History, plan),
            Rated = Published(shown, shown.Rated, plan),
            Previous = hidesPrevious ? null : shown.Previous,
            IsPreviousSuppressed = hidesPrevious,
            LastKnown = shown.LastKnown is { } last ? Published(shown, last, plan) : null,
            Window = [.. shown.Window.Select(point => point.Value is not null && Drawn(point.Period) ? point with { Value = null, Decimals = shown.Definition.Decimals, IsSuppressed = true } : point)],
            YearBefore = [.. shown.YearBefore.Select((value, i) => Drawn(shown.Window[i].Period.AYearBefore) ? null : value)],
        };
    }

    private static Observation Unseen => new(null, null, Marker.Confidential);

    private static RatedPeriod Published(DashboardIndicator shown, RatedPeriod rated, SuppressionPlan plan)
    {
        var (reference, period, below) = (shown.Indicator.Ref, rated.Period, plan.Below(shown.Indicator.Ref));
        var (latest, toDate) = (plan.Hides(reference, period), plan.HidesToDate(reference, period)
            || (rated.ToDate.Supplied && rated.ToDate.Figure.Value is { } given && SmallCount.Is(shown.Definition, new Observation(given), below)));
        return rated with
        {
            Point = rated.Point with
            {
                Observation = latest ? Unseen : rated.Point.Observation,
                YtdGiven = toDate ? null : rated.Point.YtdGiven,
                PreviousGiven = latest || plan.Hides(reference, period.AYearBefore) ? null : rated.Point.PreviousGiven,
            },
            Latest = latest ? Unseeable(rated.Latest, shown.Definition, rated.Point.Observation.HasCounts, below) : rated.Latest,
            ToDate = toDate && rated.ToDate.Figure.Value is not null
                ? rated.ToDate with { Figure = Unseeable(rated.ToDate.Figure, shown.Definition, rated.ToDate.Pooled is not null, below), Pooled = null }
                : rated.ToDate,
            Previous = latest || plan.Hides(reference, period.Before) ? Direction.NoComparison : rated.Previous,
            LastYear = latest || plan.Hides(reference, period.AYearBefore) ? Direction.NoComparison : rated.LastYear,
            Trend = latest || rated.Trend is not { } trend ? null : new Trend(trend.Direction, null, null),
        };
    }

    /// <summary>Without its value, and with its rating where that tells nothing more.</summary>
    private static JudgedFigure Unseeable(JudgedFigure figure, Definition definition, bool hasCounts, int below)
    {
        var unseen = figure with { Value = null, Decimals = definition.Decimals, IsSuppressed = true };
        return hasCounts ? TellsAll(figure, definition) ? NotRated(unseen) : unseen
            : TellsAmong(figure, below) ? NotRated(unseen)
            : unseen;
    }

    private static JudgedFigure NotRated(JudgedFigure figure) =>
        figure with { Rating = figure.Rating is null ? null : Rating.Not(Reason.Suppressed), Verdict = null, WhyNot = Reason.Suppressed };

    /// <summary>A colour that only some of the small counts would have says which they are.</summary>
    private static bool TellsAmong(JudgedFigure figure, int below) => Enumerable.Range(1, below - 1).Any(count =>
        (figure is { Rating.Colour: { } colour, Target: { } target } && target.Rate(count) != colour)
        || (figure is { Verdict: { } verdict, Range: { } range } && range.Judge(count) != verdict));

    /// <summary>A colour that nothing has but all of the denominator, or none of it, says the numerator.</summary>
    private static bool TellsAll(JudgedFigure figure, Definition definition) =>
        figure is { Rating.Colour: { } colour, Target: { } target }
        && ((target.Rate(0) == colour && target.Rate(Hair) != colour)
            || (definition.Unit.IsPercentage && target.Rate(100) == colour && target.Rate(100 - Hair) != colour));
}
