using Outturn.Core.Indicators;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;

namespace Outturn.App.Reconcile;

/// <summary>Why a figure has the rating it has, in a sentence that stands beside another opinion and can be checked by hand.</summary>
public static class WhyRated
{
    /// <param name="floorDerived">The floor comes from the council's tolerance rule.</param>
    /// <param name="rule">The council's tolerance rule, to be named where a floor comes from it.</param>
    public static string Of(Definition definition, JudgedFigure figure, bool floorDerived = false, ToleranceRule? rule = null)
    {
        if (figure.Rating is not Rating.Rated { Rag: var colour } || figure is not { Value: { } value, Target: { } target })
        {
            return NotRated(definition, figure);
        }

        var shown = definition.Unit.Print(value, figure.Decimals);
        var level = definition.Unit.PrintLevel(target.Level, definition.Decimals);
        var floor = target.FloorStandard is { } least ? definition.Unit.PrintLevel(least, definition.Decimals) : null;
        var floorWords = floor is null ? null : floorDerived && rule is not null ? $"{floor}, which is {rule} from the target" : floor;
        return colour switch
        {
            RagRating.Green when value == target.Level => $"{shown} reached the target of {level}, and reaching a level exactly is achieving it: Green.",
            RagRating.Green when target.Polarity == Polarity.ClosestIsBetter => $"{shown} is within {definition.Unit.PrintLevel(target.Tolerance, definition.Decimals)} of the target of {level}, and closest is better: Green.",
            RagRating.Green => $"{shown} is {Side(value, target.Level)} the target of {level}, and {Better(target.Polarity)} is better: Green.",
            RagRating.Amber when value == target.FloorStandard => $"{shown} missed the target of {level} and reached the floor standard of {floorWords}, and reaching a level exactly is achieving it: Amber.",
            RagRating.Amber => $"{shown} missed the target of {level} but held the floor standard of {floorWords}{Because(target.Polarity)}: Amber.",
            _ when floor is null => $"{shown} missed the target of {level}{Because(target.Polarity)}, and there is no floor standard: Red.",
            _ => $"{shown} missed the target of {level} and the floor standard of {floorWords}{Because(target.Polarity)}: Red.",
        };
    }

    private static string NotRated(Definition definition, JudgedFigure figure) =>
        figure.Verdict is { } verdict && figure.Value is { } value ? $"{definition.Unit.Print(value, figure.Decimals)} is set beside its expected range ({verdict.Text()}) and not rated."
        : definition.Kind == IndicatorKind.Activity ? "An activity indicator is not rated."
        : $"It is not rated: {(figure.Rating?.WhyNot ?? figure.WhyNot ?? Reason.Awaited).Text()}.";

    private static string Side(decimal value, decimal level) => value > level ? "above" : "below";

    private static string Better(Polarity polarity) => polarity == Polarity.LowerIsBetter ? "lower" : "higher";

    private static string Because(Polarity polarity) => polarity switch
    {
        Polarity.LowerIsBetter => " (lower is better)",
        Polarity.ClosestIsBetter => " (closest is better)",
        _ => "",
    };
}
