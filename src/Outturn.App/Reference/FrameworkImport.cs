using Microsoft.Data.Sqlite;
using Outturn.Core.National;

namespace Outturn.App.Reference;

/// <summary>One of the files that make an edition, with the count of its rows.</summary>
internal sealed record FrameworkPart(ProfileKind Kind, ProfiledRows Rows, RowCount Count);

/// <summary>Takes an edition of a framework from the files of one folder: its facts and stated totals, outcomes, metrics, and which series serve them.</summary>
internal sealed class FrameworkImport
{
    private readonly SqliteConnection connection;
    private readonly IReadOnlyList<FrameworkPart> parts;
    private readonly int edition;
    private readonly Dictionary<string, string> metricOf = [];

    private FrameworkImport(SqliteConnection connection, IReadOnlyList<FrameworkPart> parts, int edition) => (this.connection, this.parts, this.edition) = (connection, parts, edition);

    /// <param name="folder">Its name is the framework's where no file says it.</param>
    /// <returns>How the edition is called.</returns>
    public static string Take(SqliteConnection connection, string folder, IReadOnlyList<FrameworkPart> parts)
    {
        var (framework, name) = Named(folder, parts);
        foreach (var table in (string[])["metric_number", "metric_series", "metric_outcome", "metric", "outcome", "stated_total"])
        {
            connection.Run($"DELETE FROM {table} WHERE edition = (SELECT id FROM edition WHERE framework = $1 AND name = $2)", framework, name);
        }

        var id = connection.Id("INSERT INTO edition (framework, name, source) VALUES ($1,$2,'') ON CONFLICT (framework, name) DO UPDATE SET source = '' RETURNING id", framework, name);
        var import = new FrameworkImport(connection, parts, id);
        import.Each(ProfileKind.Edition, import.TakeFacts);
        import.Each(ProfileKind.Outcomes, import.TakeOutcome);
        import.Each(ProfileKind.Metrics, import.TakeMetric);
        import.Each(ProfileKind.MetricLinks, import.TakeLink);
        import.Each(ProfileKind.MetricNumbers, import.TakeNumber);
        return $"{framework}, {name}";
    }

    /// <summary>As the file of editions says; else by the folder, and the edition that most metrics were read in.</summary>
    private static (string Framework, string Name) Named(string folder, IReadOnlyList<FrameworkPart> parts)
    {
        if (parts.FirstOrDefault(part => part.Kind == ProfileKind.Edition) is { Rows: { Rows: [var first, ..] } rows } && rows[first, "framework"] is { } framework && rows[first, "edition"] is { } edition)
        {
            return (framework, edition);
        }

        var metrics = parts.FirstOrDefault(part => part.Kind == ProfileKind.Metrics)?.Rows;
        var seen = metrics?.Rows.Select(row => metrics[row, "edition"]?.Split(' ')[0]).GroupBy(word => word).MaxBy(same => same.Count())?.Key;
        return (folder, seen ?? "not said");
    }

    private void Each(ProfileKind kind, Action<ProfiledRows, Import.SourceRow, RowCount> take)
    {
        foreach (var part in parts.Where(part => part.Kind == kind))
        {
            foreach (var row in part.Rows.Rows)
            {
                take(part.Rows, row, part.Count);
            }
        }
    }

    private void TakeFacts(ProfiledRows rows, Import.SourceRow row, RowCount count)
    {
        var (what, stated) = (rows[row, "what"], rows[row, "count"]);
        if ((what is null) != (stated is null) || (stated is not null && !int.TryParse(stated, out _)))
        {
            count.Refuse("A stated total needs both: of what (stated), and a whole number (count).", row.Number);
            return;
        }

        connection.Run("UPDATE edition SET date = $2, source = $3, address = $4, note = $5 WHERE id = $1", edition, CatalogueDate.Read(rows[row, "date"]).Iso(), rows[row, "source"] ?? "", rows[row, "address"], rows[row, "note"]);
        if (what is not null)
        {
            connection.Run("INSERT INTO stated_total (edition, what, count, stated_on, source) VALUES ($1,$2,$3,$4,$5) ON CONFLICT DO NOTHING", edition, what, int.Parse(stated!, System.Globalization.CultureInfo.InvariantCulture), CatalogueDate.Read(rows[row, "statedOn"]).Iso(), rows[row, "statedIn"]);
        }

        count.Store();
    }

    private void TakeOutcome(ProfiledRows rows, Import.SourceRow row, RowCount count)
    {
        if (!int.TryParse(rows[row, "number"], out var number) || rows[row, "outcome"] is not { } name
            || connection.Run("INSERT INTO outcome (edition, number, name, ambition, category) VALUES ($1,$2,$3,$4,$5) ON CONFLICT DO NOTHING", edition, number, name, rows[row, "ambition"] ?? "", rows[row, "category"] ?? "") == 0)
        {
            count.Refuse("The row has no number or no name of an outcome, or its number stands in an earlier row.", row.Number);
            return;
        }

        count.Store();
    }

    private void TakeMetric(ProfiledRows rows, Import.SourceRow row, RowCount count)
    {
        if (rows[row, "id"] is not { } id || rows[row, "metric"] is not { } title || !int.TryParse(rows[row, "outcome"], out var outcome) || !HasOutcome(outcome))
        {
            count.Refuse("The row has no id, no title, or no outcome of the edition.", row.Number);
            return;
        }

        if (OtherFramework(id) is { } other)
        {
            count.Refuse($"The id {id} is a metric's of the {other}: give it another, so that a link says which is meant.", row.Number);
            return;
        }

        if (metricOf.ContainsKey(id))
        {
            count.Refuse($"The id {id} stands in an earlier row.", row.Number);
            return;
        }

        if (connection.Run(
            "INSERT INTO metric (edition, id, place, title, kind, publisher, placeholder, in_development, unit, polarity, note, seen_in) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12) ON CONFLICT (edition, title) DO NOTHING",
            edition, id, row.Number, title, rows[row, "kind"] ?? "outcome", rows[row, "publisher"], rows[row, "placeholder"] == "true" ? 1 : 0, rows[row, "inDevelopment"] == "true" ? 1 : 0,
            rows[row, "unit"], rows[row, "polarity"], rows[row, "note"], rows[row, "edition"]) == 0)
        {
            using var same = connection.Statement("SELECT id FROM metric WHERE edition = $1 AND title = $2", edition, title);
            metricOf[id] = (string)same.ExecuteScalar()!;
        }
        else
        {
            metricOf[id] = id;
        }

        connection.Run("INSERT INTO metric_outcome (edition, metric, outcome, id_there) VALUES ($1,$2,$3,$4) ON CONFLICT DO NOTHING", edition, metricOf[id], outcome, id);
        count.Store();
    }

    private void TakeLink(ProfiledRows rows, Import.SourceRow row, RowCount count)
    {
        if (rows[row, "id"] is not { } id || !metricOf.TryGetValue(id, out var metric))
        {
            count.Refuse("The row names no metric of the edition.", row.Number);
            return;
        }

        if (!Enum.TryParse<MetricFit>(rows[row, "fit"], ignoreCase: true, out var fit) || rows[row, "dataset"] is not { } dataset || rows[row, "series"] is not { } series)
        {
            count.Refuse("The row names no dataset or series, or its fit is none of exact, near and component.", row.Number);
            return;
        }

        if (connection.Run(
            "INSERT INTO metric_series (edition, metric, dataset, series, fit, justification) VALUES ($1,$2,$3,$4,$5,$6) ON CONFLICT DO NOTHING",
            edition, metric, OpenedFile.StemOf(dataset), series, (int)fit, rows[row, "justification"] ?? "") == 0)
        {
            count.Refuse("The metric has this series in an earlier row.", row.Number);
            return;
        }

        count.Store();
    }

    private void TakeNumber(ProfiledRows rows, Import.SourceRow row, RowCount count)
    {
        if (connection.Run(
            "INSERT INTO metric_number (edition, metric, number, role) SELECT edition, id, $3, $4 FROM metric WHERE edition = $1 AND title = $2 ON CONFLICT DO NOTHING",
            edition, rows[row, "metric"], rows[row, "number"] ?? "", rows[row, "role"] ?? "") == 0)
        {
            count.Refuse("The row names no metric of the edition by its title, or repeats an earlier row.", row.Number);
            return;
        }

        count.Store();
    }

    /// <summary>A framework beside this one that has a metric of that id.</summary>
    private string? OtherFramework(string id)
    {
        using var command = connection.Statement(
            "SELECT e.framework FROM metric_outcome m JOIN edition e ON e.id = m.edition WHERE m.id_there = $2 COLLATE NOCASE AND e.framework <> (SELECT framework FROM edition WHERE id = $1) LIMIT 1", edition, id);
        return (string?)command.ExecuteScalar();
    }

    private bool HasOutcome(int number)
    {
        using var command = connection.Statement("SELECT count(*) FROM outcome WHERE edition = $1 AND number = $2", edition, number);
        return (long)command.ExecuteScalar()! > 0;
    }
}
