using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Review;
using Outturn.Core.Targets;

namespace Outturn.Core.Tests.Review;

/// <summary>A council of monthly KPIs from April 2017 to March 2020, and proposals for 2020/21.</summary>
internal static class SmallReview
{
    public static readonly Committee Committee = new("Environment Committee", "Environment", ["dashboard"]);
    public static readonly Service Service = new("Waste", 1);
    public static readonly Period Year = Period.Year(2020);
    public static readonly Period FirstMonth = Period.Month(2017, 4);

    /// <summary>A KPI with a target of 95 and a floor of 90 for each year from 2017/18, and a figure for each month.</summary>
    public static IndicatorHistory Kpi(string reference, Func<int, decimal?> value, Proposal? proposal = null, RollUp rollUp = RollUp.Latest, params IReadOnlyList<DateOnly> breaks) => new(
        new Indicator(reference, $"{reference} collected on time", Service, [Committee], new Definition(IndicatorKind.Kpi, new Unit("number"), 0, Polarity.HigherIsBetter, Frequency.Month, rollUp)) { Breaks = breaks, Meaning = "Collections on time" },
        new TargetHistory([.. Enumerable.Range(2017, 3).Select(year => new Levels(Period.Year(year).First, Period.Year(year).Last, new Target(95, 90, Polarity.HigherIsBetter), null))]),
        [.. Enumerable.Range(0, 36).Select(i => new Figure(new Period(Frequency.Month, FirstMonth.Ordinal + i), new Observation(value(i)))).Where(figure => figure.Observation.IsPresent)],
        [],
        proposal is null ? [] : [proposal]);

    public static Proposal Proposal(Decision decision, decimal? target = 95, decimal? floor = 90, string? rationale = "Why") =>
        new(Year, decision, target is { } level ? new Target(level, floor, Polarity.HigherIsBetter) : null, null, rationale);

    public static Register Register(params IReadOnlyList<IndicatorHistory> indicators) =>
        new(new Council("Test Council", "TEST"), [], [Service], [Committee], [], [.. indicators.Where(history => history.Indicator.Since != Year.First || history.Proposals.Count == 0)], new Dictionary<string, string>())
        {
            Proposed = [.. indicators.Where(history => history.Indicator.Since == Year.First && history.Proposals.Count > 0)],
        };

    public static IndicatorHistory New(string reference) => new(
        new SheetChange { Title = $"{reference} new", Service = Service.Name, Committees = Committee.Name, Unit = "%", Polarity = Polarity.HigherIsBetter, Frequency = Frequency.Quarter, RollUp = RollUp.Ratio, Meaning = "What is new" }
            .Whole(reference, Year.First, "Why", [Service], [Committee]),
        new TargetHistory([]), [], [], [Proposal(Decision.New, 80, 70)]);

    /// <summary>The review with every proposal agreed.</summary>
    public static AnnualReview Agreed(params IReadOnlyList<IndicatorHistory> indicators)
    {
        var steps = indicators.ToLookup(history => history.Indicator.Ref, _ => new ReviewStep(ReviewState.Agreed, "analyst", DateTime.UnixEpoch, null));
        return AnnualReview.Of(Register(indicators), Year, new ReviewRecord(Year, 10, 5, [new ReviewMeeting(Committee, new DateOnly(2020, 3, 25))], steps, [], null));
    }
}
