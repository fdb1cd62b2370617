using Outturn.App.Outcomes;
using Outturn.App.Reference;
using Outturn.Core.National;
using Outturn.Core.Neighbours;
using Outturn.Core.Observations;
using Outturn.Core.Outcomes;
using Outturn.Reports;
using Outturn.Reports.Papers;
using Outturn.Tests.Review;
using Outturn.Tests.StaffPages;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Outcomes;

/// <summary>The example county beside the framework that comes with Outturn.</summary>
public sealed class MappingTests
{
    private static readonly DateOnly Today = new(2026, 7, 1);

    [Fact]
    public async Task Every_metric_that_the_county_maps_is_in_the_framework_and_its_mapping_has_every_relation_and_both_kinds_of_gap()
    {
        var (framework, register) = (await FrameworkAsync(), ReviewedCounty.Folder.Register);
        Assert.All(register.Links, link => Assert.NotNull(framework.Find(link.MetricId)));
        Assert.Equal(Enum.GetValues<Relation>(), register.Links.Select(link => link.Relation).Distinct().Order());
        var coverage = Coverage.Of(framework, register.Links, Coverage.Counted(register, null, Today));
        Assert.NotEmpty(coverage.Unlinked);
        Assert.Contains(coverage.Metrics, metric => metric.State == CoverageState.None && metric.Why is not null);
        Assert.Contains(coverage.Metrics, metric => metric.IsUnmapped);
        Assert.Equal(coverage.Metrics.Count(), Enum.GetValues<CoverageState>().Sum(coverage.Count));
    }

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task What_is_said_of_a_metric_is_kept_with_who_and_when_and_can_be_taken_back(string engine)
    {
        using var test = await TestStore.CreateAsync(engine);
        test.Clock.Now = new DateTime(2026, 7, 1, 9, 0, 0, DateTimeKind.Utc);
        await StoreFixture.TakeAsync(test, ReviewedCounty.Folder);
        var framework = await FrameworkAsync();
        var metric = Coverage.Of(framework, ReviewedCounty.Folder.Register.Links, Coverage.Counted(ReviewedCounty.Folder.Register, null, Today)).Metrics.First(found => found.IsUnmapped).Metric.Id;
        Assert.Equal("Say how it differs from the metric.", Refused(await Mapping.KeepAsync(test.Store, framework, new SaidLink("LOF-02-01", "HR01", Relation.Near, " ", null), "analyst", default)));
        Assert.Contains("no such metric", Refused(await Mapping.KeepAsync(test.Store, framework, new SaidLink("LOF-99-99", "HR01", Relation.Same, null, null), "analyst", default)));
        Assert.IsType<MappingResult.Kept>(await Mapping.KeepAsync(test.Store, framework, new SaidLink(metric, "hr01", Relation.Proxy, null, new DateOnly(2027, 3, 31)), "analyst", default));
        Assert.Contains("take the links back first", Refused(await Mapping.KeepAsync(test.Store, framework, new SaidLink(metric, null, Relation.None, "Why", null), "analyst", default)));
        var kept = (await StoreFixture.RegisterAsync(test)).Links.Single(link => link is { Ref: "HR01" } && link.MetricId == metric);
        Assert.Equal((Relation.Proxy, "analyst", Today, new DateOnly(2027, 3, 31)), (kept.Relation, kept.Who, kept.On, kept.ReviewOn!.Value));
        Assert.IsType<MappingResult.Kept>(await Mapping.UnlinkAsync(test.Store, metric, "HR01", "analyst", null, default));
        Assert.DoesNotContain((await StoreFixture.RegisterAsync(test)).Links, link => link is { Ref: "HR01" } && link.MetricId == metric);
    }

    [Fact]
    public async Task The_paper_has_a_table_for_each_outcome_every_metric_and_the_gaps_both_ways()
    {
        var (framework, register) = (await FrameworkAsync(), ReviewedCounty.Folder.Register);
        var coverage = Coverage.Of(framework, register.Links, Coverage.Counted(register, null, Today));
        var paper = OutcomesPaper.Of(coverage, register, register.Committees[0], new DateOnly(2026, 7, 15), Today, PublishedHere.Nothing);
        Assert.Equal(framework.Outcomes.Count(outcome => framework.MetricsOf(outcome).Any()), paper.Document.Tables.Count(table => table.Sheet == "Metrics"));
        Assert.Equal(framework.Metrics.Select(metric => metric.Title).Order(StringComparer.Ordinal), paper.Document.Tables.Where(table => table.Sheet == "Metrics").SelectMany(table => table.Rows).Select(row => row[0].Text).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(coverage.Count(CoverageState.None), paper.Document.Tables.Single(table => table.Name == "NoIndicator").Rows.Count);
        Assert.Equal(coverage.Unlinked.Count, paper.Document.Tables.Single(table => table.Name == "NoOutcome").Rows.Count);
        Assert.Contains("132 metrics", TextOf(paper.Document), StringComparison.Ordinal);
        Assert.DoesNotContain(paper.Document.Tables.SelectMany(table => table.Rows).SelectMany(row => row), cell => cell is RatingCell);
    }

    [Fact]
    public async Task The_paper_says_of_every_total_whether_it_is_held_or_stated_and_has_no_empty_cell_and_no_column_with_nothing_in_it()
    {
        var (framework, register) = (await FrameworkAsync(), ReviewedCounty.Folder.Register);
        var coverage = Coverage.Of(framework, register.Links, Coverage.Counted(register, null, Today));
        var bare = OutcomesPaper.Of(coverage, register, null, null, Today, PublishedHere.Nothing).Document;
        Assert.All(bare.Tables.Where(table => table.Name.StartsWith("Outcome_", StringComparison.Ordinal)), table => Assert.DoesNotContain(table.Columns, column => column.Header == "Published for our area"));
        Assert.All(bare.Tables, table => Assert.DoesNotContain(table.Rows, row => row.Any(cell => cell.Text.Length == 0)));
        Assert.All(bare.Tables.Where(table => table.Sheet == "Metrics"), table => Assert.Matches(@"metrics? held: \d", table.Caption));
        Assert.Contains("Metrics held", bare.Tables.Single(table => table.Name == "Coverage").Columns.Select(column => column.Header));
        var text = TextOf(bare);
        foreach (var said in (string[])["Stated: 132 metrics and 17 placeholders", "Held here: 116 metrics", "Held here are 16 outcomes, two of them for context", "every total in this paper that is not called stated is of those held", "Of the 116 metrics held here", "No metric is held of Housing supply (1)"])
        {
            Assert.Contains(said, text, StringComparison.Ordinal);
        }

        var places = new PublishedHere("Kent", NeighbourSet.OfOwn("Ours", new DateOnly(2026, 4, 1), "Our network.", "E10000016", ["E10000012", "E10000030"]), new Dictionary<string, Position> { ["LOF-07-06"] = At("LOF-07-06", "2025", 20, FigureAge.UpToDate, MetricFit.Exact), ["LOF-13-01"] = At("LOF-13-01", "2022/23", 45, FigureAge.OutOfDate, MetricFit.Near) });
        var placed = OutcomesPaper.Of(coverage, register, null, null, Today, places).Document;
        Assert.Contains("Of the 116 metrics held, figures for Kent are held of 2: 1 the metric itself and 1 near it. 1 is up to date and 1 is out of date", string.Join(' ', placed.Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Text)), StringComparison.Ordinal);
        Assert.Contains("Places are told among Ours (1 April 2026), two councils and our own. Our network. Places are not a league table", TextOf(placed), StringComparison.Ordinal);
        Assert.DoesNotContain("Places are told among", TextOf(OutcomesPaper.Of(coverage, register, null, null, Today, places with { ByMetric = new Dictionary<string, Position>() }).Document), StringComparison.Ordinal);
        Assert.Contains(placed.Tables.SelectMany(table => table.Rows), row => row.Any(cell => cell.Text.StartsWith("45% in 2022/23 (out of date)", StringComparison.Ordinal)));
    }

    private static Position At(string metric, string period, decimal value, FigureAge age, MetricFit fit)
    {
        var label = PublishedPeriodText.Read(period, YearKind.Financial, out _)!;
        return new Position(
            new MetricSeries(metric, "made-up", metric, fit, "Made up for a test"), new NationalSeries("made-up", metric, "Made up") { Unit = "%" }, new NationalFigure("E10000016", label, value, Marker.None, null, FigureStatus.NotSaid, null),
            Standing.Of(new ComparedPlace("E10000016", Tiers.Upper, value), [], null, label, age), [], []);
    }

    private static string TextOf(Document paper) => string.Join(' ', paper.Blocks.SelectMany(block => block switch { Paragraph paragraph => [paragraph.Text], Note note => [note.Text], BulletList list => list.Items.Select(item => item.Text), _ => Array.Empty<string>() }));

    private static async Task<FrameworkEdition> FrameworkAsync()
    {
        var (store, _) = await ReferenceStore.OpenAsync(OpenData.File, default);
        await using (store)
        {
            return (await store!.EditionAsync("Local Outcomes Framework", "July 2026", default))!;
        }
    }

    private static string Refused(MappingResult result) => Assert.IsType<MappingResult.Refused>(result).Reason;
}
