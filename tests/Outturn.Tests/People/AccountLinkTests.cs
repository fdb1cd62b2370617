using System.Text.Json.Nodes;
using Outturn.App.People;
using Outturn.Core.People;

namespace Outturn.Tests.People;

/// <summary>Somebody with a password links their account to single sign-on, and unlinks it, with a real provider.</summary>
public sealed class AccountLinkTests(RealProvider provider) : IClassFixture<RealProvider>
{
    private const string Password = "lantern gravel otter";
    private const string Link = "form[action*='handler=Link']";
    private const string Unlink = "form[action*='handler=Unlink']";

    [Fact]
    public async Task Whoever_has_the_password_links_their_account_signs_on_and_unlinks_it()
    {
        await using var host = await HostAsync();
        await provider.KnowAsync("u-1", Claims("boss@wealdshire.example", "administrator", "clerk"));
        using var browser = await SignedInAsync(host);
        var page = await browser.GoAsync(host.At("/account"));
        Assert.Contains("That is not your password.", (await browser.SendAsync(page, Link, ("Proof", "guess"))).Page.Body!.TextContent, StringComparison.Ordinal);
        var linked = await LinkAsync(browser, host, "u-1");
        Assert.Equal("/account", linked.Address.PathAndQuery);
        Assert.NotNull(linked.Page.QuerySelector(Unlink));
        Assert.Contains(await host.TrailAsync(), line => line is { Action: "link sign-on", Who: "boss" });

        using var other = new SignOnBrowser();
        var signedOn = await RealProvider.SignOnAsync(other, host, "u-1");
        Assert.Equal(("boss", "administrator, clerk"), (signedOn.Said("Sign-in name"), signedOn.Said("Roles")));

        Assert.Contains("That is not your password.", (await browser.SendAsync(linked, Unlink, ("Proof", ""))).Page.Body!.TextContent, StringComparison.Ordinal);
        var unlinked = await browser.SendAsync(linked, Unlink, ("Proof", Password));
        Assert.NotNull(unlinked.Page.QuerySelector(Link));
        Assert.Contains(await host.TrailAsync(), line => line is { Action: "unlink sign-on", Who: "boss" });
        Assert.Null(await new Accounts(host.Council.Store).LinkedAsync(provider.Issuer.OriginalString, "u-1", CancellationToken.None));
    }

    [Fact]
    public async Task Nobody_is_led_to_the_provider_to_link_without_the_password()
    {
        await using var host = await HostAsync();
        using var browser = await SignedInAsync(host);
        var seen = await browser.GoAsync(host.At("/account?handler=Link"));
        Assert.Equal(host.Address.Authority, seen.Address.Authority);
        Assert.NotNull(seen.Page.QuerySelector(Link));
    }

    [Fact]
    public async Task An_account_at_the_provider_that_is_anothers_here_is_not_linked_and_the_page_says_so()
    {
        await using var host = await HostAsync();
        await provider.KnowAsync("u-2", Claims("somebody@wealdshire.example", "reader"));
        using (var theirs = new SignOnBrowser())
        {
            Assert.Equal("somebody@wealdshire.example", (await RealProvider.SignOnAsync(theirs, host, "u-2")).Said("Sign-in name"));
        }

        using var browser = await SignedInAsync(host);
        var seen = await LinkAsync(browser, host, "u-2");
        Assert.StartsWith("Nothing was linked:", seen.Problem, StringComparison.Ordinal);
        Assert.Equal("somebody@wealdshire.example", await new Accounts(host.Council.Store).LinkedAsync(provider.Issuer.OriginalString, "u-2", CancellationToken.None));
    }

    [Fact]
    public async Task Whoever_signed_out_meanwhile_links_nothing()
    {
        await using var host = await HostAsync();
        await provider.KnowAsync("u-3", Claims("boss@wealdshire.example", "administrator"));
        using var browser = await SignedInAsync(host);
        var theirs = await BeginAsync(browser, host);
        await new Sessions(host.Council.Store).RevokeAsync("boss", null, null, "boss", CancellationToken.None);
        browser.Hold(host.Address, "another key");
        var seen = await browser.SendAsync(theirs, ("login", "u-3"), ("password", "any"));
        seen = seen.Address.Authority == host.Address.Authority ? seen : await browser.SendAsync(seen);
        Assert.Equal("/account/sign-in", seen.Address.AbsolutePath);
        Assert.Null(await new Accounts(host.Council.Store).LinkedAsync(provider.Issuer.OriginalString, "u-3", CancellationToken.None));
    }

    private static async Task<Seen> LinkAsync(SignOnBrowser browser, SignOnHost host, string subject)
    {
        var seen = await browser.SendAsync(await BeginAsync(browser, host), ("login", subject), ("password", "any"));
        return seen.Address.Authority == host.Address.Authority ? seen : await browser.SendAsync(seen);
    }

    /// <summary>By the password to the provider's page.</summary>
    private static async Task<Seen> BeginAsync(SignOnBrowser browser, SignOnHost host)
    {
        var proved = await browser.SendAsync(await browser.GoAsync(host.At("/account")), Link, ("Proof", Password));
        return await browser.GoAsync(proved.Link("a[href*='handler=Link']"));
    }

    /// <summary>With an administrator who signs in with a password and an authenticator.</summary>
    private async Task<SignOnHost> HostAsync()
    {
        var host = await provider.HostAsync();
        var (invitations, accounts) = (new Invitations(host.Council.Store), new Accounts(host.Council.Store));
        await invitations.AcceptAsync((await invitations.FirstAsync(CancellationToken.None))!, Password, new Person("boss", "The first administrator", [Role.Administrator], [], []), CancellationToken.None);
        Assert.NotNull(await accounts.SetAuthenticatorAsync("boss", AccountTests.Code(await accounts.AuthenticatorKeyAsync("boss", CancellationToken.None)), CancellationToken.None));
        return host;
    }

    private static async Task<SignOnBrowser> SignedInAsync(SignOnHost host)
    {
        var browser = new SignOnBrowser();
        browser.Hold(host.Address, await new Sessions(host.Council.Store).BeginAsync("boss", "a test", "127.0.0.1", CancellationToken.None));
        return browser;
    }

    private static JsonObject Claims(string account, params string[] roles) =>
        new() { ["preferred_username"] = account, ["name"] = "The first administrator", ["roles"] = new JsonArray([.. roles.Select(role => JsonValue.Create(role))]) };
}
