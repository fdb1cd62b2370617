using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;

namespace Outturn.Core.Review;

/// <summary>One period as it was judged, and as it would have been.</summary>
public sealed record BackTested(Period Period, JudgedFigure Before, JudgedFigure After)
{
    public bool Differs => Before.Rating != After.Rating || Before.Verdict != After.Verdict;
}

/// <summary>How the last two years would have been rated under proposed levels, beside how they were.</summary>
/// <remarks>
/// The periods are the last 24 months (8 quarters, 4 half-years, 2 years) up to the last that has a figure, those with a figure alone. A period
/// before a changed definition that breaks the series is left out and counted. Of an indicator whose figures are cumulative only the year's last
/// period is judged: before it the figure is not the year's. Where values add up to twelve months (RULES 4, rolling 12), the totals are judged.
/// </remarks>
/// <param name="Periods">Oldest first.</param>
/// <param name="CountedOtherwise">Periods with a figure that were counted by another definition.</param>
public sealed record BackTest(IReadOnlyList<BackTested> Periods, int CountedOtherwise)
{
    public const int Years = 2;

    public static BackTest Of(IndicatorHistory history, Target? target, ExpectedRange? range) => Of(history, target, range, Years * history.Indicator.Definition.Frequency.PerYear());

    /// <param name="length">How many periods back it looks, the last with a figure included.</param>
    public static BackTest Of(IndicatorHistory history, Target? target, ExpectedRange? range, int length)
    {
        if (history.LastPeriod is not { } last)
        {
            return new BackTest([], 0);
        }

        var judgedBefore = Judged(history, last);
        var judgedAfter = Judged(history with { Targets = new TargetHistory([new Levels(DateOnly.MinValue, DateOnly.MaxValue, target, range)]) }, last);
        var firstAlike = history.Indicator.Breaks.Select(day => Period.Holding(last.Frequency, day)).Where(broken => broken <= last).Select(broken => broken.Ordinal).DefaultIfEmpty(int.MinValue).Max();
        BackTested[] within =
        [
            .. judgedBefore.Zip(judgedAfter, (before, after) => new BackTested(before.Period, before.Figure, after.Figure))
                .Where(tested => tested.Period.Ordinal > last.Ordinal - length && tested.Before.Value is not null),
        ];
        return new BackTest([.. within.Where(tested => tested.Period.Ordinal >= firstAlike)], within.Count(tested => tested.Period.Ordinal < firstAlike));
    }

    /// <summary>How the periods were rated.</summary>
    public JudgedCounts Before => JudgedCounts.Of(Periods.Select(tested => tested.Before));

    /// <summary>How they would have been.</summary>
    public JudgedCounts After => JudgedCounts.Of(Periods.Select(tested => tested.After));

    /// <summary>The periods whose rating, or place in the range, would have been another.</summary>
    public IEnumerable<BackTested> Changed => Periods.Where(tested => tested.Differs);

    private static IEnumerable<(Period Period, JudgedFigure Figure)> Judged(IndicatorHistory history, Period last)
    {
        var definition = history.Indicator.Definition;
        return history.SeriesTo(last).Rate()
            .Where(rated => definition.Basis == Basis.Period || rated.Period.Last == rated.Period.FinancialYear.Last)
            .Select(rated => (rated.Period, rated.Latest.WhyNot == Reason.Over12Months ? rated.ToDate.Figure : rated.Latest));
    }
}

/// <summary>How many periods were Green, Amber, Red or not rated; or in, above and below the range; or without one.</summary>
public readonly record struct JudgedCounts(int Green, int Amber, int Red, int NotRated, int InRange, int Above, int Below)
{
    public static JudgedCounts Of(IEnumerable<JudgedFigure> figures)
    {
        var counts = default(JudgedCounts);
        foreach (var figure in figures)
        {
            counts = (figure.Rating?.Colour, figure.Verdict) switch
            {
                (RagRating.Green, _) => counts with { Green = counts.Green + 1 },
                (RagRating.Amber, _) => counts with { Amber = counts.Amber + 1 },
                (RagRating.Red, _) => counts with { Red = counts.Red + 1 },
                (_, RangeVerdict.InRange) => counts with { InRange = counts.InRange + 1 },
                (_, RangeVerdict.Above) => counts with { Above = counts.Above + 1 },
                (_, RangeVerdict.Below) => counts with { Below = counts.Below + 1 },
                _ => counts with { NotRated = counts.NotRated + 1 },
            };
        }

        return counts;
    }

    public static JudgedCounts operator +(JudgedCounts one, JudgedCounts other) => new(
        one.Green + other.Green, one.Amber + other.Amber, one.Red + other.Red, one.NotRated + other.NotRated, one.InRange + other.InRange, one.Above + other.Above, one.Below + other.Below);

    public int Total => Green + Amber + Red + NotRated + InRange + Above + Below;
}
