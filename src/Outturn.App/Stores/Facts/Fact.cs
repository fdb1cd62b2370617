namespace Outturn.App.Stores.Facts;

/// <summary>Something that was said once and is never overwritten: what replaces it is the next version of the same key.</summary>
/// <remarks>
/// Who said it, when and why stands in its audit entry. As it was known on a day is the highest version whose entry is not later.
/// A property called …Words holds the digest of a <see cref="Wording"/>: text that may name a person, and can be redacted.
/// </remarks>
public abstract class Fact
{
    /// <summary>1 for the first that was said under its key.</summary>
    public int Version { get; set; }

    /// <summary>The number of the audit entry that brought it.</summary>
    public long Entry { get; set; }

    /// <summary>Says that what was said before no longer holds, and nothing takes its place.</summary>
    public bool Withdrawn { get; private set; }

    /// <summary>What it is about, version apart; equal for all versions.</summary>
    public abstract object Key { get; }

    /// <summary>The version that says it no longer holds.</summary>
    public Fact WithdrawnVersion()
    {
        var version = (Fact)MemberwiseClone();
        (version.Version, version.Withdrawn) = (Version + 1, true);
        return version;
    }
}

/// <summary>A fact about one indicator and one period.</summary>
public abstract class PeriodFact : Fact
{
    public required string Ref { get; init; }

    public required Core.Periods.Frequency Frequency { get; init; }

    /// <summary>The period's place in the sequence of its kind.</summary>
    public required int Ordinal { get; init; }

    public Core.Periods.Period Period => new(Frequency, Ordinal);

    public override object Key => (Ref, Period);
}
