using Outturn.App.Outcomes;
using Outturn.App.Reference;
using Outturn.Core.National;
using Outturn.Core.Neighbours;

namespace Outturn.Web.Parts;

/// <summary>What of the national data the pages show: a framework's edition, and where an area stands among its neighbours.</summary>
/// <param name="Set">The neighbours it is set beside; null where the area has none there.</param>
/// <param name="NoSet">Why there is none; empty where there is one.</param>
/// <param name="Sets">The names of all published sets there are.</param>
/// <param name="Positions">By the metric's id; empty where the council's code is no area's.</param>
public sealed record ReferenceNow(
    FrameworkEdition Framework, IReadOnlyDictionary<string, Area> Areas, string Area, NeighbourSet? Set, string NoSet, IReadOnlyList<string> Sets, IReadOnlyDictionary<string, Position> Positions);

/// <summary>Keeps what pages ask of the national data at hand until its file changes.</summary>
public sealed class LiveReference(ServeOptions options) : IDisposable
{
    /// <summary>What is asked for is kept at hand for so many sets and days; addresses can ask for any number.</summary>
    private const int MostKnown = 64;

    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly Dictionary<(string Area, string? Set, OwnGroup? Own, DateOnly Day), ReferenceNow> known = [];
    private readonly Dictionary<string, (NeighbourModel? Model, string Refusal)> models = [];
    private DateTime written;

    /// <summary>Null where no national data are served, or they hold no framework.</summary>
    /// <param name="set">The neighbours asked for; null for the first set that has the area.</param>
    /// <param name="own">The council's own groups.</param>
    public async Task<ReferenceNow?> ReadAsync(string area, string? set, IReadOnlyList<OwnGroup> own, DateOnly day, CancellationToken cancel)
    {
        if (options.Reference is not { } file || !System.IO.File.Exists(file))
        {
            return null;
        }

        await reading.WaitAsync(cancel);
        try
        {
            Refresh(file);
            var group = set is null ? null : own.FirstOrDefault(group => group.IsCalled(set));
            return known.TryGetValue((area, set, group, day), out var there) ? there : await MakeAsync(file, area, set, group, day, cancel);
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose() => reading.Dispose();

    /// <summary>Every period of a series, for the area and its neighbours.</summary>
    public Task<IReadOnlyList<NationalFigure>> FiguresAsync(NationalSeries series, IReadOnlyCollection<string> areas, CancellationToken cancel) =>
        AskAsync(store => store.FiguresAsync(series, areas, cancel), [], cancel);

    /// <summary>Asks the national data something that is not kept at hand.</summary>
    /// <param name="otherwise">The answer where they cannot be opened.</param>
    public async Task<T> AskAsync<T>(Func<ReferenceStore, Task<T>> ask, T otherwise, CancellationToken cancel)
    {
        var (store, _) = await ReferenceStore.OpenAsync(options.Reference!, cancel);
        if (store is null)
        {
            return otherwise;
        }

        await using (store)
        {
            return await ask(store);
        }
    }

    /// <summary>The usual model among the councils of an area's tier; null, with the reason, where it cannot be made.</summary>
    public async Task<(NeighbourModel? Model, string Refusal)> ModelAsync(string area, CancellationToken cancel)
    {
        await reading.WaitAsync(cancel);
        try
        {
            Refresh(options.Reference!);
            return models.TryGetValue(area, out var there) ? there : models[area] = await AskAsync(store => KnownSets.ModelAsync(store, area, cancel), (null, "The national data cannot be read."), cancel);
        }
        finally
        {
            reading.Release();
        }
    }

    private void Refresh(string file)
    {
        var changed = System.IO.File.GetLastWriteTimeUtc(file);
        if (changed != written || known.Count >= MostKnown)
        {
            known.Clear();
            models.Clear();
            written = changed;
        }
    }

    private async Task<ReferenceNow?> MakeAsync(string file, string area, string? asked, OwnGroup? group, DateOnly day, CancellationToken cancel)
    {
        var (store, _) = await ReferenceStore.OpenAsync(file, cancel);
        if (store is null)
        {
            return null;
        }

        await using (store)
        {
            if (await store.EditionsAsync(cancel) is not [var latest, ..] || await store.EditionAsync(latest.Framework, latest.Edition, cancel) is not { } framework)
            {
                return null;
            }

            string[] sets = [.. (await store.NeighbourSetsAsync(cancel)).Select(set => set.Name).Distinct()];
            var (set, refusal) = await KnownSets.FindAsync(store, group is null ? [] : [group], asked, null, area, day, cancel);
            var made = new ReferenceNow(framework, await store.AreasAsync(cancel), area, set, refusal, sets, await Positions.OfAsync(store, framework, area, set, day, cancel));
            known[(area, asked, group, day)] = made;
            return made;
        }
    }
}
