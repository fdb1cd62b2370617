using Outturn.Core.Periods;

namespace Outturn.Core.Review;

/// <summary>A set of proposals that becomes the next year's register: one person puts it forward, another adopts it.</summary>
/// <param name="SetDigest">SHA-256 of the set that was put forward: another set has to be put forward anew.</param>
/// <param name="AdoptedBy">Null until it is adopted.</param>
/// <param name="Changes">What the adoption changed, a sentence for each indicator.</param>
public sealed record Adoption(Period Year, string SetDigest, string PutForwardBy, DateTime PutForwardAt, string? AdoptedBy, DateTime? AdoptedAt, IReadOnlyList<string> Changes)
{
    public bool IsAdopted => AdoptedBy is not null;
}

/// <summary>A change within a year that was adopted: it owes a reason and the committee's decision, and every paper shows it.</summary>
/// <param name="What">"Target down from 95% to 93% from 1 October 2026".</param>
/// <param name="Committee">Which committee was told, when and under which item.</param>
public sealed record LaterChange(Period Year, string Ref, int Number, string What, string Reason, string Committee, DateOnly Day);
