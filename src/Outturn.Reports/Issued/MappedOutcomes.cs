using Outturn.Core.Outcomes;
using Outturn.Core.Papers;
using Outturn.Reports.Data;
using Outturn.Reports.Papers;

namespace Outturn.Reports.Issued;

/// <summary>Makes the public form of a mapping to an outcomes framework.</summary>
internal static class MappedOutcomes
{
    public static IssuedOutcomes Of(MappingPaper paper)
    {
        var (coverage, published) = (paper.Coverage, paper.Published);
        return new IssuedOutcomes(
            coverage.Framework.Framework, coverage.Framework.Name, coverage.Framework.Totals, OutcomeReports.Summary(coverage), published.Area, OutcomesPaper.Among(published),
            [.. coverage.Outcomes.Select(outcome => new IssuedOutcome(
                outcome.Outcome.Number, outcome.Outcome.Name, outcome.Outcome.Ambition, outcome.Outcome.IsContextual, OutcomeReports.Covered(outcome), published.OfOutcome(outcome), [.. outcome.Metrics.Select(metric => metric.Metric.Id)]))],
            [.. coverage.Metrics.Select(metric => Of(metric, published.ByMetric.GetValueOrDefault(metric.Metric.Id)))]);
    }

    private static IssuedMetric Of(MetricCoverage metric, Position? position) => new(
        metric.Metric.Id, metric.Metric.Title, metric.Metric.Kind, metric.Metric.Publisher, metric.Metric.IsMeasurable, metric.State.Text(), metric.Why,
        [.. metric.Links.Select(link => new IssuedLink(link.Indicator.Ref, link.Indicator.Title, link.Link.Relation.Name(), link.Link.Note))],
        position is null ? null : Of(position));

    private static IssuedPublished Of(Position position) => new(
        position.Sentence, position.Brief, position.Series.Title, position.Series.Publisher, position.Series.PublishedOn, position.Figure.Period.Label, position.Unit.Name, position.Decimals, Exact(position.Standing.Median),
        [.. position.Values.Select(pair => new IssuedPlace(pair.Area.Code, pair.Area.Name, FigureRow.Exact(pair.Value), position.Unit.Print(pair.Value, position.Decimals)))],
        [.. position.Trend.Select(time => new IssuedPlaceInTime(time.Period.Label, Exact(time.Ours), Exact(time.Median)))]);

    private static decimal? Exact(decimal? value) => value is { } known ? FigureRow.Exact(known) : null;
}
