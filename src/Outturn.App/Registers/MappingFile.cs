using Outturn.Core.Outcomes;

namespace Outturn.App.Registers;

/// <summary>mapping.csv: how indicators stand to the metrics of the outcomes framework.</summary>
internal static class MappingFile
{
    public static readonly TableShape Shape = new("mapping.csv", "how an indicator stands to a metric of the outcomes framework", false,
    [
        new("metric", "The metric's id in the framework (LOF-08-01).", true),
        new("ref", "The indicator (see indicators.csv); blank where none stands for the metric."),
        new("relation", "same, near (say how it differs), proxy (in the year and local), contributes; or, without an indicator, none (say why) or not ours (another tier's duty).", true),
        new("note", "How it differs from the metric, or why there is none."),
        new("who", "Who said so.", true),
        new("on", "When.", true),
        new("review_on", "When it is looked at again."),
    ]);

    public static IReadOnlyList<MetricLink> Read(FolderFiles files, Listed<RegisterEntry> entries, SourceRows rows, List<Defect> defects)
    {
        var seen = new Dictionary<(string, string), int>();
        List<MetricLink> links = [];
        foreach (var row in files.Open(Shape, defects, out _)?.Rows ?? [])
        {
            var isNamed = row.TryNeed("metric", out var metric) & row.TryNeed("relation", out _) & row.TryNeed("who", out var who) & row.TryNeed("on", out _);
            var (relation, on, reviewOn, note) = (row.Word("relation", Relations.Read, "same, near, proxy, contributes, none or not ours"), row.Date("on"), row.Date("review_on"), row.Optional("note"));
            var entry = entries.Find(row, "ref");
            if (!isNamed || relation is not { } known || on is not { } day)
            {
                continue;
            }

            var reference = row.Optional("ref");
            if (known.Links() != (reference is not null) || (known is Relation.Near or Relation.None or Relation.NotOurs && note is null))
            {
                row.Error(known.Links() == (reference is not null) ? "note" : "ref", known switch
                {
                    Relation.Near when reference is not null => "Say how it differs from the metric.",
                    _ when !known.Links() && reference is null => "Say why no indicator stands for the metric.",
                    _ => known.Links() ? $"Name the indicator that is {known.Name()} to the metric." : $"\"{known.Name()}\" says that no indicator stands for the metric: leave this cell blank.",
                });
                continue;
            }

            if (!seen.TryAdd((metric, entry?.Indicator?.Ref ?? ""), row.Number))
            {
                row.Error("metric", $"{metric} and {(reference ?? "no indicator")} stand in row {seen[(metric, entry?.Indicator?.Ref ?? "")]} already: keep one of the two rows.");
                continue;
            }

            if (reference is not null && entry?.Indicator is null)
            {
                continue;
            }

            var link = new MetricLink(metric, entry?.Indicator?.Ref, known, note, who, day, reviewOn);
            links.Add(link);
            rows.Add(link, row.Number);
        }

        return links;
    }
}
