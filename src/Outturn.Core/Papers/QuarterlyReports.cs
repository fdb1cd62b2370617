using Outturn.Core.Dashboards;
using Outturn.Core.Ratings;

namespace Outturn.Core.Papers;

/// <summary>Writes the cover report of a quarterly report: every sentence is counted from the figures (RULES 8).</summary>
public static class QuarterlyReports
{
    public static CoverReport Of(QuarterlyReport quarterly, Register register)
    {
        var (dashboard, quarter) = (quarterly.Dashboard, quarterly.Quarter);
        var (name, reds) = (dashboard.Report!.Name, dashboard.Rated(RagRating.Red).Count);
        var to = dashboard.Committee?.Name ?? dashboard.Council.Name;
        return new CoverReport(
            $"{name}, {quarter}",
            CoverParts.From([.. dashboard.Services.Select(service => service.Service)], register),
            dashboard.Meeting is { } meeting ? $"{to} – {Words.Date(meeting.Date)}" : to,
            name,
            dashboard.Council.Classification,
            [new(Opening(quarterly)), .. RatingSentences.Summary(dashboard), .. Briefly(quarterly)],
            $"{(dashboard.Committee is null ? "The council" : $"The {to}")} is asked to NOTE the performance of the council in {quarter}"
                + (reds == 0 ? "." : $", and what is being done about the {(reds == 1 ? "KPI" : $"{Words.Number(reds)} KPIs")} rated Red."),
            [
                new ReportSection("Introduction", [new(Introduction(quarterly)), .. CoverReports.Own(register, TextPlace.Introduction)]),
                new ReportSection("Ratings", [.. Ratings(dashboard), .. CoverReports.Own(register, TextPlace.Performance)]),
                new ReportSection("What has changed since the last quarter", [.. Changed(quarterly)]),
                new ReportSection("Direction of travel and activity", [.. Travel(quarterly)]),
            ],
            CoverParts.Contacts(register));
    }

    /// <summary>"46 Key Performance Indicators (KPIs) and 20 activity indicators": what it is on.</summary>
    private static string Set(Dashboard dashboard)
    {
        var (kpis, activities) = (dashboard.Counts.Total, dashboard.Activities.Count());
        string[] parts =
        [
            .. kpis == 0 ? Array.Empty<string>() : [kpis == 1 ? "one Key Performance Indicator (KPI)" : $"{kpis} Key Performance Indicators (KPIs)"],
            .. activities == 0 ? Array.Empty<string>() : [Words.Count(activities, "activity indicator")],
        ];
        return Words.List(parts);
    }

    private static string Opening(QuarterlyReport quarterly)
    {
        var directorates = quarterly.Directorates.Count(directorate => directorate.Key is not null);
        return $"This report gives results to {Words.MonthYear(quarterly.Dashboard.DataTo)} for {Set(quarterly.Dashboard)}"
            + (directorates > 1 ? $" of {Words.Number(directorates)} directorates." : ".");
    }

    /// <summary>The summary's part of what changed: the counts of the quarter before, how many moved which way, and the trends.</summary>
    private static IEnumerable<ReportParagraph> Briefly(QuarterlyReport quarterly)
    {
        if (quarterly.Changes?.Counts is { } change)
        {
            yield return new($"A quarter earlier {RatingSentences.Short(change.Before)}{(change.Before.Total == change.Now.Total ? "" : $", of {change.Before.Total}")}. {ChangeSentences.Moved(change) ?? "No KPI has changed its rating."}");
        }

        if (DirectionSentences.Trends(quarterly.Dashboard) is { } trends)
        {
            yield return new(trends);
        }
    }

    private static string Introduction(QuarterlyReport quarterly)
    {
        var dashboard = quarterly.Dashboard;
        var which = dashboard.Meeting?.Ordinal is { } ordinal ? $"the {ordinal} report on the {dashboard.Year} financial year" : $"on {quarterly.Quarter}";
        return $"The {dashboard.Report!.Name} brings together every quarter what is reported to committees on their own services. This one is {which}. "
            + $"Appendix 1 has the counts and what has changed, Appendix 2 each KPI's ratings over {(quarterly.Quarters.Count == 1 ? "the quarter" : $"{Words.Number(quarterly.Quarters.Count)} quarters")}, Appendix 3 the KPIs rated Red, Appendix 4 the results of each service, and Appendix 5 how all of it is worked out.";
    }

    private static IEnumerable<ReportParagraph> Ratings(Dashboard dashboard)
    {
        if (dashboard.Counts.Total == 0)
        {
            yield return new("The report has no Key Performance Indicators (KPIs), so nothing in it is rated.");
            yield break;
        }

        yield return new("KPIs carry a RAG rating (Red, Amber or Green) that shows progress against target and floor standard.");
        var which = dashboard.Council.Counted == RatingCounted.Latest ? "latest" : "year-to-date";
        yield return new(dashboard.Counts.Total == 1 ? $"The {which} rating of the one KPI is:" : $"The {which} ratings of the {dashboard.Counts.Total} KPIs are:", RatingSentences.Lines(dashboard));
        foreach (var paragraph in new[] { RatingSentences.Reds(dashboard), RatingSentences.NotRated(dashboard), RatingSentences.RatedDifferently(dashboard) })
        {
            if (paragraph is not null)
            {
                yield return paragraph;
            }
        }
    }

    private static IEnumerable<ReportParagraph> Changed(QuarterlyReport quarterly)
    {
        if (quarterly.Changes is not { } changes)
        {
            yield return new("Nothing is known of a quarter before, so there is nothing to compare with.");
            yield break;
        }

        if (RatingSentences.Change(quarterly.Dashboard) is { } moved)
        {
            yield return moved;
        }

        if (changes.SetIsSame)
        {
            yield return new("The indicators, their definitions and their levels are those of the last quarter.");
        }

        var later = changes.Later.Count == 0 ? null
            : new ReportParagraph("Of the indicators that were adopted for the year, committees were told of these changes:", [.. changes.Later.Select(change => $"{change.Ref}: {change.What} ({change.Committee}). {change.Reason}")]);
        foreach (var paragraph in new[] { ChangeSentences.Set(changes), ChangeSentences.Levels(changes), ChangeSentences.Redefined(changes), later, ChangeSentences.Revised(changes) })
        {
            if (paragraph is not null)
            {
                yield return paragraph;
            }
        }
    }

    private static IEnumerable<ReportParagraph> Travel(QuarterlyReport quarterly)
    {
        if (DirectionSentences.Trends(quarterly.Dashboard) is { } trends)
        {
            yield return new(trends);
        }

        if (quarterly.Dashboard.Activities.Any())
        {
            yield return new(ActivitySentences.Summary(quarterly.Dashboard));
        }
    }
}
