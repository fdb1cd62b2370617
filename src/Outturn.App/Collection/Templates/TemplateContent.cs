using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.App.Collection.Templates;

/// <summary>What is written into a service's template: what is due of it, what stands beside each entry, and what is known already.</summary>
/// <param name="Posts">The posts that may own an action, as they are printed; with none, any owner may be written.</param>
public sealed record TemplateContent(TemplateStamp Stamp, Council Council, IReadOnlyList<string> Posts, IReadOnlyList<TemplateRow> Rows)
{
    /// <summary>The template of a service for what is due from it, in the order given; worked out from the register as it is known now.</summary>
    /// <param name="due">Indicators with their periods; those of the register. Worked-out ones are left out: nobody enters their figures.</param>
    /// <param name="forecasts">The year-end forecasts known now, which a register does not hold.</param>
    public static TemplateContent Of(
        Register register,
        TemplateStamp stamp,
        IEnumerable<(Indicator Indicator, Period Period)> due,
        IReadOnlyDictionary<(string Ref, Period Period), Forecast>? forecasts = null)
    {
        var histories = register.Indicators.ToDictionary(history => history.Indicator.Ref, StringComparer.Ordinal);
        return new TemplateContent(
            stamp,
            register.Council,
            [.. register.Posts.Select(post => post.Title).Distinct(StringComparer.Ordinal)],
            [.. due.Distinct().Where(row => row.Indicator.Formula is null).Select(row => TemplateRow.Of(histories[row.Indicator.Ref], row.Period, forecasts?.GetValueOrDefault((row.Indicator.Ref, row.Period))))]);
    }
}

/// <summary>One indicator for one period, with what helps to fill it in.</summary>
/// <param name="LastYear">The figure for the same period a year before, or null.</param>
/// <param name="Last">The last figure there is for an earlier period, or null.</param>
/// <param name="Levels">Target and floor, or expected range, in force at the period's end.</param>
/// <param name="Known">What has been sent already: it stands in the entry cells, to be revised; null where nothing has been. Its internal note is never written.</param>
public sealed record TemplateRow(
    Indicator Indicator, Period Period, Observation? LastYear = null, Figure? Last = null, Levels? Levels = null, Submission? Known = null)
{
    /// <summary>Whether a numerator and a denominator may be entered: a ratio, or an indicator that says what it is divided by.</summary>
    public bool TakesCounts =>
        Indicator.Definition.Unit.IsRatio || Indicator.Definition.RollUp == RollUp.Ratio
        || Indicator.Denominator is not null || Known?.Observation.HasCounts == true;

    /// <param name="forecast">The year-end forecast known now, which a history does not hold.</param>
    public static TemplateRow Of(IndicatorHistory history, Period period, Forecast? forecast)
    {
        var figure = history.Figures.FirstOrDefault(figure => figure.Period == period);
        var lastYear = history.Figures.FirstOrDefault(figure => figure.Period == period.AYearBefore)?.Observation
            ?? (figure?.PreviousGiven is { } given ? new Observation(given) : null);
        return new TemplateRow(
            history.Indicator,
            period,
            lastYear,
            history.Figures.Where(figure => figure.Observation.IsPresent && figure.Period < period).MaxBy(figure => figure.Period),
            history.Targets.InForce(period),
            figure is { Observation: { IsPresent: true } or { Marker: not Marker.None } } ? Submitted(history, figure, forecast) : null);
    }

    private static Submission Submitted(IndicatorHistory history, Figure figure, Forecast? forecast) => new(figure.Period, figure.Observation)
    {
        Note = figure.Note,
        YtdGiven = figure.YtdGiven,
        PreviousGiven = figure.PreviousGiven,
        Forecast = forecast,
        Commentary = history.Commentaries.FirstOrDefault(commentary => commentary.Period == figure.Period),
    };
}
