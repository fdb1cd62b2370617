using Microsoft.Playwright;

namespace Outturn.BrowserTests;

/// <param name="Width">In CSS pixels: 1280 as at a desk, 320 as on a small telephone or at a zoom of 400%.</param>
public sealed record WindowOptions(int Width = WindowOptions.Desk, bool Scripts = true)
{
    public const int Desk = 1280;
    public const int Telephone = 320;
}

/// <summary>One window of a browser that shares nothing with another, and what went wrong in it so far.</summary>
public sealed class Window : IAsyncDisposable
{
    public const int Height = 900;

    /// <summary>What a script no longer wants, or what became a file to save.</summary>
    private const string GivenUp = "net::ERR_ABORTED";

    private const string SessionCookie = "__Host-outturn";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly List<string> faults = [];
    private readonly IBrowserContext context;

    private Window(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.Console += (_, message) => Note(message.Type is "error" or "warning" ? $"console {message.Type}: {message.Text}" : null);
        page.PageError += (_, error) => Note($"script error: {error}");
        page.RequestFailed += (_, request) => Note(request.Failure == GivenUp ? null : $"request failed: {request.Method} {request.Url} ({request.Failure})");
        page.Response += (_, response) =>
        {
            Note(response.Status >= 400 ? $"answered {response.Status}: {response.Request.Method} {response.Url}" : null);
            if (response.Request.IsNavigationRequest && response.Frame == page.MainFrame && response.Status is < 300 or >= 400)
            {
                Document = response;
            }
        };
    }

    public IPage Page { get; }

    /// <summary>What the server last answered with a page.</summary>
    public IResponse? Document { get; private set; }

    /// <summary>What the browser complained of: errors and warnings in its console, requests that failed.</summary>
    public IReadOnlyList<string> Faults => [.. faults];

    /// <summary>The path of the page that is shown.</summary>
    public string Path => new Uri(Page.Url).AbsolutePath;

    public ILocator Main => Page.Locator("main");

    public static async Task<Window> OpenAsync(IBrowserContext context) => new(context, await context.NewPageAsync());

    /// <summary>Has the browser hold the key of a session. Playwright's own way does not let a cookie through that is for one host alone.</summary>
    public async Task KeepSessionAsync(string session, Uri address)
    {
        await using var devices = await context.NewCDPSessionAsync(Page);
        var kept = await devices.SendAsync("Network.setCookie", new Dictionary<string, object>
        {
            ["name"] = SessionCookie, ["value"] = session, ["url"] = address.ToString(), ["path"] = "/", ["secure"] = true, ["httpOnly"] = true, ["sameSite"] = "Lax",
        });
        Assert.True(kept?.GetProperty("success").GetBoolean());
    }

    /// <summary>Makes it a stranger's again, at its first width, with nothing gone wrong: what is opened next is opened as in a new one, except that files are in its cache.</summary>
    public async Task ClearAsync(int width)
    {
        await context.ClearCookiesAsync();
        await WidenAsync(width);
        faults.Clear();
        Document = null;
    }

    /// <summary>Has the browser lose the key of its session, as when it has ended.</summary>
    public Task LoseSessionAsync() => context.ClearCookiesAsync(new BrowserContextClearCookiesOptions { Name = SessionCookie });

    /// <summary>Makes the window as wide as that, as zooming in makes it narrow.</summary>
    public Task WidenAsync(int width) => Page.SetViewportSizeAsync(width, Height);

    public Task GoToAsync(string address) => Page.GotoAsync(address);

    /// <summary>Types into the field of that label.</summary>
    public Task FillAsync(string label, string text) => Page.GetByLabel(label, new PageGetByLabelOptions { Exact = true }).FillAsync(text);

    /// <summary>Presses a button that sends a form.</summary>
    public Task SendAsync(string button) => NextAsync(() => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }).ClickAsync());

    /// <summary>Does what leads to another page, and waits until that is there.</summary>
    public async Task NextAsync(Func<Task> act)
    {
        var loaded = new TaskCompletionSource();
        void Loaded(object? sender, IPage page) => loaded.TrySetResult();
        Page.Load += Loaded;
        try
        {
            await act();
            await loaded.Task.WaitAsync(Longest);
        }
        finally
        {
            Page.Load -= Loaded;
        }
    }

    /// <summary>Waits until the page of that path is there.</summary>
    public Task ArriveAsync(string path) => Page.WaitForURLAsync(url => new Uri(url).AbsolutePath == path);

    /// <summary>Waits until the page has that heading.</summary>
    public Task SeeAsync(string heading) => Assertions.Expect(Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync(heading);

    /// <summary>Waits until what the page says holds that.</summary>
    public Task ReadAsync(string text) => Assertions.Expect(Main).ToContainTextAsync(text);

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private void Note(string? fault)
    {
        if (fault is not null)
        {
            faults.Add(fault);
        }
    }
}
