using Outturn.App.Outcomes;
using Outturn.Core.National;
using Outturn.Core.Targets;
using Outturn.Tests.Reference;

namespace Outturn.Tests.Outcomes;

[Collection(NationalStore.Collection)]
public sealed class PartOfMetricTests(NationalStore national)
{
    [Fact]
    public async Task A_part_of_a_metric_is_placed_by_which_way_the_part_is_better_and_not_the_whole()
    {
        await using var store = await national.OpenAsync();
        var framework = (await store.EditionAsync("Local Outcomes Framework", "July 2026", default))!;
        var positions = await Positions.OfAsync(store, framework, "E10000016", await store.NeighboursAsync("ONS global", null, "E10000016", default), new DateOnly(2026, 7, 1), default);
        var gap = positions["LOF-06-02"];
        Assert.Equal((MetricFit.Component, Polarity.LowerIsBetter), (gap.Serves!.Fit, framework.Find("LOF-06-02")!.Better));
        Assert.Equal(gap.Series.Polarity, gap.Standing.Polarity);
        Assert.NotEqual(Polarity.LowerIsBetter, gap.Standing.Polarity);
        Assert.Equal(Polarity.LowerIsBetter, positions["LOF-06-10"].Standing.Polarity);
        Assert.Contains("A part of the metric: ", gap.Brief, StringComparison.Ordinal);
        Assert.DoesNotContain(positions.Values, position => position.Brief.Contains('_', StringComparison.Ordinal));
    }
}
