using Outturn.Core.Indicators;
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
public sealed record Proposal(Period Year, Decision Decision, Target? Target, ExpectedRange? Range, string? Rationale)
{
    /// <summary>What changes beside the levels; the whole sheet of a new indicator; null where nothing does.</summary>
    public SheetChange? Sheet { get; init; }

    /// <summary>The changed definition breaks the series: nothing is compared across the first day of the year (RULES 7).</summary>
    public bool Breaks { get; init; }

    /// <summary>The ref of the indicator that takes the place of one that is replaced.</summary>
    public string? Successor { get; init; }

    /// <summary>The figure of others that stood beside the decision.</summary>
    public decimal? Benchmark { get; init; }

    /// <summary>Whose figure that is, and of when.</summary>
    public string? BenchmarkSource { get; init; }

    /// <summary>The outcome metric that the indicator serves, by its official title.</summary>
    public string? Outcome { get; init; }

    /// <summary>Whether the indicator is reported in the year as before, changed or not.</summary>
    public bool Stays => Decision is Decision.Keep or Decision.Amend;

    /// <summary>Whether the indicator leaves the register before the year.</summary>
    public bool Goes => Decision is Decision.Remove or Decision.Replace;
}

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
