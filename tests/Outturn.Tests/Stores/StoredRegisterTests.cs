using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Tests.Registers;

namespace Outturn.Tests.Stores;

/// <summary>A council's folder taken into a store, and what comes out of it again.</summary>
public sealed class StoredRegisterTests
{
    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task The_register_of_a_store_is_the_register_of_the_folder_it_took(string engine)
    {
        foreach (var example in new[] { "wealdshire", "hart" })
        {
            using var test = await TestStore.CreateAsync(engine);
            var folder = StoreFixture.Folder(example);
            var result = Assert.IsType<RegisterImportResult.Compared>(await RegisterImport.RunAsync(test.Store, folder, null, StoreFixture.Import, new ImportOptions(), CancellationToken.None));
            Assert.Equal(0, result.Same);
            Assert.All(result.Changes, change => Assert.Equal(FactChangeKind.New, change.Kind));
            SameRegister.Assert(folder.Register, await StoreFixture.RegisterAsync(test));
        }
    }

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task The_same_folder_a_second_time_changes_nothing(string engine)
    {
        using var test = await TestStore.CreateAsync(engine);
        var folder = StoreFixture.Folder("wealdshire");
        await RegisterImport.RunAsync(test.Store, folder, null, StoreFixture.Import, new ImportOptions(), CancellationToken.None);
        var second = Assert.IsType<RegisterImportResult.Compared>(await RegisterImport.RunAsync(test.Store, folder, null, StoreFixture.Import, new ImportOptions(), CancellationToken.None));
        Assert.Empty(second.Changes);
        Assert.Equal(1, await test.Store.ReadAsync(db => db.EntryAsync(null, CancellationToken.None), CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task What_was_known_on_a_day_stays_known_after_a_change(string engine)
    {
        using var test = await TestStore.CreateAsync(engine);
        var folder = StoreFixture.Folder("wealdshire");
        await RegisterImport.RunAsync(test.Store, folder, null, StoreFixture.Import, new ImportOptions(), CancellationToken.None);
        test.Clock.Now = new DateTime(2020, 9, 1, 9, 0, 0, DateTimeKind.Utc);
        var renamed = folder with { Register = folder.Register with { Council = folder.Register.Council with { Name = "Wealdshire and Downs" } } };
        var result = Assert.IsType<RegisterImportResult.Compared>(await RegisterImport.RunAsync(test.Store, renamed, null, StoreFixture.Import with { Why = "Two councils became one." }, new ImportOptions(), CancellationToken.None));
        Assert.Equal("council Wealdshire and Downs: name \"Wealdshire County Council\" → \"Wealdshire and Downs\"", Assert.Single(result.Changes).ToString());
        SameRegister.Assert(renamed.Register, await StoreFixture.RegisterAsync(test));
        SameRegister.Assert(folder.Register, await StoreFixture.RegisterAsync(test, new DateOnly(2020, 8, 31)));
        Assert.IsType<FolderResult.Refused>(await CouncilSource.ReadAsync(test.Store, new DateOnly(2020, 6, 30), CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task A_look_says_what_would_change_and_leaves_the_store_as_it_was(string engine)
    {
        using var test = await TestStore.CreateAsync(engine);
        var looked = Assert.IsType<RegisterImportResult.Compared>(await RegisterImport.RunAsync(test.Store, StoreFixture.Folder("hart"), null, StoreFixture.Import, new ImportOptions(LooksOnly: true), CancellationToken.None));
        Assert.False(looked.IsApplied);
        Assert.NotEmpty(looked.Changes);
        Assert.IsType<FolderResult.Refused>(await CouncilSource.ReadAsync(test.Store, null, CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task A_read_that_is_given_up_leaves_the_next_one_as_it_was(string engine)
    {
        using var test = await TestStore.CreateAsync(engine);
        await StoreFixture.TakeAsync(test, "wealdshire");
        for (var i = 0; i < 3; i++)
        {
            using var stop = new CancellationTokenSource();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => test.Store.ReadAsync<int>(
                db =>
                {
                    stop.Cancel();
                    stop.Token.ThrowIfCancellationRequested();
                    return Task.FromResult(0);
                }, stop.Token));
            Assert.NotEmpty((await StoreFixture.RegisterAsync(test)).Indicators);
            Assert.IsType<RegisterImportResult.Compared>(await StoreFixture.TakeAsync(test, StoreFixture.Folder("wealdshire")));
        }
    }
}
