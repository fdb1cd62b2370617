using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Review;

namespace Outturn.App.Review.Workbook;

/// <summary>What came of making a service's workbook of proposals.</summary>
public abstract record StoreProposalsResult
{
    private StoreProposalsResult()
    {
    }

    /// <param name="Indicators">How many indicators the service is asked about.</param>
    public sealed record Made(Service Service, Period Year, int Indicators, byte[] Workbook) : StoreProposalsResult;

    public sealed record Refused(string Reason) : StoreProposalsResult;
}

/// <summary>The workbook in which a service proposes, made from a store.</summary>
public static class StoreProposals
{
    /// <param name="year">Null for the one review that is open.</param>
    public static Task<StoreProposalsResult> MakeAsync(Store store, Period? year, string service, CancellationToken cancel) => store.ReadAsync<StoreProposalsResult>(
        async db =>
        {
            var (upTo, today) = (await db.EntryAsync(null, cancel), UkTime.DayOf(store.Now()));
            if (await StoredRegister.ReadAsync(db, upTo, today, cancel) is not { } register)
            {
                return new StoreProposalsResult.Refused(CouncilSource.NoCouncil);
            }

            var records = await StoredReviews.ReadAsync(db, upTo, register, cancel);
            if (OpenReview.Of(records, year, out var refusal) is not { } record)
            {
                return new StoreProposalsResult.Refused(refusal);
            }

            if (register.Services.FirstOrDefault(known => known.Name.Equals(service.Trim(), StringComparison.OrdinalIgnoreCase)) is not { } asked)
            {
                return new StoreProposalsResult.Refused($"There is no service \"{service}\".{Nearest.Ask(service, register.Services.Select(known => known.Name))}");
            }

            var items = AnnualReview.Of(register, record.Year, record).Services.FirstOrDefault(reviewed => reviewed.Service.Name == asked.Name)?.Items ?? [];
            using var stream = new MemoryStream();
            ProposalWorkbook.Write(stream, new ProposalContent(new ProposalStamp(db.Identity.Single().Id, upTo, today, record.Year, asked.Name), register.Council, items));
            return new StoreProposalsResult.Made(asked, record.Year, items.Count, stream.ToArray());
        },
        cancel);
}
