using Outturn.Core.Ratings;

namespace Outturn.Core.Dashboards;

/// <summary>A KPI that both reports carry, whose rating is another now.</summary>
public sealed record MovedKpi(DashboardIndicator Kpi, Rating Before, Rating Now);

/// <summary>The counts against the report before: for all KPIs, and like for like where the set has changed (RULES 7).</summary>
/// <param name="LikeBefore">Counts then of the KPIs that both reports carry.</param>
/// <param name="LikeNow">Counts now of the same KPIs.</param>
/// <param name="Shared">How many KPIs both reports carry.</param>
public sealed record CountsChange(
    RagCounts Before, RagCounts Now, RagCounts LikeBefore, RagCounts LikeNow, int Shared, IReadOnlyList<MovedKpi> Moved)
{
    public bool SetChanged => Shared != Before.Total || Shared != Now.Total;

    /// <summary>Null where there was no report before, or it carried no KPI.</summary>
    public static CountsChange? Of(Dashboard dashboard)
    {
        if (dashboard.Before is not { } earlier)
        {
            return null;
        }

        var before = earlier.Kpis.ToDictionary(kpi => kpi.Indicator.Ref, dashboard.RatingOf);
        MovedKpi[] shared =
        [
            .. dashboard.Kpis
                .Where(kpi => before.ContainsKey(kpi.Indicator.Ref))
                .Select(kpi => new MovedKpi(kpi, before[kpi.Indicator.Ref], dashboard.RatingOf(kpi))),
        ];
        return before.Count == 0 ? null : new CountsChange(
            RagCounts.Of(before.Values),
            dashboard.Counts,
            RagCounts.Of(shared.Select(moved => moved.Before)),
            RagCounts.Of(shared.Select(moved => moved.Now)),
            shared.Length,
            [.. shared.Where(moved => moved.Before.Colour != moved.Now.Colour)]);
    }
}
