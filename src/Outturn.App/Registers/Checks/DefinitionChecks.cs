using System.Text.RegularExpressions;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;

namespace Outturn.App.Registers.Checks;

/// <summary>What an indicator's own row says of itself, and whether it agrees.</summary>
internal static partial class DefinitionChecks
{
    private static readonly string[] Numbers =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public static IEnumerable<Finding> Of(Readings readings) =>
        [.. Limits(readings.Indicator), .. Break(readings), .. Counts(readings), .. Successor(readings.Indicator)];

    /// <summary>A title of 30 days over a definition of 15: a changed definition that nobody told the title (RULES 11).</summary>
    private static IEnumerable<Finding> Limits(Indicator indicator)
    {
        string[] title = [.. LimitsIn(indicator.Title)];
        foreach (var (column, text) in new[] { ("definition", indicator.Meaning), ("numerator", indicator.Numerator) })
        {
            string[] own = [.. LimitsIn(text ?? "")];
            if (title.Length > 0 && own.Length > 0 && !own.Intersect(title).Any())
            {
                yield return Finding.Warning(indicator, column,
                    $"The title of {indicator.Ref} says {title[0]} and this says {own[0]}: correct one, and if the definition has changed, write under break_from from which day.");
            }
        }
    }

    private static IEnumerable<string> LimitsIn(string text) => TimeLimit().Matches(text).Select(match =>
    {
        var number = match.Groups["number"].Value.ToLowerInvariant();
        return $"{(Array.IndexOf(Numbers, number) is var known and >= 0 ? known.ToString() : number)} {match.Groups["unit"].Value.ToLowerInvariant().TrimEnd('s')}s";
    });

    private static IEnumerable<Finding> Break(Readings readings)
    {
        var indicator = readings.Indicator;
        if (indicator.DefinitionFrom is { } inForce && indicator.Breaks is [.., var last] && last > inForce)
        {
            yield return Finding.Warning(indicator, "definition_from", $"The definition in force is said to have begun on {inForce:dd/MM/yyyy}, and another began on {last:dd/MM/yyyy} (break_from): write the first day of the one that is in force now.");
        }

        foreach (var finding in indicator.Breaks.SelectMany(day => Break(readings, day)))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> Break(Readings readings, DateOnly day)
    {
        var period = Period.Holding(readings.Definition.Frequency, day);
        var figures = readings.History.Figures;
        if (figures.FirstOrDefault(figure => figure.Period >= period) is { } first && !readings.IsExplained(first)
            && !(readings.Indicator.DefinitionFrom == day && readings.Indicator.DefinitionReason is not null))
        {
            yield return Finding.Warning(first, "note", $"The definition of {readings.Ref} changed on {day:dd/MM/yyyy} (break_from) and nothing says how: say it under definition_reason, in the note of {first.Period}, or in a commentary on it.");
        }

        foreach (var figure in figures.Where(figure => figure.PreviousGiven is not null && figure.Period >= period && figure.Period.AYearBefore < period))
        {
            yield return Finding.Warning(figure, "previous_given",
                $"The figure of a year before was counted by another definition, which changed on {day:dd/MM/yyyy}: leave it out, or recount it and say so in the note.");
        }
    }

    /// <summary>A ratio to date needs counts in every period.</summary>
    private static IEnumerable<Finding> Counts(Readings readings)
    {
        if (readings.Definition is { RollUp: RollUp.Ratio } && readings.All.LastOrDefault(reading => !reading.Figure.Observation.HasCounts) is { Figure: { } figure }
            && figure.Period.FirstOfYear == readings.Last!.Value.Period.FirstOfYear)
        {
            yield return Finding.Warning(figure, "numerator",
                $"The year to date of {readings.Ref} is a ratio and {figure.Period} has no numerator and denominator, so it is not rated (No counts): give them, or choose another roll_up.");
        }
    }

    private static IEnumerable<Finding> Successor(Indicator indicator)
    {
        if (indicator.ReplacedBy is { } successor && (indicator.Until is null || successor == indicator.Ref))
        {
            yield return Finding.Warning(indicator, successor == indicator.Ref ? "replaced_by" : "until", successor == indicator.Ref
                ? $"{indicator.Ref} replaces itself."
                : $"{indicator.Ref} is replaced by {successor} and still counted: write its last day under until.");
        }
    }

    [GeneratedRegex(@"\b(?:within|in|under|over|inside|at least)\s+(?<number>\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(?:clear\s+|calendar\s+)?(?<unit>(?:working\s+)?(?:days?|hours?|weeks?|minutes?|seconds?|months?))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimeLimit();
}
