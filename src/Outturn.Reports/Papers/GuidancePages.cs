using Outturn.Core.Dashboards;
using Outturn.Core.Papers;

namespace Outturn.Reports.Papers;

/// <summary>The guidance notes: the key of the ratings, and the rules in force.</summary>
internal static class GuidancePages
{
    private static readonly Column[] Key = [new("Rating", 2), new("What it means", 9)];

    public static IEnumerable<Block> Blocks(Dashboard dashboard, int level)
    {
        yield return new Heading(level, "Guidance notes");
        if (dashboard.Counts.Total > 0)
        {
            yield return new Table(
                "RatingKey", "Ratings and what they mean", Key,
                [.. GuidanceNotes.Key(dashboard.Council).Select(line => (IReadOnlyList<Cell>)[new RatingCell(line.Rating), line.Meaning])],
                RowHeader: 0, "Ratings", []);
        }

        yield return new BulletList(
        [
            .. GuidanceNotes.Of(dashboard)
                .Where(note => dashboard.Counts.Total > 0 || note.Subject is "Figures" or "Year to date" or "Previous year" or "Activity indicators" or "Markers")
                .Select(note => new Paragraph([new Run(note.Subject + ". ", Bold: true), new Run(note.Text)])),
        ]);
    }
}
