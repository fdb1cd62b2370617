using Outturn.App.Stores;
using Outturn.Tests.Import;

namespace Outturn.Tests.Stores;

/// <summary>A real store of its own for a test, on either engine; gone afterwards.</summary>
internal sealed class TestStore : IDisposable
{
    private readonly TemporaryFolder? folder;
    private readonly PostgresSchema? schema;

    private TestStore(string engine)
    {
        if (engine == Sqlite)
        {
            folder = new TemporaryFolder();
            Text = folder.Path("council.db");
        }
        else
        {
            schema = PostgresCluster.Schema();
            Text = schema.ConnectionString;
        }

        Address = StoreAddress.Read(Text, out _)!;
    }

    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    public static TheoryData<string> Engines => [Sqlite, Postgres];

    /// <summary>As --store takes it.</summary>
    public string Text { get; }

    public StoreAddress Address { get; }

    public SetClock Clock { get; } = new(new DateTime(2020, 7, 1, 9, 0, 0, DateTimeKind.Utc));

    public Store Store { get; private set; } = null!;

    public static async Task<TestStore> CreateAsync(string engine)
    {
        var test = new TestStore(engine);
        test.Store = Opened(await Store.CreateAsync(test.Address, test.Clock, CancellationToken.None));
        return test;
    }

    /// <summary>A place with nothing in it.</summary>
    public static TestStore Empty(string engine) => new(engine);

    public static Store Opened(StoreResult result) => result switch
    {
        StoreResult.Opened opened => opened.Store,
        StoreResult.Refused refused => throw new Xunit.Sdk.XunitException(refused.Reason),
        _ => throw new InvalidOperationException(),
    };

    public void Dispose()
    {
        if (folder is not null)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        }

        schema?.Dispose();
        folder?.Dispose();
    }
}

/// <summary>A clock that stands where it was set.</summary>
internal sealed class SetClock(DateTime now) : TimeProvider
{
    public DateTime Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
}
