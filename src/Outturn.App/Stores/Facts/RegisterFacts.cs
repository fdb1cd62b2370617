using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.People;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;

namespace Outturn.App.Stores.Facts;

/// <summary>The council's name and the rules it has chosen.</summary>
public sealed class CouncilFact : Fact
{
    public required string Name { get; init; }

    public required string Code { get; init; }

    public string? Notice { get; init; }

    public RatingCounted Counted { get; init; }

    public DirectionMethod Direction { get; init; }

    /// <summary>Percent of the target; null where each floor is stated.</summary>
    public decimal? Tolerance { get; init; }

    public required string Classification { get; init; }

    public required string Colour { get; init; }

    public string? Template { get; init; }

    /// <summary>The template's bytes, as a <see cref="StoredFile"/>.</summary>
    public string? TemplateDigest { get; init; }

    public override object Key => "";
}

public sealed class PostFact : Fact
{
    public required string Post { get; init; }

    public required string Title { get; init; }

    public PostRole Role { get; init; }

    public string? NameWords { get; init; }

    public string? Team { get; init; }

    public string? PhoneWords { get; init; }

    public string? EmailWords { get; init; }

    /// <summary>Its place among the posts.</summary>
    public int Place { get; init; }

    public override object Key => Post;
}

public sealed class ServiceFact : Fact
{
    public required string Service { get; init; }

    public string? Directorate { get; init; }

    /// <summary>A post.</summary>
    public string? Director { get; init; }

    /// <summary>A post.</summary>
    public string? CabinetMember { get; init; }

    /// <summary>Its place in a dashboard.</summary>
    public int Place { get; init; }

    public override object Key => Service;
}

public sealed class CommitteeFact : Fact
{
    public required string Committee { get; init; }

    public required string ShortName { get; init; }

    /// <summary>The kinds of report it receives, with semicolons between.</summary>
    public required string Receives { get; init; }

    public int Place { get; init; }

    public override object Key => Committee;
}

public sealed class MeetingFact : Fact
{
    public required string Committee { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>The first year of the financial year that the report is on.</summary>
    public int? Year { get; init; }

    public string? OrdinalName { get; init; }

    public DateOnly? DataTo { get; init; }

    public DateOnly? ReviewedOn { get; init; }

    public override object Key => (Committee, Day);
}

/// <summary>What is the same of an indicator however it is counted: its title, its service, who answers for it.</summary>
public sealed class DescriptionFact : Fact
{
    public required string Ref { get; init; }

    public required string Title { get; init; }

    public required string Service { get; init; }

    public int LagDays { get; init; }

    public DateOnly? Since { get; init; }

    public DateOnly? Until { get; init; }

    public string? ReplacedBy { get; init; }

    public string? PartOf { get; init; }

    public string? Part { get; init; }

    public string? RationaleWords { get; init; }

    public string? Duty { get; init; }

    public string? Priority { get; init; }

    public string? Contract { get; init; }

    /// <summary>A post.</summary>
    public string? Owner { get; init; }

    /// <summary>A post.</summary>
    public string? Approver { get; init; }

    /// <summary>Its place in the register.</summary>
    public int Place { get; init; }

    public override object Key => Ref;
}

/// <summary>How an indicator is counted from a day on.</summary>
public sealed class DefinitionFact : Fact
{
    public required string Ref { get; init; }

    /// <summary>The first day so counted; the first of all days for the definition it began with.</summary>
    public required DateOnly Starts { get; init; }

    /// <summary>Nothing is compared across its first day (RULES 7).</summary>
    public bool IsBreak { get; init; }

    public string? ReasonWords { get; init; }

    public IndicatorKind Kind { get; init; }

    public required string Unit { get; init; }

    public int Decimals { get; init; }

    public Polarity? Polarity { get; init; }

    public Frequency Frequency { get; init; }

    public RollUp RollUp { get; init; }

    public Basis Basis { get; init; }

    public string? Meaning { get; init; }

    public string? Numerator { get; init; }

    public string? Denominator { get; init; }

    public string? Source { get; init; }

    /// <summary>How it is worked out from other indicators; null where services give its figures.</summary>
    public string? Formula { get; init; }

    public override object Key => (Ref, Starts);
}

/// <summary>A named set of indicators that is reported together.</summary>
public sealed class ReportFact : Fact
{
    public required string Report { get; init; }

    public required string Kind { get; init; }

    public string? Committee { get; init; }

    public int Place { get; init; }

    public override object Key => Report;
}

/// <summary>Where an indicator is reported.</summary>
public enum PlacementKind
{
    Committee,
    Report,
}

/// <summary>An indicator stands on a committee's dashboard, or in a report.</summary>
public sealed class PlacementFact : Fact
{
    public required string Ref { get; init; }

    public required PlacementKind Kind { get; init; }

    /// <summary>Of the committee or the report.</summary>
    public required string Name { get; init; }

    /// <summary>Its place among the indicator's own.</summary>
    public int Place { get; init; }

    public override object Key => (Ref, Kind, Name);
}

/// <summary>Target and floor standard, or expected range, from a day to a day.</summary>
public sealed class LevelsFact : Fact
{
    public required string Ref { get; init; }

    public required DateOnly Starts { get; init; }

    /// <summary>The last day; the last of all days where nothing ends them.</summary>
    public required DateOnly Ends { get; init; }

    public decimal? Target { get; init; }

    /// <summary>Null for none, or for the council's tolerance rule.</summary>
    public decimal? FloorStandard { get; init; }

    /// <summary>Closest is better only: how far from the target still is Green.</summary>
    public decimal Tolerance { get; init; }

    public decimal? Lower { get; init; }

    public decimal? Upper { get; init; }

    public decimal? Benchmark { get; init; }

    public string? RationaleWords { get; init; }

    public override object Key => (Ref, Starts);
}

public sealed class ProposalFact : PeriodFact
{
    public required Decision Decision { get; init; }

    public decimal? Target { get; init; }

    public decimal? FloorStandard { get; init; }

    public decimal Tolerance { get; init; }

    public decimal? Lower { get; init; }

    public decimal? Upper { get; init; }

    public string? RationaleWords { get; init; }
}

/// <summary>One of the analyst's own paragraphs, by its place in the paper.</summary>
public sealed class OwnTextFact : Fact
{
    public required string TextPlace { get; init; }

    public string? ContentWords { get; init; }

    public override object Key => TextPlace;
}
