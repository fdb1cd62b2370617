using System.Globalization;
using System.Text.RegularExpressions;
using Outturn.Core.Indicators;

namespace Outturn.Core.Release;

/// <summary>What a number in a sentence is of.</summary>
internal enum NumberKind
{
    Plain,
    Percentage,
    Pounds,
}

/// <summary>A number that a sentence says.</summary>
/// <param name="Value">In pounds for money, whatever it was written in.</param>
/// <param name="Step">One of the last decimal that was written.</param>
internal readonly record struct SaidNumber(int At, string Text, decimal Value, decimal Step, NumberKind Kind)
{
    /// <summary>Whether a figure, rounded as it was written here, is what is said.</summary>
    public bool Agrees(decimal figure) => Math.Abs(figure - Value) <= Step / 2;
}

/// <summary>Reads numbers out of free text, and leaves dates, years, refs, telephone numbers, ordinals and times alone.</summary>
internal static partial class TextNumbers
{
    /// <summary>A number that stands by itself, with its sign of money or percentage.</summary>
    public const string Value =
        @"(?<![\w£.,:/-])(?<pound>£)?(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:\s?(?<unit>%|per\s?cent\b|k\b|m\b|bn\b|million\b|thousand\b|billion\b))?(?![\w£%]|[.,:/-]\d|\s?(?:st|nd|rd|th|am|pm)\b|\s(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b)";

    private static readonly string[] Words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public const string CountWord = "(?i:no|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";

    public static IEnumerable<SaidNumber> In(string text) => Any().Matches(text).Select(Of).OfType<SaidNumber>();

    /// <summary>The number that was matched; null for a year, a telephone number, and what is too long to be a figure.</summary>
    public static SaidNumber? Of(Match match)
    {
        var (digits, unit, isPounds) = (match.Groups["digits"].Value, match.Groups["unit"].Value, match.Groups["pound"].Success);
        if (digits.Length > 18 || !decimal.TryParse(digits, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var isPlain = !isPounds && unit.Length == 0;
        if (isPlain && !digits.Contains(',') && !digits.Contains('.') && (number is >= 1900 and <= 2100 || (digits.Length > 1 && digits[0] == '0')))
        {
            return null;
        }

        var times = unit.ToLowerInvariant() switch { "k" or "thousand" => 1_000m, "m" or "million" => 1_000_000m, "bn" or "billion" => 1_000_000_000m, _ => 1m };
        var step = times * new decimal(1, 0, 0, false, (byte)(digits.Contains('.') ? digits.Length - digits.IndexOf('.') - 1 : 0));
        var kind = isPounds ? NumberKind.Pounds : unit is "%" || unit.StartsWith("per", StringComparison.OrdinalIgnoreCase) ? NumberKind.Percentage : NumberKind.Plain;
        var written = $"{match.Groups["pound"].Value}{digits}{(unit.Length > 2 ? " " : "")}{unit}";
        return new SaidNumber(match.Groups["digits"].Index, written, number * times, step, kind);
    }

    /// <summary>"three" or "3"; null for another word.</summary>
    public static int? Count(string word) =>
        word.Equals("none", StringComparison.OrdinalIgnoreCase) ? 0
        : Array.FindIndex(Words, known => known.Equals(word, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at ? at
        : int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : null;

    /// <summary>What numbers on an indicator are of, and how much one of its units is in theirs.</summary>
    public static (NumberKind Kind, decimal Times) Of(Unit unit) =>
        unit.IsPercentage ? (NumberKind.Percentage, 1)
        : !unit.Name.StartsWith('£') ? (NumberKind.Plain, 1)
        : (NumberKind.Pounds, unit.Print(1, 0)[^1] switch { 'k' => 1_000m, 'm' => 1_000_000m, 'n' => 1_000_000_000m, _ => 1m });

    [GeneratedRegex(Value, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Any();
}
