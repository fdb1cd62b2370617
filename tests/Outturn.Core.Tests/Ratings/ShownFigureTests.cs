using FsCheck.Fluent;
using Outturn.Core.Indicators;
using Outturn.Core.Targets;

namespace Outturn.Core.Tests.Ratings;

public sealed class ShownFigureTests
{
    [Theory]
    [InlineData(Polarity.HigherIsBetter, 95, 90, "95", 0, "95")]
    [InlineData(Polarity.HigherIsBetter, 95, 90, "94.96", 0, "94.96")]
    [InlineData(Polarity.HigherIsBetter, 95, 90, "94.96", 1, "94.96")]
    [InlineData(Polarity.HigherIsBetter, 95, 90, "94.96", 3, "94.960")]
    [InlineData(Polarity.HigherIsBetter, 95, 90, "89.999", 0, "89.999")]
    [InlineData(Polarity.HigherIsBetter, 95, 90, "94.4", 0, "94")]
    [InlineData(Polarity.HigherIsBetter, 45, 45, "44.9", 0, "44.9")]
    [InlineData(Polarity.HigherIsBetter, 95.5, 90, "95.6", 0, "96")]
    [InlineData(Polarity.LowerIsBetter, 5, 10, "10.01", 0, "10.01")]
    [InlineData(Polarity.LowerIsBetter, 5, 10, "10.4", 0, "10.4")]
    [InlineData(Polarity.LowerIsBetter, -5, 0, "-4.96", 0, "-4.96")]
    [InlineData(Polarity.ClosestIsBetter, 100, 90, "110.5", 0, "111")]
    [InlineData(Polarity.ClosestIsBetter, 100, 90, "110.4", 0, "110.4")]
    public void The_figure_shown_never_contradicts_its_colour(Polarity polarity, double level, double floor, string value, int decimals, string shown)
    {
        var figure = Given.Judged(new Target((decimal)level, (decimal)floor, polarity), decimal.Parse(value), decimals);
        Assert.Equal(shown, Unit.Bare(figure.Value!.Value, figure.Decimals));
    }

    [Fact]
    public void The_shown_figure_rated_by_itself_has_the_same_colour() =>
        Given.ForAll(WithDecimals, given =>
        {
            var figure = Given.Judged(given.Target, given.Value, given.Decimals);
            var shown = decimal.Parse(Unit.Bare(given.Value, figure.Decimals));
            return figure.Rating!.Colour == given.Target.Rate(given.Value) && given.Target.Rate(shown) == figure.Rating.Colour;
        });

    [Fact]
    public void No_more_decimals_are_shown_than_the_colour_needs() =>
        Given.ForAll(WithDecimals, given =>
        {
            var figure = Given.Judged(given.Target, given.Value, given.Decimals);
            return figure.Decimals == given.Decimals
                || (figure.Decimals > given.Decimals && given.Target.Rate(Unit.Round(given.Value, figure.Decimals - 1)) != figure.Rating!.Colour);
        });

    private static FsCheck.Gen<(Target Target, decimal Value, int Decimals)> WithDecimals =>
        from given in Given.NearItsTarget
        from decimals in Gen.Choose(0, 4)
        select (given.Target, given.Value, decimals);
}
