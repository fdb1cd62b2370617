using Outturn.Core.National;

namespace Outturn.Core.Neighbours;

/// <summary>An area's figure of one period beside the median of its neighbours'; null where there is none.</summary>
public readonly record struct PlaceInTime(PublishedPeriod Period, decimal? Ours, decimal? Median);

/// <summary>What an area's figures have been over time, beside its neighbours.</summary>
public static class OverTime
{
    /// <summary>Every period in which anybody has a figure, the earliest first.</summary>
    /// <param name="figures">The area's own and its neighbours', in any order.</param>
    public static IReadOnlyList<PlaceInTime> Of(IEnumerable<NationalFigure> figures, string area) =>
    [
        .. from figure in figures
           where figure.Value is not null
           group figure by figure.Period.Label into period
           let first = period.First().Period
           orderby first.Last
           let others = period.Where(figure => figure.Area != area).Select(figure => figure.Value!.Value).ToArray()
           select new PlaceInTime(first, period.FirstOrDefault(figure => figure.Area == area)?.Value, new Ranking(others, null).Median),
    ];
}
