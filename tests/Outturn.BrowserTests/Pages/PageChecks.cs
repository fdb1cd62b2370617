using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Outturn.BrowserTests.Pages;

/// <summary>What every page is held to. Each check gives a sentence for each thing that is wrong.</summary>
internal static partial class PageChecks
{
    private static readonly string Axe = $"() => {{ {new BundledAxeScriptProvider().GetScript()} }}";

    public static async Task<IReadOnlyList<string>> AllAsync(Window window, string colour) =>
    [
        .. await AxeAsync(window.Page), .. await HeadingAsync(window.Page), .. await TitleAsync(window.Page), .. await ColourAsync(window.Page, colour), .. await ScrollAsync(window.Page), .. window.Faults,
    ];

    /// <summary>What axe finds against WCAG 2.2 at level AA.</summary>
    public static async Task<IReadOnlyList<string>> AxeAsync(IPage page)
    {
        if (await page.EvaluateAsync<bool>("() => typeof axe === 'undefined'"))
        {
            await page.EvaluateAsync(Axe);
        }

        return await page.EvaluateAsync<string[]>("""
            async () => {
              const found = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] });
              return found.violations.flatMap(rule => rule.nodes.map(node => `axe: ${rule.id}: ${rule.help}: ${node.html}`));
            }
            """);
    }

    public static async Task<IReadOnlyList<string>> HeadingAsync(IPage page) =>
        await page.Locator("h1").CountAsync() is var count && count == 1 ? [] : [$"{count} headings of the first level"];

    public static async Task<IReadOnlyList<string>> TitleAsync(IPage page) =>
        string.IsNullOrWhiteSpace(await page.TitleAsync()) ? ["no title"] : [];

    /// <summary>Whether the header has the council's colour: it has it only when every style sheet came.</summary>
    /// <param name="colour">As #rrggbb.</param>
    public static async Task<IReadOnlyList<string>> ColourAsync(IPage page, string colour)
    {
        var wanted = $"rgb({string.Join(", ", Convert.FromHexString(colour.TrimStart('#')))})";
        var shown = await page.EvaluateAsync<string?>("() => { const header = document.querySelector('header'); return header && getComputedStyle(header).backgroundColor; }");
        return shown == wanted ? [] : [$"the header's colour is {shown ?? "not there"} and not {wanted}"];
    }

    /// <summary>Whether one has to scroll sideways to read it, and past what (WCAG 1.4.10).</summary>
    public static async Task<IReadOnlyList<string>> ScrollAsync(IPage page) => await page.EvaluateAsync<string[]>("""
        () => {
          const whole = document.scrollingElement;
          if (whole.scrollWidth <= whole.clientWidth) return [];
          const reach = e => { const box = e.getBoundingClientRect(); return Math.max(box.right, box.left + e.scrollWidth); };
          const wide = [...document.body.querySelectorAll('*')].filter(e => reach(e) > whole.clientWidth + 0.5 && !e.closest('.o-scroll, .p-scroll')).slice(-3);
          return [`${whole.scrollWidth} pixels wide in a window of ${whole.clientWidth}: ` + wide.map(e => e.outerHTML.slice(0, 120)).join(' | ')];
        }
        """);

    /// <summary>What the page says in its main part.</summary>
    public static async Task<string> TextAsync(Window window) => Spaces().Replace(await window.Main.InnerTextAsync(), " ").Trim();

    /// <returns>What it says instead; null where it says that.</returns>
    public static async Task<string?> SaysAsync(Window window, string text) => await TextAsync(window) is var said && said == text ? null : $"it says \"{said}\" and not \"{text}\"";

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
