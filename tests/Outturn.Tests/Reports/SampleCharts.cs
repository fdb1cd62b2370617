using Outturn.Core.Indicators;
using Outturn.Reports;

namespace Outturn.Tests.Reports;

/// <summary>A chart of each kind that a paper can hold, and of each that goes wrong easily.</summary>
public static class SampleCharts
{
    private static readonly string[] Months =
        ["Mar 2019", "Apr 2019", "May 2019", "Jun 2019", "Jul 2019", "Aug 2019", "Sep 2019", "Oct 2019", "Nov 2019", "Dec 2019", "Jan 2020", "Feb 2020", "Mar 2020"];

    private static readonly Unit Percent = new("%");

    public static IReadOnlyList<Chart> All =>
        [Usual, Gaps, LateAndBroken, RedQuarters, Activity, OneSided, Pounds, Rate, Flat, Empty, EmptyCount, LongNames, Hostile];

    /// <summary>Target and floor near each other, last year beneath, the last figure on the target.</summary>
    public static Chart Usual { get; } = new(
        "chart_cs04a",
        "CS04a: Daytime calls to the Contact Centre answered",
        "Line chart of 13 months to March 2020: from 91% to 95%, on the target of 95% and above the floor standard of 90%.",
        Months,
        [
            new Line("2019/20", LineKind.Actual, Values(91, 92, 94, 96, 95, 95, 93, 94, 96, 97, 95, 96, 95)),
            new Line("Year before", LineKind.PreviousYear, Values(88, 89, 91, 93, 94, 95, 92, 91, 93, 94, 92, 91, 90)),
            Same("Target", LineKind.Target, 95, 13),
            Same("Floor", LineKind.Floor, 90, 13),
        ],
        Percent,
        0);

    /// <summary>A gap, a lone point between gaps, a target raised within the year, a figure with more decimals than usual.</summary>
    public static Chart Gaps { get; } = new(
        "chart_gl01",
        "GL01: Council and committee papers published at least five clear days before meetings",
        "Line chart with figures in 9 of 13 months; the last is 94.96%, just below the target of 95%.",
        Months,
        [
            new Line("2019/20", LineKind.Actual, [97, 98, null, null, 100, null, 96, 97, 98, 99, null, 97, 94.96m]),
            new Line("Target", LineKind.Target, [.. Values(92, 92, 92, 92, 92, 92), .. Values(95, 95, 95, 95, 95, 95, 95)]),
            Same("Floor", LineKind.Floor, 90, 13),
        ],
        Percent,
        0);

    /// <summary>Ends two months early, after a change of definition; its target ends early too.</summary>
    public static Chart LateAndBroken { get; } = new(
        "chart_hr09",
        "HR09: Training evaluated by participants as having delivered stated learning outcomes",
        "Line chart; the definition changed in November 2019, and February and March 2020 are awaited.",
        Months,
        [
            new Line("2019/20", LineKind.Actual, [98.2m, 97.9m, 98.4m, 98.8m, 97.1m, 98.0m, 98.6m, 98.9m, 91.2m, 92.4m, 93.8m, null, null]),
            new Line("Target", LineKind.Target, [.. Values(97, 97, 97, 97, 97, 97, 97, 97, 97, 97), null, null, null]),
            Same("Floor", LineKind.Floor, 95, 13),
        ],
        Percent,
        1,
        BreakBefore: 8);

    /// <summary>Quarters; all below the floor.</summary>
    public static Chart RedQuarters { get; } = new(
        "chart_gl02",
        "GL02: Freedom of Information requests completed within 20 working days",
        "Line chart of 5 quarters to Q4 2019/20: from 84% to 79%, below the floor standard of 90% throughout.",
        ["Q4 2018/19", "Q1 2019/20", "Q2 2019/20", "Q3 2019/20", "Q4 2019/20"],
        [
            new Line("2019/20", LineKind.Actual, Values(84, 85, 83, 81, 79)),
            Same("Target", LineKind.Target, 92, 5),
            Same("Floor standard", LineKind.Floor, 90, 5),
        ],
        Percent,
        0);

    /// <summary>An activity indicator against its expected range, with last year.</summary>
    public static Chart Activity { get; } = new(
        "chart_cs08",
        "CS08: Number of calls answered by the Contact Centre",
        "Line chart of 13 months to March 2020: from 41,250 to 46,020 calls, above the expected range in March 2020.",
        Months,
        [
            new Line("2019/20", LineKind.Actual, Values(41250, 40980, 39875, 38020, 40110, 36540, 41002, 42300, 39990, 31250, 43010, 41875, 46020)),
            new Line("Previous year", LineKind.PreviousYear, Values(43250, 42980, 41875, 40020, 42110, 38540, 43002, 44300, 41990, 33250, 45010, 43875, 44020)),
            new Line("Lower", LineKind.Lower, Values(38000, 38000, 38000, 36000, 36000, 34000, 38000, 38000, 36000, 30000, 40000, 38000, 38000)),
            new Line("Upper", LineKind.Upper, Values(44000, 44000, 44000, 42000, 42000, 40000, 44000, 44000, 42000, 36000, 46000, 44000, 44000)),
        ],
        new Unit("number"),
        0);

    public static Chart OneSided { get; } = new(
        "chart_ict05",
        "ICT05: Working days lost to outages",
        "Line chart of 6 quarters: between 0 and 3 days; at most 2 are expected.",
        ["Q3 2018/19", "Q4 2018/19", "Q1 2019/20", "Q2 2019/20", "Q3 2019/20", "Q4 2019/20"],
        [
            new Line("2019/20", LineKind.Actual, [0, 1, 0.5m, 3, 2, 1.5m]),
            Same("Upper limit", LineKind.Upper, 2, 6),
        ],
        new Unit("working days"),
        1);

    public static Chart Pounds { get; } = new(
        "chart_fn07",
        "FN07: Value of debt due to the council over 60 days old",
        "Line chart of 13 months: from £14,200,000 to £11,050,000, better than the target of £12,000,000.",
        Months,
        [
            new Line("2019/20", LineKind.Actual, Values(14_200_000, 13_900_000, 14_050_000, 13_500_000, 13_100_000, 13_250_000, 12_800_000, 12_500_000, 12_650_000, 12_100_000, 11_800_000, 11_400_000, 11_050_000)),
            Same("Target", LineKind.Target, 12_000_000, 13),
            Same("Floor", LineKind.Floor, 13_500_000, 13),
        ],
        new Unit("£"),
        0);

    /// <summary>Sixty months of a rate: markers must not drown the line.</summary>
    public static Chart Rate { get; } = new(
        "chart_hr23",
        "HR23: Days of sickness per 1,000 days worked",
        "Line chart of 60 months: it swings with the seasons between 18.2 and 41.7 per 1,000.",
        [.. Enumerable.Range(0, 60).Select(i => $"{Months[(i + 1) % 12 == 0 ? 12 : (i + 1) % 12][..3]} {2015 + (i + 3) / 12}")],
        [new Line("All years", LineKind.Actual, [.. Enumerable.Range(0, 60).Select(i => (decimal?)(30 + (i * i + 7 * i) % 23 - 11 + (i % 12 < 6 ? -0.8m : 0.7m)))])],
        new Unit("per 1,000"),
        1);

    public static Chart Flat { get; } = new(
        "chart_pi01",
        "PI01: Rent due to the council collected within 60 days",
        "Line chart of 4 quarters: 100% throughout.",
        ["Q1 2019/20", "Q2 2019/20", "Q3 2019/20", "Q4 2019/20"],
        [
            new Line("2019/20", LineKind.Actual, Values(100, 100, 100, 100)),
            Same("Target", LineKind.Target, 100, 4),
            Same("Floor", LineKind.Floor, 99.5m, 4),
        ],
        Percent,
        0);

    /// <summary>Target and floor, no figure yet.</summary>
    public static Chart Empty { get; } = new(
        "chart_cs09",
        "CS09: Complaints answered in time",
        "Line chart without figures: they are awaited. The target is 85%, the floor standard 80%.",
        Months,
        [
            new Line("2019/20", LineKind.Actual, new decimal?[13]),
            Same("Target", LineKind.Target, 85, 13),
            Same("Floor", LineKind.Floor, 80, 13),
        ],
        Percent,
        0);

    public static Chart EmptyCount { get; } = new(
        "chart_cs10", "CS10: Letters received", "Line chart without figures.", Months, [new Line("2019/20", LineKind.Actual, new decimal?[13])], new Unit("letters"), 0);

    /// <summary>Long names of everything.</summary>
    public static Chart LongNames { get; } = new(
        "chart_long",
        "PR09: " + string.Concat(Enumerable.Repeat("Percentage of annual net capital receipts target achieved, ", 4)),
        "Line chart of three years.",
        ["Year ending March 2018", "Year ending March 2019", "Year ending March 2020"],
        [
            new Line("2019/20", LineKind.Actual, [-1234.5m, 0, 98765.4m]),
            Same("The target as agreed with the directorate", LineKind.Target, 90000, 3),
            Same("The floor standard as agreed with the directorate", LineKind.Floor, 89000, 3),
        ],
        new Unit("tonnes of household waste sent to landfill, net of recycling"),
        1);

    /// <summary>Every text is an attack.</summary>
    public static Chart Hostile { get; } = new(
        "chart_hostile",
        Sample.Hostile,
        "</desc></svg>" + Sample.Hostile,
        [Sample.Hostile, "</text>", "\"'&<"],
        [
            new Line(Sample.Hostile, LineKind.Actual, Values(1, 2, 3)),
            Same(Sample.Hostile, LineKind.Target, 2, 3),
        ],
        new Unit(Sample.Hostile),
        0);

    private static Line Same(string name, LineKind kind, decimal level, int periods) =>
        new(name, kind, [.. Enumerable.Repeat((decimal?)level, periods)]);

    private static decimal?[] Values(params int[] values) => [.. values.Select(value => (decimal?)value)];
}
