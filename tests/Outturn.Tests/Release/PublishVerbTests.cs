using System.Diagnostics;
using Outturn.App.People;
using Outturn.App.Release;
using Outturn.Core.People;
using Outturn.Tests.Import;
using Outturn.Tests.Papers;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Release;

/// <summary>The verbs of a report's way, over a real store.</summary>
public sealed class PublishVerbTests
{
    [Fact]
    public async Task A_paper_is_genuine_byte_for_byte_and_a_changed_one_is_not()
    {
        using var county = await ReleasedCounty.IssuedAsync();
        using var folder = new TemporaryFolder();
        Assert.Equal((1, null), await Publisher.RunAsync(county.Store, folder.Path("public.db"), default));
        var file = (await StoredReports.FilesAsync(county.Store, ReleasedCounty.Report, 1, default)).Single(file => file.Format == "html");
        var bytes = (await StoredReports.BytesAsync(county.Store, file.Digest, default))!;
        await File.WriteAllBytesAsync(folder.Path(file.Name), bytes);
        var genuine = await ReportVerb.RunAsync("verify", folder.Path(file.Name), "--public", folder.Path("public.db"));
        Assert.Equal(0, genuine.Code);
        Assert.Contains($"edition 1 (issue) of {ReleasedCounty.Report}", genuine.Output, StringComparison.Ordinal);
        bytes[^20]++;
        await File.WriteAllBytesAsync(folder.Path("changed.html"), bytes);
        var changed = await ReportVerb.RunAsync("verify", folder.Path("changed.html"), "--store", county.Test.Text);
        Assert.Equal(1, changed.Code);
        Assert.Contains("Not genuine", changed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rehearsal_marks_every_page_and_makes_nothing_public()
    {
        using var county = await ReleasedCounty.BegunAsync();
        using var folder = new TemporaryFolder();
        var run = await ReportVerb.RunAsync("publish", "rehearse", county.Test.Text, ReleasedCounty.Report, "--out", folder.Path("out"));
        Assert.True(run.Code == 0, run.Error);
        Assert.Contains("Rehearsal: not for publication", await File.ReadAllTextAsync(folder.Path($"out/rehearsal-{ReleasedCounty.Report}.html")), StringComparison.Ordinal);
        Assert.Contains("What would stop the sign-off today", run.Output, StringComparison.Ordinal);
        Assert.Empty(await StoredReports.IssuedAsync(county.Store, default));
        Assert.Empty(await county.Test.ReadAsync("SELECT file FROM backup_made"));
        File.WriteAllText(folder.Path("file"), "");
        var nowhere = await ReportVerb.RunAsync("publish", "rehearse", county.Test.Text, ReleasedCounty.Report, "--out", folder.Path("file"));
        Assert.Equal(1, nowhere.Code);
        Assert.Contains("is no folder that files can be put into", nowhere.Error, StringComparison.Ordinal);

        var (clone, refusal) = await RehearsalStore.MakeAsync(county.Store, Directory.CreateDirectory(folder.Path("clone")).FullName, null, default);
        Assert.True(clone is not null, refusal);
        Assert.Contains("rehearsal", (await Publisher.RunAsync(clone, folder.Path("public.db"), default)).Refusal, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Path("public.db")));
    }

    [Fact]
    public async Task A_step_that_cannot_be_taken_says_what_comes_next_and_by_whom()
    {
        using var county = await ReleasedCounty.BegunAsync();
        async Task<string> SaysAsync(string verb, params string[] rest)
        {
            var run = await ReportVerb.RunAsync(["publish", verb, county.Test.Text, ReleasedCounty.Report, .. rest, "--as", "analyst"]);
            Assert.Equal(1, run.Code);
            return run.Error;
        }

        Assert.Contains("Next: outturn publish review", await SaysAsync("sign-off"), StringComparison.Ordinal);
        Assert.Equal(0, (await ReportVerb.RunAsync("publish", "review", county.Test.Text, ReleasedCounty.Report, "--as", "analyst")).Code);
        Assert.Contains("there are Contact Centre; ", await SaysAsync("sign", "Nosuch"), StringComparison.Ordinal);
        Assert.Contains("--on-behalf", await SaysAsync("sign", "Finance"), StringComparison.Ordinal);
        Assert.Contains("Next: outturn publish sign ", await SaysAsync("schedule", "--at", "01/12/2090 09:30"), StringComparison.Ordinal);
        await county.SignOffAsync();
        Assert.Contains("next: outturn publish schedule, by somebody other than analyst.", (await ReportVerb.RunAsync("publish", "status", county.Test.Text)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_two_people_who_let_a_report_out_are_people_with_accounts_where_there_are_any()
    {
        using var county = await ReleasedCounty.SignedOffAsync();
        Assert.IsType<PersonResult.Kept>(await StoredPeople.KeepAsync(county.Store, new Person("releaser", "Rel Easer (fictional)", [Role.Releaser], [], []), "analyst", null, default));
        var unknown = await ReportVerb.RunAsync("publish", "schedule", county.Test.Text, ReleasedCounty.Report, "--at", "01/12/2090 09:30", "--as", "somebody-else");
        Assert.Equal(1, unknown.Code);
        Assert.Contains("somebody-else has no account here", unknown.Error, StringComparison.Ordinal);
        Assert.Null((await county.LifeAsync()).Last.ReleaseAt);

        Assert.IsType<PersonResult.Kept>(await StoredPeople.KeepAsync(county.Store, new Person("reader", "Rea Der (fictional)", [Role.Reader], [], []), "analyst", null, default));
        var reader = await ReportVerb.RunAsync("publish", "back", county.Test.Text, ReleasedCounty.Report, "--why", "A test.", "--as", "READER");
        Assert.Equal(1, reader.Code);
        Assert.Contains("The roles of reader do not reach this step", reader.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_would_schedule_a_withdrawal_is_told_that_it_is_confirmed()
    {
        using var county = await ReleasedCounty.IssuedAsync();
        Assert.Equal(0, (await ReportVerb.RunAsync("publish", "withdraw", county.Test.Text, ReleasedCounty.Report, "--reason", "It names a person.", "--as", "analyst")).Code);
        var scheduled = await ReportVerb.RunAsync("publish", "schedule", county.Test.Text, ReleasedCounty.Report, "--at", "01/12/2090 09:30", "--as", "releaser");
        Assert.Equal(1, scheduled.Code);
        Assert.Contains("It is a withdrawal: somebody other than who proposed it confirms it", scheduled.Error, StringComparison.Ordinal);
        Assert.Contains("Next: outturn publish confirm-withdrawal, by somebody other than analyst.", scheduled.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_verb_does_not_take_is_wrong_use()
    {
        using var county = await ReleasedCounty.BegunAsync();
        var begun = await ReportVerb.RunAsync("publish", "begin", county.Test.Text, "--committee", "Cabinet", "--report", "Quarterly Performance Report", "--period", "Q4 2025/26", "--as", "analyst");
        Assert.Equal(2, begun.Code);
        Assert.Contains("say --report or --committee", begun.Error, StringComparison.Ordinal);
        var signed = await ReportVerb.RunAsync("publish", "sign", county.Test.Text, ReleasedCounty.Report, "Finance", "--role", "boss", "--as", "analyst");
        Assert.Equal(2, signed.Code);
        Assert.Contains("Nobody signs off as \"boss\"", signed.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is a folder")]
    [InlineData("none/public.db", "There is no folder")]
    public async Task Nothing_is_issued_for_a_public_store_that_cannot_be_there(string file, string says)
    {
        using var county = await ReleasedCounty.ScheduledAsync();
        using var folder = new TemporaryFolder();
        var run = await ReportVerb.RunAsync("publish", "run", county.Test.Text, "--public", Path.Combine(folder.Path(""), file));
        Assert.Equal(1, run.Code);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
        Assert.Empty(await StoredReports.IssuedAsync(county.Store, default));
    }

    [Fact]
    public async Task A_council_s_own_store_is_not_taken_for_the_public_one_when_a_paper_is_checked()
    {
        using var county = await ReleasedCounty.BegunAsync();
        var run = await ReportVerb.RunAsync("verify", county.Test.Text, "--public", county.Test.Text);
        Assert.Equal(1, run.Code);
        Assert.Contains("is no public store", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_scheduled_for_now_goes_out_with_the_next_run()
    {
        using var county = await ReleasedCounty.SignedOffAsync();
        using var folder = new TemporaryFolder();
        var scheduled = await ReportVerb.RunAsync("publish", "schedule", county.Test.Text, ReleasedCounty.Report, "--at", "now", "--as", "releaser");
        Assert.True(scheduled.Code == 0, scheduled.Error);
        Assert.Contains($"Issued {ReleasedCounty.Report}, edition 1.", (await ReportVerb.RunAsync("publish", "run", county.Test.Text, "--public", folder.Path("public.db"))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_whose_pdf_fails_is_not_scheduled_and_without_libreoffice_only_by_a_yes()
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("This test needs a shell, as ./test does.");
        }

        using var county = await ReleasedCounty.SignedOffAsync();
        using var folder = new TemporaryFolder();
        var broken = folder.Write("soffice", "#!/bin/sh\necho 'the disk is full' >&2\nexit 77\n"u8.ToArray());
        File.SetUnixFileMode(broken, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        foreach (string[] yes in new string[][] { [], ["--without-pdf"] })
        {
            var failed = await ScheduleAsync(county, broken, yes);
            Assert.Equal(1, failed.Code);
            Assert.Contains("Its PDF could not be made, so it is not scheduled. LibreOffice ended with code 77: the disk is full.", failed.Error, StringComparison.Ordinal);
        }

        var missing = await ScheduleAsync(county, folder.Path("nothing"));
        Assert.Equal(1, missing.Code);
        Assert.Contains("It would go out without a PDF, because LibreOffice is not on this machine", missing.Error, StringComparison.Ordinal);
        Assert.Equal(Core.Release.EditionState.SignedOff, (await county.LifeAsync()).Last.State);

        var said = await ScheduleAsync(county, folder.Path("nothing"), "--without-pdf");
        Assert.True(said.Code == 0, said.Error);
        Assert.Contains("without a PDF", said.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(await StoredReports.FilesAsync(county.Store, ReleasedCounty.Report, 1, default), file => file.Format == "pdf");
    }

    /// <summary>In a process of its own, whose environment says where LibreOffice is.</summary>
    private static async Task<ProgramRun> ScheduleAsync(ReleasedCounty county, string soffice, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "outturn.dll"), "publish", "schedule", county.Test.Text, ReleasedCounty.Report, "--at", "01/12/2090 09:30", "--as", "releaser", .. more])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["OUTTURN_SOFFICE"] = soffice },
        };
        using var program = Process.Start(start)!;
        var (output, error) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync();
        return new ProgramRun(program.ExitCode, await output, await error);
    }
}
