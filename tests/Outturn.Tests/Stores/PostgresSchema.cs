using Npgsql;

namespace Outturn.Tests.Stores;

/// <summary>A schema of one test's own, and the connection string whose search path is that schema alone.</summary>
internal sealed class PostgresSchema : IDisposable
{
    private readonly string owner;

    internal PostgresSchema(string owner, string name)
    {
        (this.owner, Name) = (owner, name);
        ConnectionString = new NpgsqlConnectionStringBuilder(owner) { SearchPath = name }.ConnectionString;
        Run($"CREATE SCHEMA {name}");
    }

    public string Name { get; }

    public string ConnectionString { get; }

    public void Dispose()
    {
        using (var pool = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(pool);
        }

        Run($"DROP SCHEMA {Name} CASCADE");
    }

    private void Run(string sql)
    {
        using var connection = new NpgsqlConnection(owner);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
