using Npgsql;

namespace Outturn.Tests.Stores;

public sealed class PostgresClusterTests
{
    [Fact]
    public void Two_schemas_do_not_see_each_other_and_go_when_they_are_done_with()
    {
        string[] names;
        using (PostgresSchema one = PostgresCluster.Schema(), other = PostgresCluster.Schema())
        {
            names = [one.Name, other.Name];
            Ask(one.ConnectionString, "CREATE TABLE indicator (ref text); INSERT INTO indicator VALUES ('F1')");

            Assert.Equal(1L, Ask(one.ConnectionString, "SELECT count(*) FROM indicator"));
            Assert.Equal(PostgresErrorCodes.UndefinedTable, Assert.Throws<PostgresException>(() => Ask(other.ConnectionString, "SELECT count(*) FROM indicator")).SqlState);
        }

        var left = $"SELECT count(*) FROM pg_namespace WHERE nspname IN ('{string.Join("', '", names)}')";
        Assert.Equal(0L, Ask(PostgresCluster.ConnectionString(), left));
    }

    [Theory]
    [InlineData(false, "off")]
    [InlineData(true, "on")]
    public void A_commit_is_on_the_disk_when_it_is_acknowledged_only_where_a_test_asks_for_it(bool durable, string setting)
    {
        using var schema = PostgresCluster.Schema(durable);

        Assert.All(["fsync", "synchronous_commit", "full_page_writes"], name => Assert.Equal(setting, Ask(schema.ConnectionString, $"SHOW {name}")));
        Assert.Equal(["120", "UTC", "UTF8", "C", ""], new[] { "max_connections", "TimeZone", "server_encoding", "lc_collate", "listen_addresses" }.Select(name => Ask(schema.ConnectionString, $"SHOW {name}")));
    }

    /// <summary>The pipe that ends here is the one that the system ends when the tests are killed.</summary>
    [Fact]
    public void The_server_and_its_folder_go_when_nobody_holds_them_any_more()
    {
        var cluster = new PostgresCluster(durable: false);
        Assert.True(File.Exists(Path.Combine(cluster.Folder, "data", "postmaster.pid")));
        Assert.Equal(1, Ask(cluster.To("postgres"), "SELECT 1"));

        cluster.Dispose();

        Assert.False(Directory.Exists(cluster.Folder));
        NpgsqlConnection.ClearAllPools();
        Assert.ThrowsAny<NpgsqlException>(() => Ask(cluster.To("postgres"), "SELECT 1"));
    }

    private static object? Ask(string connectionString, string sql)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }
}
