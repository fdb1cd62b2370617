using Outturn.App.Stores;
using Outturn.Core.Papers;
using Outturn.Core.Release;
using Outturn.Reports.Issued;

namespace Outturn.Web.Release;

/// <summary>Holds a report that is on its way beside what is public already: no figure should be other in two papers and nobody know of it.</summary>
internal static class PublishedChecks
{
    /// <summary>A chart goes back a year: reports further back than this print no period of it.</summary>
    private const int Days = 400;

    /// <summary>The figures that other reports print otherwise, and a correction in which nothing is other.</summary>
    /// <param name="now">As it would be printed today.</param>
    public static async Task<IReadOnlyList<ChecklistItem>> OfAsync(Store store, IReadOnlyList<ReportLife> lives, ReportLife life, string contentDigest, IssuedDashboard now, CancellationToken cancel)
    {
        List<(Revision Revision, ReportLife In)> otherwise = [];
        foreach (var other in lives.Where(other => other.Name != life.Name && other.Subject == PaperSubject.Dashboard && other.Current is not null && Math.Abs(other.DataTo.DayNumber - life.DataTo.DayNumber) <= Days))
        {
            if (await EditionMaking.ReadAsync(store, other.LastSaid?.Digest, cancel) is { Dashboard: { } printed })
            {
                var figures = new PublishedFigures();
                figures.Take(printed);
                otherwise.AddRange(figures.Otherwise(now).Select(revision => (revision, other)));
            }
        }

        var isUnchanged = life.OnItsWay is { Kind: EditionKind.Correction } && !life.IsWithdrawn && life.LastSaid?.ContentDigest == contentDigest;
        return
        [
            .. isUnchanged
                ? [new ChecklistItem(Check.Unchanged, ChecklistItem.Paper, "Nothing in this correction is other than in what was issued: change what is wrong first, a figure, a level or a text, unless it is only the look of its files.", new Cure.OfReport(life.Name))]
                : Array.Empty<ChecklistItem>(),
            .. otherwise.GroupBy(found => found.Revision.Ref!).Select(found => new ChecklistItem(
                Check.PublishedOtherwise, found.Key, $"{found.Key} was published otherwise: {string.Join("; ", found.GroupBy(one => one.In.Name).Select(In))}. Correct {(found.Select(one => one.In.Name).Distinct().Count() == 1 ? "that report" : "those reports")} too where the old figure was an error; the public page of the indicator lists the change either way.",
                new Cure.OfReport(found.First().In.Name))),
        ];
    }

    /// <summary>"75% for Mar 2026 in Quarterly Performance Report, results to March 2026, here 82%".</summary>
    private static string In(IEnumerable<(Revision Revision, ReportLife In)> found)
    {
        var all = found.ToList();
        return $"in {all[0].In.Title} {Words.List(all.Select(one => $"{one.Revision.Old} for {one.Revision.Period}, here {one.Revision.New ?? "none"}"))}";
    }
}
