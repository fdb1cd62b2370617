using System.Data.Common;
using System.IO.Compression;
using Npgsql;
using Outturn.App.Stores;
using Outturn.Tests.Architecture;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Releases;

/// <summary>A council's store as the first release left it (tests/Fixtures/first-release), on either engine.</summary>
internal static class FirstRelease
{
    public const string Account = "a.shah";
    public const string Password = "lantern gravel otter";

    private static readonly string Folder = Path.Combine(SourceTree.Root, "tests", "Fixtures", "first-release");

    public static string Backup => Path.Combine(Folder, "backup.zip");

    /// <summary>PostgreSQL's tables as CSV, as outturn upgrade copies them.</summary>
    public static string Tables => Path.Combine(Folder, "postgres.zip");

    /// <summary>The number of its last script.</summary>
    public static int LastScript => 8;

    public static async Task<TestStore> LeftAsync(string engine)
    {
        var test = TestStore.Empty(engine);
        if (test.Address is StoreAddress.SqliteFile { Path: var path })
        {
            await using var packed = new GZipStream(File.OpenRead(Path.Combine(Folder, "council.db.gz")), CompressionMode.Decompress);
            await using var plain = File.Create(path);
            await packed.CopyToAsync(plain);
            return test;
        }

        var postgres = Engine.Of(test.Address);
        await using var connection = (NpgsqlConnection)await test.ConnectAsync();
        await SchemaScripts.ApplyAsync(postgres, connection, [.. SchemaScripts.For(postgres).Where(script => script.Number <= LastScript)], test.Clock.Now, default);
        await connection.RunAsync("SET session_replication_role = replica; DELETE FROM schema_script", default);
        await using var zip = await ZipFile.OpenReadAsync(Tables);
        foreach (var entry in zip.Entries)
        {
            using var lines = new StreamReader(await entry.OpenAsync());
            var header = await lines.ReadLineAsync();
            await using var table = await connection.BeginTextImportAsync($"COPY {Path.GetFileNameWithoutExtension(entry.Name)} ({header}) FROM STDIN (FORMAT CSV)");
            await table.WriteAsync(await lines.ReadToEndAsync());
        }

        return test;
    }

    /// <summary>Every row of every table that the first release had, as text, in its columns of that time.</summary>
    public static async Task<Dictionary<string, List<string>>> RowsAsync(TestStore test, IReadOnlyDictionary<string, string> columns)
    {
        var rows = new Dictionary<string, List<string>>();
        foreach (var (table, named) in columns)
        {
            rows[table] = [.. (await test.ReadAsync($"SELECT {named} FROM {table}")).Order(StringComparer.Ordinal)];
        }

        return rows;
    }

    /// <summary>The columns of each table as they are now; what was applied when is left out.</summary>
    public static async Task<Dictionary<string, string>> ColumnsAsync(TestStore test)
    {
        var tables = await test.ReadAsync(test.Address is StoreAddress.SqliteFile
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'schema_script' ORDER BY 1"
            : "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND relname <> 'schema_script' ORDER BY 1");
        var columns = new Dictionary<string, string>();
        await using var connection = await test.ConnectAsync();
        foreach (var table in tables)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table} WHERE 1 = 0";
            await using DbDataReader reader = await command.ExecuteReaderAsync();
            columns[table] = string.Join(", ", Enumerable.Range(0, reader.FieldCount).Select(reader.GetName));
        }

        return columns;
    }
}
