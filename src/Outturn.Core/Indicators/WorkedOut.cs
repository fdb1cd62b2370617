using Outturn.Core.Observations;
using Outturn.Core.Periods;

namespace Outturn.Core.Indicators;

/// <summary>The histories of a register with the figures of worked-out indicators in them, made anew from those that were entered.</summary>
/// <param name="Histories">In the order given.</param>
/// <param name="Refused">Figures that cannot be made: not available until their inputs are put right.</param>
public sealed record WorkedOut(IReadOnlyList<IndicatorHistory> Histories, IReadOnlyList<UnworkedFigure> Refused)
{
    /// <summary>
    /// An indicator with a formula gets a figure for every period from the first in which all its inputs have a row; figures that it
    /// came with are replaced. One whose formula cannot be followed (<see cref="FormulaRefusal"/>) has none.
    /// </summary>
    public static WorkedOut Of(IReadOnlyList<IndicatorHistory> histories)
    {
        if (histories.All(history => history.Indicator.Formula is null))
        {
            return new WorkedOut(histories, []);
        }

        var refused = new List<UnworkedFigure>();
        var byRef = new Dictionary<string, IndicatorHistory>(StringComparer.OrdinalIgnoreCase);
        foreach (var history in histories)
        {
            byRef[history.Indicator.Ref] = history.Indicator.Formula is null ? history : history with { Figures = [] };
        }

        foreach (var indicator in new FormulaOrder(histories.Select(history => history.Indicator)).InOrder)
        {
            if (indicator.Formula!.Inputs.All(reference => byRef.TryGetValue(reference, out var input) && input.Indicator.Definition.Frequency == indicator.Definition.Frequency))
            {
                byRef[indicator.Ref] = byRef[indicator.Ref] with { Figures = [.. Figures(indicator, byRef, refused)] };
            }
        }

        return new WorkedOut([.. histories.Select(history => byRef[history.Indicator.Ref])], refused);
    }

    private static IEnumerable<Figure> Figures(Indicator indicator, Dictionary<string, IndicatorHistory> byRef, List<UnworkedFigure> refused)
    {
        var formula = indicator.Formula!;
        var inputs = formula.Inputs.ToDictionary(reference => reference, reference => Given(byRef[reference]), StringComparer.OrdinalIgnoreCase);
        if (inputs.Count == 0 || inputs.Values.Any(given => given.Count == 0))
        {
            yield break;
        }

        var first = inputs.Values.Max(given => given.Keys.Min());
        foreach (var period in inputs.Values.SelectMany(given => given.Keys).Where(period => period >= first && indicator.CountedIn(period)).Distinct().Order())
        {
            var observation = FormulaFigure.Of(
                formula, indicator.Definition, reference => (inputs[reference].GetValueOrDefault(period), byRef[reference].Indicator.Definition), out var refusal);
            if (refusal is not null)
            {
                refused.Add(new UnworkedFigure(indicator, period, $"{indicator.Ref} cannot be worked out for {period}: {refusal}."));
            }

            yield return new Figure(period, observation);
        }
    }

    private static Dictionary<Period, Observation> Given(IndicatorHistory history) =>
        history.Figures.ToDictionary(figure => figure.Period, figure => figure.Observation);
}

/// <summary>A period for which a formula makes no figure that could be one.</summary>
/// <param name="Reason">A sentence that names indicator and period.</param>
public sealed record UnworkedFigure(Indicator Indicator, Period Period, string Reason);
