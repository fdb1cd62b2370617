using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.Data.Sqlite;
using Outturn.App.Reference;
using Outturn.App.Release;
using Outturn.Core.Release;
using Outturn.Reports;
using Outturn.Reports.Issued;
using Outturn.Tests.Architecture;
using Outturn.Tests.Reference;

namespace Outturn.Tests.PublicSite;

/// <summary>What happens while the site is up: editions come, the store is away, and somebody asks too much. Each test has a site of its own.</summary>
public sealed class LiveTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2.5);

    [Fact]
    public async Task A_new_edition_shows_soon_on_every_page_that_it_changes()
    {
        await using var site = await OwnSite.StartAsync();
        using var before = await site.Http.GetAsync("/releases");
        var head = new EditionHead("budget-2026-27", 1, EditionKind.Issue, new DateTime(2026, 10, 1, 8, 30, 0, DateTimeKind.Utc), null);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Http.GetAsync("/dashboards/budget-2026-27")).StatusCode);
        await site.Example.IssueAsync(new Paper(head.Paper, new Document(new DocumentInfo("Budget 2026/27", "Wealdshire County Council", new DateOnly(2026, 10, 1), "#1f4e5f"), [new Section(Orientation.Portrait, [new Heading(1, "Budget 2026/27")])])), head, []);
        await UntilAsync(async () => (await site.Http.GetAsync("/dashboards/budget-2026-27")).IsSuccessStatusCode, Soon);
        using var after = await site.Http.GetAsync("/releases");
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        foreach (var path in (string[])["/", "/releases", "/dashboards", "/releases.atom", "/search?q=budget", "/api/v1/editions"])
        {
            Assert.Contains("Budget 2026/27", await site.Http.GetStringAsync(path), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_store_that_is_away_or_held_by_another_is_told_plainly_and_is_read_again_when_it_is_back()
    {
        await using var site = await OwnSite.StartAsync();
        Assert.True((await site.Http.GetAsync("/")).IsSuccessStatusCode);
        SqliteConnection.ClearAllPools();
        var away = site.Store + ".away";
        File.Move(site.Store, away);
        await UntilAsync(async () => await SaysAsync(site.Http, "/"), Soon);
        Assert.True(await SaysAsync(site.Http, "/indicators/CS04a"));
        Assert.True(await SaysAsync(site.Http, "/api/v1/indicators"));

        await File.WriteAllTextAsync(site.Store, "not a store");
        await UntilAsync(async () => await SaysAsync(site.Http, "/releases"), Soon);
        File.Move(away, site.Store, overwrite: true);
        await UntilAsync(async () => (await site.Http.GetAsync("/")).IsSuccessStatusCode, Soon);
    }

    [Fact]
    public async Task Nothing_issued_yet_is_an_empty_site_and_no_fault()
    {
        var folder = Directory.CreateTempSubdirectory("outturn-public-");
        var file = Path.Combine(folder.FullName, "public.db");
        await (await PublicStore.OpenAsync(file, "empty", DateTime.UnixEpoch, default)).Store!.DisposeAsync();
        await using (var site = await OwnSite.OverAsync(folder, file))
        {
            foreach (var path in (string[])["/", "/dashboards", "/indicators", "/releases", "/search?q=a", "/data", "/verify", "/data/indicators.csv", "/releases.atom", "/sitemap.xml", "/api/v1/indicators", "/api/v1/editions"])
            {
                Assert.Equal((path, HttpStatusCode.OK), (path, (await site.Http.GetAsync(path)).StatusCode));
            }
        }
    }

    [Fact]
    public async Task An_indicator_that_no_report_has_any_more_keeps_its_address_which_says_what_became_of_it()
    {
        await using var site = await OwnSite.StartAsync();
        var (day, only) = (new DateTime(2026, 10, 1, 8, 30, 0, DateTimeKind.Utc), "");
        using (var all = JsonDocument.Parse(await site.Http.GetStringAsync("/data/indicators.json")))
        {
            only = all.RootElement.EnumerateArray().First(item => item.GetProperty("source").GetProperty("paper").GetString() == PublicExample.Corrected).GetProperty("indicator").GetProperty("ref").GetString()!;
        }

        foreach (var (paper, edition) in new[] { (PublicExample.Corrected.Replace("2025-26", "jul-2025", StringComparison.Ordinal), 2), (PublicExample.Corrected.Replace("2025-26", "nov-2025", StringComparison.Ordinal), 2), (PublicExample.Corrected, 3) })
        {
            await site.Example.LeaveOutAsync(only, new EditionHead(paper, edition, EditionKind.Correction, day.AddHours(edition), $"It was counted twice in {paper}."));
        }

        await UntilAsync(async () => (await site.Http.GetAsync($"/indicators/{only}")).StatusCode == HttpStatusCode.Gone, Soon);
        Assert.Contains($"It was counted twice in {PublicExample.Corrected}.", await site.Http.GetAsync($"/indicators/{only}") is var left ? await left.Content.ReadAsStringAsync() : "", StringComparison.Ordinal);

        await site.Example.WithdrawAllAsync(day.AddDays(1), "The wrong year was printed.");
        await UntilAsync(async () => (await site.Http.GetAsync("/indicators/CS04a")).StatusCode == HttpStatusCode.Gone, Soon);
        foreach (var path in (string[])["/indicators/CS04a", "/indicators/cs04a", "/indicators/CS04a/data.csv", "/api/v1/indicators/CS04a", "/api/v1/indicators/CS04a/series", $"/indicators/{only}"])
        {
            using var answer = await site.Http.GetAsync(path);
            var said = await answer.Content.ReadAsStringAsync();
            Assert.Equal((path, HttpStatusCode.Gone), (path, answer.StatusCode));
            Assert.Contains("The wrong year was printed.", said, StringComparison.Ordinal);
            Assert.DoesNotContain("Calls", said, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await site.Http.GetAsync("/indicators/ZZ99")).StatusCode);
        var home = await site.Http.GetStringAsync("/");
        Assert.Contains("Wealdshire County Council", home, StringComparison.Ordinal);
        Assert.Contains("No report is public at present", home, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_that_another_report_prints_otherwise_is_a_revision_wherever_revisions_are_told()
    {
        await using var site = await OwnSite.StartAsync();
        var day = new DateTime(2026, 10, 1, 8, 30, 0, DateTimeKind.Utc);
        var before = await site.Http.GetStringAsync("/indicators/GL02");
        Assert.Contains("Nothing that was published of it has been changed.", before, StringComparison.Ordinal);
        await site.Example.ReprintAsync(PublicExample.Corrected, new EditionHead("quarterly", 1, EditionKind.Issue, day, null), board => board with
        {
            Indicators = [.. board.Indicators.Select(indicator => indicator.Ref != "GL02" ? indicator : indicator with
            {
                Latest = "91%", LatestValue = 91m, Periods = [.. indicator.Periods.Select(period => period.LastDay == indicator.LastDay ? period with { Shown = "91%", Value = 91m } : period)],
            })],
        });
        await UntilAsync(async () => (await site.Http.GetAsync("/dashboards/quarterly")).IsSuccessStatusCode, Soon);
        var page = await site.Http.GetStringAsync("/indicators/GL02");
        Assert.Contains("<td data-label=\"Was\" class=\"p-text\">86%</td><td data-label=\"Is\" class=\"p-text\">91%</td>", page, StringComparison.Ordinal);
        Assert.Contains("Figures that were published otherwise before", await site.Http.GetStringAsync("/dashboards/quarterly"), StringComparison.Ordinal);
        Assert.Contains("GL02 figure for Mar 2026: 86% is now 91%.", await site.Http.GetStringAsync("/corrections.atom"), StringComparison.Ordinal);
        using var revisions = JsonDocument.Parse(await site.Http.GetStringAsync("/api/v1/revisions?ref=GL02"));
        Assert.Equal(1, revisions.RootElement.GetProperty("total").GetInt32());

        await site.Example.ReprintAsync("quarterly", new EditionHead("quarterly-again", 1, EditionKind.Issue, day.AddDays(1), null), board => board);
        await UntilAsync(async () => (await site.Http.GetAsync("/dashboards/quarterly-again")).IsSuccessStatusCode, Soon);
        Assert.DoesNotContain("published otherwise", await site.Http.GetStringAsync("/dashboards/quarterly-again"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_home_page_counts_what_a_supplement_brought()
    {
        await using var site = await OwnSite.StartAsync();
        var day = new DateTime(2026, 10, 1, 8, 30, 0, DateTimeKind.Utc);
        await site.Example.ReprintAsync(PublicExample.Corrected, new EditionHead("quarterly", 1, EditionKind.Issue, day, null), board => board with { Counts = new IssuedCounts(3, 3, 2, 1, 9) });
        await site.Example.ReprintAsync("quarterly", new EditionHead("quarterly", 2, EditionKind.Supplement, day.AddDays(1), "A figure came late."), board => board with { Counts = new IssuedCounts(3, 4, 2, 0, 9) });
        await UntilAsync(async () => (await site.Http.GetAsync("/dashboards/quarterly/editions/2")).IsSuccessStatusCode, Soon);
        var home = await site.Http.GetStringAsync("/");
        var card = home[home.IndexOf("/dashboards/quarterly\"", StringComparison.Ordinal)..];
        Assert.Contains("<strong>4</strong> <span><span aria-hidden=\"true\">▲", card[..card.IndexOf("</div>", StringComparison.Ordinal)].Replace("&#x25B2;", "▲", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_edition_that_was_taken_back_says_by_which_withdrawal_and_where_the_report_is_now()
    {
        await using var site = await OwnSite.StartAsync();
        var (day, report) = (new DateTime(2026, 10, 1, 8, 30, 0, DateTimeKind.Utc), $"/dashboards/{PublicExample.Withdrawn}");
        await site.Example.LeaveOutAsync("AS01", new EditionHead(PublicExample.Withdrawn, 3, EditionKind.Correction, day, "The right figures are in their places."));
        await UntilAsync(async () => (await site.Http.GetAsync(report)).IsSuccessStatusCode, Soon);
        foreach (var edition in (int[])[1, 2])
        {
            using var answer = await site.Http.GetAsync($"{report}/editions/{edition}");
            var page = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
            Assert.Contains("<p>Two services&#x27; figures were swapped.", page, StringComparison.Ordinal);
            Assert.Contains($"<a class=\"govuk-link\" href=\"{report}\">The report as it stands now</a>", page, StringComparison.Ordinal);
        }

        await site.Example.WithdrawAsync(new EditionHead(PublicExample.Withdrawn, 4, EditionKind.Withdrawal, day.AddDays(1), "It names a person."));
        await UntilAsync(async () => (await site.Http.GetAsync(report)).StatusCode == HttpStatusCode.Gone, Soon);
        foreach (var (edition, reason) in new[] { (1, "Two services"), (2, "Two services"), (3, "It names a person."), (4, "It names a person.") })
        {
            var page = await (await site.Http.GetAsync($"{report}/editions/{edition}")).Content.ReadAsStringAsync();
            Assert.Contains(reason, page[..page.IndexOf("id=\"editions\"", StringComparison.Ordinal)], StringComparison.Ordinal);
            Assert.All(new[] { "The right figures are in their places.", "Edition 2, a withdrawal" }, told => Assert.Contains(told, page[page.IndexOf("id=\"editions\"", StringComparison.Ordinal)..], StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_mapping_that_was_withdrawn_is_told_at_the_addresses_of_its_framework()
    {
        await using var site = await OwnSite.StartAsync();
        var national = Path.Combine(Path.GetDirectoryName(site.Store)!, "reference.db");
        Assert.IsType<ReferenceImportResult.Done>(await ReferenceImport.RunAsync(national, Path.Combine(NationalStore.Data, "lof"), new ReferenceImportChoices([]), TimeProvider.System, null, default));
        var mapped = await site.Example.MapAsync(national, Path.Combine(SourceTree.Root, "examples", "wealdshire"), "E10000016");
        var metric = $"/outcomes/local-outcomes-framework/metrics/{mapped.Metrics[0].Id}";
        await UntilAsync(async () => (await site.Http.GetAsync(metric)).IsSuccessStatusCode, Soon);
        await site.Example.WithdrawAllAsync(new DateTime(2026, 11, 21, 9, 30, 0, DateTimeKind.Utc), "Last year's edition was used.");
        await UntilAsync(async () => (await site.Http.GetAsync(metric)).StatusCode == HttpStatusCode.Gone, Soon);
        foreach (var path in (string[])["/outcomes", "/outcomes/local-outcomes-framework", "/outcomes/local-outcomes-framework/1", metric])
        {
            using var answer = await site.Http.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.Gone), (path, answer.StatusCode));
            Assert.Contains("Last year&#x27;s edition was used.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Where_nothing_was_printed_before_it_was_none_in_words_and_null_in_the_API()
    {
        await using var site = await OwnSite.StartAsync();
        await site.Example.ArriveAsync("CS04a", new EditionHead(PublicExample.Corrected, 3, EditionKind.Correction, new DateTime(2026, 11, 21, 9, 30, 0, DateTimeKind.Utc), "A figure was found."));
        await UntilAsync(async () => (await site.Http.GetStringAsync("/corrections.atom")).Contains("A figure was found.", StringComparison.Ordinal), Soon);
        Assert.Matches("CS04a figure for [^:]+: none is now 67%\\.", await site.Http.GetStringAsync("/corrections.atom"));
        Assert.Equal("none", new HtmlParser().ParseDocument(await site.Http.GetStringAsync("/indicators/CS04a")).QuerySelector("td[data-label=Was]")!.TextContent);
        using var revisions = JsonDocument.Parse(await site.Http.GetStringAsync("/api/v1/revisions?ref=CS04a&since=2026-11-21"));
        Assert.Equal(JsonValueKind.Null, revisions.RootElement.GetProperty("items")[0].GetProperty("old").ValueKind);
    }

    [Fact]
    public async Task Who_asks_too_much_is_told_when_to_ask_again_and_still_gets_the_pages()
    {
        await using var site = await OwnSite.StartAsync(perMinute: 6);
        var described = await Described.OfAsync(site.Http, "/api/v1/openapi.json");
        for (var i = 0; i < 5; i++)
        {
            Assert.True((await site.Http.GetAsync("/api/v1/indicators")).IsSuccessStatusCode);
        }

        using var refused = await site.Http.GetAsync("/api/v1/indicators");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.Empty(await described.DifferencesAsync(refused));
        Assert.Contains("Ask again in", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var search = await site.Http.GetAsync("/search?q=calls");
        Assert.Equal((HttpStatusCode.TooManyRequests, "text/html"), (search.StatusCode, search.Content.Headers.ContentType!.MediaType));
        Assert.True((await site.Http.GetAsync("/indicators/CS04a")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task The_store_is_read_and_never_written()
    {
        await using var site = await OwnSite.StartAsync();
        var before = await File.ReadAllBytesAsync(site.Store);
        foreach (var path in (string[])["/", "/indicators/CS04a", "/search?q=';DROP TABLE edition;--", "/api/v1/indicators", "/data/indicators.xlsx", "/verify?sha256=' OR 1=1"])
        {
            await (await site.Http.GetAsync(path)).Content.ReadAsByteArrayAsync();
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(site.Store));
    }

    private static async Task<bool> SaysAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(path);
        return answer.StatusCode == HttpStatusCode.ServiceUnavailable && answer.Headers.RetryAfter is not null && (await answer.Content.ReadAsStringAsync()).Contains("cannot be shown just now", StringComparison.Ordinal);
    }

    /// <summary>Asks again until it is so.</summary>
    private static async Task UntilAsync(Func<Task<bool>> isSo, TimeSpan within)
    {
        using var limit = new CancellationTokenSource(within);
        using var next = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await isSo())
        {
            await next.WaitForNextTickAsync(limit.Token);
        }
    }
}
