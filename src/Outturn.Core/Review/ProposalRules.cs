using Outturn.Core.Indicators;
using Outturn.Core.Targets;

namespace Outturn.Core.Review;

/// <summary>What of a proposal a refusal is about.</summary>
public enum ProposalPart
{
    Decision,
    Rationale,
    Target,
    Successor,
    BenchmarkSource,
    Sheet,
    Breaks,
}

/// <summary>What a proposal owes before it counts as one.</summary>
public static class ProposalRules
{
    /// <summary>What is said of a proposal without a rationale.</summary>
    public const string NoRationale = "Give a rationale: every proposal owes one, keep included.";

    /// <summary>Every reason why it is none yet; empty where it can be put forward.</summary>
    /// <param name="current">Null for an indicator that is not in the register.</param>
    /// <param name="levels">Those in force on the last day before the year.</param>
    public static IReadOnlyList<string> Refusals(Indicator? current, Levels? levels, Proposal proposal) => [.. ByPart(current, levels, proposal).Select(refusal => refusal.Reason)];

    /// <summary>The same, each with the part of the proposal that has to be put right.</summary>
    public static IEnumerable<(ProposalPart Part, string Reason)> ByPart(Indicator? current, Levels? levels, Proposal proposal) =>
        new[]
        {
            (ProposalPart.Rationale, string.IsNullOrWhiteSpace(proposal.Rationale) ? NoRationale : null),
            (ProposalPart.Sheet, proposal.Decision == Decision.New ? (proposal.Sheet ?? new SheetChange()).Refusal(current) : null),
            (ProposalPart.Decision, current is null && proposal.Decision != Decision.New ? "It is not in the register: propose it as new." : null),
            (ProposalPart.Sheet, current is not null && proposal.Stays ? proposal.Sheet?.Refusal(current) : null),
            (ProposalPart.Decision, current is not null && proposal.Stays ? OfChange(current, levels, proposal) : null),
            (ProposalPart.Successor, proposal.Decision == Decision.Replace && string.IsNullOrWhiteSpace(proposal.Successor) ? "Name the indicator that takes its place." : null),
            (ProposalPart.Successor, proposal.Decision == Decision.Replace && proposal.Successor == current?.Ref ? "An indicator cannot take its own place." : null),
            (ProposalPart.Breaks, proposal.Breaks && proposal.Sheet is not { ChangesCount: true } ? "Only a changed definition breaks the series: say what is counted otherwise, or leave the series whole." : null),
            (ProposalPart.Target, IsUnrated(current, levels, proposal) ? "A KPI without a target is not rated: give a target, or propose an activity indicator." : null),
            (ProposalPart.BenchmarkSource, proposal.Benchmark is not null && string.IsNullOrWhiteSpace(proposal.BenchmarkSource) ? "Say whose benchmark it is, and of when." : null),
        }.Where(refusal => refusal.Item2 is not null).Select(refusal => (refusal.Item1, refusal.Item2!));

    /// <summary>The same, each with the column of a table of proposals that it is about; null where it is about the proposal as a whole.</summary>
    public static IEnumerable<(string? Column, string Reason)> Owed(Indicator? current, Levels? levels, Proposal proposal) =>
        ByPart(current, levels, proposal).Select(refusal => (ColumnOf(refusal.Part), refusal.Reason));

    private static string? ColumnOf(ProposalPart part) => part switch
    {
        ProposalPart.Decision => "decision",
        ProposalPart.Rationale => "rationale",
        ProposalPart.Target => "target",
        ProposalPart.Successor => "successor",
        ProposalPart.Breaks => "break",
        ProposalPart.BenchmarkSource => "benchmark_source",
        _ => null,
    };

    private static string? OfChange(Indicator current, Levels? levels, Proposal proposal)
    {
        var changes = proposal.Target != levels?.Target || proposal.Range != levels?.Range || proposal.Sheet?.Against(current) is { IsEmpty: false };
        return proposal.Decision switch
        {
            Decision.Keep when changes => "To keep changes nothing: choose amend, or leave the levels and the definition as they are.",
            Decision.Amend when !changes => "Nothing is amended: choose keep, or say what changes.",
            _ => null,
        };
    }

    private static bool IsUnrated(Indicator? current, Levels? levels, Proposal proposal) =>
        !proposal.Goes && proposal.Target is null && (proposal.Sheet?.Kind ?? current?.Definition.Kind ?? IndicatorKind.Kpi) == IndicatorKind.Kpi
        && (proposal.Decision != Decision.Keep || levels?.Target is not null);
}
