using System.Globalization;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;

namespace Outturn.Core.Dashboards;

/// <summary>How a figure and its rating were worked out, in one sentence: inputs, rule, result.</summary>
public static class Explanation
{
    private const int MostDecimals = 6;

    private const string Suppressed = "Not published: it is a small count, or one could be worked out from it";

    /// <summary>"1,388 ÷ 1,418 × 100 = 97.884344…; higher is better: the target of 97% was reached. Green."</summary>
    public static string OfLatest(DashboardIndicator indicator)
    {
        var observation = indicator.Rated.Point.Observation;
        var worked = indicator.Rated.Latest.IsSuppressed ? Suppressed
            : observation.Counts is { } counts ? Worked(counts.Numerator, counts.Denominator, counts.Ratio(indicator.Definition.Unit), indicator.Definition.Unit)
            : observation.Typed is { } typed ? $"{Given(typed, indicator.Definition.Unit)} as given"
            : "No figure";
        return $"{worked}; {Judgement(indicator.Definition, indicator.Rated.Latest)}";
    }

    /// <summary>The same for the year to date: which periods, rolled up how, and the result.</summary>
    public static string OfYearToDate(DashboardIndicator indicator)
    {
        var (toDate, definition) = (indicator.Rated.ToDate, indicator.Definition);
        var periods = $"{toDate.Present} of {toDate.Expected} {definition.Frequency.PluralFor(toDate.Expected)}";
        var worked = toDate.Figure.IsSuppressed ? Suppressed
            : toDate.Figure.WhyNot == Reason.NoRollUp ? "How a year's figures come together is not said"
            : toDate.Supplied ? "As supplied by the service"
            : definition.RollUp == RollUp.Latest || definition.Basis == Basis.Cumulative ? "The period's own figure"
            : toDate.Pooled is { } pool ? $"Over {periods}, {Worked(pool.Numerator, pool.Denominator, toDate.Figure.Value, definition.Unit)}"
            : toDate.Figure.Value is not { } value ? $"Nothing to show from {periods}"
            : $"{(definition.RollUp == RollUp.Mean ? "Mean" : "Sum")} of {periods}: {Plain(value)}";
        var accepted = toDate.Accepted is { } reason ? $" Accepted though incomplete: {reason.TrimEnd('.')}." : "";
        return $"{worked}; {Judgement(definition, toDate.Figure)}{accepted}";
    }

    /// <summary>Why a figure has its colour, its place in the range, or neither: "the target of 97% was reached. Green."</summary>
    public static string Judgement(Definition definition, JudgedFigure figure)
    {
        if (figure.WhyNot is { } reason)
        {
            return $"not rated: {reason.Text().ToLowerInvariant()}.";
        }

        if (figure.Verdict is { } verdict)
        {
            return figure.Range is { } range ? $"expected {Range(range, definition)}: {verdict.Text().ToLowerInvariant()}." : "no expected range.";
        }

        return figure is { Rating.Colour: { } colour, Target: { } target } ? $"{Compared(definition, target, colour)}. {colour}." : "not rated.";
    }

    /// <summary>"40,000 to 58,000", "at least 40,000", "at most 58,000".</summary>
    public static string Range(ExpectedRange range, Definition definition)
    {
        string Print(decimal level) => definition.Unit.PrintLevel(level, definition.Decimals);
        return (range.Lower, range.Upper) switch
        {
            ({ } lower, { } upper) => $"{Print(lower)} to {Print(upper)}",
            ({ } lower, null) => $"at least {Print(lower)}",
            (_, { } upper) => $"at most {Print(upper)}",
            _ => "",
        };
    }

    private static string Compared(Definition definition, Target target, RagRating colour)
    {
        string Print(decimal level) => definition.Unit.PrintLevel(level, definition.Decimals);
        var tolerance = target.Tolerance == 0 ? "" : $", give or take {Print(target.Tolerance)},";
        var floor = target.FloorStandard is { } level ? $"the floor standard of {Print(level)}" : "";
        var outcome = colour switch
        {
            RagRating.Green => $"the target of {Print(target.Level)}{tolerance} was achieved",
            RagRating.Amber => $"the target of {Print(target.Level)}{tolerance} was missed and {floor} achieved",
            _ when floor.Length > 0 => $"the target of {Print(target.Level)}{tolerance} was missed and {floor} was not achieved",
            _ => $"the target of {Print(target.Level)}{tolerance} was missed and there is no floor standard",
        };
        return $"{target.Polarity.Name()} is better: {outcome}";
    }

    private static string Worked(decimal numerator, decimal denominator, decimal? result, Unit unit)
    {
        var multiplied = unit.Multiplier == 1 ? "" : $" × {Plain(unit.Multiplier)}";
        return $"{Plain(numerator)} ÷ {Plain(denominator)}{multiplied} = {(result is { } value ? Plain(value) : "nothing to measure")}";
    }

    /// <summary>A typed figure with its unit, so that it can be held against the levels beside it.</summary>
    private static string Given(decimal value, Unit unit) =>
        unit.PrintLevel(Unit.Round(value, MostDecimals), 0) + (Unit.Round(value, MostDecimals) == value ? "" : "…");

    /// <summary>In full up to six decimals, with thousands separated; an ellipsis says that there are more.</summary>
    private static string Plain(decimal value)
    {
        var shown = Unit.Round(value, MostDecimals);
        return shown.ToString("#,0.######", CultureInfo.InvariantCulture) + (shown == value ? "" : "…");
    }
}
