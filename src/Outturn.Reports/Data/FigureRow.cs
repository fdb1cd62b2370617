using System.Globalization;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Papers;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;
using Outturn.Reports.Papers;

namespace Outturn.Reports.Data;

/// <summary>One indicator of a dashboard as data: every figure exact, as printed, and explained.</summary>
internal static class FigureRow
{
    /// <summary>Names and values in the order of the columns. What is printed is the text of the paper's own cells.</summary>
    public static IEnumerable<(string Name, object? Value)> Of(DashboardIndicator row, Dashboard dashboard)
    {
        var (indicator, definition, latest, toDate) = (row.Indicator, row.Definition, row.Rated.Latest, row.Rated.ToDate);
        var (counts, pooled) = (row.Rated.Point.Observation.Counts, toDate.Pooled);
        var kpi = row.IsKpi;
        return
        [
            ("ref", indicator.Ref),
            ("indicator", indicator.Title),
            ("service", indicator.Service.Name),
            ("kind", kpi ? "kpi" : "activity"),
            ("unit", definition.Unit.Name),
            ("polarity", definition.Polarity?.Name()),
            ("frequency", definition.Frequency.Name()),
            ("roll_up", definition.RollUp.Name()),
            ("period", row.Period.ToString()),
            ("first_day", row.Period.First),
            ("last_day", row.Period.Last),
            ("latest", IndicatorTables.Latest(row).Text),
            ("latest_value", latest.Value),
            ("numerator", counts?.Numerator),
            ("denominator", counts?.Denominator),
            ("rating", kpi ? Word(row.Latest) : null),
            ("range", latest.Verdict?.Text()),
            ("reason", WhyNot(latest)),
            ("year_to_date", IndicatorTables.ToDate(row).Text),
            ("year_to_date_value", toDate.Figure.Value),
            ("year_to_date_numerator", pooled?.Numerator),
            ("year_to_date_denominator", pooled?.Denominator),
            ("year_to_date_rating", kpi ? Word(row.YearToDate) : null),
            ("year_to_date_range", toDate.Figure.Verdict?.Text()),
            ("year_to_date_reason", WhyNot(toDate.Figure)),
            ("target", row.Target),
            ("floor", latest.Target?.FloorStandard),
            ("target_to_date", toDate.Figure.Target?.Level),
            ("floor_to_date", toDate.Figure.Target?.FloorStandard),
            ("lower", latest.Range?.Lower),
            ("upper", latest.Range?.Upper),
            ("previous_year", IndicatorTables.Previous(row).Text),
            ("previous_year_value", row.Previous?.Value),
            ("direction_of_travel", kpi ? (row.Rated.DirectionBy(dashboard.Council.Direction) ?? Direction.NoComparison).Text() : null),
            ("worked_out", Explanation.OfLatest(row)),
            ("year_to_date_worked_out", Explanation.OfYearToDate(row)),
        ];
    }

    /// <summary>How sure the trend is, and the rating of each quarter: rating_q3_2024_25, blank for an activity indicator and for a quarter whose report did not carry it.</summary>
    public static IEnumerable<(string Name, object? Value)> Quarters(DashboardIndicator row, QuarterlyReport? quarterly)
    {
        if (quarterly is null)
        {
            return [];
        }

        var history = row.IsKpi ? quarterly.HistoryOf(row) : null;
        return
        [
            ("trend_p", DirectionSentences.P(row.Rated.Trend)),
            .. quarterly.Quarters.Select((quarter, i) => ($"rating_{TextPlace.Slug(quarter.ToString()).Replace('-', '_')}", (object?)history?.Ratings[i]?.ToString())),
        ];
    }

    /// <summary>A value as CSV text: exact, with a point and no separators; days as yyyy-MM-dd.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        decimal number => Exact(number).ToString(CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>Without the zeros at its end that say nothing, so that equal values are equal text.</summary>
    public static decimal Exact(decimal value) => value / 1.0000000000000000000000000000m;

    internal static string? WhyNot(JudgedFigure figure) => (figure.WhyNot ?? (figure.IsSuppressed ? Reason.Suppressed : null))?.Text();

    internal static string Word(Rating rating) => rating.Colour?.ToString() ?? "Not rated";
}
