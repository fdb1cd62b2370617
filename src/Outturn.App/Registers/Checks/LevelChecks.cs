using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.App.Registers.Checks;

/// <summary>Targets, floor standards and ranges that are missing, or that cannot tell good from bad.</summary>
internal static class LevelChecks
{
    private const int FewestToCompare = 12;

    public static IEnumerable<Finding> Of(IReadOnlyList<Readings> all)
    {
        var noTarget = new Alike(Severity.Warning, TargetsFile.Shape, "target");
        var noRange = new Alike(Severity.Note, TargetsFile.Shape, "lower");
        var noReason = new Alike(Severity.Note, TargetsFile.Shape, "rationale");
        foreach (var readings in all)
        {
            if (readings.Last is { } last && readings.Indicator.Until is null && readings.LevelsOf(last) is var levels)
            {
                if (readings.IsKpi && levels?.Target is null && Current(readings).All(level => level.Target is null))
                {
                    noTarget.Add(readings.Indicator, readings.Ref);
                }
                else if (!readings.IsKpi && levels?.Range is null)
                {
                    noRange.Add(readings.Indicator, readings.Ref);
                }
            }

            foreach (var current in Current(readings).Where(level => level.Rationale is null))
            {
                noReason.Add(current, readings.Ref);
            }
        }

        return
        [
            .. noTarget.Tell("is a KPI with figures and no target for the period of the last one, so it is not rated: set a target, or make it an activity indicator.",
                "KPIs have figures and no target for the period of the last one, so they are not rated: set targets, or make them activity indicators."),
            .. noRange.Tell("has no expected range, so its figure is shown beside last year's only.", "activity indicators have no expected range, so their figures are shown beside last year's only."),
            .. noReason.Tell("has levels without a rationale: say why this level.", "indicators have levels without a rationale: say why each level."),
            .. all.SelectMany(WithoutTargetBefore),
            .. all.SelectMany(readings => Current(readings).SelectMany(level => level.Target is { } target ? OfTarget(readings, level, target, level.FloorDerived) : [])),
        ];
    }

    /// <summary>What can be said of levels that are being set.</summary>
    public static IEnumerable<Finding> OfSetting(Readings readings, Levels levels)
    {
        if (levels.Rationale is null)
        {
            yield return Finding.Warning(levels, "rationale", $"{readings.Ref} has levels without a rationale: say why this level.");
        }

        if (levels.Target is { } target)
        {
            foreach (var finding in OfTarget(readings, levels, target, levels.FloorDerived))
            {
                yield return finding;
            }
        }
    }

    /// <summary>What can be said of a target, in force or proposed.</summary>
    /// <param name="part">The row of it.</param>
    public static IEnumerable<Finding> OfTarget(Readings readings, object part, Target target, bool floorDerived)
    {
        if (target.Level == 0)
        {
            yield return OfZero(readings, part, target, floorDerived);
        }

        if (target.FloorStandard == target.Level && target.Level != 0)
        {
            yield return Finding.Note(part, "floor", $"The floor standard of {readings.Ref} is its target, so that it can be Green or Red and never Amber.");
        }

        if (OutsideHistory(readings, target) is { } reason)
        {
            yield return Finding.Note(part, "target", reason);
        }
    }

    /// <summary>A target of 0 is seldom meant, but for what should not happen at all and for what may lie on either side of it.</summary>
    private static Finding OfZero(Readings readings, object part, Target target, bool floorDerived)
    {
        var noAmber = floorDerived ? ", and the council's tolerance, being a percentage, leaves no Amber" : "";
        return target.Polarity == Polarity.LowerIsBetter
            ? Finding.Note(part, "target", $"The target of {readings.Ref} is 0: a single case misses it{noAmber}.")
            : readings.All.Any(reading => reading.Value < 0)
                ? Finding.Note(part, "target", $"The target of {readings.Ref} is 0, and its figures go below it too{noAmber}: leave the cell blank if no target was set.")
                : Finding.Warning(part, "target", $"The target of {readings.Ref} is 0, which every figure achieves: leave the cell blank if no target was set{noAmber}.");
    }

    /// <summary>A target that no figure has come near, or none has missed by far, tells nothing from month to month.</summary>
    private static string? OutsideHistory(Readings readings, Target target)
    {
        decimal[] values = [.. readings.AgainstLevels.TakeLast(FewestToCompare * 2).Select(reading => reading.Value)];
        if (values.Length < FewestToCompare || target.Polarity == Polarity.ClosestIsBetter)
        {
            return null;
        }

        var (least, most) = (values.Min(), values.Max());
        if (target.Level >= least - (most - least) && target.Level <= most + (most - least))
        {
            return null;
        }

        var isEasy = target.Rate(least) == Core.Ratings.RagRating.Green;
        return $"The target of {readings.Ref}, {readings.Print(target.Level)}, lies far outside its last {values.Length} figures, {readings.Print(least)} to {readings.Print(most)}: "
            + (isEasy ? "it has always been achieved, and may ask too little." : "it has never been near; is it in the same unit, and within reach?");
    }

    private static IEnumerable<Finding> WithoutTargetBefore(Readings readings)
    {
        Period[] years =
        [
            .. readings.All.Where(reading => readings.LevelsOf(reading) is not { } levels || (levels.Target is null && levels.Range is null))
                .Select(reading => reading.Period.FinancialYear).Distinct(),
        ];
        if (readings.IsKpi && years.Length > 0 && readings.Last is { } last && readings.LevelsOf(last)?.Target is not null)
        {
            yield return Finding.Note(readings.Indicator, "ref",
                $"{readings.Ref} has figures and no target for {string.Join(", ", years)}, which are not rated: add the targets of that time to {TargetsFile.Shape.File} if there were any.");
        }
    }

    /// <summary>The levels that held for the last figure or come after it: what is past can no longer be changed.</summary>
    private static IEnumerable<Levels> Current(Readings readings) =>
        readings.History.Targets.All.Where(level => (level.Target is not null || level.Range is not null) && level.To >= (readings.Last?.Period.Last ?? DateOnly.MinValue));
}
