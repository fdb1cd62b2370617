using Outturn.Core.Indicators;
using Outturn.Core.Release;
using Outturn.Core.Targets;

namespace Outturn.App.Registers.Checks;

/// <summary>What numerators and denominators say of their own figure.</summary>
internal static class CountChecks
{
    public static IEnumerable<Finding> Of(Readings readings) =>
        [.. readings.All.SelectMany(reading => OfFigure(readings, reading)), .. FewCasesIn(readings)];

    private static IEnumerable<Finding> OfFigure(Readings readings, Reading reading)
    {
        var observation = reading.Figure.Observation;
        if (observation is { Typed: { } typed, Counts: { } counts }
            && Unit.Round(typed, readings.Definition.Decimals) != Unit.Round(reading.Value, readings.Definition.Decimals))
        {
            yield return Finding.Warning(reading.Figure, "value",
                $"{counts.Numerator} of {counts.Denominator} is {readings.Print(reading.Value)}, not {readings.Print(typed)}: the counts are used. Correct the one that is wrong, or leave the value blank.");
        }

        if (IsAShare(readings, reading) && reading.Value is < 0 or > 100 && !readings.IsExplained(reading.Figure))
        {
            yield return Finding.Warning(reading.Figure, reading.Column, observation.Counts is { } parts
                ? $"The numerator {parts.Numerator} is {(parts.Numerator < 0 ? "below 0" : $"larger than the denominator {parts.Denominator}")}: check both, or say in the note why it is so."
                : $"{readings.Print(reading.Value)} is not a share of anything: check it, or say in the note why it is so.");
        }
    }

    /// <summary>A percentage that cannot leave 0 to 100, as far as its levels tell: a change or a share of a budget can.</summary>
    private static bool IsAShare(Readings readings, Reading reading)
    {
        if (!readings.Unit.IsPercentage || readings.Definition.Polarity == Polarity.ClosestIsBetter)
        {
            return false;
        }

        return reading.Figure.Observation.HasCounts
            ? readings.LevelsOf(reading) is not { } levels || !(levels.Target?.Level > 100 || levels.Range?.Upper > 100)
            : readings.All.All(other => other.Value >= 0) && reading.Value > 100 && readings.All.Count(other => other.Value > 100) * 4 <= readings.All.Count;
    }

    private static IEnumerable<Finding> FewCasesIn(Readings readings)
    {
        Reading[] few =
            [.. readings.All.Where(reading => readings.IsKpi && reading.Figure.Observation.Counts is { Denominator: > 0 and < Checklist.FewCases })];
        if (few.Length == 0)
        {
            yield break;
        }

        var last = few[^1];
        var cases = last.Figure.Observation.Counts!.Value.Denominator;
        var isLatest = last.Period == readings.Last?.Period;
        yield return new Finding(isLatest ? Severity.Warning : Severity.Note, last.Figure, "denominator",
            $"{readings.Ref} counts {cases} {(cases == 1 ? "case" : "cases")} in {last.Period}, so that one of them moves the figure by {readings.Print(readings.Unit.Multiplier / cases)}"
            + (few.Length > 1 ? $" ({few.Length} of its {readings.All.Count} periods have fewer than {Checklist.FewCases})" : "")
            + ": say so in the commentary, or report it over a longer period.");
    }
}
