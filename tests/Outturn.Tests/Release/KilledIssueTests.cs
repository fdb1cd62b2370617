using Microsoft.Data.Sqlite;
using Outturn.App.Audit;
using Outturn.App.Release;
using Outturn.App.Stores;
using Outturn.Core.Release;
using Outturn.Tests.Import;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Release;

/// <summary>kill −9 in the middle of an issue: the report is issued whole or not at all, and made public in the end.</summary>
public sealed class KilledIssueTests
{
    private const int LongestWait = 700;

    private static readonly int Kills = Environment.GetEnvironmentVariable("OUTTURN_SOAK") == "1" ? 40 : 4;

    private readonly Random random = new(20_260_707);

    [Fact]
    public async Task A_killed_issue_is_whole_or_not_there_and_ends_in_the_public_store()
    {
        using var county = await ReleasedCounty.ScheduledAsync();
        for (var i = 0; i < Kills; i++)
        {
            using var folder = new TemporaryFolder();
            await using var copy = await CopyAsync(county, folder);
            await KillAsync(copy.Path, copy.Open, folder.Path("public.db"), isGap: i % 4 == 3);
        }
    }

    /// <summary>On a database server the transaction is the server's to end: it does so when the program is gone.</summary>
    [Fact]
    public async Task A_killed_issue_is_whole_or_not_there_on_a_database_server_too()
    {
        for (var i = 0; i < Math.Max(Kills / 2, 2); i++)
        {
            using var county = await ReleasedCounty.ScheduledAsync(TestStore.Postgres);
            using var folder = new TemporaryFolder();
            county.Test.Clock.Now = ReleasedCounty.ReleaseAt;
            await KillAsync(county.Test.Text, () => county.Store, folder.Path("public.db"), isGap: i % 2 == 1);
        }
    }

    private async Task KillAsync(string address, Func<Store> open, string path, bool isGap)
    {
        using (var writer = await WriterProcess.StartAsync(["issue", address, path, .. isGap ? new[] { "gap" } : []]))
        {
            if (isGap)
            {
                await writer.ListenAsync(most: 1);
            }
            else
            {
                await Task.Delay(random.Next(LongestWait));
            }

            await writer.KillAsync();
        }

        var store = open();
        Assert.Empty((await AuditTrail.VerifyAsync(store, null, null, default)).Breaks);
        var before = (await StoredReports.ReadAsync(store, default)).Single();
        Assert.Equal(before.Last.State == EditionState.Issued, before.Last.IssuedAt is not null);
        Assert.True(!isGap || before.Last.IsIssued);
        await Issuing.IssueDueAsync(store, ReleasedCounty.ReleaseAt, default);
        var (_, refusal) = await Publisher.RunAsync(store, path, default);
        Assert.Null(refusal);
        var edition = Assert.Single(await StoredReports.IssuedAsync(store, default));
        Assert.Equal(edition.PublicFiles.Select(file => file.Digest).Order(StringComparer.Ordinal), Public(path));
    }

    [Fact]
    public async Task An_issue_that_is_broken_in_two_is_caught()
    {
        using var county = await ReleasedCounty.ScheduledAsync();
        using var folder = new TemporaryFolder();
        await using var copy = await CopyAsync(county, folder);
        using (var writer = await WriterProcess.StartAsync("issue", copy.Path, folder.Path("public.db"), "broken"))
        {
            await writer.UntilHalfwayAsync();
            await writer.KillAsync();
        }

        Assert.False((await AuditTrail.VerifyAsync(copy.Open(), null, null, default)).IsWhole);
    }

    /// <summary>The digests of the bytes in the public store, each the digest of what is there.</summary>
    private static List<string> Public(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT content FROM file";
        using var rows = command.ExecuteReader();
        List<string> digests = [];
        while (rows.Read())
        {
            digests.Add(Web.Release.EditionMaking.Digest(rows.GetFieldValue<byte[]>(0)));
        }

        return [.. digests.Order(StringComparer.Ordinal)];
    }

    /// <summary>A copy of the county's store, its clock at the release time.</summary>
    private static async Task<Copy> CopyAsync(ReleasedCounty county, TemporaryFolder folder)
    {
        var path = folder.Path("copy.db");
        await using var connection = new SqliteConnection($"Data Source={county.Test.Text};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"VACUUM INTO '{path}'";
        await command.ExecuteNonQueryAsync();
        return new Copy(path);
    }

    private sealed class Copy(string path) : IAsyncDisposable
    {
        public string Path => path;

        public Store Open() => TestStore.Opened(Store.OpenAsync(StoreAddress.Read(path, out _)!, new SetClock(ReleasedCounty.ReleaseAt), default).GetAwaiter().GetResult());

        public ValueTask DisposeAsync()
        {
            SqliteConnection.ClearAllPools();
            return ValueTask.CompletedTask;
        }
    }
}
