using Outturn.Core.Indicators;
using Outturn.Core.Observations;

namespace Outturn.Core.Release;

/// <summary>Whether a figure is, or tells, a count of so few that they can be known.</summary>
public static class SmallCount
{
    /// <summary>
    /// A numerator or denominator from 1 to below the threshold, what is left of the denominator of a percentage, or a whole number that
    /// is neither an amount nor a ratio. A true zero is no small count.
    /// </summary>
    public static bool Is(Definition definition, Observation observation, int below)
    {
        bool Few(decimal count) => count > 0 && count < below;
        return observation.Counts is { } counts
            ? Few(counts.Numerator) || Few(counts.Denominator) || (definition.Unit.IsPercentage && Few(counts.Denominator - counts.Numerator))
            : observation.Typed is { } value && IsCount(definition) && value == decimal.Truncate(value) && Few(value);
    }

    /// <summary>Whether a typed value counts something: not a percentage, a rate or pounds.</summary>
    public static bool IsCount(Definition definition) => !definition.Unit.IsRatio && !definition.Unit.Name.StartsWith('£');
}
