using Outturn.Core.Release;
using Outturn.Reports.Issued;

namespace Outturn.Public.Site;

/// <summary>What each edition made public that had been published otherwise: what it says of itself, and the figures that another report had printed.</summary>
internal static class PublishedRevisions
{
    /// <summary>The reports with their editions' revisions, each told once: a second supplement repeats what the first has said.</summary>
    public static IReadOnlyList<PublicPaper> Told(IReadOnlyList<PublicPaper> papers)
    {
        var (printed, sinceWhole, revisions) = (new PublishedFigures(), new Dictionary<string, HashSet<Revision>>(), new Dictionary<long, IReadOnlyList<Revision>>());
        foreach (var edition in papers.SelectMany(paper => paper.Editions).Where(edition => edition.Content is not null).OrderBy(edition => edition.Number))
        {
            var told = sinceWhole.GetValueOrDefault(edition.Paper) ?? [];
            List<Revision> own = [.. edition.Content!.Revisions.Where(told.Add)];
            sinceWhole[edition.Paper] = edition.Kind.IsWhole() ? [] : told;
            if (edition.Content.Dashboard is { } board)
            {
                var said = edition.Content.Revisions.Select(revision => (revision.Ref, revision.Period)).ToHashSet();
                own.AddRange(printed.Otherwise(board).Where(revision => !said.Contains((revision.Ref, revision.Period))));
                printed.Take(board);
            }

            revisions[edition.Number] = own;
        }

        return [.. papers.Select(paper => paper with { Editions = [.. paper.Editions.Select(edition => edition with { Revisions = revisions.GetValueOrDefault(edition.Number) ?? [] })] })];
    }
}
