using Outturn.Core.Observations;
using Outturn.Core.Ratings;

namespace Outturn.Core.Indicators;

/// <summary>The figure that a formula makes of its inputs' figures for one period.</summary>
internal static class FormulaFigure
{
    /// <summary>What is as large as this is refused, as it is where figures are read: sums of it could pass every bound.</summary>
    private const decimal TooLarge = 1_000_000_000_000_000m;

    private static readonly Observation Nothing = new(null, new Counts(0, 0));

    /// <summary>
    /// The first input without a figure leaves none, for its own reason; a division by 0 leaves nothing to measure. A value made of
    /// provisional, revised or unreliable ones is so itself.
    /// </summary>
    /// <param name="input">The figure of a ref and how it is defined; a blank one where there is none.</param>
    /// <param name="refusal">Why what comes out can be no figure, or null.</param>
    public static Observation Of(Formula formula, Definition definition, Func<string, (Observation Observation, Definition Definition)> input, out string? refusal)
    {
        refusal = null;
        var values = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase);
        var remark = Marker.None;
        foreach (var reference in formula.Inputs)
        {
            var (observation, its) = input(reference);
            if (observation.WhyMissing() is { } reason)
            {
                return reason == Reason.NothingToMeasure ? Nothing : new Observation(null, null, observation.Marker);
            }

            values[reference] = observation.Value(its.Unit)!.Value;
            remark = Graver(remark, observation.Marker);
        }

        try
        {
            return Made(formula, definition, values, remark, out refusal);
        }
        catch (OverflowException)
        {
            refusal = "the numbers on the way are too large";
            return new Observation(null, null, Marker.NotAvailable);
        }
    }

    /// <summary>Whether a division makes counts: then a year to date is pooled, and a percentage is multiplied by 100 as counts are.</summary>
    public static bool MakesCounts(Formula formula, Definition definition) =>
        formula is Formula.Operation { By: Operator.DividedBy } && (definition.Unit.IsRatio || definition.RollUp is RollUp.Ratio or RollUp.Mean);

    private static Observation Made(Formula formula, Definition definition, Dictionary<string, decimal> values, Marker remark, out string? refusal)
    {
        Observation made;
        if (MakesCounts(formula, definition) && formula is Formula.Operation division)
        {
            if (Value(division.Left, values) is not { } numerator || Value(division.Right, values) is not { } denominator)
            {
                refusal = null;
                return Nothing;
            }

            refusal = Counts.Refusal(denominator) is { } unfit ? $"the denominator {Unit.Bare(denominator, Unit.DecimalsOf(denominator))} is {unfit.TrimEnd('.')}"
                : Math.Abs(numerator) >= TooLarge || denominator >= TooLarge ? Large
                : null;
            made = new Observation(null, new Counts(numerator, denominator), remark);
        }
        else
        {
            if (Value(formula, values) is not { } value)
            {
                refusal = null;
                return Nothing;
            }

            refusal = null;
            made = new Observation(value, null, remark);
        }

        if (refusal is null && made.Value(definition.Unit) is { } figure && Math.Abs(figure) >= TooLarge)
        {
            refusal = Large;
        }

        return refusal is null ? made : new Observation(null, null, Marker.NotAvailable);
    }

    private const string Large = "what comes out is too large for a figure";

    /// <summary>Null where something is divided by 0.</summary>
    /// <exception cref="OverflowException">A number on the way is too large.</exception>
    private static decimal? Value(Formula formula, Dictionary<string, decimal> values) => formula switch
    {
        Formula.Number number => number.Value,
        Formula.Input input => values[input.Ref],
        Formula.Negated negated => -Value(negated.Of, values),
        Formula.Operation operation => Value(operation.Left, values) is { } left && Value(operation.Right, values) is { } right
            ? operation.By switch
            {
                Operator.Plus => left + right,
                Operator.Minus => left - right,
                Operator.Times => left * right,
                _ => right == 0 ? null : left / right,
            }
            : null,
        _ => throw new InvalidOperationException("A formula is a number, an input, a negation or an operation."),
    };

    private static Marker Graver(Marker one, Marker other) => Rank(other) > Rank(one) ? other : one;

    private static int Rank(Marker marker) => marker switch
    {
        Marker.Unreliable => 3,
        Marker.Provisional => 2,
        Marker.Revised => 1,
        _ => 0,
    };
}
