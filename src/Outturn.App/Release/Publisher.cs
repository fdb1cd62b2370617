using Microsoft.EntityFrameworkCore;
using Outturn.App.Stores;

namespace Outturn.App.Release;

/// <summary>Copies what was issued to the public store, edition by edition, until all of it is there.</summary>
/// <remarks>Two stores have no common transaction: what was issued and not copied when a process ended is copied by the next one that looks.</remarks>
public static class Publisher
{
    /// <returns>How many editions were copied; or why none can be.</returns>
    public static async Task<(int Copied, string? Refusal)> RunAsync(Store store, string path, CancellationToken cancel)
    {
        var (source, isRehearsal) = await store.ReadAsync(
            async db => (await db.Identity.Select(identity => identity.Id).SingleAsync(cancel), await db.Set<Stores.Facts.RehearsalMark>().AnyAsync(cancel)), cancel);
        if (isRehearsal)
        {
            return (0, "This store is a clone for rehearsal: nothing is made public from it.");
        }

        var (opened, refusal) = await PublicStore.OpenAsync(path, source, store.Now(), cancel);
        if (opened is null)
        {
            return (0, refusal);
        }

        await using (opened)
        {
            var there = await opened.EditionsAsync(cancel);
            var copied = 0;
            var all = await StoredReports.IssuedAsync(store, cancel);
            var known = all.ToDictionary(edition => edition.Number, edition => (edition.Head.Paper, edition.Head.Number, edition.Digest));
            if (there.Where(edition => !known.TryGetValue(edition.Key, out var own) || own != edition.Value).Select(edition => edition.Value).FirstOrDefault() is { Paper: { } strange } other)
            {
                return (0, $"{path} holds edition {other.Edition} of {strange}, which this store has not issued: it is a copy of the store that publishes there, or an older one. Name another file for it, or publish from the other store.");
            }

            foreach (var edition in all.Where(edition => !there.ContainsKey(edition.Number)))
            {
                // Of a report that was withdrawn meanwhile the row goes there, and none of its files.
                var isGone = all.Any(later => later.Number > edition.Number && later.Head.Paper == edition.Head.Paper && later.Head.Kind == Core.Release.EditionKind.Withdrawal);
                var content = new Dictionary<string, byte[]>();
                foreach (var file in isGone ? [] : edition.PublicFiles)
                {
                    content[file.Digest] = await StoredReports.BytesAsync(store, file.Digest, cancel)
                        ?? throw new InvalidDataException($"{file.Name} was issued and is missing in the store: restore a backup.");
                }

                await opened.PutAsync(edition with { Files = [.. edition.PublicFiles] }, content, cancel);
                copied++;
            }

            return (copied, null);
        }
    }
}
