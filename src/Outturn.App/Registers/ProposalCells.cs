using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.App.Registers;

/// <summary>What each cell of a proposal's row says, so that reading it gives the proposal again: one line for each column behind ref and year.</summary>
internal static class ProposalCells
{
    public static readonly IReadOnlyList<(string Column, Func<Proposal, string?> Of)> All =
    [
        ("decision", proposal => proposal.Decision.Name()),
        ("target", proposal => CellText.Of(proposal.Target?.Level)),
        ("floor", proposal => CellText.Of(proposal.Target?.FloorStandard)),
        ("lower", proposal => CellText.Of(proposal.Range?.Lower)),
        ("upper", proposal => CellText.Of(proposal.Range?.Upper)),
        ("rationale", proposal => proposal.Rationale),
        ("title", proposal => proposal.Sheet?.Title),
        ("service", proposal => proposal.Sheet?.Service),
        ("committees", proposal => proposal.Sheet?.Committees),
        ("kind", proposal => proposal.Sheet?.Kind?.Name()),
        ("unit", proposal => proposal.Sheet?.Unit),
        ("decimals", proposal => CellText.Of(proposal.Sheet?.Decimals)),
        ("polarity", proposal => proposal.Sheet?.Polarity?.Name()),
        ("tolerance", proposal => proposal is { Target: { Tolerance: not 0 } target, Decision: Decision.New } ? CellText.Of(target.Tolerance) : null),
        ("frequency", proposal => proposal.Sheet?.Frequency?.Name()),
        ("roll_up", proposal => proposal.Sheet?.RollUp?.Name()),
        ("basis", proposal => proposal.Sheet?.Basis?.Name()),
        ("lag_days", proposal => CellText.Of(proposal.Sheet?.LagDays)),
        ("meaning", proposal => proposal.Sheet?.Meaning),
        ("numerator", proposal => proposal.Sheet?.Numerator),
        ("denominator", proposal => proposal.Sheet?.Denominator),
        ("source", proposal => proposal.Sheet?.Source),
        ("duty", proposal => proposal.Sheet?.Duty),
        ("priority", proposal => proposal.Sheet?.Priority),
        ("contract", proposal => proposal.Sheet?.Contract),
        ("break", proposal => proposal.Breaks ? "yes" : null),
        ("successor", proposal => proposal.Successor),
        ("benchmark", proposal => CellText.Of(proposal.Benchmark)),
        ("benchmark_source", proposal => proposal.BenchmarkSource),
        ("outcome", proposal => proposal.Outcome),
    ];
}
