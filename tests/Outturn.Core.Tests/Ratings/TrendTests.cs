using FsCheck;
using FsCheck.Fluent;
using Outturn.Core.Observations;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;

namespace Outturn.Core.Tests.Ratings;

public sealed class TrendTests
{
    /// <summary>Kent's adult social care figures to 2022/23, published by Oflog (github.com/communitiesuk/oflog-automated-text, src/lib/ASC_data.csv; OGL v3.0).</summary>
    private static readonly string[] RequestsResultingInAService =
        ["1542.377536299022", "1533.384870164934", "1352.891377963011", "1264.426786457302", "1109.470134448303", "1202.429003", "1234.393991837786"];

    private static readonly string[] ShortTermServicesSequel = ["77.5", "81.1", "65.7", "66.9", "83.4", "62.2", "62.2", "65.8"];

    private static readonly string[] WorkforceTurnover =
        ["24.23239568", "29.50134628", "30.03496773", "30.50912768", "28.81843866", "30.84513022", "26.69878669"];

    public static TheoryData<string[], Direction, double, double> Kent => new()
    {
        { RequestsResultingInAService, Direction.Worsening, -65.332, 0.015 },
        { ShortTermServicesSequel, Direction.Stable, -2.029, 0.136 },
        { WorkforceTurnover, Direction.Stable, 0.317, 0.534 },
    };

    [Theory]
    [MemberData(nameof(Kent))]
    public void Published_figures_give_the_slope_and_p_that_other_programs_give(string[] figures, Direction direction, double slope, double p)
    {
        var trend = Regression.Trend([.. Enumerable.Range(0, figures.Length)], [.. figures.Select(figure => decimal.Parse(figure))]);
        Assert.Equal(direction, trend.Direction);
        Assert.Equal(slope, trend.Slope!.Value, 3);
        Assert.Equal(p, trend.P!.Value, 3);
    }

    [Fact]
    public void A_trend_is_the_same_wherever_the_figures_begin_and_whatever_they_are_counted_in() =>
        Given.ForAll(
            from figures in Figures
            from shift in Given.Number
            from scale in Given.Number.Where(scale => scale != 0)
            select (figures, shift, scale: Math.Abs(scale)),
            given => Alike(TrendOf(given.figures), TrendOf([.. given.figures.Select(figure => (figure * given.scale) + given.shift)]), (double)given.scale));

    [Fact]
    public void Figures_in_reverse_or_with_signs_turned_round_flip_the_trend() =>
        Given.ForAll(Figures, figures =>
            Alike(TrendOf(figures), TrendOf([.. Enumerable.Reverse(figures)]), -1) && Alike(TrendOf(figures), TrendOf([.. figures.Select(figure => -figure)]), -1));

    [Fact]
    public void Lower_is_better_flips_what_higher_is_better_says() =>
        Given.ForAll(Figures, figures =>
            Alike(Last(Polarity.HigherIsBetter, figures.Select(Observed))!.Value, Last(Polarity.LowerIsBetter, figures.Select(Observed))!.Value, -1));

    [Theory]
    [InlineData("1 2 3 4", Direction.TooFewPoints, null)]
    [InlineData("5 5 5 5 5", Direction.Stable, 1.0)]
    [InlineData("1 2 3 4 5", Direction.Improving, 0.0)]
    [InlineData("0.5 0.4 0.3 0.2 0.1", Direction.Worsening, 0.0)]
    [InlineData("1 - - 4 5 6 7", Direction.Improving, 0.0)]
    [InlineData("1 - 3 4 5", Direction.TooFewPoints, null)]
    public void Too_few_points_a_constant_series_and_a_perfect_slope_are_what_they_are(string months, Direction direction, double? p)
    {
        var trend = Last(Polarity.HigherIsBetter, months.Split(' ').Select(month => new Observation(month == "-" ? null : decimal.Parse(month))));
        Assert.Equal((direction, p), (trend!.Value.Direction, trend.Value.P));
    }

    [Fact]
    public void A_period_without_a_figure_has_no_trend() =>
        Assert.Null(Last(Polarity.HigherIsBetter, [Observed(1), Observed(2), Observed(3), Observed(4), Observed(5), new Observation(null)]));

    [Fact]
    public void Only_the_last_13_months_count_and_gaps_are_not_filled_from_before_them()
    {
        IEnumerable<Observation> before = [Observed(1_000), Observed(0), Observed(900)];
        IEnumerable<Observation> window = Enumerable.Range(1, 13).Select(month => month % 3 == 0 ? new Observation(null) : Observed(month));
        Assert.Equal(Direction.Improving, Last(Polarity.HigherIsBetter, before.Concat(window))!.Value.Direction);
        Assert.Equal(0, Last(Polarity.HigherIsBetter, before.Concat(window))!.Value.P);
    }

    [Fact]
    public void Closest_is_improving_when_the_distance_to_its_own_target_closes()
    {
        decimal[] values = [150, 60, 130, 80, 110, 100];
        var target = new Target(100, null, Polarity.ClosestIsBetter, 5);
        var points = Given.Months(values.Select(Observed)).Select(point => point with { Target = target }).ToArray();
        var trend = new Series(Given.Kpi(Polarity.ClosestIsBetter), points).Rate()[^1].Trend!.Value;
        Assert.Equal(Direction.Improving, trend.Direction);
        Assert.True(trend.Slope > 0);

        points[2] = points[2] with { Target = null };
        points[3] = points[3] with { Target = null };
        Assert.Equal(Direction.TooFewPoints, new Series(Given.Kpi(Polarity.ClosestIsBetter), points).Rate()[^1].Trend!.Value.Direction);
    }

    [Fact]
    public void Nothing_is_compared_across_a_changed_definition()
    {
        var points = Given.Months(Enumerable.Range(1, 8).Select(month => Observed(month))).ToArray();
        var rated = new Series(Given.Kpi(Polarity.HigherIsBetter), points, breaks: [points[4].Period]).Rate();
        Assert.Equal(Direction.NoComparison, rated[4].Previous);
        Assert.Equal(Direction.Improved, rated[5].Previous);
        Assert.Equal(Direction.TooFewPoints, rated[7].Trend!.Value.Direction);
    }

    private static Gen<decimal[]> Figures =>
        from count in Gen.Choose(5, 13)
        from slope in Gen.Choose(-40, 40)
        from noise in Gen.Choose(-200, 200).ArrayOf(count)
        select noise.Select((figure, i) => (figure + (slope * i)) / 10m).ToArray();

    private static Trend TrendOf(decimal[] figures) => Regression.Trend([.. Enumerable.Range(0, figures.Length)], figures);

    /// <summary>The same p, the slope times as much, and the direction that goes with it; on the very edge of 0.05 either word will do.</summary>
    private static bool Alike(Trend first, Trend second, double times) =>
        Math.Abs(first.P!.Value - second.P!.Value) < 1e-6
        && Math.Abs((first.Slope!.Value * times) - second.Slope!.Value) <= 1e-6 * Math.Max(1, Math.Abs(second.Slope.Value))
        && (Math.Abs(first.P.Value - 0.05) < 1e-6 || second.Direction == (times > 0 ? first.Direction : Flipped(first.Direction)));

    private static Direction Flipped(Direction direction) => direction switch
    {
        Direction.Improving => Direction.Worsening,
        Direction.Worsening => Direction.Improving,
        _ => direction,
    };

    private static Observation Observed(decimal value) => new(value);

    private static Trend? Last(Polarity polarity, IEnumerable<Observation> observations) =>
        new Series(Given.Kpi(polarity), Given.Months(observations)).Rate()[^1].Trend;
}
