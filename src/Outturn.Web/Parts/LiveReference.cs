using Outturn.App.Outcomes;
using Outturn.App.Reference;
using Outturn.Core.National;
using Outturn.Core.Neighbours;
using Outturn.Core.Outcomes;

namespace Outturn.Web.Parts;

/// <summary>What of the national data the pages show: a framework's edition, and where an area stands among its neighbours.</summary>
/// <param name="Set">The neighbours it is set beside; null where the area has none there.</param>
/// <param name="NoSet">Why there is none; empty where there is one.</param>
/// <param name="Sets">The names of all published sets there are.</param>
/// <param name="Frameworks">The latest edition of each framework there is.</param>
/// <param name="Positions">By the metric's id; empty where the council's code is no area's.</param>
public sealed record ReferenceNow(
    FrameworkEdition Framework, IReadOnlyDictionary<string, Area> Areas, string Area, NeighbourSet? Set, string NoSet, IReadOnlyList<string> Sets, IReadOnlyDictionary<string, Position> Positions,
    IReadOnlyList<FrameworkEdition> Frameworks)
{
    /// <summary>For papers.</summary>
    public PublishedHere Published => Areas.TryGetValue(Area, out var ours) ? new PublishedHere(ours.Name, Set, Positions) : PublishedHere.Nothing;

    /// <summary>The sets to choose from, by name and in words: the published ones, the council's own groups, and the computed one.</summary>
    public IEnumerable<(string Value, string Text)> Choices(IReadOnlyList<OwnGroup> own) =>
    [
        .. Sets.Where(name => !own.Any(group => group.IsCalled(name))).Select(name => (name, name)),
        .. own.Select(group => (group.Name, $"{group.Name} (our own group)")),
        (KnownSets.Computed, "Computed from published figures"),
    ];
}

/// <summary>Keeps what pages ask of the national data at hand until its file changes.</summary>
/// <param name="path">Its path; null where none are served.</param>
public sealed class LiveReference(string? path) : IDisposable
{
    /// <summary>What is asked for is kept at hand for so many sets and days; addresses can ask for any number.</summary>
    private const int MostKnown = 64;

    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly Dictionary<(string Area, string? Set, OwnGroup? Own, DateOnly Day, string Edition), ReferenceNow> known = [];
    private readonly Dictionary<string, (NeighbourModel? Model, string Refusal)> models = [];
    private IReadOnlyList<FrameworkEdition> editions = [];
    private DateTime written;

    /// <summary>Null where no national data are served, or they hold no framework.</summary>
    /// <param name="set">The neighbours asked for; null for the first set that has the area.</param>
    /// <param name="own">The council's own groups.</param>
    /// <param name="choose">Which edition is meant, of all there are, those of a framework together and the latest first; null for none of them.</param>
    public async Task<ReferenceNow?> ReadAsync(string area, string? set, IReadOnlyList<OwnGroup> own, DateOnly day, Func<IReadOnlyList<FrameworkEdition>, FrameworkEdition?> choose, CancellationToken cancel)
    {
        if (path is not { } file || !File.Exists(file))
        {
            return null;
        }

        await reading.WaitAsync(cancel);
        try
        {
            await RefreshAsync(file, cancel);
            if (choose(editions) is not { } framework)
            {
                return null;
            }

            var group = set is null ? null : own.FirstOrDefault(group => group.IsCalled(set));
            var asked = (area, set, group, day, framework.Title);
            if (!known.TryGetValue(asked, out var there) && await AskAsync(store => MakeAsync(store, framework, area, set, group, day, cancel), null, cancel) is { } made)
            {
                known[asked] = there = made;
            }

            return there;
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>Every edition of a framework there is, those of one together and the latest first; none where no national data are served.</summary>
    public async Task<IReadOnlyList<FrameworkEdition>> EditionsAsync(CancellationToken cancel)
    {
        if (path is not { } file || !File.Exists(file))
        {
            return [];
        }

        await reading.WaitAsync(cancel);
        try
        {
            await RefreshAsync(file, cancel);
            return editions;
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose() => reading.Dispose();

    /// <summary>The usual model among the councils of an area's tier; null, with the reason, where it cannot be made.</summary>
    public async Task<(NeighbourModel? Model, string Refusal)> ModelAsync(string area, CancellationToken cancel)
    {
        await reading.WaitAsync(cancel);
        try
        {
            await RefreshAsync(path!, cancel);
            return models.TryGetValue(area, out var there) ? there : models[area] = await AskAsync(store => KnownSets.ModelAsync(store, area, cancel), (null, "The national data cannot be read."), cancel);
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>Asks the national data something that is not kept at hand.</summary>
    /// <param name="otherwise">The answer where none are served, or they cannot be opened.</param>
    public async Task<T> AskAsync<T>(Func<ReferenceStore, Task<T>> ask, T otherwise, CancellationToken cancel)
    {
        var (store, _) = path is { } file ? await ReferenceStore.OpenAsync(file, cancel) : (null, "");
        if (store is null)
        {
            return otherwise;
        }

        await using (store)
        {
            return await ask(store);
        }
    }

    /// <summary>Lets go of what was read before the file changed, and of everything where it is too much.</summary>
    private async Task RefreshAsync(string file, CancellationToken cancel)
    {
        var changed = File.GetLastWriteTimeUtc(file);
        if (changed != written)
        {
            var read = await AskAsync<IReadOnlyList<FrameworkEdition>?>(async store => await Frameworks.AllAsync(store, cancel), null, cancel);
            (editions, written) = read is null ? ([], default) : (read, changed);
            known.Clear();
            models.Clear();
        }
        else if (known.Count >= MostKnown)
        {
            known.Clear();
        }
    }

    private async Task<ReferenceNow?> MakeAsync(ReferenceStore store, FrameworkEdition framework, string area, string? asked, OwnGroup? group, DateOnly day, CancellationToken cancel)
    {
        string[] sets = [.. (await store.NeighbourSetsAsync(cancel)).Select(set => set.Name).Distinct()];
        var (set, refusal) = await KnownSets.FindAsync(store, group is null ? [] : [group], asked, null, area, day, cancel);
        return new ReferenceNow(framework, await store.AreasAsync(cancel), area, set, refusal, sets, await Positions.OfAsync(store, framework, area, set, day, cancel), FrameworkEdition.Latest(editions));
    }
}
