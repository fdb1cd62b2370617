using System.ComponentModel;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Outturn.Tests.Architecture;

namespace Outturn.Tests.People;

/// <summary>oidc-provider, a certified provider of OpenID Connect, as a process of its own on a port of this machine. It ends with the tests.</summary>
public sealed class RealProvider : IDisposable
{
    public const string ClientId = "outturn";
    public const string ClientSecret = "a secret of the client's that no log may hold";

    private readonly HttpClient http = new();
    private readonly Process process;
    private readonly JsonObject people = [];

    public RealProvider()
    {
        var folder = Path.Combine(SourceTree.Root, "artifacts", "provider");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "oidc-provider")))
        {
            throw new InvalidOperationException("The tests' provider of single sign-on was not restored, because Node.js with npm was missing or had no network: install Node.js (version 20 or later) and build again.");
        }

        try
        {
            process = Process.Start(new ProcessStartInfo("node", "provider.mjs") { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException("The tests' provider of single sign-on needs Node.js (version 20 or later) as node.", e);
        }

        var complaints = new StringBuilder();
        process.ErrorDataReceived += (_, line) => complaints.AppendLine(line.Data);
        process.BeginErrorReadLine();
        var said = process.StandardOutput.ReadLine();
        Issuer = said?.StartsWith("listening ", StringComparison.Ordinal) == true ? new Uri($"http://127.0.0.1:{said.Split(' ')[1]}") : throw new InvalidOperationException($"The tests' provider did not start: {said}{complaints}");
    }

    public Uri Issuer { get; }

    /// <summary>Lets a host send people to it, as its client.</summary>
    internal async Task<SignOnHost> HostAsync(string? example = null, IReadOnlyDictionary<string, string>? roles = null)
    {
        people.Clear();
        var host = await SignOnHost.StartAsync(new Web.SignOnOptions(new Uri(Issuer.OriginalString), ClientId, ClientSecret, Roles: roles, Name: "your Wealdshire account"), TimeProvider.System, example);
        await TellAsync("client", new JsonObject { ["client_id"] = ClientId, ["client_secret"] = ClientSecret, ["redirect_uris"] = new JsonArray(host.At("/account/signed-on").ToString()) });
        return host;
    }

    /// <summary>Knows somebody by their subject, with the claims that it makes of them from now on.</summary>
    internal async Task KnowAsync(string subject, JsonObject claims)
    {
        people[subject] = claims;
        await TellAsync("people", people);
    }

    /// <summary>Signs with another key from now on, and no longer has the one before.</summary>
    internal async Task ChangeKeyAsync(string name)
    {
        using var answer = await http.PutAsync(new Uri(Issuer, "/tests/keys"), new StringContent(name));
        answer.EnsureSuccessStatusCode();
    }

    internal void Stop()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>From our page to the provider's, through its sign-in and consent, and back to where it leads.</summary>
    internal static async Task<Seen> SignOnAsync(SignOnBrowser browser, SignOnHost host, string subject, string to = "/account")
    {
        var theirs = await BeginAsync(browser, host, to);
        var seen = await browser.SendAsync(theirs, ("login", subject), ("password", "any"));
        return seen.Address.Authority == host.Address.Authority ? seen : await browser.SendAsync(seen);
    }

    /// <summary>To the provider's sign-in page.</summary>
    internal static async Task<Seen> BeginAsync(SignOnBrowser browser, SignOnHost host, string to = "/account")
    {
        var ours = await browser.GoAsync(host.At($"/account/sign-in?to={Uri.EscapeDataString(to)}"));
        return await browser.GoAsync(ours.Link("a[href*='handler=SignOn']"));
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
        http.Dispose();
    }

    private async Task TellAsync(string what, JsonObject content)
    {
        using var answer = await http.PutAsJsonAsync(new Uri(Issuer, $"/tests/{what}"), content);
        answer.EnsureSuccessStatusCode();
    }
}
