using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Outturn.App.Stores;

/// <summary>Who changes what, and why: what an audit entry says of a change.</summary>
/// <param name="Action">One word: import, submit, approve.</param>
/// <param name="Subject">What it is done to: a file, a ref and a period.</param>
/// <param name="SourceDigest">SHA-256 of the file that it comes from.</param>
public sealed record Act(string Who, string Action, string Subject, string? Why = null, string? SourceDigest = null);

/// <summary>A council's store: reads see one state of it, and writes are whole, in the audit chain, and safe before they are acknowledged.</summary>
public sealed class Store
{
    private readonly Engine engine;
    private readonly TimeProvider clock;
    private readonly IInterceptor[] interceptors;
    private long lastWritten;

    private Store(StoreAddress address, Engine engine, TimeProvider clock, IInterceptor[] interceptors)
    {
        (Address, this.engine, this.clock, this.interceptors) = (address, engine, clock, interceptors);
    }

    public StoreAddress Address { get; }

    public TimeProvider Clock => clock;

    internal Engine Engine => engine;

    /// <summary>The number of the last entry that was written through this object; 0 before the first.</summary>
    internal long LastWritten => Interlocked.Read(ref lastWritten);

    internal Collection.CachedIndicators Indicators { get; } = new();

    /// <summary>Opens a store that is there; a refusal says what is wrong and which command mends it.</summary>
    public static Task<StoreResult> OpenAsync(StoreAddress address, TimeProvider clock, CancellationToken cancel) => OpenAsync(address, clock, [], cancel);

    internal static async Task<StoreResult> OpenAsync(StoreAddress address, TimeProvider clock, IInterceptor[] interceptors, CancellationToken cancel)
    {
        var engine = Engine.Of(address);
        if (engine.Refusal() is { } refusal)
        {
            return new StoreResult.Refused(refusal);
        }

        try
        {
            if (address is StoreAddress.SqliteFile { Path: var path } && Directory.Exists(path))
            {
                return new StoreResult.Refused($"{path} is a folder, and a store is a file: outturn import {path} takes a council's folder into one.");
            }

            if (!await engine.ExistsAsync(cancel))
            {
                return new StoreResult.Refused($"There is no store at {address}: outturn init makes one.");
            }

            await using var connection = await engine.OpenAsync(cancel);
            if (!await engine.HasTableAsync(connection, "store", cancel))
            {
                return new StoreResult.Refused($"{address} is a database, but not a council's store: outturn init makes one elsewhere.");
            }

            var state = await SchemaScripts.StateAsync(engine, connection, SchemaScripts.For(engine), cancel);
            return state.Refusal is { } mismatch ? new StoreResult.Refused(mismatch)
                : state.Pending.Count > 0 ? new StoreResult.Refused($"The store is of an earlier Outturn ({state.Pending.Count} step{(state.Pending.Count == 1 ? "" : "s")} behind): outturn upgrade brings it up to date, and makes a backup first.")
                : new StoreResult.Opened(new Store(address, engine, clock, interceptors));
        }
        catch (DbException e)
        {
            return new StoreResult.Refused($"The store at {address} cannot be opened: {e.Message}");
        }
    }

    /// <summary>Makes an empty store; what is there already is left alone.</summary>
    public static async Task<StoreResult> CreateAsync(StoreAddress address, TimeProvider clock, CancellationToken cancel)
    {
        var engine = Engine.Of(address);
        if (engine.Refusal() is { } refusal)
        {
            return new StoreResult.Refused(refusal);
        }

        if (address is StoreAddress.SqliteFile { Path: var path } && Path.GetDirectoryName(path) is { } folder && !Directory.Exists(folder))
        {
            return new StoreResult.Refused($"There is no folder {folder} to put the store in.");
        }

        try
        {
            if (await engine.ExistsAsync(cancel))
            {
                return new StoreResult.Refused($"There is something at {address} already: name another place, or use the store that is there.");
            }

            engine.MakePlace();
            var store = new Store(address, engine, clock, []);
            await using var connection = await engine.OpenAsync(cancel);
            await engine.BeginWriteAsync(connection, cancel);
            if (await engine.HasTableAsync(connection, "store", cancel))
            {
                await connection.RunAsync("ROLLBACK", CancellationToken.None);
                return new StoreResult.Refused($"There is something at {address} already: another program has just made it.");
            }

            await SchemaScripts.ApplyAsync(engine, connection, SchemaScripts.For(engine), store.Now(), cancel);
            await using (var db = store.Context(connection))
            {
                db.Identity.Add(new StoreIdentity { Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), Created = store.Now() });
                db.Head.Add(new Audit.ChainHead { Hash = Audit.Chain.Beginning });
                await db.SaveChangesAsync(cancel);
            }

            await connection.RunAsync("COMMIT", cancel);
            return new StoreResult.Opened(store);
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException)
        {
            return new StoreResult.Refused($"No store can be made at {address}: {e.Message}");
        }
    }

    /// <summary>Reads one state of the store, whatever is written meanwhile.</summary>
    public async Task<T> ReadAsync<T>(Func<CouncilDb, Task<T>> read, CancellationToken cancel)
    {
        await using var connection = await engine.OpenAsync(cancel);
        await engine.BeginReadAsync(connection, cancel);
        try
        {
            await using var db = Context(connection);
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            return await read(db);
        }
        finally
        {
            // Given up or not: a connection that goes back to the pool is in no transaction.
            await connection.RunAsync("ROLLBACK", CancellationToken.None);
        }
    }

    /// <summary>Makes one change, whole or not at all, as one entry of the audit chain; when it brings no fact, nothing is written.</summary>
    /// <param name="write">Fetches, decides and adds facts. What it returns after <see cref="Writing.Abandon"/> is given back, and nothing is written.</param>
    public async Task<T> WriteAsync<T>(Act act, Func<Writing, Task<T>> write, CancellationToken cancel)
    {
        using var place = await WriterGate.Of(Address).EnterAsync(cancel);
        await using var connection = await engine.OpenAsync(cancel);
        await using var db = Context(connection);
        await engine.BeginWriteAsync(connection, cancel);
        var isOpen = true;
        try
        {
            using var writing = await Writing.BeginAsync(db, engine, act, Now(), cancel);
            var result = await write(writing);
            if (await writing.FinishAsync(cancel))
            {
                await connection.RunAsync("COMMIT", CancellationToken.None);
                isOpen = false;
                var entry = writing.Entry - 1;
                Interlocked.Exchange(ref lastWritten, Math.Max(lastWritten, entry));
                Indicators.Passed(entry, act.Action);
            }

            return result;
        }
        finally
        {
            if (isOpen)
            {
                await connection.RunAsync("ROLLBACK", CancellationToken.None);
            }
        }
    }

    /// <summary>Lets go of a store that is a file, so that it can be moved or deleted.</summary>
    public static void Release(StoreAddress address)
    {
        if (address is StoreAddress.SqliteFile { Path: var path })
        {
            SqliteEngine.Release(path);
        }
    }

    /// <summary>Leaves no trace on the disk of what a redaction took out.</summary>
    internal async Task ClearTracesAsync(CancellationToken cancel)
    {
        await using var connection = await engine.OpenAsync(cancel);
        await engine.ClearTracesAsync(connection, cancel);
    }

    /// <summary>Now, to the whole microseconds that both engines keep.</summary>
    internal DateTime Now() => new(clock.GetUtcNow().UtcTicks / 10 * 10, DateTimeKind.Utc);

    internal CouncilDb Context(DbConnection connection) => ContextFor(engine, connection, interceptors);

    /// <summary>Changes what is no fact and no part of the audit trail: sessions, drafts, when the last backup was made.</summary>
    internal async Task KeepAsync(Func<CouncilDb, Task> change, CancellationToken cancel)
    {
        using var place = await WriterGate.Of(Address).EnterAsync(cancel);
        await using var connection = await engine.OpenAsync(cancel);
        await engine.BeginWriteAsync(connection, cancel);
        await using var db = Context(connection);
        var isOpen = true;
        try
        {
            await change(db);
            await db.SaveChangesAsync(cancel);
            await connection.RunAsync("COMMIT", CancellationToken.None);
            isOpen = false;
        }
        finally
        {
            if (isOpen)
            {
                await connection.RunAsync("ROLLBACK", CancellationToken.None);
            }
        }
    }

    internal Task NoteBackupAsync(long headNumber, string file, CancellationToken cancel) => KeepAsync(async db =>
    {
        if (await db.BackupsMade.AsTracking().SingleOrDefaultAsync(cancel) is { } made)
        {
            (made.At, made.HeadNumber, made.File) = (Now(), headNumber, file);
        }
        else
        {
            db.BackupsMade.Add(new Backups.BackupMade { At = Now(), HeadNumber = headNumber, File = file });
        }
    }, cancel);

    internal static CouncilDb ContextFor(Engine engine, DbConnection connection, IInterceptor[] interceptors)
    {
        var options = new DbContextOptionsBuilder<CouncilDb>();
        engine.Use(options, connection);
        if (interceptors.Length > 0)
        {
            options.AddInterceptors(interceptors);
        }

        var db = new CouncilDb(options.Options);
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        return db;
    }
}

/// <summary>What came of opening or making a store.</summary>
public abstract record StoreResult
{
    private StoreResult()
    {
    }

    public sealed record Opened(Store Store) : StoreResult;

    /// <param name="Reason">What is wrong, and the command that mends it.</param>
    public sealed record Refused(string Reason) : StoreResult;
}
