using System.Net;
using AngleSharp.Html.Parser;
using Outturn.Core.People;
using Outturn.Tests.Stores;

namespace Outturn.Tests.StaffPages;

/// <summary>What somebody with ill will sends: script in every text, forged forms, other services' figures, addresses that are no addresses.</summary>
public sealed class HostileInputTests : IAsyncLifetime
{
    private StaffApp app = null!;

    public static TheoryData<string> Payloads =>
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'-alert(1)-'", "javascript:alert(1)", "</textarea><script>alert(1)</script>", "<svg/onload=alert(1)>",
        "{{constructor.constructor('alert(1)')()}}", "&lt;script&gt;alert(1)&lt;/script&gt;", "%3Cscript%3Ealert(1)%3C/script%3E", "'; DROP TABLE observation; --", "\" OR 1=1 --", "=cmd|'/C calc'!A0", "\u202Etxt.exe", "[click](javascript:alert(1))",
    ];

    public async Task InitializeAsync() => app = await StaffApp.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task What_is_typed_stays_text_on_every_page_that_shows_it(string payload)
    {
        using var contributor = await app.SignInAsync(Role.Contributor);
        var id = "FN07_2020-04-30";
        var sent = await contributor.PostAsync($"/collect/enter/FN07/2020-04-30", "/collect/enter?handler=Submit",
            ("figure", id), ("known", "0"), ($"{id}.numerator", "60"), ($"{id}.denominator", "100"), ($"{id}.note", payload), ($"{id}.context", payload), ($"{id}.internal", payload), ($"{id}.cause", payload), ($"{id}.action", payload),
            ($"{id}.owner", "Director of Finance"), ($"{id}.due", "30/09/2020"), ($"{id}.recovery", payload), ($"{id}.forecast", "80"), ($"{id}.forecast-reason", payload), ($"{id}.reason.outside-history", payload), ($"{id}.reason.ten-times", payload));
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        using var member = await app.SignInAsync(Role.Member);
        Assert.Equal(HttpStatusCode.Redirect, (await member.PostAsync("/questions/ask/FN07", "/questions/ask/FN07", ("text", payload))).Status);
        await ReviewAsync(contributor, payload);
        using var administrator = await app.SignInAsync(Role.Administrator);
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.PostAsync("/admin/people/new", "/admin/people/new?handler=Keep", ("NewAccount", "somebody"), ("Name", payload), ("Roles", "reader"), ("Why", payload))).Status);

        var parser = new HtmlParser();
        var shown = 0;
        foreach (var path in new[]
        {
            "/", "/collect", "/collect/enter/FN07/2020-04-30", "/indicators/FN07", "/indicators/FN07/2020-04-30", "/questions", "/questions/FN07/1", "/questions?q=" + Uri.EscapeDataString(payload), "/indicators?q=" + Uri.EscapeDataString(payload),
            "/admin/people", "/admin/people/somebody", "/admin/audit", "/admin/audit?about=" + Uri.EscapeDataString(payload), "/dashboards/policy-and-resources?to=2020-04-30", "/indicators/edit/FN07",
            "/review", "/review/2020-21/services/finance", "/review/2020-21/proposals/FN07", "/review/2020-21/proposals/FN99", "/review/2020-21/proposals/FN07/propose", "/review/2020-21/comments", "/review/2020-21/comments/1/reply", "/review/2020-21/adoption", "/review/changes",
        })
        {
            var answer = await administrator.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            var page = parser.ParseDocument(answer.Text);
            Assert.All(page.Scripts, script => Assert.StartsWith("/look/", script.Source));
            Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name == "style"));
            Assert.DoesNotContain(page.Links, link => link.GetAttribute("href")?.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) == true);
            Assert.Empty(page.QuerySelectorAll("img, iframe, object, embed, base, style"));
            shown += page.DocumentElement.TextContent.Contains(payload, StringComparison.Ordinal) || page.QuerySelectorAll("input, textarea").Any(box => (box.GetAttribute("value") ?? box.TextContent).Contains(payload, StringComparison.Ordinal)) ? 1 : 0;
        }

        Assert.True(shown >= 15, $"Only {shown} pages show it as it was typed.");
        Assert.NotEmpty(await app.Council.ReadAsync("SELECT count(*) FROM observation"));
    }

    /// <summary>Every free text that a review takes: of a proposal, a new one, a challenge, its answer, a comment and its reply.</summary>
    private async Task ReviewAsync(Visitor contributor, string payload)
    {
        const string proposal = "/review/2020-21/proposals/FN07";
        var texts = new[] { "rationale", "benchmark-source", "outcome", "title", "meaning", "numerator", "denominator", "source", "duty", "priority", "contract" }.Select(name => (name, payload)).ToArray();
        (string, string)[] sheet =
        [
            ("benchmark", "90"), ("target", "95"), ("floor", "91"), ("service", "Finance"), ("committees", "Policy and Resources Cabinet Committee"), ("kind", "kpi"), ("unit", "%"), ("decimals", "0"), ("polarity", "higher"),
            ("frequency", "month"), ("rollup", "ratio"), ("basis", "period"), ("lag", "20"),
        ];
        await TakenAsync(contributor, proposal, proposal + "/propose", [("decision", "amend"), .. texts, .. sheet]);
        await TakenAsync(contributor, "/review/2020-21/services/finance/new", "/review/2020-21/services/finance/new", [("ref", "FN99"), .. texts, .. sheet]);
        using var analyst = await app.SignInAsync(Role.Analyst);
        await TakenAsync(analyst, proposal, proposal + "/challenge", ("Question", payload));
        await TakenAsync(contributor, proposal, proposal + "/propose?handler=Answer", ("answer", payload));
        using var clerk = await app.SignInAsync(Role.Clerk);
        const string comments = "/review/2020-21/comments/";
        await TakenAsync(clerk, comments + "record", comments + "record", ("Committee", "Policy and Resources Cabinet Committee"), ("About", "FN07"), ("By", payload), ("Said", "20/05/2020"), ("Text", payload));
        await TakenAsync(clerk, comments + "1/reply", comments + "1/reply", ("Outcome", "NextReview"), ("Reply", payload));
    }

    private static async Task TakenAsync(Visitor visitor, string page, string to, params (string Name, string Value)[] fields)
    {
        var answer = await visitor.PostAsync(page, to, fields);
        Assert.True(answer.Status == HttpStatusCode.Redirect, $"{to} gave {answer.Status}: {string.Join(' ', new HtmlParser().ParseDocument(answer.Text).QuerySelectorAll(".govuk-error-summary li").Select(item => item.TextContent))}");
    }

    [Theory]
    [InlineData("/collect/enter?handler=Submit")]
    [InlineData("/collect/approve")]
    [InlineData("/questions/ask/FN07")]
    [InlineData("/admin/settings")]
    [InlineData("/admin/people/member?handler=Remove")]
    [InlineData("/review/2020-21/proposals/FN07/propose")]
    [InlineData("/review/2020-21/services/finance/agree")]
    [InlineData("/review/2020-21/adoption/adopt")]
    [InlineData("/account/sign-out")]
    public async Task A_form_that_was_not_ours_is_not_taken(string to)
    {
        using var administrator = await app.SignInAsync(Role.Administrator);
        var token = (await administrator.GetAsync("/account")).Token;
        var other = (await (await app.SignInAsync(Role.Analyst)).GetAsync("/account")).Token;
        Assert.Equal(HttpStatusCode.BadRequest, (await administrator.PostAsync(to, ("anything", "at all"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await administrator.PostAsync(to, ("__RequestVerificationToken", token[..^4] + "AAAA"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await administrator.PostAsync(to, ("__RequestVerificationToken", other))).Status);
    }

    [Fact]
    public async Task Nobody_reaches_another_services_figures_by_their_address_or_by_a_form()
    {
        using var contributor = await app.SignInAsync(Role.Contributor);
        foreach (var path in new[] { "/indicators/ICT01", "/indicators/ICT01/2020-03-31", "/collect/enter/ICT01/2020-04-30", "/collect/enter/ICT01/2020-04-30?handler=Rate&value=1", "/questions/ICT01/1", "/dashboards/policy-and-resources/download/csv?to=2020-03-31", "/collect/template?service=ICT",
            "/collect/enter?reference=ICT01&period=2020-04-30", "/collect/enter?handler=Rate&reference=ICT01&period=2020-04-30&value=1", "/collect/grid?handler=Rate&reference=ICT01&period=2020-04-30&value=1", "/collect/grid?reference=ICT01&period=2020-04-30" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await contributor.GetAsync(path)).Status);
        }

        foreach (var path in new[] { "/review/2020-21/services/ict", "/review/2020-21/services/ict/new", "/review/2020-21/proposals/ICT01", "/review/2020-21/proposals/ICT01/propose", "/review/2020-21/adoption", "/review/2020-21/paper/policy-and-resources/html" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await contributor.GetAsync(path)).Status);
        }

        var review = await contributor.GetAsync("/review");
        var forgedProposal = await contributor.PostAsync("/review/2020-21/proposals/FN07", "/review/2020-21/proposals/ICT01/propose", ("decision", "keep"), ("rationale", "mine now"), ("target", "70"), ("floor", "65"));
        Assert.Equal(HttpStatusCode.NotFound, forgedProposal.Status);
        Assert.Contains("/review/2020-21/services/finance", review.Text);
        Assert.DoesNotContain("services/ict", review.Text);
        Assert.DoesNotContain("ICT01", (await contributor.GetAsync("/review/changes")).Text);

        // An own indicator in the path does not open the door to another behind the question mark.
        Assert.DoesNotContain("ICT01", (await contributor.GetAsync("/collect/enter/FN07/2020-04-30?reference=ICT01")).Text);

        foreach (var handler in new[] { "Check", "Submit", "Draft", "Change" })
        {
            var forged = await contributor.PostAsync("/collect/enter/FN07/2020-04-30", $"/collect/enter?handler={handler}", ("figure", "FN07_2020-04-30"), ("figure", "ICT01_2020-04-30"), ("ICT01_2020-04-30.numerator", "1"), ("ICT01_2020-04-30.denominator", "2"));
            Assert.Equal(HttpStatusCode.NotFound, forged.Status);
        }

        Assert.DoesNotContain("ICT01", (await contributor.GetAsync("/dashboards/policy-and-resources?to=2020-03-31")).Text);
        Assert.DoesNotContain("ICT01", (await contributor.GetAsync("/indicators")).Text);
        Assert.Equal(["0"], await app.Council.ReadAsync("SELECT count(*) FROM step"));
    }

    /// <summary>A form that names another indicator or service than its address does is about what the address names, which is what was looked at.</summary>
    [Fact]
    public async Task What_a_form_names_does_not_take_the_place_of_what_its_address_names()
    {
        using var member = await app.SignInAsync(Role.Member);
        Assert.Equal(HttpStatusCode.Redirect, (await member.PostAsync("/questions/ask/FN07", "/questions/ask/FN07", ("text", "Why?"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await member.PostAsync("/questions/ask/ICT01", "/questions/ask/ICT01", ("text", "Why there?"))).Status);
        using var contributor = await app.SignInAsync(Role.Contributor);
        await TakenAsync(contributor, "/questions/FN07/1", "/questions/FN07/1/answer", ("reference", "ICT01"), ("text", "Because."));
        Assert.Equal(["FN07"], await app.Council.ReadAsync("SELECT DISTINCT ref FROM question WHERE answer_words IS NOT NULL"));

        await TakenAsync(contributor, "/review/2020-21/proposals/FN07", "/review/2020-21/proposals/FN07/propose", ("reference", "ICT01"), ("decision", "remove"), ("rationale", "It goes."));
        Assert.Equal(["FN07"], await app.Council.ReadAsync("SELECT ref FROM review_step"));
        using var analyst = await app.SignInAsync(Role.Analyst);
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.PostAsync("/review/2020-21/services/finance", "/review/2020-21/services/finance/agree", ("service", "ict"), ("ref", "ICT01"))).Status);
    }

    [Fact]
    public async Task What_is_agreed_is_what_was_looked_at()
    {
        const string proposal = "/review/2020-21/proposals/FN07";
        using var contributor = await app.SignInAsync(Role.Contributor);
        using var analyst = await app.SignInAsync(Role.Analyst);
        var known = (await analyst.GetAsync(proposal)).Text.Split("name=\"known\" value=\"")[1].Split('"')[0];
        await TakenAsync(contributor, proposal, proposal + "/propose", ("decision", "remove"), ("rationale", "It goes."));
        Assert.Contains("has changed since you opened this page", (await analyst.PostAsync(proposal, proposal + "/challenge?handler=Agree", ("known", known))).Text);
        Assert.Contains("has changed since you opened this page", (await analyst.PostAsync("/review/2020-21/services/finance", "/review/2020-21/services/finance/agree", ("ref", "FN07"), ("known.FN07", known))).Text);
        Assert.Equal(["1"], await app.Council.ReadAsync("SELECT count(*) FROM review_step"));
        await TakenAsync(analyst, proposal, proposal + "/challenge?handler=Agree", ("known", "1"));
    }

    [Fact]
    public async Task What_was_sent_anew_since_it_was_looked_at_is_not_approved_unseen()
    {
        using var contributor = await app.SignInAsync(Role.Contributor);
        await SendAsync(contributor, "95");
        using var approver = await app.SignInAsync(Role.Approver);
        var shown = await approver.GetAsync("/collect/approve");
        var seen = shown.Text.Split("name=\"seen\" value=\"")[1].Split('"')[0];
        await SendAsync(contributor, "96");
        var late = await approver.PostAsync("/collect/approve", "/collect/approve", ("seen", seen), ("figure", "FN07_2020-04-30"), ("verb", "approve"));
        Assert.Contains("since you looked: look at it once more", late.Text);
        Assert.Equal(["1"], await app.Council.ReadAsync("SELECT max(state) FROM step"));
        var again = (await approver.GetAsync("/collect/approve")).Text.Split("name=\"seen\" value=\"")[1].Split('"')[0];
        Assert.Equal(HttpStatusCode.Redirect, (await approver.PostAsync("/collect/approve", "/collect/approve", ("seen", again), ("figure", "FN07_2020-04-30"), ("verb", "approve"))).Status);
    }

    [Fact]
    public async Task A_figure_of_the_record_is_changed_by_those_who_keep_it_with_a_reason_and_by_nobody_else()
    {
        using var contributor = await app.SignInAsync(Role.Contributor);
        var refused = await SendAsync(contributor, "95", "2020-03-31");
        Assert.Contains("It is part of the record already: ask an analyst", refused.Text);
        using var analyst = await app.SignInAsync(Role.Analyst);
        Assert.Contains("Say why the record is changed", (await SendAsync(analyst, "95", "2020-03-31")).Text);
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(analyst, "95", "2020-03-31", ("Why", "a late invoice run"))).Status);
    }

    private static Task<Answer> SendAsync(Visitor visitor, string numerator, string period = "2020-04-30", params (string Name, string Value)[] also)
    {
        var id = $"FN07_{period}";
        return visitor.PostAsync($"/collect/enter/FN07/{period}", "/collect/enter?handler=Submit",
            [("figure", id), ("known", "1000000"), ($"{id}.numerator", numerator), ($"{id}.denominator", "100"), ($"{id}.reason.outside-history", "a test"), .. also]);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_leads_to_no_other_site(string to)
    {
        using var reader = await app.SignInAsync(Role.Reader);
        Assert.Equal("/", (await reader.GetAsync("/account/sign-in?to=" + Uri.EscapeDataString(to))).Location);
    }

    [Fact]
    public async Task Every_answer_says_that_nothing_from_elsewhere_runs_and_nobody_frames_it()
    {
        using var reader = await app.SignInAsync(Role.Reader);
        foreach (var path in new[] { "/", "/account/sign-in", "/nothing-here", "/indicators/FN07", "/dashboards/policy-and-resources/download/csv?to=2020-03-31" })
        {
            var headers = (await reader.GetAsync(path)).Headers;
            Assert.Contains("default-src 'none'", headers["Content-Security-Policy"]);
            Assert.DoesNotContain("unsafe", headers["Content-Security-Policy"]);
            Assert.Equal(("nosniff", "DENY", "same-origin"), (headers["X-Content-Type-Options"], headers["X-Frame-Options"], headers["Referrer-Policy"]));
            Assert.Contains("no-store", headers["Cache-Control"]);
            Assert.False(headers.ContainsKey("Server"));
        }
    }

    [Fact]
    public async Task Guessing_a_password_is_slowed_down_and_a_right_one_still_waits()
    {
        using var guesser = app.Nobody();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 6; i++)
        {
            answers.Add((await guesser.PostAsync("/account/sign-in", "/account/sign-in", ("Account", "administrator"), ("Password", $"guess number {i}"))).Status);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], answers);
        app.Council.Clock.Now += TimeSpan.FromSeconds(2);
        Assert.Equal(HttpStatusCode.OK, (await guesser.PostAsync("/account/sign-in", "/account/sign-in", ("Account", "administrator"), ("Password", "one more"))).Status);
        app.Council.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await guesser.PostAsync("/account/sign-in", "/account/sign-in", ("Account", "administrator"), ("Password", "and another"))).Status);
    }
}
