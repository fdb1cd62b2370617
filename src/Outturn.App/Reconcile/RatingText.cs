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
