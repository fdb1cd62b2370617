using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.National;
using Outturn.Core.Neighbours;

namespace Outturn.App.Outcomes;

/// <summary>What came of a change to a council's own groups.</summary>
public abstract record GroupResult
{
    private GroupResult()
    {
    }

    /// <param name="Changes">None where it was so already.</param>
    public sealed record Kept(IReadOnlyList<OwnGroup> Groups, IReadOnlyList<FactChange> Changes) : GroupResult;

    /// <param name="Defects">Everything that is wrong; of a file each with its row.</param>
    public sealed record Refused(IReadOnlyList<Defect> Defects) : GroupResult;
}

/// <summary>Keeps the groups of similar councils that a council has chosen itself; what is said anew is another version.</summary>
public static class OwnGroups
{
    internal const string Action = "keep neighbour group";
    internal const string RemoveAction = "remove neighbour group";
    internal const string ImportAction = "import neighbour groups";

    /// <param name="areas">The areas that there are, where national data are at hand: a code of none is refused.</param>
    /// <param name="why">For the audit trail; else the group's own reason.</param>
    public static Task<GroupResult> KeepAsync(Store store, OwnGroup said, IReadOnlyDictionary<string, Area>? areas, string who, string? why, CancellationToken cancel) =>
        store.WriteAsync<GroupResult>(new Act(who, Action, said.Name, why ?? said.Reason), async writing =>
        {
            if (await OwnCodeAsync(writing, cancel) is not { } own)
            {
                return Refuse(writing, [Defect.Error(said.Name, CouncilSource.NoCouncil)]);
            }

            string[] refusals = [.. said.Refusals(own), .. said.Members.Distinct().Select(code => Refusal(code, areas)).OfType<string>()];
            return refusals.Length > 0
                ? Refuse(writing, [.. refusals.Select(refusal => Defect.Error(said.Name, refusal))])
                : await SettleAsync(writing, [said], cancel);
        }, cancel);

    /// <summary>Takes a group away; what it was stays in the trail.</summary>
    public static Task<GroupResult> RemoveAsync(Store store, string name, string who, string? why, CancellationToken cancel) =>
        store.WriteAsync<GroupResult>(new Act(who, RemoveAction, name.Trim(), why), async writing =>
        {
            var known = (await writing.Db.KnownAsync<NeighbourGroupFact>(long.MaxValue, cancel)).Find(fact => fact.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
            if (known is null)
            {
                return Refuse(writing, [Defect.Error(name, $"There is no group \"{name.Trim()}\".")]);
            }

            writing.Add(known.WithdrawnVersion());
            return new GroupResult.Kept([], [new FactChange(FactChangeKind.Missing, "neighbour group", known.Name, [])]);
        }, cancel);

    /// <summary>Takes the groups of a file with the columns of neighbours.csv, all of them or none; groups that it does not name stay.</summary>
    public static Task<GroupResult> ImportAsync(Store store, string path, IReadOnlyDictionary<string, Area>? areas, string who, string? why, CancellationToken cancel) =>
        store.WriteAsync<GroupResult>(new Act(who, ImportAction, Path.GetFileName(path), why), async writing =>
        {
            if (await OwnCodeAsync(writing, cancel) is not { } own)
            {
                return Refuse(writing, [Defect.Error(path, CouncilSource.NoCouncil)]);
            }

            List<Defect> defects = [];
            var table = CouncilTable.Open(path, NeighboursFile.Shape, defects);
            var groups = table is null ? [] : NeighboursFile.Read(table, own, new SourceRows());
            foreach (var row in table?.Rows ?? [])
            {
                if (AreaCodes.IsCode(row.Text("member")) && Refusal(row.Text("member"), areas) is { } refusal)
                {
                    row.Error("member", refusal);
                }
            }

            if (table is not null && groups.Count == 0 && defects.Count == 0)
            {
                defects.Add(Defect.Error(path, "The file has no rows: write one for each council of a group."));
            }

            return defects.Exists(defect => defect.Severity == Severity.Error) ? Refuse(writing, defects) : await SettleAsync(writing, groups, cancel);
        }, cancel);

    /// <summary>Why a code is not that of a council to be compared with; null where it is, or where no areas are known.</summary>
    public static string? Refusal(string code, IReadOnlyDictionary<string, Area>? areas) =>
        areas is null || !AreaCodes.IsCode(code) ? null
        : !areas.TryGetValue(code, out var area) ? $"There is no area {code} in the national data."
        : area.Superseded is { } old ? $"{code} ({area.Name}) is no longer in use: name {string.Join(" or ", old.Successors.Select(next => areas.TryGetValue(next, out var now) ? $"{next} ({now.Name})" : next))}."
        : area.Tiers == Tiers.None ? $"{code} ({area.Name}) is no council."
        : null;

    private static async Task<string?> OwnCodeAsync(Writing writing, CancellationToken cancel) => (await writing.Db.KnownAsync<CouncilFact>(long.MaxValue, cancel)).SingleOrDefault()?.Code;

    /// <summary>A name in other capitals means the group that is there, and keeps its spelling.</summary>
    private static async Task<GroupResult> SettleAsync(Writing writing, IReadOnlyList<OwnGroup> groups, CancellationToken cancel)
    {
        var known = await writing.Db.KnownAsync<NeighbourGroupFact>(long.MaxValue, cancel);
        List<OwnGroup> named = [.. groups.Select(group => group with { Name = known.Find(fact => group.IsCalled(fact.Name))?.Name ?? group.Name })];
        var comparing = new RegisterComparison(writing, await StoredWords.OfAsync(writing.Db, [], cancel), new ImportOptions());
        await comparing.SettleAsync(named.Select(RegisterFacts.GroupOf), cancel, _ => true);
        return new GroupResult.Kept(named, comparing.Changes);
    }

    private static GroupResult.Refused Refuse(Writing writing, IReadOnlyList<Defect> defects)
    {
        writing.Abandon();
        return new GroupResult.Refused(defects);
    }
}
