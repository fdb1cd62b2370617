using Outturn.Core.Dashboards;
using Outturn.Core.Papers;

namespace Outturn.Reports.Papers;

/// <summary>Lays out a dashboard as a document: the committee's paper with its cover report and appendices, or the dashboard alone.</summary>
public static class DashboardPaper
{
    /// <summary>The committee's paper: cover report, Appendix 1 (dashboard) and, where next year is proposed, Appendix 2.</summary>
    public static Document Of(Dashboard dashboard, CoverReport cover, Register register)
    {
        List<Section> sections =
        [
            new(Orientation.Portrait, [.. CoverPages.Blocks(cover)]),
            new(Orientation.Portrait, [new Heading(2, "Appendix 1: Dashboard"), .. OwnText.Place(register, TextPlace.Dashboard), .. SummaryPages.Blocks(dashboard, level: 3), .. GuidancePages.Blocks(dashboard, level: 3)]),
            new(Orientation.Landscape, [.. ServicePages.Blocks(dashboard, register, level: 3)]),
        ];
        if (dashboard.Proposals.Count > 0)
        {
            sections.Add(new(Orientation.Landscape, [new Heading(2, $"Appendix 2: KPIs and targets proposed for {dashboard.Year.Next}"), .. ProposalPages.Blocks(dashboard, level: 3)]));
        }

        return new Document(Info(dashboard, cover.Title) with { Logo = register.House.Logo }, sections);
    }

    /// <summary>The dashboard alone: an analyst's own sheet, which no committee has asked for yet.</summary>
    public static Document Of(Dashboard dashboard)
    {
        var title = $"{dashboard.Council.Name}: performance to {Words.MonthYear(dashboard.DataTo)}";
        return new Document(Info(dashboard, title),
        [
            new(Orientation.Portrait, [new Heading(1, title), .. RatingSentences.Summary(dashboard).SelectMany(CoverPages.Unnumbered), .. SummaryPages.Blocks(dashboard, level: 2), .. GuidancePages.Blocks(dashboard, level: 2)]),
            new(Orientation.Landscape, [.. ServicePages.Blocks(dashboard, null, level: 2)]),
        ]);
    }

    internal static DocumentInfo Info(Dashboard dashboard, string title) =>
        new(title, dashboard.Council.Name, dashboard.Meeting?.Date ?? dashboard.DataTo, dashboard.Council.Colour, dashboard.Council.Notice);
}
