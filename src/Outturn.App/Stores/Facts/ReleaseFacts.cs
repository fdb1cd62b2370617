using Outturn.Core.People;
using Outturn.Core.Release;

namespace Outturn.App.Stores.Facts;

/// <summary>A report that has a life: for whom, and on what.</summary>
public sealed class PaperFact : Fact
{
    public required string Paper { get; init; }

    public required PaperSubject Subject { get; init; }

    public string? Committee { get; init; }

    public string? Report { get; init; }

    public required DateOnly DataTo { get; init; }

    public DateOnly? MeetingDay { get; init; }

    public override object Key => Paper;
}

/// <summary>A step of an edition; every version is one step.</summary>
public sealed class EditionStepFact : Fact
{
    public required string Paper { get; init; }

    /// <summary>From 1 for each paper.</summary>
    public required int Number { get; init; }

    public required EditionKind Kind { get; init; }

    public required EditionState State { get; init; }

    public required string Who { get; init; }

    /// <summary>Of the paper as it is signed off.</summary>
    public string? ContentDigest { get; init; }

    public DateTime? ReleaseAt { get; init; }

    /// <summary>Why there is another edition, for the public.</summary>
    public string? Reason { get; init; }

    /// <summary>Why the step was taken, for colleagues.</summary>
    public string? WhyWords { get; init; }

    public override object Key => (Paper, Number);
}

/// <summary>A director's or cabinet member's word for a section.</summary>
public sealed class SignOffFact : Fact
{
    public required string Paper { get; init; }

    public required int Number { get; init; }

    public required string Service { get; init; }

    public required Role Role { get; init; }

    public required string Who { get; init; }

    public required string SectionDigest { get; init; }

    public string? OnBehalfWords { get; init; }

    public override object Key => (Paper, Number, Service, Role);
}

/// <summary>An error of the checklist that somebody answers for.</summary>
public sealed class CheckOverrideFact : Fact
{
    public required string Paper { get; init; }

    public required int Number { get; init; }

    /// <summary>The item's key.</summary>
    public required string Item { get; init; }

    public required string Who { get; init; }

    public string? ReasonWords { get; init; }

    public override object Key => (Paper, Number, Item);
}

/// <summary>An edition whose files are made, and in its last version issued.</summary>
public sealed class EditionFact : Fact
{
    public required string Paper { get; init; }

    public required int Number { get; init; }

    public required string Title { get; init; }

    /// <summary>SHA-256 of its canonical JSON.</summary>
    public required string Digest { get; init; }

    /// <summary>UTC; null until it is issued.</summary>
    public DateTime? IssuedAt { get; init; }

    public override object Key => (Paper, Number);
}

/// <summary>A file of an edition.</summary>
public sealed class EditionFileFact : Fact
{
    public required string Paper { get; init; }

    public required int Number { get; init; }

    public required string Format { get; init; }

    public required string Name { get; init; }

    public required string MediaType { get; init; }

    /// <summary>Of a <see cref="StoredFile"/>.</summary>
    public required string Digest { get; init; }

    public required int Length { get; init; }

    public override object Key => (Paper, Number, Format);
}

/// <summary>Somebody who may read an edition before it is public.</summary>
public sealed class PreReaderFact : Fact
{
    public required string Paper { get; init; }

    public required int Number { get; init; }

    public required string Account { get; init; }

    public required string Who { get; init; }

    public string? ReasonWords { get; init; }

    public required DateTime Opens { get; init; }

    public required DateTime Closes { get; init; }

    public override object Key => (Paper, Number, Account);
}

/// <summary>That somebody read an edition before it was public; every version is one reading.</summary>
public sealed class PreReadingFact : Fact
{
    public required string Paper { get; init; }

    public required int Number { get; init; }

    public required string Account { get; init; }

    public required string Format { get; init; }

    public override object Key => (Paper, Number, Account);
}

/// <summary>How the council releases its reports.</summary>
public sealed class ReleaseRulesFact : Fact
{
    /// <summary>Always 1: there is one of it.</summary>
    public int Id { get; init; } = 1;

    /// <summary>The hour of the day, as 09:30.</summary>
    public required string ReleaseTime { get; init; }

    public override object Key => Id;
}

/// <summary>That a store is a clone for rehearsal: nothing is made public from it.</summary>
public sealed class RehearsalMark
{
    public int Id { get; init; } = 1;

    public DateTime At { get; init; }
}
