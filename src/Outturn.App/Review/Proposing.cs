using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Review;
using Outturn.Core.Targets;

namespace Outturn.App.Review;

/// <summary>A proposal as a service sends it.</summary>
/// <param name="Answer">What the service says to the analyst's question, or of the proposal; or null.</param>
public sealed record SentProposal(string Ref, Proposal Proposal, string? Answer = null);

/// <summary>Puts proposals forward, all of them or none, and takes a new one back.</summary>
public static class Proposing
{
    internal const string Action = "propose";
    internal const string TakeBackAction = "take back proposal";

    /// <param name="may">Whether the person may propose for a service.</param>
    /// <param name="late">What has come into the review since the proposals were compared with it, and so is not overwritten.</param>
    public static Task<ReviewResult> RunAsync(
        Store store, Period year, IReadOnlyList<SentProposal> sent, string who, Func<string, bool> may, CancellationToken cancel, string? sourceDigest = null, Func<AnnualReview, IEnumerable<string>>? late = null) =>
        ReviewStore.TakeAsync(store, new Act(who, Action, sent.Count == 1 ? $"{sent[0].Ref}, {year}" : $"{sent.Count} proposals, {year}", SourceDigest: sourceDigest), year, async (writing, review) =>
        {
            string[] refusals =
            [
                .. sent.SelectMany(proposal => Refusals(review, proposal, may)),
                .. sent.GroupBy(proposal => proposal.Ref, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => $"{same.Key} is proposed twice: keep one of the two."),
                .. late?.Invoke(review) ?? [],
            ];
            return refusals.Length > 0 ? new ReviewResult.Refused(refusals) : await AddAsync(writing, review, sent, cancel);
        }, cancel);

    /// <summary>Takes back a new indicator that was proposed and not agreed.</summary>
    public static Task<ReviewResult> TakeBackAsync(Store store, Period year, string reference, string who, string? why, Func<string, bool> may, CancellationToken cancel) =>
        ReviewStore.TakeAsync(store, new Act(who, TakeBackAction, $"{reference}, {year}", why), year, async (writing, review) =>
        {
            if (review.Find(reference) is not { IsNew: true } item || !may(item.Indicator.Service.Name) || review.Register.Find(item.Ref) is not null)
            {
                return ReviewResult.Refuse($"There is no new indicator {reference} among the proposals for {year}.");
            }

            if (item.State == ReviewState.Agreed)
            {
                return ReviewResult.Refuse($"The proposal for {item.Ref} is agreed: have it challenged first.");
            }

            foreach (var fact in (await writing.Db.KnownAsync<ProposalFact>(long.MaxValue, cancel, fact => fact.Ref == item.Ref)).Cast<Fact>()
                .Concat(await writing.Db.KnownAsync<ProposalSheetFact>(long.MaxValue, cancel, fact => fact.Ref == item.Ref)))
            {
                writing.Add(fact.WithdrawnVersion());
            }

            return new ReviewResult.Taken([$"{item.Ref} is no longer proposed."]);
        }, cancel);

    /// <summary>Why a proposal cannot be put forward, each sentence with its ref; empty where it can.</summary>
    public static IEnumerable<string> Refusals(AnnualReview review, SentProposal sent, Func<string, bool> may) => Owed(review, sent, may).Select(owed => owed.Reason);

    /// <summary>The same reasons, each with the column of a table of proposals that it is about; null where it is about the row.</summary>
    internal static IEnumerable<(string? Column, string Reason)> Owed(AnnualReview review, SentProposal sent, Func<string, bool> may)
    {
        var (reference, proposal) = (sent.Ref, sent.Proposal);
        var item = review.Find(reference);
        var current = item is null || (item.IsNew && review.Register.Find(item.Ref) is null) ? null : item.Indicator;
        var service = current?.Service.Name ?? item?.Indicator.Service.Name ?? proposal.Sheet?.Service;
        if (Indicator.RefRefusal(reference) is { } unfit)
        {
            return [("ref", unfit)];
        }

        if (service is not null && review.Register.Services.All(known => known.Name != service))
        {
            return [("service", $"{reference}: there is no service \"{service}\".")];
        }

        if (service is null || !may(service) || (proposal.Sheet?.Service is { } other && proposal.Decision == Decision.New && !may(other)))
        {
            return [("ref", $"There is no indicator {reference} that you may propose for.")];
        }

        if (item?.State == ReviewState.Agreed)
        {
            return [(null, $"The proposal for {item.Ref} is agreed: the analyst can challenge it again if it has to change.")];
        }

        return
        [
            .. item is null && review.Register.Find(reference) is { } ended ? new[] { ((string?)"ref", $"{reference} is not in the review of {review.Year}: {ended.Indicator.Title} ended on {ended.Indicator.Until:dd/MM/yyyy}.") } : [],
            .. ProposalRules.Owed(current, item?.Current, proposal).Select(owed => (owed.Column, $"{reference}: {owed.Reason}")),
            .. (proposal.Sheet?.Committees ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(name => review.Register.Committees.All(committee => !committee.IsCalled(name))).Select(name => ((string?)"committees", $"{reference}: there is no committee \"{name}\".")),
        ];
    }

    private static async Task<ReviewResult> AddAsync(Writing writing, AnnualReview review, IReadOnlyList<SentProposal> sent, CancellationToken cancel)
    {
        var words = await StoredWords.ReadAsync(writing.Db, cancel);
        writing.KeepOnce(words.All);
        var comparing = new RegisterComparison(writing, words, new ImportOptions());
        var year = review.Year.First.Year;
        var named = sent.Select(proposal => proposal with { Ref = review.Find(proposal.Ref)?.Ref ?? proposal.Ref }).ToList();
        await comparing.SettleAsync(named.Select(proposal => RegisterFacts.ProposalOf(proposal.Ref, proposal.Proposal, writing.Words)), cancel, _ => true);
        await comparing.SettleAsync(named.Select(proposal => RegisterFacts.SheetOf(proposal.Ref, proposal.Proposal)).OfType<ProposalSheetFact>(), cancel, _ => true);
        string[] bare = [.. named.Where(proposal => RegisterFacts.SheetOf(proposal.Ref, proposal.Proposal) is null).Select(proposal => proposal.Ref)];
        foreach (var sheet in (await writing.Db.KnownAsync<ProposalSheetFact>(long.MaxValue, cancel, fact => bare.Contains(fact.Ref))).Where(sheet => named.Exists(proposal => proposal.Ref == sheet.Ref && proposal.Proposal.Year == sheet.Period)))
        {
            writing.Add(sheet.WithdrawnVersion());
        }

        var last = (await writing.Db.LastVersionsAsync<ReviewStepFact>(long.MaxValue, cancel, fact => fact.Year == year)).ToDictionary(fact => fact.Ref);
        foreach (var proposal in named)
        {
            writing.Add(new ReviewStepFact
            {
                Ref = proposal.Ref, Year = year, Version = (last.GetValueOrDefault(proposal.Ref)?.Version ?? 0) + 1, State = ReviewState.Proposed, Who = writing.Who, SaidWords = writing.Words(Said(proposal.Answer)),
            });
        }

        return new ReviewResult.Taken([.. comparing.Changes.Select(change => $"{change.About}{(change.Differences.Count == 0 ? "" : $": {string.Join(", ", change.Differences)}")}")]);
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
