using Outturn.Core.Targets;

namespace Outturn.Core.Outcomes;

/// <summary>What a metric measures: what people's lives come to, or what services do for it.</summary>
public enum MetricKind
{
    Outcome,
    Output,
}

/// <summary>One edition of an outcomes framework: its outcomes, and the metrics that are known of each.</summary>
/// <param name="Name">Local Outcomes Framework.</param>
/// <param name="Edition">As its publisher dates it: July 2026.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="Stated">The publisher's own totals, which need not be those of the titles held here.</param>
public sealed record Framework(
    string Name, string Edition, DateOnly? Published, string Source, StatedTotals? Stated, IReadOnlyList<Outcome> Outcomes, IReadOnlyList<Metric> Metrics)
{
    /// <summary>The metrics of an outcome, in the framework's order; one can serve several.</summary>
    public IEnumerable<Metric> Of(Outcome outcome) => Metrics.Where(metric => metric.Outcomes.Contains(outcome.Number));

    public Metric? Find(string id) => Metrics.FirstOrDefault(metric => metric.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>"132 metrics are stated by the publisher in February 2026, 17 of them placeholders; 116 titles are held here, 4 of them placeholders."</summary>
    public string Totals => (Stated is { } stated ? $"{stated.Metrics} metrics are stated by the publisher in {stated.Edition}, {stated.Placeholders} of them placeholders; " : "")
        + $"{Metrics.Count} titles are held here, {Metrics.Count(metric => metric.IsPlaceholder)} of them placeholders.";
}

/// <summary>How many metrics the publisher says an edition has.</summary>
public sealed record StatedTotals(string Edition, int Metrics, int Placeholders);

/// <param name="IsContextual">Not a priority that councils are held to, but what they work within.</param>
public sealed record Outcome(int Number, string Name, string Ambition, bool IsContextual);

/// <param name="Id">Ours, where the framework gives none.</param>
/// <param name="Title">The official title.</param>
/// <param name="Publisher">Who publishes its figures.</param>
/// <param name="IsPlaceholder">Data that do not exist yet.</param>
/// <param name="Polarity">An analyst's judgement, not the framework's; null for none.</param>
/// <param name="Outcomes">The numbers of the outcomes that it serves.</param>
public sealed record Metric(
    string Id, string Title, MetricKind Kind, string? Publisher, bool IsPlaceholder, bool IsInDevelopment, string? Unit, Polarity? Polarity, IReadOnlyList<int> Outcomes, string? Note = null)
{
    /// <summary>Whether there is something to measure already.</summary>
    public bool IsMeasurable => !IsPlaceholder && !IsInDevelopment;
}
