using Outturn.Core.Indicators;

namespace Outturn.Core.Tests.Indicators;

public sealed class UnitTests
{
    [Theory]
    [InlineData("%", "94.25", 1, "94.3%")]
    [InlineData("%", "-94.25", 1, "-94.3%")]
    [InlineData("%", "100", 0, "100%")]
    [InlineData("£", "1234567.5", 0, "£1,234,568")]
    [InlineData("£", "-1234.5", 2, "-£1,234.50")]
    [InlineData("£m", "12.34", 1, "£12.3m")]
    [InlineData("£m", "-0.04", 1, "£0.0m")]
    [InlineData("£k", "12", 0, "£12k")]
    [InlineData("£000", "12", 0, "£12k")]
    [InlineData("£'000", "1234.5", 1, "£1,234.5k")]
    [InlineData("£ million", "3", 0, "£3m")]
    [InlineData("number", "1234567", 0, "1,234,567")]
    [InlineData("days", "30.5", 0, "31")]
    [InlineData("days", "-30.5", 0, "-31")]
    [InlineData("per 1,000", "12.345", 2, "12.35")]
    [InlineData("number", "-0.4", 0, "0")]
    [InlineData("%", "-0.04", 1, "0.0%")]
    public void A_figure_prints_with_its_unit_rounded_half_away_from_zero(string unit, string value, int decimals, string prints) =>
        Assert.Equal(prints, new Unit(unit).Print(decimal.Parse(value), decimals));

    [Theory]
    [InlineData("1234.5", 2, "1234.50")]
    [InlineData("0.5", 0, "1")]
    [InlineData("-0.5", 0, "-1")]
    [InlineData("-0.4", 0, "0")]
    [InlineData("-0.004", 2, "0.00")]
    [InlineData("78.3400", 1, "78.3")]
    public void The_bare_figure_has_no_separator_and_no_negative_zero(string value, int decimals, string prints) =>
        Assert.Equal(prints, Unit.Bare(decimal.Parse(value), decimals));

    [Theory]
    [InlineData("95", 0, "95%")]
    [InlineData("95.00", 0, "95%")]
    [InlineData("97.5", 0, "97.5%")]
    [InlineData("95", 1, "95.0%")]
    public void A_level_prints_as_it_was_set(string level, int decimals, string prints) =>
        Assert.Equal(prints, new Unit("%").PrintLevel(decimal.Parse(level), decimals));

    [Theory]
    [InlineData("%", 100, true)]
    [InlineData("per 1,000", 1_000, true)]
    [InlineData("per 100,000", 100_000, true)]
    [InlineData("Per 10", 10, true)]
    [InlineData("per 1,000 households", 1_000, true)]
    [InlineData("per 0", 1, false)]
    [InlineData("per head", 1, false)]
    [InlineData("number", 1, false)]
    [InlineData("£", 1, false)]
    public void A_percentage_is_times_100_and_a_rate_is_times_what_it_is_per(string unit, int multiplier, bool isRatio) =>
        Assert.Equal((multiplier, isRatio), ((int)new Unit(unit).Multiplier, new Unit(unit).IsRatio));

    [Theory]
    [InlineData("per 0")]
    [InlineData("per -5")]
    [InlineData("per 1.5")]
    [InlineData("per 100k")]
    [InlineData("per 1 000")]
    [InlineData("per 1000001")]
    public void A_rate_per_what_is_no_number_of_things_is_refused_rather_than_taken_for_a_count(string unit) =>
        Assert.NotNull(new Unit(unit).Refusal);

    [Theory]
    [InlineData("%")]
    [InlineData("per 1,000")]
    [InlineData("per 1,000 households")]
    [InlineData("per head")]
    [InlineData("person days")]
    public void A_unit_that_can_be_worked_out_or_needs_no_working_out_is_not_refused(string unit) =>
        Assert.Null(new Unit(unit).Refusal);

    [Theory]
    [InlineData("%", "")]
    [InlineData("£m", "")]
    [InlineData("", "")]
    [InlineData("days", "days")]
    [InlineData("per 1,000", "per 1,000")]
    public void A_unit_that_is_not_part_of_the_figure_stands_beside_it(string unit, string label) =>
        Assert.Equal(label, new Unit(unit).Label);

    [Theory]
    [InlineData("%", RollUp.Sum, true)]
    [InlineData("per 1,000", RollUp.Sum, true)]
    [InlineData("number", RollUp.Sum, false)]
    [InlineData("%", RollUp.Ratio, false)]
    public void A_sum_of_percentages_or_rates_is_refused(string unit, RollUp rollUp, bool refused)
    {
        Assert.Equal(refused, Definition.Refusal(new Unit(unit), rollUp) is not null);
        if (refused)
        {
            Assert.Throws<ArgumentException>(() => Given.Kpi(null, rollUp, unit: unit));
        }
    }

    [Theory]
    [InlineData("%", "94.83333333333333", "94.8%")]
    [InlineData("%", "94.25", "94.25%")]
    [InlineData("£", "1234.5", "£1,234.5")]
    [InlineData("days", "3.14285714285714", "3.1")]
    public void A_sentence_tells_a_figure_as_it_was_typed_and_rounds_what_was_worked_out(string unit, string value, string told) =>
        Assert.Equal(told, new Unit(unit).Tell(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), 0));
}
