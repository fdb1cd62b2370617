using Outturn.BrowserTests.Pages;

namespace Outturn.BrowserTests.Markup;

/// <summary>The HTML that the server sends, before a browser has put it right.</summary>
[Collection(Council.Name)]
public sealed class MarkupTests(Council council)
{
    [Fact]
    public async Task Every_page_is_valid_html()
    {
        var session = await council.BeginSessionAsync(EveryPageTests.Whoever);
        var pages = new List<(string Name, string Html)>();
        foreach (var endpoint in Openings.Pages.Select(page => Openings.Endpoint(council, page)))
        {
            foreach (var opening in Openings.Of(endpoint))
            {
                await using var window = await council.OpenAsync(new WindowOptions(Scripts: false), endpoint.Policy is { Public: true } ? null : session);
                await opening.StepsAsync(council, window);
                pages.Add((opening.ToString(), await window.Document!.TextAsync()));
            }
        }

        var wrong = await HtmlValidate.RunAsync(pages);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
