using Outturn.App.Reference;
using Outturn.Core.National;
using Outturn.Core.Neighbours;
using Outturn.Core.Outcomes;
using Outturn.Core.Targets;

namespace Outturn.App.Outcomes;

/// <summary>Where an area stands on the metrics of a framework that have published figures.</summary>
public static class Positions
{
    /// <summary>Of each metric the series that fits it best.</summary>
    /// <param name="set">The neighbours it is set beside; null where there are none, and then it stands alone.</param>
    public static async Task<IReadOnlyDictionary<string, Position>> OfAsync(ReferenceStore reference, FrameworkEdition framework, string area, NeighbourSet? set, DateOnly today, CancellationToken cancel)
    {
        var areas = await reference.AreasAsync(cancel);
        var latest = (await reference.LatestOfAsync(area, cancel)).ToDictionary(pair => (pair.Series.Dataset, pair.Series.Code));
        var positions = new Dictionary<string, Position>();
        if (!areas.TryGetValue(area, out var ours))
        {
            return positions;
        }

        foreach (var metric in framework.Metrics)
        {
            var serving = framework.Links.Where(link => metric.Ids.Append(metric.Id).Contains(link.Metric)).OrderBy(link => link.Fit).FirstOrDefault(link => latest.ContainsKey((link.Dataset, link.Series)));
            if (serving is null)
            {
                continue;
            }

            // A part says nothing of the whole: a gap is best low, and those on one side of it are best high.
            var (series, figure) = latest[(serving.Dataset, serving.Series)];
            positions[metric.Id] = await OfAsync(reference, areas, series, figure, ours, set, (serving.Fit == MetricFit.Component ? null : metric.Better) ?? series.Polarity, today, serving, cancel);
        }

        return positions;
    }

    /// <summary>Of series themselves, each in the latest period for which the area has a value; in the order of their names.</summary>
    /// <param name="wanted">Which; null for every one that has a value for the area.</param>
    public static async Task<IReadOnlyList<Position>> OfSeriesAsync(ReferenceStore reference, Func<NationalSeries, bool>? wanted, string area, NeighbourSet? set, DateOnly today, CancellationToken cancel)
    {
        var areas = await reference.AreasAsync(cancel);
        List<Position> positions = [];
        if (!areas.TryGetValue(area, out var ours))
        {
            return positions;
        }

        foreach (var (series, figure) in (await reference.LatestOfAsync(area, cancel)).Where(pair => wanted?.Invoke(pair.Series) ?? true))
        {
            positions.Add(await OfAsync(reference, areas, series, figure, ours, set, series.Polarity, today, null, cancel));
        }

        return positions;
    }

    private static async Task<Position> OfAsync(
        ReferenceStore reference, IReadOnlyDictionary<string, Area> areas, NationalSeries series, NationalFigure figure, Area ours, NeighbourSet? set, Polarity? polarity, DateOnly today, MetricSeries? serving, CancellationToken cancel)
    {
        string[] codes = [ours.Code, .. set?.Members.Select(member => member.Code) ?? []];
        var all = await reference.FiguresAsync(series, codes, cancel);
        var figures = all.Where(other => other.Period.Label == figure.Period.Label).ToDictionary(other => other.Area);
        ComparedPlace Place(Area place) => new(place.Code, place.Tiers, figures.GetValueOrDefault(place.Code)?.Value, figures.GetValueOrDefault(place.Code)?.Interval);
        var neighbours = codes.Skip(1).Select(code => areas.GetValueOrDefault(code)).OfType<Area>().ToList();
        return new Position(
            serving, series, figure,
            Standing.Of(Place(ours), neighbours.Select(Place), polarity, figure.Period, series.Cadence.AgeOf(figure.Period.Last, today)),
            [.. neighbours.Prepend(ours).Select(place => (Area: place, figures.GetValueOrDefault(place.Code)?.Value)).Where(pair => pair.Value is not null).Select(pair => (pair.Area, pair.Value!.Value))],
            OverTime.Of(all, ours.Code));
    }
}
