using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Targets;
using Outturn.Core.Tests.Papers;

namespace Outturn.Core.Tests.Indicators;

/// <summary>A whole and its parts by directorate.</summary>
public sealed class BreakdownTests
{
    private static readonly Indicator Whole = SmallCouncil.Kpi("Whole", null).Indicator;
    private static readonly Indicator Part = SmallCouncil.Kpi("Part", null).Indicator with { PartOf = "Whole", Part = "People" };

    [Fact]
    public void A_part_is_counted_as_its_whole_is()
    {
        Assert.Null(Breakdown.Refusal(Part, Whole));
        Assert.Equal("Part is counted in days and Whole in %: a part is counted in the unit of its whole, as often, and rolls up as it does.",
            Breakdown.Refusal(Part with { Definition = Given.Kpi(Polarity.HigherIsBetter, unit: "days", frequency: Frequency.Year) }, Whole));
        Assert.StartsWith("Part is measured by month and Whole by year:",
            Breakdown.Refusal(Part with { Definition = Given.Kpi(Polarity.HigherIsBetter, unit: "%") }, Whole), StringComparison.Ordinal);
        Assert.StartsWith("Part rolls up by ratio and Whole by latest:",
            Breakdown.Refusal(Part with { Definition = Given.Kpi(Polarity.HigherIsBetter, RollUp.Ratio, unit: "%", frequency: Frequency.Year) }, Whole), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_a_part_of_itself_or_of_a_part()
    {
        Assert.Equal("part is said to be a part of itself: name the indicator that it is a part of.", Breakdown.Refusal(Part with { Ref = "part" }, Part));
        Assert.Equal("Part is itself a part of Whole, and parts have no parts: name Whole where Less is a part of that.", Breakdown.Refusal(Part with { Ref = "Less" }, Part));
    }

    [Fact]
    public void Calls_of_which_627_came_in_time_and_40_late_are_not_687() =>
        Assert.Equal(new PartsDifference("value", 687, 667), Breakdown.Difference(Calls, new Observation(687), [new Observation(627), new Observation(40)]));

    [Fact]
    public void Parts_of_a_ratio_make_up_its_numerator_and_its_denominator()
    {
        var percentage = Given.Kpi(Polarity.HigherIsBetter, RollUp.Ratio, unit: "%");
        Observation[] parts = [Counted(60, 100), Counted(30, 50)];

        Assert.Null(Breakdown.Difference(percentage, Counted(90, 150), parts));
        Assert.Equal(new PartsDifference("numerator", 91, 90), Breakdown.Difference(percentage, Counted(91, 150), parts));
        Assert.Equal(new PartsDifference("denominator", 151, 150), Breakdown.Difference(percentage, Counted(90, 151), parts));
    }

    [Fact]
    public void Percentages_and_averages_without_counts_are_not_added_up()
    {
        Observation[] parts = [new(40), new(40)];

        Assert.Null(Breakdown.Difference(Given.Kpi(null, RollUp.Latest, unit: "%"), new Observation(90), parts));
        Assert.Null(Breakdown.Difference(Given.Kpi(null, RollUp.Mean), new Observation(90), parts));
        Assert.Null(Breakdown.Difference(Given.Kpi(null, RollUp.Latest, unit: "days"), new Observation(90), parts));
        Assert.NotNull(Breakdown.Difference(Given.Kpi(null, RollUp.Latest), new Observation(90), parts));
    }

    [Fact]
    public void A_part_without_a_figure_leaves_nothing_to_hold_the_whole_against()
    {
        Assert.Null(Breakdown.Difference(Calls, new Observation(687), [new Observation(627), new Observation(null)]));
        Assert.Null(Breakdown.Difference(Calls, new Observation(null), [new Observation(627)]));
        Assert.Null(Breakdown.Difference(Calls, new Observation(687), []));
    }

    [Fact]
    public void Rounded_amounts_may_miss_their_whole_by_what_rounding_took()
    {
        var money = Given.Kpi(Polarity.LowerIsBetter, RollUp.Sum, unit: "£m");

        Assert.Null(Breakdown.Difference(money, new Observation(2.5m), [new Observation(1.2m), new Observation(1.4m)]));
        Assert.NotNull(Breakdown.Difference(money, new Observation(2.5m), [new Observation(1.2m), new Observation(1.5m)]));
        Assert.NotNull(Breakdown.Difference(Calls, new Observation(3), [new Observation(2), new Observation(2)]));
    }

    private static readonly Definition Calls = Given.Kpi(null, RollUp.Sum);

    private static Observation Counted(decimal numerator, decimal denominator) => new(null, new Counts(numerator, denominator));
}
