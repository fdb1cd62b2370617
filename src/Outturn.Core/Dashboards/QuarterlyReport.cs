using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Release;

namespace Outturn.Core.Dashboards;

/// <summary>A KPI's ratings at the ends of some quarters, oldest first; null for one that did not carry it.</summary>
public sealed record RatingHistory(DashboardIndicator Kpi, IReadOnlyList<Rating?> Ratings)
{
    /// <summary>For how many quarters it has been Red without a break, the last included.</summary>
    public int RedRunning => Ratings.Reverse().TakeWhile(rating => rating?.Colour == RagRating.Red).Count();

    /// <summary>Whether it has been Red in every quarter shown: it may have been so for longer.</summary>
    public bool IsRedThroughout => RedRunning == Ratings.Count;
}

/// <summary>The report across committees on one quarter: its dashboard, how every KPI was rated in the quarters before, and what changed.</summary>
/// <param name="Quarters">Oldest first; the reported one is the last. Fewer than <see cref="QuartersShown"/> where nothing was known before.</param>
/// <param name="Counts">How many KPIs had which rating at the end of each of the quarters, in step with them.</param>
/// <param name="Histories">One for each KPI of the dashboard, in its order.</param>
/// <param name="Changes">Null where nothing was known a quarter before.</param>
public sealed record QuarterlyReport(
    Dashboard Dashboard, IReadOnlyList<Period> Quarters, IReadOnlyList<RagCounts> Counts, IReadOnlyList<RatingHistory> Histories, ReportChanges? Changes)
{
    public const int QuartersShown = 6;

    /// <summary>The quarter that it is on.</summary>
    public Period Quarter => Quarters[^1];

    /// <summary>The KPIs that are Red, with how they were rated before, in the order of the dashboard.</summary>
    public IEnumerable<RatingHistory> Reds => Histories.Where(history => history.Kpi is var kpi && Dashboard.RatingOf(kpi).Colour == RagRating.Red);

    /// <summary>The services of each directorate, in the order of the dashboard; null for services of none.</summary>
    public IEnumerable<IGrouping<string?, ServiceDashboard>> Directorates => Dashboard.Services.GroupBy(service => service.Service.Directorate);

    public RatingHistory HistoryOf(DashboardIndicator kpi) => Histories.Single(history => ReferenceEquals(history.Kpi, kpi));

    /// <summary>A quarter is rated as a report on it would be from the figures known today, by the levels and definitions in force at its end.</summary>
    /// <param name="dashboard">Of a report of kind quarterly, to the end of a quarter, as it may be published; the earlier ones are made so.</param>
    /// <param name="known">The register as it was known when the report before came out; null where that is not kept.</param>
    /// <param name="seen">What a reader may see of the dashboard of each quarter; null for all of it. <paramref name="dashboard"/> is what they may see already.</param>
    /// <exception cref="ArgumentException">The dashboard is of no quarterly report, or does not go to the end of a quarter.</exception>
    public static QuarterlyReport Of(Register register, Dashboard dashboard, Register? known = null, Func<Dashboard, Dashboard>? seen = null)
    {
        if (dashboard is not { IsQuarterly: true, Report: { } report })
        {
            throw new ArgumentException("The dashboard is of no quarterly report.", nameof(dashboard));
        }

        var quarter = Period.EndedBy(Frequency.Quarter, dashboard.DataTo);
        if (quarter.Last != dashboard.DataTo)
        {
            throw new ArgumentException($"{dashboard.DataTo:dd/MM/yyyy} is not the end of a quarter.", nameof(dashboard));
        }

        List<Dashboard> boards = [dashboard];
        for (var board = dashboard.Before; board is not null && boards.Count < QuartersShown && board.Indicators.Any(IsKnown);
            board = Earlier(Period.EndedBy(Frequency.Quarter, board.DataTo).Before.Last))
        {
            boards.Insert(0, board);
        }

        var ratings = boards.ConvertAll(board => board.Kpis.ToDictionary(kpi => kpi.Indicator.Ref, board.RatingOf));
        return new QuarterlyReport(
            dashboard,
            [.. boards.Select(board => Period.EndedBy(Frequency.Quarter, board.DataTo))],
            [.. boards.Select(board => board.Counts)],
            [.. dashboard.Kpis.Select(kpi => new RatingHistory(kpi, [.. ratings.Select(rated => rated.GetValueOrDefault(kpi.Indicator.Ref))]))],
            ReportChanges.Of(dashboard, known));

        Dashboard Earlier(DateOnly dataTo) => Suppression.Of(Dashboard.AtQuarter(register, report, dataTo, null), register) is var whole && seen is not null ? seen(whole) : whole;

        static bool IsKnown(DashboardIndicator indicator) => indicator.Rated.Point.Observation is { IsPresent: true } or { Marker: not Marker.None };
    }
}
