using Outturn.Core.Indicators;
using Outturn.Core.National;

namespace Outturn.Core.Outcomes;

/// <summary>An indicator that may stand for a metric, by the words they share: for somebody to look at, never applied unasked.</summary>
/// <param name="Likeness">0 to 1: the share of their telling words that both have, with half a tenth for the same unit.</param>
/// <param name="Shared">The words.</param>
public sealed record Suggestion(Metric Metric, Indicator Indicator, double Likeness, IReadOnlyList<string> Shared)
{
    private const double Fewest = 0.2;
    private const double ForUnit = 0.05;
    private const int ShortWord = 3;

    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal)
    {
        "percentage", "proportion", "number", "rate", "total", "share", "people", "person", "council", "local", "authority", "area", "within", "their", "from", "with", "that", "which", "have", "been", "were", "than",
        "data", "average", "year", "years", "month", "months", "quarter", "other", "more", "those", "this", "into", "under", "over", "they", "made", "each", "days", "based", "including",
    };

    /// <summary>The likeliest first, at most so many for each metric.</summary>
    public static IReadOnlyList<Suggestion> For(FrameworkEdition framework, IEnumerable<Indicator> indicators, int most = 3)
    {
        var known = indicators.Select(indicator => (Indicator: indicator, Title: WordsOf(indicator.Title), Words: WordsOf($"{indicator.Title} {indicator.Meaning}"))).ToList();
        return
        [
            .. framework.Metrics.SelectMany(metric =>
            {
                var words = WordsOf(metric.Title);
                return known.Select(pair => Of(metric, words, pair.Indicator, pair.Title, pair.Words)).OfType<Suggestion>().OrderByDescending(suggestion => suggestion.Likeness).ThenBy(suggestion => suggestion.Indicator.Ref, StringComparer.Ordinal).Take(most);
            }),
        ];
    }

    private static Suggestion? Of(Metric metric, HashSet<string> words, Indicator indicator, HashSet<string> title, HashSet<string> all)
    {
        string[] shared = [.. words.Where(all.Contains).Order(StringComparer.Ordinal)];
        var likeness = words.Count == 0 || title.Count == 0 ? 0 : (shared.Length / (double)words.Count * 0.5) + (words.Count(title.Contains) / (double)Math.Min(words.Count, title.Count) * 0.45);
        likeness += metric.Unit is { } unit && unit == indicator.Definition.Unit.Name ? ForUnit : 0;
        return shared.Length >= 2 && likeness >= Fewest ? new Suggestion(metric, indicator, Math.Min(1, likeness), shared) : null;
    }

    /// <summary>Small letters, plurals as singulars, and without the words that every metric has.</summary>
    private static HashSet<string> WordsOf(string text) =>
    [
        .. new string([.. text.ToLowerInvariant().Select(letter => char.IsLetter(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length > ShortWord && !Empty.Contains(word))
            .Select(word => word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y" : word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word),
    ];
}
