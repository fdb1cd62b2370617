using Outturn.Core.Outcomes;

namespace Outturn.Core.National;

/// <summary>A framework of outcomes and metrics as it stood on a day. Every count is a fact of an edition, never of the program.</summary>
/// <param name="Framework">Local Outcomes Framework.</param>
/// <param name="Name">July 2026.</param>
public sealed record FrameworkEdition(
    string Framework, string Name, DateOnly? Date, string Source, string? Address, string? Note,
    IReadOnlyList<StatedTotal> Stated, IReadOnlyList<Outcome> Outcomes, IReadOnlyList<Metric> Metrics, IReadOnlyList<MetricSeries> Links)
{
    /// <summary>"Local Outcomes Framework, July 2026": no two editions have the same.</summary>
    public string Title => $"{Framework}, {Name}";

    /// <summary>The metrics of an outcome, in the framework's order; one can serve several.</summary>
    public IEnumerable<Metric> MetricsOf(Outcome outcome) => Metrics.Where(metric => metric.Outcomes.Contains(outcome.Number));

    /// <summary>The metric of that id, in capitals or not; null where there is none.</summary>
    public Metric? Find(string id) => Metrics.FirstOrDefault(metric => metric.IsCalled(id));

    /// <summary>What others state and what is held here, which need not agree: "Stated: 132 metrics and 17 placeholders (gov.uk, 9 February 2026). Held here: 116 metrics, 4 of them placeholders."</summary>
    public string Totals => string.Join(' ', TotalLines.Select(line => $"{line}."));

    /// <summary>The same, one statement a line.</summary>
    public IReadOnlyList<string> TotalLines =>
    [
        .. Stated.Count == 0 ? Array.Empty<string>() : [$"Stated: {string.Join("; ", Stated.GroupBy(stated => (stated.Source, stated.StatedOn)).Select(same => $"{Papers.Words.List(same.Select(stated => $"{stated.Count} {stated.What}"))} ({same.Key.Source ?? "the publisher"}{(same.Key.StatedOn is { } day ? $", {Papers.Words.Date(day)}" : "")})"))}"],
        $"Held here: {Metrics.Count} metrics, {Metrics.Count(metric => metric.IsPlaceholder)} of them placeholders",
    ];

    /// <summary>What changed since an earlier edition.</summary>
    public EditionChanges Since(FrameworkEdition earlier) => EditionChanges.Between(earlier, this);

    /// <summary>The latest edition of each framework.</summary>
    /// <param name="editions">Those of a framework with the latest first.</param>
    public static IReadOnlyList<FrameworkEdition> Latest(IEnumerable<FrameworkEdition> editions) => [.. editions.DistinctBy(edition => edition.Framework)];

    /// <summary>Of the latest editions the one of the framework that is named; where none is, that to whose metrics most is said to stand, and else the largest. Null where no framework has that name.</summary>
    /// <param name="latest">Of each framework.</param>
    public static FrameworkEdition? Choose(IReadOnlyList<FrameworkEdition> latest, string? name, IReadOnlyList<MetricLink> links) =>
        string.IsNullOrWhiteSpace(name)
            ? latest.OrderByDescending(edition => links.Count(link => edition.Find(link.MetricId) is not null)).ThenByDescending(edition => edition.Metrics.Count).FirstOrDefault()
            : latest.FirstOrDefault(edition => edition.Framework.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
}

/// <summary>A total that the publisher states, which need not be the number held here.</summary>
/// <param name="What">metrics, placeholders.</param>
public sealed record StatedTotal(string What, int Count, DateOnly? StatedOn, string? Source);

/// <param name="Category">priority or contextual.</param>
public sealed record Outcome(int Number, string Name, string Ambition, string Category)
{
    /// <summary>What councils work within, and no priority that they are held to.</summary>
    public bool IsContextual => Category.Equals("contextual", StringComparison.OrdinalIgnoreCase);
}

/// <summary>One metric; a title that stands under two outcomes is one metric that serves both.</summary>
/// <param name="Id">Ours; the first where a title has several.</param>
/// <param name="Kind">outcome or output.</param>
/// <param name="Polarity">high, low, neutral: what is better, where anybody has said so.</param>
/// <param name="SeenIn">Where the title was read.</param>
public sealed record Metric(
    string Id, string Title, string Kind, string? Publisher, bool IsPlaceholder, bool IsInDevelopment, string? Unit, string? Polarity, string? Note, string? SeenIn,
    IReadOnlyList<int> Outcomes, IReadOnlyList<string> Ids)
{
    /// <summary>Whether it goes by that id, in capitals or not.</summary>
    public bool IsCalled(string id) => Id.Equals(id, StringComparison.OrdinalIgnoreCase) || Ids.Contains(id, StringComparer.OrdinalIgnoreCase);

    /// <summary>Null where nobody has said which way is better.</summary>
    public Targets.Polarity? Better => Polarity?.ToLowerInvariant() switch { "high" => Targets.Polarity.HigherIsBetter, "low" => Targets.Polarity.LowerIsBetter, _ => null };

    /// <summary>Whether there is something to measure already: official statistics in development are published, a placeholder's are not.</summary>
    public bool IsMeasurable => !IsPlaceholder;
}

public enum MetricFit
{
    /// <summary>The metric itself.</summary>
    Exact,

    /// <summary>Close to it; the justification says how it differs.</summary>
    Near,

    /// <summary>A part from which it can be worked out, or one of several that it is made of.</summary>
    Component,
}

/// <summary>Which published series serves a metric, and why it may.</summary>
public sealed record MetricSeries(string Metric, string Dataset, string Series, MetricFit Fit, string Justification);
