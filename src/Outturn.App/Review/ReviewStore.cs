using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Dashboards;
using Outturn.Core.Periods;
using Outturn.Core.Review;

namespace Outturn.App.Review;

/// <summary>One step in a review, as one entry of the audit trail: the review as it is, a decision, and what that adds.</summary>
internal static class ReviewStore
{
    /// <param name="take">Decides by the review as it is, and adds the facts; what it refuses leaves the store as it was.</param>
    public static Task<ReviewResult> TakeAsync(Store store, Act act, Period year, Func<Writing, AnnualReview, Task<ReviewResult>> take, CancellationToken cancel) =>
        store.WriteAsync(act, async writing =>
        {
            var result = await ReadAsync(writing, year, cancel) is not { } register ? ReviewResult.Refuse(CouncilSource.NoCouncil)
                : !register.Records.TryGetValue(year, out var record) ? ReviewResult.Refuse(OpenReview.NotOpen(year))
                : record.Adoption?.IsAdopted == true ? ReviewResult.Refuse($"{year} was adopted on {UkTime.DayOf(record.Adoption.AdoptedAt!.Value):dd/MM/yyyy}: its review is closed.")
                : await take(writing, AnnualReview.Of(register.Register, year, record));
            if (result is ReviewResult.Refused)
            {
                writing.Abandon();
            }

            return result;
        }, cancel);

    private static async Task<(Register Register, IReadOnlyDictionary<Period, ReviewRecord> Records)?> ReadAsync(Writing writing, Period year, CancellationToken cancel) =>
        await StoredRegister.ReadAsync(writing.Db, long.MaxValue, UkTime.DayOf(writing.At), cancel, withFigures: false) is { } register
            ? (register, await StoredReviews.ReadAsync(writing.Db, long.MaxValue, register, cancel))
            : null;
}
