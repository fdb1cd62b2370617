using Outturn.Core.Dashboards;
using Outturn.Core.Papers;

namespace Outturn.Reports.Papers;

/// <summary>Lays out the quarterly report: cover report, executive summary, rating history, the Reds, the results of each directorate, guidance notes.</summary>
public static class QuarterlyPaper
{
    private const string NoDirectorate = "Other services";

    public static Document Of(QuarterlyReport quarterly, Register register)
    {
        var (dashboard, cover) = (quarterly.Dashboard, QuarterlyReports.Of(quarterly, register));
        return new Document(DashboardPaper.Info(dashboard, cover.Title),
        [
            new(Orientation.Portrait, [.. CoverPages.Blocks(cover)]),
            new(Orientation.Portrait, [new Heading(2, "Appendix 1: Executive summary"), .. OwnText.Place(register, TextPlace.Dashboard), .. Summary(quarterly)]),
            new(Orientation.Landscape, [new Heading(2, $"Appendix 2: Ratings over {Words.Count(quarterly.Quarters.Count, "quarter")}"), .. History(quarterly)]),
            new(Orientation.Landscape, [new Heading(2, "Appendix 3: KPIs rated Red"), .. Reds(quarterly)]),
            new(Orientation.Landscape, [new Heading(2, "Appendix 4: Results by directorate"), .. Directorates(quarterly, register)]),
            new(Orientation.Portrait, [new Heading(2, "Appendix 5: How it is worked out"), .. GuidancePages.Blocks(dashboard, level: 3)]),
        ]);
    }

    private static IEnumerable<Block> Summary(QuarterlyReport quarterly)
    {
        var dashboard = quarterly.Dashboard;
        if (dashboard.Counts.Total > 0)
        {
            yield return new Heading(3, "Ratings counted");
            yield return SummaryPages.Counts(dashboard);
            if (quarterly.Quarters.Count > 1)
            {
                yield return QuarterlyTables.CountsByQuarter(quarterly);
            }

            yield return SummaryPages.CountsBy("Directorate", quarterly.Directorates.Select(directorate => (directorate.Key ?? NoDirectorate, RagCounts.Of(directorate.SelectMany(service => service.Kpis).Select(dashboard.RatingOf)))));
        }

        yield return new Heading(3, "What has changed since the last quarter");
        if (quarterly.Changes is not { } changes)
        {
            yield return new Paragraph("Nothing is known of a quarter before, so there is nothing to compare with.");
            yield break;
        }

        foreach (var block in QuarterlyTables.Moved(changes).Concat(QuarterlyTables.Set(changes)).Concat(QuarterlyTables.Revised(changes)))
        {
            yield return block;
        }
    }

    private static IEnumerable<Block> History(QuarterlyReport quarterly)
    {
        if (quarterly.Histories.Count == 0)
        {
            yield return new Paragraph("The report has no KPIs.");
            yield break;
        }

        yield return new Note("Each rating is that of the end of its quarter. Direction of travel is by trend, and p says how sure it is: the smaller, the surer. The notes in Appendix 5 say how both are worked out.");
        foreach (var directorate in quarterly.Directorates.Where(directorate => directorate.Any(service => service.Kpis.Any())))
        {
            yield return QuarterlyTables.History(quarterly, directorate.Key ?? NoDirectorate, directorate);
        }
    }

    private static IEnumerable<Block> Reds(QuarterlyReport quarterly) =>
        quarterly.Reds.Any() ? [QuarterlyTables.RedContext(quarterly), QuarterlyTables.RedAction(quarterly)] : [new Paragraph("No KPI is rated Red.")];

    private static IEnumerable<Block> Directorates(QuarterlyReport quarterly, Register register)
    {
        foreach (var directorate in quarterly.Directorates)
        {
            yield return new Heading(3, directorate.Key ?? NoDirectorate);
            foreach (var block in directorate.SelectMany(service => ServicePages.Of(quarterly.Dashboard, service, register, level: 4, redsApart: true)))
            {
                yield return block;
            }
        }
    }
}
