using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Outturn.Web.Access;

namespace Outturn.Tests.People;

/// <summary>What comes back to our page, and from the provider for a code, as it should not.</summary>
public sealed class HostileResponseTests(HostileSignOn sign) : IClassFixture<HostileSignOn>
{
    private static readonly Dictionary<string, (SignOnRefusal Refusal, string Reason, Func<HostileSignOn, SignOnBrowser, Task<Seen>> Attempt)> Cases = new()
    {
        ["no state"] = (SignOnRefusal.NotBegun, "no state", Back((sign, asked) => HostileSignOn.Back(asked, ("code", sign.Peer.CodeFor(asked)), ("iss", sign.Peer.Issuer)))),
        ["an empty state"] = (SignOnRefusal.NotBegun, "no state", Back((sign, asked) => HostileSignOn.Back(asked, ("code", sign.Peer.CodeFor(asked)), ("state", ""), ("iss", sign.Peer.Issuer)))),
        ["a state that was made up"] = (SignOnRefusal.NotBegun, "is not ours", Back((sign, asked) => sign.Right(asked with { State = new string('A', 400) }))),
        ["a state with a letter changed"] = (SignOnRefusal.NotBegun, "is not ours", Back((sign, asked) => sign.Right(asked with { State = asked.State[..^20] + (asked.State[^20] == 'A' ? 'B' : 'A') + asked.State[^19..] }))),
        ["a state of another host"] = (SignOnRefusal.NotBegun, "is not ours", async (sign, browser) =>
        {
            await using var other = await sign.HostAsync();
            return await browser.GoAsync(sign.Right(await HostileSignOn.AskAsync(browser, sign.Host) with { State = (await HostileSignOn.AskAsync(browser, other)).State }));
        }),
        ["two states"] = (SignOnRefusal.Untrusted, "more than one state", Back((sign, asked) => new Uri(sign.Right(asked) + "&state=another"))),
        ["a sign-on of another browser"] = (SignOnRefusal.NotBegun, "another browser's", async (sign, browser) =>
        {
            using var evil = new SignOnBrowser();
            return await browser.GoAsync(sign.Right(await HostileSignOn.AskAsync(evil, sign.Host)));
        }),
        ["a sign-on of another browser in one that has begun its own"] = (SignOnRefusal.NotBegun, "another browser's", async (sign, browser) =>
        {
            using var evil = new SignOnBrowser();
            await HostileSignOn.AskAsync(browser, sign.Host);
            return await browser.GoAsync(sign.Right(await HostileSignOn.AskAsync(evil, sign.Host)));
        }),
        ["a response a second time"] = (SignOnRefusal.NotBegun, "has come back before", async (sign, browser) =>
        {
            var asked = await HostileSignOn.AskAsync(browser, sign.Host);
            await browser.GoAsync(HostileSignOn.Back(asked, ("error", "access_denied"), ("state", asked.State), ("iss", sign.Peer.Issuer)));
            return await browser.GoAsync(sign.Right(asked));
        }),
        ["a response a second time with the cookie kept"] = (SignOnRefusal.NotBegun, "has come back before", async (sign, browser) =>
        {
            var asked = await HostileSignOn.AskAsync(browser, sign.Host);
            using var copy = new SignOnBrowser(browser);
            await copy.GoAsync(HostileSignOn.Back(asked, ("error", "access_denied"), ("state", asked.State), ("iss", sign.Peer.Issuer)));
            return await browser.GoAsync(sign.Right(asked));
        }),
        ["a response after a quarter of an hour"] = (SignOnRefusal.NotBegun, "has ended", async (sign, browser) =>
        {
            var asked = await HostileSignOn.AskAsync(browser, sign.Host);
            sign.Host.Council.Clock.Now += TimeSpan.FromMinutes(16);
            var seen = await browser.GoAsync(sign.Right(asked));
            sign.Host.Council.Clock.Now -= TimeSpan.FromMinutes(16);
            return seen;
        }),

        ["a response by POST"] = (SignOnRefusal.NotBegun, "another method", async (sign, browser) =>
        {
            var asked = await HostileSignOn.AskAsync(browser, sign.Host);
            var form = new FormUrlEncodedContent([KeyValuePair.Create("code", sign.Peer.CodeFor(asked)), KeyValuePair.Create("state", asked.State), KeyValuePair.Create("iss", sign.Peer.Issuer)]);
            return await browser.FollowAsync(await browser.AskAsync(HttpMethod.Post, asked.Callback, form));
        }),
        ["a response by POST with the right address"] = (SignOnRefusal.NotBegun, "another method", async (sign, browser) =>
            await browser.FollowAsync(await browser.AskAsync(HttpMethod.Post, sign.Right(await HostileSignOn.AskAsync(browser, sign.Host))))),
        ["a response behind a #, which browsers do not send"] = (SignOnRefusal.NotBegun, "no state", Back((sign, asked) => new Uri(sign.Right(asked).ToString().Replace('?', '#')))),
        ["a token in the address in place of a code"] = (SignOnRefusal.Untrusted, "no code", Back((sign, asked) =>
            HostileSignOn.Back(asked, ("id_token", sign.Peer.Sign(sign.Peer.Claims(asked.Nonce))), ("state", asked.State), ("iss", sign.Peer.Issuer)))),

        ["no code"] = (SignOnRefusal.Untrusted, "no code", Back((sign, asked) => HostileSignOn.Back(asked, ("state", asked.State), ("iss", sign.Peer.Issuer)))),
        ["two codes"] = (SignOnRefusal.Untrusted, "more than one code", Back((sign, asked) => new Uri(sign.Right(asked) + "&code=another"))),
        ["a code that was made up"] = (SignOnRefusal.Untrusted, "invalid_grant", Back((sign, asked) => HostileSignOn.Back(asked, ("code", "made-up"), ("state", asked.State), ("iss", sign.Peer.Issuer)))),
        ["a code of another's sign-on, with the challenge of another verifier"] = (SignOnRefusal.Untrusted, "invalid_grant", async (sign, browser) =>
        {
            using var other = new SignOnBrowser();
            var stolen = sign.Peer.CodeFor(await HostileSignOn.AskAsync(other, sign.Host));
            var asked = await HostileSignOn.AskAsync(browser, sign.Host);
            return await browser.GoAsync(HostileSignOn.Back(asked, ("code", stolen), ("state", asked.State), ("iss", sign.Peer.Issuer)));
        }),
        ["a code that was redeemed before"] = (SignOnRefusal.Untrusted, "invalid_grant", async (sign, browser) =>
        {
            var first = await HostileSignOn.AskAsync(browser, sign.Host);
            var code = sign.Peer.CodeFor(first, _ => null);
            await browser.GoAsync(HostileSignOn.Back(first, ("code", code), ("state", first.State), ("iss", sign.Peer.Issuer)));
            var asked = await HostileSignOn.AskAsync(browser, sign.Host);
            return await browser.GoAsync(HostileSignOn.Back(asked, ("code", code), ("state", asked.State), ("iss", sign.Peer.Issuer)));
        }),

        ["another issuer's response (iss)"] = (SignOnRefusal.Untrusted, "(iss)", Back((sign, asked) => HostileSignOn.Back(asked, ("code", sign.Peer.CodeFor(asked)), ("state", asked.State), ("iss", "https://login.evil.example")))),
        ["the issuer with a slash behind it (iss)"] = (SignOnRefusal.Untrusted, "(iss)", Back((sign, asked) => HostileSignOn.Back(asked, ("code", sign.Peer.CodeFor(asked)), ("state", asked.State), ("iss", sign.Peer.Issuer + "/")))),
        ["no issuer though one was promised (iss)"] = (SignOnRefusal.Untrusted, "(iss)", Back((sign, asked) => HostileSignOn.Back(asked, ("code", sign.Peer.CodeFor(asked)), ("state", asked.State)))),
        ["two issuers (iss)"] = (SignOnRefusal.Untrusted, "more than one iss", Back((sign, asked) => new Uri(sign.Right(asked) + "&iss=https%3A%2F%2Flogin.evil.example"))),

        ["an error"] = (SignOnRefusal.Untrusted, "answered server_error", Back((sign, asked) => HostileSignOn.Back(asked, ("error", "server_error"), ("error_description", "<b>call 0900 1234</b>"), ("state", asked.State), ("iss", sign.Peer.Issuer)))),
        ["an error that is a text of somebody's"] = (SignOnRefusal.Untrusted, "answered an error", Back((sign, asked) => HostileSignOn.Back(asked, ("error", "<b>\nSingle sign-on let boss in</b>"), ("state", asked.State), ("iss", sign.Peer.Issuer)))),
        ["an error beside a code"] = (SignOnRefusal.Denied, "answered access_denied", Back((sign, asked) => new Uri(sign.Right(asked) + "&error=access_denied"))),
        ["an error without a state"] = (SignOnRefusal.NotBegun, "no state", Back((sign, asked) => HostileSignOn.Back(asked, ("error", "access_denied")))),

        ["the code answered by a fault"] = (SignOnRefusal.Unreachable, "status 503", Answered(http => { http.Response.StatusCode = 503; return http.Response.WriteAsync("busy"); })),
        ["the code answered by a page"] = (SignOnRefusal.Untrusted, "no JSON object", Answered(http => http.Response.WriteAsync("<html>Sign in to the network</html>"))),
        ["the code answered by nothing"] = (SignOnRefusal.Untrusted, "no JSON object", Answered(_ => Task.CompletedTask)),
        ["the code answered by a list"] = (SignOnRefusal.Untrusted, "no JSON object", Answered(http => http.Response.WriteAsync("[]"))),
        ["the code answered by a number for a token"] = (SignOnRefusal.Untrusted, "has no ID token", Answered(http => http.Response.WriteAsync("""{"id_token":1}"""))),
        ["the code answered by two tokens"] = (SignOnRefusal.Untrusted, "no JSON object", async (sign, browser) =>
        {
            sign.Peer.CodeAnswer = (http, token) => http.Response.WriteAsync($$"""{"id_token":"another","id_token":"{{token}}"}""");
            return await browser.GoAsync(sign.Right(await HostileSignOn.AskAsync(browser, sign.Host)));
        }),
        ["the code answered without end"] = (SignOnRefusal.Untrusted, "far too long", Answered(http => http.Response.WriteAsync(new string(' ', 3_000_000)))),
        ["the code answered by the way to another site"] = (SignOnRefusal.Untrusted, "status 302", Answered(http => { http.Response.Redirect("https://login.evil.example/token"); return Task.CompletedTask; })),
        ["the code answered by hanging up"] = (SignOnRefusal.Unreachable, "cannot be reached", Answered(http => { http.Abort(); return Task.CompletedTask; })),
        ["a token given with an error's status"] = (SignOnRefusal.Untrusted, "does not take the code", async (sign, browser) =>
        {
            sign.Peer.CodeAnswer = (http, token) =>
            {
                http.Response.StatusCode = 400;
                return http.Response.WriteAsync(new JsonObject { ["id_token"] = token, ["access_token"] = StandIn.AccessToken }.ToJsonString());
            };
            return await browser.GoAsync(sign.Right(await HostileSignOn.AskAsync(browser, sign.Host)));
        }),
    };

    public static TheoryData<string> Hostile => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Hostile))]
    public Task A_response_that_is_not_right_lets_nobody_in(string name) =>
        sign.LetsNobodyInAsync(Cases[name].Refusal, Cases[name].Reason, browser => Cases[name].Attempt(sign, browser));

    [Fact]
    public async Task A_response_that_is_right_lets_its_person_in()
    {
        using var browser = new SignOnBrowser();
        await HostileSignOn.LetsInAsync(sign.Host, browser, await browser.GoAsync(sign.Right(await HostileSignOn.AskAsync(browser, sign.Host))));
    }

    [Fact]
    public async Task Two_windows_of_one_browser_may_be_signing_on_at_once()
    {
        using var browser = new SignOnBrowser();
        var (first, second) = (await HostileSignOn.AskAsync(browser, sign.Host), await HostileSignOn.AskAsync(browser, sign.Host));
        Assert.NotEqual(first.Nonce, second.Nonce);
        Assert.NotEqual(first.Challenge, second.Challenge);
        await HostileSignOn.LetsInAsync(sign.Host, browser, await browser.GoAsync(sign.Right(first)));
        await HostileSignOn.LetsInAsync(sign.Host, browser, await browser.GoAsync(sign.Right(second)));
    }

    /// <summary>Begins, and comes back to another address than the right one.</summary>
    private static Func<HostileSignOn, SignOnBrowser, Task<Seen>> Back(Func<HostileSignOn, Question, Uri> address) =>
        async (sign, browser) => await browser.GoAsync(address(sign, await HostileSignOn.AskAsync(browser, sign.Host)));

    private static Func<HostileSignOn, SignOnBrowser, Task<Seen>> Answered(Func<HttpContext, Task> answer) => async (sign, browser) =>
    {
        sign.Peer.CodeAnswer = (http, _) => answer(http);
        return await browser.GoAsync(sign.Right(await HostileSignOn.AskAsync(browser, sign.Host)));
    };
}
