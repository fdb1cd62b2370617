using System.IO.Compression;
using System.Text.Json.Nodes;
using Outturn.App.Audit;
using Outturn.App.Backups;
using Outturn.App.People;
using Outturn.App.Questions;
using Outturn.App.Registers;
using Outturn.App.Review;
using Outturn.App.Stores;
using Outturn.Tests.Import;
using Outturn.Tests.Papers;
using Outturn.Tests.Review;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Releases;

/// <summary>What a council kept with the first release is there with every later one.</summary>
public sealed class UpgradeTests
{
    public static TheoryData<string> Engines => TestStore.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_store_of_the_first_release_is_brought_up_to_this_program_and_everything_in_it_is_read(string engine)
    {
        using var folder = new TemporaryFolder();
        using var test = await FirstRelease.LeftAsync(engine);
        test.Clock.Now = new DateTime(2026, 12, 1, 9, 0, 0, DateTimeKind.Utc);
        var (columns, later) = (await FirstRelease.ColumnsAsync(test), SchemaScripts.For(Engine.Of(test.Address)).Where(script => script.Number > FirstRelease.LastScript).Select(script => script.Name));
        var before = await FirstRelease.RowsAsync(test, columns);

        var done = Done(await Upgrade.RunAsync(test.Address, folder.Path("before"), test.Clock, default));

        Assert.Equal(later, done.Steps);
        Assert.Equal(done.Steps.Count > 0, File.Exists(folder.Path("before")));
        Assert.Equal(before, await FirstRelease.RowsAsync(test, columns));
        var store = TestStore.Opened(await Store.OpenAsync(test.Address, test.Clock, default));
        var verdict = await AuditTrail.VerifyAsync(store, null, null, default);
        Assert.Empty(verdict.Breaks);
        Assert.Equal((20, 1), (verdict.Entries, verdict.Redacted));
        using var council = new LiveCouncil(store);
        var now = await council.ReadAsync(default);
        Assert.Equal([FirstRelease.Account], now.People.Keys);
        var register = Assert.IsType<FolderResult.Read>(await CouncilSource.ReadAsync(store, null, default)).Register;
        Assert.Equal(38, register.Indicators.Count(history => history.Figures.Count > 0));
        Assert.Equal("LOF-02-01", Assert.Single(register.Links).MetricId);
        Assert.Equal("Two posts stood vacant.", Assert.Single(await StoredQuestions.ListAsync(store, default)).Answer);
        var review = (await StoredReviews.ReadAsync(store, register, default))[Reviewed.Year];
        Assert.Equal("Is it a stretch?", Assert.Single(review.Comments).Text);
        Assert.True(await new Accounts(store).IsPasswordAsync(FirstRelease.Account, FirstRelease.Password, default));
        Assert.True(await new Accounts(store).HasAuthenticatorAsync(FirstRelease.Account, default));
        Assert.Equal("{\"a\":1}", Assert.Single(await new Drafts(store).ReadAsync(FirstRelease.Account, ["figure CS01"], default)).Value);
        var report = await ReportVerb.RunAsync("report", test.Text, "--period", "2019/20", "--format", "csv,html", "--out", folder.Path("paper"));
        Assert.True(report.Code == 0, report.Error);
        Assert.IsType<BackupResult.Made>(await Backup.MakeAsync(store, folder.Path("after.zip"), replace: false, null, default));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_copy_is_made_before_a_step_that_adds_to_what_was_there(string engine)
    {
        using var folder = new TemporaryFolder();
        using var test = await FirstRelease.LeftAsync(engine);
        var columns = await FirstRelease.ColumnsAsync(test);
        var before = await FirstRelease.RowsAsync(test, columns);

        var done = Done(await Upgrade.RunAsync(test.Address, folder.Path("before"), Tomorrow(test), test.Clock, default));

        Assert.Equal("tomorrow", done.Steps[^1]);
        Assert.Equal(folder.Path("before"), done.Backup);
        Assert.Equal(before, await FirstRelease.RowsAsync(test, columns));
        Assert.NotEqual(["0"], await test.ReadAsync("SELECT count(*) FROM tomorrow"));
        await using (var db = Store.ContextFor(Engine.Of(test.Address), await test.ConnectAsync(), []))
        {
            Assert.Empty((await AuditTrail.VerifyAsync(db, null, null, default)).Breaks);
        }

        if (engine == TestStore.Sqlite)
        {
            using var copy = TestStore.Empty(engine);
            File.Copy(folder.Path("before"), copy.Text);
            Assert.Equal(before, await FirstRelease.RowsAsync(copy, columns));
            Assert.Equal("tomorrow", Done(await Upgrade.RunAsync(copy.Address, folder.Path("again"), Tomorrow(copy), copy.Clock, default)).Steps[^1]);
        }
        else
        {
            Assert.Equal(Texts(FirstRelease.Tables), Texts(folder.Path("before")));
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_changed_or_a_broken_step_is_refused_and_the_store_is_as_it_was(string engine)
    {
        using var folder = new TemporaryFolder();
        using var test = await FirstRelease.LeftAsync(engine);
        var columns = await FirstRelease.ColumnsAsync(test);
        var before = await FirstRelease.RowsAsync(test, columns);

        var changed = Tomorrow(test).Select(script => script.Number == 3 ? script with { Sql = script.Sql + "\n-- one line more" } : script).ToList();
        Assert.Contains("003-kept", Refused(await Upgrade.RunAsync(test.Address, folder.Path("changed"), changed, test.Clock, default)));
        Assert.False(File.Exists(folder.Path("changed")));
        var tomorrow = Tomorrow(test);
        IReadOnlyList<SchemaScript> broken = [.. tomorrow, new SchemaScript(tomorrow[^1].Number + 1, "broken", "DROP TABLE draft; SELECT nonsense")];
        Assert.Contains("is as it was", Refused(await Upgrade.RunAsync(test.Address, folder.Path("broken"), broken, test.Clock, default)));

        Assert.Equal(columns, await FirstRelease.ColumnsAsync(test));
        Assert.Equal(before, await FirstRelease.RowsAsync(test, columns));
        Assert.IsType<UpgradeResult.Done>(await Upgrade.RunAsync(test.Address, folder.Path("well"), tomorrow, test.Clock, default));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_backup_of_the_first_release_is_restored_into_the_tables_of_a_later_one(string engine)
    {
        using var test = TestStore.Empty(engine);
        var restored = Assert.IsType<RestoreResult.Restored>(await Restore.RunAsync(FirstRelease.Backup, test.Address, Tomorrow(test), acceptsBrokenTrail: false, test.Clock, null, default));
        Assert.Empty(restored.Breaks);
        Assert.NotEqual(["0"], await test.ReadAsync("SELECT count(*) FROM tomorrow"));
        foreach (var table in restored.Manifest.Tables)
        {
            Assert.Equal([$"{table.Rows}"], await test.ReadAsync($"SELECT count(*) FROM {table.Name}"));
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_archive_from_before_a_table_was_made_is_restored_and_one_with_a_table_that_its_steps_do_not_make_is_refused(string engine)
    {
        using var folder = new TemporaryFolder();
        using var test = TestStore.Empty(engine);
        var stray = Assert.IsType<RestoreResult.Refused>(await Restore.RunAsync(WithoutMapping(folder.Path("stray.zip"), keepsTable: true), test.Address, acceptsBrokenTrail: true, test.Clock, null, default));
        Assert.Contains("metric_link", stray.Reason);
        var older = Assert.IsType<RestoreResult.Restored>(await Restore.RunAsync(WithoutMapping(folder.Path("older.zip"), keepsTable: false), test.Address, acceptsBrokenTrail: true, test.Clock, null, default));
        Assert.NotEmpty(older.Breaks);
        Assert.Equal(["0"], await test.ReadAsync("SELECT count(*) FROM metric_link"));
        Assert.Equal(SchemaScripts.For(Engine.Of(test.Address)).Select(script => script.Name), await test.ReadAsync("SELECT name FROM schema_script ORDER BY number"));
        Assert.IsType<StoreResult.Opened>(await Store.OpenAsync(test.Address, test.Clock, default));
    }

    /// <summary>This program's steps, and one more that looks at what was there.</summary>
    private static IReadOnlyList<SchemaScript> Tomorrow(TestStore test)
    {
        var today = SchemaScripts.For(Engine.Of(test.Address));
        return [.. today, new SchemaScript(today[^1].Number + 1, "tomorrow", "CREATE TABLE tomorrow (ref text NOT NULL PRIMARY KEY); INSERT INTO tomorrow SELECT DISTINCT ref FROM description; ALTER TABLE draft ADD COLUMN novelty text")];
    }

    /// <summary>The backup as it would be without the step that made the mapping, with or without what that step's table holds.</summary>
    private static string WithoutMapping(string path, bool keepsTable)
    {
        File.Copy(FirstRelease.Backup, path);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
        var entry = zip.GetEntry("manifest.json")!;
        JsonNode manifest;
        using (var text = entry.Open())
        {
            manifest = JsonNode.Parse(text)!;
        }

        entry.Delete();
        manifest["scripts"]!.AsArray().RemoveAll(script => (int)script!["number"]! == FirstRelease.LastScript);
        if (!keepsTable)
        {
            Assert.Equal(1, manifest["tables"]!.AsArray().RemoveAll(table => (string)table!["name"]! == "metric_link"));
        }

        using var changed = new StreamWriter(zip.CreateEntry("manifest.json").Open());
        changed.Write(manifest.ToJsonString());
        return path;
    }

    private static Dictionary<string, string> Texts(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        return zip.Entries.ToDictionary(entry => entry.Name, entry =>
        {
            using var text = new StreamReader(entry.Open());
            return text.ReadToEnd();
        });
    }

    private static UpgradeResult.Done Done(UpgradeResult result) => result switch
    {
        UpgradeResult.Done done => done,
        UpgradeResult.Refused refused => throw new Xunit.Sdk.XunitException(refused.Reason),
        _ => throw new InvalidOperationException(),
    };

    private static string Refused(UpgradeResult result) => Assert.IsType<UpgradeResult.Refused>(result).Reason;
}
