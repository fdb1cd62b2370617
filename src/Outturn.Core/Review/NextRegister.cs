using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Papers;
using Outturn.Core.Targets;

namespace Outturn.Core.Review;

/// <summary>One indicator that is not as it was, and what changes: a sentence.</summary>
public sealed record RegisterChange(string Ref, string What);

/// <summary>The register as the proposals of a review make it: what goes ends with the old year, what stays gets the new year's levels, what is new begins with it.</summary>
/// <param name="Changes">What changes, in the order of the review; nothing for an indicator that is kept as it is.</param>
public sealed record NextRegister(Register Register, IReadOnlyList<RegisterChange> Changes)
{
    /// <summary>Why the set cannot be adopted as it stands; empty where it can.</summary>
    public static IReadOnlyList<string> Refusals(AnnualReview review) => [.. review.Items.SelectMany(item => Refusals(review, item))];

    /// <summary>Why the set cannot be adopted with one of its indicators as it stands.</summary>
    public static IEnumerable<string> Refusals(AnnualReview review, ReviewItem item)
    {
        if (item.Proposal is not { } proposal)
        {
            yield return $"{item.Ref} has no proposal: propose to keep it at the least.";
            yield break;
        }

        if (item.State != ReviewState.Agreed)
        {
            yield return $"The proposal for {item.Ref} is {item.State.Text().ToLowerInvariant()}, not agreed.";
        }

        if (string.IsNullOrWhiteSpace(proposal.Rationale))
        {
            yield return $"The proposal for {item.Ref} has no rationale: each owes one, keep included.";
        }

        if (proposal is { Decision: Decision.Replace, Successor: { } successor } && review.Find(successor) is not { Proposal.Goes: false })
        {
            yield return $"{item.Ref} is to be replaced by {successor}, which is not among the indicators of {review.Year}.";
        }
    }

    public static NextRegister Of(AnnualReview review)
    {
        var (register, changes) = (review.Register, new List<RegisterChange>());
        var items = review.Items.Where(item => item.Proposal is not null).ToDictionary(item => item.Ref);
        List<IndicatorHistory> histories = [.. register.Indicators.Select(history => items.TryGetValue(history.Indicator.Ref, out var item) ? Next(register, item, changes) : history)];
        foreach (var item in review.Items.Where(item => item.IsNew && register.Find(item.Ref) is null))
        {
            histories.Add(item.History with { Targets = new TargetHistory([LevelsOf(item.Proposal!)]), Proposals = [] });
            changes.Add(new RegisterChange(item.Ref, $"New: {item.Indicator.Title}{Asks(item)}."));
        }

        return new NextRegister(register with { Indicators = histories, Proposed = [] }, changes);
    }

    private static IndicatorHistory Next(Register register, ReviewItem item, List<RegisterChange> changes)
    {
        var (history, proposal) = (item.History, item.Proposal!);
        var own = proposal.Year;
        var before = history.Targets.All.Where(levels => levels.From < own.First).Select(levels => levels.To >= own.First ? levels with { To = own.First.AddDays(-1) } : levels);
        if (proposal.Goes)
        {
            changes.Add(new RegisterChange(item.Ref, $"{ProposalSentences.Change(item.Proposed!)}: {history.Indicator.Title}. Its last day is {Words.Date(own.First.AddDays(-1))}."));
            return history with
            {
                Indicator = history.Indicator with { Until = own.First.AddDays(-1), ReplacedBy = proposal.Decision == Decision.Replace ? proposal.Successor ?? history.Indicator.ReplacedBy : history.Indicator.ReplacedBy },
                Targets = new TargetHistory(before),
            };
        }

        if (item.IsNew)
        {
            changes.Add(new RegisterChange(item.Ref, $"New: {history.Indicator.Title}{Asks(item)}."));
        }
        else if (!item.IsUnchanged)
        {
            changes.Add(new RegisterChange(item.Ref, $"{ProposalSentences.Change(item.Proposed!)}."));
        }

        var after = history.Targets.All.Where(levels => levels.From > own.Last);
        return history with { Indicator = Sheet(register, history.Indicator, proposal), Targets = new TargetHistory([.. before, .. InYear(item), .. after]) };
    }

    /// <summary>The levels of the year: phased as in the year before where they are kept, else one pair or range for all of it.</summary>
    private static IEnumerable<Levels> InYear(ReviewItem item)
    {
        var (history, proposal) = (item.History, item.Proposal!);
        return proposal.Target is null && proposal.Range is null ? []
            : proposal.Decision == Decision.Keep && item.Current is { } current && current.Target == proposal.Target && current.Range == proposal.Range
                && NewYear.Within(history, proposal.Year.Before).Select(levels => NewYear.Shifted(levels, proposal.Year)).Where(levels => levels.From <= levels.To).ToList() is { Count: > 1 } phased
                ? phased.Select(levels => levels with { Rationale = proposal.Rationale, Benchmark = proposal.Benchmark })
                : [LevelsOf(proposal)];
    }

    private static Levels LevelsOf(Proposal proposal) => new(proposal.Year.First, proposal.Year.Last, proposal.Target, proposal.Range, proposal.Benchmark, proposal.Rationale);

    private static Indicator Sheet(Register register, Indicator indicator, Proposal proposal)
    {
        if (proposal.Sheet?.Against(indicator) is not { IsEmpty: false } sheet)
        {
            return indicator;
        }

        var (next, first) = (sheet.ApplyTo(indicator, register.Services, register.Committees), proposal.Year.First);
        return !sheet.ChangesCount ? next : next with
        {
            DefinitionFrom = first,
            DefinitionReason = proposal.Rationale,
            Breaks = proposal.Breaks && !indicator.Breaks.Contains(first) ? [.. indicator.Breaks, first] : indicator.Breaks,
        };
    }

    private static string Asks(ReviewItem item)
    {
        var (definition, target, range) = (item.Indicator.Definition, item.Proposal!.Target, item.Proposal.Range);
        return target is not null ? $", target {definition.Unit.PrintLevel(target.Level, definition.Decimals)}" + (target.FloorStandard is { } floor ? $", floor standard {definition.Unit.PrintLevel(floor, definition.Decimals)}" : "")
            : range is not null ? $", expected {Explanation.Range(range, definition)}"
            : "";
    }
}
