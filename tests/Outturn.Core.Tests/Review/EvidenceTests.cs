using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Review;
using Outturn.Core.Targets;

namespace Outturn.Core.Tests.Review;

public sealed class EvidenceTests
{
    private static readonly Target Current = new(95, 90, Polarity.HigherIsBetter);

    [Fact]
    public void The_last_24_months_are_rated_as_they_were_and_as_they_would_have_been()
    {
        var test = BackTest.Of(SmallReview.Kpi("Bins", i => i < 12 ? 50 : i % 2 == 0 ? 95 : 91), new Target(96, 91, Polarity.HigherIsBetter), null);
        Assert.Equal((24, 12, 12, 0), (test.Periods.Count, test.Before.Green, test.Before.Amber, test.Before.Red));
        Assert.Equal((0, 24, 0), (test.After.Green, test.After.Amber, test.After.Red));
        Assert.Equal(12, test.Changed.Count());
    }

    [Fact]
    public void Months_before_a_break_are_left_out_and_counted()
    {
        var test = BackTest.Of(SmallReview.Kpi("Bins", _ => 95, breaks: [new DateOnly(2019, 10, 1)]), Current, null);
        Assert.Equal((6, 18), (test.Periods.Count, test.CountedOtherwise));
        Assert.Equal(Period.Month(2019, 10), test.Periods[0].Period);
    }

    [Fact]
    public void A_month_without_a_figure_is_no_month_of_the_test()
    {
        var test = BackTest.Of(SmallReview.Kpi("Bins", i => i % 3 == 0 ? null : 95), Current, null);
        Assert.Equal(16, test.Periods.Count);
    }

    [Fact]
    public void Where_values_add_up_to_twelve_months_the_totals_are_judged()
    {
        var test = BackTest.Of(SmallReview.Kpi("Bins", _ => 8, rollUp: RollUp.Rolling12), new Target(96, 90, Polarity.HigherIsBetter), null);
        Assert.Equal((24, 24), (test.Before.Green, test.After.Green));
        Assert.Equal(96, test.Periods[0].After.Value);
    }

    [Fact]
    public void A_target_that_is_nearly_always_achieved_asks_to_be_raised()
    {
        var kpi = SmallReview.Kpi("Bins", i => i is 3 or 7 ? 80 : 97);
        var evidence = Evidence.Of(kpi, Current, null, SmallReview.Year);
        Assert.Equal((34, 36), (evidence.Achieved.Green, evidence.Achieved.Of));
        Assert.Contains("Green in 34 of the last 36 months: consider raising the target.", Said(evidence, kpi, Current));
        Assert.Contains("Green in 34 of the last 36 months.", Said(evidence, kpi, new Target(97, 90, Polarity.HigherIsBetter)));
    }

    [Fact]
    public void A_gap_narrower_than_ordinary_variation_is_said_to_be_so()
    {
        var kpi = SmallReview.Kpi("Bins", i => i % 2 == 0 ? 80 : 100);
        var evidence = Evidence.Of(kpi, Current, null, SmallReview.Year);
        Assert.Equal((5m, 10.2151m, true), (evidence.Spread!.Gap, evidence.Spread.Ordinary, evidence.Spread.IsNarrow));
        Assert.Contains(Said(evidence, kpi, Current), sentence => sentence.StartsWith("The gap between target and floor standard, 5.0, is narrower than the ordinary variation of 24 figures", StringComparison.Ordinal));
    }

    [Fact]
    public void Levels_that_have_stood_for_years_are_counted_until_they_were_others()
    {
        var kpi = SmallReview.Kpi("Bins", _ => 95);
        Assert.Equal(3, Evidence.Of(kpi, Current, null, SmallReview.Year).UnchangedYears);
        Assert.Equal(0, Evidence.Of(kpi, new Target(96, 90, Polarity.HigherIsBetter), null, SmallReview.Year).UnchangedYears);
    }

    [Fact]
    public void A_year_is_read_at_its_last_figure_and_said_not_to_be_whole_before_its_end()
    {
        var result = Evidence.ResultOf(SmallReview.Kpi("Bins", i => i < 33 ? 95 : null), Period.Year(2019))!;
        Assert.Equal((Period.Month(2019, 12), false), (result.At, result.IsWhole));
    }

    [Fact]
    public void Another_limit_in_days_counts_the_cases_closed_within_it()
    {
        CaseDays[] cases = [new(SmallReview.FirstMonth, 5, 60), new(SmallReview.FirstMonth, 15, 20), new(SmallReview.FirstMonth, 20, 15), new(SmallReview.FirstMonth, 21, 5)];
        var history = SmallReview.Kpi("Bins", _ => 95) with { Cases = cases };
        Assert.Equal((80m, 100m), Counts(CaseDays.WithLimit(history, 15)!));
        Assert.Equal((95m, 100m), Counts(CaseDays.WithLimit(history, 20)!));
        Assert.Null(CaseDays.WithLimit(SmallReview.Kpi("Bins", _ => 95), 15));

        static (decimal, decimal) Counts(IndicatorHistory history) => (history.Figures[0].Observation.Counts!.Value.Numerator, history.Figures[0].Observation.Counts!.Value.Denominator);
    }

    private static IReadOnlyList<string> Said(Evidence evidence, IndicatorHistory history, Target target) =>
        EvidenceSentences.Of(evidence, history.Indicator, target, history.Targets.InForce(SmallReview.Year.First.AddDays(-1)));
}
