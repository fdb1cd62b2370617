using System.Globalization;
using Outturn.Core.Release;
using Outturn.Reports.Issued;

namespace Outturn.Reports.Papers;

/// <summary>The one page that follows a report when figures arrive after its issue: what arrived, and what changed by it.</summary>
public static class SupplementPaper
{
    /// <param name="issued">The report as it was issued.</param>
    /// <param name="now">The same paper with the figures of today.</param>
    /// <param name="head">Of the supplement.</param>
    public static RatedPaper Of(IssuedEdition issued, RatedPaper now, EditionHead head, IReadOnlyList<Revision> revisions)
    {
        var title = $"Supplement to {issued.Title}";
        var arrived = revisions.Where(revision => revision.What == Revisions.Arrived).ToList();
        var others = revisions.Except(arrived).ToList();
        List<Block> blocks =
        [
            new Heading(1, title),
            new Paragraph(string.Create(CultureInfo.InvariantCulture, $"{issued.Title} was issued on {issued.ReleaseAt:d MMMM yyyy} and stands as it is. This page gives what has arrived since.")),
        ];
        if (head.Reason is { } reason)
        {
            blocks.Add(new Paragraph(reason));
        }

        blocks.AddRange(Part("What arrived", "Figures that arrived after the report was issued", "Supplement_arrived", arrived, "No figure has arrived."));
        blocks.AddRange(Part("What changed", "What is other than in the report", "Supplement_changed", others, "Nothing else has changed."));
        return now with { Document = new Document(now.Document.Info with { Title = title }, [new Section(Orientation.Portrait, blocks)]) };
    }

    private static IEnumerable<Block> Part(string heading, string caption, string name, List<Revision> revisions, string none)
    {
        yield return new Heading(2, heading);
        yield return revisions.Count == 0 ? new Paragraph(none) : new Table(
            name, caption, [new Column("Indicator", 34), new Column("Period", 14), new Column("What", 16), new Column("In the report", 18), new Column("Now", 18)],
            [.. revisions.Select(Row)], RowHeader: 0, heading, []);
    }

    private static IReadOnlyList<Cell> Row(Revision revision) =>
        [revision.Ref is null ? revision.Title ?? "" : $"{revision.Ref} {revision.Title}", revision.Period ?? "", revision.What, revision.Old ?? "–", revision.New ?? "–"];
}
