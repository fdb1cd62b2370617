using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;

namespace Outturn.App.Registers.Checks;

/// <summary>Wholes that the parts of their directorates do not make up (RULES 11: 627 and 40, not 687).</summary>
internal static class BreakdownChecks
{
    public static IEnumerable<Finding> Of(IReadOnlyList<Readings> all)
    {
        var parts = all.Where(readings => readings.Indicator.PartOf is not null).ToLookup(readings => readings.Indicator.PartOf!);
        return all.Where(readings => parts.Contains(readings.Ref)).SelectMany(whole => OfWhole(whole, [.. parts[whole.Ref]]));
    }

    private static IEnumerable<Finding> OfWhole(Readings whole, Readings[] parts)
    {
        Dictionary<Period, Observation>[] given =
            [.. parts.Select(part => part.History.Figures.ToDictionary(figure => figure.Period, figure => figure.Observation))];
        (Figure Figure, PartsDifference Difference)[] differing =
        [
            .. from figure in whole.History.Figures
               where !whole.IsExplained(figure)
               let those = given.Zip(parts).Where(pair => pair.Second.Indicator.CountedIn(figure.Period)).Select(pair => pair.First.TryGetValue(figure.Period, out var part) ? part : default).ToList()
               let difference = Breakdown.Difference(whole.Definition, figure.Observation, those)
               where difference is not null
               select (figure, difference.Value),
        ];
        if (differing.Length == 0)
        {
            yield break;
        }

        var (last, found) = differing[^1];
        string Print(decimal amount) => found.What == "value" ? whole.Print(amount) : amount.ToString();
        var missing = found.Whole - found.Parts;
        yield return Finding.Warning(last, found.What,
            $"The {found.What} of {whole.Ref} for {last.Period} is {Print(found.Whole)}, and its parts ({string.Join(", ", parts.Select(part => part.Ref))}) make {Print(found.Parts)}: "
            + $"{Print(Math.Abs(missing))} too {(missing > 0 ? "few" : "many")}"
            + (differing.Length > 1 ? $" ({differing.Length} periods differ)" : "") + ". Correct the one that is wrong, or say in the note why they differ.");
    }
}
