using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Neighbours;
using Outturn.Core.Outcomes;
using Outturn.Core.Papers;

namespace Outturn.Reports.Papers;

/// <summary>Lays out how an outcomes framework and the council's indicators line up: cover report, a table for each outcome, and the gaps both ways.</summary>
public static class OutcomesPaper
{
    private static readonly Column[] Counts =
    [
        new("No.", 4, Align.Right), new("Outcome", 30), new("Metrics", 8, Align.Right), new("Own indicator", 9, Align.Right), new("Proxy only", 8, Align.Right), new("No indicator", 9, Align.Right),
        new("Not measurable yet", 11, Align.Right), new("Not our duty", 9, Align.Right),
    ];

    private static readonly Column[] OfOutcome = [new("Metric", 44), new("Kind", 9), new("Publisher", 11), new("Published for our area", 30), new("Covered", 14), new("The council's indicators", 44), new("How they stand to it", 36)];
    private static readonly Column[] NoIndicator = [new("Outcome", 26), new("Metric", 50), new("Publisher", 14), new("Why there is none", 50)];
    private static readonly Column[] NoOutcome = [new("Ref", 9), new("Indicator", 50), new("Kind", 14), new("Service", 26), new("Dashboards", 30)];
    private static readonly Column[] Dashboards = [new("Dashboard", 40), new("Indicators", 10, Align.Right), new("Serving an outcome", 12, Align.Right), new("Metrics with an own indicator", 14, Align.Right), new("Metrics with a proxy only", 14, Align.Right)];

    /// <param name="committee">Whom it goes to; null for the council as a whole.</param>
    /// <param name="positions">What is published for the council's area, by the metric's id: the value with its place among similar councils, period and age, in words.</param>
    /// <param name="beside">The set that the places are told among; null where there is none.</param>
    public static Paper Of(Coverage coverage, Register register, Committee? committee, DateOnly? meeting, DateOnly today, IReadOnlyDictionary<string, string> positions, NeighbourSet? beside = null)
    {
        var cover = OutcomeReports.Of(coverage, register, committee, meeting);
        var info = new DocumentInfo(cover.Title, register.Council.Name, meeting ?? today, register.Council.Colour, register.Council.Notice);
        return new Paper(PaperName.OfOutcomes(register, committee, coverage.Framework.Name), new Document(info,
        [
            new(Orientation.Portrait, [.. CoverPages.Blocks(cover)]),
            new(Orientation.Landscape, [new Heading(2, "Appendix 1: The framework and the council's indicators"), new Heading(3, "All outcomes"), ByOutcome(coverage), .. ByDashboard(coverage, register, today), .. Beside(beside), .. coverage.Outcomes.SelectMany(outcome => OutcomePages(outcome, positions))]),
            new(Orientation.Landscape, [new Heading(2, "Appendix 2: Gaps"), .. Gaps(coverage)]),
        ]));
    }

    /// <summary>Whom our values are set beside, and who says that these are similar.</summary>
    private static IEnumerable<Block> Beside(NeighbourSet? set) => set is null ? [] :
    [
        new Paragraph($"Places are told among {set.Name}{(set.Kind != NeighbourSetKind.Computed && set.Date is { } date ? $" ({Words.Date(date)})" : "")}, {Words.Count(set.Members.Count, "council")} and our own. {string.Join(' ', set.Source.Split('\n', StringSplitOptions.TrimEntries)).TrimEnd('.')}. {StandingWords.Caveat}"),
    ];

    private static Table ByOutcome(Coverage coverage) => new(
        "Coverage", $"How many metrics of each outcome are covered ({coverage.Framework.Totals})", Counts,
        [.. coverage.Outcomes.Select(outcome => (IReadOnlyList<Cell>)
        [
            Number(outcome.Outcome.Number), outcome.Outcome.Name + (outcome.Outcome.IsContextual ? " (context)" : ""), Number(outcome.Metrics.Count), Number(outcome.Count(CoverageState.Own)), Number(outcome.Count(CoverageState.ProxyOnly)),
            Number(outcome.Count(CoverageState.None)), Number(outcome.Count(CoverageState.NotMeasurable)), Number(outcome.Count(CoverageState.NotOurs)),
        ])],
        RowHeader: 1, "Coverage", []);

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

    private static IEnumerable<Block> OutcomePages(OutcomeCoverage outcome, IReadOnlyDictionary<string, string> positions)
    {
        yield return new Heading(3, $"{outcome.Outcome.Number}. {outcome.Outcome.Name}");
        yield return new Paragraph(outcome.Outcome.Ambition);
        if (outcome.Metrics.Count == 0)
        {
            yield return new Note("No metric of this outcome is published yet.");
            yield break;
        }

        yield return new Table(
            $"Outcome_{outcome.Outcome.Number}", $"{outcome.Outcome.Name}: metrics and the council's indicators", OfOutcome,
            [.. outcome.Metrics.Select(metric => (IReadOnlyList<Cell>)
            [
                metric.Metric.Title, Words.Capital(metric.Metric.Kind), metric.Metric.Publisher ?? "", positions.GetValueOrDefault(metric.Metric.Id, metric.Metric.IsMeasurable ? "No figures held" : ""), metric.State.Text(),
                string.Join("; ", metric.Links.Select(link => $"{link.Indicator.Ref} {link.Indicator.Title}")),
                string.Join("; ", metric.Links.Select(link => Words.Capital(link.Link.Relation.Name()) + (link.Link.Note is { } note ? $": {note}" : "")).Concat(metric.Why is { } why ? [why] : [])),
            ])],
            RowHeader: 0, "Metrics", [new("Outcome", outcome.Outcome.Name)]);
    }

    private static IEnumerable<Block> Gaps(Coverage coverage)
    {
        var none = coverage.Outcomes.SelectMany(outcome => outcome.Metrics.Where(metric => metric.State == CoverageState.None).Select(metric => (outcome.Outcome, Metric: metric))).DistinctBy(pair => pair.Metric.Metric.Id).ToList();
        if (none.Count > 0)
        {
            yield return new Heading(3, "Metrics without an indicator");
            yield return new Table("NoIndicator", "Metrics for which the council has no indicator", NoIndicator,
                [.. none.Select(pair => (IReadOnlyList<Cell>)[pair.Outcome.Name, pair.Metric.Metric.Title, pair.Metric.Metric.Publisher ?? "", pair.Metric.Why ?? "Not looked at yet"])],
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
