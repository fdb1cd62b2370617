using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Outturn.Core.Indicators;

namespace Outturn.Tests.PublicSite;

/// <summary>A search finds what people mean, from a telephone too, and says where to go where it finds nothing.</summary>
public sealed class SearchTests(ServedSite site) : IClassFixture<ServedSite>
{
    [Theory]
    [InlineData("children’s", "Children's care plans", true)]
    [InlineData("children's", "Children’s care plans", true)]
    [InlineData("“care plans”", "Children's care plans", true)]
    [InlineData("CARE, (plan)", "Children's care plans", true)]
    [InlineData("red", "Calls answered, requests offered", false)]
    [InlineData("red", "Reduced, answered", true)]
    [InlineData("answer", "Calls answered", true)]
    [InlineData("wait", "Re-waited", true)]
    [InlineData("CS 06b", "CS06b", true)]
    [InlineData("06b", "CS06b", true)]
    [InlineData("S06b", "CS06b", false)]
    [InlineData("?!", "What?!", false)]
    public void Each_word_begins_a_word_of_what_is_found_with_any_apostrophe_and_no_quotes(string typed, string text, bool isFound) => Assert.Equal(isFound, SearchWords.Of(typed).AreIn(text));

    [Fact]
    public async Task A_typographic_apostrophe_finds_what_a_plain_one_does()
    {
        var plain = await FoundAsync("children's");
        Assert.NotEmpty(plain);
        Assert.Equal(plain, await FoundAsync("children’s"));
    }

    [Fact]
    public async Task A_part_within_a_word_finds_nothing_in_indicators_and_a_ref_is_found_in_parts()
    {
        Assert.DoesNotContain("/indicators/CS04a", await FoundAsync("nswered"));
        Assert.Contains("/indicators/CS04a", await FoundAsync("answered"));
        Assert.Contains("/indicators/CS06b", await FoundAsync("CS 06b"));
    }

    [Theory]
    [InlineData("complaimts", "complaints")]
    [InlineData("compliants", "complaints")]
    [InlineData("cals", "calls")]
    [InlineData("anwsered cals", "answered calls")]
    public async Task A_misspelling_is_answered_with_the_published_word_it_is_near_to(string typed, string meant)
    {
        var page = await PageAsync(typed);
        var link = page.QuerySelector(".p-meant a")!;
        Assert.Equal((meant, $"/search?q={Uri.EscapeDataString(meant)}"), (link.TextContent, link.GetAttribute("href")));
        Assert.NotEmpty(await FoundAsync(meant));
    }

    [Theory]
    [InlineData("foi")]
    [InlineData("zzzzqqqq")]
    public async Task Nothing_near_is_no_suggestion_but_says_where_to_go(string typed)
    {
        var page = await PageAsync(typed);
        Assert.Null(page.QuerySelector(".p-meant"));
        Assert.Equal(["/indicators", "/dashboards", "/data"], page.QuerySelectorAll("main ul a").Select(link => link.GetAttribute("href")!));
    }

    [Theory]
    [InlineData("???")]
    [InlineData("’ “ ”")]
    public async Task Punctuation_alone_is_told_so(string typed) => Assert.Contains("signs without a word", (await PageAsync(typed)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

    private async Task<List<string>> FoundAsync(string typed) => [.. (await PageAsync(typed)).QuerySelectorAll(".p-list a").Select(link => link.GetAttribute("href")!)];

    private async Task<IDocument> PageAsync(string typed) => new HtmlParser().ParseDocument(await site.Http.GetStringAsync($"/search?q={Uri.EscapeDataString(typed)}"));
}
