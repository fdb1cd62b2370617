using Outturn.Core.Indicators;

namespace Outturn.Public.Site;

/// <summary>Which indicators somebody asks for.</summary>
internal static class IndicatorFilter
{
    public static readonly IReadOnlyList<string> Kinds = ["kpi", "activity"];

    /// <summary>Why that cannot be asked for: a rating or a kind that there is none of; null where it can.</summary>
    public static string? Refusal(string? rating, string? kind) => OneOf("rating", rating, PublicIndicator.Ratings) ?? OneOf("kind", kind, Kinds);

    /// <summary>Every word of <paramref name="words"/> begins a word of its ref, title, meaning, service or reports; the rest is as given, or blank for any.</summary>
    public static IEnumerable<PublicIndicator> Apply(PublicSite site, string? words, string? service, string? report, string? rating, string? kind)
    {
        var asked = SearchWords.Of(words);
        return site.Indicators.Where(indicator =>
            (string.IsNullOrWhiteSpace(words) || asked.AreIn(indicator.Ref, indicator.Shown.Title, indicator.Shown.Meaning, indicator.Shown.Service, string.Join(' ', indicator.Groups)))
            && IsBlankOr(service, indicator.Shown.Service) && (string.IsNullOrWhiteSpace(report) || indicator.Groups.Any(group => IsBlankOr(report, group)))
            && IsBlankOr(rating, indicator.Shown.Rating) && IsBlankOr(kind, indicator.Shown.Kind));
    }

    private static string? OneOf(string name, string? asked, IReadOnlyList<string> known) =>
        string.IsNullOrWhiteSpace(asked) || known.Any(value => IsBlankOr(asked, value)) ? null : $"{name} is one of {string.Join(", ", known)}, not \"{asked}\".";

    public static bool IsBlankOr(string? asked, string? known) => string.IsNullOrWhiteSpace(asked) || asked.Trim().Equals(known, StringComparison.OrdinalIgnoreCase);
}
