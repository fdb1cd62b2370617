using Outturn.Core.Periods;

namespace Outturn.Core.Targets;

/// <summary>What a service proposes for an indicator in the next year.</summary>
public enum Decision
{
    Keep,
    Amend,
    Remove,
    New,
    Replace,
}

/// <summary>A proposal for a year, with the rationale that every one owes, keep included.</summary>
/// <param name="Year">The financial year it is for.</param>
public sealed record Proposal(Period Year, Decision Decision, Target? Target, ExpectedRange? Range, string? Rationale);

public static class Decisions
{
    /// <summary>The word that files use.</summary>
    public static string Name(this Decision decision) => decision.ToString().ToLowerInvariant();

    public static Decision? Read(string text) => text.Trim().ToLowerInvariant() switch
    {
        "keep" or "unchanged" => Decision.Keep,
        "amend" or "change" => Decision.Amend,
        "remove" or "delete" => Decision.Remove,
        "new" or "add" => Decision.New,
        "replace" => Decision.Replace,
        _ => null,
    };
}
