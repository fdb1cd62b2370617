using FsCheck;
using FsCheck.Fluent;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;

namespace Outturn.Core.Tests.Ratings;

public sealed class SeriesTests
{
    [Fact]
    public void The_order_in_which_figures_come_does_not_matter() =>
        Given.ForAll(
            from rollUp in Gen.Elements(Enum.GetValues<RollUp>())
            from points in Points
            from shuffled in Gen.Shuffle(points)
            select (rollUp, points, shuffled),
            given =>
            {
                var definition = Given.Kpi(Polarity.HigherIsBetter, given.rollUp, unit: "days");
                return new Series(definition, given.points).Rate().SequenceEqual(new Series(definition, given.shuffled).Rate());
            });

    [Fact]
    public void A_period_is_rated_by_the_levels_in_force_at_its_end()
    {
        var months = Given.Months([new Observation(93), new Observation(93)]).ToArray();
        months[0] = months[0] with { Target = new Target(90, 85, Polarity.HigherIsBetter) };
        months[1] = months[1] with { Target = new Target(95, 90, Polarity.HigherIsBetter) };
        Assert.Equal(
            [RagRating.Green, RagRating.Amber],
            new Series(Given.Kpi(Polarity.HigherIsBetter), months).Rate().Select(rated => rated.Latest.Rating!.Colour!.Value));
    }

    [Fact]
    public void A_rating_is_never_carried_forward()
    {
        var months = Given.Months([new Observation(99), new Observation(null)]).Select(point => point with { Target = new Target(95, 90, Polarity.HigherIsBetter) });
        Assert.Equal("Not rated: Awaited", new Series(Given.Kpi(Polarity.HigherIsBetter), months).Rate()[1].Latest.Rating!.ToString());
    }

    [Theory]
    [InlineData(Polarity.HigherIsBetter, "94", "95", Direction.Improved)]
    [InlineData(Polarity.LowerIsBetter, "94", "95", Direction.Worsened)]
    [InlineData(Polarity.HigherIsBetter, "94.6", "95.4", Direction.Same)]
    [InlineData(Polarity.HigherIsBetter, "94.4", "94.6", Direction.Improved)]
    public void Against_the_period_before_figures_are_compared_as_they_are_shown(Polarity polarity, string before, string now, Direction direction) =>
        Assert.Equal(direction, Rated(polarity, null, before, now).Previous);

    [Fact]
    public void A_figure_that_shows_more_decimals_is_compared_with_them() =>
        Assert.Equal(Direction.Worsened, Rated(Polarity.HigherIsBetter, new Target(95, 90, Polarity.HigherIsBetter), "95", "94.96").Previous);

    [Theory]
    [InlineData("98", "103", Direction.Same)]
    [InlineData("90", "108", Direction.Improved)]
    [InlineData("110", "88", Direction.Worsened)]
    public void For_closest_the_distance_beyond_the_tolerance_is_compared(string before, string now, Direction direction) =>
        Assert.Equal(direction, Rated(Polarity.ClosestIsBetter, new Target(100, null, Polarity.ClosestIsBetter, 5), before, now).Previous);

    [Fact]
    public void For_closest_nothing_is_compared_without_a_target() =>
        Assert.Equal(Direction.NoComparison, Rated(Polarity.ClosestIsBetter, null, "90", "95").Previous);

    [Fact]
    public void Last_year_is_the_same_period_a_year_before_or_the_figure_supplied_for_it()
    {
        var months = Given.Months(Enumerable.Range(1, 13).Select(month => new Observation(month == 1 ? 50 : 40))).ToArray();
        Assert.Equal(Direction.Worsened, new Series(Given.Kpi(Polarity.HigherIsBetter), months).Rate()[12].LastYear);
        months[12] = months[12] with { PreviousGiven = 30 };
        Assert.Equal(Direction.Improved, new Series(Given.Kpi(Polarity.HigherIsBetter), months).Rate()[12].LastYear);
    }

    [Fact]
    public void Two_figures_for_one_period_or_a_period_of_another_kind_are_refused()
    {
        var april = new SeriesPoint(Period.Month(2019, 4), new Observation(1));
        Assert.Throws<ArgumentException>(() => new Series(Given.Kpi(null), [april, april]));
        Assert.Throws<ArgumentException>(() => new Series(Given.Kpi(null), [april with { Period = Period.Year(2019) }]));
    }

    private static RatedPeriod Rated(Polarity polarity, Target? target, string before, string now) =>
        new Series(
            Given.Kpi(polarity),
            Given.Months([new Observation(decimal.Parse(before)), new Observation(decimal.Parse(now))]).Select(point => point with { Target = target })).Rate()[1];

    /// <summary>Up to two years of months with gaps: values, counts, markers and blanks, with and without a target.</summary>
    private static Gen<SeriesPoint[]> Points =>
        from months in Gen.Choose(1, 24)
        from points in (
            from observation in Gen.OneOf(
                Given.Number.Select(value => new Observation(value)),
                Given.Counts.Select(counts => new Observation(null, counts)),
                Gen.Elements(Enum.GetValues<Marker>()).Select(marker => new Observation(null, null, marker)))
            from target in Gen.OneOf(Gen.Constant<Target?>(null), Given.Target.Where(target => target.Polarity == Polarity.HigherIsBetter).Select(target => (Target?)target))
            from there in Gen.Elements(true, true, true, false)
            select (Observation: observation, Target: target, There: there)).ArrayOf(months)
        select points
            .Select((point, i) => (Point: new SeriesPoint(new Period(Frequency.Month, Period.Month(2018, 4).Ordinal + i), point.Observation, point.Target), point.There))
            .Where(point => point.There)
            .Select(point => point.Point)
            .ToArray();
}
