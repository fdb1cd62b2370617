using FsCheck;
using FsCheck.Fluent;
using Outturn.Core.Indicators;
using Outturn.Core.National;
using Outturn.Core.Neighbours;
using Outturn.Core.Targets;
using Interval = Outturn.Core.National.Interval;

namespace Outturn.Core.Tests.Neighbours;

public sealed class StandingTests
{
    private static readonly PublishedPeriod Year = PublishedPeriodText.Read("2023/24", YearKind.Financial, out _)!;

    private static Gen<decimal?[]> Values { get; } =
        Gen.OneOf(Gen.Choose(0, 6).Select(tied => (decimal?)tied), Given.Number.Select(value => (decimal?)value), Gen.Constant((decimal?)null)).ArrayOf().Where(values => values.Length > 0);

    [Fact]
    public void Equal_values_share_the_best_place_and_the_next_is_counted_behind_all_of_them()
    {
        decimal?[] others = [90, 80, 80, 70];
        Assert.Equal("joint 2nd of 5", Of(80, others, Polarity.HigherIsBetter).Place());
        Assert.Equal("5th of 5", Of(60, others, Polarity.HigherIsBetter).Place());
        Assert.Equal("1st of 5", Of(60, others, Polarity.LowerIsBetter).Place());
    }

    [Fact]
    public void Without_an_agreed_better_end_places_count_from_the_highest()
    {
        Assert.Equal("3rd highest of 3", Of(1, [2, 3], null).Place());
        Assert.Equal("highest of 3", Of(4, [2, 3], null).Place());
        Assert.Equal("joint highest of 3", Of(3, [2, 3], Polarity.ClosestIsBetter).Place());
    }

    [Fact]
    public void Places_are_written_as_they_are_said() =>
        Assert.Equal(["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "101st", "111th", "112th"], new[] { 1, 2, 3, 4, 11, 12, 13, 21, 101, 111, 112 }.Select(StandingWords.Ordinal));

    [Fact]
    public void A_rank_is_one_and_the_number_of_better_values_whatever_the_values() =>
        Given.ForAll(
            from values in Values
            from polarity in Gen.Elements<Polarity?>(null, Polarity.HigherIsBetter, Polarity.LowerIsBetter)
            select (values, polarity),
            given =>
            {
                var standing = Of(given.values[0], given.values[1..], given.polarity);
                decimal[] there = [.. given.values.Where(value => value is not null).Select(value => value!.Value)];
                if (given.values[0] is not { } ours)
                {
                    return standing.Rank is null && standing.Place() is null && standing.WithValue == there.Length;
                }

                var better = there.Count(value => given.polarity == Polarity.LowerIsBetter ? value < ours : value > ours);
                return standing.Rank == better + 1 && standing.SharedBy == there.Count(value => value == ours) && standing.Among == given.values.Length;
            });

    [Fact]
    public void As_many_values_lie_above_the_median_as_below_and_there_is_one_from_three_values_on() =>
        Given.ForAll(Values, values =>
        {
            decimal[] there = [.. values.Where(value => value is not null).Select(value => value!.Value)];
            var median = new Ranking(there, null).Median;
            return median is { } middle ? there.Length >= 3 && there.Count(value => value < middle) <= there.Length / 2 && there.Count(value => value > middle) <= there.Length / 2 : there.Length < 3;
        });

    [Fact]
    public void Quarters_are_told_from_eight_values_on_and_split_the_places_evenly()
    {
        Assert.Null(Of(1, [2, 3, 4, 5, 6, 7], Polarity.HigherIsBetter).Quartile);
        decimal[] eight = [1, 2, 3, 4, 5, 6, 7, 8];
        var ranking = new Ranking(eight, Polarity.LowerIsBetter);
        Assert.Equal([1, 1, 2, 2, 3, 3, 4, 4], eight.Select(value => ranking.QuartileOf(value)!.Value));
        decimal[] sixteen = [.. Enumerable.Range(1, 16).Select(value => (decimal)value)];
        Assert.Equal([4, 4, 4, 4], sixteen.GroupBy(value => new Ranking(sixteen, null).QuartileOf(value)).Select(quarter => quarter.Count()));
    }

    [Fact]
    public void A_missing_or_suppressed_value_has_no_place_and_is_not_counted_as_one()
    {
        var standing = Of(null, [1, null, 3], Polarity.HigherIsBetter);
        Assert.Equal((null, 2, 4, null), (standing.Rank, standing.WithValue, standing.Among, standing.Median));
        Assert.Equal("There is no value for 2023/24; 2 of 4 have a value.", standing.Sentence(new Unit("%"), 1));
    }

    [Fact]
    public void Places_without_a_common_duty_are_left_out_and_counted()
    {
        var county = new ComparedPlace("E10000016", Tiers.Upper, 5);
        ComparedPlace[] others = [new("E10000014", Tiers.Upper, 4), new("E06000035", Tiers.Both, 6), new("E07000105", Tiers.Lower, 9), new("E47000001", Tiers.None, 9), county];
        var standing = Standing.Of(county, others, Polarity.HigherIsBetter, Year, FigureAge.UpToDate);
        Assert.Equal(("2nd of 3", 2), (standing.Place(), standing.OfAnotherTier));
    }

    [Fact]
    public void Intervals_that_touch_are_similar_and_only_those_apart_are_higher_or_lower()
    {
        var ours = new ComparedPlace("A", Tiers.Both, 10, new Interval(9, 11));
        ComparedPlace[] others =
        [
            new("touches", Tiers.Both, 12, new Interval(11, 13)), new("above", Tiers.Both, 12, new Interval(11.1m, 13)), new("below", Tiers.Both, 8, new Interval(7, 8.9m)),
            new("point", Tiers.Both, 8), new("missing", Tiers.Both, null, new Interval(1, 2)),
        ];
        var standing = Standing.Of(ours, others, null, Year, FigureAge.Ageing);
        Assert.Equal(
            new Dictionary<string, Comparison> { ["touches"] = Comparison.Similar, ["above"] = Comparison.Lower, ["below"] = Comparison.Higher, ["point"] = Comparison.Higher },
            standing.Comparisons);
        Assert.Empty(Standing.Of(ours with { Interval = null }, others, null, Year, FigureAge.Ageing).Comparisons);
        Assert.EndsWith("by intervals higher than 2, lower than 1 and similar to 1.", standing.Sentence(new Unit("%"), 0));
    }

    [Fact]
    public void A_sentence_says_value_period_age_place_median_and_how_many_have_a_value_and_no_colour()
    {
        var sentence = Of(54.1m, [50, 60, 54.1m], Polarity.LowerIsBetter).Sentence(new Unit("%"), 1);
        Assert.Equal("54.1% in 2023/24 (up to date); joint 2nd of 4, the lowest first; median 54.1%; 4 of 4 have a value.", sentence);
        Assert.DoesNotContain("green", sentence + StandingWords.Caveat, StringComparison.OrdinalIgnoreCase);
    }

    private static Standing Of(decimal? ours, decimal?[] others, Polarity? polarity) =>
        Standing.Of(
            new ComparedPlace("ours", Tiers.Both, ours), others.Select((value, i) => new ComparedPlace($"other {i}", Tiers.Both, value)), polarity, Year, FigureAge.UpToDate);
}
