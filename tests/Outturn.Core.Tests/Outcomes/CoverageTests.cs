using Outturn.Core.Indicators;
using Outturn.Core.National;
using Outturn.Core.Outcomes;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.Core.Tests.Outcomes;

public sealed class CoverageTests
{
    private static readonly Service Service = new("Waste", 1);

    private static readonly FrameworkEdition Framework = new(
        "Framework", "July", null, "a test", null, null, [new StatedTotal("metrics", 9, new DateOnly(2026, 2, 9), "gov.uk"), new StatedTotal("placeholders", 2, new DateOnly(2026, 2, 9), "gov.uk")],
        [new Outcome(1, "Clean streets", "", "priority"), new Outcome(2, "Green places", "", "contextual"), new Outcome(3, "Homes", "", "priority")],
        [
            Metric("M1", "Percentage of household waste recycled", [1, 2]), Metric("M2", "Fly-tipping incidents per person", [1]), Metric("M3", "Air quality where people live", [2]),
            Metric("M4", "Satisfaction with parks", [2]) with { IsPlaceholder = true }, Metric("M5", "Homes in a decent state", [2]),
        ],
        []);

    [Theory]
    [InlineData(Relation.Same, CoverageState.Own)]
    [InlineData(Relation.Near, CoverageState.Own)]
    [InlineData(Relation.Proxy, CoverageState.ProxyOnly)]
    [InlineData(Relation.Contributes, CoverageState.ProxyOnly)]
    public void A_metric_is_covered_by_what_the_nearest_indicator_is_to_it(Relation relation, CoverageState state)
    {
        var coverage = Of([Link("M1", "W1", relation), Link("M1", "W2", Relation.Contributes)]);
        Assert.Equal(state, coverage.Metrics.First(metric => metric.Metric.Id == "M1").State);
        Assert.Equal(["W1", "W2"], coverage.Metrics.First(metric => metric.Metric.Id == "M1").Links.Select(link => link.Indicator.Ref));
    }

    [Fact]
    public void A_metric_without_an_indicator_is_a_gap_another_tiers_duty_or_not_measurable_yet()
    {
        var coverage = Of([Link("M2", null, Relation.None, "Nobody counts it."), Link("M5", null, Relation.NotOurs, "The districts'.")]);
        CoverageState StateOf(string id) => coverage.Metrics.First(metric => metric.Metric.Id == id).State;
        Assert.Equal((CoverageState.None, CoverageState.None, CoverageState.NotMeasurable, CoverageState.NotOurs), (StateOf("M2"), StateOf("M3"), StateOf("M4"), StateOf("M5")));
        Assert.Equal((false, true), (coverage.Metrics.First(metric => metric.Metric.Id == "M2").IsUnmapped, coverage.Metrics.First(metric => metric.Metric.Id == "M3").IsUnmapped));
    }

    [Fact]
    public void A_metric_under_two_outcomes_is_counted_once_in_a_total_and_once_in_each()
    {
        var coverage = Of([Link("M1", "W1", Relation.Same)]);
        Assert.Equal((1, 5), (coverage.Count(CoverageState.Own), coverage.Metrics.Count()));
        Assert.Equal([1, 1, 0], coverage.Outcomes.Select(outcome => outcome.Count(CoverageState.Own)));
    }

    [Fact]
    public void An_indicator_that_stands_to_no_metric_serves_no_outcome() =>
        Assert.Equal(["W2"], Of([Link("M1", "W1", Relation.Contributes)]).Unlinked.Select(indicator => indicator.Ref));

    [Fact]
    public void A_link_to_an_indicator_that_is_counted_no_more_covers_nothing() =>
        Assert.Equal(CoverageState.None, Of([Link("M1", "GONE", Relation.Same)]).Metrics.First(metric => metric.Metric.Id == "M1").State);

    [Fact]
    public void A_total_says_what_is_stated_and_what_is_held() =>
        Assert.Equal("Stated: 9 metrics and 2 placeholders (gov.uk, 9 February 2026). Held here: 5 metrics, 1 of them placeholders.", Framework.Totals);

    [Theory]
    [InlineData("W1", Relation.Near, null, "Say how it differs from the metric.")]
    [InlineData(null, Relation.Proxy, "x", "Name the indicator that stands to the metric in this way.")]
    [InlineData(null, Relation.None, null, "Say why no indicator stands for the metric.")]
    [InlineData("W1", Relation.NotOurs, "x", "\"not ours\" says that no indicator stands for the metric: leave the indicator away.")]
    [InlineData("W1", Relation.Same, null, null)]
    public void A_link_says_how_it_differs_and_a_gap_says_why(string? reference, Relation relation, string? note, string? refusal) =>
        Assert.Equal(refusal, MetricLink.Refusal(Framework.Metrics[0], reference is null ? null : Indicator("W1", "Waste recycled"), reference, relation, note));

    [Fact]
    public void What_is_suggested_shares_telling_words_and_is_the_likeliest_first()
    {
        var suggestions = Suggestion.For(Framework, [Indicator("W1", "Household waste recycled at centres"), Indicator("W2", "Streets swept on time"), Indicator("W3", "Residual household waste per household")]);
        Assert.Equal("W1", suggestions.First(suggestion => suggestion.Metric.Id == "M1").Indicator.Ref);
        Assert.Equal(["household", "recycled", "waste"], suggestions.First(suggestion => suggestion.Metric.Id == "M1").Shared);
        Assert.DoesNotContain(suggestions, suggestion => suggestion.Indicator.Ref == "W2");
    }

    private static Coverage Of(IReadOnlyList<MetricLink> links) => Coverage.Of(Framework, links, [Indicator("W1", "Waste recycled"), Indicator("W2", "Streets swept")]);

    private static MetricLink Link(string metric, string? reference, Relation relation, string? note = null) => new(metric, reference, relation, note, "analyst", new DateOnly(2026, 4, 30), null);

    private static Metric Metric(string id, string title, IReadOnlyList<int> outcomes) => new(id, title, "outcome", "Defra", false, false, "%", "high", null, null, outcomes, [id]);

    private static Indicator Indicator(string reference, string title) =>
        new(reference, title, Service, [], new Definition(IndicatorKind.Kpi, new Unit("%"), 0, Polarity.HigherIsBetter, Frequency.Month, RollUp.Ratio));
}
