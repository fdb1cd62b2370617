using Outturn.Core.National;
using Outturn.Core.Neighbours;

namespace Outturn.Core.Outcomes;

/// <summary>Where an area stands on a metric, for papers: in words, with how old the figure is and how its series fits the metric.</summary>
/// <param name="Words">"68.9% in 2025 (ageing): 6th of 11, the highest first; median 68.9%".</param>
public sealed record PublishedStanding(string Words, FigureAge Age, MetricFit Fit);

/// <summary>What is published of a framework's metrics for the council's own area.</summary>
/// <param name="Area">Its name; null where the council's code is that of no area.</param>
/// <param name="Neighbours">The similar councils it is set beside; null where there are none.</param>
/// <param name="ByMetric">By the metric's id.</param>
public sealed record PublishedHere(string? Area, NeighbourSet? Neighbours, IReadOnlyDictionary<string, PublishedStanding> ByMetric)
{
    public static PublishedHere Nothing { get; } = new(null, null, new Dictionary<string, PublishedStanding>());
}
