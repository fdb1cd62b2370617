namespace Outturn.Reports.Issued;

/// <summary>What is other in one edition of a report than in the one before it, as both were printed.</summary>
public static class Revisions
{
    public const string Figure = "figure";
    public const string Arrived = "figure arrived";
    public const string Added = "added";
    public const string LeftOut = "left out";
    public const string Commentary = "commentary";

    /// <summary>Whether it is worked out of a figure, and so follows from one that arrived or was changed.</summary>
    public static bool IsWorkedOut(this Revision revision) => revision.What is IndicatorRevisions.Rating or IndicatorRevisions.InRange or IndicatorRevisions.ToDate or IndicatorRevisions.ToDateRating or IndicatorRevisions.ToDateInRange or IndicatorRevisions.Direction or IndicatorRevisions.Counts;

    /// <summary>In the order of the newer edition; what it leaves out comes last.</summary>
    public static IReadOnlyList<Revision> Between(IssuedDashboard before, IssuedDashboard now)
    {
        var old = before.Indicators.ToDictionary(indicator => indicator.Ref, StringComparer.Ordinal);
        var refs = now.Indicators.Select(indicator => indicator.Ref).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. now.Indicators.SelectMany(indicator => old.TryGetValue(indicator.Ref, out var then) ? IndicatorRevisions.Of(then, indicator) : [new Revision(indicator.Ref, indicator.Title, indicator.Period, Added, null, indicator.Latest)]),
            .. before.Indicators.Where(indicator => !refs.Contains(indicator.Ref)).Select(gone => new Revision(gone.Ref, gone.Title, gone.Period, LeftOut, gone.Latest, null)),
        ];
    }

    /// <summary>Of a report that is no dashboard: cell by cell, a row being known by what it is on.</summary>
    public static IReadOnlyList<Revision> Between(IReadOnlyList<IssuedTable> before, IReadOnlyList<IssuedTable> now)
    {
        var old = before.ToDictionary(table => table.Name, StringComparer.Ordinal);
        var names = now.Select(table => table.Name).ToHashSet(StringComparer.Ordinal);
        return [.. now.SelectMany(table => Between(old.GetValueOrDefault(table.Name), table)), .. before.Where(table => !names.Contains(table.Name)).SelectMany(table => Between(table, null))];
    }

    private static IEnumerable<Revision> Between(IssuedTable? before, IssuedTable? now)
    {
        var (then, rows) = (Rows(before), Rows(now));
        foreach (var (key, row) in rows)
        {
            if (!then.TryGetValue(key, out var old))
            {
                yield return new Revision(null, key.On, null, Added, null, now!.Caption);
                continue;
            }

            foreach (var column in row.Where(cell => old.TryGetValue(cell.Key, out var was) && was != cell.Value))
            {
                yield return new Revision(null, key.On, null, column.Key, old[column.Key], column.Value);
            }
        }

        foreach (var (key, _) in then.Where(row => !rows.ContainsKey(row.Key)))
        {
            yield return new Revision(null, key.On, null, LeftOut, before!.Caption, null);
        }
    }

    /// <summary>Each row by what it is on, and, where several are on the same, by which of them it is.</summary>
    private static Dictionary<(string On, int Which), Dictionary<string, string>> Rows(IssuedTable? table) => table is null ? [] : table.Rows
        .GroupBy(row => row[table.RowHeader], StringComparer.Ordinal)
        .SelectMany(same => same.Select((row, which) => (Key: (same.Key, which), Row: table.Columns.Zip(row).DistinctBy(cell => cell.First).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal))))
        .ToDictionary(row => row.Key, row => row.Row);
}
