using Outturn.App.Outcomes;
using Outturn.App.Reference;
using Outturn.Core.National;
using Outturn.Core.Neighbours;

namespace Outturn.Web.Parts;

/// <summary>What of the national data the pages show: a framework's edition, and where an area stands among its neighbours.</summary>
/// <param name="Set">The neighbours it is set beside; null where the area has none there.</param>
/// <param name="Sets">The names of all sets there are.</param>
/// <param name="Positions">By the metric's id; empty where the council's code is no area's.</param>
public sealed record ReferenceNow(
    FrameworkEdition Framework, IReadOnlyDictionary<string, Area> Areas, string Area, NeighbourSet? Set, IReadOnlyList<string> Sets, IReadOnlyDictionary<string, Position> Positions);

/// <summary>Keeps what pages ask of the national data at hand until its file changes.</summary>
public sealed class LiveReference(ServeOptions options) : IDisposable
{
    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly Dictionary<(string Area, string? Set, DateOnly Day), ReferenceNow> known = [];
    private DateTime written;

    /// <summary>Null where no national data are served, or they hold no framework.</summary>
    /// <param name="set">The neighbours asked for; null for the first set that has the area.</param>
    public async Task<ReferenceNow?> ReadAsync(string area, string? set, DateOnly day, CancellationToken cancel)
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
                written = changed;
            }

            return known.TryGetValue((area, set, day), out var there) ? there : await MakeAsync(file, area, set, day, cancel);
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose() => reading.Dispose();

    /// <summary>Every period of a series, for the area and its neighbours.</summary>
    public async Task<IReadOnlyList<NationalFigure>> FiguresAsync(NationalSeries series, IReadOnlyCollection<string> areas, CancellationToken cancel)
    {
        var (store, _) = await ReferenceStore.OpenAsync(options.Reference!, cancel);
        if (store is null)
        {
            return [];
        }

        await using (store)
        {
            return await store.FiguresAsync(series, areas, cancel);
        }
    }

    private async Task<ReferenceNow?> MakeAsync(string file, string area, string? asked, DateOnly day, CancellationToken cancel)
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
            NeighbourSet? set = null;
            foreach (var name in sets.Where(name => asked is null || name == asked))
            {
                if ((set = await store.NeighboursAsync(name, null, area, cancel)) is not null)
                {
                    break;
                }
            }

            var made = new ReferenceNow(framework, await store.AreasAsync(cancel), area, set, sets, await Positions.OfAsync(store, framework, area, set, day, cancel));
            known[(area, asked, day)] = made;
            return made;
        }
    }
}
