using Microsoft.EntityFrameworkCore;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.Periods;
using Outturn.Core.Review;

namespace Outturn.App.Review;

/// <summary>What a member said, as the clerk records it.</summary>
/// <param name="Ref">Null where it is about the review as a whole.</param>
/// <param name="Committee">Name or short name.</param>
/// <param name="By">Who said it: a member of the committee, a post.</param>
public sealed record RecordedComment(string? Ref, string Committee, string By, DateOnly Day, string Text);

/// <summary>Records what committees say of a review, and what becomes of it.</summary>
public static class Comments
{
    internal const string Action = "record comment";
    internal const string ReplyAction = "reply to comment";

    public static Task<ReviewResult> RecordAsync(Store store, Period year, RecordedComment said, string who, CancellationToken cancel) =>
        ReviewStore.TakeAsync(store, new Act(who, Action, said.Ref is null ? $"{year}" : $"{said.Ref}, {year}"), year, async (writing, review) =>
        {
            var committee = review.Register.Committees.FirstOrDefault(known => known.IsCalled(said.Committee));
            var item = said.Ref is null ? null : review.Find(said.Ref);
            string[] refusals =
            [
                .. new[]
                {
                    committee is null ? $"There is no committee \"{said.Committee}\"." : null,
                    said.Ref is not null && item is null ? $"{said.Ref} is not in the review of {year}." : null,
                    string.IsNullOrWhiteSpace(said.Text) ? "Write what was said." : null,
                    string.IsNullOrWhiteSpace(said.By) ? "Say who said it: a name, or a member of the committee." : null,
                    said.Day > UkTime.DayOf(writing.At) ? "The day of the comment lies in the future." : null,
                }.OfType<string>(),
            ];
            if (refusals.Length > 0)
            {
                return new ReviewResult.Refused(refusals);
            }

            var first = year.First.Year;
            var number = (await writing.Db.Set<CommentFact>().Where(fact => fact.Year == first).MaxAsync(fact => (int?)fact.Number, cancel) ?? 0) + 1;
            writing.Add(new CommentFact
            {
                Year = first, Number = number, Version = 1, Ref = item?.Ref, Committee = committee!.Name, ByWords = writing.Words(said.By.Trim()), Day = said.Day, TextWords = writing.Words(said.Text.Trim()),
            });
            return new ReviewResult.Taken([$"Comment {number}"]);
        }, cancel);

    /// <summary>Replies to a comment and says what becomes of it; a reply that is there is kept as the version before.</summary>
    public static Task<ReviewResult> ReplyAsync(Store store, Period year, int number, string? reply, CommentOutcome outcome, string who, CancellationToken cancel) =>
        ReviewStore.TakeAsync(store, new Act(who, ReplyAction, $"comment {number}, {year}"), year, async (writing, _) =>
        {
            var first = year.First.Year;
            if ((await writing.Db.KnownAsync<CommentFact>(long.MaxValue, cancel, fact => fact.Year == first && fact.Number == number)).SingleOrDefault() is not { } last)
            {
                return ReviewResult.Refuse($"There is no comment {number} on the review of {year}.");
            }

            if (CommentOutcomes.Refusal(outcome, reply) is { } refusal)
            {
                return ReviewResult.Refuse(refusal);
            }

            var replied = !string.IsNullOrWhiteSpace(reply);
            writing.Add(new CommentFact
            {
                Year = first, Number = number, Version = last.Version + 1, Ref = last.Ref, Committee = last.Committee, ByWords = last.ByWords, Day = last.Day, TextWords = last.TextWords,
                ReplyWords = replied ? writing.Words(reply!.Trim()) : null, RepliedBy = replied ? writing.Who : null, Outcome = outcome,
            });
            return new ReviewResult.Taken([$"Comment {number}: {outcome.Text().ToLowerInvariant()}"]);
        }, cancel);
}
