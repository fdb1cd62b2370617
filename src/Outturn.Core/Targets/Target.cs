using Outturn.Core.Ratings;

namespace Outturn.Core.Targets;

/// <summary>The level an indicator should reach and, where there is one, the floor standard below which it fails.</summary>
/// <remarks>Reaching a level exactly counts as achieving it, in both directions (dashboard report, July 2020, guidance notes).</remarks>
public sealed record Target
{
    /// <exception cref="ArgumentException">The floor asks more than the target, or lies within the tolerance.</exception>
    public Target(decimal level, decimal? floorStandard, Polarity polarity, decimal tolerance = 0)
    {
        if (Refusal(level, floorStandard, polarity, tolerance) is { } refusal)
        {
            throw new ArgumentException(refusal, nameof(floorStandard));
        }

        (Level, FloorStandard, Polarity, Tolerance) = (level, floorStandard, polarity, tolerance);
    }

    public decimal Level { get; }

    public decimal? FloorStandard { get; }

    public Polarity Polarity { get; }

    /// <summary>Closest is better only: how far from the target still is Green.</summary>
    public decimal Tolerance { get; }

    /// <summary>Why these levels cannot stand together, or null when they can.</summary>
    public static string? Refusal(decimal level, decimal? floorStandard, Polarity polarity, decimal tolerance = 0) =>
        tolerance < 0 ? $"tolerance {tolerance} is below 0."
        : tolerance != 0 && polarity != Polarity.ClosestIsBetter ? $"tolerance {tolerance} belongs to polarity closest, not {polarity.Name()}."
        : floorStandard is not { } floor || polarity.Shortfall(floor, from: level) >= tolerance ? null
        : polarity == Polarity.ClosestIsBetter ? $"floor standard {floor} is nearer to target {level} than the tolerance of {tolerance}."
        : $"floor standard {floor} is on the wrong side of target {level}: {polarity.Name()} is better.";

    public RagRating Rate(decimal value) => Polarity switch
    {
        Polarity.HigherIsBetter => value >= Level ? RagRating.Green : value >= FloorStandard ? RagRating.Amber : RagRating.Red,
        Polarity.LowerIsBetter => value <= Level ? RagRating.Green : value <= FloorStandard ? RagRating.Amber : RagRating.Red,
        _ => Shortfall(value) <= Tolerance ? RagRating.Green
            : FloorStandard is { } floor && Shortfall(value) <= Shortfall(floor) ? RagRating.Amber
            : RagRating.Red,
    };

    /// <summary>How far the value is from being Green: 0 when the target is achieved (or within its tolerance).</summary>
    public decimal Distance(decimal value) => Math.Max(0, Shortfall(value) - Tolerance);

    private decimal Shortfall(decimal value) => Polarity.Shortfall(value, from: Level);
}
