using Outturn.App.Registers;
using Outturn.Core.Indicators;
using Outturn.Core.People;
using Outturn.Core.Periods;
using Outturn.Core.Review;
using Outturn.Web.Access;

namespace Outturn.Web.Pages;

/// <summary>What the review of a year asks of somebody today.</summary>
/// <param name="Owed">Services of theirs that owe proposals, how many, by when, and whether that day is over.</param>
/// <param name="Challenged">Proposals of theirs that the analyst asks about.</param>
/// <param name="ToLookAt">Services whose proposals wait for the analyst, and how many each.</param>
/// <param name="Open">Comments of committees that nobody has replied to.</param>
public sealed record ReviewWork(
    Period Year, IReadOnlyList<(Service Service, int Count, DateOnly? By, bool IsLate)> Owed, IReadOnlyList<ReviewItem> Challenged, IReadOnlyList<(Service Service, int Count)> ToLookAt, IReadOnlyList<CommitteeComment> Open)
{
    /// <summary>Of every review that is open, those that ask something; newest first.</summary>
    public static IReadOnlyList<ReviewWork> Of(CouncilNow now, Person me) =>
    [
        .. now.Reviews.Values.Where(record => record.Adoption?.IsAdopted != true).OrderByDescending(record => record.Year)
            .Select(record => Of(now, me, record)).Where(work => work.Owed.Count + work.Challenged.Count + work.ToLookAt.Count + work.Open.Count > 0),
    ];

    private static ReviewWork Of(CouncilNow now, Person me, ReviewRecord record)
    {
        var review = now.ReviewOf(record.Year);
        var own = review.Services.Where(service => me.Has(service.Service.Name) && me.May("/Review/Propose", service.Service.Name)).ToList();
        return new ReviewWork(
            record.Year,
            [
                .. from service in own
                   let count = service.Items.Count - service.Proposed
                   where count > 0
                   let until = review.DatesOf(service)?.Propose
                   select (service.Service, count, until, now.Day > until),
            ],
            [.. own.SelectMany(service => service.Items).Where(item => item.State == ReviewState.Challenged)],
            me.May("/Review/Agree") ? [.. from service in review.Services let count = service.Items.Count(item => item.State == ReviewState.Proposed) where count > 0 select (service.Service, count)] : [],
            me.May("/Review/Reply") ? [.. record.Comments.Where(comment => comment.Outcome == CommentOutcome.Open)] : []);
    }
}
