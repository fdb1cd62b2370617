using System.Security.Cryptography;
using Outturn.App.Registers;
using Outturn.App.Stores.Facts;
using Outturn.App.Stores;
using Outturn.Core.People;
using Outturn.Core.Periods;
using Outturn.Core.Review;

namespace Outturn.App.Review;

/// <summary>The agreed set becomes the next year's register in one step: one person puts it forward, another adopts it.</summary>
public static class Adopting
{
    internal const string PutForwardAction = "put review forward";
    internal const string Action = "adopt review";

    /// <summary>Puts the set as it stands forward for adoption.</summary>
    public static Task<ReviewResult> PutForwardAsync(Store store, Period year, string who, CancellationToken cancel) =>
        ReviewStore.TakeAsync(store, new Act(who, PutForwardAction, year.ToString()), year, async (writing, review) =>
        {
            if (NextRegister.Refusals(review) is { Count: > 0 } refusals)
            {
                return new ReviewResult.Refused(refusals);
            }

            var digest = DigestOf(writing, review);
            if (review.Record!.Adoption?.SetDigest == digest)
            {
                return ReviewResult.Refuse($"This set was put forward by {review.Record.Adoption.PutForwardBy} already: somebody else adopts it.");
            }

            var first = year.First.Year;
            var last = await writing.Db.LastVersionAsync<AdoptionFact>(fact => fact.Year == first, cancel);
            writing.Add(new AdoptionFact { Year = first, Version = (last?.Version ?? 0) + 1, SetDigest = digest, PutForwardBy = writing.Who });
            return new ReviewResult.Taken([.. NextRegister.Of(review).Changes.Select(change => $"{change.Ref}: {change.What}")]);
        }, cancel);

    /// <summary>Adopts the set that was put forward: the old year is closed, and the new one has its indicators, levels and definitions. All of it or nothing.</summary>
    public static Task<ReviewResult> AdoptAsync(Store store, Period year, string who, CancellationToken cancel) =>
        ReviewStore.TakeAsync(store, new Act(who, Action, year.ToString()), year, async (writing, review) =>
        {
            if (review.Record!.Adoption is not { } forward)
            {
                return ReviewResult.Refuse($"Nobody has put the proposals for {year} forward yet: that is done first, by another person.");
            }

            if (Person.IsSame(forward.PutForwardBy, writing.Who))
            {
                return ReviewResult.Refuse("You put this set forward yourself: somebody else adopts it.");
            }

            if (NextRegister.Refusals(review) is { Count: > 0 } refusals)
            {
                return new ReviewResult.Refused(refusals);
            }

            if (forward.SetDigest != DigestOf(writing, review))
            {
                return ReviewResult.Refuse("The proposals have changed since the set was put forward: put it forward anew.");
            }

            var next = NextRegister.Of(review);
            if (RegisterEdit.Dangling(next.Register) is { Count: > 0 } dangling)
            {
                return new ReviewResult.Refused(dangling);
            }

            string[] changes = [.. next.Changes.Select(change => $"{change.Ref}: {change.What}")];
            await RegisterEdit.SettleAsync(writing, review.Register, next.Register, null, cancel);
            var first = year.First.Year;
            var last = (await writing.Db.LastVersionsAsync<AdoptionFact>(long.MaxValue, cancel, fact => fact.Year == first)).Single();
            writing.Add(new AdoptionFact { Year = first, Version = last.Version + 1, SetDigest = forward.SetDigest, PutForwardBy = forward.PutForwardBy, AdoptedBy = writing.Who, Changes = string.Join('\n', changes) });
            return new ReviewResult.Taken(changes);
        }, cancel);

    /// <summary>SHA-256 of every proposal in the set, in the order of their refs.</summary>
    private static string DigestOf(Writing writing, AnnualReview review)
    {
        using var line = new CanonicalLine();
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var item in review.Items.Where(item => item.Proposal is not null).OrderBy(item => item.Ref, StringComparer.Ordinal))
        {
            writing.TableOf<ProposalFact>().Write(line, RegisterFacts.ProposalOf(item.Ref, item.Proposal!, text => text));
            digest.AppendData(line.Bytes);
            if (RegisterFacts.SheetOf(item.Ref, item.Proposal!) is { } sheet)
            {
                writing.TableOf<ProposalSheetFact>().Write(line, sheet);
                digest.AppendData(line.Bytes);
            }
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }
}
