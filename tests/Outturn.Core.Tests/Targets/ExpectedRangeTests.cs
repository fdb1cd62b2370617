using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;

namespace Outturn.Core.Tests.Targets;

public sealed class ExpectedRangeTests
{
    [Theory]
    [InlineData(50, 100, 50, RangeVerdict.InRange)]
    [InlineData(50, 100, 100, RangeVerdict.InRange)]
    [InlineData(50, 100, 100.4, RangeVerdict.Above)]
    [InlineData(50, 100, 49.6, RangeVerdict.Below)]
    [InlineData(null, 100, -5, RangeVerdict.InRange)]
    [InlineData(50, null, 5000, RangeVerdict.InRange)]
    public void Limits_are_inclusive_and_one_of_them_is_enough(int? lower, int? upper, double value, RangeVerdict verdict) =>
        Assert.Equal(verdict, new ExpectedRange(lower, upper).Judge((decimal)value));

    [Fact]
    public void A_range_without_limits_or_upside_down_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new ExpectedRange(null, null));
        Assert.Throws<ArgumentException>(() => new ExpectedRange(2, 1));
    }

    [Theory]
    [InlineData(50, 100, "100.4", 0, "100.4")]
    [InlineData(50, 100, "100.0004", 0, "100.0004")]
    [InlineData(50, 100, "49.96", 1, "49.96")]
    [InlineData(50, 100, "99.6", 0, "100")]
    [InlineData(50, 100, "100.6", 0, "101")]
    public void An_activity_figure_is_shown_so_that_it_does_not_contradict_its_range(int lower, int upper, string value, int decimals, string shown)
    {
        var figure = Judged(decimal.Parse(value), decimals, new ExpectedRange(lower, upper));
        Assert.Equal(shown, Unit.Bare(figure.Value!.Value, figure.Decimals));
    }

    [Fact]
    public void The_figure_shown_stands_where_the_exact_one_does() =>
        Given.ForAll(Given.NearItsTarget, given =>
        {
            var range = new ExpectedRange(Math.Min(given.Target.Level, given.Target.FloorStandard ?? given.Target.Level), Math.Max(given.Target.Level, given.Target.FloorStandard ?? given.Target.Level));
            var figure = Judged(given.Value, 0, range);
            return figure.Verdict == range.Judge(given.Value) && range.Judge(Unit.Round(given.Value, figure.Decimals)) == figure.Verdict;
        });

    [Fact]
    public void Activity_has_no_rating_and_no_direction_and_without_a_range_says_so()
    {
        var rated = new Series(Activity(0), Given.Months([new Observation(5), new Observation(7)])).Rate()[1];
        Assert.Equal((null, RangeVerdict.NoRange), (rated.Latest.Rating, rated.Latest.Verdict));
        Assert.Equal((Direction.NoComparison, Direction.NoComparison, null), (rated.Previous, rated.LastYear, rated.Trend));
    }

    private static JudgedFigure Judged(decimal value, int decimals, ExpectedRange range) =>
        new Series(Activity(decimals), [new SeriesPoint(Period.Month(2020, 3), new Observation(value), Range: range)]).Rate()[0].Latest;

    private static Definition Activity(int decimals) =>
        new(IndicatorKind.Activity, new Unit("number"), decimals, null, Frequency.Month, RollUp.Latest);
}
