using Outturn.Core.Indicators;
using Outturn.Core.National;
using Outturn.Core.Observations;
using Outturn.Core.Outcomes;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.Core.Tests.Outcomes;

/// <summary>An indicator beside the published figure of a metric: what may be compared, and why not.</summary>
public sealed class BesideMetricTests
{
    private static readonly PublishedPeriod Year = new("2024-25", PublishedPeriodKind.FinancialYear, new DateOnly(2024, 4, 1), new DateOnly(2025, 3, 31));
    private static readonly Metric Metric = new("M1", "Placed far from home", "outcome", "DfE", false, false, "%", "low", null, null, [1], ["M1"]);
    private static readonly NationalSeries Series = new("lait-values", "LACDistance", "Placed over 20 miles from home") { Unit = "% of children", Polarity = Polarity.LowerIsBetter, Publisher = "DfE" };

    private static readonly NationalSeries Numbers = Series with { Unit = "number" };

    [Fact]
    public void The_same_count_in_the_same_unit_for_the_same_time_is_comparable()
    {
        var beside = Of(Relation.Same, Snapshot(Months(12)));
        Assert.Equal("Comparable: the same count, in the same unit and for the same time.", beside.Sentence);
        Assert.Equal((12m, "the end of Mar 2025"), (beside.Own!.Value, beside.Own.Time));
    }

    [Theory]
    [InlineData(Relation.Near, "Not comparable because ours is near the metric and not the same (Only those in touch).")]
    [InlineData(Relation.Proxy, "Not comparable because ours is a proxy, local and within the year (Only those in touch).")]
    [InlineData(Relation.Contributes, "Not comparable because ours shows what the council does for it and does not measure it (Only those in touch).")]
    public void What_is_not_the_same_is_not_comparable_in_the_analysts_own_words(Relation relation, string sentence) =>
        Assert.Equal(sentence, Of(relation, Snapshot(Months(12)), note: "Only those in touch.").Sentence);

    [Fact]
    public void What_is_published_of_a_part_or_near_the_metric_is_not_comparable()
    {
        Assert.Equal("Not comparable because what is published is a part of the metric (men alone).", Of(Relation.Same, Snapshot(Months(12)), fit: MetricFit.Component).Sentence);
        Assert.Equal("Not comparable because what is published is near the metric (men alone).", Of(Relation.Same, Snapshot(Months(12)), fit: MetricFit.Near).Sentence);
    }

    [Theory]
    [InlineData("%", "% of children", true)]
    [InlineData("%", "number", false)]
    [InlineData("per 10,000", "per 10,000 children", true)]
    [InlineData("per 10,000", "per 100,000", false)]
    [InlineData("per 100", "%", false)]
    [InlineData("number", "Number of children", true)]
    [InlineData("days", "Days", true)]
    [InlineData("days", "weeks", false)]
    public void Units_are_the_same_by_sign_rate_or_word(string ours, string theirs, bool same)
    {
        var beside = Of(Relation.Same, Snapshot(Months(12), new Unit(ours)), series: Series with { Unit = theirs });
        Assert.Equal(same, beside.Differences.Count == 0);
        Assert.Equal(!same, beside.Sentence.Contains("the units differ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_year_is_put_together_from_all_its_months_and_from_no_fewer()
    {
        var whole = Of(Relation.Same, Counted(Months(12)), series: Numbers);
        Assert.Equal((78m, "2024/25, from 12 months"), (whole.Own!.Value, whole.Own.Time));
        Assert.Empty(whole.Differences);
        var part = Of(Relation.Same, Counted([.. Months(12).Where(figure => figure.Period != Period.Month(2024, 7))]), series: Numbers);
        Assert.Equal("Not comparable because ours is put together from 11 of 12 months of the year.", part.Sentence);
    }

    [Fact]
    public void Without_a_figure_for_the_time_the_nearest_earlier_one_is_shown_and_its_period_named()
    {
        var beside = Of(Relation.Same, Counted(Months(5)), series: Numbers);
        Assert.Equal(("Aug 2024", 5m), (beside.Own!.Time, beside.Own.Value));
        Assert.Equal("Not comparable because the periods differ: ours is for Aug 2024 and the published figure for 2024-25.", beside.Sentence);
        Assert.Equal("Not comparable because there is no figure of our own.", Of(Relation.Same, Counted([]), series: Numbers).Sentence);
    }

    [Fact]
    public void Several_reasons_stand_in_one_sentence()
    {
        var sentence = Of(Relation.Near, Snapshot(Months(12), new Unit("number")), note: "a, b", figure: FigureStatus.Provisional).Sentence;
        Assert.Equal("Not comparable because ours is near the metric and not the same (a, b); the units differ: ours is a number and the published one a percentage (of children); and the published figure is provisional.", sentence);
    }

    [Fact]
    public void What_counts_the_other_way_round_covers_a_part_or_has_changed_since_is_not_comparable()
    {
        var turned = Snapshot(Months(12), polarity: Polarity.HigherIsBetter);
        Assert.Contains("they count opposite ways: higher is better of ours and lower of what is published", Of(Relation.Same, turned).Differences);
        var part = Snapshot(Months(12)) with { Indicator = Snapshot([]).Indicator with { Part = "Adults" } };
        Assert.Contains("ours covers Adults alone", Of(Relation.Same, part).Differences);
        var changed = Snapshot(Months(12)) with { Indicator = Snapshot([]).Indicator with { DefinitionFrom = new DateOnly(2025, 6, 1), Breaks = [new DateOnly(2025, 6, 1)] } };
        Assert.Contains("our definition has changed since, on 1 June 2025", Of(Relation.Same, changed).Differences);
    }

    [Fact]
    public void Without_a_published_figure_nothing_is_compared_and_the_definitions_still_stand_side_by_side()
    {
        var beside = BesideMetric.Of(Link(Relation.Same, null), Metric, Snapshot(Months(12)), null);
        Assert.Equal("No figure of it is held for our area, so there is nothing to compare.", beside.Sentence);
        Assert.Equal(["What is counted", "Numerator", "Denominator", "Unit", "Period", "Source"], beside.Definitions.Select(row => row.What));
        Assert.Equal(("Placed far from home", "DfE"), (beside.Definitions[0].Theirs, beside.Definitions[^1].Theirs));
    }

    private static BesideMetric Of(Relation relation, IndicatorHistory history, string? note = null, MetricFit fit = MetricFit.Exact, NationalSeries? series = null, FigureStatus figure = FigureStatus.NotSaid) =>
        BesideMetric.Of(Link(relation, note), Metric, history, new PublishedMetric(new MetricSeries("M1", "lait-values", "LACDistance", fit, "men alone"), series ?? Series, new NationalFigure("E10000016", Year, 20, Marker.None, null, figure, null)));

    private static MetricLink Link(Relation relation, string? note) => new("M1", "KPI1", relation, note, "analyst", new DateOnly(2026, 4, 30), null);

    /// <summary>1 in April 2024, 2 in May …</summary>
    private static Figure[] Months(int count) => [.. Enumerable.Range(0, count).Select(month => new Figure(new Period(Frequency.Month, Period.Month(2024, 4).Ordinal + month), new Observation(month + 1)))];

    private static IndicatorHistory Snapshot(Figure[] figures, Unit? unit = null, Polarity polarity = Polarity.LowerIsBetter) => History(figures, new Definition(IndicatorKind.Kpi, unit ?? new Unit("%"), 0, polarity, Frequency.Month, RollUp.Latest));

    private static IndicatorHistory Counted(Figure[] figures)
    {
        var history = History(figures, new Definition(IndicatorKind.Kpi, new Unit("number"), 0, Polarity.LowerIsBetter, Frequency.Month, RollUp.Sum));
        return history with { Indicator = history.Indicator with { Since = new DateOnly(2024, 4, 1) } };
    }

    private static IndicatorHistory History(Figure[] figures, Definition definition) => new(new Indicator("KPI1", "Placed far away", new Service("Children", 1), [], definition), new TargetHistory([]), figures, [], []);
}
