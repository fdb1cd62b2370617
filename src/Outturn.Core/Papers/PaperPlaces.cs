using Outturn.Core.Dashboards;
using Outturn.Core.Review;

namespace Outturn.Core.Papers;

/// <summary>A place in a paper where a paragraph of the analyst's own can stand.</summary>
/// <param name="Place">As texts are kept by it: service-finance.</param>
/// <param name="Where">In words: "under the heading Finance".</param>
public sealed record PaperPlace(string Place, string Where);

/// <summary>The places of a paper, in its order.</summary>
public static class PaperPlaces
{
    /// <summary>Of a dashboard's paper, or of a named report.</summary>
    public static IReadOnlyList<PaperPlace> Of(Dashboard dashboard) =>
    [
        new(TextPlace.Introduction, "after the introduction"),
        new(TextPlace.Performance, "after the counts of ratings"),
        .. dashboard.Proposals.Count > 0 ? [new PaperPlace(TextPlace.Proposals, "before next year's proposals")] : Array.Empty<PaperPlace>(),
        new(TextPlace.Dashboard, "at the top of the dashboard"),
        .. dashboard.Services.Select(service => new PaperPlace(TextPlace.Of(service.Service), $"under the heading {service.Service.Name}")),
    ];

    /// <summary>Of the paper of a year's review.</summary>
    public static IReadOnlyList<PaperPlace> Of(AnnualReview review) =>
    [
        new(TextPlace.OfReview(review.Year, TextPlace.Emphasis), "on what attention was drawn to"),
        new(TextPlace.OfReview(review.Year, TextPlace.Outcomes), "on the outcomes framework, a section of its own"),
        new(TextPlace.OfReview(review.Year, TextPlace.ToNote), "on what the committee is asked to note, as the end of a sentence"),
        .. review.Services.Select(service => new PaperPlace(TextPlace.OfReview(review.Year, service.Service), $"on why the indicators of {service.Service.Name} were chosen")),
    ];

    /// <summary>Where a text stands in a dashboard's paper, in words.</summary>
    internal static string Where(Dashboard dashboard, string place) => Of(dashboard).FirstOrDefault(known => known.Place == place)?.Where ?? $"\"{place}\"";
}
