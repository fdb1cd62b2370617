using MathNet.Numerics.Statistics;
using Outturn.Core.Collection;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;

namespace Outturn.Core.Review;

/// <summary>A year's result: its last period with a figure, and the levels that held for it.</summary>
/// <param name="At">The period at which the year is read; before the year's end where it is not over or its last figures are missing.</param>
/// <param name="Figure">The year to date at that period, as judged.</param>
public sealed record YearResult(Period Year, Period At, JudgedFigure Figure, Levels? Levels)
{
    public bool IsWhole => At.Last >= Year.Last;
}

/// <summary>How often a target was achieved.</summary>
public readonly record struct Achieved(int Green, int Of)
{
    private const int FewestInYears = 2;

    /// <summary>Whether the target was achieved in at least nine of ten periods, of two years at the least.</summary>
    public bool IsNearlyAlways(Frequency frequency) => Of >= FewestInYears * frequency.PerYear() && Green * 10 >= Of * 9;

    /// <summary>Whether it was achieved in one of ten periods at the most.</summary>
    public bool IsNearlyNever(Frequency frequency) => Of >= FewestInYears * frequency.PerYear() && Green * 10 <= Of;
}

/// <summary>Whether the gap between target and floor standard is wider than what figures vary by anyway.</summary>
/// <param name="Gap">From target to floor standard.</param>
/// <param name="Ordinary">The standard deviation of the figures (n − 1) about their mean.</param>
/// <param name="Figures">How many figures that is of.</param>
public sealed record Spread(decimal Gap, decimal Ordinary, int Figures)
{
    private const int Fewest = 8;
    private const int Decimals = 4;

    public bool IsNarrow => Gap < Ordinary;

    /// <returns>Null without a floor standard, or with fewer than 8 figures in the last two years.</returns>
    public static Spread? Of(BackTest test, Target? target)
    {
        double[] values = [.. test.Periods.Select(tested => tested.Before.Value).OfType<decimal>().Select(value => (double)value)];
        return target?.FloorStandard is { } floor && values.Length >= Fewest
            ? new Spread(Math.Abs(target.Level - floor), Unit.Round((decimal)values.StandardDeviation(), Decimals), values.Length)
            : null;
    }
}

/// <summary>What stands beside a decision on an indicator's levels: results, ratings under the proposal, and what its history says of them.</summary>
/// <param name="Years">Up to five, oldest first.</param>
/// <param name="Test">The last two years under the proposed levels.</param>
/// <param name="Achieved">Over the last three years, by the levels of the time.</param>
/// <param name="Last">The last period with a figure, as it was rated; null without one.</param>
/// <param name="UnchangedYears">For how many years, the proposed one left out, the levels have been what is proposed.</param>
public sealed record Evidence(
    IReadOnlyList<YearResult> Years,
    BackTest Test,
    Achieved Achieved,
    RatedPeriod? Last,
    Spread? Spread,
    int UnchangedYears)
{
    public const int YearsBack = 5;
    private const int AchievedYears = 3;
    private const int MostUnchanged = 20;

    /// <param name="target">As proposed.</param>
    /// <param name="year">The financial year it is proposed for.</param>
    public static Evidence Of(IndicatorHistory history, Target? target, ExpectedRange? range, Period year)
    {
        var test = BackTest.Of(history, target, range);
        var perYear = history.Indicator.Definition.Frequency.PerYear();
        var threeYears = BackTest.Of(history, target, range, AchievedYears * perYear).Before;
        var last = history.LastPeriod;
        return new Evidence(
            [.. Results(history, year)], test, new Achieved(threeYears.Green, threeYears.Green + threeYears.Amber + threeYears.Red),
            last is { } period ? history.SeriesTo(period).Rate(period) : null, Spread.Of(test, target), Unchanged(history, target, range, year));
    }

    /// <summary>How far the last figure stands on the good side of the proposed floor standard; negative below it; null without either.</summary>
    public decimal? DistanceToFloor(Target? target) =>
        target?.FloorStandard is { } floor && Last?.Latest.Value is { } value
            ? target.Polarity == Polarity.ClosestIsBetter ? Math.Abs(floor - target.Level) - Math.Abs(value - target.Level) : -target.Polarity.Shortfall(value, from: floor)
            : null;

    /// <summary>The result of a financial year, or of the year of the indicator's own kind that belongs to it; null without a figure in it.</summary>
    public static YearResult? ResultOf(IndicatorHistory history, Period year)
    {
        var own = NewYear.OwnYear(history.Indicator, year);
        return history.Figures.LastOrDefault(figure => figure.Observation.IsPresent && figure.Period.Frequency == history.Indicator.Definition.Frequency && figure.Period.Last >= own.First && figure.Period.Last <= own.Last)?.Period is { } at
            && history.SeriesTo(at).Rate(at) is { } rated
            ? new YearResult(own, at, rated.ToDate.Figure.Value is null ? rated.Latest : rated.ToDate.Figure, history.Targets.InForce(at))
            : null;
    }

    private static IEnumerable<YearResult> Results(IndicatorHistory history, Period year)
    {
        for (var back = YearsBack; back > 0; back--)
        {
            if (ResultOf(history, year with { Ordinal = year.Ordinal - back }) is { } result)
            {
                yield return result;
            }
        }
    }

    private static int Unchanged(IndicatorHistory history, Target? target, ExpectedRange? range, Period year)
    {
        var count = 0;
        for (var own = NewYear.OwnYear(history.Indicator, year).Before; count < MostUnchanged && history.Targets.InForce(own.Last) is { } levels && levels.Target == target && levels.Range == range && (target is not null || range is not null); own = own.Before)
        {
            count++;
        }

        return count;
    }
}
