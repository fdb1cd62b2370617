using Outturn.App.Backups;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;

namespace Outturn.App.Release;

/// <summary>A clone of a store in which an issue can be rehearsed: it is marked, and nothing is ever made public from it.</summary>
public static class RehearsalStore
{
    /// <param name="folder">Where the clone lies; there is none of that name yet.</param>
    /// <returns>The clone, opened; or why there is none.</returns>
    public static async Task<(Store? Clone, string Refusal)> MakeAsync(Store store, string folder, IProgress<string>? progress, CancellationToken cancel)
    {
        var (archive, path) = (Path.Combine(folder, "rehearsal.zip"), Path.Combine(folder, "rehearsal.db"));
        try
        {
            if (await Backup.MakeAsync(store, archive, replace: true, progress, cancel, isKept: false) is BackupResult.Refused unmade)
            {
                return (null, unmade.Reason);
            }

            var address = new StoreAddress.SqliteFile(path);
            progress?.Report("Restoring the clone ...");
            if (await Restore.RunAsync(archive, address, acceptsBrokenTrail: true, store.Clock, null, cancel) is RestoreResult.Refused unrestored)
            {
                return (null, unrestored.Reason);
            }

            if (await Store.OpenAsync(address, store.Clock, cancel) is not StoreResult.Opened { Store: var clone })
            {
                return (null, "The clone cannot be opened.");
            }

            await clone.KeepAsync(db =>
            {
                db.Add(new RehearsalMark { At = clone.Now() });
                return Task.CompletedTask;
            }, cancel);
            return (clone, "");
        }
        finally
        {
            File.Delete(archive);
        }
    }
}
