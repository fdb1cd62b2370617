using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.Core.Ratings;

/// <summary>What is known of an indicator for one period: the figure, and the levels in force at the period's end.</summary>
/// <param name="YtdGiven">The service's own year to date, used as supplied and never added to anything.</param>
/// <param name="PreviousGiven">The service's own figure for the same period a year before, as supplied.</param>
/// <param name="Accepted">Why the analyst accepts an incomplete year to date, or null when nobody has.</param>
public readonly record struct SeriesPoint(
    Period Period,
    Observation Observation,
    Target? Target = null,
    ExpectedRange? Range = null,
    decimal? YtdGiven = null,
    decimal? PreviousGiven = null,
    string? Accepted = null);

/// <summary>A figure as judged: its exact value, the decimals that it must show, and its rating or its place in the range.</summary>
/// <param name="Value">Exact; null where there is none.</param>
/// <param name="Decimals">The indicator's, or as many more as keep the figure from contradicting its colour (RULES 2).</param>
/// <param name="Rating">A KPI's rating; for activity, null.</param>
/// <param name="Verdict">An activity's place in its range; null for a KPI and where there is no figure to judge.</param>
/// <param name="WhyNot">Why there is no rating or verdict, or null.</param>
/// <param name="Target">The target it was rated by (for a sum, the target to date).</param>
/// <param name="Range">The range it was judged by.</param>
public sealed record JudgedFigure(
    decimal? Value,
    int Decimals,
    Rating? Rating,
    RangeVerdict? Verdict,
    Reason? WhyNot,
    Target? Target,
    ExpectedRange? Range)
{
    /// <summary>There is a figure, and it is not published: it, or what it would reveal, is a small count.</summary>
    public bool IsSuppressed { get; init; }
}

/// <summary>How a year to date came about: what "5 of 6 months" counts, and the counts it was pooled from.</summary>
/// <param name="Present">Periods with a figure.</param>
/// <param name="Expected">Periods that should have one; those marked not applicable are left out.</param>
/// <param name="Supplied">The figure is the service's own.</param>
/// <param name="Accepted">The reason given for accepting it though incomplete, or null.</param>
public sealed record YearToDate(JudgedFigure Figure, int Present, int Expected, Counts? Pooled, bool Supplied, string? Accepted);

/// <summary>The slope of a series over its window and how sure it is.</summary>
/// <param name="Direction">Improving, Worsening, Stable or Too few points.</param>
/// <param name="P">Two-sided p of the slope; null with too few points.</param>
/// <param name="Slope">The indicator's units per period, turned so that positive is better (for closest, the distance to the target that closes); null with too few points.</param>
public readonly record struct Trend(Direction Direction, double? P, double? Slope);

/// <summary>Everything that a dashboard says of one indicator for one period.</summary>
/// <param name="Point">The facts.</param>
/// <param name="Latest">The period's own figure.</param>
/// <param name="ToDate">The year to date at the period.</param>
/// <param name="Previous">Against the period before.</param>
/// <param name="LastYear">Against the same period a year before.</param>
/// <param name="Trend">Null without a figure in the period, and for activity.</param>
public sealed record RatedPeriod(
    SeriesPoint Point,
    JudgedFigure Latest,
    YearToDate ToDate,
    Direction Previous,
    Direction LastYear,
    Trend? Trend)
{
    public Period Period => Point.Period;

    /// <summary>Direction of travel by the method that the report names.</summary>
    public Direction? DirectionBy(DirectionMethod method) => method switch
    {
        DirectionMethod.Previous => Previous,
        DirectionMethod.LastYear => LastYear,
        _ => Trend?.Direction,
    };
}
