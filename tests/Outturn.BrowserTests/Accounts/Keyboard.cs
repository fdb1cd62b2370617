using Microsoft.Playwright;

namespace Outturn.BrowserTests.Accounts;

/// <summary>Somebody who uses the keyboard alone: they get about by Tab, and see where they are by what is marked.</summary>
internal sealed class Keyboard(Window window)
{
    /// <summary>More stops than a page has.</summary>
    private const int MostStops = 60;

    /// <summary>The accessible name of what the keyboard is at: a link's or button's words, a field's label.</summary>
    private const string Name = "() => { const at = document.activeElement; return ((at.labels && at.labels[0]) || at).innerText.trim(); }";

    /// <summary>Whether one can see what the keyboard is at: it has an outline or a shadow, or its background changes.</summary>
    private const string IsMarked = """
        () => {
          const style = getComputedStyle(document.activeElement);
          return style.outlineStyle !== 'none' && style.outlineColor !== 'rgba(0, 0, 0, 0)' || style.boxShadow !== 'none';
        }
        """;

    private IPage Page => window.Page;

    /// <summary>By Tab to the next thing of that name.</summary>
    public async Task GoToAsync(string name)
    {
        var passed = new List<string>();
        while (passed.Count < MostStops)
        {
            await Page.Keyboard.PressAsync("Tab");
            var at = await Page.EvaluateAsync<string>(Name);
            Assert.True(await Page.EvaluateAsync<bool>(IsMarked), $"Nothing shows that the keyboard is at \"{at}\".");
            if (at == name)
            {
                return;
            }

            passed.Add(at);
        }

        Assert.Fail($"No press of Tab leads to \"{name}\", but to {string.Join(", ", passed.Distinct())}.");
    }

    public async Task TypeAsync(string field, string text)
    {
        await GoToAsync(field);
        await Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Follows a link, or presses a button.</summary>
    public async Task PressAsync(string name)
    {
        await GoToAsync(name);
        await window.NextAsync(() => Page.Keyboard.PressAsync("Enter"));
    }
}
