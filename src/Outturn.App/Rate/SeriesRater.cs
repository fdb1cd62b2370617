using Outturn.Core.Indicators;
using Outturn.Core.Ratings;

namespace Outturn.App.Rate;

/// <summary>Rates each series of a table by itself, and puts every result at its row's place.</summary>
internal sealed class SeriesRater(RateTable table, TimeOrder order)
{
    public void Rate(int series)
    {
        var definition = table.Series[series].Definition();
        var points = new SeriesPoint[order.Count(series)];
        var before = default(SeriesPoint);
        for (var place = 0; place < points.Length; place++)
        {
            points[place] = before = table.Figure(order.Row(series, place)).Point(definition, before);
        }

        var rated = new Series(definition, points).Rate();
        for (var place = 0; place < points.Length; place++)
        {
            table.Result(order.Row(series, place)) = new RatedRow(rated[place], definition.Kind == IndicatorKind.Kpi);
        }
    }
}
