using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;

namespace Outturn.Core.Papers;

/// <summary>The places in a paper where the analyst's own paragraphs stand; a text's file is named after its place.</summary>
public static class TextPlace
{
    /// <summary>After the introduction.</summary>
    public const string Introduction = "introduction";

    /// <summary>After the counts of the performance dashboard section.</summary>
    public const string Performance = "performance";

    /// <summary>At the top of the dashboard itself.</summary>
    public const string Dashboard = "dashboard";

    /// <summary>Before next year's proposals.</summary>
    public const string Proposals = "proposals";

    /// <summary>In the review of a year: what attention was drawn to.</summary>
    public const string Emphasis = "emphasis";

    /// <summary>In the review of a year: what it says of the outcomes framework, a section of its own.</summary>
    public const string Outcomes = "outcomes";

    /// <summary>In the review of a year: what the committee is asked to note, as the end of a sentence.</summary>
    public const string ToNote = "note";

    private const string ReviewPrefix = "review-";

    /// <summary>"review-2026-27-emphasis", "review-2026-27-finance".</summary>
    public static string OfReview(Period year, string place) => $"{ReviewPrefix}{Slug(year.ToString())}-{place}";

    /// <summary>Why a service's indicators were chosen, in the review of a year.</summary>
    public static string OfReview(Period year, Service service) => OfReview(year, Slug(service.Name));

    /// <summary>Whether a text stands in the review of some year.</summary>
    public static bool IsOfReview(string place) =>
        place.StartsWith(ReviewPrefix, StringComparison.Ordinal) && place[ReviewPrefix.Length..].Split('-', 3) is [{ Length: 4 } first, { Length: 2 } last, { Length: > 0 }] && first.All(char.IsAsciiDigit) && last.All(char.IsAsciiDigit);

    private const string BlockPrefix = "block-";

    private const string OnDay = "-on-";

    /// <summary>The standard wording of a block, or one of its others: "block-legal", "block-legal-none".</summary>
    public static string OfBlock(string block, string? wording) => $"{BlockPrefix}{Slug(block)}{(wording is null ? "" : $"-{Slug(wording)}")}";

    /// <summary>The words of a block in the paper for one meeting alone: "block-legal-on-2020-07-29".</summary>
    public static string OfBlock(string block, DateOnly meeting) => $"{BlockPrefix}{Slug(block)}{OnDay}{meeting:yyyy-MM-dd}";

    /// <summary>Whether a text is one of a block's wordings.</summary>
    public static bool IsOfBlock(string place, string block) => OfBlock(block, null) is var own && (place == own || place.StartsWith($"{own}-", StringComparison.Ordinal));

    /// <summary>Whether a text is a standard wording, which is not written beside any figures.</summary>
    public static bool IsStandard(string place) => place.StartsWith(BlockPrefix, StringComparison.Ordinal) && !place.Contains(OnDay, StringComparison.Ordinal);

    public const string ServicePrefix = "service-";

    /// <summary>Under the heading of a service: "service-governance-and-law".</summary>
    public static string Of(Service service) => ServicePrefix + Slug(service.Name);

    /// <summary>A place in the papers of one committee alone: "housing-panel/performance".</summary>
    public static string For(Committee committee, string place) => $"{Slug(committee.ShortName)}/{place}";

    /// <summary>Small letters and digits with single hyphens between: "Finance, Revs and Bens" is finance-revs-and-bens.</summary>
    public static string Slug(string name) =>
        string.Join('-', new string([.. name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
