using Outturn.Core.Observations;
using Outturn.Core.Targets;

namespace Outturn.Core.National;

/// <summary>The bounds between which a figure lies with 95% confidence.</summary>
public readonly record struct Interval(decimal Lower, decimal Upper)
{
    public bool Overlaps(Interval other) => Lower <= other.Upper && other.Lower <= Upper;
}

/// <summary>One published figure for one area and period.</summary>
/// <param name="Marker">Why there is no value, or what to know of the one there is.</param>
/// <param name="Note">The publisher's own words, or under which older code it was published.</param>
public sealed record NationalFigure(string Area, PublishedPeriod Period, decimal? Value, Marker Marker, Interval? Interval, FigureStatus Status, string? Note);

/// <summary>A list of figures that are counted in one way, for many areas and periods.</summary>
/// <param name="Dataset">The publication that it is part of, by its short name: lait-values.</param>
/// <param name="Code">The publisher's name for it: LACDistance.</param>
public sealed record NationalSeries(string Dataset, string Code, string Title)
{
    public string? Unit { get; init; }

    /// <summary>Null where the publisher does not say.</summary>
    public int? Decimals { get; init; }

    /// <summary>Null where the publisher does not say which way is better.</summary>
    public Polarity? Polarity { get; init; }

    public Cadence Cadence { get; init; } = new(12, Cadence.UsualLag);
    public DateOnly? PublishedOn { get; init; }
    public string? Publisher { get; init; }
    public string? Address { get; init; }
    public string? Description { get; init; }

    /// <summary>By which it can be asked for without doubt: lait-values/LACDistance.</summary>
    public string Name => $"{Dataset}/{Code}";
}
