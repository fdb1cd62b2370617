using Outturn.Core.Dashboards;

namespace Outturn.App.Registers;

/// <summary>reports.csv: the named sets of indicators. Without it reports are taken as indicators name them.</summary>
internal static class ReportsFile
{
    private const int MostReports = 1_000;

    public static readonly TableShape Shape = new("reports.csv", "a report: a named set of indicators beside the committees' own dashboards", false,
    [
        new("report", "Its name, which is the title of its paper.", true),
        new("kind", "dashboard or quarterly; blank for dashboard."),
        new("committee", "The committee (see committees.csv) that it goes to; blank where it goes to no single one."),
        new("order", "Its place among the reports, from 1; blank for the order of this file."),
    ]);

    public static Listed<Report> Read(FolderFiles files, Listed<Committee> committees, SourceRows rows, List<Defect> defects)
    {
        var reports = new Listed<Report>(Shape.File, "report");
        if (files.Open(Shape, defects, out var isAbsent) is not { } table)
        {
            reports.IsUnreadable = !isAbsent;
            reports.Unlisted = isAbsent ? name => new Report(name, ReportKind.Dashboard, null, reports.All.Count + 1) : null;
            return reports;
        }

        foreach (var row in table.Rows)
        {
            if (!row.TryNeed("report", out var name))
            {
                continue;
            }

            var report = new Report(
                name,
                row.Word("kind", ReportKinds.Read, ReportKind.Dashboard, "dashboard or quarterly"),
                committees.Find(row, "committee"),
                row.Whole("order", MostReports, blank: reports.All.Count + 1));
            reports.Add(row, "report", name, report);
            rows.Add(report, row.Number);
        }

        return reports;
    }
}
