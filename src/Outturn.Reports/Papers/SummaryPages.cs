using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Papers;

namespace Outturn.Reports.Papers;

/// <summary>The KPI summary: counts, counts by service, and every KPI with its two ratings.</summary>
internal static class SummaryPages
{
    private static readonly Column[] ByService =
        [new("Service", 5), new("Green", 1, Align.Right), new("Amber", 1, Align.Right), new("Red", 1, Align.Right), new("Not rated", 1, Align.Right), new("KPIs", 1, Align.Right)];

    private static readonly Column[] EveryKpi =
        [new("Service", 5), new("Ref", 2), new("Indicator", 9), new("Latest rating", 4), new("Year-to-date rating", 4)];

    public static IEnumerable<Block> Blocks(Dashboard dashboard, int level)
    {
        if (dashboard.Counts.Total == 0)
        {
            yield break;
        }

        yield return new Heading(level, "KPI summary");
        yield return Counts(dashboard);
        if (dashboard.Services.Count > 1)
        {
            yield return CountsByService(dashboard);
        }

        yield return new Table(
            "KpiSummary", $"All KPIs and their ratings, results to {Words.MonthYear(dashboard.DataTo)}", dashboard.HasYearToDate ? EveryKpi : EveryKpi[..^1],
            [
                .. from service in dashboard.Services
                   from kpi in service.Kpis
                   select (IReadOnlyList<Cell>)
                   [
                       service.Service.Name, kpi.Indicator.Ref, kpi.Indicator.Title, new RatingCell(kpi.Latest),
                       .. dashboard.HasYearToDate ? [new RatingCell(kpi.YearToDate)] : Array.Empty<Cell>(),
                   ],
            ],
            RowHeader: 2, "KPI summary", []);
    }

    public static Table Counts(Dashboard dashboard)
    {
        var which = dashboard.Council.Counted == RatingCounted.Latest ? "latest" : "year-to-date";
        var change = CountsChange.Of(dashboard);
        List<(string Header, RagCounts Counts)> columns = [("This report", dashboard.Counts)];
        if (change is not null)
        {
            columns.Add(($"Report before, to {Words.MonthYear(dashboard.Before!.DataTo)}", change.Before));
            if (change.SetChanged && change.Shared > 0)
            {
                columns.Add(($"This report, the {change.Shared} KPIs in both", change.LikeNow));
                columns.Add(($"Report before, the {change.Shared} KPIs in both", change.LikeBefore));
            }
        }

        IReadOnlyList<Cell> Row(string name, Func<RagCounts, int> count) => [name, .. columns.Select(column => Count(count(column.Counts)))];
        return new Table(
            "KpiCounts", $"Number of KPIs by {which} rating", [new("Rating", 3), .. columns.Select(column => new Column(column.Header, 3, Align.Right))],
            [
                Row("Green", counts => counts.Green),
                Row("Amber", counts => counts.Amber),
                Row("Red", counts => counts.Red),
                Row("Not rated", counts => counts.NotRated),
                Row("All KPIs", counts => counts.Total),
            ],
            RowHeader: 0, "Counts", []);
    }

    private static Table CountsByService(Dashboard dashboard) => CountsBy("Service", dashboard.Services.Select(service => (service.Service.Name, RagCounts.Of(service.Kpis.Select(dashboard.RatingOf)))));

    /// <param name="what">What the counts are by: Service.</param>
    public static Table CountsBy(string what, IEnumerable<(string Name, RagCounts Counts)> parts) => new(
        $"KpiCountsBy{what}", $"Number of KPIs by {what.ToLowerInvariant()} and rating", [ByService[0] with { Header = what }, .. ByService[1..]],
        [
            .. from part in parts
               let counts = part.Counts
               where counts.Total > 0
               select (IReadOnlyList<Cell>)[part.Name, Count(counts.Green), Count(counts.Amber), Count(counts.Red), Count(counts.NotRated), Count(counts.Total)],
        ],
        RowHeader: 0, $"Counts by {what.ToLowerInvariant()}", []);

    public static FigureCell Count(int count) => new(count, 0, new Unit(Unit.Number));
}
