using Outturn.Core.Dashboards;
using Outturn.Core.Ratings;

namespace Outturn.Core.Papers;

/// <summary>The sentences that count ratings, right for none, one, several and all (RULES 8).</summary>
public static class RatingSentences
{
    /// <summary>"Of the 25 KPIs, 21 achieved or passed their target (Green), … : Freedom of Information …". The same counts as the body.</summary>
    public static string Summary(Dashboard dashboard)
    {
        var counts = dashboard.Counts;
        if (counts.Total == 0)
        {
            return "The dashboard has no KPIs.";
        }

        if (counts.Rated == 0)
        {
            var none = counts.Total == 1 ? "The only KPI could not be rated" : $"None of the {counts.Total} KPIs could be rated";
            return $"{none}: {Reasons(dashboard.NotRated, dashboard)}.";
        }

        (string Clause, int Count, RagRating? Colour)[] clauses =
        [
            (Green(counts.Green) + " (Green)", counts.Green, RagRating.Green),
            (Amber(counts.Amber, dashboard.Council) + " (Amber)", counts.Amber, RagRating.Amber),
            (Red(counts.Red, dashboard.Council) + " (Red)", counts.Red, RagRating.Red),
        ];
        var said = clauses.Where(clause => clause.Count > 0).ToList();
        var reds = counts.Red == 0 ? "" : $": {Words.List(dashboard.Rated(RagRating.Red).Select(kpi => kpi.Indicator.Title))}";
        var notRated = counts.NotRated == 0 ? "" : $" {NotRated(dashboard)}";
        var oneColour = said.Count == 1 && counts.NotRated == 0;
        var sentence = oneColour
            ? counts.Total == 1 ? $"The only KPI {said[0].Clause}" : $"{(counts.Total == 2 ? "Both" : $"All {counts.Total}")} KPIs {said[0].Clause}"
            : $"Of the {counts.Total} KPIs, {Words.List(said.Select(clause => $"{clause.Count} {clause.Clause}"))}";
        return $"{sentence}{reds}.{notRated}";
    }

    /// <summary>One line per colour and one for not rated, those with nothing included: the list of paragraph 2.4.</summary>
    public static IReadOnlyList<string> Lines(Dashboard dashboard)
    {
        var counts = dashboard.Counts;
        List<string> lines =
        [
            $"{counts.Green} {Is(counts.Green)} Green: the target was achieved or passed;",
            $"{counts.Amber} {Is(counts.Amber)} Amber: {AmberMeans(dashboard.Council)};",
            $"{counts.Red} {Is(counts.Red)} Red: {RedMeans(dashboard.Council)}",
        ];
        lines[^1] += counts.NotRated == 0 ? "." : ";";
        if (counts.NotRated > 0)
        {
            lines.Add($"{counts.NotRated} {Is(counts.NotRated)} not rated, which is not a colour; the reasons are given below.");
        }

        return lines;
    }

    /// <summary>The KPIs rated Red, by name: "No KPI is rated Red." where there is none.</summary>
    public static string Reds(Dashboard dashboard)
    {
        var reds = dashboard.Rated(RagRating.Red);
        return reds.Count switch
        {
            0 => dashboard.Counts.Rated == 0 ? "" : "No KPI is rated Red.",
            1 => $"The KPI rated Red is {Name(reds[0])}.",
            _ => $"The {Words.Number(reds.Count)} KPIs rated Red are {Words.List(reds.Select(Name))}.",
        };
    }

    /// <summary>Who is not rated and why, or "" when all are.</summary>
    public static string NotRated(Dashboard dashboard)
    {
        var notRated = dashboard.NotRated;
        return notRated.Count == 0 ? "" : $"{Words.Capital(Words.Count(notRated.Count, "KPI"))} could not be rated: {Reasons(notRated, dashboard)}.";
    }

    /// <summary>KPIs whose two ratings differ, or "" when there is none.</summary>
    public static string RatedDifferently(Dashboard dashboard)
    {
        var kpis = dashboard.RatedDifferently;
        var named = Words.List(kpis.Select(kpi => $"{kpi.Indicator.Ref} ({kpi.Latest} for {kpi.Period}, {kpi.YearToDate} for the year to date)"));
        return kpis.Count switch
        {
            0 => "",
            1 => $"One KPI has another rating for the year to date than for its latest period: {named}.",
            _ => $"{Words.Capital(Words.Number(kpis.Count))} KPIs have another rating for the year to date than for their latest period: {named}.",
        };
    }

    /// <summary>Against the report before: all KPIs, like for like where the set changed, and what moved; "" with nothing to compare.</summary>
    public static string Change(Dashboard dashboard)
    {
        if (CountsChange.Of(dashboard) is not { } change || dashboard.Before is not { } before)
        {
            return "";
        }

        var when = $"In the report before, with results to {Words.MonthYear(before.DataTo)}, {Short(change.Before)}";
        var like = change.SetChanged && change.Shared > 0
            ? $" Of the KPIs now, {Words.Number(change.Shared)} stood in that report: then {Short(change.LikeBefore)}; now {Short(change.LikeNow, isNow: true)}."
            : "";
        var moved = change.Moved.Count == 0
            ? $" No KPI {(change.SetChanged ? "in both reports " : "")}has changed its rating."
            : $" Changed since then: {Words.List(change.Moved.Select(kpi => $"{kpi.Kpi.Indicator.Ref} (from {Word(kpi.Before)} to {Word(kpi.Now)})"))}.";
        return $"{when}.{like}{moved}";
    }

    internal static string AmberMeans(Council council) => council.Tolerance is { } rule
        ? $"the target was missed by no more than {rule.Percent}% of it, or the floor standard was held where one is set"
        : "the floor standard was achieved or passed, the target was not";

    internal static string RedMeans(Council council) => council.Tolerance is { } rule
        ? $"the target was missed by more than {rule.Percent}% of it, or the floor standard was not achieved where one is set"
        : "the floor standard was not achieved";

    private static string Name(DashboardIndicator kpi) => $"{kpi.Indicator.Title} ({kpi.Indicator.Ref})";

    private static string Green(int count) => $"achieved or passed {Their(count)} target";

    private static string Amber(int count, Council council) => council.Tolerance is { } rule
        ? $"came within {rule.Percent}% of {Their(count)} target"
        : $"missed {Their(count)} target but held the floor standard";

    private static string Red(int count, Council council) => council.Tolerance is { } rule
        ? $"missed {Their(count)} target by more than {rule.Percent}%"
        : "did not achieve the floor standard";

    private static string Short(RagCounts counts, bool isNow = false)
    {
        List<string> parts = [$"{counts.Green} {(isNow ? Is(counts.Green) : Was(counts.Green))} Green", $"{counts.Amber} Amber", $"{counts.Red} Red"];
        if (counts.NotRated > 0)
        {
            parts.Add($"{counts.NotRated} not rated");
        }

        return Words.List(parts);
    }

    private static string Their(int count) => count == 1 ? "its" : "their";

    private static string Was(int count) => count == 1 ? "was" : "were";

    private static string Word(Rating rating) => rating.Colour?.ToString() ?? "not rated";

    private static string Is(int count) => count == 1 ? "is" : "are";

    private static string Reasons(IReadOnlyList<DashboardIndicator> kpis, Dashboard dashboard) =>
        Words.List(kpis
            .GroupBy(kpi => dashboard.RatingOf(kpi).WhyNot!.Value)
            .OrderBy(group => group.Key)
            .Select(group => $"{Words.List(group.Select(kpi => $"{kpi.Indicator.Title} ({kpi.Indicator.Ref})"))}, {group.Key.InProse(group.Count())}"));
}
