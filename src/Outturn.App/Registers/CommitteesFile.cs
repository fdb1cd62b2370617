using Outturn.Core.Dashboards;

namespace Outturn.App.Registers;

/// <summary>committees.csv: where dashboards go. Without it committees are taken as indicators name them.</summary>
internal static class CommitteesFile
{
    private static readonly string[] Dashboard = ["dashboard"];

    public static readonly TableShape Shape = new("committees.csv", "a committee that receives a dashboard", false,
    [
        new("committee", "The committee's full name.", true),
        new("short_name", "How a sentence calls it; blank for the full name."),
        new("reports", "The kinds of report it receives, with semicolons between: dashboard, quarterly. Blank for dashboard."),
    ]);

    public static Listed<Committee> Read(FolderFiles files, SourceRows rows, List<Defect> defects)
    {
        var committees = new Listed<Committee>(Shape.File, "committee");
        if (files.Open(Shape, defects, out var isAbsent) is not { } table)
        {
            committees.IsUnreadable = !isAbsent;
            committees.Unlisted = isAbsent ? name => new Committee(name, name, Dashboard) : null;
            return committees;
        }

        foreach (var row in table.Rows)
        {
            if (!row.TryNeed("committee", out var name))
            {
                continue;
            }

            string[] reports = [.. row.Several("reports")];
            var committee = new Committee(name, row.Optional("short_name") ?? name, reports is [] ? Dashboard : reports);
            committees.Add(row, "committee", name, committee);
            rows.Add(committee, row.Number);
        }

        foreach (var committee in committees.All)
        {
            committees.AddOtherName(committee.ShortName, committee);
        }

        return committees;
    }
}
