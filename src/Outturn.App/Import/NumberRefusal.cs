using System.Text.RegularExpressions;

namespace Outturn.App.Import;

/// <summary>Why a text is not a number, and what to write instead.</summary>
internal static partial class NumberRefusal
{
    private const string Markers = "write [x] if the figure is not available, [z] if it does not apply, or leave the cell blank while it is awaited.";

    private static readonly HashSet<string> Wordings = new(StringComparer.OrdinalIgnoreCase)
    {
        "-", "--", "–", "—", "−", ".", "..", "...", "…", "?", "*", "x", "n/a", "n.a.", "na", "n/k", "nk", "not available", "not applicable", "not known",
        "unknown", "tbc", "tba", "tbd", "to follow", "pending", "awaited", "awaiting data", "null", "nan", "none", "no data", "missing",
        "#n/a", "#ref!", "#value!", "#div/0!", "#name?", "#num!", "#null!", "#spill!", "#calc!", "error",
    };

    /// <param name="typed">Not blank, and not a number.</param>
    public static string Of(string typed, string unitName)
    {
        var quoted = Quoted.Text(typed);
        if (Wordings.Contains(typed))
        {
            return $"{quoted} is not a number: {Markers}";
        }

        if (typed.Equals("nil", StringComparison.OrdinalIgnoreCase) || typed.Equals("zero", StringComparison.OrdinalIgnoreCase))
        {
            return $"{quoted} is not a number: write 0 if nothing was counted, or [x] if the figure is not available.";
        }

        return Percentage(typed, quoted, unitName)
            ?? Scaled(typed, quoted, unitName)
            ?? Pounds(typed, quoted, unitName)
            ?? Commas(typed, quoted)
            ?? Disguised(typed, quoted)
            ?? $"{quoted} is not a number.";
    }

    private static string? Percentage(string typed, string quoted, string unitName) =>
        typed is [.. var number, '%'] && unitName != "%" && !NumberText.Parse(number).IsBlank && NumberText.Parse(number).Refusal is null
            ? $"{quoted} is a percentage, but the unit is {unitName}: write the figure in that unit."
            : null;

    /// <summary>£3k, 1.2m, 4 million.</summary>
    private static string? Scaled(string typed, string quoted, string unitName)
    {
        if (Scale().Match(typed) is not { Success: true } match
            || NumberText.Parse(match.Groups["number"].Value).Value is not { } number
            || Math.Abs(number) >= 1_000_000m)
        {
            return null;
        }

        var written = char.ToLowerInvariant(match.Groups["scale"].Value[0]) switch
        {
            'k' or 't' => number * 1_000m,
            'm' => number * 1_000_000m,
            _ => number * 1_000_000_000m,
        };
        var counted = unitName.ToLowerInvariant() switch
        {
            "£k" or "£000" or "£000s" or "£'000" or "£thousand" => written / 1_000m,
            "£m" or "£million" => written / 1_000_000m,
            "£bn" or "£billion" => written / 1_000_000_000m,
            _ => written,
        };
        return $"{quoted} is not a number: write {Write(counted)}.";
    }

    private static string? Pounds(string typed, string quoted, string unitName) =>
        typed.Contains('£') && !unitName.StartsWith('£') && NumberText.Parse(typed, "£").Value is { } amount
            ? $"{quoted} is an amount in pounds, but the unit is {unitName}: write {Write(amount)} if that is what it counts."
            : null;

    private static string? Commas(string typed, string quoted)
    {
        if (OneComma().Match(typed) is { Success: true } match)
        {
            var (before, after) = (match.Groups["before"].Value, match.Groups["after"].Value);
            return $"{quoted} could be {before}.{after} or {before}{after}: write the one that is meant.";
        }

        if (Continental().Match(typed) is { Success: true } other)
        {
            return $"{quoted} has its points and its comma the other way round: write {other.Groups["before"].Value.Replace(".", "")}.{other.Groups["after"].Value} if that is meant.";
        }

        return typed.Contains(',') && typed.IndexOf('.') is var point && (point < 0 || point > typed.LastIndexOf(',')) && NumberText.Parse(typed.Replace(",", "")).Value is { } number
            ? $"{quoted} has commas that do not separate thousands: write {Write(number)} if that is meant."
            : null;
    }

    /// <summary>Numbers in another dress: (5), –5, 5-, 1 234, 1.5E+05, 94.2*, 12 days.</summary>
    private static string? Disguised(string typed, string quoted)
    {
        if (typed is ['(', .. var inner, ')'] && NumberText.Parse(inner).Value is { } bracketed)
        {
            return $"{quoted} is not a number: write {Write(-bracketed)} if it is negative.";
        }

        if (typed is ['–' or '—', .. var dashed] && NumberText.Parse(dashed).Value is { } below)
        {
            return $"{quoted} is not a number: write {Write(-below)} if it is negative.";
        }

        if (Exponent().IsMatch(typed))
        {
            return $"{quoted} is written with an exponent, and may have lost digits: write the number in full.";
        }

        if (typed.Any(char.IsWhiteSpace) && NumberText.Parse(string.Concat(typed.Where(c => !char.IsWhiteSpace(c)))).Value is { } spaced)
        {
            return $"{quoted} has a space in it: write {Write(spaced)} if it is one number.";
        }

        if (typed is ['<' or '>' or '~' or '≈' or '≤' or '≥', ..])
        {
            return $"{quoted} is not a number: write the figure, or [c] if it must not be shown.";
        }

        return WordsAfter().Match(typed) is { Success: true } worded && NumberText.Parse(worded.Groups["number"].Value).Value is { } first
            ? $"{quoted} is not a number: write {Write(first)}, and put the words in a note."
            : null;
    }

    /// <summary>As it can be typed back: no separators, no zeros that say nothing.</summary>
    private static string Write(decimal number) => number.ToString("0.############################");

    [GeneratedRegex(@"^£?(?<number>[-−+]?[0-9.,]+)\s*(?<scale>k|thousand|m|mn|mln|million|bn|billion)$", RegexOptions.IgnoreCase)]
    private static partial Regex Scale();

    [GeneratedRegex(@"^(?<before>[-−+]?[0-9]+),(?<after>[0-9]+)$")]
    private static partial Regex OneComma();

    /// <summary>Thousands behind points and decimals behind a comma, as on the Continent.</summary>
    [GeneratedRegex(@"^(?<before>[-−+]?[0-9]{1,3}(\.[0-9]{3})+),(?<after>[0-9]+)$")]
    private static partial Regex Continental();

    [GeneratedRegex(@"^[-−+]?[0-9]+(\.[0-9]*)?[eE][-−+]?[0-9]+$")]
    private static partial Regex Exponent();

    [GeneratedRegex(@"^(?<number>[-−+]?[0-9][0-9.,]*)\s*\p{L}[^0-9]*$")]
    private static partial Regex WordsAfter();
}
