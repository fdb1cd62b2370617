using Outturn.Core.Indicators;
using Outturn.Core.Targets;

namespace Outturn.Core.Ratings;

/// <summary>Rates one figure, and finds the decimals at which it does not contradict its colour.</summary>
internal static class Judge
{
    private const int MostDecimals = 28;

    /// <param name="missing">Why there is no figure, or why the one there is may not be rated; null when it may.</param>
    public static JudgedFigure Figure(Definition definition, decimal? value, Reason? missing, Target? target, ExpectedRange? range, bool over12Months) =>
        definition.Kind == IndicatorKind.Kpi
            ? Kpi(definition, value, missing ?? (target is null ? Reason.NoTarget : over12Months ? Reason.Over12Months : null), target)
            : Activity(definition, value, missing ?? (range is not null && over12Months ? Reason.Over12Months : null), range);

    private static JudgedFigure Kpi(Definition definition, decimal? value, Reason? whyNot, Target? target)
    {
        if (whyNot is { } reason || value is not { } figure || target is null)
        {
            return new JudgedFigure(value, definition.Decimals, Rating.Not(whyNot ?? Reason.Awaited), null, whyNot, target, null);
        }

        var colour = target.Rate(figure);
        var decimals = definition.Decimals;
        while (decimals < MostDecimals && target.Rate(Unit.Round(figure, decimals)) != colour)
        {
            decimals++;
        }

        return new JudgedFigure(value, decimals, Rating.Of(colour), null, null, target, null);
    }

    private static JudgedFigure Activity(Definition definition, decimal? value, Reason? whyNot, ExpectedRange? range)
    {
        if (whyNot is not null || value is not { } figure)
        {
            return new JudgedFigure(value, definition.Decimals, null, null, whyNot, null, range);
        }

        var verdict = range?.Judge(figure) ?? RangeVerdict.NoRange;
        var decimals = definition.Decimals;
        while (range is not null && decimals < MostDecimals && range.Judge(Unit.Round(figure, decimals)) != verdict)
        {
            decimals++;
        }

        return new JudgedFigure(value, decimals, null, verdict, null, null, range);
    }
}
