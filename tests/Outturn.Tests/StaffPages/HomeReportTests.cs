using System.Net;
using System.Text.RegularExpressions;
using Outturn.App.Release;
using Outturn.Core.People;
using Outturn.Core.Release;

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
        var meeting = Meeting().Match((await analyst.GetAsync("/reports")).Text).Value;
        var begun = await analyst.PostAsync("/reports", "/reports/begin", ("Meeting", meeting));
        var (report, name) = (begun.Location!, begun.Location!.Split('/')[^1]);
        Assert.DoesNotContain("Sign off", (await director.GetAsync("/")).Text, StringComparison.Ordinal);

        await analyst.PostAsync($"{report}/send", $"{report}/send");
        Assert.DoesNotContain("Sign off", (await analyst.GetAsync("/")).Text, StringComparison.Ordinal);
        var home = (await director.GetAsync("/")).Text;
        Assert.Contains("Sign off Finance", home, StringComparison.Ordinal);
        Assert.Contains("Your services only: Finance.", home, StringComparison.Ordinal);
        var section = Section().Match(home).Groups[1].Value;
        var page = await director.GetAsync(section);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        await director.PostAsync(section, section, ("Seen", Seen().Match(page.Text).Groups[1].Value), ("Does", "sign"));
        Assert.DoesNotContain("Sign off", (await director.GetAsync("/")).Text, StringComparison.Ordinal);

        var store = app.Council.Store;
        Assert.IsType<StepResult.Taken>(await ReportSteps.SignAllAsync(store, name, new DraftAsItIs(store.LastWritten, "as it was", [], new Dictionary<string, string>(), []), StaffApp.Account(Role.Analyst), default));
        Assert.Contains($"href=\"{report}/schedule\"", (await releaser.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Schedule its release", (await analyst.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_form_for_a_kind_of_edition_that_there_is_none_of()
    {
        await using var app = await StaffApp.StartAsync();
        using var analyst = await app.SignInAsync(Role.Analyst);
        var report = (await analyst.PostAsync("/reports", "/reports/begin", ("Meeting", Meeting().Match((await analyst.GetAsync("/reports")).Text).Value))).Location!;
        Assert.Equal(HttpStatusCode.OK, (await analyst.GetAsync($"{report}/edition?kind={EditionKind.Withdrawal.Name()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.GetAsync($"{report}/edition?kind=nonsense")).Status);
    }

    [GeneratedRegex("policy-and-resources_[0-9-]+|[a-z-]+_2020-03-31")]
    private static partial Regex Meeting();

    [GeneratedRegex("href=\"(/reports/[^\"]+/sections/finance/director)\"")]
    private static partial Regex Section();

    [GeneratedRegex("name=\"Seen\" value=\"([0-9a-f]+)\"")]
    private static partial Regex Seen();
}
