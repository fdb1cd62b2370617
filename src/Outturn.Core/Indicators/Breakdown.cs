using Outturn.Core.Observations;
using Outturn.Core.Periods;

namespace Outturn.Core.Indicators;

/// <summary>A whole that is broken down by directorate: each part is an indicator of its own, counted as the whole is.</summary>
public static class Breakdown
{
    /// <summary>Why an indicator cannot be a part of another, or null where it can.</summary>
    public static string? Refusal(Indicator part, Indicator whole)
    {
        if (part.Ref.Equals(whole.Ref, StringComparison.OrdinalIgnoreCase))
        {
            return $"{part.Ref} is said to be a part of itself: name the indicator that it is a part of.";
        }

        if (whole.PartOf is { } above)
        {
            return $"{whole.Ref} is itself a part of {above}, and parts have no parts: name {above} where {part.Ref} is a part of that.";
        }

        var (own, its) = (part.Definition, whole.Definition);
        return own.Unit != its.Unit ? $"{part.Ref} is counted in {own.Unit} and {whole.Ref} in {its.Unit}: {Alike}"
            : own.Frequency != its.Frequency ? $"{part.Ref} is measured by {own.Frequency.Name()} and {whole.Ref} by {its.Frequency.Name()}: {Alike}"
            : own.RollUp != its.RollUp ? $"{part.Ref} rolls up by {own.RollUp.Name()} and {whole.Ref} by {its.RollUp.Name()}: {Alike}"
            : null;
    }

    /// <summary>
    /// Where the parts of one period do not make up their whole; null where they do, where one of them has no figure, or where such
    /// figures do not add up (percentages and averages without counts).
    /// </summary>
    /// <param name="parts">The figures of all its parts.</param>
    public static PartsDifference? Difference(Definition definition, Observation whole, IReadOnlyList<Observation> parts)
    {
        if (parts.Count == 0)
        {
            return null;
        }

        if (whole.Counts is { } counts && parts.All(part => part.HasCounts))
        {
            var sum = parts.Aggregate(default(Counts), (sum, part) => sum + part.Counts!.Value);
            return sum.Numerator != counts.Numerator ? new PartsDifference("numerator", counts.Numerator, sum.Numerator)
                : sum.Denominator != counts.Denominator ? new PartsDifference("denominator", counts.Denominator, sum.Denominator)
                : null;
        }

        if (!AddsUp(definition) || whole.Value(definition.Unit) is not { } value || parts.Any(part => part.Value(definition.Unit) is null))
        {
            return null;
        }

        decimal[] values = [.. parts.Select(part => part.Value(definition.Unit)!.Value)];
        var total = values.Sum();
        return Math.Abs(total - value) > Rounding(definition.Unit, [value, .. values]) ? new PartsDifference("value", value, total) : null;
    }

    private const string Alike = "a part is counted in the unit of its whole, as often, and rolls up as it does.";

    /// <summary>What adds up over time adds up over directorates; of snapshots, plain numbers and amounts do.</summary>
    internal static bool AddsUp(Definition definition) => definition.RollUp switch
    {
        RollUp.Sum => true,
        RollUp.Rolling12 => !definition.Unit.IsRatio,
        RollUp.Latest => definition.Unit.Name == Unit.Number || definition.Unit.Name.StartsWith('£'),
        _ => false,
    };

    /// <summary>Half of the last decimal for each figure, where figures may have been rounded: whole numbers of things have not.</summary>
    private static decimal Rounding(Unit unit, decimal[] values)
    {
        var decimals = values.Max(Unit.DecimalsOf);
        return decimals == 0 && !unit.Name.StartsWith('£') ? 0 : values.Length * 0.5m * new decimal(1, 0, 0, false, (byte)decimals);
    }
}

/// <summary>What of a whole its parts do not make up.</summary>
/// <param name="What">value, numerator or denominator.</param>
/// <param name="Parts">What the parts make together.</param>
public readonly record struct PartsDifference(string What, decimal Whole, decimal Parts);
