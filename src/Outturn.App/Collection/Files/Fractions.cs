using Outturn.Core.Indicators;
using Outturn.Core.Observations;

namespace Outturn.App.Collection.Files;

/// <summary>Percentages that may be written as fractions: 0.942 for 94.2%. Nobody guesses: whoever sends them says which.</summary>
internal static class Fractions
{
    public static void Settle(FigureBatch batch, IReadOnlyList<IndicatorHistory> indicators, FigureFileOptions options, DefectList defects)
    {
        var (most, isBroken, first) = (new decimal[indicators.Count], new bool[indicators.Count], new int[indicators.Count]);
        for (var i = 0; i < batch.Count; i++)
        {
            ref var figure = ref batch[i];
            if (indicators[figure.Indicator].Indicator.Definition.Unit.IsPercentage && figure is { IsSigned: false, Observation: { HasCounts: false, Typed: { } value } })
            {
                (first[figure.Indicator], most[figure.Indicator]) = (first[figure.Indicator] == 0 ? i + 1 : first[figure.Indicator], Math.Max(most[figure.Indicator], Math.Abs(value)));
                isBroken[figure.Indicator] |= value != decimal.Truncate(value);
            }
        }

        for (var place = 0; place < indicators.Count; place++)
        {
            if (first[place] > 0 && isBroken[place] && most[place] <= 1 && !IsSmall(indicators[place]))
            {
                if (options.Fractions is null)
                {
                    ref var figure = ref batch[first[place] - 1];
                    var shown = Unit.Bare(figure.Observation.Typed!.Value, Unit.DecimalsOf(figure.Observation.Typed.Value));
                    defects.Add(batch.Error(figure, null,
                        $"Every percentage of {indicators[place].Indicator.Ref} here is 1 or less, such as {shown}: is it {shown}%, or {Unit.Bare(figure.Observation.Typed.Value * 100, Unit.DecimalsOf(figure.Observation.Typed.Value * 100))}% written as a fraction? Add --fractions no or --fractions yes, or write the sign."));
                }
                else if (options.Fractions == true)
                {
                    Multiply(batch, place);
                }
            }
        }
    }

    /// <summary>Its target, or what is known of it, says that it is indeed so small.</summary>
    private static bool IsSmall(IndicatorHistory history) =>
        history.Figures.Any(figure => figure.Observation.Value(history.Indicator.Definition.Unit) is not null)
            ? history.Figures.All(figure => figure.Observation.Value(history.Indicator.Definition.Unit) is null or (>= -1 and <= 1))
            : history.Targets.All.Any(levels => levels.Target?.Level is >= -1 and <= 1 and not 0);

    private static void Multiply(FigureBatch batch, int place)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            ref var figure = ref batch[i];
            if (figure.Indicator == place && figure is { IsSigned: false, Observation: { HasCounts: false, Typed: { } value } })
            {
                figure.Observation = new Observation(value * 100, null, figure.Observation.Marker);
            }
        }
    }
}
