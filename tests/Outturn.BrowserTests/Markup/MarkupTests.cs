using Outturn.BrowserTests.Pages;

namespace Outturn.BrowserTests.Markup;

/// <summary>The HTML that the server sends, before a browser has put it right.</summary>
[Collection(Council.Name)]
public sealed class MarkupTests(Council council)
{
    [Fact]
    public async Task Every_page_is_valid_html()
    {
        var session = await council.BeginSessionAsync(council.Administrator.Account);
        await using var stranger = await council.OpenAsync();
        await using var administrator = await council.OpenAsync(session: session);
        var pages = new List<(string Name, string Html)>();
        foreach (var page in Openings.Pages.Except(Openings.Files.Keys).Select(page => Openings.Endpoint(council, page)))
        {
            var isPublic = page.Policy is { Public: true };
            foreach (var opening in Openings.Of(page))
            {
                if (opening.Address is { } address)
                {
                    pages.Add((opening.ToString(), await (await (isPublic ? stranger : administrator).Page.APIRequest.GetAsync(address)).TextAsync()));
                    continue;
                }

                var window = await council.ReuseAsync(new WindowOptions(), isPublic ? null : session);
                await opening.OpenAsync(council, window);
                pages.Add((opening.ToString(), await window.Document!.TextAsync()));
            }
        }

        var wrong = await HtmlValidate.RunAsync(pages);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
