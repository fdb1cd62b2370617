using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.National;

namespace Outturn.Core.Outcomes;

/// <summary>How far a metric is covered by the council's own indicators.</summary>
public enum CoverageState
{
    /// <summary>An indicator counts the same, or nearly.</summary>
    Own,

    /// <summary>Only a proxy or what contributes to it.</summary>
    ProxyOnly,

    /// <summary>None, with or without a reason.</summary>
    None,

    /// <summary>A placeholder, or still in development: there is nothing to measure yet.</summary>
    NotMeasurable,

    /// <summary>Another tier's duty.</summary>
    NotOurs,
}

public static class CoverageStates
{
    public static string Text(this CoverageState state) => state switch
    {
        CoverageState.Own => "Own indicator",
        CoverageState.ProxyOnly => "Proxy only",
        CoverageState.None => "No indicator",
        CoverageState.NotMeasurable => "Not measurable yet",
        _ => "Not this council's duty",
    };
}

/// <summary>A metric and what the council has for it.</summary>
/// <param name="Links">Those of indicators that are counted, the nearest relation first.</param>
/// <param name="Why">Where there is none: the reason that was given, or null where nobody has looked yet.</param>
public sealed record MetricCoverage(Metric Metric, CoverageState State, IReadOnlyList<(MetricLink Link, Indicator Indicator)> Links, string? Why)
{
    /// <summary>Nobody has said yet how the council's indicators stand to it.</summary>
    public bool IsUnmapped => Links.Count == 0 && Why is null && State == CoverageState.None;
}

/// <summary>An outcome with its metrics.</summary>
public sealed record OutcomeCoverage(Outcome Outcome, IReadOnlyList<MetricCoverage> Metrics)
{
    public int Count(CoverageState state) => Metrics.Count(metric => metric.State == state);
}

/// <summary>How a framework's metrics and the council's indicators cover each other, and the gaps on either side.</summary>
/// <param name="Unlinked">Indicators that serve no outcome, in the order of the register.</param>
public sealed record Coverage(FrameworkEdition Framework, IReadOnlyList<OutcomeCoverage> Outcomes, IReadOnlyList<Indicator> Unlinked)
{
    /// <summary>Each metric once, though it serves several outcomes.</summary>
    public IEnumerable<MetricCoverage> Metrics => Outcomes.SelectMany(outcome => outcome.Metrics).DistinctBy(metric => metric.Metric.Id);

    public int Count(CoverageState state) => Metrics.Count(metric => metric.State == state);

    /// <param name="indicators">Those that are counted: of a dashboard, or of the whole register.</param>
    public static Coverage Of(FrameworkEdition framework, IReadOnlyList<MetricLink> links, IReadOnlyList<Indicator> indicators)
    {
        var byRef = indicators.ToDictionary(indicator => indicator.Ref, StringComparer.OrdinalIgnoreCase);
        var byMetric = links.ToLookup(link => link.MetricId, StringComparer.OrdinalIgnoreCase);
        var metrics = framework.Metrics.ToDictionary(metric => metric.Id, metric => Of(metric, [.. metric.Ids.Append(metric.Id).Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(id => byMetric[id])], byRef));
        var linked = metrics.Values.SelectMany(metric => metric.Links).Select(link => link.Indicator.Ref).ToHashSet();
        return new Coverage(
            framework,
            [.. framework.Outcomes.Select(outcome => new OutcomeCoverage(outcome, [.. framework.MetricsOf(outcome).Select(metric => metrics[metric.Id])]))],
            [.. indicators.Where(indicator => !linked.Contains(indicator.Ref))]);
    }

    /// <summary>The indicators that are counted on a day, of a committee's dashboard or of all.</summary>
    public static IReadOnlyList<Indicator> Counted(Register register, Committee? committee, DateOnly day) =>
        [.. register.Indicators.Select(history => history.Indicator).Where(indicator => (indicator.Until is not { } until || until >= day) && (committee is null || indicator.Committees.Contains(committee)))];

    private static MetricCoverage Of(Metric metric, IReadOnlyList<MetricLink> links, Dictionary<string, Indicator> indicators)
    {
        (MetricLink, Indicator)[] own = [.. from link in links where link.Relation.Links() let indicator = link.Ref is { } reference ? indicators.GetValueOrDefault(reference) : null where indicator is not null orderby link.Relation select (link, indicator)];
        var none = links.FirstOrDefault(link => !link.Relation.Links());
        var state = own.Length > 0 ? own.Any(pair => pair.Item1.Relation.IsOwn()) ? CoverageState.Own : CoverageState.ProxyOnly
            : none?.Relation == Relation.NotOurs ? CoverageState.NotOurs
            : !metric.IsMeasurable ? CoverageState.NotMeasurable
            : CoverageState.None;
        return new MetricCoverage(metric, state, own, own.Length > 0 ? null : none?.Note);
    }
}
