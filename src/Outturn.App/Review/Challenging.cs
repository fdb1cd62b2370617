using Outturn.App.Stores.Facts;
using Outturn.App.Stores;
using Outturn.Core.People;
using Outturn.Core.Periods;
using Outturn.Core.Review;

namespace Outturn.App.Review;

/// <summary>The analyst's side of a proposal: a question that sends it back, or agreement; and the service's answer that leaves it as it is.</summary>
public static class Challenging
{
    internal const string ChallengeAction = "challenge proposal";
    internal const string AnswerAction = "answer challenge";
    internal const string AgreeAction = "agree proposal";

    public static Task<ReviewResult> ChallengeAsync(Store store, Period year, string reference, string question, string who, CancellationToken cancel) =>
        StepAsync(store, new Act(who, ChallengeAction, $"{reference}, {year}"), year, [reference], ReviewState.Challenged, question, item =>
            string.IsNullOrWhiteSpace(question) ? "Say what you ask of the service." : item.State == ReviewState.Challenged ? $"{item.Ref} waits for the service's answer already." : null, cancel);

    /// <summary>Answers a question without another proposal.</summary>
    /// <param name="may">Whether the person may answer for a service.</param>
    public static Task<ReviewResult> AnswerAsync(Store store, Period year, string reference, string answer, string who, Func<string, bool> may, CancellationToken cancel) =>
        StepAsync(store, new Act(who, AnswerAction, $"{reference}, {year}"), year, [reference], ReviewState.Proposed, answer, item =>
            !may(item.Indicator.Service.Name) ? Unknown(reference, year)
            : string.IsNullOrWhiteSpace(answer) ? "Write the answer to the analyst's question."
            : item.State != ReviewState.Challenged ? $"Nothing is asked of {item.Ref}."
            : null, cancel);

    /// <summary>Agrees proposals, all of them or none; nobody agrees what they proposed themselves.</summary>
    public static Task<ReviewResult> AgreeAsync(Store store, Period year, IReadOnlyList<string> references, string who, string? remark, CancellationToken cancel) =>
        StepAsync(store, new Act(who, AgreeAction, references.Count == 1 ? $"{references[0]}, {year}" : $"{references.Count} proposals, {year}"), year, references, ReviewState.Agreed, remark, item =>
            item.State == ReviewState.Agreed ? $"{item.Ref} is agreed already."
            : item.State == ReviewState.Challenged ? $"{item.Ref} waits for the service's answer."
            : string.IsNullOrWhiteSpace(item.Proposal!.Rationale) ? $"The proposal for {item.Ref} has no rationale: each owes one, keep included."
            : Person.IsSame(item.Steps.LastOrDefault(step => step.State == ReviewState.Proposed)?.Who, who) ? $"You proposed {item.Ref} yourself: somebody else agrees it."
            : null, cancel);

    private static Task<ReviewResult> StepAsync(
        Store store, Act act, Period year, IReadOnlyList<string> references, ReviewState state, string? said, Func<ReviewItem, string?> refusal, CancellationToken cancel) =>
        ReviewStore.TakeAsync(store, act, year, async (writing, review) =>
        {
            var items = references.Distinct(StringComparer.OrdinalIgnoreCase).Select(reference => (Ref: reference, Item: review.Find(reference))).ToList();
            string[] refusals = [.. items.Select(pair => pair.Item is not { Proposal: not null } item ? Unknown(pair.Ref, year) : refusal(item)).OfType<string>()];
            if (refusals.Length > 0 || items.Count == 0)
            {
                return ReviewResult.Refuse(items.Count == 0 ? ["Choose at least one proposal."] : refusals);
            }

            var first = year.First.Year;
            var last = (await writing.Db.LastVersionsAsync<ReviewStepFact>(long.MaxValue, cancel, fact => fact.Year == first)).ToDictionary(fact => fact.Ref);
            var words = writing.Words(string.IsNullOrWhiteSpace(said) ? null : said.Trim());
            foreach (var (_, item) in items)
            {
                writing.Add(new ReviewStepFact { Ref = item!.Ref, Year = first, Version = (last.GetValueOrDefault(item.Ref)?.Version ?? 0) + 1, State = state, Who = writing.Who, SaidWords = words });
            }

            return new ReviewResult.Taken([.. items.Select(pair => $"{pair.Item!.Ref}: {state.Text().ToLowerInvariant()}")]);
        }, cancel);

    private static string Unknown(string reference, Period year) => $"There is no proposal for {reference} in the review of {year}.";
}
