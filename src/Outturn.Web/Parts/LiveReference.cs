using Outturn.App.Outcomes;
using Outturn.App.Reference;
using Outturn.Core.National;
using Outturn.Core.Neighbours;
using Outturn.Core.Outcomes;

namespace Outturn.Web.Parts;

/// <summary>What of the national data the pages show: a framework's edition, and where an area stands among its neighbours.</summary>
/// <param name="Set">The neighbours it is set beside; null where the area has none there.</param>
/// <param name="Sets">The names of all sets there are.</param>
/// <param name="Frameworks">The latest edition of each framework there is.</param>
/// <param name="Positions">By the metric's id; empty where the council's code is no area's.</param>
public sealed record ReferenceNow(
    FrameworkEdition Framework, IReadOnlyDictionary<string, Area> Areas, string Area, NeighbourSet? Set, IReadOnlyList<string> Sets, IReadOnlyDictionary<string, Position> Positions,
    IReadOnlyList<FrameworkEdition> Frameworks)
{
    /// <summary>For papers.</summary>
    public PublishedHere Published => Areas.TryGetValue(Area, out var ours) ? App.Outcomes.Positions.InWords(ours, Set, Positions) : PublishedHere.Nothing;
}

/// <summary>Keeps what pages ask of the national data at hand until its file changes.</summary>
public sealed class LiveReference(ServeOptions options) : IDisposable
{
    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly Dictionary<(string Area, string? Set, DateOnly Day, string Framework), ReferenceNow> known = [];
    private IReadOnlyList<FrameworkEdition> latest = [];
    private DateTime written;

    /// <summary>Null where no national data are served, or they hold no framework.</summary>
    /// <param name="set">The neighbours asked for; null for the first set that has the area.</param>
    /// <param name="choose">Which framework is meant, of those there are; null for none of them.</param>
    public async Task<ReferenceNow?> ReadAsync(string area, string? set, DateOnly day, Func<IReadOnlyList<FrameworkEdition>, FrameworkEdition?> choose, CancellationToken cancel)
    {
        if (options.Reference is not { } file || !System.IO.File.Exists(file))
        {
            return null;
        }

        await reading.WaitAsync(cancel);
        try
        {
            var changed = System.IO.File.GetLastWriteTimeUtc(file);
            if (changed != written)
            {
                known.Clear();
                latest = await AskAsync(store => Frameworks.LatestAsync(store, cancel), cancel) ?? [];
                written = changed;
            }

            return choose(latest) is not { } framework ? null
                : known.TryGetValue((area, set, day, framework.Framework), out var there) ? there
                : await AskAsync(store => MakeAsync(store, framework, area, set, day, cancel), cancel);
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose() => reading.Dispose();

    /// <summary>Every period of a series, for the area and its neighbours.</summary>
    public async Task<IReadOnlyList<NationalFigure>> FiguresAsync(NationalSeries series, IReadOnlyCollection<string> areas, CancellationToken cancel) =>
        await AskAsync(store => store.FiguresAsync(series, areas, cancel), cancel) ?? [];

    /// <summary>What is asked of the national data; null where none are served.</summary>
    public async Task<T?> AskAsync<T>(Func<ReferenceStore, Task<T>> ask, CancellationToken cancel)
        where T : class
    {
        var (store, _) = options.Reference is { } file ? await ReferenceStore.OpenAsync(file, cancel) : (null, "");
        if (store is null)
        {
            return null;
        }

        await using (store)
        {
            return await ask(store);
        }
    }

    private async Task<ReferenceNow> MakeAsync(ReferenceStore store, FrameworkEdition framework, string area, string? asked, DateOnly day, CancellationToken cancel)
    {
        string[] sets = [.. (await store.NeighbourSetsAsync(cancel)).Select(set => set.Name).Distinct()];
        NeighbourSet? set = null;
        foreach (var name in sets.Where(name => asked is null || name == asked))
        {
            if ((set = await store.NeighboursAsync(name, null, area, cancel)) is not null)
            {
                break;
            }
        }

        var made = new ReferenceNow(framework, await store.AreasAsync(cancel), area, set, sets, await Positions.OfAsync(store, framework, area, set, day, cancel), latest);
        known[(area, asked, day, framework.Framework)] = made;
        return made;
    }
}
