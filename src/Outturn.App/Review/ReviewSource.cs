using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.Periods;
using Outturn.Core.Review;

namespace Outturn.App.Review;

/// <summary>A council's proposals wherever they are kept, and what its store keeps of its reviews; a folder keeps nothing of them.</summary>
/// <param name="Template">The house's Word template; null where the council uses ours.</param>
public sealed record ReviewSource(Register Register, byte[]? Template, IReadOnlyDictionary<Period, ReviewRecord> Records)
{
    /// <param name="source">A folder, the file of a store, or the address of one.</param>
    /// <returns>Defects too where it was read: what should be looked at.</returns>
    public static async Task<(ReviewSource? Source, IReadOnlyList<Defect> Defects)> ReadAsync(string source, TimeProvider clock, CancellationToken cancel)
    {
        var result = await CouncilSource.ReadAsync(source, null, clock, cancel);
        if (result is not FolderResult.Read read)
        {
            return (null, ((FolderResult.Refused)result).Defects);
        }

        var records = StoreAddress.IsStore(source) && StoreAddress.Read(source, out _) is { } address && await Store.OpenAsync(address, clock, cancel) is StoreResult.Opened { Store: var store }
            ? await StoredReviews.ReadAsync(store, read.Register, cancel)
            : new Dictionary<Period, ReviewRecord>();
        return (new ReviewSource(read.Register, read.Template, records), read.Warnings);
    }

    /// <summary>The last year that has proposals or a review; null where there is none.</summary>
    public Period? LastYear => Register.Indicators.Concat(Register.Proposed).SelectMany(history => history.Proposals).Select(proposal => proposal.Year.FinancialYear)
        .Concat(Records.Keys).Cast<Period?>().Max();

    public AnnualReview Of(Period year) => AnnualReview.Of(Register, year, Records.GetValueOrDefault(year));

    /// <summary>The year whose review is open, else the last that is proposed for and not adopted, else the one after the last figures.</summary>
    public Period NextYear => Records.Values.Where(record => record.Adoption?.IsAdopted != true).Select(record => (Period?)record.Year).Max()
        ?? (LastYear is { } last && IsProposed(last) ? last : Register.Indicators.Select(history => history.LastPeriod).OfType<Period>().Select(period => period.FinancialYear).DefaultIfEmpty(Period.Year(2000)).Max().Next);

    /// <summary>Whether a year is proposed and not adopted; a folder, which keeps no adoption, has no levels for it yet.</summary>
    public bool IsProposed(Period year) =>
        Register.Indicators.Concat(Register.Proposed).Any(history => AnnualReview.ProposalFor(history, year) is not null)
        && (Records.TryGetValue(year, out var record) ? record.Adoption?.IsAdopted != true
            : !Register.Indicators.Any(history => NewYear.OwnYear(history.Indicator, year) is var own && history.Targets.All.Any(levels => levels.From >= own.First && levels.From <= own.Last)));

    /// <summary>The register as the proposals of a year make it, where they are not adopted yet.</summary>
    public Register AsProposed(Period year) => IsProposed(year) ? NextRegister.Of(Of(year)).Register : Register;

    /// <summary>Comments on the review of the year before that were to be taken up in this one.</summary>
    public static IReadOnlyList<CommitteeComment> Carried(IReadOnlyDictionary<Period, ReviewRecord> records, Period year, Committee? committee) =>
        [.. (records.GetValueOrDefault(year.Before)?.Comments ?? []).Where(comment => comment.Outcome == CommentOutcome.NextReview && (committee is null || comment.Committee == committee))];
}
