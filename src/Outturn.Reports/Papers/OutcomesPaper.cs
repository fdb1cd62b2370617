using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Neighbours;
using Outturn.Core.Outcomes;
using Outturn.Core.Papers;

namespace Outturn.Reports.Papers;

/// <summary>The paper that maps a framework to the council's indicators, with what it says.</summary>
public sealed record MappingPaper(string Name, Document Document, Coverage Coverage, PublishedHere Published) : Paper(Name, Document);

/// <summary>Lays out how an outcomes framework and the council's indicators line up: cover report, a table for each outcome, and the gaps both ways.</summary>
public static class OutcomesPaper
{
    private static readonly Column[] Counts =
    [
        new("No.", 4, Align.Right), new("Outcome", 30), new("Metrics held", 8, Align.Right), new("Own indicator", 9, Align.Right), new("Proxy only", 8, Align.Right), new("No indicator", 9, Align.Right),
        new("Not measurable yet", 11, Align.Right), new("Not our duty", 9, Align.Right),
    ];

    private static readonly Column Published = new("Published for our area", 34);
    private static readonly Column[] OfOutcome = [new("Metric", 36), new("Kind and publisher", 12), Published, new("Covered", 13), new("The council's indicators, and how they stand to it", 42)];
    private static readonly Column[] NoIndicator = [new("Outcome", 8, Align.Right), new("Metric", 66), new("Why there is none", 50)];
    private static readonly Column[] NoOutcome = [new("Ref", 9), new("Indicator", 60), new("Kind", 16), new("Service", 26), new("Dashboards", 26)];
    private static readonly Column[] Dashboards = [new("Dashboard", 40), new("Indicators", 10, Align.Right), new("Serving an outcome", 12, Align.Right), new("Metrics with an own indicator", 14, Align.Right), new("Metrics with a proxy only", 14, Align.Right)];

    /// <param name="committee">Whom it goes to; null for the council as a whole.</param>
    /// <param name="published">What is published for the council's area, and the set that its places are told among.</param>
    public static MappingPaper Of(Coverage coverage, Register register, Committee? committee, DateOnly? meeting, DateOnly today, PublishedHere published)
    {
        var cover = OutcomeReports.Of(coverage, register, committee, meeting, published);
        var info = new DocumentInfo(cover.Title, register.Council.Name, meeting ?? today, register.Council.Colour, register.Council.Notice) { Logo = register.House.Logo };
        return new MappingPaper(PaperName.OfOutcomes(register, committee, coverage.Framework), new Document(info,
        [
            new(Orientation.Portrait, [.. CoverPages.Blocks(cover)]),
            new(Orientation.Landscape,
            [
                new Heading(2, "Appendix 1: The framework and the council's indicators"), .. Overview(coverage, register, today), .. Among(published) is { } among ? [new Note(among)] : Array.Empty<Block>(),
                .. coverage.Outcomes.SelectMany(outcome => OutcomePages(outcome, published)),
            ]),
            new(Orientation.Landscape, [new Heading(2, "Appendix 2: Gaps"), .. Gaps(coverage)]),
        ]), coverage, published);
    }

    internal static IEnumerable<Block> Overview(Coverage coverage, Register register, DateOnly today) =>
        [new Heading(3, "All outcomes"), ByOutcome(coverage), new Note(coverage.Framework.Totals), .. ByDashboard(coverage, register, today)];

    /// <summary>Whom our values are set beside, and who says that these are similar; null where nothing of ours is, or it is beside nobody.</summary>
    internal static string? Among(PublishedHere published) => published is { Neighbours: { } set, ByMetric.Count: > 0 }
        ? $"Places are told among {set.Name}{(set.Kind != NeighbourSetKind.Computed && set.Date is { } date ? $" ({Words.Date(date)})" : "")}, {Words.Count(set.Members.Count, "council")} and our own. {string.Join(' ', set.Source.Split('\n', StringSplitOptions.TrimEntries)).TrimEnd('.')}. {StandingWords.Caveat}"
        : null;

    private static Table ByOutcome(Coverage coverage) => new(
        "Coverage", "How many of the metrics held are covered, by outcome", Counts,
        [.. coverage.Outcomes.Select(outcome => (IReadOnlyList<Cell>)
        [
            Number(outcome.Outcome.Number), outcome.Outcome.Name + (outcome.Outcome.IsContextual ? " (context)" : ""), Number(outcome.Metrics.Count), Number(outcome.Count(CoverageState.Own)), Number(outcome.Count(CoverageState.ProxyOnly)),
            Number(outcome.Count(CoverageState.None)), Number(outcome.Count(CoverageState.NotMeasurable)), Number(outcome.Count(CoverageState.NotOurs)),
        ])],
        RowHeader: 1, "By outcome", []);

    private static IEnumerable<Block> ByDashboard(Coverage coverage, Register register, DateOnly today)
    {
        if (register.Committees.Count < 2)
        {
            yield break;
        }

        yield return new Table("ByDashboard", "The indicators of each dashboard, and the metrics they cover", Dashboards,
            [.. register.Committees.Select(committee => (Committee: committee, Own: Coverage.Counted(register, committee, today)))
                .Where(pair => pair.Own.Count > 0)
                .Select(pair => (pair.Committee, pair.Own, Part: Coverage.Of(coverage.Framework, register.Links, pair.Own)))
                .Select(pair => (IReadOnlyList<Cell>)[pair.Committee.Name, Number(pair.Own.Count), Number(pair.Own.Count - pair.Part.Unlinked.Count), Number(pair.Part.Count(CoverageState.Own)), Number(pair.Part.Count(CoverageState.ProxyOnly))])],
            RowHeader: 0, "By dashboard", []);
    }

    private static IEnumerable<Block> OutcomePages(OutcomeCoverage outcome, PublishedHere published)
    {
        yield return new Heading(3, $"{outcome.Outcome.Number}. {outcome.Outcome.Name}");
        if (outcome.Outcome.Ambition.Length > 0)
        {
            yield return new Paragraph(outcome.Outcome.Ambition);
        }

        if (outcome.Metrics.Count == 0)
        {
            yield return new Note("No metric of this outcome is held.");
            yield break;
        }

        // Where nothing is published for our area, there is no column that says so in every row.
        var columns = published.ByMetric.Count > 0 ? OfOutcome : [.. OfOutcome.Where(column => column != Published)];
        yield return new Table(
            $"Outcome_{outcome.Outcome.Number}", $"{outcome.Outcome.Name}: {outcome.Metrics.Count} {Words.Plural(outcome.Metrics.Count, "metric")} held: {OutcomeReports.States(outcome)}", columns,
            [.. outcome.Metrics.Select(metric => (IReadOnlyList<Cell>)
            [
                metric.Metric.Title, $"{Words.Capital(metric.Metric.Kind)}, {metric.Metric.Publisher ?? "publisher not said"}",
                .. published.ByMetric.Count > 0 ? [published.ByMetric.GetValueOrDefault(metric.Metric.Id)?.Brief ?? (metric.Metric.IsMeasurable ? "No figures held" : "Nothing to measure yet")] : Array.Empty<Cell>(),
                metric.State.Text(), Stands(metric),
            ])],
            RowHeader: 0, "Metrics", [new("Outcome", outcome.Outcome.Name)]);
    }

    /// <summary>"CY10 Children in care per 10,000 children is the same: …", or why there is none.</summary>
    private static string Stands(MetricCoverage metric) => metric.Links.Count > 0
        ? string.Join(" ", metric.Links.Select(link => $"{link.Indicator.Ref} {link.Indicator.Title}: {link.Link.Relation.Name()}{(link.Link.Note is { } note ? $". {note.TrimEnd('.')}" : "")}."))
        : metric.Why ?? (metric.Metric.IsMeasurable ? OutcomeReports.NotLookedAt : "A placeholder: there are no data yet.");

    private static IEnumerable<Block> Gaps(Coverage coverage)
    {
        var none = coverage.Outcomes.SelectMany(outcome => outcome.Metrics.Where(metric => metric.State == CoverageState.None).Select(metric => (outcome.Outcome, Metric: metric))).DistinctBy(pair => pair.Metric.Metric.Id).ToList();
        if (none.Count > 0)
        {
            yield return new Heading(3, "Metrics without an indicator");
            yield return new Table("NoIndicator", "Metrics for which the council has no indicator, by the number of their outcome", NoIndicator,
                [.. none.Select(pair => (IReadOnlyList<Cell>)[Number(pair.Outcome.Number), pair.Metric.Metric.Title, pair.Metric.Why ?? OutcomeReports.NotLookedAt])],
                RowHeader: 1, "No indicator", []);
        }

        if (coverage.Unlinked.Count > 0)
        {
            yield return new Heading(3, "Indicators that serve no outcome");
            yield return new Table("NoOutcome", "The council's indicators that stand to no metric", NoOutcome,
                [.. coverage.Unlinked.Select(indicator => (IReadOnlyList<Cell>)
                [
                    indicator.Ref, indicator.Title, indicator.Definition.Kind == IndicatorKind.Kpi ? "KPI" : "Activity indicator", indicator.Service.Name, string.Join("; ", indicator.Committees.Select(committee => committee.ShortName)),
                ])],
                RowHeader: 1, "No outcome", []);
        }

        if (none.Count == 0 && coverage.Unlinked.Count == 0)
        {
            yield return new Paragraph("There are none: every metric has an indicator, and every indicator serves an outcome.");
        }
    }

    private static FigureCell Number(int count) => new(count, 0, new Unit(""));
}
