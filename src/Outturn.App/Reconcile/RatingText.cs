using Outturn.Core.Ratings;

namespace Outturn.App.Reconcile;

/// <summary>A rating as papers print it: a word, a letter, a shape, or shape and word.</summary>
public static class RatingText
{
    private static readonly (string Word, RagRating Rating)[] Words =
    [
        ("green", RagRating.Green), ("amber", RagRating.Amber), ("yellow", RagRating.Amber), ("red", RagRating.Red),
        ("on target", RagRating.Green), ("above target", RagRating.Green), ("target achieved", RagRating.Green), ("target met", RagRating.Green),
        ("close to target", RagRating.Amber), ("below floor", RagRating.Red), ("off target", RagRating.Red), ("below target", RagRating.Red),
    ];

    /// <summary>The colour, or null where the text names none, or several.</summary>
    public static RagRating? Read(string text)
    {
        var words = new string([.. text.ToLowerInvariant().Select(c => char.IsLetter(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var plain = $" {string.Join(' ', words)} ";
        var found = Words.Where(word => plain.Contains($" {word.Word} ", StringComparison.Ordinal)).Select(word => word.Rating).Distinct().ToList();
        return found.Count == 1 ? found[0]
            : found.Count > 1 ? null
            : words switch
            {
                ["g"] => RagRating.Green,
                ["a"] or ["y"] => RagRating.Amber,
                ["r"] => RagRating.Red,
                [] => Shape(text),
                _ => null,
            };
    }

    /// <summary>Whether a cell says that there is no rating: blank, "n/a", "not rated: awaited".</summary>
    public static bool SaysNone(string text)
    {
        var words = string.Join(' ', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.All(c => !char.IsLetterOrDigit(c)) && Shape(text) is null
            || words.Contains("not rated", StringComparison.Ordinal)
            || words is "n/a" or "na" or "none" or "no rating" or "grey" or "blank" or "tbc" or "awaited" or "no data" or "no target" or "not applicable" or "not available" or "info only" or "for info only" or "data only" or "not due";
    }

    /// <summary>Above, below or in the expected range; <see cref="RangeVerdict.NoRange"/> where a cell only says that it is not in it.</summary>
    public static RangeVerdict? ReadRange(string text) => text.Trim().ToLowerInvariant() switch
    {
        "in range" or "within range" or "in" or "yes" or "y" or "within" or "as expected" => RangeVerdict.InRange,
        "above" or "above range" or "above expected" or "high" or "higher" => RangeVerdict.Above,
        "below" or "below range" or "below expected" or "low" or "lower" => RangeVerdict.Below,
        "no" or "n" or "outside" or "out of range" or "not in range" => RangeVerdict.NoRange,
        _ => null,
    };

    private static RagRating? Shape(string text)
    {
        RagRating[] found =
        [
            .. text.Contains("🟢") || text.Contains("🟩") ? [RagRating.Green] : Array.Empty<RagRating>(),
            .. text.Contains("🟠") || text.Contains("🟡") || text.Contains("🟧") || text.Contains("🟨") ? [RagRating.Amber] : Array.Empty<RagRating>(),
            .. text.Contains("🔴") || text.Contains("🟥") ? [RagRating.Red] : Array.Empty<RagRating>(),
        ];
        return found.Length == 1 ? found[0] : null;
    }
}
