using Outturn.Core.Indicators;
using Outturn.Core.Ratings;
using Outturn.Reports;

namespace Outturn.Tests.Reports.Excel;

/// <summary>A small year-end paper with everything that a cell can be.</summary>
internal static class Paper
{
    private static readonly Unit Percent = new("%");

    public static DocumentInfo Info { get; } = new(
        "Strategic and Corporate Services performance dashboard, year-end 2019/20", "Wealdshire County Council",
        new DateOnly(2020, 7, 29), "#1d4f7c", "Wealdshire is a fictional council: every figure is invented.");

    private static readonly Column[] KpiColumns =
    [
        new("Ref", 1), new("Indicator", 5), new("Latest", 1, Align.Right), new("Rating", 1), new("Year to date", 1, Align.Right), new("Rating", 1),
        new("Target", 1, Align.Right), new("Floor", 1, Align.Right), new("Previous year", 1, Align.Right), new("Direction of travel", 1),
    ];

    public static Document Document() => Of(
        new Heading(1, Info.Title),
        new Note("Year to date is April 2019 to March 2020."),
        Kpis("kpi_contact_month", "Contact centre: monthly KPIs", "Contact centre", "Monthly",
            Kpi("CS01", "Callers who rate the advisors in the contact centre as good", Percent, 1, 97.3m, 96.9m, 97m, 90m, Direction.Improved),
            Kpi("CS04a", "Daytime calls to the contact centre answered", Percent, 2, 94.96m, 95.1m, 95m, 90m, Direction.Worsened, "provisional"),
            Kpi("CS05", "Average speed of answer (seconds)", new Unit("seconds"), 0, 1234m, 1187m, 1200m, 1300m, Direction.Same)),
        Kpis("kpi_law_month", "Governance and law: monthly KPIs", "Governance and law", "Monthly",
            Kpi("GL02", "Freedom of Information requests completed within 20 working days", Percent, 0, 79m, 80m, 92m, 90m, Direction.Worsened),
            NotRated("GL03", "Data Protection Act subject access requests completed in time", Reason.Awaited)),
        Kpis("kpi_finance_year", "Finance: annual KPIs", "Finance", "Annual",
            Kpi("FN05", "Pension contributions, £m", new Unit("£m"), 1, 1234.5m, -3.4m, 1200m, 1000m, Direction.NoComparison, "as supplied"),
            Kpi("FN06", "Debt over 60 days", new Unit("£"), 0, -12345m, 0m, -20000m, -30000m, Direction.Improved)),
        new Chart("chart_cs01", "CS01: Callers who rate the advisors as good", "A line.", ["Jan 2020", "Feb 2020", "Mar 2020"],
            [
                new Line("Actual", LineKind.Actual, [96.1m, null, 97.3m]),
                new Line("Target", LineKind.Target, [97m, 97m, 97.25m]),
            ], Percent, 1, BreakBefore: 2),
        new Table("activity_contact", "Contact centre: activity", [new("Ref", 1), new("Activity", 5), new("Year to date", 1, Align.Right), new("In range", 1)],
            [
                ["CS08", "Calls", new FigureCell(412_345m, 0, new Unit("number"), "5 of 6 months"), new RangeCell(RangeVerdict.Above)],
                ["CS09", "Visits to the website (thousands)", new FigureCell(9_876.5m, 1, new Unit("number")), new RangeCell(RangeVerdict.InRange)],
            ], RowHeader: 1, "Activity", [new("Service", "Contact centre")]));

    public static Document Of(params Block[] blocks) => new(Info, [new Section(Orientation.Portrait, blocks)]);

    /// <summary>A table of its own sheet, with one column.</summary>
    public static Table Single(string header, string sheet, params Cell[] cells) =>
        new("single", "One column", [new(header, 1)], [.. cells.Select(cell => (IReadOnlyList<Cell>)[cell])], RowHeader: 0, sheet, Keys: []);

    private static Table Kpis(string name, string caption, string service, string frequency, params IReadOnlyList<Cell>[] rows) =>
        new(name, caption, KpiColumns, rows, RowHeader: 1, "KPIs", [new("Service", service), new("Frequency", frequency)]);

    private static Cell[] Kpi(
        string reference, string title, Unit unit, int decimals, decimal latest, decimal toDate, decimal target, decimal floor, Direction direction, string? remark = null)
    {
        var polarity = target >= floor ? 1 : -1;
        return
        [
            reference, title, new FigureCell(latest, decimals, unit, remark), Rate(latest), new FigureCell(toDate, decimals, unit), Rate(toDate),
            new FigureCell(target, decimals, unit), new FigureCell(floor, decimals, unit), Cell.Empty, new DirectionCell(direction),
        ];

        RatingCell Rate(decimal value) => new(Rating.Of(
            polarity * value >= polarity * target ? RagRating.Green : polarity * value >= polarity * floor ? RagRating.Amber : RagRating.Red));
    }

    private static Cell[] NotRated(string reference, string title, Reason reason) =>
    [
        reference, title, Cell.Empty, new RatingCell(Rating.Not(reason)), Cell.Empty, new RatingCell(Rating.Not(reason)),
        new FigureCell(90m, 0, Percent), new FigureCell(85m, 0, Percent), new FigureCell(88m, 0, Percent), new DirectionCell(Direction.TooFewPoints),
    ];
}
