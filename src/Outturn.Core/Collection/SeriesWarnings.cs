using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.Core.Collection;

/// <summary>Walks the figures of one indicator once, in the order of their periods, and warns of those that it is asked about.</summary>
/// <remarks>
/// Each figure is held against the earlier ones alone, whatever comes later. Nothing is compared across a break in the series (RULES 7).
/// It allocates nothing unless something is odd, so that a million figures can be walked in a second.
/// </remarks>
public sealed class SeriesWarnings
{
    private const decimal Ten = 10;
    private const int FewestForRange = 6;
    private const int LongestUnchanged = 3;

    /// <summary>Under ten cases, one of them moves the figure by more than ten points (RULES 11).</summary>
    private const decimal FewCases = 10;

    private readonly Definition definition;
    private readonly IReadOnlyList<DateOnly> breaks;
    private int breaksPassed;

    private int count;
    private (decimal Least, decimal Most) range;
    private (Period Period, decimal Value, Counts? Counts) last;

    /// <summary>How many equal values in a row end with the last.</summary>
    private int run;

    /// <summary>How often the value was another than the one before it.</summary>
    private int changes;

    public SeriesWarnings(Indicator indicator) => (definition, breaks) = (indicator.Definition, indicator.Breaks);

    /// <summary>Takes the next figure of the series into its history.</summary>
    /// <param name="period">Later than the one before; periods may be missing.</param>
    /// <param name="warnings">Where to put what is odd about the figure; null where nobody asks, which makes it history alone.</param>
    public void Next(Period period, Observation observation, ICollection<SubmissionWarning>? warnings)
    {
        while (breaksPassed < breaks.Count && breaks[breaksPassed] <= period.Last)
        {
            breaksPassed++;
            (count, run, changes) = (0, 0, 0);
        }

        if (observation.Counts is { } counts && warnings is not null)
        {
            CheckCounts(period, observation, counts, warnings);
        }

        if (observation.Value(definition.Unit) is not { } value)
        {
            return;
        }

        var isSame = count > 0 && last.Period.Next == period && last.Value == value && last.Counts == observation.Counts;
        run = isSame ? run + 1 : 1;
        changes += count > 0 && last.Value != value ? 1 : 0;
        if (warnings is not null && count > 0)
        {
            CheckValue(period, value, warnings);
        }

        range = count == 0 ? (value, value) : (Math.Min(range.Least, value), Math.Max(range.Most, value));
        last = (period, value, observation.Counts);
        count++;
    }

    private void CheckValue(Period period, decimal value, ICollection<SubmissionWarning> warnings)
    {
        if (IsTenfold(period, value))
        {
            var isMore = Math.Abs(value) > Math.Abs(last.Value);
            warnings.Add(new SubmissionWarning(period, SubmissionWarning.TenTimes,
                $"{Print(value)} in {period} is {(isMore ? "ten times" : "a tenth of")} the {Print(last.Value)} of {last.Period} or {(isMore ? "more" : "less")}: look for a digit too {(isMore ? "many" : "few")}, or say why it is right."));
        }

        if (count >= FewestForRange && (IsBeyond(value, range.Most) || IsBeyond(range.Least, value)))
        {
            warnings.Add(new SubmissionWarning(period, SubmissionWarning.OutsideHistory,
                $"{Print(value)} in {period} lies far outside the {count} figures before it, {Print(range.Least)} to {Print(range.Most)}: check it, or say what happened."));
        }

        if (run >= LongestUnchanged && changes > 1 && !CanRepeat(value))
        {
            warnings.Add(new SubmissionWarning(period, SubmissionWarning.Unchanged,
                $"{Print(value)} has been the figure {run} times in a row, {period with { Ordinal = period.Ordinal - run + 1 }} to {period}, and it varied before: check that it was counted anew, or say why it stands still."));
        }
    }

    private void CheckCounts(Period period, Observation observation, Counts counts, ICollection<SubmissionWarning> warnings)
    {
        if (counts.Numerator < 0 && !IsBalance)
        {
            warnings.Add(new SubmissionWarning(period, SubmissionWarning.CountsDoNotFit,
                $"The numerator {Unit.Tell(counts.Numerator)} in {period} is below 0: check it, or say why it is right."));
        }

        if (counts is { Denominator: 0, Numerator: not 0 })
        {
            warnings.Add(new SubmissionWarning(period, SubmissionWarning.CountsDoNotFit,
                $"{Unit.Tell(counts.Numerator)} of 0 in {period} cannot be: check both, or write 0 of 0 where there was nothing to measure."));
        }

        if (definition.Unit.IsPercentage && counts.Denominator > 0 && counts.Numerator > counts.Denominator && !IsBalance)
        {
            warnings.Add(new SubmissionWarning(period, SubmissionWarning.CountsDoNotFit,
                $"The numerator {Unit.Tell(counts.Numerator)} in {period} is larger than the denominator {Unit.Tell(counts.Denominator)}: check both, or say why it is right."));
        }

        if (observation.Typed is { } typed && counts.Ratio(definition.Unit) is { } made
            && Unit.Round(typed, definition.Decimals) != Unit.Round(made, definition.Decimals))
        {
            warnings.Add(new SubmissionWarning(period, SubmissionWarning.CountsDoNotFit,
                $"{Unit.Tell(counts.Numerator)} of {Unit.Tell(counts.Denominator)} in {period} is {definition.Unit.Print(made, definition.Decimals)}, not {definition.Unit.Print(typed, definition.Decimals)}: the counts are used, so correct what is wrong or leave the value blank."));
        }

        if (definition.Unit.IsRatio && counts.Denominator is > 0 and < FewCases)
        {
            warnings.Add(new SubmissionWarning(period, SubmissionWarning.SmallDenominator,
                $"{Print(counts.Ratio(definition.Unit)!.Value)} in {period} is of {Unit.Tell(counts.Denominator)} alone, so that one case more or less moves it by {Print(definition.Unit.Multiplier / Math.Max(1, counts.Denominator))}: check the denominator, or say that there were so few."));
        }
    }

    /// <summary>A total that starts anew with each year is not held against the end of the year before; 0 is no tenth of a few.</summary>
    private bool IsTenfold(Period period, decimal value)
    {
        if (last.Value == 0 || (definition.Basis == Basis.Cumulative && period.FirstOfYear == period))
        {
            return false;
        }

        var (now, before) = (Math.Abs(value), Math.Abs(last.Value));
        return value == 0 ? before >= Ten
            : decimal.IsNegative(value) == decimal.IsNegative(last.Value) && (now >= Ten * before || before >= Ten * now);
    }

    /// <summary>Whether one value lies above another by more than half of the range; where all were the same, nobody can tell how far is far.</summary>
    private bool IsBeyond(decimal above, decimal below) =>
        range.Most != range.Least && above > below && 2 * (above - below) > range.Most - range.Least;

    /// <summary>None and all of them can be so for any time.</summary>
    private bool CanRepeat(decimal value) => value == 0 || (definition.Unit.IsPercentage && value == 100);

    /// <summary>What should be near its target may lie on either side of it, as spending does beside its budget.</summary>
    private bool IsBalance => definition.Polarity == Polarity.ClosestIsBetter;

    private string Print(decimal value) => definition.Unit.Tell(value, definition.Decimals);
}
