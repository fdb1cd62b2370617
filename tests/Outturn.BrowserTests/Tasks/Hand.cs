using Microsoft.Playwright;

namespace Outturn.BrowserTests.Tasks;

/// <summary>Somebody at work, whose every act is counted: a field filled in, a link followed, a button pressed.</summary>
internal sealed class Hand(Window window)
{
    public int Acts { get; private set; }

    /// <summary>Types into the box of that name.</summary>
    public Task FillAsync(string name, string text)
    {
        Acts++;
        return window.Page.Locator($"[name=\"{name}\"]:not([type=hidden])").First.FillAsync(text);
    }

    public Task PressAsync(string button)
    {
        Acts++;
        return window.SendAsync(button);
    }

    public Task FollowAsync(string link)
    {
        Acts++;
        return window.NextAsync(() => window.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = link, Exact = true }).ClickAsync());
    }
}
