using Outturn.BrowserTests.Markup;

namespace Outturn.BrowserTests.Pages;

/// <summary>Each check finds a fault that was put there: one that has gone blind is no check.</summary>
[Collection(Council.Name)]
public sealed class PlantedFaultTests(Council council)
{
    private const string Colour = "#1f4e5f";

    private const string Sound = """
        <!DOCTYPE html>
        <html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Planted</title><style>header { background: #1f4e5f }</style></head>
        <body><header></header><main><h1>Planted</h1></main></body></html>
        """;

    [Fact]
    public async Task A_page_without_fault_is_found_to_have_none()
    {
        await using var window = await PlantAsync(Sound);
        Assert.Empty(await PageChecks.AllAsync(window, Colour));
    }

    [Theory]
    [InlineData("<img src=\"/favicon.ico\">", "image-alt")]
    [InlineData("<p style=\"color: #bbb\">Hard to read</p>", "color-contrast")]
    [InlineData("<input name=\"figure\">", "label")]
    [InlineData("<a href=\"/\" style=\"display: inline-block; width: 8px; height: 8px; overflow: hidden\">Home</a><a href=\"/a\" style=\"display: inline-block; width: 8px; height: 8px; overflow: hidden\">A</a>", "target-size")]
    public async Task What_keeps_people_from_a_page_is_found(string planted, string rule)
    {
        await using var window = await PlantAsync(With(planted));
        Assert.Contains(await PageChecks.AxeAsync(window.Page), fault => fault.StartsWith($"axe: {rule}:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<script>console.error('of no use')</script>", "console error: of no use")]
    [InlineData("<script>console.warn('of little use')</script>", "console warning: of little use")]
    [InlineData("<script>nothingOfThatName()</script>", "nothingOfThatName is not defined")]
    [InlineData("<script src=\"/look/none.js\"></script>", "answered 404: GET")]
    [InlineData("<script src=\"http://localhost:1/none.js\"></script>", "request failed: GET")]
    public async Task What_the_browser_complains_of_is_found(string planted, string fault)
    {
        await using var window = await PlantAsync(With(planted));
        Assert.Contains(await PageChecks.AllAsync(window, Colour), found => found.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_style_that_the_servers_own_policy_forbids_is_found()
    {
        await using var window = await council.OpenAsync();
        await window.Page.RouteAsync("**/accessibility", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = (await answer.TextAsync()).Replace("<h1", "<h1 style=\"color: red\"", StringComparison.Ordinal) });
        });
        await window.GoToAsync("/accessibility");
        Assert.Contains(await PageChecks.AllAsync(window, Colour), found => found.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_is_wider_than_the_window_is_found()
    {
        await using var window = await PlantAsync(With("<div style=\"width: 321px\">Wide</div>"), new WindowOptions(WindowOptions.Telephone));
        Assert.Contains(await PageChecks.ScrollAsync(window.Page), fault => fault.Contains("in a window of 320", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_style_sheet_that_did_not_come_is_found()
    {
        await using var window = await council.OpenAsync();
        await window.Page.RouteAsync("**/look/*.css", route => route.FulfillAsync(new() { ContentType = "text/css", Body = "" }));
        await window.GoToAsync("/accessibility");
        Assert.Equal(["the header's colour is rgba(0, 0, 0, 0) and not rgb(31, 78, 95)"], await PageChecks.ColourAsync(window.Page, Colour));
    }

    [Fact]
    public async Task A_second_heading_and_a_title_that_is_missing_are_found()
    {
        await using var window = await PlantAsync(With("<h1>Another</h1>").Replace("<title>Planted</title>", "", StringComparison.Ordinal));
        Assert.Equal(["2 headings of the first level"], await PageChecks.HeadingAsync(window.Page));
        Assert.Equal(["no title"], await PageChecks.TitleAsync(window.Page));
    }

    [Fact]
    public async Task What_only_a_script_says_is_found()
    {
        var html = With("<p id=\"it\">Waiting</p><script>document.getElementById('it').textContent = 'Ready'</script>");
        await using var scripted = await PlantAsync(html);
        await using var plain = await PlantAsync(html, new WindowOptions(Scripts: false));
        Assert.Equal("it says \"Planted Waiting\" and not \"Planted Ready\"", await PageChecks.SaysAsync(plain, await PageChecks.TextAsync(scripted)));
    }

    [Fact]
    public async Task Markup_that_a_browser_would_put_right_is_found()
    {
        var found = await HtmlValidate.RunAsync(
        [
            ("sound", Sound),
            ("nested", With("<p>One<div>Two</div></p>")),
            ("twice", With("<p id=\"it\">One</p><p id=\"it\">Two</p>")),
            ("open", With("<p><strong>One</p>")),
        ]);
        Assert.Equal(["nested", "open", "twice"], found.Select(fault => fault.Split(',')[0]).Distinct().Order());
        Assert.Contains(found, fault => fault.Contains("no-dup-id", StringComparison.Ordinal));
    }

    private static string With(string planted) => Sound.Replace("</main>", $"{planted}</main>", StringComparison.Ordinal);

    private async Task<Window> PlantAsync(string html, WindowOptions? options = null)
    {
        var window = await council.OpenAsync(options);
        await window.Page.RouteAsync("**/planted", route => route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = html }));
        await window.GoToAsync("/planted");
        return window;
    }
}
