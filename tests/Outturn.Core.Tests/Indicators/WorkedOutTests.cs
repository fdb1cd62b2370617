using FsCheck.Fluent;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;
using Outturn.Core.Tests.Papers;

namespace Outturn.Core.Tests.Indicators;

/// <summary>Indicators that nobody enters, worked out from others.</summary>
public sealed class WorkedOutTests
{
    private static readonly Period April = Period.Month(2019, 4);

    [Theory]
    [InlineData("F1 + F2 * 2", 20)]
    [InlineData("(F1 + F2) * 2", 26)]
    [InlineData("F1 - F2 - 1", -2)]
    [InlineData("F1 / 4 / 2", 0.75)]
    [InlineData("-f1 * [F2]", -42)]
    public void A_figure_is_worked_out_for_each_period(string formula, double expected)
    {
        var worked = Worked(Formulated("W", formula), Monthly("F1", 6), Monthly("F2", 7, 10)).Histories[0];

        Assert.Equal([(decimal)expected], worked.Figures.Select(figure => figure.Observation.Typed!.Value).Take(1));
    }

    [Fact]
    public void Plus_minus_times_and_division_are_those_of_decimals() =>
        Given.ForAll(
            from left in Given.Number
            from right in Given.Number
            select (left, right),
            pair =>
            {
                decimal? Of(string by) => Worked(Formulated("W", $"F1 {by} F2"), Monthly("F1", pair.left), Monthly("F2", pair.right)).Histories[0].Figures[0].Observation.Value(new Unit("number"));
                return Of("+") == pair.left + pair.right && Of("-") == pair.left - pair.right && Of("*") == pair.left * pair.right
                    && Of("/") == (pair.right == 0 ? null : pair.left / pair.right);
            });

    [Fact]
    public void Any_formula_over_any_figures_gives_a_figure_or_a_reason_and_never_breaks() =>
        Given.ForAll(
            from formula in FormulaTests.AnyFormula
            from figures in Gen.OneOf(Given.Number, Gen.Elements(999_999_999_999_999m, 0m, -0.000001m, 0.0000000000000000000000000001m)).ArrayOf(6)
            from unit in Gen.Elements("%", "number", "per 1,000,000")
            from rollUp in Gen.Elements(RollUp.Ratio, RollUp.Latest, RollUp.Mean)
            select (formula, figures, unit, rollUp),
            given =>
            {
                var definition = Given.Kpi(Polarity.HigherIsBetter, given.rollUp, unit: given.unit);
                string[] refs = ["F1", "F2", "CS04a.x_y", "HR-01", "2nd half", "é"];
                var worked = Worked([Formulated("W", given.formula, definition), .. refs.Zip(given.figures, (reference, figure) => Monthly(reference, figure))]);
                return worked.Histories[0].Figures is not [{ Observation: var made }] ? given.formula.Inputs.Count == 0
                    : made.Value(definition.Unit) is { } value ? Math.Abs(value) < 1_000_000_000_000_000m && worked.Refused.Count == 0
                    : made.HasNothingToMeasure != (worked.Refused.Count == 1);
            });

    [Fact]
    public void A_ratio_worked_out_has_counts_so_that_its_year_to_date_is_pooled()
    {
        var ratio = Given.Kpi(Polarity.HigherIsBetter, RollUp.Ratio, unit: "%");
        var worked = Worked(Formulated("W", "F1 / (F1 + F2)", ratio), Monthly("F1", 90, 10), Monthly("F2", 10, 30)).Histories[0];

        Assert.Equal(new Counts(90, 100), worked.Figures[0].Observation.Counts);
        Assert.Equal(100m * 100 / 140, worked.SeriesTo(April.Next).Rate(April.Next)!.ToDate.Figure.Value);
    }

    [Fact]
    public void A_division_of_a_plain_amount_has_no_counts_and_its_year_adds_up()
    {
        var worked = Worked(Formulated("W", "F1 / 1000", Given.Kpi(null, RollUp.Sum)), Monthly("F1", 5000, 3000)).Histories[0];

        Assert.Equal(5, worked.Figures[0].Observation.Typed);
        Assert.Equal(8, worked.SeriesTo(April.Next).Rate(April.Next)!.ToDate.Figure.Value);
    }

    [Fact]
    public void The_first_input_without_a_figure_says_why_there_is_none()
    {
        var marked = Monthly("F1", 1, 1, 1) with { Figures = [Blank(0, Marker.Confidential), Blank(1, Marker.None), new Figure(April.Next.Next, new Observation(null, new Counts(3, 0)))] };
        var other = Monthly("F2", 1, 1, 1) with { Figures = [Blank(0, Marker.NotApplicable), Blank(1, Marker.NotAvailable), Blank(2, Marker.NotAvailable)] };

        Assert.Equal([Reason.Suppressed, Reason.Awaited, Reason.NothingToMeasure], Missing("F1 + F2", marked, other));
        Assert.Equal([Reason.NotApplicable, Reason.NotAvailable, Reason.NotAvailable], Missing("F2 + F1", marked, other));
    }

    [Fact]
    public void What_is_divided_by_0_leaves_nothing_to_measure()
    {
        Assert.Equal([Reason.NothingToMeasure], Missing("F1 / F2", Monthly("F1", 5), Monthly("F2", 0)));
        Assert.Equal([Reason.NothingToMeasure], Missing("1 + F1 / (F2 - F2)", Monthly("F1", 5), Monthly("F2", 3)));
    }

    [Fact]
    public void Periods_run_from_the_first_that_every_input_has_and_wait_for_the_one_that_is_late()
    {
        var late = Monthly("F2", 1, 1) with { Figures = [new Figure(April.Next, new Observation(2))] };

        var worked = Worked(Formulated("W", "F1 + F2"), Monthly("F1", 1, 1, 1), late).Histories[0];

        Assert.Equal([April.Next, April.Next.Next], worked.Figures.Select(figure => figure.Period));
        Assert.Equal((3m, Reason.Awaited), (worked.Figures[0].Observation.Typed, worked.Figures[1].Observation.WhyMissing()));
    }

    [Fact]
    public void A_figure_made_of_provisional_ones_is_provisional()
    {
        var provisional = Monthly("F1", 1) with { Figures = [new Figure(April, new Observation(1, null, Marker.Provisional))] };
        var revised = Monthly("F2", 1) with { Figures = [new Figure(April, new Observation(1, null, Marker.Revised))] };

        Assert.Equal(Marker.Provisional, Worked(Formulated("W", "F2 + F1"), provisional, revised).Histories[0].Figures[0].Observation.Marker);
    }

    [Fact]
    public void One_worked_out_indicator_may_be_worked_out_from_another_in_any_order()
    {
        var worked = Worked(Formulated("W", "V * 2"), Formulated("V", "F1 + 1"), Monthly("F1", 4));

        Assert.Equal([10m, 5m, 4m], worked.Histories.Select(history => history.Figures[0].Observation.Typed!.Value));
        Assert.Empty(FormulaRefusal.Of([.. worked.Histories.Select(history => history.Indicator)]));
    }

    [Fact]
    public void What_is_too_large_for_a_figure_is_refused_and_not_available()
    {
        var worked = Worked(Formulated("W", "F1 * F1"), Formulated("V", "F1 * F1 * F1 * F1"), Monthly("F1", 900_000_000_000m));

        Assert.Equal(
        [
            "W cannot be worked out for Apr 2019: what comes out is too large for a figure.",
            "V cannot be worked out for Apr 2019: the numbers on the way are too large.",
        ],
        worked.Refused.Select(refused => refused.Reason));
        Assert.Equal(Reason.NotAvailable, worked.Histories[0].Figures[0].Observation.WhyMissing());
    }

    [Fact]
    public void A_denominator_below_0_is_refused()
    {
        var worked = Worked(Formulated("W", "F1 / (F1 - 9)", Given.Kpi(null, RollUp.Ratio, unit: "%")), Monthly("F1", 4));

        Assert.Equal("W cannot be worked out for Apr 2019: the denominator -5 is below 0: nothing can be divided among less than nothing.", Assert.Single(worked.Refused).Reason);
    }

    [Theory]
    [InlineData("1 + 2", "The formula of W names no indicator: write the refs of those that it is worked out from.")]
    [InlineData("F1 + F9", "The formula of W names F9, and there is no such indicator.")]
    [InlineData("HR-01", "The formula of W names HR, and there is no such indicator. A ref like HR-01 stands in square brackets: [HR-01].")]
    [InlineData("Q1 * 2", "W is measured by month and Q1, from which it is worked out, by quarter: there is no figure of the one for each of the other.")]
    [InlineData("C1 * 2", "One of W and C1, from which it is worked out, is cumulative and the other is not: give both the same basis.")]
    public void A_formula_that_cannot_be_followed_is_refused(string formula, string reason) =>
        Assert.Equal([reason], Refusals(Formulated("W", formula), Monthly("F1"), Monthly("HR-01"), Defined("Q1", Given.Kpi(null, frequency: Frequency.Quarter)),
            Defined("C1", new Definition(IndicatorKind.Kpi, new Unit("number"), 0, null, Frequency.Month, RollUp.Sum, Basis.Cumulative))));

    [Theory]
    [InlineData("F1 / F2 * 100", RollUp.Ratio, "W rolls up by ratio, so its formula has to be one division, numerator / denominator; the unit % multiplies it by 100.")]
    [InlineData("100 * F1 / F2", RollUp.Ratio, "The unit % multiplies numerator / denominator by 100: leave that out of the formula of W.")]
    [InlineData("F1 * -100 / F2", RollUp.Latest, "The unit % multiplies numerator / denominator by 100: leave that out of the formula of W.")]
    public void A_percentage_is_never_multiplied_by_100_twice(string formula, RollUp rollUp, string reason) =>
        Assert.Equal([reason], Refusals(Formulated("W", formula, Given.Kpi(null, rollUp, unit: "%")), Monthly("F1"), Monthly("F2")));

    [Fact]
    public void A_circle_is_named_in_full_and_only_once()
    {
        Assert.Equal(["A is worked out from itself: A from B from C from A. One of them must have figures of its own."],
            Refusals(Formulated("X", "A + 1"), Formulated("A", "F1 + b"), Formulated("B", "C"), Formulated("C", "A * 2"), Monthly("F1")));
        Assert.Equal(["A is worked out from itself: A from A. One of them must have figures of its own."], Refusals(Formulated("A", "A + 1")));
    }

    [Fact]
    public void Indicators_in_a_circle_have_no_figures_and_the_others_keep_theirs()
    {
        var worked = Worked(Formulated("A", "B"), Formulated("B", "A"), Formulated("W", "F1 + 1"), Monthly("F1", 4));

        Assert.Equal([0, 0, 1, 1], worked.Histories.Select(history => history.Figures.Count));
    }

    [Fact]
    public void A_register_without_formulas_stays_as_it_is()
    {
        IndicatorHistory[] histories = [Monthly("F1", 4)];

        Assert.Same(histories, WorkedOut.Of(histories).Histories);
    }

    private static WorkedOut Worked(params IndicatorHistory[] histories) => WorkedOut.Of(histories);

    private static IEnumerable<Reason?> Missing(string formula, params IndicatorHistory[] inputs) =>
        Worked([Formulated("W", formula), .. inputs]).Histories[0].Figures.Select(figure => figure.Observation.WhyMissing());

    private static string[] Refusals(params IndicatorHistory[] histories) =>
        [.. FormulaRefusal.Of([.. histories.Select(history => history.Indicator)]).Select(refusal => refusal.Reason)];

    private static IndicatorHistory Formulated(string reference, string formula, Definition? definition = null) => Formulated(reference, FormulaTests.Read(formula), definition);

    private static IndicatorHistory Formulated(string reference, Formula formula, Definition? definition = null) =>
        With(Defined(reference, definition ?? Given.Kpi(null)), indicator => indicator with { Formula = formula });

    private static IndicatorHistory Monthly(string reference, params decimal[] values) =>
        Defined(reference, Given.Kpi(null)) with { Figures = [.. values.Select((value, month) => new Figure(April with { Ordinal = April.Ordinal + month }, new Observation(value)))] };

    private static IndicatorHistory Defined(string reference, Definition definition) =>
        With(SmallCouncil.Kpi(reference, null), indicator => indicator with { Ref = reference, Definition = definition });

    private static IndicatorHistory With(IndicatorHistory history, Func<Indicator, Indicator> change) => history with { Indicator = change(history.Indicator) };

    private static Figure Blank(int month, Marker marker) => new(April with { Ordinal = April.Ordinal + month }, new Observation(null, null, marker));
}
