using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.National;
using Outturn.Core.Outcomes;
using Outturn.Core.Papers;

namespace Outturn.Reports.Papers;

/// <summary>Lays out coverage as a workbook of its own: by outcome, by dashboard, by both, every metric, every link, and the gaps both ways.</summary>
public static class CoverageWorkbook
{
    private static readonly Column[] Both = [new("Dashboard", 40), new("No.", 5, Align.Right), new("Outcome", 40), new("Indicators that serve it", 12, Align.Right), new("Metrics with an own indicator", 12, Align.Right), new("Metrics with a proxy only", 12, Align.Right)];

    private static readonly Column[] Metrics =
    [
        new("Metric id", 12), new("Metric", 60), new("Outcomes", 12), new("Kind", 10), new("Publisher", 14), new("Unit", 16), new("Placeholder", 11), new("In development", 11), new("Covered", 20), new("Why there is no indicator", 50),
        new("Published for our area", 50),
    ];

    private static readonly Column[] Links = [new("Metric id", 12), new("Metric", 60), new("Ref", 10), new("Indicator", 50), new("Service", 24), new("Dashboards", 30), new("Relation", 12), new("How it differs", 50), new("Said by", 20), new("Said on", 14), new("Looked at again on", 14)];
    private static readonly Column[] NoIndicator = [new("Metric id", 12), new("Metric", 60), new("Outcomes", 12), new("Publisher", 14), new("Why there is none", 50)];
    private static readonly Column[] NoOutcome = [new("Ref", 10), new("Indicator", 50), new("Kind", 16), new("Service", 24), new("Dashboards", 30)];

    public static Paper Of(Coverage coverage, Register register, DateOnly today, PublishedHere published)
    {
        var title = $"{coverage.Framework.Framework}, {coverage.Framework.Name}: what the council's indicators cover";
        var blocks = new List<Block> { new Heading(1, title), new Note(coverage.Framework.Totals), new Note("Every total in this workbook is of what is held here. A metric that serves several outcomes stands under each of them in counts by outcome, and once in the sheet of metrics.") };
        if (published.ByMetric.Count > 0)
        {
            blocks.Add(new Note($"Published figures are for {published.Area}. {OutcomesPaper.Among(published)}".TrimEnd()));
        }

        blocks.AddRange(OutcomesPaper.Overview(coverage, register, today).OfType<Table>());
        blocks.AddRange(new[] { ByBoth(coverage, register, today), EveryMetric(coverage, published), EveryLink(coverage), WithoutIndicator(coverage), WithoutOutcome(coverage) }.Where(table => table.Rows.Count > 0));
        return new Workbook(PaperName.OfCoverage(coverage.Framework), new Document(new DocumentInfo(title, register.Council.Name, today, register.Council.Colour, register.Council.Notice), [new Section(Orientation.Landscape, blocks)]));
    }

    private static Table ByBoth(Coverage coverage, Register register, DateOnly today) => new(
        "DashboardsAndOutcomes", "What each dashboard has for each outcome; pairs with nothing are left out", Both,
        [.. from committee in register.Committees
            let part = Coverage.Of(coverage.Framework, register.Links, Coverage.Counted(register, committee, today))
            from outcome in part.Outcomes
            let serving = outcome.Metrics.SelectMany(metric => metric.Links).Select(link => link.Indicator.Ref).Distinct().Count()
            where serving > 0
            select (IReadOnlyList<Cell>)[committee.Name, Number(outcome.Outcome.Number), outcome.Outcome.Name, Number(serving), Number(outcome.Count(CoverageState.Own)), Number(outcome.Count(CoverageState.ProxyOnly))]],
        RowHeader: 0, "Dashboards by outcome", []);

    private static Table EveryMetric(Coverage coverage, PublishedHere published) => new(
        "EveryMetric", "Every metric held, and how far it is covered", Metrics,
        [.. coverage.Metrics.Select(metric => (IReadOnlyList<Cell>)
        [
            metric.Metric.Id, metric.Metric.Title, Numbers(metric.Metric), Words.Capital(metric.Metric.Kind), metric.Metric.Publisher ?? "", metric.Metric.Unit ?? "", YesNo(metric.Metric.IsPlaceholder), YesNo(metric.Metric.IsInDevelopment),
            metric.State.Text(), metric.Why ?? (metric.IsUnmapped ? OutcomeReports.NotLookedAt : ""), published.ByMetric.GetValueOrDefault(metric.Metric.Id)?.Brief ?? "",
        ])],
        RowHeader: 1, "Metrics", []);

    private static Table EveryLink(Coverage coverage) => new(
        "EveryLink", "Every indicator that stands to a metric, and how", Links,
        [.. coverage.Metrics.SelectMany(metric => metric.Links.Select(link => (IReadOnlyList<Cell>)
        [
            metric.Metric.Id, metric.Metric.Title, link.Indicator.Ref, link.Indicator.Title, link.Indicator.Service.Name, Carried(link.Indicator), link.Link.Relation.Name(), link.Link.Note ?? "", link.Link.Who, Words.Date(link.Link.On),
            link.Link.ReviewOn is { } again ? Words.Date(again) : "",
        ]))],
        RowHeader: 1, "Links", []);

    private static Table WithoutIndicator(Coverage coverage) => new(
        "WithoutIndicator", "Metrics for which the council has no indicator", NoIndicator,
        [.. coverage.Metrics.Where(metric => metric.State == CoverageState.None).Select(metric => (IReadOnlyList<Cell>)[metric.Metric.Id, metric.Metric.Title, Numbers(metric.Metric), metric.Metric.Publisher ?? "", metric.Why ?? OutcomeReports.NotLookedAt])],
        RowHeader: 1, "No indicator", []);

    private static Table WithoutOutcome(Coverage coverage) => new(
        "WithoutOutcome", "Indicators that serve no outcome of the framework", NoOutcome,
        [.. coverage.Unlinked.Select(indicator => (IReadOnlyList<Cell>)[indicator.Ref, indicator.Title, indicator.Definition.Kind == IndicatorKind.Kpi ? "KPI" : "Activity indicator", indicator.Service.Name, Carried(indicator)])],
        RowHeader: 1, "No outcome", []);

    private static string Carried(Indicator indicator) => string.Join("; ", indicator.Committees.Select(committee => committee.ShortName));

    private static string Numbers(Metric metric) => string.Join("; ", metric.Outcomes);

    private static string YesNo(bool yes) => yes ? "Yes" : "No";

    private static FigureCell Number(int count) => new(count, 0, new Unit(""));

    /// <summary>A paper that is a workbook and nothing else.</summary>
    private sealed record Workbook(string Name, Document Document) : Paper(Name, Document)
    {
        public override IReadOnlyList<PaperFormat> Formats => [PaperFormat.Xlsx];
    }
}
