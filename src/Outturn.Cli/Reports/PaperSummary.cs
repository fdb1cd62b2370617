using Outturn.Core.Dashboards;
using Outturn.Core.Papers;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Reports;

namespace Outturn.Cli.Reports;

/// <summary>What a paper comes to, on the screen: counts, the Reds, who is not rated and why, and what moved.</summary>
internal static class PaperSummary
{
    public static void Print(RatedPaper paper, TextWriter output)
    {
        var (dashboard, counts) = (paper.Dashboard, paper.Dashboard.Counts);
        output.WriteLine($"{paper.Document.Info.Title}");
        if (dashboard.Committee is { } committee)
        {
            output.WriteLine(committee.Name + (dashboard.Meeting is { } meeting ? $", meeting on {Words.Date(meeting.Date)}" : "") + $", results to {Words.MonthYear(dashboard.DataTo)}");
        }

        if (dashboard.Meeting is { Date: var day } && ClearDays.Refusal(day) is null)
        {
            var by = ClearDays.IssueBy(day);
            output.WriteLine($"To be issued by {by.DayOfWeek} {Words.Date(by)}, {Words.Number(ClearDays.Usual)} clear days before the meeting");
        }

        output.WriteLine();
        foreach (var (name, count, rating) in new[]
        {
            ("Green", counts.Green, Rating.Of(RagRating.Green)), ("Amber", counts.Amber, Rating.Of(RagRating.Amber)),
            ("Red", counts.Red, Rating.Of(RagRating.Red)), ("Not rated", counts.NotRated, Rating.Not(Reason.NoTarget)),
        })
        {
            output.WriteLine($"  {rating.Shape()} {name,-10} {count,4}");
        }

        output.WriteLine($"  {"KPIs",-12} {counts.Total,4}");
        List("Red", dashboard.Rated(RagRating.Red), kpi => Explanation.OfLatest(kpi));
        List("Not rated", dashboard.NotRated, kpi => dashboard.RatingOf(kpi).WhyNot!.Value.Text());
        if (dashboard.Activities.Any())
        {
            output.WriteLine();
            output.WriteLine(ActivitySentences.Summary(dashboard));
        }

        void List(string heading, IReadOnlyList<DashboardIndicator> kpis, Func<DashboardIndicator, string> why)
        {
            if (kpis.Count == 0)
            {
                return;
            }

            output.WriteLine();
            output.WriteLine($"{heading}:");
            foreach (var kpi in kpis)
            {
                output.WriteLine($"  {kpi.Indicator.Ref}  {kpi.Indicator.Title}, {kpi.Period}");
                output.WriteLine($"        {why(kpi)}");
            }
        }
    }
}
