using Outturn.App.Reference;
using Outturn.Core.Indicators;
using Outturn.Core.National;
using Outturn.Core.Neighbours;
using Outturn.Core.Outcomes;

namespace Outturn.App.Outcomes;

/// <summary>What is published for an area of one series that serves a metric, and where the area stands among its neighbours.</summary>
/// <param name="Values">Our own and the neighbours' values of the period, by area; those without one are left out.</param>
public sealed record Position(MetricSeries Serves, NationalSeries Series, NationalFigure Figure, Standing Standing, IReadOnlyList<(Area Area, decimal Value)> Values)
{
    /// <summary>As figures are printed: a percentage by its sign, whatever the publisher says it is of.</summary>
    public Unit Unit => new(Series.Unit is ['%', ..] ? "%" : Series.Unit ?? "");

    /// <summary>Decimals that the publisher shows, or else at most one.</summary>
    public int Decimals => Series.Decimals ?? Math.Min(1, Unit.DecimalsOf(Figure.Value ?? 0));

    /// <summary>"47.3% in 2022/23 (2 years old …); joint 3rd of 16; …", and how the series stands to the metric where it is not the metric itself.</summary>
    public string Sentence => Standing.Sentence(Unit, Decimals) + (Serves.Fit == MetricFit.Exact ? "" : $" {(Serves.Fit == MetricFit.Near ? "Near the metric" : "A part of it")}: {Serves.Justification.TrimEnd('.')}.");

    /// <summary>The same for a cell of a paper.</summary>
    public PublishedStanding Brief => new(Standing.Brief(Unit, Decimals) + (Serves.Fit == MetricFit.Exact ? "" : $". {(Serves.Fit == MetricFit.Near ? "Near the metric" : "A part of the metric")}: {Serves.Justification.TrimEnd('.')}"), Standing.Age, Serves.Fit);
}

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
            string[] codes = [area, .. set?.Members.Select(member => member.Code) ?? []];
            var figures = (await reference.FiguresAsync(series, codes, cancel)).Where(other => other.Period.Label == figure.Period.Label).ToDictionary(other => other.Area);
            ComparedPlace Place(Area place) => new(place.Code, place.Tiers, figures.GetValueOrDefault(place.Code)?.Value, figures.GetValueOrDefault(place.Code)?.Interval);
            var neighbours = codes.Skip(1).Select(code => areas.GetValueOrDefault(code)).OfType<Area>().ToList();
            positions[metric.Id] = new Position(
                serving, series, figure,
                Standing.Of(Place(ours), neighbours.Select(Place), (serving.Fit == MetricFit.Component ? null : metric.Better) ?? series.Polarity, figure.Period, series.Cadence.AgeOf(figure.Period.Last, today)),
                [.. neighbours.Prepend(ours).Select(place => (Area: place, figures.GetValueOrDefault(place.Code)?.Value)).Where(pair => pair.Value is not null).Select(pair => (pair.Area, pair.Value!.Value))]);
        }

        return positions;
    }

    /// <summary>For papers.</summary>
    public static PublishedHere InWords(Area area, NeighbourSet? set, IReadOnlyDictionary<string, Position> positions) =>
        new(area.Name, set is null ? null : $"{set.Name}{(set.Date is { } day ? $", {Core.Papers.Words.Date(day)}" : "")}", positions.ToDictionary(pair => pair.Key, pair => pair.Value.Brief));
}
