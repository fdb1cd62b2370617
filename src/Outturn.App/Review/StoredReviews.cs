using Microsoft.EntityFrameworkCore;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.Dashboards;
using Outturn.Core.Periods;
using Outturn.Core.Review;

namespace Outturn.App.Review;

/// <summary>The reviews that a store keeps: how each was opened, how far its proposals have come, what committees said of it, and its adoption.</summary>
public static class StoredReviews
{
    /// <summary>Every review that was opened, by its year.</summary>
    public static Task<IReadOnlyDictionary<Period, ReviewRecord>> ReadAsync(Store store, Register register, CancellationToken cancel) =>
        store.ReadAsync(db => ReadAsync(db, long.MaxValue, register, cancel), cancel);

    internal static async Task<IReadOnlyDictionary<Period, ReviewRecord>> ReadAsync(CouncilDb db, long upTo, Register register, CancellationToken cancel)
    {
        var reviews = await db.KnownAsync<ReviewFact>(upTo, cancel);
        if (reviews.Count == 0)
        {
            return new Dictionary<Period, ReviewRecord>();
        }

        var meetings = (await db.KnownAsync<ReviewMeetingFact>(upTo, cancel)).OrderBy(fact => fact.Day).ToLookup(fact => fact.Year);
        var steps = await (
            from fact in db.Set<ReviewStepFact>().AsNoTracking()
            join entry in db.Entries on fact.Entry equals entry.Number
            where fact.Entry <= upTo && !fact.Withdrawn
            orderby fact.Version
            select new { Fact = fact, entry.At }).ToListAsync(cancel);
        var comments = (await db.KnownAsync<CommentFact>(upTo, cancel)).OrderBy(fact => fact.Number).ToList();
        var adoptions = await (
            from fact in db.Set<AdoptionFact>().AsNoTracking()
            join entry in db.Entries on fact.Entry equals entry.Number
            where fact.Entry <= upTo
            orderby fact.Version
            select new { Fact = fact, entry.At }).ToListAsync(cancel);
        var words = await StoredWords.OfAsync(
            db, steps.Select(step => step.Fact.SaidWords).Concat(comments.SelectMany(comment => new[] { comment.ByWords, comment.TextWords, comment.ReplyWords })), cancel);
        return reviews.Select(review => new ReviewRecord(
            Period.Year(review.Year), review.ToChallenge, review.ToWrite,
            [.. from meeting in meetings[review.Year]
                let committee = register.Committees.FirstOrDefault(known => known.Name == meeting.Committee)
                where committee is not null
                select new ReviewMeeting(committee, meeting.Day)],
            steps.Where(step => step.Fact.Year == review.Year).ToLookup(step => step.Fact.Ref, step => new ReviewStep(step.Fact.State, step.Fact.Who, step.At, words[step.Fact.SaidWords])),
            [.. from comment in comments
                where comment.Year == review.Year
                let committee = register.Committees.FirstOrDefault(known => known.Name == comment.Committee) ?? new Committee(comment.Committee, comment.Committee, [])
                select new CommitteeComment(
                    comment.Number, comment.Ref, committee, words[comment.ByWords] ?? "", comment.Day, words[comment.TextWords] ?? "", words[comment.ReplyWords], comment.RepliedBy, comment.Outcome)],
            AdoptionOf(Period.Year(review.Year), [.. adoptions.Where(adoption => adoption.Fact.Year == review.Year).Select(adoption => (adoption.Fact, adoption.At))])))
            .ToDictionary(record => record.Year);
    }

    /// <summary>What was changed within years that were adopted.</summary>
    internal static async Task<IReadOnlyList<LaterChange>> LaterChangesAsync(CouncilDb db, long upTo, StoredWords words, CancellationToken cancel) =>
    [
        .. (await db.KnownAsync<LaterChangeFact>(upTo, cancel)).OrderBy(fact => fact.Entry).ThenBy(fact => fact.Ref, StringComparer.Ordinal)
            .Select(fact => new LaterChange(Period.Year(fact.Year), fact.Ref, fact.Number, fact.What, words[fact.ReasonWords] ?? "", fact.Committee, fact.Day)),
    ];

    private static Adoption? AdoptionOf(Period year, IReadOnlyList<(AdoptionFact Fact, DateTime At)> versions)
    {
        if (versions is not [.., var last] || last.Fact.Withdrawn)
        {
            return null;
        }

        var putForward = versions.Last(version => version.Fact.AdoptedBy is null);
        return new Adoption(
            year, last.Fact.SetDigest, last.Fact.PutForwardBy, putForward.At, last.Fact.AdoptedBy, last.Fact.AdoptedBy is null ? null : last.At,
            last.Fact.Changes?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? []);
    }
}
