using FsCheck;
using FsCheck.Fluent;
using Outturn.Core.Indicators;
using Outturn.Core.Tests;
using Outturn.Reports;
using Outturn.Reports.Charts;

namespace Outturn.Tests.Reports.Charts;

public sealed class AxisScaleTests
{
    [Theory]
    [InlineData("%", 0, new[] { 91.0, 95, 97 }, 85, 100)]
    [InlineData("%", 0, new[] { 79.0, 85, 92 }, 75, 95)]
    [InlineData("%", 0, new[] { 3.0, 97 }, 0, 100)]
    [InlineData("%", 1, new[] { 99.1, 99.3 }, 90, 100)]
    [InlineData("%", 0, new[] { 0.0, 0 }, 0, 10)]
    [InlineData("%", 0, new[] { 95.0, 120 }, 90, 130)]
    [InlineData("number", 0, new[] { 41250.0, 46020, 31250 }, 30000, 50000)]
    [InlineData("number", 0, new[] { 0.0, 1 }, 0, 3)]
    [InlineData("£", 0, new[] { 12_000_000.0, 14_200_000 }, 11_000_000, 15_000_000)]
    [InlineData("days", 1, new[] { -4.0, 12 }, -5, 15)]
    public void For_Figures_BeginsAndEndsWhereItMakesSense(string unit, int decimals, double[] values, double min, double max)
    {
        var scale = AxisScale.For(Chart(unit, decimals, [.. values.Select(value => (decimal)value)]));

        Assert.Equal(((decimal)min, (decimal)max), (scale.Min, scale.Max));
    }

    [Fact]
    public void For_TargetFarFromTheFigures_IsOnTheAxisToo()
    {
        var scale = AxisScale.For(SampleCharts.RedQuarters);

        Assert.True(scale.Min <= 79 && scale.Max >= 92);
    }

    [Fact]
    public void For_AHalfPointWobble_IsNotDrawnAsACollapse()
    {
        var scale = AxisScale.For(Chart("%", 1, [95.1m, 95.6m]));

        Assert.True(scale.Max - scale.Min >= 10);
    }

    [Fact]
    public void For_CountsWithAQuotientAmongThem_MarksWholeNumbersOnly() =>
        Assert.Equal(0, AxisScale.For(Chart("number", 0, [1, 9, 20m / 3])).Decimals);

    [Fact]
    public void For_AnyFigures_HoldsThemAllBetweenFourAndSixMarks() =>
        Prop.ForAll(AnyChart.ToArbitrary(), chart =>
        {
            var values = chart.Lines[0].Values.OfType<decimal>().ToList();
            var scale = AxisScale.For(chart);
            Assert.True(scale.Min <= values.Min() && scale.Max >= values.Max(), $"{scale} for {string.Join(", ", values)}");
            Assert.InRange(scale.Ticks.Count(), 4, 6);
            Assert.Equal(scale.Max, scale.Ticks.Last());
            Assert.Equal(0, scale.Min % scale.Step);
            Assert.Contains(Digits(scale.Step), new[] { 1m, 2m, 2.5m, 5m });
            Assert.True(scale.Min >= 0 || values.Min() < 0, "An axis below nothing.");
            Assert.True(!chart.Unit.IsPercentage || scale.Max <= 100 || values.Max() > 100 || scale.Step > 100, "An axis above 100%.");
        }).Always();

    private static Gen<Chart> AnyChart =>
        from unit in Gen.Elements("%", "number", "£", "per 1,000", "days")
        from decimals in Gen.Choose(0, 3)
        from size in Gen.Elements(10, 100, 1_000, 1_000_000, 1_000_000_000)
        from lowest in Gen.Elements(0, -1)
        from values in Gen.NonEmptyListOf(Gen.Choose(lowest * size, size).Select(value => (decimal)value))
        from scale in Gen.Elements(1m, 10m, 1000m)
        select Chart(unit, decimals, [.. values.Select(value => value / scale)]);

    private static decimal Digits(decimal step)
    {
        while (step >= 10)
        {
            step /= 10;
        }

        while (step < 1)
        {
            step *= 10;
        }

        return step;
    }

    private static Chart Chart(string unit, int decimals, decimal[] values) => new(
        "any", "Any", "Any.", [.. values.Select((_, i) => $"Q{i}")], [new Line("Any", LineKind.Actual, [.. values.Select(value => (decimal?)value)])], new Unit(unit), decimals);
}
