using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Outturn.App.Reference;

/// <summary>Short statements over a connection to the reference store.</summary>
internal static class Sql
{
    /// <summary>A statement with values for $1, $2 … in their order.</summary>
    public static SqliteCommand Statement(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of this program; what people write goes in as values.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue($"${i + 1}", values[i] ?? DBNull.Value);
        }

        return command;
    }

    public static int Run(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = connection.Statement(sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>The id that a statement with RETURNING gives back.</summary>
    public static int Id(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = connection.Statement(sql, values);
        return Convert.ToInt32(command.ExecuteScalar());
    }

    #pragma warning disable CA1068 // The values stand behind, as many as there are.
    public static async Task<IReadOnlyList<T>> ListAsync<T>(this SqliteConnection connection, Func<DbDataReader, T> row, CancellationToken cancel, string sql, params object?[] values)
#pragma warning restore CA1068
    {
        await using var command = connection.Statement(sql, values);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var list = new List<T>();
        while (await rows.ReadAsync(cancel))
        {
            list.Add(row(rows));
        }

        return list;
    }

    public static string? Text(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static int? Number(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    public static decimal? Decimal(this DbDataReader row, int column) => row.IsDBNull(column) ? null : decimal.Parse(row.GetString(column));

    public static DateOnly? Day(this DbDataReader row, int column) => row.IsDBNull(column) ? null : DateOnly.ParseExact(row.GetString(column), "yyyy-MM-dd");

    public static string? Iso(this DateOnly? day) => day?.ToString("yyyy-MM-dd");
}
