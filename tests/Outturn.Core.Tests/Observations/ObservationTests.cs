using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;

namespace Outturn.Core.Tests.Observations;

public sealed class ObservationTests
{
    [Theory]
    [InlineData("x", "Not rated: Not available")]
    [InlineData("z", "Not rated: Not applicable")]
    [InlineData("c", "Not rated: Suppressed")]
    [InlineData("low", "Not rated: Suppressed")]
    [InlineData("u", "Not rated: Not available")]
    [InlineData("", "Not rated: Awaited")]
    public void A_marker_says_why_there_is_no_value(string marker, string rating) =>
        Assert.Equal(rating, Rated(new Observation(null, null, Read(marker))).Rating!.ToString());

    [Theory]
    [InlineData("p", "provisional")]
    [InlineData("r", "revised")]
    [InlineData("U", "unreliable")]
    public void A_marked_value_is_rated_and_its_marker_travels_with_it(string marker, string remark)
    {
        Assert.Equal(RagRating.Green, Rated(new Observation(96, null, Read(marker))).Rating!.Colour);
        Assert.Equal(remark, Read(marker).Remark());
    }

    [Fact]
    public void Zero_is_a_value_and_blank_is_not()
    {
        Assert.Equal(RagRating.Red, Rated(new Observation(0)).Rating!.Colour);
        Assert.Equal(Reason.Awaited, Rated(new Observation(null)).WhyNot);
    }

    [Fact]
    public void Counts_beat_a_typed_value() =>
        Assert.Equal(97.5m, new Observation(99, new Counts(39, 40)).Value(new Unit("%")));

    [Fact]
    public void A_denominator_of_zero_is_nothing_to_measure_and_never_0_or_100()
    {
        var rated = Rated(new Observation(null, new Counts(0, 0)));
        Assert.Equal((null, Reason.NothingToMeasure), (rated.Value, rated.WhyNot));
    }

    [Theory]
    [InlineData("x", Reason.NotAvailable)]
    [InlineData("", Reason.Awaited)]
    public void Why_a_value_is_missing_comes_before_the_missing_target(string marker, Reason reason)
    {
        var series = new Series(Given.Kpi(Polarity.HigherIsBetter), [new SeriesPoint(Period.Month(2020, 3), new Observation(null, null, Read(marker)))]);
        Assert.Equal(reason, series.Rate()[0].Latest.WhyNot);
    }

    private static Marker Read(string marker) => marker.Length == 0 ? Marker.None : Markers.Read(marker)!.Value;

    private static JudgedFigure Rated(Observation observation) =>
        new Series(Given.Kpi(Polarity.HigherIsBetter, unit: "%"), [new SeriesPoint(Period.Month(2020, 3), observation, new Target(95, 90, Polarity.HigherIsBetter))]).Rate()[0].Latest;
}
