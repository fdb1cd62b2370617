using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;
using Outturn.Core.Tests.Papers;

namespace Outturn.Core.Tests.Dashboards;

public sealed class DashboardTests
{
    private static readonly Council Council = new("Test Council", "TEST");
    private static readonly Period Year = SmallCouncil.Year;

    [Theory]
    [InlineData(Frequency.Month, "2019-11-30", "Nov 2019")]
    [InlineData(Frequency.Quarter, "2019-11-30", "Q2 2019/20")]
    [InlineData(Frequency.Quarter, "2019-05-31", "Q1 2019/20")]
    [InlineData(Frequency.HalfYear, "2019-11-30", "H1 2019/20")]
    [InlineData(Frequency.Year, "2019-11-30", "2019/20")]
    [InlineData(Frequency.Year, "2020-03-31", "2019/20")]
    [InlineData(Frequency.Academic, "2019-11-30", "Academic 2018/19")]
    [InlineData(Frequency.Academic, "2019-05-31", "Academic 2018/19")]
    [InlineData(Frequency.Calendar, "2020-03-31", "2019")]
    public void ReportedPeriod_IsTheLastThatEndedWithinTheYear_OrTheFirstThatWill(Frequency frequency, string dataTo, string period) =>
        Assert.Equal(period, ReportedPeriod.Of(frequency, Year, DateOnly.Parse(dataTo)).ToString());

    [Fact]
    public void Of_AnnualKpiWithinTheYear_IsNotDueAndShowsLastYearsFigureWithItsDate()
    {
        var kpi = Within(new DateOnly(2019, 11, 30), asAt: new DateOnly(2020, 1, 7), SmallCouncil.Kpi("Survey", null) with { Figures = [new(Year.Before, new Observation(97m))] });

        Assert.Equal(Rating.Not(Reason.NotDue), kpi.Latest);
        Assert.Equal(Year.Before, kpi.LastKnown!.Period);
    }

    [Fact]
    public void Of_FigureForALaterPeriodThanTheReportCovers_DoesNotEnterIt() =>
        Assert.Equal(Rating.Not(Reason.NotDue), Within(new DateOnly(2019, 11, 30), asAt: new DateOnly(2020, 1, 7), SmallCouncil.Kpi("Survey", 97)).Latest);

    [Theory]
    [InlineData("2020-04-30", Reason.NotDue)]
    [InlineData("2020-05-05", Reason.NotDue)]
    [InlineData("2020-05-06", Reason.Awaited)]
    public void Of_MissingFigure_IsNotDueUntilItsLagHasPassed(string asAt, Reason reason)
    {
        var survey = SmallCouncil.Kpi("Survey", null);
        survey = survey with { Indicator = survey.Indicator with { LagDays = 36 } };

        Assert.Equal(Rating.Not(reason), Within(Year.Last, DateOnly.Parse(asAt), survey).Latest);
    }

    [Fact]
    public void Of_PeriodThatHasNotEndedByTheReport_IsNotDue_HoweverLateTheReportIsMade() =>
        Assert.Equal(Rating.Not(Reason.NotDue), Within(new DateOnly(2019, 11, 30), asAt: new DateOnly(2026, 1, 7), SmallCouncil.Kpi("Survey", null)).Latest);

    [Fact]
    public void Of_RollingTwelveMonthsOfValues_DrawsTheTotalsThatTheTargetIsMeantFor()
    {
        var waste = Monthly("Waste", new Unit("kg"), Polarity.LowerIsBetter, RollUp.Rolling12, 24, _ => new Observation(40m)) with
        {
            Targets = new TargetHistory([new Levels(Year.Before.First, Year.Last, new Target(480, 500, Polarity.LowerIsBetter), null)]),
        };

        Assert.Equal(Enumerable.Repeat<decimal?>(480, 12), Within(Year.Last, Year.Last, waste).Window.Select(point => point.Value));
    }

    [Fact]
    public void Of_DefinitionChangedSinceLastYear_ShowsThatFigureAsAnotherAndComparesNothing()
    {
        var calls = Monthly("Calls", new Unit("%"), Polarity.HigherIsBetter, RollUp.Ratio, 24, _ => new Observation(null, new Counts(98, 100)));
        calls = calls with { Indicator = calls.Indicator with { Breaks = [new DateOnly(2019, 9, 1)] } };

        var march = Within(Year.Last, Year.Last, calls);

        Assert.Equal(new PreviousFigure(98, 0, Supplied: false, DefinitionChanged: true), march.Previous);
        Assert.Equal(Direction.NoComparison, march.Rated.LastYear);
        Assert.Equal([98m, 98, 98, 98, 98, null, null, null, null, null, null, null], march.YearBefore);
    }

    [Fact]
    public void Of_EndedBeforeItsPeriod_IsLeftOut_AndOneThatEndedWithinTheYearIsKept()
    {
        var ended = SmallCouncil.Kpi("Old", 96);
        var dashboard = SmallCouncil.Dashboard(Council,
        [
            ended with { Indicator = ended.Indicator with { Until = Year.Before.Last } },
            ended with { Indicator = ended.Indicator with { Ref = "Later", Until = Year.First.AddDays(90) } },
        ]);

        Assert.Equal(["Later"], dashboard.Kpis.Select(kpi => kpi.Indicator.Ref));
    }

    [Fact]
    public void Counts_CouncilThatCountsTheYearToDate_CountsThat()
    {
        var calls = Monthly("Calls", new Unit("%"), Polarity.HigherIsBetter, RollUp.Ratio, 12, i => new Observation(null, new Counts(i == 0 ? 80 : 98, 100)));

        Assert.Equal(1, SmallCouncil.Dashboard(Council, [calls]).Counts.Red);
        Assert.Equal(1, SmallCouncil.Dashboard(Council with { Counted = RatingCounted.YearToDate }, [calls]).Counts.Green);
        Assert.Single(SmallCouncil.Dashboard(Council, [calls]).RatedDifferently);
    }

    private static DashboardIndicator Within(DateOnly dataTo, DateOnly asAt, IndicatorHistory history) =>
        Dashboard.Of(SmallCouncil.Register(Council, [history]), SmallCouncil.Committee, dataTo, asAt).Indicators.Single();

    /// <summary>Figures for so many months to March 2020; the function is told how many months before that.</summary>
    private static IndicatorHistory Monthly(string title, Unit unit, Polarity polarity, RollUp rollUp, int months, Func<int, Observation> figure)
    {
        var kpi = SmallCouncil.Kpi(title, null);
        var last = Period.Month(2020, 3);
        return kpi with
        {
            Indicator = kpi.Indicator with { Definition = new Definition(IndicatorKind.Kpi, unit, 0, polarity, Frequency.Month, rollUp) },
            Figures = [.. Enumerable.Range(0, months).Select(back => new Figure(last with { Ordinal = last.Ordinal - back }, figure(back)))],
        };
    }
}
