using Outturn.Core.Indicators;
using Outturn.Core.Targets;

namespace Outturn.Core.Review;

/// <summary>What a proposal owes before it counts as one.</summary>
public static class ProposalRules
{
    /// <summary>Every reason why it is none yet; empty where it can be put forward.</summary>
    /// <param name="current">Null for an indicator that is not in the register.</param>
    /// <param name="levels">Those in force on the last day before the year.</param>
    public static IReadOnlyList<string> Refusals(Indicator? current, Levels? levels, Proposal proposal) => [.. Owed(current, levels, proposal).Select(owed => owed.Reason)];

    /// <summary>Every reason, each with the column of a table of proposals that it is about; null where it is about the proposal as a whole.</summary>
    /// <inheritdoc cref="Refusals"/>
    public static IReadOnlyList<(string? Column, string Reason)> Owed(Indicator? current, Levels? levels, Proposal proposal) =>
    [
        .. new (string? Column, string? Reason)[]
        {
            ("rationale", string.IsNullOrWhiteSpace(proposal.Rationale) ? "Give a rationale: every proposal owes one, keep included." : null),
            (null, proposal.Decision == Decision.New ? (proposal.Sheet ?? new SheetChange()).Refusal(current) : null),
            ("decision", current is null && proposal.Decision != Decision.New ? "It is not in the register: propose it as new." : null),
            (null, current is not null && proposal.Stays ? proposal.Sheet?.Refusal(current) : null),
            ("decision", current is not null && proposal.Stays ? OfChange(current, levels, proposal) : null),
            ("successor", proposal.Decision == Decision.Replace && string.IsNullOrWhiteSpace(proposal.Successor) ? "Name the indicator that takes its place." : null),
            ("successor", proposal.Decision == Decision.Replace && proposal.Successor == current?.Ref ? "An indicator cannot take its own place." : null),
            ("break", proposal.Breaks && proposal.Sheet is not { ChangesCount: true } ? "Only a changed definition breaks the series: say what is counted otherwise, or leave the series whole." : null),
            ("target", IsUnrated(current, levels, proposal) ? "A KPI without a target is not rated: give a target, or propose an activity indicator." : null),
            ("benchmark_source", proposal.Benchmark is not null && string.IsNullOrWhiteSpace(proposal.BenchmarkSource) ? "Say whose benchmark it is, and of when." : null),
        }.Where(owed => owed.Reason is not null).Select(owed => (owed.Column, owed.Reason!)),
    ];

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
