using Outturn.Core.Indicators;

namespace Outturn.App.Registers.Checks;

/// <summary>Parts that do not make up their whole: within one figure's remark, and between indicators that count the same thing.</summary>
internal static class WholeChecks
{
    private const int FewestToLearnFrom = 3;

    public static IEnumerable<Finding> OfRemarks(Readings readings)
    {
        foreach (var figure in readings.History.Figures)
        {
            var parts = NoteParts.Of(figure.Note);
            if (parts.Count >= 2 && Unaccounted(parts, figure.Observation.Counts?.Denominator) is { } sum)
            {
                yield return Finding.Warning(figure, "note", $"The note's parts do not make up the whole: {sum}. Find the rest, or correct the note or the counts.");
            }
        }
    }

    /// <summary>What several indicators of one service count under one name must be one number.</summary>
    public static IEnumerable<Finding> Between(IReadOnlyList<Readings> all)
    {
        var counted = all.SelectMany(Counted).GroupBy(count => (count.Readings.Indicator.Service, count.Readings.Definition.Frequency, count.What));
        foreach (var same in counted)
        {
            Count[] counts = [.. same];
            for (var i = 1; i < counts.Length; i++)
            {
                if (Differing(counts[0], counts[i]) is { } finding)
                {
                    yield return finding;
                }
            }

            foreach (var finding in Complements([.. counts.Where(count => count.Column == "denominator").Select(count => count.Readings)]))
            {
                yield return finding;
            }
        }
    }

    /// <summary>"627 + 40 = 667, not 687", or null where the parts are not those of the whole, or are all of it.</summary>
    private static string? Unaccounted(IReadOnlyList<decimal> parts, decimal? denominator)
    {
        var whole = denominator ?? (parts.Count > 2 ? parts[0] : null);
        decimal[] rest = [.. whole == parts[0] ? parts.Skip(1) : parts];
        return whole is { } total && rest.Length >= 2 && rest.All(part => part <= total) && rest.Sum() != total
            ? $"{string.Join(" + ", rest)} = {rest.Sum()}, not {total}"
            : null;
    }

    private static IEnumerable<Count> Counted(Readings readings)
    {
        if (readings.Indicator.Denominator is { } denominator)
        {
            yield return new Count(readings, denominator, "denominator", figure => figure.Observation.Counts?.Denominator);
        }

        if (readings.Indicator.Numerator is { } numerator)
        {
            yield return new Count(readings, numerator, "numerator",
                figure => figure.Observation.Counts?.Numerator ?? (readings.Unit.IsRatio ? null : figure.Observation.Typed));
        }
    }

    private static Finding? Differing(Count first, Count second)
    {
        var byPeriod = first.Readings.History.Figures.ToDictionary(figure => figure.Period, first.Of);
        (Figure Figure, decimal Theirs, decimal Ours)[] differing =
        [
            .. second.Readings.History.Figures
                .Where(figure => byPeriod.GetValueOrDefault(figure.Period) is { } theirs && second.Of(figure) is { } ours && theirs != ours)
                .Select(figure => (figure, byPeriod[figure.Period]!.Value, second.Of(figure)!.Value)),
        ];
        if (differing.Length == 0)
        {
            return null;
        }

        var (last, of, ours) = differing[^1];
        return Finding.Warning(last, last.Observation.HasCounts ? second.Column : "value",
            $"{first.Readings.Ref} ({first.Column}) and {second.Readings.Ref} ({second.Column}) both count \"{second.Name}\", "
            + $"and in {last.Period} the one has {of} and the other {ours}"
            + (differing.Length > 1 ? $" ({differing.Length} periods differ)" : "") + ": correct the one that is wrong, or name what each counts.");
    }

    /// <summary>Two indicators that share a denominator and nearly always divide it between them: in time, and late.</summary>
    private static IEnumerable<Finding> Complements(Readings[] sharing)
    {
        for (var i = 0; i < sharing.Length; i++)
        {
            var byPeriod = sharing[i].History.Figures.Where(figure => figure.Observation.HasCounts).ToDictionary(figure => figure.Period);
            for (var j = i + 1; j < sharing.Length; j++)
            {
                (Figure One, Figure Other)[] pairs =
                    [.. sharing[j].History.Figures.Where(figure => figure.Observation.HasCounts && byPeriod.ContainsKey(figure.Period)).Select(figure => (byPeriod[figure.Period], figure))];
                (Figure One, Figure Other)[] broken = [.. pairs.Where(pair => !IsWhole(pair.One, pair.Other))];
                if (pairs.Length - broken.Length < Math.Max(FewestToLearnFrom, pairs.Length * 3 / 4))
                {
                    continue;
                }

                foreach (var (one, other) in broken)
                {
                    var (left, right) = (one.Observation.Counts!.Value, other.Observation.Counts!.Value);
                    yield return Finding.Warning(other, "numerator",
                        $"{sharing[i].Ref} and {sharing[j].Ref} divide their denominator between them in {pairs.Length - broken.Length} of {pairs.Length} periods, and in {other.Period} they do not: "
                        + $"{left.Numerator} + {right.Numerator} = {left.Numerator + right.Numerator}, not {right.Denominator}. Find the rest.");
                }
            }
        }
    }

    private static bool IsWhole(Figure one, Figure other) =>
        one.Observation.Counts is { } left && other.Observation.Counts is { } right && left.Numerator + right.Numerator == right.Denominator;

    /// <summary>One of the counts of an indicator, by the name that the register gives it.</summary>
    private sealed record Count(Readings Readings, string Name, string Column, Func<Figure, decimal?> Of)
    {
        /// <summary>The name without what makes no difference.</summary>
        public string What { get; } = string.Join(' ', Name.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
    }
}
