using Outturn.Core.Indicators;
using Outturn.Core.Periods;

namespace Outturn.App.Registers.Checks;

/// <summary>Figures that cover the year so far where the register says their own period, or the other way round.</summary>
internal static class BasisChecks
{
    public static IEnumerable<Finding> Of(Readings readings) =>
        readings.Definition.Frequency.Length() == 12 ? []
        : readings.Definition.Basis == Basis.Cumulative ? Falls(readings)
        : SaysCumulative(readings) ?? LooksCumulative(readings) ?? [];

    /// <summary>What adds up can only grow within a year; an average or a share to date may fall.</summary>
    private static IEnumerable<Finding> Falls(Readings readings)
    {
        var definition = readings.Definition;
        if (definition.Unit.IsRatio || definition.RollUp is RollUp.Ratio or RollUp.Mean)
        {
            yield break;
        }

        for (var i = 1; i < readings.All.Count; i++)
        {
            var (before, now) = (readings.All[i - 1], readings.All[i]);
            if (before.Period.FirstOfYear == now.Period.FirstOfYear && now.Value < before.Value)
            {
                yield return new Finding(definition.RollUp == RollUp.Sum ? Severity.Error : Severity.Warning, now.Figure, now.Column,
                    $"{readings.Ref} is cumulative and falls within its year, from {readings.Print(before.Value)} in {before.Period} to {readings.Print(now.Value)} in {now.Period}: "
                    + "correct the figure, or make the indicator's basis period.");
            }
        }
    }

    private static Finding[]? SaysCumulative(Readings readings)
    {
        var indicator = readings.Indicator;
        return Speaks(indicator.Title) || Speaks(indicator.Meaning ?? "")
            ? [Finding.Warning(indicator, "basis", $"{indicator.Ref} says that it is cumulative and its basis is period, so that each figure counts as its own {Singular(readings)}'s: write cumulative as its basis if it covers the year so far, and give targets to date.")]
            : null;
    }

    private static bool Speaks(string text) =>
        text.Contains("cumulative", StringComparison.OrdinalIgnoreCase)
        && !text.Contains("not cumulative", StringComparison.OrdinalIgnoreCase) && !text.Contains("non-cumulative", StringComparison.OrdinalIgnoreCase);

    /// <summary>Rises through the whole of two years, and starts again far lower: a running total added up as if it were not.</summary>
    private static Finding[]? LooksCumulative(Readings readings)
    {
        if (readings.Definition.RollUp is not (RollUp.Sum or RollUp.Latest) || readings.Unit.IsRatio)
        {
            return null;
        }

        var perYear = readings.Definition.Frequency.PerYear();
        Reading[][] years = [.. readings.All.GroupBy(reading => reading.Period.FirstOfYear).Select(year => year.ToArray())];
        Reading[][] rising = [.. years.Where(year => year.Length > 1 && year.Zip(year.Skip(1)).All(pair => pair.First.Value < pair.Second.Value))];
        var startsAgain = years.Zip(years.Skip(1)).All(pair => pair.Second[0].Value * 2 < pair.First[^1].Value);
        var grows = rising.All(year => year[^1].Value * 2 > year[0].Value * year.Length);
        if (rising.Length < years.Length || rising.Count(year => year.Length == perYear) < 2 || perYear < 4 || !startsAgain || !grows)
        {
            return null;
        }

        var last = readings.Last!.Value;
        return [Finding.Warning(last.Figure, last.Column,
            $"{readings.Ref} rises through every year and starts again lower, up to {readings.Print(last.Value)} in {last.Period}, like a running total; its basis is period, so it is judged by one {Singular(readings)}'s target: "
            + "write cumulative as its basis if it covers the year so far.")];
    }

    private static string Singular(Readings readings) => readings.Definition.Frequency.Name();
}
