using System.Globalization;
using Outturn.Core.Indicators;
using Outturn.Core.Papers;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;

namespace Outturn.Core.Review;

/// <summary>What the evidence says of a proposal, a sentence for each finding.</summary>
public static class EvidenceSentences
{
    private const int ManyYears = 3;
    private const int MostDecimals = 6;

    /// <param name="current">The levels in force, to tell whether anything is proposed that the finding would ask for.</param>
    public static IReadOnlyList<string> Of(Evidence evidence, Indicator indicator, Target? target, Levels? current)
    {
        var definition = indicator.Definition;
        return [.. new[]
        {
            evidence.Test.Periods.Count == 0 ? "There is no figure yet that the levels could be tried on." : BackTested(evidence.Test, definition),
            evidence.Test.CountedOtherwise > 0 ? $"{Words.Capital(Periods(evidence.Test.CountedOtherwise, definition))} before the changed definition {(evidence.Test.CountedOtherwise == 1 ? "is" : "are")} left out." : null,
            OfAchieved(evidence.Achieved, definition, target, current),
            ToFloor(evidence, definition, target),
            Trend(evidence.Last),
            OfSpread(evidence.Spread, definition),
            evidence.UnchangedYears >= ManyYears ? $"These levels have not changed for {Words.Count(evidence.UnchangedYears, "year")}." : null,
        }.OfType<string>()];
    }

    /// <summary>"The last 24 months were 20 Green, 3 Amber and 1 Red; under the proposed levels they would have been 14 Green, 8 Amber and 2 Red."</summary>
    public static string BackTested(BackTest test, Definition definition)
    {
        var (before, after) = (Counted(test.Before, definition.Kind), Counted(test.After, definition.Kind));
        var were = test.Periods.Count == 1 ? "was" : "were";
        return before == after && !test.Changed.Any()
            ? $"{Span(test, definition)} {were} {before}, and would have been the same under the proposed levels."
            : $"{Span(test, definition)} {were} {before}; under the proposed levels they would have been {after}.";
    }

    /// <summary>"20 Green, 3 Amber and 1 Red", "none Green …" left out; "22 in range and 2 above it".</summary>
    public static string Counted(JudgedCounts counts, IndicatorKind kind)
    {
        var parts = kind == IndicatorKind.Kpi
            ? new[] { (counts.Green, $"{RagRating.Green}"), (counts.Amber, $"{RagRating.Amber}"), (counts.Red, $"{RagRating.Red}"), (counts.NotRated, "not rated") }
            : [(counts.InRange, "in range"), (counts.Above, "above it"), (counts.Below, "below it"), (counts.NotRated, "without a range")];
        string[] there = [.. parts.Where(part => part.Item1 > 0).Select(part => $"{part.Item1} {part.Item2}")];
        return there.Length == 0 ? "none" : Words.List(there);
    }

    private static string Span(BackTest test, Definition definition) =>
        test.Periods.Count == 1 ? $"The one {definition.Frequency.PluralFor(1)} with a figure, {test.Periods[0].Period}," : $"The last {test.Periods.Count} {definition.Frequency.Plural()}, to {test.Periods[^1].Period},";

    private static string? OfAchieved(Achieved achieved, Definition definition, Target? target, Levels? current)
    {
        var isAskedMore = target is not null && current?.Target is { } now && target.Level != now.Level;
        var said = $"Green in {achieved.Green} of the last {achieved.Of} {definition.Frequency.Plural()}";
        return definition.Kind != IndicatorKind.Kpi || achieved.Of == 0 ? null
            : achieved.IsNearlyAlways(definition.Frequency) && !isAskedMore ? $"{said}: consider {(definition.Polarity == Polarity.LowerIsBetter ? "lowering" : definition.Polarity == Polarity.HigherIsBetter ? "raising" : "tightening")} the target."
            : achieved.IsNearlyNever(definition.Frequency) && !isAskedMore ? $"{said}: is the target within reach?"
            : $"{said}.";
    }

    private static string? ToFloor(Evidence evidence, Definition definition, Target? target)
    {
        if (evidence.DistanceToFloor(target) is not { } distance || evidence.Last is not { Latest: { Value: { } value } latest } last)
        {
            return null;
        }

        var decimals = Math.Max(latest.Decimals, Math.Min(2, Unit.DecimalsOf(target!.FloorStandard!.Value)));
        while (distance != 0 && Unit.Round(distance, decimals) == 0 && decimals < MostDecimals)
        {
            decimals++;
        }

        var points = definition.Unit.IsPercentage ? $"{Unit.Bare(Math.Abs(distance), decimals)} percentage {(Unit.Bare(Math.Abs(distance), decimals) == "1" ? "point" : "points")}" : definition.Unit.Print(Math.Abs(distance), decimals);
        return $"The last figure, {definition.Unit.Print(value, latest.Decimals)} for {last.Period}, "
            + (distance == 0 ? "is the proposed floor standard." : $"is {points} {(distance > 0 ? "better" : "worse")} than the proposed floor standard.");
    }

    private static string? Trend(RatedPeriod? last) => last?.Trend switch
    {
        null => null,
        { Direction: Direction.TooFewPoints } => "There are too few figures for a trend.",
        { P: { } p, Direction: var direction } => $"Trend to {last.Period}: {direction.Text().ToLowerInvariant()} (p {(p < 0.0001 ? "<0.0001" : $"= {p.ToString("0.####", CultureInfo.InvariantCulture)}")}).",
        _ => null,
    };

    private static string? OfSpread(Spread? spread, Definition definition)
    {
        if (spread is null)
        {
            return null;
        }

        string Print(decimal value) => definition.Unit.IsPercentage ? $"{Unit.Bare(value, 1)} percentage points" : definition.Unit.Print(value, Math.Max(definition.Decimals, 1));
        return spread.IsNarrow
            ? $"The gap between target and floor standard, {Print(spread.Gap)}, is narrower than the ordinary variation of {spread.Figures} figures (standard deviation {Print(spread.Ordinary)}): the colour will change by chance."
            : $"The gap between target and floor standard, {Print(spread.Gap)}, is {(spread.Gap == spread.Ordinary ? "as wide as" : "wider than")} the ordinary variation of {spread.Figures} figures (standard deviation {Print(spread.Ordinary)}).";
    }

    private static string Periods(int count, Definition definition) => Words.Count(count, definition.Frequency.PluralFor(1), definition.Frequency.Plural());
}
