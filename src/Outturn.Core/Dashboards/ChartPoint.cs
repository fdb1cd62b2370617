using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;

namespace Outturn.Core.Dashboards;

/// <summary>One period of a chart: the figure, and the levels that were in force.</summary>
public readonly record struct ChartPoint(Period Period, decimal? Value, int Decimals, Levels? Levels)
{
    /// <summary>There is a figure, and it is not published.</summary>
    public bool IsSuppressed { get; init; }

    /// <summary>The target as it is shown, rated by or not.</summary>
    public decimal? Target => Levels?.Target?.Level ?? Levels?.UnratedTarget;

    public decimal? Floor => Levels?.Target?.FloorStandard;

    public ExpectedRange? Range => Levels?.Range;

    /// <summary>Periods a chart shows: 12 months with the year before beside them, 8 quarters, 6 half-years or years.</summary>
    private static int Length(Frequency frequency) => frequency switch
    {
        Frequency.Month or Frequency.TwelveMonths => 12,
        Frequency.Quarter => 8,
        _ => 6,
    };

    internal static (IReadOnlyList<ChartPoint> Window, IReadOnlyList<decimal?> YearBefore) Window(IndicatorHistory history, Series series, Period last)
    {
        var figures = Drawn(history.Indicator.Definition, series).ToDictionary(figure => figure.Period.Ordinal, figure => figure.Figure);
        var first = last.Ordinal - Length(last.Frequency) + 1;
        var window = new List<ChartPoint>();
        for (var ordinal = first; ordinal <= last.Ordinal; ordinal++)
        {
            var period = new Period(last.Frequency, ordinal);
            var figure = figures.GetValueOrDefault(ordinal);
            if (window.Count == 0 && figure?.Value is null && period != last)
            {
                continue;
            }

            window.Add(new ChartPoint(period, figure?.Value, figure?.Decimals ?? history.Indicator.Definition.Decimals, history.Targets.InForce(period)));
        }

        var perYear = last.Frequency.PerYear();
        IReadOnlyList<decimal?> before = perYear < 12
            ? [.. window.Select(_ => (decimal?)null)]
            : [.. window.Select(point => history.Indicator.IsBrokenBetween(point.Period.AYearBefore, point.Period) ? null : Shown(figures.GetValueOrDefault(point.Period.Ordinal - perYear)))];
        return (window, before);
    }

    private static decimal? Shown(JudgedFigure? figure) => figure is { Value: { } value } ? Unit.Round(value, figure.Decimals) : null;

    /// <summary>Whether a chart draws the totals of twelve months, which are what target and floor are meant for (RULES 4, rolling 12).</summary>
    internal static bool DrawsTwelveMonths(Definition definition, IEnumerable<Observation> observations) =>
        definition.RollUp == RollUp.Rolling12 && definition.Frequency.Length() < 12 && !observations.Any(observation => observation.HasCounts);

    /// <summary>The periods' own figures, or their twelve-month totals.</summary>
    private static IEnumerable<(Period Period, JudgedFigure Figure)> Drawn(Definition definition, Series series) =>
        DrawsTwelveMonths(definition, series.Points.Select(point => point.Observation))
            ? series.Rate().Select(rated => (rated.Period, rated.ToDate.Figure))
            : series.Figures();
}
