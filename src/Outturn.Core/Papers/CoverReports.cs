using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;

namespace Outturn.Core.Papers;

/// <summary>Writes the cover report from a dashboard and the register it came from.</summary>
public static class CoverReports
{
    /// <param name="known">The register as it was known when the report before came out; null where that is not kept.</param>
    public static CoverReport Of(Dashboard dashboard, Register register, Register? known = null)
    {
        var (committee, meeting) = (dashboard.Committee?.Name ?? dashboard.Council.Name, dashboard.Meeting);
        var area = Area(dashboard);
        var subject = dashboard.Report?.Name
            ?? (area.EndsWith("performance", StringComparison.OrdinalIgnoreCase) ? $"{area} Dashboard" : $"{area} Performance Dashboard");
        var year = dashboard.Year.ToString();
        var recommendation = $"{(dashboard.Committee is null ? "The council" : $"The {committee}")} is asked to NOTE the performance of {area} {(dashboard.IsYearEnd ? $"in {year}" : $"to {Words.MonthYear(dashboard.DataTo)}")}"
            + (dashboard.Proposals.Count > 0 ? $", and the KPIs and targets proposed for {dashboard.Year.Next}." : ".");
        return new CoverReport(
            $"{subject}, {(dashboard.IsYearEnd ? year : Words.MonthYear(dashboard.DataTo))}",
            CoverParts.From(Services(dashboard), register),
            meeting is null ? committee : $"{committee} – {Words.Date(meeting.Date)}",
            subject,
            dashboard.Council.Classification,
            [new(Opening(dashboard, subject)), .. RatingSentences.Summary(dashboard)],
            recommendation,
            [
                new ReportSection("Introduction", [new(Introduction(dashboard)), .. Own(register, TextPlace.Introduction)]),
                new ReportSection("Performance Dashboard", [.. Performance(dashboard, register, ReportChanges.Of(dashboard, known))]),
            ],
            CoverParts.Contacts(register)).InHouseForm(register, dashboard.Committee, dashboard.Report, meeting?.Date);
    }

    private static string Opening(Dashboard dashboard, string subject) =>
        (dashboard.Counts.Total > 0
            ? $"The {subject} compares the results of Key Performance Indicators (KPIs) with the targets set for them. "
            : $"The {subject} sets activity indicators beside the ranges that were expected for them. ")
        + (dashboard.IsYearEnd ? $"This is the year-end report for {dashboard.Year}." : $"This report gives results to {Words.MonthYear(dashboard.DataTo)}.")
        + (dashboard.Proposals.Count > 0 ? $" It also brings the KPIs and targets proposed for {dashboard.Year.Next}." : "");

    private static string Introduction(Dashboard dashboard)
    {
        var which = dashboard.Meeting?.Ordinal is { } ordinal
            ? $"this is the {ordinal} report for the {dashboard.Year} financial year"
            : $"this report is on the {dashboard.Year} financial year";
        return dashboard.Committee is null
            ? $"These indicators are reported through the year, and {which}."
            : $"Part of the committee's role is to review how the functions of the council within its remit perform. Performance dashboards come to it through the year for that purpose, and {which}.";
    }

    private static IEnumerable<ReportParagraph> Performance(Dashboard dashboard, Register register, ReportChanges? since)
    {
        var (counts, kpis, activities) = (dashboard.Counts, dashboard.Counts.Total, dashboard.Activities.Count());
        yield return new($"The dashboard is attached as Appendix 1 and gives {(dashboard.IsYearEnd ? "year-end results" : "results")} to {Words.MonthYear(dashboard.DataTo)}.");
        if (kpis == 0)
        {
            yield return new($"It has {Words.Count(activities, "activity indicator")} and no Key Performance Indicators (KPIs), so nothing in it is rated.");
        }
        else
        {
            yield return new($"It sets the results of {(kpis == 1 ? "one Key Performance Indicator (KPI)" : $"{kpis} Key Performance Indicators (KPIs)")} for {dashboard.Year} beside {(kpis == 1 ? "its target" : "their targets")}."
                + (dashboard.Meeting?.ReviewedOn is { } reviewed ? $" {(kpis == 1 ? "The KPI and its target" : "These KPIs and targets")} came before the committee for comment in {Words.MonthYear(reviewed)}." : "")
                + (activities > 0 ? $" The dashboard also has {Words.Count(activities, "activity indicator")}, which {(activities == 1 ? "gives" : "give")} the KPIs context." : ""));
            yield return new("KPIs carry a RAG rating (Red, Amber or Green) that shows progress against target and floor standard. The guidance notes in Appendix 1 say how ratings are worked out.");
            var which = dashboard.Council.Counted == RatingCounted.Latest ? "latest" : "year-to-date";
            yield return new(kpis == 1 ? $"The {which} rating of the one KPI is:" : $"The {which} ratings of the {kpis} KPIs are:", RatingSentences.Lines(dashboard));
            foreach (var paragraph in new[] { RatingSentences.Reds(dashboard), RatingSentences.NotRated(dashboard), RatingSentences.RatedDifferently(dashboard), RatingSentences.Change(dashboard) })
            {
                if (paragraph is not null)
                {
                    yield return paragraph;
                }
            }
        }

        if (activities > 0)
        {
            yield return new(ActivitySentences.Summary(dashboard));
        }

        if (dashboard.LaterChanges.Count > 0)
        {
            yield return new($"{(dashboard.LaterChanges.Count == 1 ? "One thing has" : $"{Words.Capital(Words.Number(dashboard.LaterChanges.Count))} things have")} changed since the indicators of {dashboard.Year} were adopted:",
                [.. dashboard.LaterChanges.Select(change => $"{change.Ref}: {change.What} ({change.Committee}). {change.Reason}")]);
        }

        if ((SetSentences.Changes(dashboard) ?? (since is null ? null : ChangeSentences.Set(since))) is { } changes)
        {
            yield return changes;
        }

        foreach (var paragraph in since is null ? [] : new[] { ChangeSentences.Levels(since), ChangeSentences.Revised(since) }.OfType<ReportParagraph>())
        {
            yield return paragraph;
        }

        foreach (var own in Own(register, TextPlace.Performance))
        {
            yield return own;
        }

        if (dashboard.Proposals.Count > 0)
        {
            yield return new($"The KPIs and targets proposed for {dashboard.Year.Next} are attached as Appendix 2. {ProposalSentences.Summary(dashboard)}");
        }

        foreach (var own in Own(register, TextPlace.Proposals))
        {
            yield return own;
        }
    }

    /// <summary>The analyst's paragraphs for a place: a blank line divides them.</summary>
    public static IEnumerable<ReportParagraph> Own(Register register, string place) =>
        register.Texts.TryGetValue(place, out var text) ? Paragraphs(text) : [];

    internal static IEnumerable<ReportParagraph> Paragraphs(string text) =>
        text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(paragraph => new ReportParagraph(paragraph, [], IsOwnText: true));

    private static string Area(Dashboard dashboard) => CoverParts.Area(Services(dashboard), dashboard.Committee?.ShortName ?? dashboard.Council.Name);

    private static List<Service> Services(Dashboard dashboard) => [.. dashboard.Services.Select(service => service.Service)];
}
