using System.Globalization;
using Outturn.Core.Dashboards;
using Outturn.Core.Ratings;

namespace Outturn.Core.Papers;

/// <summary>How many KPIs are improving and worsening by trend, in a sentence that names them (RULES 5).</summary>
public static class DirectionSentences
{
    private static readonly (Direction? Direction, string One, string Many)[] Clauses =
    [
        (Direction.Improving, "is improving", "are improving"),
        (Direction.Worsening, "is worsening", "are worsening"),
        (Direction.Stable, "is stable", "are stable"),
        (Direction.TooFewPoints, "has too few figures for a trend", "have too few figures for a trend"),
        (null, "has no trend for want of a figure", "have no trend for want of a figure"),
    ];

    /// <summary>"By trend, of the 46 KPIs 9 are improving (CS01 …), 6 are worsening (…) and 31 are stable."; null without a KPI.</summary>
    public static string? Trends(Dashboard dashboard)
    {
        var kpis = dashboard.Kpis.ToList();
        var said = Clauses.Select(clause => (Clause: clause, Kpis: kpis.FindAll(kpi => kpi.Rated.Trend?.Direction == clause.Direction))).Where(part => part.Kpis.Count > 0).ToList();
        return kpis.Count == 0 ? null
            : kpis.Count == 1 ? $"By trend, the one KPI {said[0].Clause.One}."
            : said is [var only] ? $"By trend, {(kpis.Count == 2 ? "both" : $"all {kpis.Count}")} KPIs {only.Clause.Many}."
            : $"By trend, of the {kpis.Count} KPIs {Words.List(said.Select(part => $"{part.Kpis.Count} {(part.Kpis.Count == 1 ? part.Clause.One : part.Clause.Many)}{Named(part.Clause.Direction, part.Kpis)}"))}.";
    }

    /// <summary>How sure a slope is, to four decimals: "0.0153"; "&lt;0.0001" for less, blank where there is no trend.</summary>
    public static string P(Trend? trend) =>
        trend?.P is not { } p ? "" : p < 0.00005 ? "<0.0001" : p.ToString("0.0000", CultureInfo.InvariantCulture);

    /// <summary>Those that stay as they are need no names.</summary>
    private static string Named(Direction? direction, IEnumerable<DashboardIndicator> kpis) =>
        direction == Direction.Stable ? "" : $" ({Words.List(kpis.Select(kpi => kpi.Indicator.Ref))})";
}
