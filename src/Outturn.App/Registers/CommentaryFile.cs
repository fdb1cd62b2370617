using Outturn.Core.Indicators;
using Outturn.Core.People;
using Outturn.Core.Periods;

namespace Outturn.App.Registers;

/// <summary>commentary.csv: what is said of a figure.</summary>
internal static class CommentaryFile
{
    public static readonly TableShape Shape = new("commentary.csv", "what is said of an indicator's figure for a period", false,
    [
        new("ref", "The indicator (see indicators.csv).", true),
        new("period", "The period of the figure, by the indicator's frequency.", true),
        new("context", "What a reader needs to know to understand the figure."),
        new("cause", "For a Red: why the figure is what it is."),
        new("action", "For a Red: what is being done."),
        new("owner", "For a Red: the post (see posts.csv) that answers for the action."),
        new("due", "For a Red: the day by which the action is done."),
        new("recovery", "For a Red: when the indicator is expected to be back (Mar 2021)."),
    ]);

    public static void Read(FolderFiles files, Listed<RegisterEntry> entries, Listed<Post> posts, SourceRows rows, List<Defect> defects)
    {
        var seen = new Dictionary<(RegisterEntry, Period), int>();
        foreach (var row in files.Open(Shape, defects, out _)?.Rows ?? [])
        {
            var entry = row.TryNeed("ref", out var reference) ? entries.Find(row, "ref", reference) : null;
            var (owner, due) = (posts.Find(row, "owner"), row.Date("due"));
            if (entry?.Indicator is not { } indicator || row.NeededPeriod("period", indicator.Definition.Frequency) is not { } period)
            {
                continue;
            }

            if (!seen.TryAdd((entry, period), row.Number))
            {
                row.Error("period", $"{reference} has a commentary for {period} in row {seen[(entry, period)]} already: put the two together.");
                continue;
            }

            var commentary = new Commentary(
                period, row.Optional("context"), row.Optional("cause"), row.Optional("action"), owner?.Title, due, row.Optional("recovery"));
            entry.Commentaries.Add(commentary);
            rows.Add(commentary, row.Number);
        }
    }
}
