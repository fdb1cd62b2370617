using Outturn.Core.Indicators;
using Outturn.Core.Ratings;
using Outturn.Reports;

namespace Outturn.Tests.Reports;

/// <summary>A document with every block and every cell, portrait and landscape, charts that go wrong easily, and hostile text.</summary>
public static class Sample
{
    public const string Hostile = "<script>alert(1)</script> \"quoted\" 'single' & <b>bold</b>  --> ]]>";

    private static readonly Unit Percent = new("%");
    private static readonly Unit Pounds = new("£");

    private static readonly Column[] KpiColumns =
    [
        new("Ref", 8),
        new("Indicator", 34),
        new("Mar 2020", 10, Align.Right),
        new("Rating", 13, Align.Centre),
        new("Year to date", 10, Align.Right),
        new("Year to date rating", 13, Align.Centre),
        new("Target", 8, Align.Right),
        new("Floor standard", 9, Align.Right),
        new("Previous year", 9, Align.Right),
        new("Direction of travel", 13),
    ];

    public static Document Document() => new(
        new DocumentInfo(
            "Strategic and Corporate Services Performance Dashboard",
            "Wealdshire County Council",
            new DateOnly(2020, 7, 29),
            "#1d4f73",
            "Wealdshire is a fictional county: its posts, figures and comments are made up."),
        [new Section(Orientation.Portrait, Cover), new Section(Orientation.Landscape, Dashboard), new Section(Orientation.Portrait, Rest)]);

    private static Block[] Cover =>
    [
        new Heading(1, "Strategic and Corporate Services Performance Dashboard"),
        new Facts(
        [
            new Fact("From", ["Leader of the Council", "Deputy Leader and Cabinet Member for Finance", "Corporate Director for Strategic and Corporate Services"]),
            new Fact("To", ["Policy and Resources Cabinet Committee, 29 July 2020"]),
            new Fact("Subject", ["Performance Dashboard"]),
            new Fact("Classification", ["Unrestricted"]),
        ]),
        new Paragraph([new Run("Summary: ", Bold: true), new Run("21 of the 25 KPIs achieved or passed their target (Green), 3 missed it but held the floor standard (Amber) and 1 fell below the floor standard (Red): Freedom of Information requests completed within 20 working days.")]),
        new Paragraph([new Run("Recommendation: ", Bold: true), new Run("The Committee is asked to "), new Run("note", Bold: true), new Run(" the performance position and the proposed targets.")]),
        new Heading(2, "Introduction", "1."),
        new Paragraph("Part of the role of Cabinet Committees is to review the performance of the functions of the Council that fall within their remit. This is the third and final report for 2019/20.", "1.1."),
        new Heading(2, "Performance", "2."),
        new Paragraph("The latest ratings are as follows:", "2.1."),
        new BulletList(
        [
            new Paragraph([new Run("21", Bold: true), new Run(" are rated Green: the target was achieved or passed;")]),
            new Paragraph([new Run("3", Bold: true), new Run(" are rated Amber: the floor standard was held, the target missed;")]),
            new Paragraph([new Run("1", Bold: true), new Run(" is rated Red: the floor standard was missed.")]),
        ]),
        new Paragraph([new Run("How ratings are made is set out in the "), new Run("guidance of the county", Link: "https://example.org/guidance?year=2019&part=\"2\""), new Run(", or "), new Run("ask the author", Italic: true, Link: "mailto:performance@example.org"), new Run(".")], "2.2."),
        new Paragraph([new Run("Hostile: "), new Run(Hostile, Bold: true), new Run(" and a "), new Run("link that runs", Link: "javascript:alert(1)"), new Run(", "), new Run("one in hiding", Link: " JaVa\tScript:alert(2)"), new Run(".")], "2.3."),
        new Note("Figures as known on 30 June 2020. [p] provisional."),
        new PageBreak(),
        new Heading(2, "Contact details", "3."),
        new Facts([new Fact("Report author", ["Chief Analyst", "03000 000000", "performance@example.org"])]),
    ];

    private static Block[] Dashboard =>
    [
        new Heading(2, "Appendix 1: Dashboard"),
        new Heading(3, "Contact Centre"),
        new Paragraph("Director: Corporate Director for People. Cabinet Member: Communications, Engagement and People."),
        Kpis("kpi_contact_month", "Contact Centre: monthly KPIs to March 2020", "Contact Centre",
        [
            Row("CS01", "Callers who rated the adviser who handled their call as good", 97, 0, RagRating.Green, 97, RagRating.Green, 97, 90, 97, Direction.Same),
            Row("CS04a", "Daytime calls to the Contact Centre answered", 95, 0, RagRating.Green, 94.96m, RagRating.Amber, 95, 90, 92, Direction.Improved),
            Row("CS04b", "Out of hours calls to the Contact Centre answered", 91, 0, RagRating.Amber, 95, RagRating.Green, 95, 90, 96, Direction.Worsened),
        ]),
        SampleCharts.Usual,
        SampleCharts.Empty,
        SampleCharts.EmptyCount,
        Activities("activity_contact", "Contact Centre: activity to March 2020", "Contact Centre"),
        SampleCharts.Activity,
        SampleCharts.OneSided,
        new Heading(3, "Governance and Law"),
        Kpis("kpi_law_quarter", "Governance and Law: quarterly KPIs to Q4 2019/20", "Governance and Law",
        [
            Row("GL01", "Council and committee papers published at least five clear days before meetings", 94.96m, 0, RagRating.Amber, 97, RagRating.Green, 95, 90, 100, Direction.Worsening),
            Row("GL02", "Freedom of Information requests completed within 20 working days", 79, 0, RagRating.Red, 82, RagRating.Red, 92, 90, 84, Direction.TooFewPoints),
            ["GL03", "Data Protection Act subject access requests completed within one month", Cell.Empty, new RatingCell(Rating.Not(Reason.Awaited)), new FigureCell(72, 0, Percent, "5 of 6 months"), new RatingCell(Rating.Not(Reason.Incomplete)), Figure(90), Figure(85), Cell.Empty, new DirectionCell(Direction.NoComparison)],
            [Hostile, Hostile, new FigureCell(-1.5m, 1, Percent, Hostile), new RatingCell(Rating.Not(Reason.NoTarget)), Cell.Empty, new RatingCell(Rating.Not(Reason.NoTarget)), Cell.Empty, Cell.Empty, Cell.Empty, new DirectionCell(Direction.Stable)],
        ]),
        SampleCharts.Gaps,
        SampleCharts.RedQuarters,
        new Heading(4, "GL02: commentary"),
        new Paragraph([new Run("Cause: ", Bold: true), new Run("requests rose by a fifth while one of three posts stood vacant. "), new Run("Action: ", Bold: true), new Run("the post is filled from August.")]),
        SampleCharts.LateAndBroken,
        SampleCharts.Hostile,
    ];

    private static Block[] Rest =>
    [
        new Heading(2, "Appendix 2: Proposed targets"),
        new Table(
            "proposals",
            "Proposed KPIs and targets for 2020/21",
            [new("Ref", 8), new("Indicator", 40), new("Target 2019/20", 12, Align.Right), new("Target 2020/21", 12, Align.Right), new("Change", 28)],
            [
                ["CS04a", "Daytime calls to the Contact Centre answered", Figure(95), Figure(95), "Floor raised from 85% to 90%"],
                ["FN07", "Value of debt due to the council over 60 days old", new FigureCell(12_000_000, 0, Pounds), new FigureCell(11_500_000, 0, Pounds), "Target tightened"],
            ],
            RowHeader: 1,
            "Proposals",
            []),
        new Table("nothing", "Indicators without an owner", [new("Ref", 1), new("Indicator", 3)], [], RowHeader: 0, "Proposals 2", []),
        new Heading(2, "Appendix 3: More charts"),
        SampleCharts.Pounds,
        SampleCharts.Rate,
        SampleCharts.Flat,
        SampleCharts.LongNames,
        new Note(Hostile),
    ];

    private static Table Kpis(string name, string caption, string service, IReadOnlyList<IReadOnlyList<Cell>> rows) =>
        new(name, caption, KpiColumns, rows, RowHeader: 1, "KPIs", [new("Service", service), new("Frequency", "Monthly")]);

    private static Table Activities(string name, string caption, string service) => new(
        name,
        caption,
        [new("Ref", 8), new("Indicator", 36), new("Year to date", 12, Align.Right), new("In range?", 12), new("Lower", 10, Align.Right), new("Upper", 10, Align.Right), new("Previous year", 12, Align.Right)],
        [
            ["CS08", "Number of calls answered by the Contact Centre", Count(521_220), new RangeCell(RangeVerdict.Above), Count(446_000), Count(516_000), Count(510_375)],
            ["CS12", "Number of visits to the website, in thousands", Count(6_210), new RangeCell(RangeVerdict.InRange), Count(6_000), Count(7_000), Count(5_988)],
            ["CS13", "Number of letters", Count(0), new RangeCell(RangeVerdict.NoRange), Cell.Empty, Cell.Empty, Count(12)],
        ],
        RowHeader: 1,
        "Activity",
        [new("Service", service)]);

    private static Cell[] Row(string reference, string title, decimal latest, int decimals, RagRating rating, decimal toDate, RagRating toDateRating, decimal target, decimal floor, decimal previous, Direction direction) =>
        [reference, title, Figure(latest, decimals), new RatingCell(Rating.Of(rating)), Figure(toDate), new RatingCell(Rating.Of(toDateRating)), Figure(target), Figure(floor), Figure(previous), new DirectionCell(direction)];

    private static FigureCell Figure(decimal value, int decimals = 0) => new(value, Math.Max(decimals, Unit.DecimalsOf(value)), Percent);

    private static FigureCell Count(decimal value) => new(value, 0, new Unit(Unit.Number));
}
