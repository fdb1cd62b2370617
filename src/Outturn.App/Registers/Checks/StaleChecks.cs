using Outturn.Core.Indicators;
using Outturn.Core.Periods;

namespace Outturn.App.Registers.Checks;

/// <summary>Figures that stand still where they must move: copied from the period before, or never asked for again.</summary>
/// <remarks>
/// The finer a figure, the less likely it comes out the same: three digits or counts of 30 and more should not do so three times in a
/// row, two digits not five times. One digit, 0, 100% and annual figures can, and are not asked about.
/// </remarks>
internal static class StaleChecks
{
    private const int LongForFine = 3;
    private const int LongForCoarse = 5;
    private const int FewestCopies = 5;

    public static IEnumerable<Finding> Of(Readings readings)
    {
        if (readings.Definition.Frequency.Length() == 12)
        {
            yield break;
        }

        for (var (start, end) = (0, 1); end <= readings.All.Count; end++)
        {
            if (end < readings.All.Count && IsCopy(readings.All[end - 1], readings.All[end]))
            {
                continue;
            }

            var (first, last) = (readings.All[start], readings.All[end - 1]);
            if (end - start >= Longest(readings.Unit, first) && !readings.IsExplained(last.Figure))
            {
                yield return Finding.Warning(last.Figure, last.Column,
                    $"{readings.Ref} stands at {readings.Print(last.Value)} for {end - start} {readings.Definition.Frequency.Plural()}, {first.Period} to {last.Period}, and such a figure hardly stays the same: "
                    + "ask whether it was copied, write [x] where there was none, or say in the note why it has not moved.");
            }

            start = end;
        }
    }

    /// <summary>A whole period copied from the one before: more figures are the same than chance allows.</summary>
    public static IEnumerable<Finding> OfPeriods(IReadOnlyList<Readings> all) =>
        all.Where(readings => readings.Definition.Frequency.Length() < 12 && readings.Last is not null)
            .GroupBy(readings => readings.Definition.Frequency)
            .SelectMany(group => OfPeriod([.. group], group.Max(readings => readings.Last!.Value.Period)));

    private static IEnumerable<Finding> OfPeriod(Readings[] all, Period period)
    {
        Readings[] both = [.. all.Where(readings => readings.All is [.., var before, var last] && last.Period == period && before.Period == period.Before)];
        Readings[] same = [.. both.Where(readings => IsCopy(readings.All[^2], readings.All[^1]))];
        if (same.Length < FewestCopies || same.Length * 4 < both.Length)
        {
            yield break;
        }

        Readings[] usual = [.. same.Where(readings => CanRepeat(readings.Unit, readings.All[^1]))];
        Readings[] odd = [.. same.Except(usual)];
        yield return Finding.Warning(ObservationsFile.Shape, "value",
            $"{same.Length} of {both.Length} indicators have the same figure in {period} as in {period.Before}. "
            + (usual.Length > 0 ? $"For {usual.Length} it is 0 or 100%, which can be ({Alike.Names(usual.Select(readings => readings.Ref))}). " : "")
            + (odd.Length > 0 ? $"Ask about the other{(odd.Length == 1 ? "" : $" {odd.Length}")}, which may be copies: {string.Join(", ", odd.Select(readings => $"{readings.Ref} {readings.Print(readings.All[^1].Value)}"))}. " : "")
            + $"Where {period} was never given, write [x]; where it really is the same, nothing is to be done.");
    }

    private static bool IsCopy(Reading before, Reading after) =>
        before.Period.Next == after.Period && before.Value == after.Value && before.Figure.Observation.Counts == after.Figure.Observation.Counts;

    private static bool CanRepeat(Unit unit, Reading reading) => reading.Value == 0 || (unit.IsPercentage && reading.Value == 100);

    private static int Longest(Unit unit, Reading reading) =>
        CanRepeat(unit, reading) ? int.MaxValue
        : reading.Figure.Observation.Counts is { } counts ? counts.Denominator >= 30 ? LongForFine : int.MaxValue
        : Digits(reading.Value) switch { >= 3 => LongForFine, 2 => LongForCoarse, _ => int.MaxValue };

    /// <summary>Significant digits: 19.94 has 4, 36 has 2, 1,200 has 2.</summary>
    private static int Digits(decimal value)
    {
        var digits = Math.Abs(value).ToString().Replace(".", "", StringComparison.Ordinal).Trim('0');
        return digits.Length;
    }
}
