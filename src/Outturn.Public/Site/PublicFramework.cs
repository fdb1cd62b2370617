using Outturn.Core.Papers;
using Outturn.Reports.Issued;

namespace Outturn.Public.Site;

/// <summary>An outcomes framework as the newest mapping to it shows it.</summary>
/// <param name="From">The edition of the mapping.</param>
internal sealed record PublicFramework(IssuedOutcomes Content, PublicEdition From)
{
    private readonly Dictionary<string, IssuedMetric> metrics = Content.Metrics.ToDictionary(metric => metric.Id, StringComparer.OrdinalIgnoreCase);

    public string Name => Content.Framework;

    public string Slug => TextPlace.Slug(Content.Framework);

    public string Address => $"/outcomes/{Slug}";

    public IssuedMetric? Metric(string id) => metrics.GetValueOrDefault(id);

    public IssuedOutcome? Outcome(int number) => Content.Outcomes.FirstOrDefault(outcome => outcome.Number == number);

    /// <summary>Those of an outcome, in the framework's order.</summary>
    public IEnumerable<IssuedMetric> MetricsOf(IssuedOutcome outcome) => outcome.Metrics.Select(id => metrics[id]);

    public IEnumerable<IssuedOutcome> OutcomesOf(IssuedMetric metric) => Content.Outcomes.Where(outcome => outcome.Metrics.Contains(metric.Id));

    public string AddressOf(IssuedOutcome outcome) => $"{Address}/{outcome.Number}";

    public string AddressOf(IssuedMetric metric) => $"{Address}/metrics/{Uri.EscapeDataString(metric.Id)}";
}
