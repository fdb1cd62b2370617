using Outturn.Reports.Issued;

namespace Outturn.Reports.Papers;

/// <summary>What a supplement says, a row for each figure: what arrived with all that is worked out of it, and what else is other than in the report.</summary>
internal static class SupplementParts
{
    private const string Nothing = "–";

    /// <param name="now">The dashboard with the figures of today.</param>
    public static IEnumerable<Block> Arrived(IssuedDashboard now, IReadOnlyList<Revision> revisions)
    {
        yield return new Heading(2, "What arrived");
        var arrived = revisions.Where(revision => revision.What == Revisions.Arrived).ToList();
        if (arrived.Count == 0)
        {
            yield return new Paragraph("No figure has arrived.");
            yield break;
        }

        var indicators = now.Indicators.ToDictionary(indicator => indicator.Ref);
        yield return new Table(
            "Supplement_arrived", "Figures that arrived after the report was issued",
            [new("Indicator", 32), new("Period", 12), new("Figure", 12), new("Rating", 14), new("Year to date", 16), new("Direction of travel", 14)],
            [.. arrived.Select(figure => Row(figure, indicators[figure.Ref!]))], RowHeader: 0, "What arrived", []);
        var said = revisions.Where(revision => revision is { What: Revisions.Commentary, New: not null } && HasArrived(revisions, revision)).Select(revision => new Paragraph($"{LaterPapers.Named(revision)}: {revision.New}")).ToList();
        if (said.Count > 0)
        {
            yield return new Paragraph("What the services say of them:");
            yield return new BulletList(said);
        }
    }

    public static IEnumerable<Block> Changed(IReadOnlyList<Revision> revisions)
    {
        yield return new Heading(2, "What changed");
        var others = revisions.Where(revision => revision.What != Revisions.Arrived && !((revision.IsWorkedOut() || revision.What == Revisions.Commentary) && HasArrived(revisions, revision))).ToList();
        if (others.Count == 0)
        {
            yield return new Paragraph("Nothing else has changed.");
            yield break;
        }

        yield return new Table(
            "Supplement_changed", "What is other than in the report",
            [new("Indicator", 34), new("Period", 14), new("What is other", 52)],
            [.. others.GroupBy(revision => (LaterPapers.Named(revision), revision.Period)).Select(same => (IReadOnlyList<Cell>)[same.Key.Item1, same.Key.Period ?? Nothing, string.Join("; ", same.Select(Said))])], RowHeader: 0, "What changed", []);
    }

    /// <summary>Whether it stands beside a figure that arrived.</summary>
    private static bool HasArrived(IReadOnlyList<Revision> revisions, Revision revision) => revisions.Any(other => other.What == Revisions.Arrived && other.Ref == revision.Ref && other.Period == revision.Period);

    /// <summary>A figure of an earlier period has no rating and no year to date in the report.</summary>
    private static IReadOnlyList<Cell> Row(Revision figure, IssuedIndicator indicator) => figure.Period == indicator.Period
        ? [LaterPapers.Named(figure), indicator.Period, indicator.Latest, indicator.Rating ?? indicator.Range ?? Nothing, Joined(indicator.YearToDate, indicator.YearToDateRating ?? indicator.YearToDateRange), indicator.Direction ?? Nothing]
        : [LaterPapers.Named(figure), figure.Period ?? Nothing, figure.New ?? Nothing, Nothing, Nothing, Nothing];

    private static string Said(Revision revision) => revision.What switch
    {
        Revisions.Added => $"added, {revision.New}",
        Revisions.LeftOut => $"left out, was {revision.Old}",
        _ => $"{revision.What} {LaterPapers.Shown(revision.New)} (was {LaterPapers.Shown(revision.Old)})",
    };

    private static string Joined(string figure, string? verdict) => figure.Length == 0 ? Nothing : verdict is null ? figure : $"{figure}, {verdict}";
}
