using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Outturn.App.Stores;

namespace Outturn.Tests.Stores;

/// <summary>Plain SQL on a store, past the program: what somebody with the file or the password could do.</summary>
internal static class StoreSql
{
    public static async Task<int> SqlAsync(this TestStore test, string sql)
    {
        await using var connection = await test.ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync();
    }

    public static async Task<List<string>> ReadAsync(this TestStore test, string sql)
    {
        await using var connection = await test.ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "" : reader.GetValue(i).ToString())));
        }

        return rows;
    }

    /// <summary>Takes away what keeps facts from being changed.</summary>
    public static async Task UnlockAsync(this TestStore test, params string[] tables)
    {
        foreach (var table in tables)
        {
            var triggers = test.Address is StoreAddress.SqliteFile
                ? (await test.ReadAsync($"SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '{table}'")).Select(name => $"DROP TRIGGER {name}")
                : (await test.ReadAsync($"SELECT tgname FROM pg_trigger WHERE tgrelid = '{table}'::regclass AND NOT tgisinternal")).Select(name => $"DROP TRIGGER {name} ON {table}");
            foreach (var drop in triggers)
            {
                await test.SqlAsync(drop);
            }
        }
    }

    public static async Task<DbConnection> ConnectAsync(this TestStore test)
    {
        DbConnection connection = test.Address is StoreAddress.SqliteFile file
            ? new SqliteConnection($"Data Source={file.Path};Foreign Keys=False")
            : new NpgsqlConnection(((StoreAddress.PostgresSchema)test.Address).Connection);
        await connection.OpenAsync();
        return connection;
    }
}
