using Outturn.Core.National;
using Outturn.Core.Neighbours;
using Outturn.Core.Papers;

namespace Outturn.Core.Outcomes;

/// <summary>What is published of a framework's metrics for the council's own area.</summary>
/// <param name="Area">Its name; null where the council's code is that of no area.</param>
/// <param name="Neighbours">The similar councils it is set beside; null where there are none.</param>
/// <param name="ByMetric">By the metric's id.</param>
public sealed record PublishedHere(string? Area, NeighbourSet? Neighbours, IReadOnlyDictionary<string, Position> ByMetric)
{
    public static PublishedHere Nothing { get; } = new(null, null, new Dictionary<string, Position>());

    /// <summary>How many of an outcome's metrics have a published figure for the area, in which half of places they lie, and how many are out of date; null where none has.</summary>
    public string? OfOutcome(OutcomeCoverage outcome)
    {
        var positions = outcome.Metrics.Select(metric => ByMetric.GetValueOrDefault(metric.Metric.Id)).OfType<Position>().ToList();
        if (positions.Count == 0)
        {
            return null;
        }

        var placed = positions.Where(position => position.Standing is { Quartile: not null, Polarity: not null }).ToList();
        var old = positions.Count(position => position.Standing.Age == FigureAge.OutOfDate);
        return $"{Words.Capital(Words.Count(positions.Count, "published figure"))}"
            + (placed.Count == 0 ? "" : $", {(placed.Count(position => position.Standing.Quartile <= 2) is > 0 and var better ? Words.Number(better) : "none")} of {Words.Number(placed.Count)} in the better half of places")
            + (old == 0 ? "" : $", {Words.Number(old)} out of date") + ".";
    }
}
