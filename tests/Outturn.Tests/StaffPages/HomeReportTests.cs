using System.Net;
using System.Text.RegularExpressions;
using Outturn.App.Registers;
using Outturn.App.Release;
using Outturn.Core.People;
using Outturn.Core.Release;
using Outturn.Web.Parts;
using Outturn.Web.Release;

namespace Outturn.Tests.StaffPages;

/// <summary>What reports on their way ask of somebody stands on their home page, and nothing that they cannot do.</summary>
public sealed partial class HomeReportTests
{
    [Fact]
    public async Task Whoever_is_next_to_act_on_a_report_finds_it_on_their_home_page()
    {
        await using var app = await StaffApp.StartAsync();
        using var analyst = await app.SignInAsync(Role.Analyst);
        using var director = await app.SignInAsync(Role.Director);
        using var releaser = await app.SignInAsync(Role.Releaser);
        var report = await BeginAsync(analyst);
        Assert.DoesNotContain("Sign off", (await director.GetAsync("/")).Text, StringComparison.Ordinal);

        await analyst.PostAsync($"{report}/send", $"{report}/send");
        Assert.DoesNotContain("Sign off", (await analyst.GetAsync("/")).Text, StringComparison.Ordinal);
        var home = (await director.GetAsync("/")).Text;
        Assert.Contains("Sign off Finance", home, StringComparison.Ordinal);
        Assert.Contains("Your services only: Finance.", home, StringComparison.Ordinal);
        var section = Section().Match(home).Groups[1].Value;
        var page = await director.GetAsync(section);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        await director.PostAsync(section, section, ("Does", "sign"));
        Assert.DoesNotContain("Sign off", (await director.GetAsync("/")).Text, StringComparison.Ordinal);

        await SignOffAsync(app, report);
        Assert.Contains($"href=\"{report}/schedule\"", (await releaser.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Schedule its release", (await analyst.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_form_for_a_kind_of_edition_that_there_is_none_of()
    {
        await using var app = await StaffApp.StartAsync();
        using var analyst = await app.SignInAsync(Role.Analyst);
        var report = await BeginAsync(analyst);
        Assert.Equal(HttpStatusCode.OK, (await analyst.GetAsync($"{report}/edition?kind={EditionKind.Withdrawal.Name()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.GetAsync($"{report}/edition?kind=nonsense")).Status);
    }

    [Fact]
    public async Task A_signed_off_report_is_shut_at_every_address_to_those_who_neither_prepare_nor_release_it_and_a_draft_is_marked()
    {
        await using var app = await StaffApp.StartAsync();
        using var analyst = await app.SignInAsync(Role.Analyst);
        using var reader = await app.SignInAsync(Role.Reader);
        using var director = await app.SignInAsync(Role.Director);
        const string download = "/dashboards/policy-and-resources/download/html?to=2020-03-31";
        Assert.DoesNotContain(Embargo.Mark, (await reader.GetAsync(download)).Text, StringComparison.Ordinal);
        var report = await BeginAsync(analyst);
        await analyst.PostAsync($"{report}/send", $"{report}/send");
        Assert.Contains(Embargo.Mark, (await reader.GetAsync(download)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await director.GetAsync($"{report}/draft/html")).Status);
        var own = (await director.GetAsync(report)).Text;
        Assert.Contains("Finance", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Checklist", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Contact Centre", own, StringComparison.Ordinal);

        await SignOffAsync(app, report);
        foreach (var format in (string[])["html", "docx", "csv", "json", "package"])
        {
            var shut = await reader.GetAsync(download.Replace("html", format, StringComparison.Ordinal));
            Assert.Contains(Embargo.Shut, shut.Text, StringComparison.Ordinal);
        }

        Assert.Contains(Embargo.Mark, (await analyst.GetAsync(download)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_is_taken_on_what_was_seen_and_on_nothing_else()
    {
        await using var app = await StaffApp.StartAsync();
        using var analyst = await app.SignInAsync(Role.Analyst);
        using var administrator = await app.SignInAsync(Role.Administrator);
        using var releaser = await app.SignInAsync(Role.Releaser);
        var report = await BeginAsync(analyst);
        await SignOffAsync(app, report, sends: true);
        var opened = await releaser.GetAsync($"{report}/schedule");
        Assert.Equal(Outturn.Reports.Pdf.PdfPrinter.LibreOffice is null, opened.Text.Contains("It goes out without a PDF", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.PostAsync($"{report}/back", $"{report}/back", ("Reason", "One more word."))).Status);
        await SignOffAsync(app, report, sends: true);
        var refused = await releaser.PostAsync($"{report}/schedule", ("__RequestVerificationToken", opened.Token), ("Seen", opened.Seen!), ("OnDay", "01/06/2090"), ("Time", "09:30"));
        Assert.Contains("The report has changed since you opened this page", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody has proposed to withdraw it.", (await releaser.GetAsync($"{report}/withdraw")).Text, StringComparison.Ordinal);
    }

    /// <summary>Begins the year-end report, and gives its address.</summary>
    private static async Task<string> BeginAsync(Visitor analyst) => (await analyst.PostAsync("/reports", "/reports/begin", ("Meeting", "policy-and-resources_2020-03-31"))).Location!;

    /// <summary>The whole by the analyst, its sections left aside.</summary>
    private static async Task SignOffAsync(StaffApp app, string report, bool sends = false)
    {
        var (store, name) = (app.Council.Store, report.Split('/')[^1]);
        using var live = new LiveCouncil(store);
        var now = await live.ReadAsync(default);
        var draft = (await new DraftPapers(new LiveReference(null), new KnownThen(store)).OfAsync(now, now.Life(name)!, default)).Draft!.AsItIs with { Sections = [], Blocking = [] };
        if (sends)
        {
            Assert.IsType<StepResult.Taken>(await ReportSteps.SendForReviewAsync(store, name, draft, StaffApp.Account(Role.Analyst), null, default));
        }

        Assert.IsType<StepResult.Taken>(await ReportSteps.SignAllAsync(store, name, draft, StaffApp.Account(Role.Analyst), default));
    }

    [GeneratedRegex("href=\"(/reports/[^\"]+/sections/finance/director)\"")]
    private static partial Regex Section();
}
