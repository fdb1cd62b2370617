using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Outturn.Tests.People;

/// <summary>What a browser was answered, after what it followed.</summary>
internal sealed record Seen(Uri Address, HttpStatusCode Status, IHtmlDocument Page, Uri? Next)
{
    public string Heading => Page.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>What is said in the box at the top of a page.</summary>
    public string Problem => Page.QuerySelector("[role=alert] li")?.TextContent.Trim() ?? "";

    public Uri Link(string selector) => new(Address, Page.QuerySelector(selector)?.GetAttribute("href") ?? throw new Xunit.Sdk.XunitException($"{Address} ({Status}) has no {selector}: {Page.Body?.TextContent}"));

    public string Said(string name) => Page.QuerySelectorAll("dt").FirstOrDefault(term => term.TextContent == name)?.NextElementSibling?.TextContent ?? "";
}

/// <summary>A browser without script: keeps cookies as browsers do, follows, and sends forms.</summary>
/// <remarks>.NET's own jar does not send a Secure cookie to this machine itself over http; browsers do.</remarks>
internal sealed class SignOnBrowser : IDisposable
{
    private const int MostSteps = 15;

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly Dictionary<(string Site, string Path, string Name), string> jar;

    public SignOnBrowser(SignOnBrowser? copied = null) => jar = copied is null ? [] : new(copied.jar);

    public bool HasSession => jar.Keys.Any(cookie => cookie.Name == "__Host-outturn");

    /// <summary>Gives it a session that was begun elsewhere.</summary>
    public void Hold(Uri site, string session) => jar[(site.Authority, "/", "__Host-outturn")] = session;

    /// <summary>The names of what it holds for a site.</summary>
    public IEnumerable<string> Held(Uri site) => jar.Keys.Where(cookie => cookie.Site == site.Authority).Select(cookie => cookie.Name);

    /// <summary>Goes there and wherever it is sent on to.</summary>
    public async Task<Seen> GoAsync(Uri address) => await FollowAsync(await AskAsync(HttpMethod.Get, address));

    public async Task<Seen> FollowAsync(Seen seen)
    {
        for (var steps = 0; seen.Next is { } next; steps++)
        {
            Assert.True(steps < MostSteps, $"Sent around in circles, last to {next}.");
            seen = await AskAsync(HttpMethod.Get, next);
        }

        return seen;
    }

    /// <summary>Sends the first form of a page, with its hidden fields and what is typed.</summary>
    public Task<Seen> SendAsync(Seen seen, params (string Name, string Value)[] typed) => SendAsync(seen, "form", typed);

    /// <param name="selector">Which form of the page.</param>
    public async Task<Seen> SendAsync(Seen seen, string selector, params (string Name, string Value)[] typed)
    {
        var form = (IHtmlFormElement)seen.Page.QuerySelector(selector)!;
        var fields = form.QuerySelectorAll("input[type=hidden]").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value") ?? ""))
            .Concat(typed.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await FollowAsync(await AskAsync(HttpMethod.Post, new Uri(seen.Address, form.GetAttribute("action")), new FormUrlEncodedContent(fields)));
    }

    /// <summary>One question and its answer, not followed.</summary>
    public async Task<Seen> AskAsync(HttpMethod method, Uri address, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        var sent = jar.Where(cookie => cookie.Key.Site == address.Authority && address.AbsolutePath.StartsWith(cookie.Key.Path, StringComparison.Ordinal)).Select(cookie => $"{cookie.Key.Name}={cookie.Value}");
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", sent));
        using var response = await http.SendAsync(request);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            Keep(address, cookie);
        }

        var next = response.Headers.Location is { } location ? new Uri(address, location) : null;
        return new Seen(address, response.StatusCode, new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync()), next);
    }

    public void Dispose() => http.Dispose();

    private void Keep(Uri from, string text)
    {
        var parts = text.Split(';', StringSplitOptions.TrimEntries);
        var (name, value) = (parts[0][..parts[0].IndexOf('=')], parts[0][(parts[0].IndexOf('=') + 1)..]);
        var marks = parts[1..].Select(part => part.Split('=', 2)).ToDictionary(part => part[0].ToLowerInvariant(), part => part.ElementAtOrDefault(1) ?? "");
        var path = marks.GetValueOrDefault("path", "/");
        if (name.StartsWith("__Host-", StringComparison.Ordinal))
        {
            Assert.True(marks.ContainsKey("secure") && marks.ContainsKey("httponly") && path == "/" && !marks.ContainsKey("domain") && marks["samesite"] is "lax" or "strict", $"A browser would not keep {text}.");
        }

        var isOver = value.Length == 0 || marks.GetValueOrDefault("max-age") == "0" || marks.GetValueOrDefault("expires", "").Contains("1970", StringComparison.Ordinal);
        if (isOver)
        {
            jar.Remove((from.Authority, path, name));
        }
        else
        {
            jar[(from.Authority, path, name)] = value;
        }
    }
}
