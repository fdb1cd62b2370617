using Outturn.Core.Indicators;
using Outturn.Core.Targets;

namespace Outturn.App.Registers.Checks;

/// <summary>Figures that their own history or target makes hard to believe: 0 for missing, another unit, a digit too many.</summary>
/// <remarks>
/// Deviations are robust: the distance from the median by 1.4826 × the median distance from it, which one wrong figure cannot stretch.
/// A figure with a note or a commentary has been seen, and is not asked about.
/// </remarks>
internal static class OutlierChecks
{
    private const decimal Beyond = 10;
    private const double FarOut = 6;
    private const decimal Uncounted = 1_000_000;

    /// <summary>Below this, a count may well come out as 0 by chance.</summary>
    private const decimal SeldomZero = 20;

    /// <summary>Beyond this many deviations 0 is out of the ordinary; with too few figures to tell, it is taken to be.</summary>
    private const double RareZero = 3;

    private const double HardlyByChance = 0.0001;

    public static IEnumerable<Finding> Of(Readings readings)
    {
        var asked = new HashSet<Figure>();
        foreach (var (figure, finding) in new[] { Zero(readings), AgainstTarget(readings) }.SelectMany(found => found))
        {
            asked.Add(figure);
            if (finding is { } told)
            {
                yield return told;
            }
        }

        var spread = Spread.Of(readings);
        for (var i = 0; i < readings.All.Count; i++)
        {
            var reading = readings.All[i];
            if (asked.Contains(reading.Figure) || readings.IsExplained(reading.Figure))
            {
                continue;
            }

            if (i > 0 && IsTenfold(readings, i))
            {
                yield return Finding.Warning(reading.Figure, reading.Column,
                    $"{readings.Print(reading.Value)} in {reading.Period} is {Times(reading.Value, readings.All[i - 1].Value)} {readings.Print(readings.All[i - 1].Value)} of {readings.All[i - 1].Period}: "
                    + "look for a digit too many or too few, or say in the note what happened.");
            }
            else if (spread is not null && spread.Deviations(readings, reading) is >= FarOut and var deviations)
            {
                yield return Finding.Warning(reading.Figure, reading.Column,
                    $"{readings.Print(reading.Value)} in {reading.Period} lies {deviations:0.0} deviations {(reading.Value < spread.Median ? "below" : "above")} {readings.Print(spread.Median)}, the median of its {readings.All.Count} figures: "
                    + "check it, or say in the note what happened.");
            }
        }
    }

    /// <summary>Every 0 that may stand for a figure that nobody gave; the finding is on the last.</summary>
    private static IEnumerable<(Figure, Finding?)> Zero(Readings readings)
    {
        var spread = Spread.Of(readings);
        Reading[] zeros =
        [
            .. readings.All.Where(reading => reading.Value == 0 && !readings.IsExplained(reading.Figure)
                && !IsChance(readings, reading) && !(spread?.Deviations(readings, reading) < RareZero)),
        ];
        decimal[] others = [.. readings.All.Select(reading => reading.Value).Concat(readings.History.Figures.Select(figure => figure.PreviousGiven).OfType<decimal>()).Where(value => value != 0)];
        if (zeros.Length == 0 || others.Length == 0 || zeros.Length > Math.Max(2, others.Length / 4))
        {
            yield break;
        }

        var median = Readings.Median(others);
        var areFine = others.Any(value => value != decimal.Truncate(value)) && others.Min(Math.Abs) * 2 >= Math.Abs(median);
        if (Math.Abs(median) < SeldomZero && !areFine)
        {
            yield break;
        }

        foreach (var zero in zeros[..^1])
        {
            yield return (zero.Figure, null);
        }

        var last = zeros[^1];
        var deviations = spread?.Deviations(readings, last);
        var rated = readings.LevelsOf(last)?.Target?.Rate(0);
        yield return (last.Figure, Finding.Warning(last.Figure, last.Column,
            $"{readings.Ref} is 0 in {string.Join(" and ", zeros.Select(zero => zero.Period))}, where {Neighbour(readings, last)}"
            + (deviations is { } far ? $", {far:0.0} deviations from the median" : "")
            + $": is it a figure, or was none given? Write [x] if none was{(rated is { } colour ? $" (as it stands it is rated {colour})" : "")}; if it is right, say so in the note."));
    }

    /// <summary>None of so few cases, where usually a share of them is counted.</summary>
    private static bool IsChance(Readings readings, Reading zero) =>
        readings.Unit.IsPercentage && zero.Figure.Observation.Counts is { } counts
        && Math.Pow(1 - Math.Clamp((double)Readings.Median(readings.All.Select(reading => reading.Value)) / 100, 0, 1), (double)counts.Denominator) > HardlyByChance;

    private static string Neighbour(Readings readings, Reading zero)
    {
        var before = readings.All.LastOrDefault(reading => reading.Period < zero.Period && reading.Value != 0);
        var known = before.Figure ?? readings.All.FirstOrDefault(reading => reading.Value != 0).Figure;
        var stands = known is null ? "" : $"{known.Period} has {readings.Print(known.Observation.Value(readings.Unit)!.Value)}";
        var given = zero.Figure.PreviousGiven is { } previous && previous != 0 ? $"the year before had {readings.Print(previous)}" : "";
        return string.Join(" and ", new[] { stands, given }.Where(text => text.Length > 0)) is { Length: > 0 } text
            ? text
            : $"its figures are usually near {readings.Print(Readings.Median(readings.All.Select(reading => reading.Value).Where(value => value != 0)))}";
    }

    /// <summary>Figures in another unit than their target, or of another thing; the finding is on the last.</summary>
    private static IEnumerable<(Figure, Finding?)> AgainstTarget(Readings readings)
    {
        (Reading Reading, decimal Level)[] off =
        [
            .. readings.AgainstLevels.Where(reading => !readings.IsExplained(reading.Figure))
                .Select(reading => (Reading: reading, Level: Exceeded(readings, reading)))
                .Where(pair => pair.Level is not null)
                .Select(pair => (pair.Reading, pair.Level!.Value)),
        ];
        foreach (var (reading, _) in off.SkipLast(1))
        {
            yield return (reading.Figure, null);
        }

        if (off is [.., var (last, level)])
        {
            yield return (last.Figure, Finding.Warning(last.Figure, last.Column,
                $"{readings.Print(last.Value)} in {last.Period} is {Times(last.Value, level)} the {(readings.IsKpi ? "target" : "limit")} of {readings.Print(level)}"
                + (off.Length > 1 ? $", and {off.Length - 1} earlier figure{(off.Length == 2 ? " is" : "s are")} as far off" : "")
                + ": is one of them in another unit, or for another span of time? If both are right, say so in the note."));
        }
    }

    private static decimal? Exceeded(Readings readings, Reading reading)
    {
        var levels = readings.LevelsOf(reading);
        if (levels?.Target is { } target)
        {
            var least = target.Polarity == Polarity.LowerIsBetter ? Beyond * Beyond : Beyond;
            return IsBeyond(reading.Value, target.Level, Beyond) || IsBeyond(target.Level, reading.Value, least) ? target.Level : null;
        }

        return levels?.Range is not { } range ? null
            : range.Upper is { } upper && IsBeyond(reading.Value, upper, Beyond) ? upper
            : range.Lower is { } lower && IsBeyond(lower, reading.Value, Beyond) ? lower
            : null;
    }

    private static bool IsBeyond(decimal large, decimal small, decimal times) =>
        small != 0 && Math.Sign(large) == Math.Sign(small) && Math.Abs(large) / times > Math.Abs(small);

    /// <summary>Ten times the figure before or more, or a tenth of it, and not merely back to what is usual.</summary>
    private static bool IsTenfold(Readings readings, int i)
    {
        var (before, now) = (readings.All[i - 1].Value, readings.All[i].Value);
        if (!(IsBeyond(now, before, Beyond) || IsBeyond(before, now, Beyond) || Math.Abs(now) == Beyond * Math.Abs(before))
            || Math.Max(Math.Abs(now), Math.Abs(before)) < 5 * Beyond || before == 0)
        {
            return false;
        }

        var usual = Readings.Median(readings.All.Where((_, other) => other != i).Select(reading => reading.Value));
        return IsBeyond(now, usual, Beyond / 2) || IsBeyond(usual, now, Beyond / 2);
    }

    /// <summary>"37 times", "one 12th of"; beyond a million nobody counts, and dividing might not end.</summary>
    private static string Times(decimal value, decimal of)
    {
        var (large, small) = (Math.Max(Math.Abs(value), Math.Abs(of)), Math.Min(Math.Abs(value), Math.Abs(of)));
        var isMore = Math.Abs(value) >= Math.Abs(of);
        if (large / Uncounted > small)
        {
            return isMore ? $"more than {Uncounted:N0} times" : $"less than one {Uncounted:N0}th of";
        }

        var times = Unit.Round(large / small, 0);
        return isMore ? $"{times:N0} times" : $"one {times:N0}th of";
    }
}
