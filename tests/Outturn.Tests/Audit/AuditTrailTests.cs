using Outturn.App.Audit;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Indicators;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Audit;

/// <summary>The audit trail: whole as it was written, and broken by anything done to it past the program.</summary>
public sealed class AuditTrailTests
{
    /// <summary>What somebody could do with the file or the password, once the triggers are out of the way.</summary>
    private static readonly Dictionary<string, string[]> Tamperings = new()
    {
        ["an entry edited"] = ["UPDATE audit_entry SET who = 'somebody else' WHERE number = 2"],
        ["an entry's time moved"] = ["UPDATE audit_entry SET at = (SELECT at FROM audit_entry WHERE number = 1) WHERE number = 3"],
        ["an entry deleted"] = ["DELETE FROM audit_entry WHERE number = 2"],
        ["the end cut off, facts and all"] = ["DELETE FROM commentary WHERE entry = 4", "DELETE FROM council WHERE entry = 4", "DELETE FROM audit_entry WHERE number = 4"],
        ["the beginning cut off"] = ["DELETE FROM audit_entry WHERE number = 1"],
        ["two entries swapped"] = ["UPDATE audit_entry SET number = 99 WHERE number = 2", "UPDATE audit_entry SET number = 2 WHERE number = 3", "UPDATE audit_entry SET number = 3 WHERE number = 99"],
        ["an entry put in"] = ["INSERT INTO audit_entry (number, at, who, action, subject, facts, facts_digest, previous, hash) SELECT 5, at, who, action, subject, 0, facts_digest, hash, hash FROM audit_entry WHERE number = 4"],
        ["a figure edited"] = ["UPDATE observation SET numerator = '165' WHERE ref = 'GL02' AND numerator = '164.0'", "UPDATE observation SET numerator = 165 WHERE ref = 'GL02' AND numerator = 164"],
        ["a figure deleted"] = ["DELETE FROM observation WHERE ref = 'CS01' AND ordinal = (SELECT min(ordinal) FROM observation WHERE ref = 'CS01')"],
        ["a figure put in"] = ["INSERT INTO observation (ref, frequency, ordinal, version, entry, withdrawn, marker) SELECT ref, frequency, ordinal - 1, 1, entry, withdrawn, marker FROM observation WHERE ref = 'CS01' AND ordinal = (SELECT min(ordinal) FROM observation WHERE ref = 'CS01')"],
        ["a figure put in for an entry to come"] = ["INSERT INTO observation (ref, frequency, ordinal, version, entry, withdrawn, marker) SELECT ref, frequency, ordinal, version + 1, 77, withdrawn, marker FROM observation WHERE ref = 'CS01' AND ordinal = (SELECT min(ordinal) FROM observation WHERE ref = 'CS01')"],
        ["two figures swapped"] = ["UPDATE observation SET ordinal = 0 WHERE ref = 'CS01' AND ordinal = (SELECT max(ordinal) FROM observation WHERE ref = 'CS01')"],
        ["a target edited"] = ["UPDATE levels SET target = NULL WHERE ref = 'CS01'"],
        ["a text edited"] = ["UPDATE wording SET content = 'All is well.' WHERE digest = (SELECT min(digest) FROM wording)"],
        ["a text taken away"] = ["UPDATE wording SET content = NULL, salt = NULL WHERE digest = (SELECT min(digest) FROM wording)"],
        ["a text taken away in the name of another entry"] = ["UPDATE wording SET content = NULL, salt = NULL, redacted_by = 2 WHERE digest = (SELECT min(digest) FROM wording)"],
        ["a text deleted"] = ["DELETE FROM wording WHERE digest = (SELECT min(digest) FROM wording)"],
        ["the record of the end edited"] = ["UPDATE chain_head SET number = 3"],
        ["the record of the end deleted"] = ["DELETE FROM chain_head"],
    };

    public static TheoryData<string, string> EveryTampering
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var tampering in Tamperings.Keys)
            {
                data.Add(TestStore.Sqlite, tampering);
                data.Add(TestStore.Postgres, tampering);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task The_trail_of_an_untouched_store_is_whole(string engine)
    {
        using var test = await FourChangesAsync(engine);
        var verdict = await AuditTrail.VerifyAsync(test.Store, null, null, CancellationToken.None);
        Assert.Empty(verdict.Breaks);
        Assert.Equal(4, verdict.Entries);
        Assert.True(verdict.Facts > 900);
    }

    [Theory]
    [MemberData(nameof(EveryTampering))]
    public async Task Whatever_is_done_to_a_store_past_the_program_is_found(string engine, string tampering)
    {
        using var test = await FourChangesAsync(engine);
        await test.UnlockAsync("audit_entry", "observation", "levels", "wording", "council", "commentary");
        if (engine == TestStore.Postgres)
        {
            await test.SqlAsync("DO $$ DECLARE k record; BEGIN FOR k IN SELECT conname, conrelid::regclass t FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', k.t, k.conname); END LOOP; END $$");
        }

        var touched = 0;
        foreach (var sql in Tamperings[tampering])
        {
            touched += engine == TestStore.Postgres && sql.Contains("'164.0'", StringComparison.Ordinal) ? 0 : await test.SqlAsync(sql);
        }

        Assert.True(touched > 0);
        Assert.NotEmpty((await AuditTrail.VerifyAsync(test.Store, null, null, CancellationToken.None)).Breaks);
    }

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task A_head_noted_elsewhere_finds_a_trail_that_was_written_anew(string engine)
    {
        using var test = await FourChangesAsync(engine);
        var noted = await AuditTrail.VerifyAsync(test.Store, null, null, CancellationToken.None);
        Assert.True((await AuditTrail.VerifyAsync(test.Store, (noted.Entries, noted.Head), null, CancellationToken.None)).IsWhole);
        test.Clock.Now = test.Clock.Now.AddDays(-1);
        using var anew = await FourChangesAsync(engine);
        Assert.Equal(4, Assert.Single((await AuditTrail.VerifyAsync(anew.Store, (noted.Entries, noted.Head), null, CancellationToken.None)).Breaks).Entry);
    }

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task A_redacted_text_is_gone_everywhere_and_the_trail_holds(string engine)
    {
        using var test = await FourChangesAsync(engine);
        const string Name = "case officers left in May";
        Assert.NotEmpty(await Redaction.FindAsync(test.Store, Name, CancellationToken.None));
        Assert.IsType<RedactionResult.Refused>(await Redaction.RunAsync(test.Store, Name, "analyst", null, CancellationToken.None));
        Assert.IsType<RedactionResult.Refused>(await Redaction.RunAsync(test.Store, Name, "analyst", $"It said {Name}.", CancellationToken.None));
        Assert.Equal(1, Assert.IsType<RedactionResult.Redacted>(await Redaction.RunAsync(test.Store, Name, "analyst", "Named a person.", CancellationToken.None)).Texts);
        var verdict = await AuditTrail.VerifyAsync(test.Store, null, null, CancellationToken.None);
        Assert.Empty(verdict.Breaks);
        Assert.Equal(1, verdict.Redacted);
        var commentary = (await StoreFixture.RegisterAsync(test)).Indicators.Single(history => history.Indicator.Ref == "GL02").Commentaries.Single(said => said.Cause == "[redacted]");
        Assert.NotEqual("[redacted]", commentary.Action);
        if (test.Address is StoreAddress.SqliteFile { Path: var path })
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(path)!))
            {
                Assert.DoesNotContain(Name, System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task The_list_says_who_changed_what_and_why_and_one_entry_shows_old_and_new(string engine)
    {
        using var test = await FourChangesAsync(engine);
        var lines = await AuditList.ReadAsync(test.Store, new AuditFilter(Most: 2), CancellationToken.None);
        Assert.Equal([4L, 3], lines.Select(line => line.Number));
        Assert.Equal("Change 4.", lines[0].Why);
        var shown = (await AuditList.ReadAsync(test.Store, 4, CancellationToken.None))!;
        Assert.Equal(["council Wealdshire 4: name \"Wealdshire 3\" → \"Wealdshire 4\""], shown.Changes.Where(change => change.StartsWith("council", StringComparison.Ordinal)));
        Assert.Null(await AuditList.ReadAsync(test.Store, 5, CancellationToken.None));
        Assert.Equal([2L, 1], (await AuditList.ReadAsync(test.Store, new AuditFilter(Before: 3), CancellationToken.None)).Select(line => line.Number));
    }

    /// <summary>An import and three changes of it.</summary>
    private static async Task<TestStore> FourChangesAsync(string engine)
    {
        var test = await TestStore.CreateAsync(engine);
        var folder = await StoreFixture.TakeAsync(test, "wealdshire");
        for (var i = 2; i <= 4; i++)
        {
            test.Clock.Now = test.Clock.Now.AddDays(1);
            var histories = folder.Register.Indicators.Select(history => history.Indicator.Ref != "GL02" ? history : history with
            {
                Commentaries = [.. history.Commentaries, new Commentary(history.Figures[i].Period, $"Context {i}.", null, null, null, null, null)],
            });
            folder = folder with { Register = folder.Register with { Council = folder.Register.Council with { Name = $"Wealdshire {i}" }, Indicators = [.. histories] } };
            Assert.IsType<RegisterImportResult.Compared>(await StoreFixture.TakeAsync(test, folder, $"Change {i}."));
        }

        return test;
    }
}
