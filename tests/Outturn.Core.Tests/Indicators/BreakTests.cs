using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;
using Outturn.Core.Tests.Papers;

namespace Outturn.Core.Tests.Indicators;

/// <summary>A definition that changed more than once breaks its series each time (RULES 7).</summary>
public sealed class BreakTests
{
    private static readonly Period April = Period.Month(2019, 4);

    [Fact]
    public void Two_periods_with_any_break_between_them_are_not_compared()
    {
        var indicator = Twice().Indicator;

        Assert.False(indicator.IsBrokenBetween(Month(0), Month(2)));
        Assert.True(indicator.IsBrokenBetween(Month(2), Month(3)));
        Assert.False(indicator.IsBrokenBetween(Month(3), Month(7)));
        Assert.True(indicator.IsBrokenBetween(Month(7), Month(8)));
        Assert.True(indicator.IsBrokenBetween(Month(0), Month(11)));
    }

    [Fact]
    public void Every_period_is_compared_with_those_of_its_own_definition_alone()
    {
        var rated = Twice().SeriesTo(Month(11)).Rate();

        Assert.Equal([0, 3, 8], rated.Select((period, i) => (period.Previous, i)).Where(each => each.Previous == Direction.NoComparison).Select(each => each.i));
    }

    [Fact]
    public void A_trend_begins_with_the_latest_break_on_or_before_its_period()
    {
        var history = Twice();

        Assert.Equal(Direction.Improving, history.SeriesTo(Month(7)).Rate(Month(7))!.Trend!.Value.Direction);
        Assert.Equal(Direction.TooFewPoints, history.SeriesTo(Month(11)).Rate(Month(11))!.Trend!.Value.Direction);
        Assert.Equal(Direction.Improving, history.SeriesTo(Month(12)).Rate(Month(12))!.Trend!.Value.Direction);
    }

    private static Period Month(int after) => April with { Ordinal = April.Ordinal + after };

    /// <summary>Thirteen rising months from April 2019, counted anew from July and from mid-December.</summary>
    private static IndicatorHistory Twice()
    {
        var kpi = SmallCouncil.Kpi("Calls", null);
        return kpi with
        {
            Indicator = kpi.Indicator with
            {
                Definition = Given.Kpi(Polarity.HigherIsBetter),
                Breaks = [new DateOnly(2019, 7, 1), new DateOnly(2019, 12, 15)],
            },
            Figures = [.. Enumerable.Range(0, 13).Select(month => new Figure(Month(month), new Observation(50 + month)))],
        };
    }
}
