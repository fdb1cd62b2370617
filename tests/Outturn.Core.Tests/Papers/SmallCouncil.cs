using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.Core.Tests.Papers;

/// <summary>A council of a few annual indicators, one for each rating asked for: what the sentences of a paper are read on.</summary>
internal static class SmallCouncil
{
    public static readonly Committee Committee = new("Environment Committee", "Environment", ["dashboard"]);
    public static readonly Service Service = new("Waste", 1);
    public static readonly Period Year = Period.Year(2019);

    private static readonly Levels Levels = new(Year.First, Year.Last, new Target(95, 90, Polarity.HigherIsBetter), null);

    /// <summary>A dashboard for the year with so many KPIs of each rating, called Green 1, Green 2, Amber 1 …; not rated ones are awaited.</summary>
    public static Dashboard With(int green = 0, int amber = 0, int red = 0, int awaited = 0, ToleranceRule? tolerance = null) =>
        Dashboard(new Council("Test Council", "TEST") { Tolerance = tolerance },
        [
            .. Kpis("Green", green, 96), .. Kpis("Amber", amber, 92), .. Kpis("Red", red, 80), .. Kpis("Awaited", awaited, null),
        ]);

    public static Dashboard Dashboard(Council council, IReadOnlyList<IndicatorHistory> indicators, params IReadOnlyList<Meeting> meetings) =>
        Outturn.Core.Dashboards.Dashboard.Of(Register(council, indicators, meetings), Committee, Year.Last, Year.Last.AddDays(90));

    public static Register Register(Council council, IReadOnlyList<IndicatorHistory> indicators, params IReadOnlyList<Meeting> meetings) =>
        new(council, [], [Service], [Committee], meetings, indicators, new Dictionary<string, string>());

    public static IndicatorHistory Kpi(string title, decimal? value, Proposal? proposal = null, Levels? levels = null, Polarity polarity = Polarity.HigherIsBetter) => new(
        new Indicator(
            title.Replace(" ", "", StringComparison.Ordinal), title, Service, [Committee],
            new Definition(IndicatorKind.Kpi, new Unit("%"), 0, polarity, Frequency.Year, RollUp.Latest)),
        new TargetHistory([levels ?? Levels]),
        value is null ? [] : [new Figure(Year, new Observation(value))],
        [],
        proposal is null ? [] : [proposal]);

    public static IndicatorHistory Activity(string title, decimal? value, ExpectedRange? range) => new(
        new Indicator(
            title.Replace(" ", "", StringComparison.Ordinal), title, Service, [Committee],
            new Definition(IndicatorKind.Activity, new Unit("number"), 0, null, Frequency.Year, RollUp.Sum)),
        new TargetHistory(range is null ? [] : [new Levels(Year.First, Year.Last, null, range)]),
        value is null ? [] : [new Figure(Year, new Observation(value))],
        [],
        []);

    private static IEnumerable<IndicatorHistory> Kpis(string name, int count, decimal? value) =>
        Enumerable.Range(1, count).Select(i => Kpi($"{name} {i}", value));
}
