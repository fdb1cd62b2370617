namespace Outturn.Reports.Issued;

/// <summary>What is other in one edition of a report than in the one before it, as both were printed.</summary>
public static class Revisions
{
    public const string Figure = "figure";
    public const string Arrived = "figure arrived";
    public const string Added = "added";
    public const string LeftOut = "left out";
    public const string Commentary = "commentary";

    private const string Rating = "rating";
    private const string InRange = "place in range";
    private const string ToDate = "year to date";
    private const string ToDateRating = "year-to-date rating";
    private const string ToDateInRange = "year to date in range";
    private const string Direction = "direction of travel";

    /// <summary>Whether it is worked out of a figure, and so follows from one that arrived or was changed.</summary>
    public static bool IsWorkedOut(this Revision revision) => revision.What is Rating or InRange or ToDate or ToDateRating or ToDateInRange or Direction;

    /// <summary>In the order of the newer edition; what it leaves out comes last.</summary>
    public static IReadOnlyList<Revision> Between(IssuedDashboard before, IssuedDashboard now)
    {
        var old = before.Indicators.ToDictionary(indicator => indicator.Ref, StringComparer.Ordinal);
        var refs = now.Indicators.Select(indicator => indicator.Ref).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. now.Indicators.SelectMany(indicator => old.TryGetValue(indicator.Ref, out var then) ? Of(then, indicator) : [new Revision(indicator.Ref, indicator.Title, indicator.Period, Added, null, indicator.Latest)]),
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

    private static IEnumerable<Revision> Of(IssuedIndicator then, IssuedIndicator now)
    {
        Revision? Changed(string what, string? before, string? after, string? period = null) =>
            before == after ? null : new Revision(now.Ref, now.Title, period ?? now.Period, what, before, after);

        var earlier = then.Periods.ToDictionary(period => period.LastDay);
        foreach (var period in now.Periods.Where(period => period.LastDay != now.LastDay && earlier.ContainsKey(period.LastDay)))
        {
            if (Changed(earlier[period.LastDay].Shown is null ? Arrived : Figure, earlier[period.LastDay].Shown, period.Shown, period.Period) is { } moved)
            {
                yield return moved;
            }
        }

        Revision?[] all =
        [
            Changed("title", then.Title, now.Title),
            // What stood in for a figure that was awaited was none of the period.
            then.LatestValue is null && now.LatestValue is not null ? Changed(Arrived, null, now.Latest) : Changed(Figure, then.Latest, now.Latest),
            Changed(now.Kind == "kpi" ? Rating : InRange, then.Rating ?? then.Range, now.Rating ?? now.Range),
            Changed(ToDate, then.YearToDate, now.YearToDate),
            Changed(now.Kind == "kpi" ? ToDateRating : ToDateInRange, then.YearToDateRating ?? then.YearToDateRange, now.YearToDateRating ?? now.YearToDateRange),
            Changed("levels", Levels(then), Levels(now)),
            Changed(Direction, then.Direction, now.Direction),
            Changed("what is counted", then.Meaning, now.Meaning),
            Changed(Commentary, Said(then.Commentary), Said(now.Commentary)),
        ];
        foreach (var changed in all.OfType<Revision>())
        {
            yield return changed;
        }
    }

    /// <summary>The levels of the reported period in words.</summary>
    private static string? Levels(IssuedIndicator indicator)
    {
        var levels = indicator.Levels.LastOrDefault(levels => levels.From <= indicator.LastDay && indicator.LastDay <= levels.To);
        var parts = levels is null ? [] : new[] { ("target", levels.TargetShown), ("floor standard", levels.FloorShown), ("from", levels.LowerShown), ("to", levels.UpperShown) }
            .Where(part => part.Item2 is not null).Select(part => $"{part.Item1} {part.Item2}").ToList();
        return parts.Count == 0 ? null : string.Join(", ", parts);
    }

    private static string? Said(IssuedCommentary? said) => said is null ? null : string.Join(" ", new[]
    {
        said.Context, said.Cause, said.Action, said.Owner is null ? null : $"Owner: {said.Owner}.", said.Due is { } due ? $"Due: {due:dd/MM/yyyy}." : null, said.Recovery is null ? null : $"Recovery: {said.Recovery}.",
    }.Where(part => !string.IsNullOrWhiteSpace(part)));
}
