using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Outturn.Web;
using Outturn.Web.Access;

namespace Outturn.Tests.People;

/// <summary>Providers that describe themselves as they should not: nobody is even sent to them.</summary>
public sealed class HostileProviderTests
{
    private static readonly Dictionary<string, (SignOnRefusal Refusal, string Reason, Action<StandIn> Spoil)> Cases = new()
    {
        ["another issuer"] = (SignOnRefusal.Untrusted, "another issuer's", peer => peer.Description["issuer"] = "https://login.evil.example"),
        ["the issuer with a slash behind it"] = (SignOnRefusal.Untrusted, "another issuer's", peer => peer.Description["issuer"] = peer.Issuer + "/"),
        ["no issuer"] = (SignOnRefusal.Untrusted, "another issuer's", peer => peer.Description.Remove("issuer")),
        ["a token address that others can read"] = (SignOnRefusal.Untrusted, "not https", peer => peer.Description["token_endpoint"] = "http://login.evil.example/token"),
        ["a sign-in address that is none"] = (SignOnRefusal.Untrusted, "not https", peer => peer.Description["authorization_endpoint"] = "javascript:alert(1)"),
        ["no key"] = (SignOnRefusal.Untrusted, "no key", peer => peer.Keys.Clear()),
        ["only secrets to sign by"] = (SignOnRefusal.Untrusted, "no algorithm", peer => peer.Description["id_token_signing_alg_values_supported"] = new JsonArray("HS256", "none")),
        ["no algorithm at all"] = (SignOnRefusal.Untrusted, "no algorithm", peer => peer.Description.Remove("id_token_signing_alg_values_supported")),
        ["PKCE in the plain alone"] = (SignOnRefusal.Untrusted, "no S256", peer => peer.Description["code_challenge_methods_supported"] = new JsonArray("plain")),
        ["garbage"] = (SignOnRefusal.Unreachable, "cannot be read", peer => peer.DescriptionAnswer = http => http.Response.WriteAsync("<html>")),
        ["a description without end"] = (SignOnRefusal.Unreachable, "cannot be read", peer => peer.DescriptionAnswer = http => http.Response.WriteAsync(new string(' ', 3_000_000))),
        ["the way to another site"] = (SignOnRefusal.Unreachable, "cannot be read", peer => peer.DescriptionAnswer = http => { http.Response.Redirect("https://login.evil.example/"); return Task.CompletedTask; }),
    };

    public static TheoryData<string> Hostile => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Nobody_is_sent_to_a_provider_whose_description_is_not_right(string name)
    {
        await using var peer = await StandIn.StartAsync();
        Cases[name].Spoil(peer);
        await using var host = await SignOnHost.StartAsync(HostileSignOn.Options(peer));
        using var browser = new SignOnBrowser();
        var seen = await browser.GoAsync(host.At("/account/sign-in?handler=SignOn&to=%2Faccount"));
        Assert.Equal(SignOnRefusals.Text(Cases[name].Refusal.Word(), "your council account"), seen.Problem);
        Assert.Contains(host.Log.Lines, line => line.Contains(Cases[name].Reason, StringComparison.Ordinal));
        Assert.Equal(host.Address.Authority, seen.Address.Authority);
        Assert.DoesNotContain(browser.Held(host.Address), cookie => cookie.Contains("sign-on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_goes_in_the_form_where_the_provider_takes_it_only_there_and_none_from_a_public_client()
    {
        await using var peer = await StandIn.StartAsync();
        peer.Description["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post");
        foreach (var secret in new[] { StandIn.ClientSecret, null })
        {
            await using var host = await SignOnHost.StartAsync(HostileSignOn.Options(peer) with { ClientSecret = secret });
            using var browser = new SignOnBrowser();
            var asked = await HostileSignOn.AskAsync(browser, host);
            string? sent = null;
            peer.FormSeen = form => sent = $"{form["client_id"]} {form["client_secret"]}";
            await browser.GoAsync(new Uri($"{asked.Callback}?code={peer.CodeFor(asked)}&state={asked.State}&iss={Uri.EscapeDataString(peer.Issuer)}"));
            Assert.Equal($"{StandIn.ClientId} {secret}", sent);
        }
    }

    [Theory]
    [InlineData("http://login.example", "is not https")]
    [InlineData("https://login.example", null)]
    public void A_provider_is_named_by_https(string authority, string? reason) =>
        Assert.True(new SignOnOptions(new Uri(authority), "outturn", null).Refusal() is var refusal && (reason is null ? refusal is null : refusal!.Contains(reason, StringComparison.Ordinal)), authority);
}
