using System.IO.Compression;
using Outturn.App.Audit;
using Outturn.App.Backups;
using Outturn.App.Collection;
using Outturn.App.Stores;
using Outturn.Core.Collection;
using Outturn.Core.Observations;
using Outturn.Tests.Collection;
using Outturn.Tests.Import;
using Outturn.Tests.Papers;
using Outturn.Tests.Registers;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Backups;

/// <summary>Backups: verified when they are made, restored on either engine, refused when they are damaged.</summary>
public sealed class BackupTests
{
    public static TheoryData<string> Engines => TestStore.Engines;

    public static TheoryData<string, string> FromTo => new()
    {
        { TestStore.Sqlite, TestStore.Sqlite },
        { TestStore.Sqlite, TestStore.Postgres },
        { TestStore.Postgres, TestStore.Sqlite },
        { TestStore.Postgres, TestStore.Postgres },
    };

    [Theory]
    [MemberData(nameof(FromTo))]
    public async Task The_drill_on_an_empty_machine_gives_every_version_of_every_fact_and_the_same_paper(string from, string to)
    {
        using var folder = new TemporaryFolder();
        using var test = await LivedInAsync(from);
        var made = Assert.IsType<BackupResult.Made>(await Backup.MakeAsync(test.Store, folder.Path("council.zip"), replace: false, null, CancellationToken.None));
        using var empty = TestStore.Empty(to);
        var restored = Assert.IsType<RestoreResult.Restored>(await Restore.RunAsync(folder.Path("council.zip"), empty.Address, acceptsBrokenTrail: false, test.Clock, null, CancellationToken.None));
        Assert.Empty(restored.Breaks);
        var again = TestStore.Opened(await Store.OpenAsync(empty.Address, test.Clock, CancellationToken.None));
        var copy = Assert.IsType<BackupResult.Made>(await Backup.MakeAsync(again, folder.Path("again.zip"), replace: false, null, CancellationToken.None));
        Assert.Equal(made.Manifest.Tables, copy.Manifest.Tables);
        Assert.Contains(made.Manifest.Tables, table => table is { Name: "internal_note", Rows: 1 });
        Assert.True((await AuditTrail.VerifyAsync(again, (made.Manifest.HeadNumber, made.Manifest.HeadHash), null, CancellationToken.None)).IsWhole);
        foreach (var (store, name) in new[] { (test, "before"), (empty, "after") })
        {
            Assert.Equal(0, (await ReportVerb.RunAsync("report", store.Text, "--period", "2019/20", "--format", "html,csv,docx", "--out", folder.Path(name))).Code);
        }

        Assert.All(Directory.EnumerateFiles(folder.Path("before")), file => Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(folder.Path("after"), Path.GetFileName(file)))));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_backup_is_made_while_others_write(string engine)
    {
        using var folder = new TemporaryFolder();
        using var test = await Collected.WealdshireAsync(engine);
        using var beside = await WriterProcess.StartAsync("submit", test.Text, "40", "10000");
        var listening = beside.ListenAsync();
        var made = Assert.IsType<BackupResult.Made>(await Backup.MakeAsync(test.Store, folder.Path("council.zip"), replace: false, null, CancellationToken.None));
        await listening;
        Assert.Equal(40, beside.Acknowledged);
        Assert.InRange(made.Manifest.HeadNumber, 2, 42);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_damaged_archive_is_refused_and_nothing_is_left_behind(string engine)
    {
        using var folder = new TemporaryFolder();
        using var test = await LivedInAsync(TestStore.Sqlite);
        var whole = folder.Path("council.zip");
        Assert.IsType<BackupResult.Made>(await Backup.MakeAsync(test.Store, whole, replace: false, null, CancellationToken.None));
        var bytes = await File.ReadAllBytesAsync(whole);
        Dictionary<string, byte[]> damaged = new()
        {
            ["cut off"] = bytes[..(bytes.Length / 2)],
            ["one byte"] = [.. bytes[..(bytes.Length / 3)], (byte)(bytes[bytes.Length / 3] ^ 1), .. bytes[((bytes.Length / 3) + 1)..]],
            ["a picture"] = [0x89, 0x50, 0x4E, 0x47],
            ["nothing"] = [],
            ["a figure changed"] = Changed(bytes, "tables/observation.jsonl", text => text.Replace("164,", "165,", StringComparison.Ordinal)),
            ["a row gone"] = Changed(bytes, "tables/levels.jsonl", text => text[(text.IndexOf('\n') + 1)..]),
            ["a table gone"] = Changed(bytes, "tables/levels.jsonl", _ => null),
            ["no manifest"] = Changed(bytes, "manifest.json", _ => null),
            ["another format"] = Changed(bytes, "manifest.json", text => text.Replace("\"format\": 1", "\"format\": 9", StringComparison.Ordinal)),
            ["a script from the future"] = Changed(bytes, "manifest.json", text => text.Replace("\"number\": 4", "\"number\": 400", StringComparison.Ordinal)),
        };
        foreach (var (what, content) in damaged)
        {
            using var empty = TestStore.Empty(engine);
            var refused = await Restore.RunAsync(folder.Write("damaged.zip", content), empty.Address, acceptsBrokenTrail: false, test.Clock, null, CancellationToken.None);
            Assert.True(refused is RestoreResult.Refused, what);
            Assert.IsType<StoreResult.Refused>(await Store.OpenAsync(empty.Address, test.Clock, CancellationToken.None));
            Assert.True(empty.Address is not StoreAddress.SqliteFile { Path: var path } || !Directory.EnumerateFiles(Path.GetDirectoryName(path)!).Any(), what);
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_backup_that_is_consistent_with_itself_and_not_with_its_audit_trail_is_refused(string engine)
    {
        using var folder = new TemporaryFolder();
        using var test = await LivedInAsync(engine);
        await test.UnlockAsync("levels");
        await test.SqlAsync("UPDATE levels SET target = NULL WHERE ref = 'CS01'");
        Assert.IsType<BackupResult.Made>(await Backup.MakeAsync(test.Store, folder.Path("council.zip"), replace: false, null, CancellationToken.None));
        using var empty = TestStore.Empty(engine);
        Assert.Contains("audit trail", Assert.IsType<RestoreResult.Refused>(await Restore.RunAsync(folder.Path("council.zip"), empty.Address, acceptsBrokenTrail: false, test.Clock, null, CancellationToken.None)).Reason);
        Assert.NotEmpty(Assert.IsType<RestoreResult.Restored>(await Restore.RunAsync(folder.Path("council.zip"), empty.Address, acceptsBrokenTrail: true, test.Clock, null, CancellationToken.None)).Breaks);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_restore_never_writes_over_a_store_and_a_backup_never_over_a_file(string engine)
    {
        using var folder = new TemporaryFolder();
        using var test = await LivedInAsync(engine);
        Assert.IsType<BackupResult.Made>(await Backup.MakeAsync(test.Store, folder.Path("council.zip"), replace: false, null, CancellationToken.None));
        Assert.IsType<BackupResult.Refused>(await Backup.MakeAsync(test.Store, folder.Path("council.zip"), replace: false, null, CancellationToken.None));
        Assert.IsType<RestoreResult.Refused>(await Restore.RunAsync(folder.Path("council.zip"), test.Address, acceptsBrokenTrail: false, test.Clock, null, CancellationToken.None));
        Assert.Empty(Directory.EnumerateFiles(folder.Path(""), "*.unverified"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Doctor_says_what_is_in_order_and_what_mends_what_is_not(string engine)
    {
        using var folder = new TemporaryFolder();
        using var test = TestStore.Empty(engine);
        Assert.Contains("outturn init", Assert.Single(await Doctor.LookAsync(test.Address, test.Clock, CancellationToken.None)).Mend);
        Assert.Equal(0, (await ReportVerb.RunAsync("init", "--store", test.Text)).Code);
        Assert.Equal(["outturn import FOLDER", "outturn backup FILE.zip"], Ill(await Doctor.LookAsync(test.Address, test.Clock, CancellationToken.None)));
        Assert.Equal(0, (await ReportVerb.RunAsync("import", Examples.Folder("hart"), "--store", test.Text)).Code);
        Assert.Equal(0, (await ReportVerb.RunAsync("backup", folder.Path("hart.zip"), "--store", test.Text)).Code);
        Assert.Empty(Ill(await Doctor.LookAsync(test.Address, test.Clock, CancellationToken.None)));
        await test.SqlAsync("INSERT INTO observation (ref, frequency, ordinal, version, entry, withdrawn, marker) SELECT 'STRAY', frequency, ordinal, version, entry, withdrawn, marker FROM observation WHERE ref = (SELECT min(ref) FROM observation)");
        Assert.Equal(2, Ill(await Doctor.LookAsync(test.Address, test.Clock, CancellationToken.None)).Length);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_older_store_is_brought_up_to_date_after_it_was_copied_and_a_step_that_fails_leaves_it_as_it_was(string engine)
    {
        using var folder = new TemporaryFolder();
        using var test = await LivedInAsync(engine);
        var scripts = SchemaScripts.For(test.Store.Engine);
        var next = scripts.Max(script => script.Number) + 1;
        var broken = await Upgrade.RunAsync(test.Address, folder.Path("copy-1"), [.. scripts, new SchemaScript(next, "next-broken", "CREATE TABLE half (id integer); SELECT nonsense")], test.Clock, CancellationToken.None);
        Assert.IsType<UpgradeResult.Refused>(broken);
        Assert.IsType<StoreResult.Opened>(await Store.OpenAsync(test.Address, test.Clock, CancellationToken.None));
        IReadOnlyList<SchemaScript> newer = [.. scripts, new SchemaScript(next, "next-new", "CREATE TABLE novelty (id integer NOT NULL PRIMARY KEY)")];
        var both = await Task.WhenAll(Enumerable.Range(2, 2).Select(i => Task.Run(() => Upgrade.RunAsync(test.Address, folder.Path($"copy-{i}"), newer, test.Clock, CancellationToken.None))));
        Assert.Equal([0, 1], both.Select(result => Assert.IsType<UpgradeResult.Done>(result).Steps.Count).Order());
        Assert.True(new FileInfo(both.Cast<UpgradeResult.Done>().Single(done => done.Backup is not null).Backup!).Length > 1000);
        Assert.Contains("newer Outturn", Assert.IsType<StoreResult.Refused>(await Store.OpenAsync(test.Address, test.Clock, CancellationToken.None)).Reason);
    }

    private static string[] Ill(IEnumerable<DoctorLine> lines) =>
        [.. lines.Where(line => !line.IsWell && !line.What.StartsWith("The server may lose", StringComparison.Ordinal)).Select(line => line.Mend!)];

    /// <summary>A store with several versions, texts, evidence, a note and a redaction in it.</summary>
    private static async Task<TestStore> LivedInAsync(string engine)
    {
        var test = await Collected.WealdshireAsync(engine);
        var sent = new SentFigure("CS01", new Submission(Collected.June, new Observation(97.25m)) { InternalNote = "Ask Jo.", Forecast = new Forecast(97m, "As before: \"steady\".\nNo change.") }, new EvidenceFile("survey.pdf", [0, 1, 2, 255]));
        Assert.IsType<SubmitResult.Accepted>(await test.SubmitAsync(sent, "contact-manager", (SubmissionWarning.OutsideHistory, "True.")));
        Assert.IsType<SubmitResult.Accepted>(await test.SubmitAsync(Collected.Value("CS01", Collected.June, 97.5m), "contact-manager", (SubmissionWarning.OutsideHistory, "True.")));
        Assert.IsType<RedactionResult.Redacted>(await Redaction.RunAsync(test.Store, "case officers left", "analyst", "Named a person.", CancellationToken.None));
        return test;
    }

    private static byte[] Changed(byte[] archive, string name, Func<string, string?> change)
    {
        using var stream = new MemoryStream();
        stream.Write(archive);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(name)!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }

            entry.Delete();
            if (change(text) is { } changed)
            {
                Assert.NotEqual(text, changed);
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(changed);
            }
        }

        return stream.ToArray();
    }
}
