using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Outturn.App.Stores;

namespace Outturn.App.Backups;

/// <summary>What came of making a backup.</summary>
public abstract record BackupResult
{
    private BackupResult()
    {
    }

    /// <summary>It is there, and restoring it into a scratch store gave every table again.</summary>
    public sealed record Made(BackupManifest Manifest, long Bytes) : BackupResult;

    public sealed record Refused(string Reason) : BackupResult;
}

/// <summary>One archive of a whole store: every version of every fact, the audit trail, evidence, template and keys.</summary>
/// <remarks>Made while others write: it holds one state of the store. It can be restored to either engine.</remarks>
public static class Backup
{
    private const string Unverified = ".unverified";

    /// <summary>Where the keys of an SQLite store would be, beside it.</summary>
    internal static string? KeysFolder(StoreAddress address) => address is StoreAddress.SqliteFile { Path: var path } ? path + ".keys" : null;

    public static async Task<BackupResult> MakeAsync(Store store, string path, bool replace, IProgress<string>? progress, CancellationToken cancel, bool isKept = true)
    {
        if (File.Exists(path) && !replace)
        {
            return new BackupResult.Refused($"{path} is there already: name another file, or add --replace.");
        }

        var unverified = Path.GetFullPath(path) + Unverified;
        try
        {
            BackupManifest? manifest = null;
            await using (var file = new FileStream(unverified, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
            {
                manifest = await store.ReadAsync(db => WriteAsync(store, db, file, progress, cancel), cancel);
                await file.FlushAsync(cancel);
                file.Flush(flushToDisk: true);
            }

            progress?.Report("Verifying: restoring into a scratch store ...");
            if (await ProblemAsync(unverified, store.Clock, cancel) is { } problem)
            {
                return new BackupResult.Refused($"The backup was made and could not be restored, so it was not kept: {problem}");
            }

            File.Move(unverified, path, overwrite: true);
            if (isKept)
            {
                await store.NoteBackupAsync(manifest.HeadNumber, Path.GetFileName(path), cancel);
            }

            return new BackupResult.Made(manifest, new FileInfo(path).Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new BackupResult.Refused($"The backup cannot be written to {path}: {e.Message}");
        }
        finally
        {
            File.Delete(unverified);
        }
    }

    private static async Task<BackupManifest> WriteAsync(Store store, CouncilDb db, Stream file, IProgress<string>? progress, CancellationToken cancel)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        List<BackupTable> tables = [];
        foreach (var table in TableDump.Tables(db))
        {
            progress?.Report($"Backing up {table.Name.Replace('_', ' ')} ...");
            await using var entry = zip.CreateEntry($"tables/{table.Name}.jsonl", CompressionLevel.Fastest).Open();
            tables.Add(await TableDump.WriteAsync(db.Database.GetDbConnection(), table, entry, cancel));
        }

        List<string> keys = [];
        if (KeysFolder(store.Address) is { } folder && Directory.Exists(folder))
        {
            foreach (var key in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
            {
                zip.CreateEntryFromFile(key, $"keys/{Path.GetFileName(key)}");
                keys.Add(Path.GetFileName(key));
            }
        }

        var (head, identity) = (await db.Head.SingleAsync(cancel), await db.Identity.SingleAsync(cancel));
        var manifest = new BackupManifest(
            BackupManifest.CurrentFormat, typeof(Backup).Assembly.GetName().Version!.ToString(3), store.Engine.Name, identity.Id, store.Now(), head.Number, head.Hash,
            [.. SchemaScripts.For(store.Engine).Select(script => new BackupScript(script.Number, script.Name))], tables, keys);
        await using var last = zip.CreateEntry(BackupManifest.FileName).Open();
        await JsonSerializer.SerializeAsync(last, manifest, BackupManifest.Layout, cancel);
        return manifest;
    }

    /// <summary>Why the archive cannot be restored, or null: it is tried in a store of its own.</summary>
    private static async Task<string?> ProblemAsync(string path, TimeProvider clock, CancellationToken cancel)
    {
        var scratch = Directory.CreateTempSubdirectory("outturn-verify-");
        try
        {
            var address = new StoreAddress.SqliteFile(Path.Combine(scratch.FullName, "scratch.db"));
            var result = await Restore.RunAsync(path, address, acceptsBrokenTrail: true, clock, null, cancel);
            return (result as RestoreResult.Refused)?.Reason;
        }
        finally
        {
            SqliteEngine.Release(Path.Combine(scratch.FullName, "scratch.db"));
            scratch.Delete(recursive: true);
        }
    }
}
