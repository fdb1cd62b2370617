using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Outturn.App.Stores.Facts;

namespace Outturn.App.Stores;

/// <summary>What SQLite and PostgreSQL do differently. Everything else is said once, for both.</summary>
internal abstract class Engine
{
    /// <summary>sqlite or postgres: the folder of its numbered scripts.</summary>
    public abstract string Name { get; }

    /// <summary>What cannot be served here, such as a file on a network drive; null where nothing speaks against it.</summary>
    public abstract string? Refusal();

    /// <summary>Whether there is anything where the store would be.</summary>
    public abstract Task<bool> ExistsAsync(CancellationToken cancel);

    /// <summary>Makes the empty place of a new store, where there is none: nothing but this makes one.</summary>
    public virtual void MakePlace()
    {
    }

    /// <summary>A connection with every setting that keeps what was acknowledged.</summary>
    public abstract Task<DbConnection> OpenAsync(CancellationToken cancel);

    public abstract void Use(DbContextOptionsBuilder options, DbConnection connection);

    /// <summary>Begins the one transaction that may write; waits, without an error, for another process's to end.</summary>
    public abstract Task BeginWriteAsync(DbConnection connection, CancellationToken cancel);

    /// <summary>Begins a transaction that sees one state of the store, whatever is written meanwhile.</summary>
    public abstract Task BeginReadAsync(DbConnection connection, CancellationToken cancel);

    /// <summary>What the time is (UTC) on the machine that the store is on; null where that is this one.</summary>
    public virtual Task<DateTime?> ClockAsync(CancellationToken cancel) => Task.FromResult<DateTime?>(null);

    /// <summary>Adds observations by the fastest way the engine has, within the transaction that is open.</summary>
    public abstract Task AddAsync(DbConnection connection, IEnumerable<ObservationFact> observations, CancellationToken cancel);

    /// <summary>Leaves no trace on the disk, as far as the engine can, of what was taken out.</summary>
    public virtual Task ClearTracesAsync(DbConnection connection, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>What doctor should say of the engine and its settings.</summary>
    public abstract Task<IReadOnlyList<Backups.DoctorLine>> LookAsync(DbConnection connection, CancellationToken cancel);

    /// <summary>Copies every table of the store to a file, whatever its schema, while the writer's transaction is open.</summary>
    public abstract Task CopyAsync(DbConnection connection, string path, CancellationToken cancel);

    /// <summary>Whether a table of this name is there.</summary>
    public abstract Task<bool> HasTableAsync(DbConnection connection, string table, CancellationToken cancel);

    public static Engine Of(StoreAddress address) => address switch
    {
        StoreAddress.SqliteFile file => new SqliteEngine(file),
        StoreAddress.PostgresSchema schema => new PostgresEngine(schema),
        _ => throw new ArgumentOutOfRangeException(nameof(address)),
    };
}

internal static class Commands
{
    public static async Task<string?> AskAsync(this DbConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (await command.ExecuteScalarAsync(cancel))?.ToString();
    }

    public static async Task RunAsync(this DbConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }
}
