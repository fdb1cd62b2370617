using System.Text.Json.Nodes;
using Outturn.App.People;
using Outturn.Core.People;

namespace Outturn.Tests.People;

/// <summary>Single sign-on with a real provider, from our page through its pages and back.</summary>
public sealed class SignOnTests(RealProvider provider) : IClassFixture<RealProvider>
{
    private static JsonObject Analyst => Claims("A.Shah@wealdshire.example", "Asha Shah", "analyst");

    [Fact]
    public async Task The_first_sign_on_makes_an_account_with_the_roles_that_the_provider_gives()
    {
        await using var host = await provider.HostAsync();
        await provider.KnowAsync("u-1", Claims("A.Shah@wealdshire.example", "Asha Shah", "analyst", "reader", "something else"));
        using var browser = new SignOnBrowser();
        var seen = await RealProvider.SignOnAsync(browser, host, "u-1");
        Assert.Equal(("/account", "Asha Shah"), (seen.Address.PathAndQuery, seen.Heading));
        Assert.Equal(("a.shah@wealdshire.example", "analyst, reader"), (seen.Said("Sign-in name"), seen.Said("Roles")));
        Assert.Contains(await host.TrailAsync(), line => line is { Action: "sign on", Who: "a.shah@wealdshire.example" });
        Assert.Equal("a.shah@wealdshire.example", await new Accounts(host.Council.Store).LinkedAsync(provider.Issuer.OriginalString, "u-1", CancellationToken.None));
        Assert.Contains("__Host-outturn", browser.Held(host.Address));
        Assert.DoesNotContain(browser.Held(host.Address), cookie => cookie.Contains("sign-on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_second_sign_on_is_the_same_account_though_name_and_address_have_changed()
    {
        await using var host = await provider.HostAsync();
        await provider.KnowAsync("u-1", Analyst);
        await SignOnAsync(host, "u-1");
        await provider.KnowAsync("u-1", Claims("a.smith@wealdshire.example", "Asha Smith", "analyst"));
        var entries = (await host.TrailAsync()).Count;
        Assert.Equal("a.shah@wealdshire.example", (await SignOnAsync(host, "u-1")).Said("Sign-in name"));
        Assert.Single(await host.PeopleAsync());
        Assert.Equal(entries, (await host.TrailAsync()).Count);
    }

    [Fact]
    public async Task Roles_that_change_at_the_provider_change_here_and_the_audit_trail_shows_it()
    {
        await using var host = await provider.HostAsync(roles: new Dictionary<string, string> { ["administrator"] = "GRP Outturn admins" });
        await provider.KnowAsync("u-1", Analyst);
        await SignOnAsync(host, "u-1");
        await provider.KnowAsync("u-1", new JsonObject { ["preferred_username"] = "a.shah", ["roles"] = "clerk, GRP Outturn admins administrator cabinet member" });
        Assert.Equal("administrator, clerk", (await SignOnAsync(host, "u-1")).Said("Roles"));
        Assert.Equal([Role.Administrator, Role.Clerk], (await host.PeopleAsync())["a.shah@wealdshire.example"].Roles);
        Assert.Contains(await host.TrailAsync(), line => line is { Action: "keep person", Who: "a.shah@wealdshire.example", Why: "as the provider of single sign-on says" });
    }

    [Fact]
    public async Task Whoever_has_lost_every_role_at_the_provider_is_out_at_once_and_in_again_when_they_have_one()
    {
        await using var host = await provider.HostAsync();
        await provider.KnowAsync("u-1", Analyst);
        using var still = new SignOnBrowser();
        Assert.Equal("Asha Shah", (await RealProvider.SignOnAsync(still, host, "u-1")).Heading);
        await provider.KnowAsync("u-1", Claims("a.shah@wealdshire.example", "Asha Shah"));
        Assert.StartsWith("You have no role in Outturn.", (await SignOnAsync(host, "u-1")).Problem, StringComparison.Ordinal);
        Assert.Equal("/account/sign-in", (await still.GoAsync(host.At("/account"))).Address.AbsolutePath);
        Assert.Empty((await host.PeopleAsync())["a.shah@wealdshire.example"].Roles);
        await provider.KnowAsync("u-1", Analyst);
        Assert.Equal("analyst", (await SignOnAsync(host, "u-1")).Said("Roles"));
    }

    [Fact]
    public async Task Services_come_by_their_claim_and_a_role_of_own_services_needs_one_that_the_register_has()
    {
        await using var host = await provider.HostAsync("wealdshire");
        await provider.KnowAsync("u-1", Claims("bo", "Bo Lindqvist", "contributor"));
        Assert.StartsWith("Your role in Outturn is for your own services, and none", (await SignOnAsync(host, "u-1")).Problem, StringComparison.Ordinal);
        Assert.Empty(await host.PeopleAsync());
        await provider.KnowAsync("u-1", Claims("bo", "Bo Lindqvist", "contributor").With("services", "contact centre, Parks of another council"));
        Assert.Equal("Contact Centre", (await SignOnAsync(host, "u-1")).Said("Services"));
        await provider.KnowAsync("u-1", Claims("bo", "Bo Lindqvist", "contributor").With("services", new JsonArray("Finance", "Complaints")));
        Assert.Equal(["Finance", "Complaints"], (await SignOnAsync(host, "u-1")).Said("Services").Split(", "));
        await provider.KnowAsync("u-1", Claims("bo", "Bo Lindqvist", "contributor", "reader"));
        Assert.Equal(("reader", ""), ((await SignOnAsync(host, "u-1")) is var seen ? seen.Said("Roles") : "", seen.Said("Services")));
    }

    [Fact]
    public async Task Two_people_of_one_address_are_two_and_only_an_address_that_was_made_sure_of_names_anybody()
    {
        await using var host = await provider.HostAsync();
        await provider.KnowAsync("u-1", new JsonObject { ["email"] = "desk@wealdshire.example", ["email_verified"] = true, ["roles"] = "reader" });
        await provider.KnowAsync("u-2", new JsonObject { ["email"] = "desk@wealdshire.example", ["email_verified"] = true, ["preferred_username"] = "second", ["roles"] = "reader" });
        await provider.KnowAsync("u-3", new JsonObject { ["email"] = "desk@wealdshire.example", ["email_verified"] = true, ["roles"] = "reader" });
        await provider.KnowAsync("u-4", new JsonObject { ["email"] = "other@wealdshire.example", ["email_verified"] = false, ["roles"] = "reader" });
        Assert.Equal("desk@wealdshire.example", (await SignOnAsync(host, "u-1")).Said("Sign-in name"));
        Assert.Equal("second", (await SignOnAsync(host, "u-2")).Said("Sign-in name"));
        Assert.StartsWith("There is somebody of your sign-in name here already", (await SignOnAsync(host, "u-3")).Problem, StringComparison.Ordinal);
        Assert.StartsWith("There is no sign-in name for you", (await SignOnAsync(host, "u-4")).Problem, StringComparison.Ordinal);
        Assert.Equal(["desk@wealdshire.example", "second"], (await host.PeopleAsync()).Keys.Order());
    }

    [Fact]
    public async Task Somebody_here_is_not_taken_over_by_whoever_has_their_name_at_the_provider()
    {
        await using var host = await provider.HostAsync();
        var invitations = new Invitations(host.Council.Store);
        await invitations.AcceptAsync((await invitations.FirstAsync(CancellationToken.None))!, "correct horse battery", new Person("boss", "The first administrator", [Role.Administrator], [], []), CancellationToken.None);
        await StoredPeople.KeepAsync(host.Council.Store, new Person("invited", "Not yet signed in", [Role.Clerk], [], []), "boss", null, CancellationToken.None);
        foreach (var name in new[] { "boss", "Invited" })
        {
            await provider.KnowAsync($"u-{name}", Claims(name, "Somebody else", "administrator"));
            Assert.StartsWith("There is somebody of your sign-in name here already", (await SignOnAsync(host, $"u-{name}")).Problem, StringComparison.Ordinal);
        }

        Assert.Equal(["Not yet signed in", "The first administrator"], (await host.PeopleAsync()).Values.Select(person => person.Name).Order());
        Assert.Equal(0, await host.SessionsAsync());
    }

    [Fact]
    public async Task Whoever_was_removed_here_stays_out_though_the_provider_gives_them_a_role()
    {
        await using var host = await provider.HostAsync();
        await provider.KnowAsync("u-1", Analyst);
        await SignOnAsync(host, "u-1");
        await StoredPeople.RemoveAsync(host.Council.Store, "a.shah@wealdshire.example", "boss", "left", CancellationToken.None);
        Assert.StartsWith("Your access to Outturn was taken away.", (await SignOnAsync(host, "u-1")).Problem, StringComparison.Ordinal);
        await provider.KnowAsync("u-1", Claims("another.name", "Asha Shah", "administrator"));
        Assert.StartsWith("Your access to Outturn was taken away.", (await SignOnAsync(host, "u-1")).Problem, StringComparison.Ordinal);
        Assert.Empty(await host.PeopleAsync());
    }

    [Theory]
    [InlineData("/account?a=1&b=2", "/account?a=1&b=2")]
    [InlineData("//evil.example/account", "/")]
    [InlineData("https://evil.example/account", "/")]
    [InlineData("/\\evil.example", "/")]
    public async Task The_way_leads_back_to_the_wanted_page_and_never_to_another_site(string to, string back)
    {
        await using var host = await provider.HostAsync();
        await provider.KnowAsync("u-1", Analyst);
        var seen = await SignOnAsync(host, "u-1", to);
        Assert.Equal(new Uri(host.Address, back), seen.Address);
    }

    [Fact]
    public async Task Whoever_declines_at_the_provider_is_told_so_and_can_begin_again()
    {
        await using var host = await provider.HostAsync();
        await provider.KnowAsync("u-1", Analyst);
        using var browser = new SignOnBrowser();
        var theirs = await RealProvider.BeginAsync(browser, host);
        var consent = await browser.SendAsync(theirs, ("login", "u-1"), ("password", "any"));
        var seen = await browser.GoAsync(consent.Link("a[href$='/abort']"));
        Assert.Equal("You were not signed in with your Wealdshire account: it was declined there. Begin again if that was a mistake.", seen.Problem);
        Assert.False(browser.HasSession);
        seen = await browser.GoAsync(seen.Link("a[href*='handler=SignOn']"));
        Assert.Equal("Asha Shah", (await browser.SendAsync(seen)).Heading);
    }

    [Fact]
    public async Task A_provider_that_is_down_is_named_before_and_after_its_pages()
    {
        using var own = new RealProvider();
        await using var host = await own.HostAsync();
        await own.KnowAsync("u-1", Analyst);
        await using var other = await SignOnHost.StartAsync(new Web.SignOnOptions(own.Issuer, RealProvider.ClientId, RealProvider.ClientSecret));
        using var browser = new SignOnBrowser();
        var theirs = await RealProvider.BeginAsync(browser, host);
        var consent = await browser.SendAsync(theirs, ("login", "u-1"), ("password", "any"));
        var form = consent.Page.QuerySelector("form")!.GetAttribute("action")!;
        var step = await browser.AskAsync(HttpMethod.Post, new Uri(consent.Address, form), new FormUrlEncodedContent([KeyValuePair.Create("prompt", "consent")]));
        while (step.Next!.Authority != host.Address.Authority)
        {
            step = await browser.AskAsync(HttpMethod.Get, step.Next);
        }

        own.Stop();
        Assert.Contains("cannot be reached", (await browser.FollowAsync(step)).Problem, StringComparison.Ordinal);
        Assert.Contains("cannot be reached", (await RealProvider.BeginAsync(browser, other)).Problem, StringComparison.Ordinal);
        Assert.False(browser.HasSession);
    }

    [Fact]
    public async Task A_provider_that_has_changed_its_keys_is_followed()
    {
        await using var host = await provider.HostAsync();
        await provider.KnowAsync("u-1", Analyst);
        Assert.Equal("Asha Shah", (await SignOnAsync(host, "u-1")).Heading);
        await provider.ChangeKeyAsync("second");
        Assert.Equal("Asha Shah", (await SignOnAsync(host, "u-1")).Heading);
        Assert.Empty(host.Log.Lines);
    }

    private static async Task<Seen> SignOnAsync(SignOnHost host, string subject, string to = "/account")
    {
        using var browser = new SignOnBrowser();
        return await RealProvider.SignOnAsync(browser, host, subject, to);
    }

    private static JsonObject Claims(string account, string name, params string[] roles) =>
        new() { ["preferred_username"] = account, ["name"] = name, ["roles"] = new JsonArray([.. roles.Select(role => JsonValue.Create(role))]) };
}

internal static class ClaimsExtensions
{
    public static JsonObject With(this JsonObject claims, string name, JsonNode? value)
    {
        claims[name] = value;
        return claims;
    }
}
