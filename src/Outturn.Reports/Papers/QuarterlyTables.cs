using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Papers;

namespace Outturn.Reports.Papers;

/// <summary>The tables that a quarterly report has and a dashboard has not: history, what changed, and the Reds with context and action apart.</summary>
internal static class QuarterlyTables
{
    private const string NotGiven = "Not given";

    private static readonly Column[] MovedColumns = [new("Ref", 2), new("Indicator", 8), new("Last quarter", 4), new("This quarter", 4), new("Change", 3)];
    private static readonly Column[] SetColumns = [new("Ref", 2), new("Indicator", 7), new("What has changed", 6), new("Why and since when", 7)];
    private static readonly Column[] RevisedColumns = [new("Ref", 2), new("Indicator", 7), new("Period", 3), new("As reported then", 4), new("As known now", 4)];

    private static readonly Column[] ContextColumns =
    [
        new("Ref", 9), new("Indicator", 24), new("Period", 13), new("Result", 13, Align.Right), new("Target", 11, Align.Right), new("Floor", 11, Align.Right), new("Red for", 15), new("Direction of travel", 19), new("Context", 33), new("Cause", 33),
    ];

    private static readonly Column[] ActionColumns = [new("Ref", 9), new("Indicator", 26), new("Action", 48), new("Owner", 20), new("By", 16), new("Expected recovery", 16), new("Last promise", 26)];

    public static Table CountsByQuarter(QuarterlyReport quarterly)
    {
        IReadOnlyList<Cell> Row(string name, Func<RagCounts, int> count) => [name, .. quarterly.Counts.Select(counts => SummaryPages.Count(count(counts)))];
        return new Table(
            "KpiCountsByQuarter", "Number of KPIs by rating at the end of each quarter", [new("Rating", 3), .. quarterly.Quarters.Select(quarter => new Column(quarter.ToString(), 3, Align.Right))],
            [
                Row("Green", counts => counts.Green), Row("Amber", counts => counts.Amber), Row("Red", counts => counts.Red), Row("Not rated", counts => counts.NotRated), Row("All KPIs", counts => counts.Total),
            ],
            RowHeader: 0, "Counts by quarter", []);
    }

    /// <summary>The KPIs of a directorate with a rating, as a word and a shape, for every quarter.</summary>
    public static Table History(QuarterlyReport quarterly, string directorate, IEnumerable<ServiceDashboard> services) => new(
        $"History_{Identifier.Of(directorate)}", $"{directorate}: ratings at the end of each quarter, and direction of travel",
        [new("Ref", 9), new("Indicator", 32), .. quarterly.Quarters.Select(quarter => new Column(quarter.ToString(), 14)), new("Direction of travel", 16), new("p", 9, Align.Right)],
        [
            .. from kpi in services.SelectMany(service => service.Kpis)
               select (IReadOnlyList<Cell>)
               [
                   kpi.Indicator.Ref, kpi.Indicator.Title,
                   .. quarterly.HistoryOf(kpi).Ratings.Select(rating => rating is null ? (Cell)"Not in the report" : new RatingCell(rating)),
                   Direction(kpi), DirectionSentences.P(kpi.Rated.Trend),
               ],
        ],
        RowHeader: 1, "Rating history", [new("Directorate", directorate)]);

    public static IEnumerable<Block> Moved(ReportChanges changes)
    {
        if (changes.Counts is not { Moved: { Count: > 0 } moved })
        {
            yield return new Paragraph("No KPI of both reports has changed its rating.");
            yield break;
        }

        yield return new Table(
            "Moved", $"KPIs of both reports whose rating has changed since {Words.MonthYear(changes.Before.DataTo)}", MovedColumns,
            [.. moved.Select(kpi => (IReadOnlyList<Cell>)[kpi.Kpi.Indicator.Ref, kpi.Kpi.Indicator.Title, new RatingCell(kpi.Before), new RatingCell(kpi.Now), ChangeSentences.IsBetter(kpi) switch { true => "Better", false => "Worse", _ => "" }])],
            RowHeader: 1, "Ratings changed", []);
    }

    /// <summary>What changed of the set itself; later changes with the committee that was told of them.</summary>
    public static IEnumerable<Block> Set(ReportChanges changes)
    {
        if (changes.SetIsSame)
        {
            yield return new Paragraph("The indicators, their definitions and their levels are those of the last quarter.");
            yield break;
        }

        var titles = changes.Before.Indicators.Concat(changes.New).Select(row => row.Indicator).DistinctBy(indicator => indicator.Ref).ToDictionary(indicator => indicator.Ref, indicator => indicator.Title);
        yield return new Table(
            "SetChanges", $"Changes to the set of indicators since {Words.MonthYear(changes.Before.DataTo)}", SetColumns,
            [
                .. changes.New.Select(row => Row(row.Indicator, "New", row.Indicator.Since is { } since ? $"From {Words.Date(since)}" : "")),
                .. changes.Gone.Select(row => Row(row.Indicator, "No longer in the report", Left(row.Indicator))),
                .. changes.Levels.Select(levels => Row(levels.Indicator.Indicator, Words.Capital(ChangeSentences.LevelsOf(levels)), levels.Now?.Rationale ?? "")),
                .. changes.Redefined.Select(row => Row(row.Indicator, "Definition changed", row.Indicator.DefinitionReason ?? "")),
                .. changes.Later.Select(change => (IReadOnlyList<Cell>)[change.Ref, titles.GetValueOrDefault(change.Ref, ""), change.What, $"{change.Reason} ({change.Committee}, {Words.Date(change.Day)})"]),
            ],
            RowHeader: 1, "Set changes", []);

        static IReadOnlyList<Cell> Row(Indicator indicator, string what, string why) => [indicator.Ref, indicator.Title, what, why];
    }

    public static IEnumerable<Block> Revised(ReportChanges changes) => changes.Revised.Count == 0 ? [] :
    [
        new Table(
            "Revised", $"Figures of the last quarter's report that have been revised or come since, compared as known now", RevisedColumns,
            [
                .. changes.Revised.Select(revised => (IReadOnlyList<Cell>)
                [
                    revised.Indicator.Indicator.Ref, revised.Indicator.Indicator.Title, revised.Indicator.Period.ToString(),
                    revised.Then is { } then ? Words.Capital(ChangeSentences.Figure(revised.Indicator, then)) : "Not kept", Words.Capital(ChangeSentences.Figure(revised.Indicator, revised.Now)),
                ]),
            ],
            RowHeader: 1, "Figures revised", []),
    ];

    public static Table RedContext(QuarterlyReport quarterly) => new(
        "RedContext", "KPIs rated Red: result, how long they have been Red, and why", ContextColumns,
        [
            .. from red in quarterly.Reds
               let kpi = red.Kpi
               let said = kpi.Commentary
               let figure = quarterly.Dashboard.FigureOf(kpi)
               select (IReadOnlyList<Cell>)
               [
                   kpi.Indicator.Ref, IndicatorTables.Title(kpi.Indicator), kpi.Period.ToString(), figure.Value is { } value ? IndicatorTables.Figure(kpi, value, figure.Decimals) : (Cell)IndicatorTables.Suppressed,
                   IndicatorTables.Level(kpi, figure.Target?.Level), IndicatorTables.Level(kpi, figure.Target?.FloorStandard),
                   (red.IsRedThroughout && red.RedRunning > 1 ? "At least " : "") + $"{red.RedRunning} {Words.Plural(red.RedRunning, "quarter")}", Direction(kpi), said?.Context ?? "", Or(said?.Cause),
               ],
        ],
        RowHeader: 1, "Reds in context", []);

    public static Table RedAction(QuarterlyReport quarterly) => new(
        "RedAction", "KPIs rated Red: what is being done, by whom and by when", ActionColumns,
        [
            .. from red in quarterly.Reds
               let kpi = red.Kpi
               let said = kpi.Commentary
               select (IReadOnlyList<Cell>)
               [
                   kpi.Indicator.Ref, IndicatorTables.Title(kpi.Indicator), Or(said?.Action), Or(said?.Owner), Or(said?.Due is { } due ? Words.Date(due) : null), Or(said?.Recovery),
                   kpi.LastPromise is { } promise ? $"{promise.Recovery} (said in {promise.Period})" : "None within a year",
               ],
        ],
        RowHeader: 1, "Action on Reds", []);

    private static DirectionCell Direction(DashboardIndicator kpi) => new(kpi.Rated.Trend?.Direction ?? Core.Ratings.Direction.NoComparison);

    private static Cell Or(string? text) => string.IsNullOrWhiteSpace(text) ? NotGiven : text;

    private static string Left(Indicator indicator) =>
        (indicator.Until is { } until ? $"Counted until {Words.Date(until)}" : "Taken out of the set")
        + (indicator.ReplacedBy is { } successor ? $", replaced by {successor}" : "");
}
