using Outturn.Reports.Issued;

namespace Outturn.Public.Site;

/// <summary>What is other in a dashboard than in the one before it, as both were published.</summary>
/// <param name="Before">The report before.</param>
/// <param name="Moved">KPIs of both whose rating is another, with what it was; Reds first.</param>
/// <param name="Both">How many KPIs are in both.</param>
/// <param name="New">What only this one has.</param>
/// <param name="Gone">What only the one before has.</param>
internal sealed record PublicChanges(PublicPaper Before, IReadOnlyList<(IssuedIndicator Now, string Was, string Is)> Moved, int Both, IReadOnlyList<IssuedIndicator> New, IReadOnlyList<IssuedIndicator> Gone)
{
    /// <summary>Null where no report of the same committee or name, with figures to an earlier day, is public.</summary>
    public static PublicChanges? Of(PublicPaper paper, PublicGroup group)
    {
        if (paper.Dashboard is not { } now || group.Papers.FirstOrDefault(other => other.Known is { } known && known.DataTo < now.DataTo) is not { Known: { } before } earlier)
        {
            return null;
        }

        var (then, here) = (ByRef(before), ByRef(now));
        var both = here.Where(pair => pair.Value.Kind == "kpi" && then.TryGetValue(pair.Key, out var old) && old.Kind == "kpi").Select(pair => (Now: pair.Value, Was: Rating(then[pair.Key], before), Is: Rating(pair.Value, now))).ToList();
        return new PublicChanges(
            earlier, [.. both.Where(kpi => kpi.Was != kpi.Is).OrderBy(kpi => PublicIndicator.PlaceOf(kpi.Is))], both.Count,
            [.. here.Where(pair => !then.ContainsKey(pair.Key)).Select(pair => pair.Value)], [.. then.Where(pair => !here.ContainsKey(pair.Key)).Select(pair => pair.Value)]);
    }

    private static Dictionary<string, IssuedIndicator> ByRef(IssuedDashboard dashboard) => dashboard.Indicators.ToDictionary(indicator => indicator.Ref, StringComparer.OrdinalIgnoreCase);

    /// <summary>The rating that the council counts.</summary>
    private static string Rating(IssuedIndicator indicator, IssuedDashboard board) =>
        (board.RatingCounted == "latest" ? indicator.Rating : indicator.YearToDateRating) ?? PublicIndicator.Ratings[^1];
}
