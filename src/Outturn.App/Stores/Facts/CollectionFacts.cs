using Outturn.Core.Collection;
using Outturn.Core.Observations;
using Outturn.Core.Periods;

namespace Outturn.App.Stores.Facts;

/// <summary>One figure for one period, as a service gave it.</summary>
public sealed class ObservationFact : PeriodFact
{
    public decimal? Value { get; init; }

    public decimal? Numerator { get; init; }

    public decimal? Denominator { get; init; }

    public Marker Marker { get; init; }

    public decimal? YtdGiven { get; init; }

    public decimal? PreviousGiven { get; init; }

    /// <summary>Why an incomplete year to date is accepted, printed beside it.</summary>
    public string? AcceptedWords { get; init; }

    public string? NoteWords { get; init; }

    /// <summary>As a backup says that it was withdrawn.</summary>
    internal ObservationFact Restored()
    {
        var version = (ObservationFact)WithdrawnVersion();
        version.Version = Version;
        return version;
    }

    public Observation Observation =>
        new(Value, Numerator is { } numerator && Denominator is { } denominator ? new Counts(numerator, denominator) : null, Marker);
}

/// <summary>What is said of a figure to the public; for a Red: cause, action, owner, date and recovery.</summary>
public sealed class CommentaryFact : PeriodFact
{
    public string? ContextWords { get; init; }

    public string? CauseWords { get; init; }

    public string? ActionWords { get; init; }

    /// <summary>A post's title.</summary>
    public string? Owner { get; init; }

    public DateOnly? Due { get; init; }

    public string? Recovery { get; init; }
}

/// <summary>For colleagues alone: read by nothing that makes a paper, an export or a register.</summary>
public sealed class InternalNoteFact : PeriodFact
{
    public string? ContentWords { get; init; }
}

/// <summary>What a service expects a year to end at; its period is the year.</summary>
public sealed class ForecastFact : PeriodFact
{
    public decimal Value { get; init; }

    public string? ReasonWords { get; init; }
}

/// <summary>A warning that arose with a figure and was overridden, and why.</summary>
public sealed class OverrideFact : PeriodFact
{
    /// <summary>The kind of warning.</summary>
    public required string Code { get; init; }

    /// <summary>The version of the observation that it arose with.</summary>
    public int ObservationVersion { get; init; }

    /// <summary>The warning as it was shown.</summary>
    public required string Warning { get; init; }

    public string? ReasonWords { get; init; }

    public override object Key => (Ref, Period, Code);
}

/// <summary>A file that proves a figure.</summary>
public sealed class EvidenceFact : PeriodFact
{
    public required string FileName { get; init; }

    /// <summary>Of a <see cref="StoredFile"/>.</summary>
    public required string Digest { get; init; }

    public override object Key => (Ref, Period, FileName);
}

/// <summary>A round of collection: the period it is for, and the meeting that it feeds.</summary>
public sealed class RoundFact : Fact
{
    public required Frequency Frequency { get; init; }

    public required int Ordinal { get; init; }

    public string? Committee { get; init; }

    public DateOnly? MeetingDay { get; init; }

    public Period Period => new(Frequency, Ordinal);

    public override object Key => Period;
}

/// <summary>A step in the collection of one figure: submitted, returned, approved, locked.</summary>
public sealed class StepFact : PeriodFact
{
    public required CollectionState State { get; init; }

    public required string Who { get; init; }

    public string? ReasonWords { get; init; }

    /// <summary>Approved or locked.</summary>
    public bool IsClosed => State is CollectionState.Approved or CollectionState.Locked;
}

/// <summary>A file kept by the digest of its bytes: evidence, the house's Word template.</summary>
public sealed class StoredFile
{
    /// <summary>SHA-256 as hexadecimal digits.</summary>
    public required string Digest { get; init; }

    public long Entry { get; set; }

    public required byte[] Content { get; init; }
}
