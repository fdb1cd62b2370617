using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Outturn.App.Stores.Facts;

namespace Outturn.App.Stores;

/// <summary>A schema of PostgreSQL, found through the connection's search path.</summary>
internal sealed class PostgresEngine(StoreAddress.PostgresSchema schema) : Engine
{
    public const string Provider = "Npgsql.EntityFrameworkCore.PostgreSQL";

    public override string Name => "postgres";

    public override string? Refusal() => null;

    public override async Task<bool> ExistsAsync(CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        return await HasTableAsync(connection, "store", cancel);
    }

    public override async Task<DbConnection> OpenAsync(CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(schema.Connection);
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

    public override async Task AddAsync(DbConnection connection, IEnumerable<ObservationFact> observations, CancellationToken cancel)
    {
        await using var copy = await ((NpgsqlConnection)connection).BeginBinaryImportAsync(
            "COPY observation (ref, frequency, ordinal, version, entry, withdrawn, value, numerator, denominator, marker, ytd_given, previous_given, accepted_words, note_words) FROM STDIN (FORMAT BINARY)",
            cancel);
        foreach (var fact in observations)
        {
            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(fact.Ref, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync((int)fact.Frequency, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(fact.Ordinal, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(fact.Version, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(fact.Entry, NpgsqlDbType.Bigint, cancel);
            await copy.WriteAsync(fact.Withdrawn, NpgsqlDbType.Boolean, cancel);
            await WriteAsync(copy, fact.Value, cancel);
            await WriteAsync(copy, fact.Numerator, cancel);
            await WriteAsync(copy, fact.Denominator, cancel);
            await copy.WriteAsync((int)fact.Marker, NpgsqlDbType.Integer, cancel);
            await WriteAsync(copy, fact.YtdGiven, cancel);
            await WriteAsync(copy, fact.PreviousGiven, cancel);
            await WriteAsync(copy, fact.AcceptedWords, cancel);
            await WriteAsync(copy, fact.NoteWords, cancel);
        }

        await copy.CompleteAsync(cancel);
    }

    public override async Task<bool> HasTableAsync(DbConnection connection, string table, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("SELECT to_regclass(quote_ident(current_schema()) || '.' || quote_ident($1)) IS NOT NULL", (NpgsqlConnection)connection);
        command.Parameters.AddWithValue(table);
        return await command.ExecuteScalarAsync(cancel) is true;
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, decimal? value, CancellationToken cancel) =>
        value is { } number ? copy.WriteAsync(number, NpgsqlDbType.Numeric, cancel) : copy.WriteNullAsync(cancel);

    private static Task WriteAsync(NpgsqlBinaryImporter copy, string? text, CancellationToken cancel) =>
        text is not null ? copy.WriteAsync(text, NpgsqlDbType.Text, cancel) : copy.WriteNullAsync(cancel);
}
