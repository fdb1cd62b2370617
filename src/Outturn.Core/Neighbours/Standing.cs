using Outturn.Core.National;
using Outturn.Core.Targets;

namespace Outturn.Core.Neighbours;

/// <summary>A place with what is published for it in one period.</summary>
/// <param name="Value">Null where it is missing, suppressed or not applicable.</param>
public sealed record ComparedPlace(string Code, Tiers Tiers, decimal? Value, Interval? Interval = null);

/// <summary>How a value lies to another, where intervals say it.</summary>
public enum Comparison
{
    Higher,
    Lower,

    /// <summary>The intervals overlap.</summary>
    Similar,
}

/// <summary>Where an area stands among its neighbours in one period (RULES 10). It is a place and never a colour.</summary>
public sealed record Standing
{
    private Standing()
    {
    }

    public required string Area { get; init; }
    public required decimal? Value { get; init; }

    /// <summary>Competition rank, our own area included; null where it has no value.</summary>
    public required int? Rank { get; init; }

    /// <summary>How many have the same value, our own included: more than 1 is a joint place.</summary>
    public required int SharedBy { get; init; }

    /// <summary>How many have a value, our own included.</summary>
    public required int WithValue { get; init; }

    /// <summary>How many could have one: our own, and the neighbours that have the same duties.</summary>
    public required int Among { get; init; }

    /// <summary>Neighbours left out because they do not have the same duties.</summary>
    public required int OfAnotherTier { get; init; }

    /// <summary>Of all that have a value, our own included.</summary>
    public required decimal? Median { get; init; }

    /// <summary>1 is the quarter of places that comes first.</summary>
    public required int? Quartile { get; init; }

    /// <summary>Null where no end is agreed to be better.</summary>
    public required Polarity? Polarity { get; init; }

    public required PublishedPeriod Period { get; init; }
    public required FigureAge Age { get; init; }

    /// <summary>Against each neighbour with a value, by its code; empty where our own figure has no interval.</summary>
    public required IReadOnlyDictionary<string, Comparison> Comparisons { get; init; }

    /// <param name="neighbours">As the set orders them; our own area among them is taken once.</param>
    /// <param name="polarity">What is best near a level has no better end among places, and is ordered as if none were agreed.</param>
    public static Standing Of(ComparedPlace ours, IEnumerable<ComparedPlace> neighbours, Polarity? polarity, PublishedPeriod period, FigureAge age)
    {
        var others = neighbours.Where(place => place.Code != ours.Code).DistinctBy(place => place.Code).ToList();
        var comparable = others.Where(place => (place.Tiers & ours.Tiers) != Tiers.None).ToList();
        decimal[] values = [.. comparable.Append(ours).Where(place => place.Value is not null).Select(place => place.Value!.Value)];
        var better = polarity == Targets.Polarity.ClosestIsBetter ? null : polarity;
        var ranking = new Ranking(values, better);
        return new Standing
        {
            Area = ours.Code,
            Value = ours.Value,
            Rank = ours.Value is { } value ? ranking.RankOf(value) : null,
            SharedBy = ours.Value is { } shared ? ranking.Sharing(shared) : 0,
            WithValue = ranking.Count,
            Among = comparable.Count + 1,
            OfAnotherTier = others.Count - comparable.Count,
            Median = ranking.Median,
            Quartile = ours.Value is { } placed ? ranking.QuartileOf(placed) : null,
            Polarity = better,
            Period = period,
            Age = age,
            Comparisons = Compare(ours, comparable),
        };
    }

    /// <summary>Higher or lower only where ours does not reach the other's interval, or its value where it has none.</summary>
    public static Comparison Compare(Interval ours, Interval theirs) =>
        ours.Overlaps(theirs) ? Comparison.Similar : ours.Lower > theirs.Upper ? Comparison.Higher : Comparison.Lower;

    private static Dictionary<string, Comparison> Compare(ComparedPlace ours, List<ComparedPlace> others) =>
        ours is { Value: not null, Interval: { } interval }
            ? others.Where(place => place.Value is not null).ToDictionary(place => place.Code, place => Compare(interval, place.Interval ?? new Interval(place.Value!.Value, place.Value.Value)))
            : [];
}
