using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;

namespace Outturn.Core.Tests.Ratings;

public sealed class SumToDateTests
{
    [Theory]
    [InlineData(100, 100, RagRating.Green)]
    [InlineData(100, 110, RagRating.Green)]
    [InlineData(100, 120, RagRating.Amber)]
    [InlineData(100, 121, RagRating.Red)]
    [InlineData(90, 90, RagRating.Amber)]
    [InlineData(90, 89, RagRating.Red)]
    public void ToDate_FloorsOnBothSidesOfAClosestTarget_ReachAsFarAsBothTogether(int april, int may, RagRating expected)
    {
        var definition = new Definition(IndicatorKind.Kpi, new Unit("number"), 0, Polarity.ClosestIsBetter, Frequency.Month, RollUp.Sum);
        var series = new Series(definition,
        [
            new SeriesPoint(Period.Month(2019, 4), new Observation(april), new Target(100, 90, Polarity.ClosestIsBetter, 5)),
            new SeriesPoint(Period.Month(2019, 5), new Observation(may), new Target(100, 110, Polarity.ClosestIsBetter, 5)),
        ]);

        Assert.Equal(expected, series.Rate(Period.Month(2019, 5))!.ToDate.Figure.Rating!.Colour);
    }

    [Fact]
    public void Trend_OfAnExactLineFarFromZero_IsCertain()
    {
        var definition = new Definition(IndicatorKind.Kpi, new Unit("number"), 0, Polarity.LowerIsBetter, Frequency.Month, RollUp.Latest);
        var series = new Series(definition, Enumerable.Range(0, 8)
            .Select(i => new SeriesPoint(Period.Month(2019, 4) with { Ordinal = Period.Month(2019, 4).Ordinal + (i * 2) }, new Observation(900_000_000_000m + (i * 0.3m)))));

        var trend = series.Rate()[^1].Trend!.Value;
        Assert.Equal((Direction.Worsening, 0.0), (trend.Direction, trend.P));
    }
}
