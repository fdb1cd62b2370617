using System.Globalization;

namespace Outturn.Core.Indicators;

/// <summary>What an indicator is counted in: percentages, rates, pounds, or anything a council names (days, number, tonnes).</summary>
/// <remarks>The one place that rounds figures and turns them into text (half away from zero, for display only; RULES 1).</remarks>
public sealed record Unit
{
    /// <summary>The name by which a plain count goes when a sheet says nothing else.</summary>
    public const string Number = "number";

    /// <summary>Nobody types more decimals than these.</summary>
    private const int MostTyped = 4;

    private const string RatePrefix = "per ";

    /// <summary>Rates are per this many at the most: more could pass every bound.</summary>
    private const decimal LargestRateBase = 1_000_000m;

    private static readonly string[] Fixed = [.. Enumerable.Range(0, 29).Select(decimals => "F" + decimals)];

    public Unit(string name)
    {
        Name = string.IsNullOrWhiteSpace(name) ? Number : name.Trim();
        var rateBase = RateBase(Name);
        Multiplier = IsPercentage ? 100m : rateBase ?? 1m;
        IsRatio = IsPercentage || rateBase is not null;
    }

    public string Name { get; }

    /// <summary>What numerator ÷ denominator is multiplied by: 100 for %, N for "per N", else 1.</summary>
    public decimal Multiplier { get; }

    public bool IsPercentage => Name == "%";

    /// <summary>Percentages and rates cannot be added up: only counts and amounts can (RULES 1).</summary>
    public bool IsRatio { get; }

    /// <summary>Why a name that says "per" and a number is no rate, or null: taken for a plain unit it would be wrong by that number.</summary>
    public string? Refusal =>
        Name.StartsWith(RatePrefix, StringComparison.OrdinalIgnoreCase) && RateBase(Name) is null && Name[RatePrefix.Length..].TrimStart() is [var first, ..] && !char.IsLetter(first)
            ? $"is no rate: write per and a whole number from 1 to {LargestRateBase:N0}, such as per 1,000."
            : null;

    /// <summary>What should be written for a percentage that does not go by its sign, whose counts are not multiplied by 100; else null.</summary>
    public string? Advice =>
        Name is ['%', _, ..] || Name.StartsWith("percent", StringComparison.OrdinalIgnoreCase) || Name.StartsWith("per cent", StringComparison.OrdinalIgnoreCase)
            ? "is read as a plain unit, not as a percentage: write % if it is one."
            : null;

    /// <summary>Rounds for display, half away from zero.</summary>
    public static decimal Round(decimal value, int decimals) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    /// <summary>The bare figure: no unit, no separator ("1234.50"), as `outturn rate` promises it.</summary>
    public static string Bare(decimal value, int decimals)
    {
        var rounded = Round(value, decimals);
        return (rounded == 0 ? 0m : rounded).ToString(Fixed[decimals], CultureInfo.InvariantCulture);
    }

    /// <summary>The bare figure written as UTF-8 where a million of them would be as many strings; says how many bytes it took.</summary>
    /// <exception cref="ArgumentException">There is no room for it: 64 bytes are enough for any.</exception>
    public static int Bare(decimal value, int decimals, Span<byte> utf8)
    {
        var rounded = Round(value, decimals);
        return (rounded == 0 ? 0m : rounded).TryFormat(utf8, out var written, Fixed[decimals], CultureInfo.InvariantCulture)
            ? written
            : throw new ArgumentException("No room for the figure.", nameof(utf8));
    }

    /// <summary>The figure as papers print it: "94.2%", "£1,234", "1,234".</summary>
    public string Print(decimal value, int decimals)
    {
        var rounded = Round(value, decimals);
        var digits = Math.Abs(rounded).ToString("N" + decimals, CultureInfo.InvariantCulture);
        var sign = rounded < 0 ? "-" : "";
        return Name switch
        {
            "%" => $"{sign}{digits}%",
            ['£', .. var scale] => $"{sign}£{digits}{Scale(scale)}",
            _ => sign + digits,
        };
    }

    /// <summary>A level (target, floor, limit) as it was set: its own decimals, but never fewer than asked for.</summary>
    public string PrintLevel(decimal level, int decimals) => Print(level, Math.Max(decimals, DecimalsOf(level)));

    /// <summary>A figure in a sentence that speaks of it: in full where somebody may have typed it, and rounded where its many decimals say that it was worked out.</summary>
    public string Tell(decimal value, int decimals) => DecimalsOf(value) <= MostTyped ? PrintLevel(value, decimals) : Print(value, Math.Max(decimals, 1));

    /// <summary>A count in a sentence that speaks of it, which has no unit.</summary>
    public static string Tell(decimal count) => Bare(count, DecimalsOf(count) is var own && own <= MostTyped ? own : 1);

    /// <summary>The words that stand beside a figure whose unit is not part of it ("days", "per 1,000"); blank for %, £ and plain numbers.</summary>
    public string Label => Name is "%" or Number || Name.StartsWith('£') ? "" : Name;

    /// <summary>The decimals a value needs to be written in full, trailing zeros apart.</summary>
    public static int DecimalsOf(decimal value)
    {
        var scale = value.Scale;
        while (scale > 0 && Math.Round(value, scale - 1, MidpointRounding.ToZero) == value)
        {
            scale--;
        }

        return scale;
    }

    public override string ToString() => Name;

    /// <summary>£000 and £'000 are thousands: 12 of them print as £12k, never as £12000.</summary>
    private static string Scale(string scale) => scale.Trim() switch
    {
        "000" or "'000" or "’000" or "000s" or "'000s" or "’000s" or "thousand" or "thousands" => "k",
        "million" or "millions" => "m",
        "billion" or "billions" => "bn",
        _ => scale,
    };

    /// <summary>N of "per N", whatever is counted in it ("per 1,000 households").</summary>
    private static decimal? RateBase(string name)
    {
        if (!name.StartsWith(RatePrefix, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var rest = name.AsSpan(RatePrefix.Length).TrimStart();
        var end = rest.IndexOf(' ') is >= 0 and var space ? space : rest.Length;
        var words = rest[end..].TrimStart();
        return decimal.TryParse(rest[..end], NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var per)
            && per is > 0 and <= LargestRateBase
            && (words.IsEmpty || char.IsLetter(words[0]))
                ? per
                : null;
    }
}
