using Outturn.App.Reference;
using Outturn.Core.National;
using Outturn.Core.Neighbours;

namespace Outturn.Tests.Reference;

[Collection(NationalStore.Collection)]
public sealed class ComputedNeighboursTests(NationalStore national)
{
    private static readonly ChosenVariable[] Chosen =
    [
        new("claimant-count/Claimant Count", 2), new("gross-median-weekly-pay/Gross median weekly pay"), new("business-demography/Active businesses", 1, Transform.Log),
        new("housing-affordability-ratio/Housing affordability ratio (residence-based)"),
    ];

    [Fact]
    public async Task Similar_councils_come_from_the_store_by_a_method_that_is_said_in_full()
    {
        await using var store = await national.OpenAsync();
        var (model, refusal) = await store.ModelAsync(Chosen, Tiers.Upper, Scaling.MinMax, default);
        Assert.Empty(refusal);
        var set = model!.SetOf("ours", new DateOnly(2026, 11, 22), "E10000016");
        Assert.Equal((15, NeighbourSetKind.Computed, model.Method), (set.Members.Count, set.Kind, set.Source));
        Assert.DoesNotContain(set.Members, member => member.Code.StartsWith("E07", StringComparison.Ordinal) || member.Code == "E10000016");
        Assert.Contains("(business-demography/Active businesses) (weight 0.2, natural logarithm; Office for National Statistics, 20 November 2025)", model.Method);
    }

    [Fact]
    public async Task The_distance_can_be_worked_out_again_from_the_store()
    {
        await using var store = await national.OpenAsync();
        var (model, _) = await store.ModelAsync([Chosen[0]], Tiers.Lower, Scaling.MinMax, default);
        var series = Assert.Single(await store.FindSeriesAsync(Chosen[0].Series, default));
        var areas = await store.AreasAsync(default);
        var values = (await store.FiguresAsync(series, model!.Codes.ToList(), default)).Where(figure => figure.Period.Label == "2025-01-01/P1Y").ToDictionary(figure => figure.Area, figure => figure.Value!.Value);
        Assert.All(model.Codes, code => Assert.True(areas[code].IsCouncil && (areas[code].Tiers & Tiers.Lower) != 0));
        var width = (double)(values.Values.Max() - values.Values.Min());
        Assert.Equal((double)Math.Abs(values["E07000105"] - values["E07000106"]) / width, model.Distance("E07000105", "E07000106")!.Value, 9);
    }

    [Fact]
    public async Task A_series_that_is_not_there_or_not_for_nine_in_ten_is_refused()
    {
        await using var store = await national.OpenAsync();
        Assert.Equal("There is no series nowhere/nothing.", (await store.ModelAsync([new ChosenVariable("nowhere/nothing")], Tiers.Upper, Scaling.ZScore, default)).Refusal);
        Assert.Contains("no period", (await store.ModelAsync([new ChosenVariable("lait-values/LAC")], Tiers.Lower, Scaling.ZScore, default)).Refusal);
    }

    [Fact]
    public async Task All_of_England_at_once_gives_each_council_the_place_that_it_has_alone()
    {
        await using var store = await national.OpenAsync();
        var figures = await store.CouncilFiguresAsync(default);
        Assert.Equal(317, figures.Areas.Count);
        var places = figures.Place();
        Assert.Equal(figures.Count, places.Length);
        var kent = figures.Areas.ToList().FindIndex(area => area.Code == "E10000016");
        var (areas, alone) = (await store.AreasAsync(default), 0);
        foreach (var series in (await store.SeriesAsync(default)).Where((_, i) => i % 40 == 0))
        {
            foreach (var period in (await store.FiguresAsync(series, null, default)).GroupBy(figure => figure.Period))
            {
                if (period.FirstOrDefault(figure => figure.Area == "E10000016" && figure.Value is not null) is not { } ours)
                {
                    continue;
                }

                var standing = Standing.Of(
                    new ComparedPlace(ours.Area, Tiers.Upper, ours.Value), period.Where(figure => areas[figure.Area].IsCouncil).Select(figure => new ComparedPlace(figure.Area, areas[figure.Area].Tiers, figure.Value)), series.Polarity, ours.Period, FigureAge.UpToDate);
                Assert.Contains(places, place => place.Council == kent && (place.Value, place.Rank, place.SharedBy, place.WithValue, place.Median, place.Quartile) == (standing.Value, standing.Rank, standing.SharedBy, standing.WithValue, standing.Median, standing.Quartile));
                alone++;
            }
        }

        Assert.True(alone > 50, $"{alone} periods");
    }
}
