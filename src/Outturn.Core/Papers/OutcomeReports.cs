using Outturn.Core.Dashboards;
using Outturn.Core.National;
using Outturn.Core.Outcomes;

namespace Outturn.Core.Papers;

/// <summary>Writes the cover report that sets an outcomes framework beside the council's own indicators: what covers what, and the gaps on either side.</summary>
public static class OutcomeReports
{
    /// <param name="committee">Whom it goes to; null for the council as a whole.</param>
    /// <param name="published">What is published of the metrics for our area.</param>
    public static CoverReport Of(Coverage coverage, Register register, Committee? committee, DateOnly? meeting, PublishedHere published)
    {
        var to = committee?.Name ?? register.Council.Name;
        var services = register.Services.Where(service => register.Indicators.Any(history => history.Indicator.Service.Name == service.Name)).ToList();
        return new CoverReport(
            $"{coverage.Framework.Framework} and the council's indicators",
            CoverParts.From(services, register),
            meeting is { } day ? $"{to} – {Words.Date(day)}" : to,
            $"How the council's KPIs and activity indicators line up with the {coverage.Framework.Framework}",
            register.Council.Classification,
            [new($"This paper sets the metrics of the {coverage.Framework.Framework} beside the KPIs and activity indicators that are reported to the council's committees. {Summary(coverage)}")],
            $"{(committee is null ? "The council" : $"The {to}")} is asked to NOTE how the council's indicators line up with the {coverage.Framework.Framework}, and to COMMENT on the gaps named in section 4.",
            [
                new ReportSection("The framework", [.. OfFramework(coverage)]),
                new ReportSection("How the two were set side by side", [.. Method(coverage)]),
                new ReportSection("What is covered", [.. Covered(coverage)]),
                new ReportSection("Gaps", [.. Gaps(coverage)]),
                new ReportSection("What is published for our area", [.. Published(coverage, published)]),
                new ReportSection("What is proposed", [.. Proposed(coverage)]),
            ],
            CoverParts.Contacts(register)).InHouseForm(committee is null ? register : register.For(committee), committee, null, meeting);
    }

    /// <summary>"Of the 116 metrics, 30 have an indicator of the council's own, …".</summary>
    public static string Summary(Coverage coverage)
    {
        (CoverageState State, string One, string Many)[] states =
        [
            (CoverageState.Own, "has an indicator of the council's own", "have an indicator of the council's own"),
            (CoverageState.ProxyOnly, "has only a proxy or what contributes to it", "have only a proxy or what contributes to them"),
            (CoverageState.None, "has no indicator", "have no indicator"),
            (CoverageState.NotMeasurable, "cannot be measured yet", "cannot be measured yet"),
            (CoverageState.NotOurs, "is not this council's duty", "are not this council's duty"),
        ];
        var total = coverage.Metrics.Count();
        return $"Of the {total} metrics held here, {Words.List(states.Where(state => coverage.Count(state.State) > 0).Select(state => $"{coverage.Count(state.State)} {(coverage.Count(state.State) == 1 ? state.One : state.Many)}"))}. "
            + (coverage.Unlinked.Count == 0 ? "Every indicator serves an outcome." : $"{Words.Capital(Words.Count(coverage.Unlinked.Count, "indicator"))} {(coverage.Unlinked.Count == 1 ? "serves" : "serve")} no outcome of the framework.");
    }

    public const string NotLookedAt = "Not looked at yet.";

    /// <summary>"1 own indicator, 9 no indicator".</summary>
    public static string States(OutcomeCoverage outcome) =>
        string.Join(", ", Enum.GetValues<CoverageState>().Where(state => outcome.Count(state) > 0).Select(state => $"{outcome.Count(state)} {state.Text().ToLowerInvariant()}"));

    /// <summary>"Seven metrics: 2 own indicator, 5 no indicator.", for a card.</summary>
    public static string Covered(OutcomeCoverage outcome) => outcome.Metrics.Count == 0 ? "No metric of it is published yet."
        : $"{Words.Capital(Words.Count(outcome.Metrics.Count, "metric"))}: {States(outcome)}.";

    private static IEnumerable<ReportParagraph> OfFramework(Coverage coverage)
    {
        var framework = coverage.Framework;
        var contextual = framework.Outcomes.Count(outcome => outcome.IsContextual);
        yield return new($"The {framework.Framework} is a set of outcomes, each with metrics by which progress is measured. This paper goes by its edition of {framework.Name}{(framework.Source.Length > 0 ? $" ({framework.Source})" : "")}. Held here are {Words.Count(framework.Outcomes.Count, "outcome")}{(contextual > 0 ? $", {Words.Number(contextual)} of them for context" : "")}.");
        yield return framework.Stated.Count == 0
            ? new($"{framework.Totals} Every total in this paper is of those held.")
            : new($"Totals that others state need not be those held here; every total in this paper that is not called stated is of those held.{(framework.Note is { Length: > 0 } note ? $" {note}" : "")}", framework.TotalLines);
        var (placeholders, developing) = (coverage.Metrics.Count(metric => metric.Metric.IsPlaceholder), coverage.Metrics.Count(metric => metric.Metric.IsInDevelopment));
        if (placeholders + developing > 0)
        {
            yield return new($"A placeholder stands for what is to be measured once there are data for it. {(developing > 0 ? $"{Words.Capital(Words.Count(developing, "metric"))} of those held {(developing == 1 ? "is" : "are")} in development: published, and not settled in how {(developing == 1 ? "it is" : "they are")} counted. " : "")}{(coverage.Outcomes.Where(outcome => outcome.Metrics.Count == 0).Select(Name).ToList() is { Count: > 0 } empty ? $"No metric is held of {Words.List(empty)}." : "")}".TrimEnd());
        }
    }

    private static IEnumerable<ReportParagraph> Method(Coverage coverage)
    {
        var links = coverage.Metrics.SelectMany(metric => metric.Links).ToList();
        yield return new("Each metric was set beside every KPI and activity indicator of all dashboards. An indicator is:",
        [
            "the same, where it counts what the metric counts;",
            "near, where it differs in a way that is named;",
            "a proxy, where it is local and comes within the year, and the metric comes once a year and late;",
            "said to contribute, where it shows what the council does for the outcome and does not measure it.",
        ]);
        yield return new($"There are {Words.Count(links.Count, "such link")}: {Words.List(Enum.GetValues<Relation>().Where(relation => relation.Links()).Where(relation => links.Exists(link => link.Link.Relation == relation)).Select(relation => $"{links.Count(link => link.Link.Relation == relation)} {Stands(relation)}"))}. One indicator can stand to several metrics, and one metric to several indicators.");
    }

    private static IEnumerable<ReportParagraph> Covered(Coverage coverage)
    {
        yield return new($"{Summary(coverage)} Appendix 1 has a table for each outcome.");
        string[] well = [.. coverage.Outcomes.Where(outcome => outcome.Metrics.Count > 0 && outcome.Metrics.All(metric => metric.State is CoverageState.Own or CoverageState.NotOurs or CoverageState.NotMeasurable) && outcome.Count(CoverageState.Own) > 0).Select(Name)];
        if (well.Length > 0)
        {
            yield return new($"Every metric that can be measured and is this council's duty has an own indicator under {Words.Count(well.Length, "outcome")}: {Words.List(well)}.");
        }
    }

    private static IEnumerable<ReportParagraph> Gaps(Coverage coverage)
    {
        string[] bare = [.. coverage.Outcomes.Where(outcome => outcome.Count(CoverageState.None) > 0 && outcome.Count(CoverageState.Own) + outcome.Count(CoverageState.ProxyOnly) == 0).Select(Name)];
        if (bare.Length > 0)
        {
            yield return new($"{Words.Capital(Words.Count(bare.Length, "outcome"))} {(bare.Length == 1 ? "has" : "have")} metrics and no indicator of the council's at all: {Words.List(bare)}.");
        }

        var none = coverage.Metrics.Where(metric => metric.State == CoverageState.None).ToList();
        if (none.Count > 0)
        {
            var unmapped = none.Count(metric => metric.IsUnmapped);
            yield return new($"{Words.Capital(Words.Count(none.Count, "metric"))} {(none.Count == 1 ? "has" : "have")} no indicator; they are listed in Appendix 2{(unmapped > 0 ? $", {Words.Number(unmapped)} of them without a reason yet" : ", each with the reason")}.");
        }

        if (coverage.Unlinked.Count > 0)
        {
            yield return new($"The other way round, {Words.Count(coverage.Unlinked.Count, "indicator")} {(coverage.Unlinked.Count == 1 ? "serves" : "serve")} no outcome of the framework. That is no fault: much of what a committee needs to know about the council's own running belongs to no such outcome. They are listed in Appendix 2.");
        }
    }

    private static IEnumerable<ReportParagraph> Published(Coverage coverage, PublishedHere published)
    {
        var held = coverage.Metrics.Select(metric => published.ByMetric.GetValueOrDefault(metric.Metric.Id)).OfType<Position>().ToList();
        if (held.Count == 0)
        {
            yield return new(published.Area is null ? "No figures are shown: the council's code is not that of an area for which figures are published." : $"No figure of a metric is held for {published.Area}.");
            yield break;
        }

        int Aged(FigureAge age) => held.Count(position => position.Standing.Age == age);
        int Fitting(MetricFit fit) => held.Count(position => position.Fit == fit);
        yield return new($"Of the {coverage.Metrics.Count()} metrics held, figures for {published.Area} are held of {held.Count}: {Words.List(new[] { (MetricFit.Exact, "the metric itself"), (MetricFit.Near, "near it"), (MetricFit.Component, "a part of it alone") }.Where(fit => Fitting(fit.Item1) > 0).Select(fit => $"{Fitting(fit.Item1)} {fit.Item2}"))}. "
            + $"{Words.Capital(Words.List(Enum.GetValues<FigureAge>().Where(age => Aged(age) > 0).Select(age => $"{Aged(age)} {(Aged(age) == 1 ? "is" : "are")} {age.Words()}")))}, each against how often it comes out.");
        yield return new($"Appendix 1 gives each value with its period and age{(published.Neighbours is { } set ? $", its place among similar councils ({set.Title}) and their median" : "")}. {Neighbours.StandingWords.Caveat} No metric is given a colour.");
    }

    private static IEnumerable<ReportParagraph> Proposed(Coverage coverage)
    {
        var proxies = coverage.Count(CoverageState.ProxyOnly);
        yield return new("It is proposed that:",
        [
            .. new[]
            {
                coverage.Count(CoverageState.None) > 0 ? "the next annual review of indicators considers, for each metric without one, whether the council should count it itself;" : null,
                proxies > 0 ? $"the {Words.Count(proxies, "metric")} with only a proxy or a contribution {(proxies == 1 ? "is" : "are")} watched in both, the published figure and the council's own;" : null,
                coverage.Count(CoverageState.NotMeasurable) > 0 ? "metrics that cannot be measured yet are looked at again when the framework's next edition comes;" : null,
                "this mapping is brought up to date with every edition of the framework.",
            }.OfType<string>(),
        ]);
    }

    private static string Stands(Relation relation) => relation switch { Relation.Same => "the same", Relation.Near => "near", Relation.Proxy => "a proxy", _ => "contributing" };

    private static string Name(OutcomeCoverage outcome) => $"{outcome.Outcome.Name} ({outcome.Outcome.Number})";
}
