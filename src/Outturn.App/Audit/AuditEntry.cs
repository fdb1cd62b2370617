namespace Outturn.App.Audit;

/// <summary>One change of the store: who, when, why, what it brought, and its link in the chain.</summary>
/// <remarks>The old and the new are the facts themselves: those of this entry, and the versions before them.</remarks>
public sealed class AuditEntry
{
    /// <summary>1, 2, 3 … without a gap.</summary>
    public long Number { get; init; }

    /// <summary>UTC, whole microseconds.</summary>
    public DateTime At { get; init; }

    public required string Who { get; init; }

    /// <summary>import, submit, approve …</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to: a file, a ref and a period, a round.</summary>
    public required string Subject { get; init; }

    /// <summary>The digest of the reason's wording.</summary>
    public string? WhyWords { get; init; }

    /// <summary>SHA-256 of the file that was imported.</summary>
    public string? SourceDigest { get; init; }

    /// <summary>How many facts it brought.</summary>
    public long Facts { get; init; }

    /// <summary>SHA-256 over those facts in their canonical form and order.</summary>
    public required string FactsDigest { get; init; }

    /// <summary>The hash of the entry before; 64 zeros for the first.</summary>
    public required string Previous { get; init; }

    /// <summary>SHA-256 over all of the above.</summary>
    public required string Hash { get; init; }

    /// <summary>The entry with its hash.</summary>
    internal AuditEntry Sealed() => new()
    {
        Number = Number, At = At, Who = Who, Action = Action, Subject = Subject, WhyWords = WhyWords, SourceDigest = SourceDigest,
        Facts = Facts, FactsDigest = FactsDigest, Previous = Previous, Hash = Chain.HashOf(this),
    };
}
