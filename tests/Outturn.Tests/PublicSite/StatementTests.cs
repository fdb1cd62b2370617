using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Outturn.Public;

namespace Outturn.Tests.PublicSite;

/// <summary>The public site's statements say what the accessibility regulations of 2018 ask for, and how to reach the council.</summary>
public sealed class StatementTests(ServedSite site) : IClassFixture<ServedSite>
{
    [Fact]
    public async Task The_accessibility_statement_has_every_part_of_the_governments_model()
    {
        var page = Page(await site.Http.GetStringAsync("/accessibility"));
        Assert.Equal(["contact", "enforcement", "compliance", "not-accessible", "preparation"], page.QuerySelectorAll("main h2").Select(heading => heading.Id!));
        var text = page.QuerySelector("main")!.TextContent.ReplaceLineEndings(" ");
        Assert.All(["Wealdshire County Council", "partially compliant", "PDF", "in another form", "disproportionate burden", "This statement was prepared on 28 November 2026", "were last tested on", "Equality and Human Rights Commission"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector("a[href='https://www.equalityadvisoryservice.com/']"));
        Assert.Contains("the contact page of the council's website", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("performance@example.gov.uk", "mailto:performance@example.gov.uk")]
    [InlineData("https://www.example.gov.uk/contact", "https://www.example.gov.uk/contact")]
    public async Task Both_statements_name_the_contact_that_the_council_gave(string contact, string link)
    {
        await using var own = await OwnSite.StartAsync(contact: contact);
        foreach (var path in (string[])["/accessibility", "/privacy"])
        {
            Assert.Equal(contact, Page(await own.Http.GetStringAsync(path)).QuerySelector($"main a[href='{link}']")?.TextContent);
        }
    }

    [Theory]
    [InlineData("the performance team")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    public void What_is_neither_a_mailbox_nor_a_page_is_no_contact(string contact) =>
        Assert.Contains("neither an e-mail address nor the address of a page", new PublicOptions("none.db", kestrel => kestrel.Listen(IPAddress.Loopback, 0), Contact: contact).Refusal(), StringComparison.Ordinal);

    [Fact]
    public async Task A_table_is_named_by_what_it_lists()
    {
        var captions = Page(await site.Http.GetStringAsync("/dashboards")).QuerySelectorAll("caption").Select(caption => caption.TextContent).ToList();
        Assert.Contains("Withdrawn reports, newest first", captions);
        Assert.Contains(captions, caption => caption.StartsWith("Reports of ", StringComparison.Ordinal));
        Assert.DoesNotContain("Reports of Withdrawn reports, newest first", captions);
    }

    [Fact]
    public async Task The_table_of_a_chart_is_folded_on_the_screen_alone()
    {
        var page = Page(await site.Http.GetStringAsync("/indicators/CS04a"));
        Assert.NotNull(page.QuerySelector("details + .p-folded tbody tr"));
        Assert.Null(page.QuerySelector("details table"));
        var style = await site.Http.GetStringAsync(page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"));
        Assert.Matches(@"@media screen\s*\{[^@]*\.p-fold:not\(\[open\]\)\s*\+\s*\.p-folded\s*\{\s*display:\s*none", style);
    }

    private static IDocument Page(string text) => new HtmlParser().ParseDocument(text);
}
