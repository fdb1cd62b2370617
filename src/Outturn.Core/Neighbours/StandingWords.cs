using System.Globalization;
using Outturn.Core.Indicators;
using Outturn.Core.Papers;
using Outturn.Core.Targets;

namespace Outturn.Core.Neighbours;

/// <summary>A standing in words: "joint 3rd of 16, best first; median 54.1; second quarter of places".</summary>
public static class StandingWords
{
    /// <summary>What goes with every table that orders places.</summary>
    public const string Caveat =
        "Places are not a league table: councils differ in their people and duties, small differences are often chance, and a place says nothing of why.";

    private static readonly string[] Quarters = ["first", "second", "third", "last"];

    /// <summary>"3rd of 16", "joint 3rd of 16", "3rd highest of 16"; null where there is no value to place.</summary>
    public static string? Place(this Standing standing)
    {
        if (standing.Rank is not { } rank)
        {
            return null;
        }

        var place = standing.Polarity is null ? Highest(rank) : Ordinal(rank);
        return $"{(standing.SharedBy > 1 ? "joint " : "")}{place} of {standing.WithValue}";
    }

    /// <summary>One sentence with everything that goes with a place: value, rank, median, quarter, how many have a value, period and age.</summary>
    public static string Sentence(this Standing standing, Unit unit, int decimals)
    {
        if (standing.Place() is not { } place)
        {
            return $"There is no value for {standing.Period.Words}; {Held(standing)}.";
        }

        List<string> parts = [$"{unit.Print(standing.Value!.Value, decimals)} {standing.Period.When} ({National.FigureAges.Words(standing.Age)})", place + End(standing.Polarity)];
        if (standing.Median is { } median)
        {
            parts.Add($"median {unit.Print(median, decimals)}");
        }

        if (standing.Quartile is { } quartile)
        {
            parts.Add($"in the {Quarters[quartile - 1]} quarter of places");
        }

        parts.Add(Held(standing));
        if (standing.Comparisons.Count > 0)
        {
            int Count(Comparison comparison) => standing.Comparisons.Values.Count(found => found == comparison);
            parts.Add($"by intervals higher than {Count(Comparison.Higher)}, lower than {Count(Comparison.Lower)} and similar to {Count(Comparison.Similar)}");
        }

        return string.Join("; ", parts) + ".";
    }

    /// <summary>For a cell of a table: "68.9% in 2025 (ageing): 6th of 11, the highest first; median 68.9%; second quarter". The caveat and the neighbours are told beside the table.</summary>
    public static string Brief(this Standing standing, Unit unit, int decimals) => standing.Place() is not { } place
        ? $"No value for {standing.Period.Words}"
        : $"{unit.Print(standing.Value!.Value, decimals)} {standing.Period.When} ({National.FigureAges.Words(standing.Age)})"
            + (standing.Among > 1 ? $": {place}{End(standing.Polarity)}" : "")
            + (standing.Median is { } median ? $"; median {unit.Print(median, decimals)}" : "")
            + (standing.Quartile is { } quartile ? $"; {Quarters[quartile - 1]} quarter" : "");

    /// <summary>"1st", "2nd", "3rd", "11th", "21st".</summary>
    public static string Ordinal(int number) => number.ToString(CultureInfo.InvariantCulture) + ((number % 100) is >= 11 and <= 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });

    private static string Highest(int rank) => rank == 1 ? "highest" : $"{Ordinal(rank)} highest";

    private static string End(Polarity? polarity) => polarity switch
    {
        Polarity.HigherIsBetter => ", the highest first",
        Polarity.LowerIsBetter => ", the lowest first",
        _ => "",
    };

    private static string Held(Standing standing) =>
        $"{standing.WithValue} of {standing.Among} have a value"
        + (standing.OfAnotherTier > 0 ? $" ({Words.Count(standing.OfAnotherTier, "member")} of another tier left out)" : "");
}
