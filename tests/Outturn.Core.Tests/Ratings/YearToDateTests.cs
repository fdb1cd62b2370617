using FsCheck;
using FsCheck.Fluent;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;

namespace Outturn.Core.Tests.Ratings;

public sealed class YearToDateTests
{
    private static readonly Observation LeftOut = new(null, null, Marker.NotApplicable);

    /// <summary>One to twelve months of one year with counts, some of them with a denominator of 0.</summary>
    private static Gen<Counts[]> AYearOfCounts =>
        from months in Gen.Choose(1, 12)
        from counts in Given.Counts.ArrayOf(months)
        select counts;

    private static Gen<(decimal Value, Target Target)[]> AYearOfTargets =>
        from months in Gen.Choose(1, 12)
        from polarity in Given.Polarity
        from figures in (
            from target in Given.Target.Where(target => target.Polarity == polarity)
            from value in Given.Number
            select (value, target)).ArrayOf(months)
        select figures;

    [Fact]
    public void By_ratio_it_is_the_pooled_ratio_and_never_the_mean_of_percentages() =>
        Given.ForAll(AYearOfCounts, counts =>
        {
            var toDate = Last(RollUp.Ratio, "%", counts.Select(count => new Observation(null, count)));
            var pool = new Counts(counts.Sum(count => count.Numerator), counts.Sum(count => count.Denominator));
            return toDate.Figure.Value == pool.Ratio(new Unit("%"))
                && toDate.Figure.WhyNot == (pool.Denominator == 0 ? Reason.NothingToMeasure : Reason.NoTarget)
                && (toDate.Pooled is null || toDate.Pooled == pool);
        });

    [Fact]
    public void A_mean_with_counts_is_pooled_like_a_ratio() =>
        Given.ForAll(AYearOfCounts, counts =>
        {
            var observations = counts.Select(count => new Observation(null, count)).ToList();
            return Last(RollUp.Mean, "days", observations).Figure.Value == Last(RollUp.Ratio, "days", observations).Figure.Value;
        });

    [Fact]
    public void By_sum_values_targets_floors_and_tolerances_add_up() =>
        Given.ForAll(AYearOfTargets, year =>
        {
            var toDate = Last(year);
            var (target, floor) = (toDate.Figure.Target!, toDate.Figure.Target!.FloorStandard);
            return toDate.Figure.Value == year.Sum(month => month.Value)
                && target.Level == year.Sum(month => month.Target.Level)
                && target.Tolerance == year.Sum(month => month.Target.Tolerance)
                && floor.HasValue == year.All(month => month.Target.FloorStandard is not null)
                && (floor is null || Math.Abs(floor.Value - target.Level) == year.Sum(month => Math.Abs(month.Target.FloorStandard!.Value - month.Target.Level)))
                && toDate.Figure.Rating!.Colour == target.Rate(toDate.Figure.Value!.Value);
        });

    [Fact]
    public void Floors_above_and_below_a_closest_target_add_up_as_distances_and_do_not_cancel_out()
    {
        var toDate = Last([(100, new Target(100, 90, Polarity.ClosestIsBetter, 2)), (115, new Target(100, 110, Polarity.ClosestIsBetter, 2))]);
        Assert.Equal((200m, 180m, 4m), (toDate.Figure.Target!.Level, toDate.Figure.Target.FloorStandard, toDate.Figure.Target.Tolerance));
        Assert.Equal(RagRating.Amber, toDate.Figure.Rating!.Colour);
    }

    [Fact]
    public void By_sum_limits_of_the_range_add_up_and_one_limit_missing_leaves_none()
    {
        var definition = new Definition(IndicatorKind.Activity, new Unit("number"), 0, null, Frequency.Month, RollUp.Sum);
        var months = Given.Months([new Observation(10), new Observation(20)]).ToArray();
        months[0] = months[0] with { Range = new ExpectedRange(8, 12) };
        months[1] = months[1] with { Range = new ExpectedRange(null, 18) };
        var toDate = new Series(definition, months).Rate()[1].ToDate.Figure;
        Assert.Equal((new ExpectedRange(null, 30), RangeVerdict.InRange), (toDate.Range, toDate.Verdict));
    }

    [Fact]
    public void One_period_without_a_target_leaves_a_sum_without_one()
    {
        var months = Given.Months([new Observation(10), new Observation(20)]).ToArray();
        months[1] = months[1] with { Target = new Target(15, null, Polarity.HigherIsBetter) };
        var rated = new Series(Given.Kpi(Polarity.HigherIsBetter, RollUp.Sum), months).Rate()[1];
        Assert.Equal((30m, Reason.NoTarget), (rated.ToDate.Figure.Value, rated.ToDate.Figure.WhyNot));
        Assert.Equal(RagRating.Green, rated.Latest.Rating!.Colour);
    }

    [Fact]
    public void A_period_that_does_not_apply_is_left_out_with_its_target() =>
        Given.ForAll(
            from year in AYearOfTargets
            from leftOut in Gen.Elements(true, false).ArrayOf(year.Length)
            select (year, leftOut),
            given =>
            {
                var observations = given.year.Select((month, i) => given.leftOut[i] ? LeftOut : new Observation(month.Value));
                var months = Given.Months(observations).Select((point, i) => point with { Target = given.year[i].Target });
                var toDate = new Series(Given.Kpi(given.year[0].Target.Polarity, RollUp.Sum), months).Rate()[^1].ToDate;
                var counted = given.year.Where((_, i) => !given.leftOut[i]).ToList();
                return counted.Count == 0
                    ? (toDate.Figure.Value, toDate.Figure.WhyNot) == (null, Reason.NotApplicable)
                    : toDate.Figure.Value == counted.Sum(month => month.Value)
                        && toDate.Figure.Target!.Level == counted.Sum(month => month.Target.Level)
                        && (toDate.Present, toDate.Expected) == (counted.Count, counted.Count);
            });

    [Fact]
    public void A_denominator_of_zero_is_present_adds_nothing_and_keeps_its_target()
    {
        var toDate = Last(RollUp.Ratio, "%", [new Observation(null, new Counts(3, 4)), new Observation(null, new Counts(0, 0))]);
        Assert.Equal((75m, 2, 2), (toDate.Figure.Value, toDate.Present, toDate.Expected));
    }

    [Fact]
    public void A_missing_period_makes_it_incomplete_shown_and_not_rated_unless_accepted_with_a_reason()
    {
        var months = Given.Months([new Observation(10), new Observation(null), new Observation(20)])
            .Select(point => point with { Target = new Target(5, null, Polarity.HigherIsBetter) }).ToArray();
        var toDate = Rate(months).ToDate;
        Assert.Equal((30m, 2, 3, Reason.Incomplete), (toDate.Figure.Value, toDate.Present, toDate.Expected, toDate.Figure.WhyNot));

        months[2] = months[2] with { Accepted = "The system was being replaced in May." };
        var accepted = Rate(months).ToDate;
        Assert.Equal((RagRating.Green, "The system was being replaced in May."), (accepted.Figure.Rating!.Colour, accepted.Accepted));

        static RatedPeriod Rate(SeriesPoint[] points) => new Series(Given.Kpi(Polarity.HigherIsBetter, RollUp.Sum), points).Rate()[^1];
    }

    [Fact]
    public void A_late_start_is_incomplete_unless_the_register_says_that_it_began_later()
    {
        var june = Period.Month(2019, 6);
        SeriesPoint[] months = [new(june, new Observation(1)), new(june.Next, new Observation(2))];
        var definition = Given.Kpi(null, RollUp.Sum);
        Assert.Equal(Reason.Incomplete, new Series(definition, months, since: Period.Month(2019, 4)).Rate()[1].ToDate.Figure.WhyNot);
        Assert.Equal(2, new Series(definition, months, since: june).Rate()[1].ToDate.Expected);
        Assert.Equal(Reason.NoTarget, new Series(definition, months).Rate()[1].ToDate.Figure.WhyNot);
    }

    [Fact]
    public void A_ratio_without_counts_in_a_period_is_not_worked_out() =>
        Assert.Equal(
            (null, Reason.NoCounts),
            (Last(RollUp.Ratio, "%", [new Observation(null, new Counts(3, 4)), new Observation(80)]).Figure is var figure ? figure.Value : 0, figure.WhyNot));

    [Fact]
    public void The_year_begins_anew_in_April() =>
        Assert.Equal(
            13m,
            Last(RollUp.Sum, "number", Enumerable.Range(1, 13).Select(month => new Observation(month))).Figure.Value);

    [Fact]
    public void A_rolling_year_is_the_last_twelve_months_pooled_and_nothing_before_them()
    {
        var counts = Enumerable.Range(1, 14).Select(month => new Observation(null, new Counts(month, 20)));
        var rated = new Series(Given.Kpi(null, RollUp.Rolling12, unit: "%"), Given.Months(counts)).Rate();
        Assert.Equal((null, Reason.Incomplete), (rated[10].ToDate.Figure.Value, rated[10].ToDate.Figure.WhyNot));
        Assert.Equal(100m * Enumerable.Range(3, 12).Sum() / 240, rated[13].ToDate.Figure.Value);
    }

    private static YearToDate Last(RollUp rollUp, string unit, IEnumerable<Observation> observations) =>
        new Series(Given.Kpi(Polarity.HigherIsBetter, rollUp, unit: unit), Given.Months(observations)).Rate()[^1].ToDate;

    private static YearToDate Last((decimal Value, Target Target)[] year) =>
        new Series(
            Given.Kpi(year[0].Target.Polarity, RollUp.Sum),
            Given.Months(year.Select(month => new Observation(month.Value))).Select((point, i) => point with { Target = year[i].Target })).Rate()[^1].ToDate;
}
