using System.Net;
using System.Text.RegularExpressions;
using Outturn.App.Collection;
using Outturn.Core.People;
using Outturn.Core.Periods;
using Outturn.Tests.Collection;
using Outturn.Tests.Stores;

namespace Outturn.Tests.StaffPages;

/// <summary>The analyst's own paragraphs, written on the report's own page: they stay through every rebuild, one whose figures have moved is marked, and nobody's words are lost to a colleague's.</summary>
public sealed partial class ReportTextsTests : IAsyncLifetime
{
    private const string Report = "/reports/policy-and-resources-2019-20";
    private const string Texts = Report + "/texts";
    private const string Finance = "text.policy-and-resources/service-finance";
    private const string FinanceSeen = "seen.policy-and-resources/service-finance";

    private StaffApp app = null!;

    public async Task InitializeAsync()
    {
        app = await StaffApp.StartAsync();
        using var analyst = await app.SignInAsync(Role.Analyst);
        await analyst.PostAsync("/reports", "/reports/begin", ("Meeting", "policy-and-resources_2020-03-31"));
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_paragraph_for_one_committee_stands_in_its_draft_and_the_texts_for_every_committee_stay()
    {
        using var analyst = await app.SignInAsync(Role.Analyst);
        var before = await StoreFixture.RegisterAsync(app.Council);
        Assert.Equal(HttpStatusCode.Redirect, (await KeepAsync(analyst, "Collection **held up** in the winter.")).Status);
        Assert.Contains("Collection <strong>held up</strong> in the winter.", (await analyst.GetAsync($"{Report}/draft/html")).Text, StringComparison.Ordinal);
        var after = await StoreFixture.RegisterAsync(app.Council);
        Assert.Equal("Collection **held up** in the winter.", after.Texts["policy-and-resources/service-finance"]);
        Assert.Equal(before.Texts.Where(text => !text.Key.EndsWith("/service-finance", StringComparison.Ordinal)), after.Texts.Where(text => !text.Key.EndsWith("/service-finance", StringComparison.Ordinal)));

        await KeepAsync(analyst, "Next:\n\n3. first\n4. second\n\n- a point");
        var listed = (await analyst.GetAsync($"{Report}/draft/html")).Text;
        Assert.All(new[] { "<span class=\"number\">3.</span> first</p>", "<span class=\"number\">4.</span> second</p>", "<li>a point</li>" }, part => Assert.Contains(part, listed, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Redirect, (await KeepAsync(analyst, "")).Status);
        Assert.Equal(before.Texts, (await StoreFixture.RegisterAsync(app.Council)).Texts);
    }

    [Fact]
    public async Task A_text_that_a_colleague_has_changed_meanwhile_is_shown_before_it_is_replaced()
    {
        using var analyst = await app.SignInAsync(Role.Analyst);
        using var administrator = await app.SignInAsync(Role.Administrator);
        var opened = await analyst.GetAsync(Texts);
        Assert.Equal(HttpStatusCode.Redirect, (await KeepAsync(administrator, "A colleague's words.")).Status);
        var refused = await PostAsync(analyst, opened, "My words.");
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains("A colleague&#x27;s words.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("My words.", refused.Text, StringComparison.Ordinal);
        Assert.Equal("A colleague's words.", (await StoreFixture.RegisterAsync(app.Council)).Texts["policy-and-resources/service-finance"]);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(analyst, refused, "My words.")).Status);
        Assert.Equal("My words.", (await StoreFixture.RegisterAsync(app.Council)).Texts["policy-and-resources/service-finance"]);
    }

    [Fact]
    public async Task What_somebody_has_not_touched_is_as_a_colleague_has_left_it_and_a_form_without_texts_takes_none_away()
    {
        using var analyst = await app.SignInAsync(Role.Analyst);
        using var administrator = await app.SignInAsync(Role.Administrator);
        var opened = await administrator.GetAsync(Texts);
        await KeepAsync(analyst, "A colleague's words.");
        const string introduction = "text.policy-and-resources/introduction";
        var seen = Seen().Matches(opened.Text).Select(field => (field.Groups[1].Value, field.Groups[2].Value));
        var texts = Areas().Matches(opened.Text).Select(field => (field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value).TrimStart('\n', '\r'))).Where(field => field.Item1 != introduction);
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.PostAsync(Texts, [("__RequestVerificationToken", opened.Token), .. seen, .. texts, (introduction, "An introduction.")])).Status);
        var kept = (await StoreFixture.RegisterAsync(app.Council)).Texts;
        Assert.Equal(("A colleague's words.", "An introduction."), (kept["policy-and-resources/service-finance"], kept["policy-and-resources/introduction"]));

        await administrator.PostAsync(Texts, [("__RequestVerificationToken", opened.Token), .. seen]);
        Assert.Equal(kept, (await StoreFixture.RegisterAsync(app.Council)).Texts);
    }

    [Fact]
    public async Task A_paragraph_whose_figures_have_moved_is_marked_until_somebody_says_that_it_holds()
    {
        using var analyst = await app.SignInAsync(Role.Analyst);
        await KeepAsync(analyst, "Nearly all was collected.");
        Assert.DoesNotContain("Figures have moved", (await analyst.GetAsync(Texts)).Text, StringComparison.Ordinal);
        var correction = Collected.Counts("FN07", Period.Month(2020, 3), 7_000, 12_549);
        await Submissions.SubmitAsync(app.Council.Store, [correction], "payments-manager", null, new SubmitOptions((_, _) => "A test."), default);
        var marked = await analyst.GetAsync(Texts);
        Assert.Contains("Figures have moved since the text under the heading Finance was written", marked.Text, StringComparison.Ordinal);
        Assert.Contains("FN07", marked.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Texts}\"", (await analyst.GetAsync(Report)).Text, StringComparison.Ordinal);
        var (holds, seen) = (Holds().Match(marked.Text).Groups[1].Value, MovedSeen().Match(marked.Text).Groups[1].Value);
        Assert.Contains("moved again since you opened", (await analyst.PostAsync(Texts, ("__RequestVerificationToken", marked.Token), ("Holds", holds), ("MovedSeen", "other"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await analyst.PostAsync(Texts, ("__RequestVerificationToken", marked.Token), ("Holds", holds), ("MovedSeen", seen))).Status);
        Assert.DoesNotContain("Figures have moved since the text under the heading Finance", (await analyst.GetAsync(Texts)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_signs_a_section_off_reads_its_paragraph_and_is_asked_again_when_it_is_another()
    {
        using var analyst = await app.SignInAsync(Role.Analyst);
        using var director = await app.SignInAsync(Role.Director);
        await KeepAsync(analyst, "Nearly all was collected.");
        await analyst.PostAsync($"{Report}/send", $"{Report}/send");
        const string section = $"{Report}/sections/finance/director";
        Assert.Contains("Nearly all was collected.", (await director.GetAsync(section)).Text, StringComparison.Ordinal);
        await director.PostAsync(section, section, ("Does", "sign"));
        Assert.DoesNotContain("changed since", (await director.GetAsync(section)).Text, StringComparison.Ordinal);

        await KeepAsync(analyst, "Less was collected than last year.");
        var again = (await director.GetAsync(section)).Text;
        Assert.Contains("Less was collected than last year.", again, StringComparison.Ordinal);
        Assert.Contains("It has changed since it was signed off", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_of_a_report_is_offered_no_cure_that_they_cannot_open()
    {
        using var reader = await app.SignInAsync(Role.Reader);
        var page = (await reader.GetAsync(Report)).Text;
        Assert.Contains("Checklist", page, StringComparison.Ordinal);
        foreach (var link in Links().Matches(page).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value)).Where(link => link.StartsWith('/')).Distinct())
        {
            Assert.Equal((link, HttpStatusCode.OK), (link, (await reader.GetAsync(link)).Status));
        }
    }

    private static async Task<Answer> KeepAsync(Visitor visitor, string text) => await PostAsync(visitor, await visitor.GetAsync(Texts), text);

    /// <summary>Sends the page's form as it was shown, with another text for Finance.</summary>
    private static Task<Answer> PostAsync(Visitor visitor, Answer shown, string text)
    {
        var seen = Seen().Matches(shown.Text).Select(field => (field.Groups[1].Value, field.Groups[2].Value));
        var texts = Areas().Matches(shown.Text).Select(field => (field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value).TrimStart('\n', '\r'))).Where(field => field.Item1 != Finance);
        return visitor.PostAsync(Texts, [("__RequestVerificationToken", shown.Token), .. seen, .. texts, (Finance, text)]);
    }

    [GeneratedRegex("name=\"(seen\\.[^\"]+)\" value=\"([0-9a-f]+)\"")]
    private static partial Regex Seen();

    [GeneratedRegex("<textarea[^>]* name=\"(text\\.[^\"]+)\"[^>]*>([^<]*)</textarea>")]
    private static partial Regex Areas();

    [GeneratedRegex("name=\"Holds\" value=\"([^\"]+finance)\"")]
    private static partial Regex Holds();

    [GeneratedRegex("name=\"MovedSeen\" value=\"([0-9a-f]+)\"")]
    private static partial Regex MovedSeen();

    [GeneratedRegex("href=\"([^\"#]+)")]
    private static partial Regex Links();
}
