using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Outturn.App.Backups;
using Outturn.App.Stores.Facts;
using SQLitePCL;

namespace Outturn.App.Stores;

/// <summary>One file on a local disk, written through a log that is flushed before anything is acknowledged (WAL, synchronous=FULL).</summary>
internal sealed class SqliteEngine(StoreAddress.SqliteFile file) : Engine
{
    private const int FirstWait = 1;
    private const int LongestWait = 8;

    private static readonly byte[] Magic = "SQLite format 3\0"u8.ToArray();

    private readonly string connectionString = ConnectionStringOf(file.Path);

    public override string Name => "sqlite";

    public static string ConnectionStringOf(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = path, Mode = SqliteOpenMode.ReadWrite, ForeignKeys = true, Pooling = true, DefaultTimeout = 30,
    }.ConnectionString;

    /// <summary>Lets go of a file, its log emptied into it, so that it can be moved or deleted.</summary>
    public static void Release(string path)
    {
        using var connection = new SqliteConnection(ConnectionStringOf(path));
        SqliteConnection.ClearPool(connection);
    }

    public static bool IsStore(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<byte> start = stackalloc byte[Magic.Length];
            return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(Magic);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    public override string? Refusal() => NetworkFolder.Refusal(file.Path, NetworkFolder.Mounts());

    public override Task<bool> ExistsAsync(CancellationToken cancel) => Task.FromResult(File.Exists(file.Path) && new FileInfo(file.Path).Length > 0);

    public override void MakePlace() => File.Open(file.Path, FileMode.OpenOrCreate).Dispose();

    /// <summary>A file that is gone is not made anew, and a connection that was kept would go on writing to what nobody can find again.</summary>
    public override async Task<DbConnection> OpenAsync(CancellationToken cancel)
    {
        if (!File.Exists(file.Path))
        {
            Release(file.Path);
            throw new SqliteException($"There is no file {file.Path}.", raw.SQLITE_CANTOPEN);
        }

        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancel);
            await connection.RunAsync("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA cache_size=-32768; PRAGMA temp_store=MEMORY;", cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override void Use(DbContextOptionsBuilder options, DbConnection connection) => options.UseSqlite(connection);

    /// <summary>Asks again after a few milliseconds: SQLite's own wait grows to a tenth of a second, in which a busy writer beside would always be first.</summary>
    public override async Task BeginWriteAsync(DbConnection connection, CancellationToken cancel)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        raw.sqlite3_busy_timeout(handle, 0);
        try
        {
            for (var wait = FirstWait; ; wait = Math.Min(wait + 1, LongestWait))
            {
                var result = raw.sqlite3_exec(handle, "BEGIN IMMEDIATE");
                if (result == raw.SQLITE_OK)
                {
                    return;
                }

                if (result != raw.SQLITE_BUSY)
                {
                    SqliteException.ThrowExceptionForRC(result, handle);
                }

                await Task.Delay(wait, cancel);
            }
        }
        finally
        {
            raw.sqlite3_busy_timeout(handle, (int)TimeSpan.FromSeconds(30).TotalMilliseconds);
        }
    }

    public override Task BeginReadAsync(DbConnection connection, CancellationToken cancel) => connection.RunAsync("BEGIN", cancel);

    /// <summary>Empties the log into the file, so that no page of what was taken out is left in it.</summary>
    public override Task ClearTracesAsync(DbConnection connection, CancellationToken cancel) => connection.RunAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancel);

    public override Task AddAsync(DbConnection connection, IEnumerable<ObservationFact> observations, CancellationToken cancel)
    {
        using var rows = new SqliteRows(((SqliteConnection)connection).Handle!);
        foreach (var observation in observations)
        {
            rows.Add(observation);
            if (rows.IsTimeToLook)
            {
                cancel.ThrowIfCancellationRequested();
            }
        }

        return Task.CompletedTask;
    }

    public override async Task<IReadOnlyList<DoctorLine>> LookAsync(DbConnection connection, CancellationToken cancel)
    {
        var (journal, synchronous, integrity) = (await connection.AskAsync("PRAGMA journal_mode", cancel), await connection.AskAsync("PRAGMA synchronous", cancel), await connection.AskAsync("PRAGMA integrity_check(1)", cancel));
        return
        [
            journal == "wal" && synchronous == "2"
                ? new DoctorLine(true, $"SQLite {await connection.AskAsync("SELECT sqlite_version()", cancel)} flushes its log before it acknowledges (WAL, synchronous FULL).")
                : new DoctorLine(false, $"SQLite's log is {journal}, synchronous {synchronous}.", "put the store on a local disk that other programs have not opened"),
            integrity == "ok" ? new DoctorLine(true, "Its file is sound.") : new DoctorLine(false, $"Its file is damaged: {integrity}", "outturn restore FILE.zip with your last backup, at another place"),
            await connection.AskAsync("SELECT count(*) FROM pragma_foreign_key_check", cancel) == "0"
                ? new DoctorLine(true, "Every link in it leads somewhere.") : new DoctorLine(false, "Some links in it lead nowhere.", "outturn audit verify names the places"),
        ];
    }

    /// <summary>A whole file of its own: another connection reads what was committed last.</summary>
    public override async Task CopyAsync(DbConnection connection, string path, CancellationToken cancel)
    {
        await using var reader = await OpenAsync(cancel);
        await reader.RunAsync($"VACUUM INTO '{path.Replace("'", "''", StringComparison.Ordinal)}'", cancel);
    }

    public override async Task<bool> HasTableAsync(DbConnection connection, string table, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = $name";
        ((SqliteCommand)command).Parameters.AddWithValue("$name", table);
        return (long)(await command.ExecuteScalarAsync(cancel))! > 0;
    }
}
