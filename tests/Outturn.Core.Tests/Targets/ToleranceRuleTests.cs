using Outturn.Core.Ratings;
using Outturn.Core.Targets;

namespace Outturn.Core.Tests.Targets;

public sealed class ToleranceRuleTests
{
    [Theory]
    [InlineData(Polarity.HigherIsBetter, 80, 72)]
    [InlineData(Polarity.LowerIsBetter, 80, 88)]
    [InlineData(Polarity.ClosestIsBetter, 80, 72)]
    [InlineData(Polarity.HigherIsBetter, -80, -88)]
    [InlineData(Polarity.LowerIsBetter, -80, -72)]
    [InlineData(Polarity.HigherIsBetter, 0, 0)]
    public void Within_ten_per_cent_of_target_derives_the_floor(Polarity polarity, int target, int floor) =>
        Assert.Equal(floor, new ToleranceRule(10).Floor(target, polarity));

    [Theory]
    [InlineData("10%", 10)]
    [InlineData("10", 10)]
    [InlineData(" 2.5 %", 2.5)]
    [InlineData("0%", 0)]
    [InlineData("100%", 100)]
    public void A_rule_is_read_as_a_percentage(string text, double percent) =>
        Assert.Equal(new ToleranceRule((decimal)percent), ToleranceRule.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("ten")]
    [InlineData("-10%")]
    [InlineData("101%")]
    [InlineData("1,0%")]
    [InlineData("10%%")]
    public void What_is_no_percentage_is_no_rule(string text) => Assert.Null(ToleranceRule.Read(text));

    [Fact]
    public void A_derived_floor_always_stands_on_the_right_side_and_is_amber_itself_unless_it_is_the_target() =>
        Given.ForAll(Given.Target, given =>
        {
            var floor = new ToleranceRule(10).Floor(given.Level, given.Polarity);
            return new Target(given.Level, floor, given.Polarity).Rate(floor) == (floor == given.Level ? RagRating.Green : RagRating.Amber);
        });
}
