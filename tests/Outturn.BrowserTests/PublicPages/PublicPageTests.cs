using Microsoft.Playwright;
using Outturn.BrowserTests.Markup;
using Outturn.BrowserTests.Pages;
using Outturn.Tests.PublicSite;

namespace Outturn.BrowserTests.PublicPages;

/// <summary>What holds for every public page, at a desk, on a small telephone and on paper; and how soon somebody finds what they came for.</summary>
public sealed class PublicPageTests(PublicCouncil council) : IClassFixture<PublicCouncil>
{
    private const string Colour = "#1f4e5f";
    private const int MostClicks = 3;

    /// <summary>One of each kind of page, in each of the states that it has.</summary>
    private static readonly string[] Paths =
    [
        "/", "/dashboards", $"/dashboards/{PublicExample.Corrected}", $"/dashboards/{PublicExample.Corrected}/editions/1", $"/dashboards/{PublicExample.Supplemented}", $"/dashboards/{PublicExample.Supplemented}/editions/2",
        $"/dashboards/{PublicExample.Plain}", $"/dashboards/{PublicExample.Withdrawn}", "/indicators", "/indicators?q=nothing+of+that+name", "/indicators?rating=Red&sort=-title", "/indicators/CS04a", "/indicators/CS01", "/indicators/CS08", "/indicators/HR03",
        "/search", "/search?q=calls", "/search?q=nothing+of+that+name", "/search?q=complaimts", "/search?q=%3F%3F", "/releases", "/releases?kind=changes", "/data", "/verify", "/verify?sha256=abc", $"/verify?sha256=0000000000000000000000000000000000000000000000000000000000000000",
        "/accessibility", "/privacy", "/nothing",
        "/outcomes", "/outcomes/local-outcomes-framework/1", "/outcomes/local-outcomes-framework/7", "/outcomes/local-outcomes-framework/metrics/LOF-07-06", "/outcomes/local-outcomes-framework/metrics/LOF-02-02", "/dashboards/local-outcomes-framework-july-2026",
    ];

    [Fact]
    public async Task Every_public_page_is_for_everybody_and_whole_at_any_width()
    {
        var wrong = new List<string>();
        await using var window = await council.OpenAsync(WindowOptions.Desk);
        foreach (var path in Paths)
        {
            await window.ClearAsync(WindowOptions.Desk);
            await window.GoToAsync(path);
            foreach (var width in (int[])[WindowOptions.Desk, WindowOptions.Telephone])
            {
                await window.WidenAsync(width);
                wrong.AddRange((await PageChecks.AllAsync(window, Colour)).Where(fault => !fault.Contains("answered 4", StringComparison.Ordinal) && !fault.Contains("status of 4", StringComparison.Ordinal)).Select(fault => $"{path}, {width} pixels wide: {fault}"));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Every_public_page_is_valid_html()
    {
        using var http = new HttpClient { BaseAddress = council.Address };
        var pages = new List<(string, string)>();
        foreach (var path in Paths)
        {
            pages.Add((path, await (await http.GetAsync(path)).Content.ReadAsStringAsync()));
        }

        var wrong = await HtmlValidate.RunAsync(pages);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>What residents ask (PRODUCT: what members and residents actually ask), each with the way that somebody goes who does not know the site.</summary>
    public static TheoryData<string, string[], string> Questions => new()
    {
        { "Which services are Red, why, what is being done and by when?", ["Policy and Resources Cabinet Committee"], "What is being done" },
        { "What does it mean, and what is counted?", ["Potholes repaired within 28 days"], "What is counted" },
        { "Why a percentage and not the number?", ["ICT", "Calls to the ICT service desk resolved at first contact"], "Out of" },
        { "Are targets too low; why was it not raised?", ["Contact Centre", "Daytime calls to the Contact Centre answered"], "The contract keeps this level" },
        { "Is it Green for the year but not now?", ["Contact Centre", "Daytime calls to the Contact Centre answered"], "Year to date" },
        { "What was changed after it was published, and why?", ["Releases", "Corrections, supplements, withdrawals and changed figures"], PublicExample.CorrectionReason },
        { "Can I have the figures to work with?", ["Data"], "Excel workbook" },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_residents_question_is_answered_in_at_most_three_clicks_and_without_script(string question, string[] clicks, string answer)
    {
        Assert.True(clicks.Length <= MostClicks, question);
        await using var window = await council.OpenAsync(WindowOptions.Telephone, scripts: false);
        await window.GoToAsync("/");
        foreach (var link in clicks)
        {
            await window.NextAsync(() => window.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = link, Exact = true }).First.ClickAsync());
        }

        await window.ReadAsync(answer);
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task A_rating_is_a_word_and_a_shape_and_the_paper_has_no_navigation()
    {
        await using var window = await council.OpenAsync(WindowOptions.Desk);
        await window.GoToAsync($"/dashboards/{PublicExample.Corrected}");
        foreach (var rating in await window.Page.Locator(".p-rating").AllInnerTextsAsync())
        {
            Assert.Matches("^(■ Red|▲ Amber|● Green|○ Not rated.*)$", rating);
        }

        await window.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.False(await window.Page.Locator(".p-nav").IsVisibleAsync());
        Assert.True(await window.Page.Locator("h1").IsVisibleAsync());
    }

    [Fact]
    public async Task The_table_of_a_chart_is_folded_on_the_screen_and_whole_on_paper()
    {
        await using var window = await council.OpenAsync(WindowOptions.Desk, scripts: false);
        await window.GoToAsync("/indicators/CS04a");
        var (table, fold) = (window.Page.Locator(".p-folded table").First, window.Page.Locator(".p-fold summary").First);
        Assert.False(await table.IsVisibleAsync());
        await window.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.True(await table.IsVisibleAsync());
        Assert.False(await fold.IsVisibleAsync());
        await window.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        await fold.ClickAsync();
        Assert.True(await table.IsVisibleAsync());
    }
}
