namespace Outturn.Core.Neighbours;

/// <summary>Who drew a set up.</summary>
public enum NeighbourSetKind
{
    Published,

    /// <summary>By a method that is printed with it.</summary>
    Computed,

    /// <summary>A council's own choice.</summary>
    Own,
}

/// <summary>The councils that one council is compared with, the most similar first.</summary>
/// <param name="Name">ONS global, DfE statistical neighbours.</param>
/// <param name="Area">Whose neighbours they are.</param>
/// <param name="Source">Who published it and where, or how it was computed.</param>
public sealed record NeighbourSet(string Name, DateOnly? Date, string Source, NeighbourSetKind Kind, string Area, IReadOnlyList<Neighbour> Members)
{
    /// <summary>"ONS global, 10 September 2025"; a set that is worked out when it is asked for goes by its name alone.</summary>
    public string Title => Kind != NeighbourSetKind.Computed && Date is { } date ? $"{Name}, {Papers.Words.Date(date)}" : Name;

    /// <summary>A council's own group, in the order in which it names it.</summary>
    public static NeighbourSet OfOwn(string name, DateOnly date, string source, string area, IEnumerable<string> members) =>
        new(name, date, source, NeighbourSetKind.Own, area, [.. members.Where(code => code != area).Distinct().Select((code, i) => new Neighbour(code, i + 1))]);
}

/// <param name="Rank">From 1, the most similar.</param>
/// <param name="Closeness">In the publisher's words: "Very close".</param>
public sealed record Neighbour(string Code, int Rank, string? Closeness = null, decimal? Distance = null);
