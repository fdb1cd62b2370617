using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Outturn.BrowserTests.Pages;

/// <summary>What holds for every page there is, in everything it shows, at a desk and on a small telephone.</summary>
[Collection(Council.Name)]
public sealed class EveryPageTests(Council council)
{
    public static TheoryData<string> Pages => [.. Openings.Pages.Except(Openings.Files.Keys)];

    public static TheoryData<string> Files => [.. Openings.Files.Keys];

    [Fact]
    public void Every_page_that_can_be_asked_for_is_tried()
    {
        Assert.NotEmpty(Openings.Pages);
        Assert.Equal(Openings.Pages, PageEndpoint.All(council.Services.GetRequiredService<EndpointDataSource>()).Select(page => page.Name).Order(StringComparer.Ordinal));
        Assert.Empty(Openings.Special.Select(opening => opening.Page).Concat(Openings.Files.Keys).Except(Openings.Pages));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_for_everybody_whole_at_any_width_and_the_same_without_script(string page)
    {
        var endpoint = Openings.Endpoint(council, page);
        var colour = (await council.NowAsync()).Register!.Council.Colour;
        var session = endpoint.Policy is { Public: true } ? null : await council.BeginSessionAsync(council.Administrator.Account);
        var wrong = new List<string>();
        foreach (var opening in Openings.Of(endpoint))
        {
            var window = await OpenAsync(opening, new WindowOptions());
            wrong.AddRange((await PageChecks.AllAsync(window, colour)).Select(fault => $"{opening}: {fault}"));
            var text = await PageChecks.TextAsync(window);
            await window.WidenAsync(WindowOptions.Telephone);
            wrong.AddRange((await PageChecks.AllAsync(window, colour)).Select(fault => $"{opening}, {WindowOptions.Telephone} pixels wide: {fault}"));

            var plain = await OpenAsync(opening, new WindowOptions(Scripts: false));
            wrong.AddRange(await PageChecks.SaysAsync(plain, text) is { } other ? [$"{opening}, without script: {other}"] : []);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        async Task<Window> OpenAsync(Opening opening, WindowOptions options)
        {
            var window = await council.ReuseAsync(options, session);
            await opening.OpenAsync(council, window);
            Assert.True(endpoint.Has(window.Path), $"{opening}: what is done to open it leads to {window.Path}.");
            return window;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_page_that_is_a_file_is_handed_out_to_be_saved(string page)
    {
        await using var window = await council.OpenAsAsync(council.Administrator.Account);
        var answer = await window.Page.APIRequest.GetAsync(Openings.Files[page]);
        Assert.Equal(200, answer.Status);
        Assert.StartsWith("attachment;", answer.Headers["content-disposition"], StringComparison.Ordinal);
        Assert.NotEmpty(await answer.BodyAsync());
    }
}
