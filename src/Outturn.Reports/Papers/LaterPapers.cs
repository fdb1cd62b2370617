using System.Globalization;
using Outturn.Core.Papers;
using Outturn.Core.Release;
using Outturn.Reports.Issued;

namespace Outturn.Reports.Papers;

/// <summary>What follows the issue of a report: the page of a supplement, which says what arrived and what changed by it, and the report as it is corrected.</summary>
public static class LaterPapers
{
    /// <summary>The table of a corrected report that is none of the report's own.</summary>
    internal const string CorrectedTable = "Corrected";

    /// <param name="issued">The report as it was issued.</param>
    /// <param name="now">The same paper with the figures of today.</param>
    /// <param name="head">Of the supplement.</param>
    public static RatedPaper Supplement(IssuedEdition issued, RatedPaper now, EditionHead head, IReadOnlyList<Revision> revisions)
    {
        var title = $"Supplement to {issued.Title}";
        List<Block> blocks =
        [
            new Heading(1, title),
            new Paragraph(string.Create(CultureInfo.InvariantCulture, $"{issued.Title} was issued on {issued.ReleaseAt:d MMMM yyyy} and stands as it is. This page gives what has arrived since.")),
        ];
        if (head.Reason is { } reason)
        {
            blocks.Add(new Paragraph(reason));
        }

        var today = IssuedEditions.Of(now.Dashboard);
        if (issued.Dashboard is { } before && Counts(before.Counts, today.Counts) is { } counts)
        {
            blocks.Add(new Paragraph(counts));
        }

        blocks.AddRange(SupplementParts.Arrived(today, revisions));
        blocks.AddRange(SupplementParts.Changed(revisions));
        return now with { Document = new Document(now.Document.Info with { Title = title }, [new Section(Orientation.Portrait, blocks)]) };
    }

    /// <summary>How many indicators are of each rating, where that is other than in the report.</summary>
    private static string? Counts(IssuedCounts before, IssuedCounts now)
    {
        if (now == before || now.Kpis == 0)
        {
            return null;
        }

        (string Name, int Before, int Now)[] all = [("Green", before.Green, now.Green), ("Amber", before.Amber, now.Amber), ("Red", before.Red, now.Red), ("not rated", before.NotRated, now.NotRated)];
        return $"Of {Words.Count(now.Kpis, "key performance indicator")} {Words.List(all.Where(one => one.Now > 0 || one.Before > 0).Select(one => $"{one.Now} {(one.Now == 1 ? "is" : "are")} now {one.Name} ({(one.Now == one.Before ? "as" : one.Before)} in the report)"))}.";
    }

    /// <summary>The whole report anew, which says under its title why it is corrected, and at its end what is other than before.</summary>
    public static Document Corrected(Document document, EditionHead head, IReadOnlyList<Revision> revisions)
    {
        var first = document.Sections[0];
        var title = first.Blocks.TakeWhile(block => block is not Heading { Level: 1 }).Count() + 1;
        var said = new Paragraph($"Corrected (edition {head.Number}): {head.Reason} {(revisions.Count == 0 ? "No figure, level or commentary is other than before." : "What is other than before is listed at the end.")}");
        return document with
        {
            Sections =
            [
                first with { Blocks = [.. first.Blocks.Take(title), said, .. first.Blocks.Skip(title)] },
                .. document.Sections.Skip(1),
                .. revisions.Count == 0 ? Array.Empty<Section>() : [new Section(Orientation.Portrait, [.. Part("What was corrected", "What is other than in the edition before", CorrectedTable, [.. revisions], "")])],
            ],
        };
    }

    private static IEnumerable<Block> Part(string heading, string caption, string name, List<Revision> revisions, string none)
    {
        yield return new Heading(2, heading);
        yield return revisions.Count == 0 ? new Paragraph(none) : new Table(
            name, caption, [new Column("Indicator", 34), new Column("Period", 14), new Column("What", 16), new Column("Before", 18), new Column("Now", 18)],
            [.. revisions.Select(Row)], RowHeader: 0, heading, []);
    }

    private static IReadOnlyList<Cell> Row(Revision revision) =>
        [Named(revision), revision.Period ?? "–", revision.What, Shown(revision.Old), Shown(revision.New)];

    /// <summary>What a revision is on.</summary>
    internal static string Named(Revision revision) => revision.Ref is null ? revision.Title ?? "" : $"{revision.Ref} {revision.Title}";

    internal static string Shown(string? said) => string.IsNullOrEmpty(said) ? "none" : said;
}
