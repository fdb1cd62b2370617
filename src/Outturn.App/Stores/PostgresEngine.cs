using System.Data.Common;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Outturn.App.Backups;
using Outturn.App.Stores.Facts;

namespace Outturn.App.Stores;

/// <summary>A schema of PostgreSQL, found through the connection's search path.</summary>
internal sealed class PostgresEngine(StoreAddress.PostgresSchema schema) : Engine
{
    public const string Provider = "Npgsql.EntityFrameworkCore.PostgreSQL";

    /// <summary>Statements that come again are planned once for a connection.</summary>
    private const int MostPrepared = 64;

    private readonly string connectionString = Preparing(schema.Connection);

    public override string Name => "postgres";

    public override string? Refusal() => null;

    public override async Task<bool> ExistsAsync(CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        return await HasTableAsync(connection, "store", cancel);
    }

    public override async Task<DbConnection> OpenAsync(CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override void Use(DbContextOptionsBuilder options, DbConnection connection) => options.UseNpgsql(connection);

    /// <summary>Writers of one schema queue for one lock, which goes with the transaction.</summary>
    public override Task BeginWriteAsync(DbConnection connection, CancellationToken cancel) =>
        connection.RunAsync("BEGIN; SELECT pg_advisory_xact_lock(7305, hashtext(current_schema()))", cancel);

    public override Task BeginReadAsync(DbConnection connection, CancellationToken cancel) =>
        connection.RunAsync("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", cancel);

    public override async Task<DateTime?> ClockAsync(CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT clock_timestamp()";
        return (DateTime?)await command.ExecuteScalarAsync(cancel);
    }

    public override async Task AddAsync(DbConnection connection, IEnumerable<ObservationFact> observations, CancellationToken cancel)
    {
        await using var copy = await ((NpgsqlConnection)connection).BeginBinaryImportAsync(
            "COPY observation (ref, frequency, ordinal, version, entry, withdrawn, value, numerator, denominator, marker, ytd_given, previous_given, accepted_words, note_words) FROM STDIN (FORMAT BINARY)",
            cancel);
        foreach (var fact in observations)
        {
            cancel.ThrowIfCancellationRequested();
            copy.StartRow();
            copy.Write(fact.Ref, NpgsqlDbType.Text);
            copy.Write((int)fact.Frequency, NpgsqlDbType.Integer);
            copy.Write(fact.Ordinal, NpgsqlDbType.Integer);
            copy.Write(fact.Version, NpgsqlDbType.Integer);
            copy.Write(fact.Entry, NpgsqlDbType.Bigint);
            copy.Write(fact.Withdrawn, NpgsqlDbType.Boolean);
            Write(copy, fact.Value);
            Write(copy, fact.Numerator);
            Write(copy, fact.Denominator);
            copy.Write((int)fact.Marker, NpgsqlDbType.Integer);
            Write(copy, fact.YtdGiven);
            Write(copy, fact.PreviousGiven);
            Write(copy, fact.AcceptedWords);
            Write(copy, fact.NoteWords);
        }

        await copy.CompleteAsync(cancel);
    }

    public override async Task<IReadOnlyList<DoctorLine>> LookAsync(DbConnection connection, CancellationToken cancel)
    {
        var (commit, fsync) = (await connection.AskAsync("SHOW synchronous_commit", cancel), await connection.AskAsync("SHOW fsync", cancel));
        return
        [
            new DoctorLine(true, $"PostgreSQL {await connection.AskAsync("SHOW server_version", cancel)}, schema {await connection.AskAsync("SELECT current_schema()", cancel)}."),
            commit != "off" && fsync == "on"
                ? new DoctorLine(true, "The server flushes its log before it acknowledges.")
                : new DoctorLine(false, $"The server may lose what it acknowledged (synchronous_commit {commit}, fsync {fsync}).", "set synchronous_commit = on and fsync = on in postgresql.conf"),
        ];
    }

    /// <summary>Every table as CSV in one zip: PostgreSQL's own text, to be read by a person or by COPY.</summary>
    public override async Task CopyAsync(DbConnection connection, string path, CancellationToken cancel)
    {
        List<string> tables = [];
        await using (var command = new NpgsqlCommand("SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace ORDER BY 1", (NpgsqlConnection)connection))
        {
            await using var reader = await command.ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel))
            {
                tables.Add(reader.GetString(0));
            }
        }

        await using var file = new FileStream(path, FileMode.CreateNew);
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        foreach (var table in tables)
        {
            await using var entry = new StreamWriter(zip.CreateEntry($"{table}.csv").Open());
            using var rows = await ((NpgsqlConnection)connection).BeginTextExportAsync($"COPY {table} TO STDOUT (FORMAT CSV, HEADER)", cancel);
            var buffer = new char[1 << 14];
            for (int read; (read = await rows.ReadAsync(buffer, cancel)) > 0;)
            {
                await entry.WriteAsync(buffer.AsMemory(0, read), cancel);
            }
        }
    }

    public override async Task<bool> HasTableAsync(DbConnection connection, string table, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("SELECT to_regclass(quote_ident(current_schema()) || '.' || quote_ident($1)) IS NOT NULL", (NpgsqlConnection)connection);
        command.Parameters.AddWithValue(table);
        return await command.ExecuteScalarAsync(cancel) is true;
    }

    private static string Preparing(string connection)
    {
        var parts = new NpgsqlConnectionStringBuilder(connection);
        parts.MaxAutoPrepare = parts.MaxAutoPrepare > 0 ? parts.MaxAutoPrepare : MostPrepared;
        parts.AutoPrepareMinUsages = 2;
        return parts.ConnectionString;
    }

    private static void Write(NpgsqlBinaryImporter copy, decimal? value)
    {
        if (value is { } number)
        {
            copy.Write(number, NpgsqlDbType.Numeric);
        }
        else
        {
            copy.WriteNull();
        }
    }

    private static void Write(NpgsqlBinaryImporter copy, string? text)
    {
        if (text is not null)
        {
            copy.Write(text, NpgsqlDbType.Text);
        }
        else
        {
            copy.WriteNull();
        }
    }
}
