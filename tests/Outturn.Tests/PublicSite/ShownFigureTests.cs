using AngleSharp.Html.Parser;
using Microsoft.VisualBasic.FileIO;
using Outturn.Reports.Issued;
using static Outturn.Tests.PublicSite.ShownDashboard;

namespace Outturn.Tests.PublicSite;

/// <summary>Every number on a public page is the one that was issued, read from the edition's own JSON.</summary>
public sealed class ShownFigureTests(ServedSite site) : IClassFixture<ServedSite>
{
    [Fact]
    public async Task A_dashboard_shows_every_figure_of_its_edition_and_no_other()
    {
        var compared = 0;
        foreach (var (address, edition) in await WholeEditionsAsync())
        {
            var html = await site.Http.GetStringAsync(address);
            Assert.Empty(Differences(html, edition.Dashboard!));
            compared += edition.Dashboard!.Indicators.Count;

            // A planted fault: one figure that is another is found.
            var indicator = edition.Dashboard.Indicators.First(row => row.Latest.Length > 2 && row.Latest != row.YearToDate);
            Assert.NotEmpty(Differences(html.Replace(indicator.Latest, "0.01", StringComparison.Ordinal), edition.Dashboard));
        }

        Assert.True(compared > 150, $"only {compared} rows were compared");
    }

    [Fact]
    public async Task An_indicators_page_shows_the_newest_figures_levels_and_definition_that_were_issued()
    {
        var newest = new Dictionary<string, IssuedIndicator>();
        var issued = (await WholeEditionsAsync()).Select(whole => whole.Edition).Append(await EditionAsync($"/dashboards/{PublicExample.Supplemented}/editions/2"));
        foreach (var edition in issued.OrderBy(edition => edition.ReleaseAt))
        {
            foreach (var indicator in edition.Dashboard!.Indicators.Where(indicator => !newest.TryGetValue(indicator.Ref, out var known) || known.LastDay <= indicator.LastDay))
            {
                newest[indicator.Ref] = indicator;
            }
        }

        Assert.True(newest.Count > 50);
        foreach (var (reference, indicator) in newest)
        {
            var html = await site.Http.GetStringAsync($"/indicators/{reference}");
            Assert.Empty(Differences(html, indicator));
            Assert.NotEmpty(Differences(html, indicator with { PreviousYear = "0.01" }));
        }
    }

    [Fact]
    public async Task A_correction_keeps_the_old_figure_beside_the_new_wherever_it_is_shown()
    {
        var edition = await EditionAsync($"/dashboards/{PublicExample.Corrected}/editions/2");
        var revision = Assert.Single(edition.Revisions);
        foreach (var path in (string[])[$"/dashboards/{PublicExample.Corrected}", $"/indicators/{revision.Ref}"])
        {
            var text = Text(new HtmlParser().ParseDocument(await site.Http.GetStringAsync(path)).QuerySelector("main")!);
            Assert.Contains($"{revision.Old}{revision.New}", text, StringComparison.Ordinal);
            Assert.Contains(PublicExample.CorrectionReason, text, StringComparison.Ordinal);
        }

        var first = Text(new HtmlParser().ParseDocument(await site.Http.GetStringAsync($"/dashboards/{PublicExample.Corrected}/editions/1")).QuerySelector("main")!);
        Assert.Contains("This is not the newest edition.", first, StringComparison.Ordinal);
        Assert.Contains(revision.Old!, first, StringComparison.Ordinal);
        Assert.DoesNotContain(revision.New!, first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_stands_when_a_supplement_comes_and_leads_to_it()
    {
        var report = await site.Http.GetStringAsync($"/dashboards/{PublicExample.Supplemented}");
        Assert.Empty(Differences(report, (await EditionAsync($"/dashboards/{PublicExample.Supplemented}/editions/1")).Dashboard!));
        Assert.Contains($"href=\"/dashboards/{PublicExample.Supplemented}/editions/2\">supplement of", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_figure_that_was_ever_published_can_be_had_as_it_was_published_last()
    {
        var issued = (await WholeEditionsAsync()).Select(whole => whole.Edition).Append(await EditionAsync($"/dashboards/{PublicExample.Supplemented}/editions/2"));
        var printed = new Dictionary<(string, string), string>();
        foreach (var edition in issued.OrderBy(edition => edition.ReleaseAt))
        {
            foreach (var (indicator, period) in edition.Dashboard!.Indicators.SelectMany(indicator => indicator.Periods.Select(period => (indicator, period))))
            {
                printed[(indicator.Ref, period.Period)] = period.Shown ?? "";
            }
        }

        using var figures = new TextFieldParser(await site.Http.GetStreamAsync("/data/figures.csv")) { Delimiters = [","] };
        var (columns, rows) = (figures.ReadFields()!.ToList(), new Dictionary<(string, string), string>());
        while (figures.ReadFields() is { } fields)
        {
            rows.Add((fields[columns.IndexOf("ref")], fields[columns.IndexOf("period")]), fields[columns.IndexOf("shown")]);
        }

        Assert.Equal(printed.OrderBy(figure => figure.Key), rows.OrderBy(figure => figure.Key));
        var page = new HtmlParser().ParseDocument(await site.Http.GetStringAsync("/indicators/GL02"));
        var shown = page.QuerySelectorAll("[aria-label='All published figures'] tbody tr").ToDictionary(row => ("GL02", Text(row.Children[0])), row => Text(row.Children[1]));
        Assert.True(shown.Count > 12);
        Assert.Equal(printed.Where(figure => figure.Key.Item1 == "GL02").OrderBy(figure => figure.Key), shown.OrderBy(figure => figure.Key));
    }

    [Fact]
    public async Task A_report_says_which_ratings_are_other_than_in_the_report_before()
    {
        var (now, before) = (await EditionAsync($"/dashboards/{PublicExample.Corrected}"), await EditionAsync($"/dashboards/{PublicExample.Corrected.Replace("2025-26", "nov-2025", StringComparison.Ordinal)}"));
        var page = new HtmlParser().ParseDocument(await site.Http.GetStringAsync($"/dashboards/{PublicExample.Corrected}"));
        var section = page.QuerySelector("#since")!.Closest("section")!;
        var moved = now.Dashboard!.Indicators.Where(indicator => indicator.Kind == "kpi").Join(before.Dashboard!.Indicators, indicator => indicator.Ref, old => old.Ref, (indicator, old) => (indicator, old)).Where(pair => pair.indicator.Rating != pair.old.Rating).ToList();
        Assert.NotEmpty(moved);
        Assert.Equal(moved.Select(pair => $"{pair.indicator.Ref} {pair.old.Rating} {pair.indicator.Rating}").Order(StringComparer.Ordinal),
            section.QuerySelectorAll("tbody tr").Select(row => $"{Text(row.QuerySelector(".p-ref")!)} {Text(row.Children[1])[2..]} {Text(row.Children[2])[2..]}").Order(StringComparer.Ordinal));
        Assert.Contains($"had {before.Dashboard.Counts.Red} Red, {before.Dashboard.Counts.Amber} Amber, {before.Dashboard.Counts.Green} Green and {before.Dashboard.Counts.NotRated} not rated; this one has {now.Dashboard.Counts.Red} Red", Text(section), StringComparison.Ordinal);
        Assert.Null(new HtmlParser().ParseDocument(await site.Http.GetStringAsync($"/dashboards/{PublicExample.Corrected.Replace("2025-26", "jul-2025", StringComparison.Ordinal)}")).QuerySelector("#since"));
    }

    [Fact]
    public async Task A_report_without_rated_indicators_shows_its_tables_and_files()
    {
        var page = new HtmlParser().ParseDocument(await site.Http.GetStringAsync($"/dashboards/{PublicExample.Plain}"));
        Assert.Equal(["15 May 2026", "Why were fewer calls answered in the autumn?", "Two of twelve posts were vacant."], page.QuerySelectorAll("main tbody tr")[0].Children.Select(Text));
        Assert.NotEmpty(page.QuerySelectorAll("a[href^='/files/']"));
    }

    /// <summary>The newest whole edition of every dashboard.</summary>
    private async Task<IReadOnlyList<(string Address, IssuedEdition Edition)>> WholeEditionsAsync()
    {
        var list = new HtmlParser().ParseDocument(await site.Http.GetStringAsync("/dashboards"));
        List<(string, IssuedEdition)> editions = [];
        foreach (var address in list.QuerySelectorAll("tbody th a").Select(link => link.GetAttribute("href")!).Where(address => !address.EndsWith(PublicExample.Withdrawn, StringComparison.Ordinal)))
        {
            if (await EditionAsync(address) is { Dashboard: not null } edition)
            {
                editions.Add((address, edition));
            }
        }

        Assert.Equal(11, editions.Count);
        return editions;
    }

    /// <summary>The edition of a page from the JSON file that it hands out.</summary>
    private async Task<IssuedEdition> EditionAsync(string address)
    {
        var page = new HtmlParser().ParseDocument(await site.Http.GetStringAsync(address));
        return EditionJson.Read(await site.Http.GetByteArrayAsync(page.QuerySelector("a[href^='/files/'][type='application/json']")!.GetAttribute("href")))!;
    }
}
