using Microsoft.Data.Sqlite;
using Outturn.App.Stores;

namespace Outturn.App.Reference;

/// <summary>Makes and upgrades the reference store: one SQLite file with numbered scripts of its own, whatever engine a council's store has.</summary>
internal static class ReferenceSchema
{
    private const string Scripts = "ReferenceScripts/";

    /// <summary>A connection that writes, to a file that is made where it is not there; or the reason why not.</summary>
    public static async Task<(SqliteConnection? Connection, string Refusal)> OpenToWriteAsync(string path, TimeProvider clock, CancellationToken cancel)
    {
        var engine = new SqliteEngine(new StoreAddress.SqliteFile(Path.GetFullPath(path)));
        if (engine.Refusal() is { } networked)
        {
            return (null, networked);
        }

        if (File.Exists(path) && new FileInfo(path).Length > 0 && !SqliteEngine.IsStore(path))
        {
            return (null, $"{path} is not a store: name a new file, or one that outturn reference import made.");
        }

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWriteCreate, ForeignKeys = true, Pooling = false, DefaultTimeout = 30 }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancel);
            await connection.RunAsync("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY", cancel);
            if (await engine.HasTableAsync(connection, "audit_entry", cancel))
            {
                await connection.DisposeAsync();
                return (null, $"{path} is a council's store: national data has a file of its own.");
            }

            var state = await SchemaScripts.StateAsync(engine, connection, SchemaScripts.In(Scripts), cancel);
            if (state.Refusal is null && state.Pending.Count > 0)
            {
                await connection.RunAsync("BEGIN IMMEDIATE", cancel);
                await SchemaScripts.ApplyAsync(engine, connection, state.Pending, clock.GetUtcNow().UtcDateTime, cancel);
                await connection.RunAsync("COMMIT", cancel);
            }

            if (state.Refusal is not null)
            {
                await connection.DisposeAsync();
            }

            return (state.Refusal is null ? connection : null, state.Refusal ?? "");
        }
        catch (Exception e) when (e is SqliteException or IOException)
        {
            await connection.DisposeAsync();
            return (null, $"{path} cannot be written: {e.Message}");
        }
    }

    /// <summary>A connection that only reads; or the reason why not.</summary>
    public static async Task<(SqliteConnection? Connection, string Refusal)> OpenToReadAsync(string path, CancellationToken cancel)
    {
        if (!SqliteEngine.IsStore(path))
        {
            return (null, $"There is no reference store {path}: outturn reference import FOLDER --reference {path} makes one.");
        }

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = true, DefaultTimeout = 30 }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancel);
            await connection.RunAsync("PRAGMA cache_size=-32768; PRAGMA temp_store=MEMORY", cancel);
            var engine = new SqliteEngine(new StoreAddress.SqliteFile(Path.GetFullPath(path)));
            var refusal = !await engine.HasTableAsync(connection, "source_file", cancel) ? $"{path} is not a reference store: outturn reference import makes one."
                : await SchemaScripts.StateAsync(engine, connection, SchemaScripts.In(Scripts), cancel) switch
                {
                    { Refusal: { } not } => not,
                    { Pending.Count: > 0 } => $"{path} was made by an earlier Outturn: outturn reference import brings it up to date.",
                    _ => "",
                };
            if (refusal.Length > 0)
            {
                await connection.DisposeAsync();
                return (null, refusal);
            }

            return (connection, "");
        }
        catch (SqliteException e)
        {
            await connection.DisposeAsync();
            return (null, $"{path} cannot be read: {e.Message}");
        }
    }
}
