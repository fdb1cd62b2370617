using Outturn.Core.Dashboards;
using Outturn.Core.Papers;
using Outturn.Core.People;

namespace Outturn.App.Registers;

/// <summary>signatures.csv: who signs which papers.</summary>
internal static class SignaturesFile
{
    public static readonly TableShape Shape = new("signatures.csv", "a line that is signed at the end of a paper", false,
    [
        new("label", "What is signed for: Agreed by, Cleared by.", true),
        new("post", "Who signs (see posts.csv): the director, the cabinet member, the monitoring officer.", true),
        new("for", "The committee or report whose papers alone have it; blank for every paper."),
    ]);

    public static List<SignatureLine> Read(FolderFiles files, Listed<Post> posts, Listed<Committee> committees, Listed<Report> reports, SourceRows rows, List<Defect> defects)
    {
        List<SignatureLine> lines = [];
        foreach (var row in files.Open(Shape, defects, out _)?.Rows ?? [])
        {
            var isNamed = row.TryNeed("label", out var label) & row.TryNeed("post", out _);
            var (post, owner) = (posts.Find(row, "post"), Owner(row, committees, reports));
            if (isNamed && post is not null)
            {
                var line = new SignatureLine(label, post, owner, lines.Count + 1);
                lines.Add(line);
                rows.Add(line, row.Number);
            }
        }

        return lines;
    }

    /// <summary>The name of the committee or report that a row is for; null for all.</summary>
    internal static string? Owner(TableRow row, Listed<Committee> committees, Listed<Report> reports)
    {
        if (row.Optional("for") is not { } name)
        {
            return null;
        }

        if (committees.Contains(name) || reports.Contains(name))
        {
            return committees.Contains(name) ? committees.Find(row, "for", name)!.Name : reports.Find(row, "for", name)!.Name;
        }

        row.Error("for", $"There is neither a committee nor a report \"{name}\".{Nearest.Ask(name, committees.All.Select(committee => committee.Name).Concat(reports.All.Select(report => report.Name)))}");
        return null;
    }
}
