using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Review;
using Outturn.Core.Targets;

namespace Outturn.App.Stores.Facts;

/// <summary>What a proposal changes beside the levels; its period is the year that is proposed for.</summary>
public sealed class ProposalSheetFact : PeriodFact
{
    public string? Title { get; init; }

    public string? Service { get; init; }

    /// <summary>With semicolons between.</summary>
    public string? Committees { get; init; }

    public IndicatorKind? Kind { get; init; }

    public string? Unit { get; init; }

    public int? Decimals { get; init; }

    public Polarity? Polarity { get; init; }

    /// <summary>How often it is to be measured.</summary>
    public Frequency? Measured { get; init; }

    public RollUp? RollUp { get; init; }

    public Basis? Basis { get; init; }

    public int? LagDays { get; init; }

    public string? Meaning { get; init; }

    public string? Numerator { get; init; }

    public string? Denominator { get; init; }

    public string? Source { get; init; }

    public string? Duty { get; init; }

    public string? Priority { get; init; }

    public string? Contract { get; init; }

    public bool Breaks { get; init; }

    /// <summary>The ref of an indicator.</summary>
    public string? Successor { get; init; }

    public decimal? Benchmark { get; init; }

    public string? BenchmarkSource { get; init; }

    public string? Outcome { get; init; }
}

/// <summary>A year's review, opened; its year is the first of the financial year.</summary>
public sealed class ReviewFact : Fact
{
    public required int Year { get; init; }

    /// <summary>Working days for challenge and answer.</summary>
    public int ToChallenge { get; init; }

    /// <summary>Working days for writing the paper.</summary>
    public int ToWrite { get; init; }

    public override object Key => Year;
}

/// <summary>The meeting of a committee that reads a year's review.</summary>
public sealed class ReviewMeetingFact : Fact
{
    public required int Year { get; init; }

    public required string Committee { get; init; }

    public required DateOnly Day { get; init; }

    public override object Key => (Year, Committee);
}

/// <summary>A step of a proposal: proposed, challenged, answered, agreed.</summary>
public sealed class ReviewStepFact : Fact
{
    public required string Ref { get; init; }

    public required int Year { get; init; }

    public required ReviewState State { get; init; }

    public required string Who { get; init; }

    public string? SaidWords { get; init; }

    public override object Key => (Ref, Year);
}

/// <summary>What a committee said of a review: recorded, replied to, settled in versions of its own.</summary>
public sealed class CommentFact : Fact
{
    public required int Year { get; init; }

    /// <summary>From 1 in each review.</summary>
    public required int Number { get; init; }

    public string? Ref { get; init; }

    public required string Committee { get; init; }

    public string? ByWords { get; init; }

    public required DateOnly Day { get; init; }

    public string? TextWords { get; init; }

    public string? ReplyWords { get; init; }

    public string? RepliedBy { get; init; }

    public CommentOutcome Outcome { get; init; }

    public override object Key => (Year, Number);
}

/// <summary>A set of proposals put forward for a year, and then adopted.</summary>
public sealed class AdoptionFact : Fact
{
    public required int Year { get; init; }

    public required string SetDigest { get; init; }

    public required string PutForwardBy { get; init; }

    public string? AdoptedBy { get; init; }

    /// <summary>A sentence for each indicator that changed, with line feeds between.</summary>
    public string? Changes { get; init; }

    public override object Key => Year;
}

/// <summary>A change within a year that was adopted.</summary>
public sealed class LaterChangeFact : Fact
{
    public required string Ref { get; init; }

    public required int Year { get; init; }

    /// <summary>From 1 for each indicator and year.</summary>
    public required int Number { get; init; }

    public required string What { get; init; }

    public string? ReasonWords { get; init; }

    /// <summary>Which committee was told, when and under which item.</summary>
    public required string Committee { get; init; }

    public required DateOnly Day { get; init; }

    public override object Key => (Ref, Year, Number);
}

/// <summary>How many cases of a period were closed in so many days.</summary>
public sealed class CaseDaysFact : PeriodFact
{
    public required int Days { get; init; }

    public decimal Cases { get; init; }

    public override object Key => (Ref, Period, Days);
}
