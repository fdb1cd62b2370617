using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Outturn.App.Audit;
using Outturn.App.Registers;
using Outturn.App.Release;
using Outturn.App.Stores;
using Outturn.Core.Dashboards;
using Outturn.Core.Papers;
using Outturn.Core.People;
using Outturn.Core.Release;
using Outturn.Reports.Issued;
using Outturn.Tests.Import;
using Outturn.Tests.Papers;
using Outturn.Tests.Stores;
using Outturn.Web.Release;

namespace Outturn.Tests.Release;

/// <summary>A report becomes public once, on time, by two people, and stays as it was.</summary>
public sealed class ReportLifeTests
{
    private static readonly int Edits = Environment.GetEnvironmentVariable("OUTTURN_SOAK") == "1" ? 1000 : 100;

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task A_report_goes_from_draft_to_the_public_and_the_trail_says_how(string engine)
    {
        using var county = await ReleasedCounty.ScheduledAsync(engine);
        Assert.Empty(await Issuing.IssueDueAsync(county.Store, ReleasedCounty.ReleaseAt.AddTicks(-1), default));
        Assert.Single(await Issuing.IssueDueAsync(county.Store, ReleasedCounty.ReleaseAt, default));
        Assert.Empty(await Issuing.IssueDueAsync(county.Store, ReleasedCounty.ReleaseAt.AddHours(1), default));
        var life = await county.LifeAsync();
        Assert.Equal("Issued", life.Text);
        Assert.Equal(("analyst", "releaser"), (life.Last.PreparedBy, life.Last.ReleasedBy));
        using var folder = new TemporaryFolder();
        Assert.Equal((1, (string?)null), await Publisher.RunAsync(county.Store, folder.Path("public.db"), default));
        Assert.Equal((0, (string?)null), await Publisher.RunAsync(county.Store, folder.Path("public.db"), default));
        Assert.Empty((await AuditTrail.VerifyAsync(county.Store, null, null, default)).Breaks);
        Assert.Equal((await county.DigestsAsync()).Where(file => !file.Key.EndsWith(".zip", StringComparison.Ordinal)), PublicFiles(folder.Path("public.db")));
    }

    [Fact]
    public async Task Whoever_signed_it_off_does_not_release_it()
    {
        using var county = await ReleasedCounty.SignedOffAsync();
        var draft = await county.DraftAsync();
        Assert.Contains("somebody else", ReleasedCounty.Refused(await ReportSteps.ScheduleAsync(county.Store, ReleasedCounty.Report, draft.AsItIs, "", [], ReleasedCounty.ReleaseAt, "analyst", default)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_that_changed_since_it_was_signed_off_is_signed_off_anew()
    {
        using var county = await ReleasedCounty.BegunAsync();
        var draft = await county.DraftAsync();
        ReleasedCounty.Taken(await ReportSteps.SendForReviewAsync(county.Store, ReleasedCounty.Report, draft.AsItIs, "analyst", null, default));
        var section = draft.AsItIs.Sections[0];
        ReleasedCounty.Taken(await ReportSteps.SignSectionAsync(county.Store, ReleasedCounty.Report, draft.AsItIs, section.Service, section.Role, ReleasedCounty.Analyst, "By e-mail.", default));
        var signed = (await county.LifeAsync()).Last;
        Assert.DoesNotContain(section, EditionRules.StillToSign(signed, draft.AsItIs.Sections, draft.AsItIs.SectionDigests));
        await county.ReviseAsync(draft.Rated!.Dashboard.Services.First(service => service.Service.Name == section.Service).Indicators[0]);
        var moved = await county.DraftAsync();
        Assert.Contains(section, EditionRules.StillToSign((await county.LifeAsync()).Last, moved.AsItIs.Sections, moved.AsItIs.SectionDigests));
    }

    [Fact]
    public async Task What_changed_after_the_sign_off_is_not_released_unseen()
    {
        using var county = await ReleasedCounty.SignedOffAsync();
        await county.ReviseAsync((await county.DraftAsync()).Rated!.Dashboard.Indicators.First());
        var draft = await county.DraftAsync();
        Assert.Contains("have changed since it was signed off", ReleasedCounty.Refused(await ReportSteps.ScheduleAsync(county.Store, ReleasedCounty.Report, draft.AsItIs, "", [], ReleasedCounty.ReleaseAt, "releaser", default)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_issued_stays_as_it_was_through_a_thousand_edits()
    {
        using var county = await ReleasedCounty.IssuedAsync();
        var before = await county.DigestsAsync();
        Assert.Equal(7, before.Count);
        var indicators = (await county.DraftAsync()).Rated!.Dashboard.Indicators.Where(indicator => indicator.Indicator.Formula is null && indicator.Rated.Point.Observation.IsPresent).ToList();
        for (var i = 0; i < Edits; i++)
        {
            await county.ReviseAsync(indicators[i % indicators.Count], 1 + i);
        }

        Assert.Equal(before, await county.DigestsAsync());
        Assert.All((await StoredReports.IssuedAsync(county.Store, default)).Single().Files, file => Assert.Equal(file.Digest, before[file.Name]));
    }

    [Fact]
    public async Task A_correction_keeps_the_old_beside_the_new_and_a_withdrawal_leaves_its_reason()
    {
        using var county = await ReleasedCounty.IssuedAsync();
        var changed = (await county.DraftAsync()).Rated!.Dashboard.Indicators.First();
        await county.ReviseAsync(changed);
        ReleasedCounty.Taken(await ReportSteps.BeginEditionAsync(county.Store, ReleasedCounty.Report, EditionKind.Correction, "analyst", "The first figure was counted twice.", default));
        await county.SignOffAsync();
        await county.ScheduleAsync(county.Test.Clock.Now);
        Assert.Single(await Issuing.IssueDueAsync(county.Store, county.Test.Clock.Now, default));
        var life = await county.LifeAsync();
        Assert.Equal("Corrected", life.Text);
        var edition = (await EditionMaking.ReadAsync(county.Store, life.Current!.Digest, default))!;
        Assert.Equal("The first figure was counted twice.", edition.Reason);
        var revision = edition.Revisions.First(revision => revision.Ref == changed.Indicator.Ref && revision.What == Revisions.Figure);
        Assert.NotEqual(revision.Old, revision.New);
        var page = (await StoredReports.FilesAsync(county.Store, ReleasedCounty.Report, 2, default)).Single(known => known.Format == "html");
        var printed = System.Text.Encoding.UTF8.GetString((await StoredReports.BytesAsync(county.Store, page.Digest, default))!);
        Assert.Contains("Corrected (edition 2): The first figure was counted twice.", printed, StringComparison.Ordinal);
        Assert.Contains("What is other than in the edition before", printed, StringComparison.Ordinal);

        using var folder = new TemporaryFolder();
        Assert.Equal((2, null), await Publisher.RunAsync(county.Store, folder.Path("public.db"), default));
        ReleasedCounty.Taken(await ReportSteps.BeginEditionAsync(county.Store, ReleasedCounty.Report, EditionKind.Withdrawal, "analyst", "It names a person.", default));
        var (file, bytes, title) = (await EditionMaking.TombstoneAsync(county.Store, await county.LifeAsync(), county.Test.Clock.Now, default))!.Value;
        Assert.Contains("somebody else", ReleasedCounty.Refused(await Issuing.WithdrawAsync(county.Store, ReleasedCounty.Report, file, bytes, title, county.Test.Clock.Now, "analyst", default)), StringComparison.Ordinal);
        ReleasedCounty.Taken(await Issuing.WithdrawAsync(county.Store, ReleasedCounty.Report, file, bytes, title, county.Test.Clock.Now, "releaser", default));
        Assert.Equal((1, null), await Publisher.RunAsync(county.Store, folder.Path("public.db"), default));
        Assert.Equal([file.Name], PublicFiles(folder.Path("public.db")).Keys);
        Assert.Equal("Withdrawn", (await county.LifeAsync()).Text);
    }

    [Fact]
    public async Task The_package_for_the_agenda_holds_the_files_of_the_edition_byte_for_byte()
    {
        using var county = await ReleasedCounty.ScheduledAsync();
        var files = await StoredReports.FilesAsync(county.Store, ReleasedCounty.Report, 1, default);
        var package = files.Single(file => !file.IsForPublic);
        using var zip = new ZipArchive(new MemoryStream((await StoredReports.BytesAsync(county.Store, package.Digest, default))!));
        var inside = zip.Entries.Select(entry =>
        {
            using var read = entry.Open();
            return Convert.ToHexStringLower(SHA256.HashData(read));
        }).ToHashSet();
        Assert.All(files.Where(file => file.Format is "docx" or "pdf" or "xlsx" or "csv"), file => Assert.Contains(file.Digest, inside));
        Assert.Contains(zip.Entries, entry => entry.Name.Contains("Accessibility", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_supplement_says_what_arrived_and_the_report_stands()
    {
        using var county = await ReleasedCounty.IssuedAsync();
        var changed = (await county.DraftAsync()).Rated!.Dashboard.Indicators.First();
        await county.ReviseAsync(changed);
        ReleasedCounty.Taken(await ReportSteps.BeginEditionAsync(county.Store, ReleasedCounty.Report, EditionKind.Supplement, "analyst", "A late figure.", default));
        await county.SignOffAsync();
        await county.ScheduleAsync(county.Test.Clock.Now);
        Assert.Single(await Issuing.IssueDueAsync(county.Store, county.Test.Clock.Now, default));
        var editions = await StoredReports.IssuedAsync(county.Store, default);
        Assert.Equal([EditionKind.Issue, EditionKind.Supplement], editions.Select(edition => edition.Head.Kind));
        Assert.Equal(1, (await county.LifeAsync()).Current!.Number);
        Assert.StartsWith("Supplement to", editions[1].Title, StringComparison.Ordinal);
    }

    /// <summary>The files that the public store serves, by their names.</summary>
    private static SortedDictionary<string, string> PublicFiles(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT f.name, b.digest FROM edition_file f JOIN file b ON b.digest = f.digest";
        using var rows = command.ExecuteReader();
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        while (rows.Read())
        {
            files.Add(rows.GetString(0), rows.GetString(1));
        }

        return files;
    }

    [Fact]
    public async Task A_table_of_signatures_says_who_has_signed_off_and_leaves_room_for_who_has_not()
    {
        var register = ReleasedCounty.Folder.Register;
        var asked = EditionRules.Sections(Dashboard.Of(register, register.Committees[0], new DateOnly(2026, 3, 31), new DateOnly(2026, 7, 1)))[0].Post;
        var other = register.Posts.First(post => post.Role == PostRole.Other);
        SignatureLine[] lines = [new("Cleared by", asked, null, 1), new("Agreed by", other, null, 2)];
        using var county = await ReleasedCounty.BegunAsync(folder: ReleasedCounty.Folder with { Register = register with { House = register.House with { Signatures = lines } } });
        await county.SignOffAsync();
        await county.ScheduleAsync(ReleasedCounty.ReleaseAt);
        var files = await StoredReports.FilesAsync(county.Store, ReleasedCounty.Report, 1, default);
        foreach (var (format, tables) in new (string, Func<byte[], IReadOnlyList<PaperTable>>)[] { ("html", PaperTables.OfHtml), ("docx", PaperTables.OfWord) })
        {
            var bytes = (await StoredReports.BytesAsync(county.Store, files.Single(file => file.Format == format).Digest, default))!;
            var table = tables(bytes).Single(table => table.Caption == "Who signs this report");
            Assert.Equal(["Cleared by", asked.Title, asked.Name ?? "", "Signed off electronically", "1 July 2026"], table.Rows[1]);
            Assert.Equal(["Agreed by", other.Title, other.Name ?? "", "", ""], table.Rows[2]);
        }
    }

    [Fact]
    public async Task A_proposed_withdrawal_is_confirmed_or_given_up_and_goes_no_other_way()
    {
        using var county = await ReleasedCounty.IssuedAsync();
        ReleasedCounty.Taken(await ReportSteps.BeginEditionAsync(county.Store, ReleasedCounty.Report, EditionKind.Withdrawal, "analyst", "It names a person.", default));
        var draft = (await county.DraftAsync()).AsItIs with { Sections = [], Blocking = [] };
        StepResult[] results =
        [
            await ReportSteps.SendForReviewAsync(county.Store, ReleasedCounty.Report, draft, "analyst", null, default),
            await ReportSteps.SignSectionAsync(county.Store, ReleasedCounty.Report, await SectionsAsync(county), "Finance", Role.Director, ReleasedCounty.Analyst, "By e-mail.", default),
            await ReportSteps.SignAllAsync(county.Store, ReleasedCounty.Report, draft, "analyst", default),
            await ReportSteps.ScheduleAsync(county.Store, ReleasedCounty.Report, draft, "", [], ReleasedCounty.ReleaseAt, "releaser", default),
            await ReportSteps.TakeBackAsync(county.Store, ReleasedCounty.Report, "analyst", "A test.", default),
        ];
        Assert.All(results, result => Assert.Contains("It is a withdrawal", ReleasedCounty.Refused(result), StringComparison.Ordinal));
        Assert.Contains("Say why", ReleasedCounty.Refused(await ReportSteps.GiveUpAsync(county.Store, ReleasedCounty.Report, "analyst", " ", default)), StringComparison.Ordinal);
        ReleasedCounty.Taken(await ReportSteps.GiveUpAsync(county.Store, ReleasedCounty.Report, "analyst", "It names nobody.", default));
        Assert.Equal("Issued", (await county.LifeAsync()).Text);
    }

    [Fact]
    public async Task A_signature_that_was_carried_over_to_a_correction_can_be_taken_back_and_stays_with_the_edition_that_it_was_given_for()
    {
        using var county = await ReleasedCounty.IssuedAsync();
        ReleasedCounty.Taken(await ReportSteps.BeginEditionAsync(county.Store, ReleasedCounty.Report, EditionKind.Correction, "analyst", "A figure was wrong.", default));
        var sections = await SectionsAsync(county);
        ReleasedCounty.Taken(await ReportSteps.SendForReviewAsync(county.Store, ReleasedCounty.Report, sections, "analyst", null, default));
        Assert.Empty(EditionRules.StillToSign((await county.LifeAsync()).Last, sections.Sections, sections.SectionDigests));
        ReleasedCounty.Taken(await ReportSteps.TakeSignOffBackAsync(county.Store, ReleasedCounty.Report, "Finance", Role.Director, ReleasedCounty.Analyst, "They object.", default));
        var life = await county.LifeAsync();
        Assert.Equal("Finance", Assert.Single(EditionRules.StillToSign(life.Last, sections.Sections, sections.SectionDigests)).Service);
        Assert.Contains(life.Editions[0].SignOffs, said => said is { Service: "Finance", Role: Role.Director });
        ReleasedCounty.Taken(await ReportSteps.SignSectionAsync(county.Store, ReleasedCounty.Report, sections, "Finance", Role.Director, ReleasedCounty.Analyst, "By e-mail.", default));
        Assert.Empty(EditionRules.StillToSign((await county.LifeAsync()).Last, sections.Sections, sections.SectionDigests));
    }

    [Fact]
    public async Task What_a_director_has_signed_themselves_nobody_records_over()
    {
        using var county = await ReleasedCounty.BegunAsync();
        var sections = await SectionsAsync(county);
        ReleasedCounty.Taken(await ReportSteps.SendForReviewAsync(county.Store, ReleasedCounty.Report, sections, "analyst", null, default));
        var director = new Person("d.finance", "Director of Finance (fictional)", [Role.Director], ["Finance"], []);
        ReleasedCounty.Taken(await ReportSteps.SignSectionAsync(county.Store, ReleasedCounty.Report, sections, "Finance", Role.Director, director, null, default));
        Assert.Contains("d.finance has signed it off already", ReleasedCounty.Refused(await ReportSteps.SignSectionAsync(county.Store, ReleasedCounty.Report, sections, "Finance", Role.Director, ReleasedCounty.Analyst, "In the corridor.", default)), StringComparison.Ordinal);
        Assert.Null(Assert.Single((await county.LifeAsync()).Last.SignOffs).OnBehalf);
    }

    [Fact]
    public async Task Whoever_was_admitted_to_what_was_scheduled_is_not_admitted_to_what_is_scheduled_anew()
    {
        using var county = await ReleasedCounty.ScheduledAsync();
        ReleasedCounty.Taken(await PreReading.AdmitAsync(county.Store, ReleasedCounty.Report, "press", "For the morning.", county.Test.Clock.Now, "analyst", default));
        Assert.Single((await county.LifeAsync()).Last.PreReaders);
        Assert.Contains("take it back first", ReleasedCounty.Refused(await ReportSteps.GiveUpAsync(county.Store, ReleasedCounty.Report, "analyst", "A test.", default)), StringComparison.Ordinal);
        county.Test.Clock.Now = county.Test.Clock.Now.AddMinutes(1);
        ReleasedCounty.Taken(await ReportSteps.TakeBackAsync(county.Store, ReleasedCounty.Report, "analyst", "A word is missing.", default));
        await county.SignOffAsync();
        await county.ScheduleAsync(ReleasedCounty.ReleaseAt);
        Assert.Empty((await county.LifeAsync()).Last.PreReaders);
    }

    [Fact]
    public async Task An_answer_is_for_the_error_that_was_answered_and_for_no_other_in_its_place()
    {
        using var county = await ReleasedCounty.BegunAsync();
        async Task<ChecklistItem> WriteAsync(string text)
        {
            Assert.IsType<RegisterEditResult.Made>(await RegisterEdit.RunAsync(county.Store, new Act("analyst", "edit register", "texts", "A test."), register =>
                RegisterDraft.Of(register with { Texts = new SortedDictionary<string, string>(register.Texts.ToDictionary(), StringComparer.Ordinal) { [TextPlace.Introduction] = text } }), default));
            return (await new ReportChecks(county.Store).OfAsync(await county.NowAsync(), await county.LifeAsync(), await county.DraftAsync(), default)).Single(item => item is { Check: Check.NumberContradicts, Subject: TextPlace.Introduction });
        }

        var first = await WriteAsync("There are 99 KPIs.");
        ReleasedCounty.Taken(await ReportSteps.AnswerForAsync(county.Store, ReleasedCounty.Report, first.AnsweredAs(), "analyst", "Counted otherwise.", default));
        var answered = (await county.LifeAsync()).Last.Overrides.Select(said => said.Check).ToHashSet();
        Assert.False(first.Blocks(answered.Contains(first.AnsweredAs())));
        var second = await WriteAsync("All KPIs met their target.");
        Assert.Equal(first.Key, second.Key);
        Assert.True(second.Blocks(answered.Contains(second.AnsweredAs())));
    }

    private static async Task<DraftAsItIs> SectionsAsync(ReleasedCounty county) => (await county.DraftAsync()).AsItIs;
}
