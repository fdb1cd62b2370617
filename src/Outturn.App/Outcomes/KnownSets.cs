using Outturn.App.Reference;
using Outturn.Core.Neighbours;

namespace Outturn.App.Outcomes;

/// <summary>A set of similar councils that can be asked for by its name.</summary>
/// <param name="Date">Null where it is worked out when it is asked for.</param>
/// <param name="Size">Of a published set for how many areas it has neighbours, of a council's own group how many councils it has.</param>
public sealed record KnownSet(string Name, NeighbourSetKind Kind, DateOnly? Date, string Source, int Size);

/// <summary>Every set that an area can be compared by: those of the council itself, the published ones, and the computed one.</summary>
public static class KnownSets
{
    /// <summary>The name of the set that the usual model makes.</summary>
    public const string Computed = "Computed";

    /// <summary>Published sets by name with the latest date first, the council's own groups, the computed one.</summary>
    public static async Task<IReadOnlyList<KnownSet>> ListAsync(ReferenceStore reference, IReadOnlyList<OwnGroup> own, CancellationToken cancel) =>
    [
        .. (await reference.NeighbourSetsAsync(cancel)).Select(set => new KnownSet(set.Name, NeighbourSetKind.Published, set.Date, set.Source, set.Areas)),
        .. own.Select(group => new KnownSet(group.Name, NeighbourSetKind.Own, group.Date, group.SetOf("").Source, group.Members.Count)),
        new KnownSet(Computed, NeighbourSetKind.Computed, null, "Worked out from published figures by a method that is printed with it.", 0),
    ];

    /// <summary>An area's neighbours in a set.</summary>
    /// <param name="name">In capitals or not; a council's own group goes before a published set of its name. Null for the first published set that has the area.</param>
    /// <param name="date">Of a published set, its date; null for the latest.</param>
    /// <returns>Null, with the reason, where there is no such set or it has no neighbours of the area.</returns>
    public static async Task<(NeighbourSet? Set, string Refusal)> FindAsync(ReferenceStore reference, IReadOnlyList<OwnGroup> own, string? name, DateOnly? date, string area, DateOnly today, CancellationToken cancel)
    {
        string[] published = [.. (await reference.NeighbourSetsAsync(cancel)).Select(set => set.Name).Distinct()];
        if (name is null)
        {
            foreach (var first in published)
            {
                if (await reference.NeighboursAsync(first, null, area, cancel) is { } found)
                {
                    return (found, "");
                }
            }

            return (null, $"No published set has neighbours of {area}.");
        }

        if (own.FirstOrDefault(group => group.IsCalled(name)) is { } group)
        {
            return (group.SetOf(area), "");
        }

        if (published.FirstOrDefault(set => set.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)) is { } set)
        {
            return await reference.NeighboursAsync(set, date, area, cancel) is { } found ? (found, "") : (null, $"{set}{(date is { } day ? $" of {Core.Papers.Words.Date(day)}" : "")} has no neighbours of {area}.");
        }

        if (name.Trim().Equals(Computed, StringComparison.OrdinalIgnoreCase))
        {
            var (model, refusal) = await ModelAsync(reference, area, cancel);
            return model is null ? (null, refusal)
                : model.SetOf(Computed, today, area) is { Members.Count: > 0 } made ? (made, "")
                : (null, $"{area} has no value for one of the variables, or is no council.");
        }

        return (null, $"There is no set \"{name}\". There {(published.Length + own.Count == 0 ? "is" : "are")}: {string.Join(", ", [.. published, .. own.Select(group => group.Name), Computed])}.");
    }

    /// <summary>The usual model among the councils of an area's tier.</summary>
    public static async Task<(NeighbourModel? Model, string Refusal)> ModelAsync(ReferenceStore reference, string area, CancellationToken cancel) =>
        (await reference.AreasAsync(cancel)).TryGetValue(area, out var ours) && ours.IsCouncil
            ? await reference.ModelAsync(UsualModel.Variables, UsualModel.TierOf(ours.Tiers), Scaling.MinMax, cancel)
            : (null, $"{area} is no council of today in the national data.");
}
