using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Outturn.App.Stores;

namespace Outturn.Tests.Stores;

/// <summary>The tables that the numbered scripts make are those that the model reads and writes, on both engines.</summary>
public sealed class SchemaTests
{
    private const string SqliteCatalogue =
        "SELECT m.name, c.name, c.type, c.\"notnull\", c.pk, coalesce((SELECT f.\"table\" || '.' || f.\"to\" FROM pragma_foreign_key_list(m.name) f WHERE f.\"from\" = c.name), '') "
        + "FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name <> 'schema_script' ORDER BY 1, 2";

    private const string PostgresCatalogue =
        """
        SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, coalesce(l.collname, ''),
          coalesce((SELECT array_position(k.conkey, a.attnum) FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'p'), 0),
          coalesce((SELECT f.confrelid::regclass::text FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.conkey = ARRAY[a.attnum]), '')
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped LEFT JOIN pg_collation l ON l.oid = a.attcollation
        WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND c.relname <> 'schema_script' ORDER BY 1, 2
        """;

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Scripts_and_model_make_the_same_tables(string engine)
    {
        using var scripted = await TestStore.CreateAsync(engine);
        using var modelled = TestStore.Empty(engine);
        await using (var connection = await modelled.ConnectAsync())
        {
            var options = new DbContextOptionsBuilder<CouncilDb>();
            _ = connection is SqliteConnection ? options.UseSqlite(connection) : options.UseNpgsql(connection);
            await using var db = new CouncilDb(options.Options);
            await modelled.SqlAsync(db.Database.GenerateCreateScript());
        }

        var catalogue = engine == TestStore.Sqlite ? SqliteCatalogue : PostgresCatalogue;
        var (scripts, model) = (await scripted.ReadAsync(catalogue), await modelled.ReadAsync(catalogue));
        Assert.Contains(scripts, column => column.StartsWith("observation|numerator|", StringComparison.Ordinal));
        Assert.Equal(Normal(model), Normal(scripts));
    }

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task No_fact_can_be_changed_or_deleted(string engine)
    {
        using var test = await TestStore.CreateAsync(engine);
        await StoreFixture.TakeAsync(test, "wealdshire");
        await using var db = test.Store.Context(await test.ConnectAsync());
        foreach (var table in FactTable.All(db.Model).Where(table => table.IsFact || table.Name == "audit_entry"))
        {
            var changes = new[] { $"UPDATE {table.Name} SET {(table.IsFact ? "entry = entry" : "who = 'nobody'")}", $"DELETE FROM {table.Name}" };
            foreach (var change in changes)
            {
                if (await test.ReadAsync($"SELECT count(*) FROM {table.Name}") is ["0"])
                {
                    continue;
                }

                var refusal = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => test.SqlAsync(change));
                Assert.Contains("what was said is kept", refusal.Message);
            }
        }
    }

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task A_place_that_holds_something_is_left_alone(string engine)
    {
        using var test = await TestStore.CreateAsync(engine);
        await StoreFixture.TakeAsync(test, "hart");
        var again = Assert.IsType<StoreResult.Refused>(await Store.CreateAsync(test.Address, test.Clock, CancellationToken.None));
        Assert.Contains("There is something at", again.Reason);
        Assert.Equal(["1"], await test.ReadAsync("SELECT count(*) FROM audit_entry"));
    }

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task A_store_that_is_not_there_is_not_made_by_looking(string engine)
    {
        using var test = TestStore.Empty(engine);
        var missing = Assert.IsType<StoreResult.Refused>(await Store.OpenAsync(test.Address, test.Clock, CancellationToken.None));
        Assert.Contains("outturn init makes one", missing.Reason);
        Assert.False(test.Address is StoreAddress.SqliteFile { Path: var path } && File.Exists(path));
    }

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task A_script_that_was_edited_after_it_was_applied_is_noticed(string engine)
    {
        using var test = await TestStore.CreateAsync(engine);
        await test.SqlAsync("UPDATE schema_script SET checksum = 'another' WHERE number = 2");
        Assert.Contains("002-collection", Assert.IsType<StoreResult.Refused>(await Store.OpenAsync(test.Address, test.Clock, CancellationToken.None)).Reason);
    }

    [Fact]
    public async Task SQLite_flushes_its_log_before_it_acknowledges()
    {
        using var test = await TestStore.CreateAsync(TestStore.Sqlite);
        await using var connection = await test.Store.Engine.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT * FROM pragma_journal_mode) || ' ' || (SELECT * FROM pragma_synchronous) || ' ' || (SELECT * FROM pragma_foreign_keys)";
        Assert.Equal("wal 2 1", await command.ExecuteScalarAsync());
    }

    [Theory]
    [InlineData("nfs4", true)]
    [InlineData("cifs", true)]
    [InlineData("fuse.sshfs", true)]
    [InlineData("ext4", false)]
    [InlineData("overlay", false)]
    public void SQLite_is_not_put_on_a_network_drive(string format, bool isRefused)
    {
        (string, string)[] mounts = [("/", "ext4"), ("/srv/shared", format), ("/srv/shared/local", "ext4")];
        Assert.Equal(isRefused, NetworkFolder.Refusal("/srv/shared/council.db", mounts) is not null);
        Assert.Null(NetworkFolder.Refusal("/srv/shared/local/council.db", mounts));
        Assert.Null(NetworkFolder.Refusal("/srv/sharedness/council.db", mounts));
    }

    [Fact]
    public void A_password_is_in_no_message()
    {
        foreach (var text in new[] { "Host=db;Database=council;Username=u;Password=hunter2;Search Path=kent", "postgresql://u:hunter2@db/council?search_path=kent", "postgresql://u:hunter2@db/council?nonsense=hunter2" })
        {
            var address = StoreAddress.Read(text, out var refusal);
            Assert.DoesNotContain("hunter2", $"{address} {refusal}");
            Assert.True(address is not null || refusal.Length > 0);
        }

        Assert.Equal("postgresql://db/council (schema kent)", StoreAddress.Read("postgresql://u:hunter2@db/council?search_path=kent", out _)!.Name);
    }

    private static IEnumerable<string> Normal(IEnumerable<string> columns) => columns.Select(column => column.Replace("INTEGER", "integer").Replace("TEXT", "text").Replace("BLOB", "blob"));
}
