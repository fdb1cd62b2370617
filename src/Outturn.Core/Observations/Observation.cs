using Outturn.Core.Indicators;
using Outturn.Core.Ratings;

namespace Outturn.Core.Observations;

/// <summary>Numerator and denominator of a ratio or an average.</summary>
public readonly record struct Counts(decimal Numerator, decimal Denominator)
{
    /// <summary>What is divided by less than this is a slip of the decimal point, and could pass every bound.</summary>
    public const decimal SmallestDenominator = 0.000001m;

    public static Counts operator +(Counts left, Counts right) =>
        new(left.Numerator + right.Numerator, left.Denominator + right.Denominator);

    /// <summary>Why nothing can be divided by a denominator, or null where something can; 0 is not refused: there is nothing to measure.</summary>
    public static string? Refusal(decimal denominator) =>
        denominator < 0 ? "below 0: nothing can be divided among less than nothing."
        : denominator is not 0 and < SmallestDenominator ? $"too small to divide by: write 0, or at least {SmallestDenominator}."
        : null;

    /// <summary>multiplier × numerator ÷ denominator; nothing when the denominator is 0, never 0 and never 100.</summary>
    public decimal? Ratio(Unit unit) => Denominator == 0 ? null : unit.Multiplier * Numerator / Denominator;
}

/// <summary>One figure for one period: a typed value or its counts, or a marker that says why there is none.</summary>
/// <remarks>Counts beat a typed value. Neither, with no marker, is a figure still awaited.</remarks>
public readonly record struct Observation
{
    private readonly decimal typed;
    private readonly bool hasTyped;
    private readonly Counts counts;

    public Observation(decimal? typed, Counts? counts = null, Marker marker = Marker.None)
    {
        (this.typed, hasTyped) = (typed.GetValueOrDefault(), typed is not null);
        (this.counts, HasCounts) = (counts.GetValueOrDefault(), counts is not null);
        Marker = marker;
    }

    public decimal? Typed => hasTyped ? typed : null;

    public Counts? Counts => HasCounts ? counts : null;

    /// <summary>The counts, where <see cref="HasCounts"/> says that there are any.</summary>
    internal Counts GivenCounts => counts;

    public Marker Marker { get; }

    public bool HasCounts { get; }

    /// <summary>A period that is left out altogether: marked not applicable.</summary>
    public bool IsLeftOut => !HasCounts && !hasTyped && Marker == Marker.NotApplicable;

    /// <summary>Counts with a denominator of 0: present, and nothing to measure.</summary>
    public bool HasNothingToMeasure => HasCounts && counts.Denominator == 0;

    /// <summary>A value, or counts (a denominator of 0 counts as present).</summary>
    public bool IsPresent => HasCounts || hasTyped;

    /// <summary>The exact figure in the indicator's unit, or null.</summary>
    public decimal? Value(Unit unit) => HasCounts ? counts.Ratio(unit) : Typed;

    /// <summary>Why there is no value, or null where there is one.</summary>
    public Reason? WhyMissing() =>
        HasCounts ? counts.Denominator == 0 ? Reason.NothingToMeasure : null
        : hasTyped ? null
        : Marker.WhyMissing();
}
