using FsCheck.Fluent;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Release;
using Outturn.Core.Targets;

namespace Outturn.Core.Tests.Release;

/// <summary>What may be published of counts by which somebody could be known.</summary>
public sealed class SuppressionTests
{
    private static readonly IReadOnlyDictionary<string, string> NoParts = new Dictionary<string, string>();

    [Fact]
    public void A_small_count_is_suppressed_with_the_next_smallest_so_that_the_year_does_not_tell_it()
    {
        var shown = SmallCounts.Published(6, SmallCounts.Monthly("C1", 5, 20, 3, 9, 7, 30, 12)).Indicators.Single();

        Assert.Equal([20m, null, 9, null, 30, 12], shown.Window.Select(point => point.Value));
        Assert.Equal([false, true, false, true, false, false], shown.Window.Select(point => point.IsSuppressed));
        Assert.Equal(81, shown.Rated.ToDate.Figure.Value);
    }

    [Fact]
    public void Two_small_counts_that_make_a_small_count_together_take_a_third_with_them() =>
        Assert.Equal([20m, null, null, null], SmallCounts.Published(4, SmallCounts.Monthly("C1", 5, 20, 1, 2, 11)).Indicators.Single().Window.Select(point => point.Value));

    [Fact]
    public void The_only_month_of_a_year_takes_the_year_to_date_with_it()
    {
        var shown = SmallCounts.Published(1, SmallCounts.Monthly("C1", 5, 3)).Indicators.Single();
        Assert.True(shown.Rated.Latest.IsSuppressed && shown.Rated.ToDate.Figure.IsSuppressed);
        Assert.Null(shown.Rated.Latest.Value ?? shown.Rated.ToDate.Figure.Value ?? shown.Rated.Point.Observation.Typed);
    }

    [Fact]
    public void A_true_zero_is_shown_and_the_threshold_itself_too() =>
        Assert.Equal([0m, 5, 0], SmallCounts.Published(3, SmallCounts.Monthly("C1", 5, 0, 5, 0)).Indicators.Single().Window.Select(point => point.Value));

    [Fact]
    public void Nothing_is_suppressed_where_there_is_no_threshold()
    {
        var register = SmallCounts.Register(SmallCounts.Monthly("C1", null, 1, 2, 3));
        var known = SmallCounts.Known(register, 3);
        Assert.Same(known, Suppression.Of(known, register));

        var beside = SmallCounts.Published(3, SmallCounts.Monthly("C1", null, 1, 2, 3), SmallCounts.Monthly("C2", 5, 1, 2, 3)).Indicators.First();
        Assert.Equal([1m, 2, 3], beside.Window.Select(point => point.Value));
    }

    [Theory]
    [InlineData(3, 40)]
    [InlineData(37, 40)]
    [InlineData(0, 4)]
    [InlineData(4, 4)]
    public void A_percentage_whose_numerator_denominator_or_rest_is_small_is_suppressed_with_its_counts(int numerator, int denominator)
    {
        var counts = new Observation(null, new Counts(numerator, denominator));
        var shown = SmallCounts.Published(3, SmallCounts.Monthly("P1", 5, [Observation(30, 60), Observation(40, 80), counts], "%", RollUp.Ratio)).Indicators.Single();

        Assert.True(shown.Rated.Latest.IsSuppressed);
        Assert.Null(shown.Rated.Point.Observation.Counts);
        Assert.Contains("Not published", Explanation.OfLatest(shown));
        Assert.DoesNotContain("÷", Explanation.OfLatest(shown));
        Assert.Null(shown.History.Figures[^1].Observation.Counts);
    }

    [Fact]
    public void A_part_that_is_suppressed_takes_another_with_it_and_both_theirs_of_the_year()
    {
        var published = SmallCounts.Published(2,
            SmallCounts.Monthly("W", 5, 40, 60), SmallCounts.Monthly("A", null, 3, 20).PartOf("W"), SmallCounts.Monthly("B", null, 30, 24).PartOf("W"), SmallCounts.Monthly("C", null, 7, 16).PartOf("W"));

        Assert.Equal(["A", "C"], published.Indicators.Where(indicator => indicator.Window[0].IsSuppressed).Select(indicator => indicator.Indicator.Ref));
        Assert.DoesNotContain(published.Indicators, indicator => indicator.Indicator.Ref == "W" && indicator.Window.Any(point => point.IsSuppressed));
        Assert.True(published.Indicators.Count(indicator => indicator.Window[1].IsSuppressed || indicator.Rated.ToDate.Figure.IsSuppressed) >= 2);
    }

    [Fact]
    public void A_part_in_another_committees_paper_is_protected_all_the_same()
    {
        var other = new Committee("Other Committee", "Other", ["dashboard"]);
        var small = SmallCounts.Monthly("A", null, 3).PartOf("W");
        small = small with { Indicator = small.Indicator with { Committees = [other] } };
        var published = SmallCounts.Published(1, SmallCounts.Monthly("W", 5, 40), small, SmallCounts.Monthly("B", null, 37).PartOf("W"));

        Assert.True(published.Indicators.Single(indicator => indicator.Indicator.Ref == "B").Rated.Latest.IsSuppressed);
    }

    [Fact]
    public void What_is_worked_out_of_a_suppressed_figure_is_suppressed_too()
    {
        var ratio = SmallCounts.Monthly("R", null, [Observation(3, 40)], "%", RollUp.Ratio);
        ratio = ratio with { Indicator = ratio.Indicator with { Formula = ((FormulaResult.Read)Formula.Read("C1 / C2")).Formula } };
        Assert.True(SmallCounts.Published(1, SmallCounts.Monthly("C1", 5, 3), SmallCounts.Monthly("C2", null, 40), ratio).Indicators.Last().Rated.Latest.IsSuppressed);
    }

    [Fact]
    public void A_figure_that_is_the_year_to_date_does_not_tell_a_small_month_by_what_it_grew() =>
        Assert.Equal([10m, null, 22, 22], SmallCounts.Published(4, SmallCounts.Monthly("C1", 5, new[] { 10, 12, 22, 22 }.Select(count => new Observation(count)), basis: Basis.Cumulative)).Indicators.Single().Window.Select(point => point.Value));

    [Fact]
    public void Twelve_month_totals_that_follow_each_other_tell_no_month()
    {
        var counts = Enumerable.Range(0, 24).Select(i => new Observation(i == 15 ? 2 : 20));
        var shown = SmallCounts.Published(12, SmallCounts.Monthly("C1", 5, counts, rollUp: RollUp.Rolling12) with { Targets = new TargetHistory([]) }).Indicators.Single();
        Assert.DoesNotContain(shown.Window, point => point.IsSuppressed);

        var register = SmallCounts.Register(SmallCounts.Monthly("C1", 5, counts, rollUp: RollUp.Rolling12));
        var later = Suppression.Of(SmallCounts.Known(register, 24), register).Indicators.Single();
        Assert.Equal(later.Window.Select(point => point.Period >= Period.Month(2020, 7)), later.Window.Select(point => point.IsSuppressed));
    }

    [Theory]
    [InlineData(3, 0, null, null)]
    [InlineData(3, 10, 20, RagRating.Green)]
    [InlineData(3, 2, 3, null)]
    public void A_rating_stays_where_every_small_count_would_have_it_and_goes_where_it_tells_which(int count, int target, int? floor, RagRating? rated)
    {
        var shown = SmallCounts.Published(3, SmallCounts.Monthly("C1", 5, new[] { 20, 30, count }.Select(count => new Observation(count)), target: new Target(target, floor, Polarity.LowerIsBetter))).Indicators.Single();
        Assert.Equal(rated ?? (target == 0 ? RagRating.Red : null), shown.Latest.Colour);
        Assert.Equal(Direction.NoComparison, shown.Rated.Previous);
    }

    [Fact]
    public void The_year_before_is_suppressed_where_it_was_small()
    {
        var counts = Enumerable.Range(0, 24).Select(i => new Observation(i is 11 or 4 ? 2 : 20));
        var register = SmallCounts.Register(SmallCounts.Monthly("C1", 5, counts));
        var shown = Suppression.Of(SmallCounts.Known(register, 24), register).Indicators.Single();
        Assert.True(shown.IsPreviousSuppressed);
        Assert.Null(shown.Previous);
        Assert.Null(shown.YearBefore[^1]);
    }

    [Fact]
    public void Nobody_who_knows_all_months_and_the_year_tells_a_suppressed_count() => Given.ForAll(
        from below in Gen.Choose(2, 8)
        from counts in Gen.Choose(0, 14).ListOf(12)
        from months in Gen.Choose(1, 12)
        select (below, counts: counts.Take(months).ToArray()),
        given =>
        {
            var register = SmallCounts.Register(SmallCounts.Monthly("C1", given.below, given.counts));
            var known = SmallCounts.Known(register, given.counts.Length);
            var published = Suppression.Of(known, register);
            return Attacker.PinsDown(published, known, NoParts, given.below).Count == 0 && NoSmallCount(published, given.below);
        });

    [Fact]
    public void Nobody_who_knows_all_parts_months_and_totals_tells_a_suppressed_count() => Given.ForAll(
        from below in Gen.Choose(2, 6)
        from parts in Gen.Choose(2, 4)
        from months in Gen.Choose(1, 5)
        from counts in Gen.Choose(0, 14).ListOf(parts * months)
        select (below, table: counts.Chunk(months).Select(row => row.ToArray()).ToArray()),
        given =>
        {
            var months = given.table[0].Length;
            IndicatorHistory[] parts = [.. given.table.Select((row, i) => SmallCounts.Monthly($"P{i}", null, row).PartOf("W"))];
            var register = SmallCounts.Register([SmallCounts.Monthly("W", given.below, [.. Enumerable.Range(0, months).Select(month => given.table.Sum(row => row[month]))]), .. parts]);
            var known = SmallCounts.Known(register, months);
            var published = Suppression.Of(known, register);
            return Attacker.PinsDown(published, known, parts.ToDictionary(part => part.Indicator.Ref, _ => "W"), given.below).Count == 0 && NoSmallCount(published, given.below);
        });

    [Fact]
    public void The_attacker_finds_a_count_where_only_the_small_ones_are_taken_out()
    {
        var register = SmallCounts.Register(SmallCounts.Monthly("C1", 5, 20, 3, 9, 7));
        var known = SmallCounts.Known(register, 4);
        var careless = known with
        {
            Services = [.. known.Services.Select(service => service with { Indicators = [.. service.Indicators.Select(indicator => indicator with { Window = [.. indicator.Window.Select(point => point.Value < 5 ? point with { Value = null } : point)] })] })],
        };
        Assert.Equal(["C1/May 2019"], Attacker.PinsDown(careless, known, NoParts, 5));
        Assert.Empty(Attacker.PinsDown(Suppression.Of(known, register), known, NoParts, 5));
    }

    [Fact]
    public void The_same_figures_are_suppressed_in_whatever_order_the_register_has_them()
    {
        IndicatorHistory[] family = [SmallCounts.Monthly("W", 5, 40, 60), SmallCounts.Monthly("A", null, 3, 20).PartOf("W"), SmallCounts.Monthly("B", null, 30, 24).PartOf("W"), SmallCounts.Monthly("C", null, 7, 16).PartOf("W")];
        static IEnumerable<string> Hidden(Dashboard published) => published.Indicators.SelectMany(indicator => indicator.Window.Where(point => point.IsSuppressed).Select(point => $"{indicator.Indicator.Ref} {point.Period}")).Order();
        Assert.Equal(Hidden(SmallCounts.Published(2, family)), Hidden(SmallCounts.Published(2, [.. family.Reverse()])));
    }

    private static Observation Observation(int numerator, int denominator) => new(null, new Counts(numerator, denominator));

    private static bool NoSmallCount(Dashboard published, int below) => published.Indicators.All(indicator =>
        indicator.Window.All(point => point.Value is not { } value || value == 0 || value >= below)
        && (indicator.Rated.ToDate.Figure.Value is not { } year || year == 0 || year >= below));
}
