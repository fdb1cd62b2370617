using Outturn.Core.Periods;

namespace Outturn.Core.Indicators;

/// <summary>Why an indicator cannot be worked out as its formula says.</summary>
/// <param name="Unknown">The ref that no indicator has, where that is why.</param>
public sealed record FormulaRefusal(Indicator Indicator, string Reason, string? Unknown = null)
{
    /// <summary>All that is wrong with the formulas of a register, in its order; a circle is told once, at the first indicator in it.</summary>
    public static IReadOnlyList<FormulaRefusal> Of(IReadOnlyList<Indicator> indicators)
    {
        var byRef = new Dictionary<string, Indicator>(StringComparer.OrdinalIgnoreCase);
        foreach (var indicator in indicators)
        {
            byRef.TryAdd(indicator.Ref, indicator);
        }

        return
        [
            .. indicators.SelectMany(indicator => indicator.Formula is { } formula ? OfFormula(indicator, formula, byRef) : []),
            .. new FormulaOrder(indicators).Circles.Select(circle =>
                new FormulaRefusal(circle[0], $"{circle[0].Ref} is worked out from itself: {string.Join(" from ", circle.Append(circle[0]).Select(indicator => indicator.Ref))}. One of them must have figures of its own.")),
        ];
    }

    private static IEnumerable<FormulaRefusal> OfFormula(Indicator indicator, Formula formula, Dictionary<string, Indicator> byRef)
    {
        if (formula.Inputs.Count == 0)
        {
            yield return new(indicator, $"The formula of {indicator.Ref} names no indicator: write the refs of those that it is worked out from.");
        }

        foreach (var reference in formula.Inputs)
        {
            if (!byRef.TryGetValue(reference, out var input))
            {
                yield return new(indicator, Missing(indicator, reference, byRef), reference);
            }
            else if (input.Definition.Frequency != indicator.Definition.Frequency)
            {
                yield return new(indicator, $"{indicator.Ref} is measured by {indicator.Definition.Frequency.Name()} and {input.Ref}, from which it is worked out, by {input.Definition.Frequency.Name()}: there is no figure of the one for each of the other.");
            }
            else if (input.Definition.Basis != indicator.Definition.Basis)
            {
                yield return new(indicator, $"One of {indicator.Ref} and {input.Ref}, from which it is worked out, is cumulative and the other is not: give both the same basis.");
            }
        }

        if (Scale(indicator, formula) is { } scale)
        {
            yield return scale;
        }
    }

    /// <summary>A ratio to date needs counts, which only a division at the top makes; and counts are multiplied already.</summary>
    private static FormulaRefusal? Scale(Indicator indicator, Formula formula)
    {
        var (unit, rollUp) = (indicator.Definition.Unit, indicator.Definition.RollUp);
        if (rollUp == RollUp.Ratio && !FormulaFigure.MakesCounts(formula, indicator.Definition))
        {
            return new(indicator, $"{indicator.Ref} rolls up by ratio, so its formula has to be one division, numerator / denominator"
                + (unit.Multiplier == 1 ? "." : $"; the unit {unit} multiplies it by {unit.Multiplier}."));
        }

        return unit.Multiplier != 1 && FormulaFigure.MakesCounts(formula, indicator.Definition) && HasFactor(((Formula.Operation)formula).Left, unit.Multiplier)
            ? new(indicator, $"The unit {unit} multiplies numerator / denominator by {unit.Multiplier}: leave that out of the formula of {indicator.Ref}.")
            : null;
    }

    private static bool HasFactor(Formula formula, decimal factor) => formula switch
    {
        Formula.Number number => number.Value == factor,
        Formula.Negated negated => HasFactor(negated.Of, factor),
        Formula.Operation { By: Operator.Times } product => HasFactor(product.Left, factor) || HasFactor(product.Right, factor),
        _ => false,
    };

    private static string Missing(Indicator indicator, string reference, Dictionary<string, Indicator> byRef)
    {
        var meant = byRef.Keys.Where(other => !Formula.IsPlain(other) && other.StartsWith(reference, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).FirstOrDefault();
        return $"The formula of {indicator.Ref} names {reference}, and there is no such indicator."
            + (meant is null ? "" : $" A ref like {meant} stands in square brackets: [{meant}].");
    }
}
