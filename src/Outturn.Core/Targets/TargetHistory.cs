using Outturn.Core.Periods;

namespace Outturn.Core.Targets;

/// <summary>The levels of one indicator from a day to a day: target and floor of a KPI, or expected range of an activity indicator.</summary>
/// <param name="Benchmark">The national or comparators' figure that stood beside the decision.</param>
/// <param name="Rationale">Why this level.</param>
/// <param name="UnratedTarget">A target of which nobody has said which way is better: it is shown, and nothing is rated by it.</param>
/// <param name="FloorDerived">The floor comes from the council's tolerance rule; nobody set it.</param>
public sealed record Levels(
    DateOnly From, DateOnly To, Target? Target, ExpectedRange? Range, decimal? Benchmark = null, string? Rationale = null, bool FloorDerived = false, decimal? UnratedTarget = null);

/// <summary>The levels that held over time: history is asked, not the indicator's present.</summary>
public sealed class TargetHistory
{
    private readonly Levels[] levels;

    public TargetHistory(IEnumerable<Levels> levels) => this.levels = [.. levels.OrderBy(level => level.From)];

    public IReadOnlyList<Levels> All => levels;

    /// <summary>The levels in force at the end of a period (RULES 2); of two that overlap the one that began later.</summary>
    public Levels? InForce(Period period) => InForce(period.Last);

    public Levels? InForce(DateOnly day) => levels.LastOrDefault(level => level.From <= day && day <= level.To);
}
