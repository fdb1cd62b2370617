using Outturn.Core.Dashboards;
using Outturn.Core.Ratings;

namespace Outturn.Core.Papers;

/// <summary>The sentences that count ratings, right for none, one, several and all (RULES 8).</summary>
public static class RatingSentences
{
    /// <summary>More names than this are listed one a line: in a sentence nobody would find the end of it.</summary>
    private const int MostInSentence = 3;

    /// <summary>"Of the 25 KPIs, 21 achieved or passed their target (Green), …: Freedom of Information …". The same counts as the body.</summary>
    public static IReadOnlyList<ReportParagraph> Summary(Dashboard dashboard)
    {
        var (counts, reds) = (dashboard.Counts, dashboard.Rated(RagRating.Red));
        if (counts.Total == 0)
        {
            return dashboard.Activities.Any() ? [new($"The dashboard has no KPIs. {ActivitySentences.Summary(dashboard)}")] : [new("The dashboard has no KPIs.")];
        }

        if (counts.Rated == 0)
        {
            return [Unrated(counts.Total switch { 1 => "The only KPI could not be rated", 2 => "Neither of the two KPIs could be rated", _ => $"None of the {counts.Total} KPIs could be rated" }, dashboard)];
        }

        (string Clause, int Count)[] clauses =
        [
            (Green(counts.Green) + " (Green)", counts.Green),
            (Amber(counts.Amber, dashboard.Council) + " (Amber)", counts.Amber),
            (Red(counts.Red, dashboard.Council) + " (Red)", counts.Red),
        ];
        var said = clauses.Where(clause => clause.Count > 0).ToList();
        var sentence = said.Count > 1 || counts.NotRated > 0 ? $"Of the {counts.Total} KPIs, {Words.List(said.Select(clause => $"{clause.Count} {clause.Clause}"))}"
            : counts.Total == 1 ? $"The only KPI {said[0].Clause}"
            : counts.Red > 0 && dashboard.Council.Tolerance is null ? $"{(counts.Total == 2 ? "Neither of the two KPIs" : $"None of the {counts.Total} KPIs")} achieved the floor standard (Red)"
            : $"{(counts.Total == 2 ? "Both" : $"All {counts.Total}")} KPIs {said[0].Clause}";
        List<ReportParagraph> paragraphs = [Named(sentence, [.. reds.Select(kpi => kpi.Indicator.Title)], ifMany: "The KPIs rated Red are:")];
        if (counts.NotRated > 0)
        {
            paragraphs.Add(NotRated(dashboard)!);
        }

        return paragraphs;
    }

    /// <summary>One line per colour and one for not rated, those with nothing included: the list of paragraph 2.4.</summary>
    public static IReadOnlyList<string> Lines(Dashboard dashboard)
    {
        var counts = dashboard.Counts;
        List<string> lines =
        [
            Line(counts.Green, "Green", "the target was achieved or passed") + ";",
            Line(counts.Amber, "Amber", AmberMeans(dashboard.Council)) + ";",
            Line(counts.Red, "Red", RedMeans(dashboard.Council)),
        ];
        lines[^1] += counts.NotRated == 0 ? "." : ";";
        if (counts.NotRated > 0)
        {
            lines.Add($"{counts.NotRated} {Is(counts.NotRated)} not rated, which is not a colour; the reasons are given below.");
        }

        return lines;
    }

    /// <summary>What a colour means is said where a KPI has it: "none is Red: the floor standard was not achieved" would be misread.</summary>
    private static string Line(int count, string colour, string means) => count == 0 ? $"none is {colour}" : $"{count} {Is(count)} {colour}: {means}";

    /// <summary>The KPIs rated Red, by name: "No KPI is rated Red." where there is none; null where nothing is rated.</summary>
    public static ReportParagraph? Reds(Dashboard dashboard)
    {
        string[] reds = [.. dashboard.Rated(RagRating.Red).Select(Name)];
        return reds.Length switch
        {
            0 => dashboard.Counts.Rated == 0 ? null : new("No KPI is rated Red."),
            1 => new($"The KPI rated Red is {reds[0]}."),
            <= MostInSentence => new($"The {Words.Number(reds.Length)} KPIs rated Red are {Words.List(reds)}."),
            _ => new($"The {Words.Number(reds.Length)} KPIs rated Red are:", reds),
        };
    }

    /// <summary>Who is not rated and why, or null when all are.</summary>
    public static ReportParagraph? NotRated(Dashboard dashboard) =>
        dashboard.NotRated is { Count: > 0 and var count }
            ? Unrated($"{Words.Capital(Words.Count(count, "KPI"))} could not be rated", dashboard)
            : null;

    /// <summary>KPIs whose two ratings differ, or null when there is none.</summary>
    public static ReportParagraph? RatedDifferently(Dashboard dashboard)
    {
        string[] kpis = [.. dashboard.RatedDifferently.Select(kpi => $"{kpi.Indicator.Ref} ({kpi.Latest} for {kpi.Period}, {kpi.YearToDate} for the year to date)")];
        return kpis.Length switch
        {
            0 => null,
            1 => new($"One KPI is rated differently for the year to date than for its latest period: {kpis[0]}."),
            _ => new($"{Words.Capital(Words.Number(kpis.Length))} KPIs are rated differently for the year to date than for their latest period: {Words.List(kpis)}."),
        };
    }

    /// <summary>Against the report before: all KPIs, like for like where the set changed, and what moved; null with nothing to compare.</summary>
    public static ReportParagraph? Change(Dashboard dashboard)
    {
        if (CountsChange.Of(dashboard) is not { } change)
        {
            return null;
        }

        var moved = change.Moved.Count == 0
            ? $" No KPI {(change.SetChanged ? "in both reports " : "")}has changed its rating."
            : $" Changed since then: {Words.List(change.Moved.Select(kpi => $"{kpi.Kpi.Indicator.Ref} (from {Word(kpi.Before)} to {Word(kpi.Now)})"))}.";
        return new(Compared(dashboard, change) + moved);
    }

    /// <summary>The counts of the report before, and like for like where the set changed.</summary>
    /// <param name="change">That of the dashboard.</param>
    public static string Compared(Dashboard dashboard, CountsChange change) =>
        $"In the report before, with results to {Words.MonthYear(dashboard.Before!.DataTo)}, {Short(change.Before)}."
        + (change.SetChanged && change.Shared > 0
            ? $" Of the KPIs now, {Words.Number(change.Shared)} stood in that report: then {Short(change.LikeBefore)}; now {Short(change.LikeNow, isNow: true)}."
            : "");

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

    internal static string Short(RagCounts counts, bool isNow = false)
    {
        List<string> parts = [$"{OrNone(counts.Green)} {(isNow ? Is(counts.Green) : Was(counts.Green))} Green", $"{OrNone(counts.Amber)} Amber", $"{OrNone(counts.Red)} Red"];
        if (counts.NotRated > 0)
        {
            parts.Add($"{counts.NotRated} not rated");
        }

        return Words.List(parts);
    }

    private static string Their(int count) => count == 1 ? "its" : "their";

    private static string OrNone(int count) => count == 0 ? "none" : $"{count}";

    private static string Was(int count) => count <= 1 ? "was" : "were";

    private static string Word(Rating rating) => rating.Colour?.ToString() ?? "not rated";

    private static string Is(int count) => count <= 1 ? "is" : "are";

    /// <summary>The sentence with the names behind it; with many, the names one a line below.</summary>
    private static ReportParagraph Named(string sentence, IReadOnlyList<string> names, string ifMany) => names.Count switch
    {
        0 => new($"{sentence}."),
        <= MostInSentence => new($"{sentence}: {Words.List(names)}."),
        _ => new($"{sentence}. {ifMany}", names),
    };

    private static ReportParagraph Unrated(string sentence, Dashboard dashboard)
    {
        var notRated = dashboard.NotRated;
        return notRated.Count > MostInSentence
            ? new($"{sentence}:", [.. notRated.Select(kpi => $"{Name(kpi)}, {dashboard.RatingOf(kpi).WhyNot!.Value.InProse(1)}")])
            : new($"{sentence}: " + Words.List(notRated
                .GroupBy(kpi => dashboard.RatingOf(kpi).WhyNot!.Value)
                .OrderBy(group => group.Key)
                .Select(group => $"{Words.List(group.Select(Name))}, {group.Key.InProse(group.Count())}")) + ".");
    }
}
