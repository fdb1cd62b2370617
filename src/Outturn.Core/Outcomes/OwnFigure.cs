using Outturn.Core.Indicators;
using Outturn.Core.National;
using Outturn.Core.Papers;
using Outturn.Core.Periods;

namespace Outturn.Core.Outcomes;

/// <summary>An indicator's own figure for the time that a published one is for, or the nearest there is.</summary>
/// <param name="Time">"Mar 2026", "2025/26, from 12 months".</param>
/// <param name="Reason">Why its time is not that of the published figure; null where it is.</param>
public sealed record OwnFigure(string Time, decimal Value, Period Period, string? Reason)
{
    /// <summary>The figure of the same period; the year to date at the end of the same year; the count on the same day; else the last one that ended by then, or the first after.</summary>
    /// <returns>Null where the indicator has no figure at all.</returns>
    public static OwnFigure? Of(IndicatorHistory history, PublishedPeriod published)
    {
        var frequency = history.Indicator.Definition.Frequency;
        var present = history.Figures.Where(figure => figure.Observation.IsPresent && figure.Period.Frequency == frequency).OrderBy(figure => figure.Period).ToList();
        if (present.Find(figure => (figure.Period.First, figure.Period.Last) == (published.First, published.Last)) is { } same)
        {
            return Counted(history, same.Period) is { } value ? new OwnFigure(same.Period.ToString(), value, same.Period, null) : null;
        }

        if (present.Find(figure => figure.Period.Last == published.Last) is { } end)
        {
            if (history.Indicator.Definition.RollUp == RollUp.Latest && Counted(history, end.Period) is { } counted)
            {
                return new OwnFigure($"the end of {end.Period}", counted, end.Period, null);
            }

            if (end.Period.FirstOfYear.First == published.First && history.SeriesTo(end.Period).Rate(end.Period)?.ToDate is { Figure.Value: { } year } toDate)
            {
                var isWhole = toDate.Supplied || toDate.Present >= toDate.Expected && (toDate.Expected >= frequency.PerYear() || toDate.Expected == 1);
                return new OwnFigure(
                    $"{end.Period.FinancialYear}, {(toDate.Supplied ? "as supplied" : $"from {Words.Count(toDate.Present, Unit(frequency))}")}", year, end.Period,
                    isWhole ? null : $"ours is put together from {toDate.Present} of {frequency.PerYear()} {frequency.Plural()} of the year");
            }
        }

        var nearest = present.FindLast(figure => figure.Period.Last <= published.Last) ?? present.FirstOrDefault();
        return nearest is not null && Counted(history, nearest.Period) is { } near
            ? new OwnFigure(nearest.Period.ToString(), near, nearest.Period, $"the periods differ: ours is for {nearest.Period} and the published figure for {published.Words}")
            : null;
    }

    private static decimal? Counted(IndicatorHistory history, Period period) => history.SeriesTo(period).Rate(period)?.Latest.Value;

    private static string Unit(Frequency frequency) => frequency.PluralFor(1);
}
