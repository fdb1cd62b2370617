using Outturn.Core.National;

namespace Outturn.Tests.Reference;

[Collection(NationalStore.Collection)]
public sealed class FrameworkEditionTests(NationalStore national)
{
    [Fact]
    public async Task An_edition_holds_what_its_files_hold_beside_what_others_state()
    {
        var edition = await EditionAsync();
        Assert.Equal((16, 14), (edition.Outcomes.Count, edition.Outcomes.Count(outcome => outcome.Category == "priority")));
        Assert.Equal(116, edition.Metrics.Count);
        Assert.Equal((82, 34, 4), (edition.Metrics.Count(metric => metric.Kind == "outcome"), edition.Metrics.Count(metric => metric.Kind == "output"), edition.Metrics.Count(metric => metric.IsPlaceholder)));
        Assert.Equal(132, edition.Stated.Single(total => total.What == "metrics").Count);
        Assert.Equal((17, new DateOnly(2026, 2, 9)), edition.Stated.Where(total => total.What == "placeholders").Select(total => (total.Count, total.StatedOn!.Value)).Single());
    }

    [Fact]
    public async Task A_title_under_two_outcomes_is_one_metric_that_serves_both()
    {
        var shared = Assert.Single((await EditionAsync()).Metrics, metric => metric.Outcomes.Count > 1);
        Assert.Equal([5, 8], shared.Outcomes);
        Assert.Equal(["LOF-05-03", "LOF-08-07"], shared.Ids);
    }

    [Fact]
    public async Task Every_series_that_serves_a_metric_is_there_with_figures_and_a_justification()
    {
        await using var store = await national.OpenAsync();
        var (edition, series) = (await EditionAsync(), (await store.SeriesAsync(default)).Select(one => one.Name).ToHashSet());
        Assert.Equal(98, edition.Links.Count);
        Assert.All(edition.Links, link => Assert.True(series.Contains($"{link.Dataset}/{link.Series}"), $"{link.Metric}: {link.Dataset}/{link.Series}"));
        Assert.DoesNotContain(edition.Links, link => string.IsNullOrWhiteSpace(link.Justification));
    }

    [Fact]
    public async Task A_metric_has_a_series_or_a_reason_why_it_has_none()
    {
        var edition = await EditionAsync();
        var without = PlainCsv.Rows(Path.Combine(NationalStore.Data, "lof", "metrics-without-data.csv")).ToList();
        Assert.DoesNotContain(without, row => row["why_none"].Length == 0);
        var linked = edition.Links.Select(link => link.Metric).ToHashSet();
        Assert.Equal(edition.Metrics.Where(metric => !linked.Contains(metric.Id)).SelectMany(metric => metric.Ids).Order(), without.Select(row => row["lof_metric_id"]).Order());
        Assert.Equal((28, 13, 14), (Best(edition, MetricFit.Exact), Best(edition, MetricFit.Near), Best(edition, MetricFit.Component)));
    }

    private static int Best(FrameworkEdition edition, MetricFit fit) => edition.Links.GroupBy(link => link.Metric).Count(links => links.Min(link => link.Fit) == fit);

    private async Task<FrameworkEdition> EditionAsync()
    {
        await using var store = await national.OpenAsync();
        var (framework, name, _) = Assert.Single(await store.EditionsAsync(default));
        return (await store.EditionAsync(framework, name, default))!;
    }
}
