using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Outturn.Web;
using Outturn.Web.Access;

namespace Outturn.Tests.People;

/// <summary>A host whose provider is the stand-in; what it lets in and what it does not is looked for in the browser, in the store and in the log.</summary>
public sealed class HostileSignOn : IAsyncLifetime
{
    private const string Name = "your council account";

    internal StandIn Peer { get; private set; } = null!;

    internal SignOnHost Host { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Peer = await StandIn.StartAsync();
        Host = await HostAsync();
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Peer.DisposeAsync();
    }

    /// <summary>Another host of the same provider.</summary>
    internal Task<SignOnHost> HostAsync() => SignOnHost.StartAsync(Options(Peer));

    internal static SignOnOptions Options(StandIn peer) => new(new Uri(peer.Issuer), StandIn.ClientId, StandIn.ClientSecret, Name: Name);

    /// <summary>To the provider: what it is asked.</summary>
    internal static async Task<Question> AskAsync(SignOnBrowser browser, SignOnHost host) =>
        Question.Of((await browser.AskAsync(HttpMethod.Get, host.At("/account/sign-in?handler=SignOn&to=%2Faccount"))).Next!);

    /// <summary>The address that a browser is sent back to.</summary>
    internal static Uri Back(Question question, params (string Name, string? Value)[] parameters) =>
        new(QueryHelpers.AddQueryString(question.Callback.ToString(), parameters.Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Name, pair.Value))));

    internal Uri Right(Question question, Func<JsonObject, string?>? token = null) => Back(question, ("code", Peer.CodeFor(question, token)), ("state", question.State), ("iss", Peer.Issuer));

    /// <summary>From our page to the provider and back with a token.</summary>
    internal async Task<Seen> SignOnAsync(SignOnBrowser browser, SignOnHost host, Func<StandIn, JsonObject, string?> token) =>
        await browser.GoAsync(Right(await AskAsync(browser, host), claims => token(Peer, claims)));

    /// <summary>Nobody was let in, they are told so in plain words, nothing was written, and the log says why without saying what it should not.</summary>
    internal async Task LetsNobodyInAsync(SignOnRefusal refusal, string reason, Func<SignOnBrowser, Task<Seen>> attempt)
    {
        var (people, sessions, entries, lines) = ((await Host.PeopleAsync()).Count, await Host.SessionsAsync(), (await Host.TrailAsync()).Count, Host.Log.Lines.Count);
        using var browser = new SignOnBrowser();
        var seen = await attempt(browser);
        var said = Host.Log.Lines.Skip(lines).ToList();
        Assert.True(said.Exists(line => line.StartsWith("Single sign-on let nobody in: ", StringComparison.Ordinal) && line.Contains(reason, StringComparison.Ordinal)), $"{seen.Address} {seen.Status}: {string.Join('\n', said)}");
        Assert.Equal(("/account/sign-in", System.Net.HttpStatusCode.OK), (seen.Address.AbsolutePath, seen.Status));
        Assert.Equal(SignOnRefusals.Text(refusal.Word(), Name), seen.Problem);
        Assert.False(browser.HasSession);
        Assert.Equal("/account/sign-in", (await browser.GoAsync(Host.At("/account"))).Address.AbsolutePath);
        Assert.Equal((people, sessions, entries), ((await Host.PeopleAsync()).Count, await Host.SessionsAsync(), (await Host.TrailAsync()).Count));
        Assert.DoesNotContain(Host.Log.Lines, line => Peer.Secrets.Any(secret => secret.Length > 0 && line.Contains(secret, StringComparison.Ordinal)));
    }

    internal static async Task LetsInAsync(SignOnHost host, SignOnBrowser browser, Seen seen)
    {
        Assert.Equal(("/account", System.Net.HttpStatusCode.OK), (seen.Address.AbsolutePath, seen.Status));
        Assert.StartsWith("person-", seen.Said("Sign-in name"), StringComparison.Ordinal);
        Assert.True(browser.HasSession);
        Assert.NotEqual(0, await host.SessionsAsync());
    }
}
