using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Papers;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Release;
using Outturn.Core.Review;
using Outturn.Core.Targets;
using Outturn.Core.Tests.Papers;

namespace Outturn.Core.Tests.Dashboards;

/// <summary>The report across committees on a quarter: history, counts, and what changed since the quarter before.</summary>
public sealed class QuarterlyReportTests
{
    private static readonly Council Council = new("Test Council", "TEST");
    private static readonly Report Report = new("Quarterly Report", ReportKind.Quarterly, null, 1);

    /// <summary>Q4 2019/20.</summary>
    private static readonly Period Last = Period.EndedBy(Frequency.Quarter, new DateOnly(2020, 3, 31));

    private static readonly Levels Usual = new(new DateOnly(2015, 4, 1), new DateOnly(2022, 3, 31), new Target(95, 90, Polarity.HigherIsBetter), null);

    [Fact]
    public void A_KPI_has_a_rating_for_each_of_six_quarters_and_none_for_those_before_it_began()
    {
        var quarterly = Of(Kpi("Old", 80, 80, 92, 96, 80, 80, 80, 80), Since(Kpi("Young", 96, 92), Last.Before));

        Assert.Equal(["Q3 2018/19", "Q4 2018/19", "Q1 2019/20", "Q2 2019/20", "Q3 2019/20", "Q4 2019/20"], quarterly.Quarters.Select(quarter => quarter.ToString()));
        Assert.Equal(["Amber", "Green", "Red", "Red", "Red", "Red"], Words(quarterly, "Old"));
        Assert.Equal([null, null, null, null, "Green", "Amber"], Words(quarterly, "Young"));
        Assert.Equal([1, 1, 1, 1, 2, 2], quarterly.Counts.Select(counts => counts.Total));
    }

    [Fact]
    public void Quarters_of_which_nothing_is_known_are_not_shown()
    {
        var quarterly = Of(Kpi("Call", 96, 92, 80));

        Assert.Equal(["Q2 2019/20", "Q3 2019/20", "Q4 2019/20"], quarterly.Quarters.Select(quarter => quarter.ToString()));
        Assert.Null(Of(Kpi("Call", 96)).Changes);
    }

    [Theory]
    [InlineData(new[] { 80.0, 80, 96, 80, 80, 80 }, 3, false)]
    [InlineData(new[] { 80.0, 80, 80, 80, 80, 80 }, 6, true)]
    [InlineData(new[] { 80.0, 80, 80, 80, 80, 92 }, 0, false)]
    public void A_Red_is_counted_back_to_the_last_quarter_that_was_not(double[] values, int running, bool isThroughout)
    {
        var history = Of(Kpi("Call", [.. values.Select(value => (decimal?)value)])).Histories.Single();

        Assert.Equal((running, isThroughout), (history.RedRunning, history.IsRedThroughout));
    }

    [Fact]
    public void Direction_of_travel_is_by_trend_whatever_the_council_has_chosen_for_its_dashboards()
    {
        var dashboard = Of(Kpi("Call", 80, 82, 84, 86, 88, 90)).Dashboard;

        Assert.Equal(DirectionMethod.Trend, dashboard.Council.Direction);
        Assert.Equal(Direction.Improving, dashboard.Kpis.Single().Rated.DirectionBy(dashboard.Council.Direction));
    }

    [Fact]
    public void What_is_new_and_what_has_gone_is_told_and_the_counts_are_given_like_for_like()
    {
        var quarterly = Of(Kpi("Stays", 96, 80), Until(Kpi("Goes", 96, null), Last.Before), Since(Kpi("Comes", [80]), Last));
        var changes = quarterly.Changes!;

        Assert.Equal(["Comes"], changes.New.Select(row => row.Indicator.Ref));
        Assert.Equal(["Goes"], changes.Gone.Select(row => row.Indicator.Ref));
        Assert.Equal((new RagCounts(2, 0, 0, 0), new RagCounts(0, 0, 2, 0)), (changes.Counts!.Before, changes.Counts.Now));
        Assert.Equal((new RagCounts(1, 0, 0, 0), new RagCounts(0, 0, 1, 0), 1), (changes.Counts.LikeBefore, changes.Counts.LikeNow, changes.Counts.Shared));
        Assert.Equal(["Stays"], changes.Counts.Moved.Select(moved => moved.Kpi.Indicator.Ref));
        Assert.False(changes.SetIsSame);
    }

    [Fact]
    public void A_target_raised_for_the_quarter_is_told_and_a_seasons_own_target_is_no_change()
    {
        Levels Quarter(Period period, decimal target) => new(period.First, period.Last, new Target(target, 60, Polarity.HigherIsBetter), null);
        var raised = Kpi("Raised", 96, 96) with { Targets = new TargetHistory([Usual with { To = Last.Before.Last }, Quarter(Last, 97)]) };
        var seasonal = Kpi("Seasonal", 96, 96) with { Targets = new TargetHistory([.. Enumerable.Range(0, 8).Select(back => Last with { Ordinal = Last.Ordinal - back }).Select(period => Quarter(period, period.First.Month == 1 ? 70 : 90))]) };

        var levels = Assert.Single(Of(raised, seasonal).Changes!.Levels);

        Assert.Equal(("Raised", 95m, 97m), (levels.Indicator.Indicator.Ref, levels.Was?.Target?.Level, levels.Now?.Target?.Level));
        Assert.Equal("target from 95% to 97%; floor standard from 90% to 60%", ChangeSentences.LevelsOf(levels));
    }

    [Fact]
    public void A_changed_definition_and_what_a_committee_was_told_of_are_told_from_the_last_report_on()
    {
        var redefined = Kpi("Redefined", 96, 96);
        redefined = redefined with { Indicator = redefined.Indicator with { Breaks = [Last.First] } };
        LaterChange Told(int number, DateOnly day) => new(Last.FinancialYear, "Redefined", number, "Target down", "The contract changed", "Environment", day);
        var register = Register(redefined) with { LaterChanges = [Told(1, Last.Before.First), Told(2, Last.First.AddDays(20))] };

        var changes = Of(register).Changes!;

        Assert.Equal(["Redefined"], changes.Redefined.Select(row => row.Indicator.Ref));
        Assert.Equal([2], changes.Later.Select(change => change.Number));
    }

    [Fact]
    public void A_figure_marked_as_revised_is_named_where_what_was_known_then_is_not_kept()
    {
        var kpi = Kpi("Call", 96, 96);
        kpi = kpi with { Figures = [kpi.Figures[0] with { Observation = new Observation(96, null, Marker.Revised) }, kpi.Figures[1]] };

        var revised = Assert.Single(Of(kpi).Changes!.Revised);

        Assert.Equal((Last.Before, null), (revised.Indicator.Period, revised.Then));
    }

    [Fact]
    public void A_figure_that_was_another_then_is_told_with_both_and_the_comparison_uses_the_one_of_today()
    {
        var (now, then) = (Register(Kpi("Call", 96, 96), Kpi("Late", 80, 80)), Register(Kpi("Call", 92, null), Kpi("Late", null, null)));
        var changes = Of(now, then).Changes!;

        Assert.Equal([("Call", 92m, 96m), ("Late", (decimal?)null, 80m)], changes.Revised.Select(revised => (revised.Indicator.Indicator.Ref, revised.Then!.Value, revised.Now.Value!.Value)));
        Assert.Empty(changes.Counts!.Moved);
        Assert.Equal(
            ["Call (Call), Q3 2019/20: 92%, Amber then, 96%, Green now.", "Late (Late), Q3 2019/20: no figure then, 80%, Red now."],
            ChangeSentences.Revised(changes)!.Points);
    }

    /// <summary>Four cases in the quarter before, fewer than ten: a rating that only four or five would have tells too much, and so does the figure that was corrected.</summary>
    [Fact]
    public void What_may_not_be_published_stands_neither_in_the_history_nor_among_the_revisions()
    {
        IndicatorHistory Cases(decimal before)
        {
            var kpi = Kpi("Cases", before, 40);
            return kpi with
            {
                Indicator = kpi.Indicator with { SuppressBelow = 10, Definition = new Definition(IndicatorKind.Kpi, new Unit(Unit.Number), 0, Polarity.LowerIsBetter, Frequency.Quarter, RollUp.Latest) },
                Targets = new TargetHistory([Usual with { Target = new Target(3, 5, Polarity.LowerIsBetter) }]),
            };
        }

        var (now, then) = (Register(Cases(4)), Register(Cases(12)));
        var published = Suppression.Of(Dashboard.OfReport(now, Report, Last.Last, Last.Last.AddDays(80)), now);
        var quarterly = QuarterlyReport.Of(now, published, then);

        Assert.Equal(["Not rated: Suppressed", "Red"], Words(quarterly, "Cases"));
        Assert.Empty(quarterly.Changes!.Revised);
        Assert.Equal([1, 0], quarterly.Counts.Select(counts => counts.NotRated));

        // The planted fault: the dashboard as it is known would give the figure's colour away.
        Assert.Equal("Amber", Words(QuarterlyReport.Of(now, Dashboard.OfReport(now, Report, Last.Last, Last.Last.AddDays(80))), "Cases").First());
    }

    [Fact]
    public void A_dashboard_that_is_no_quarterly_report_or_ends_within_a_quarter_is_refused()
    {
        var register = Register(Kpi("Call", 96, 96));
        var whole = Dashboard.Of(register, null, Last.Last, Last.Last);
        var within = Dashboard.OfReport(register, Report, Last.Last.AddDays(-31), Last.Last);

        Assert.Throws<ArgumentException>(() => QuarterlyReport.Of(register, whole));
        Assert.Throws<ArgumentException>(() => QuarterlyReport.Of(register, within));
    }

    private static IEnumerable<string?> Words(QuarterlyReport quarterly, string reference) =>
        quarterly.Histories.Single(history => history.Kpi.Indicator.Ref == reference).Ratings.Select(rating => rating?.ToString());

    private static QuarterlyReport Of(params IReadOnlyList<IndicatorHistory> indicators) => Of(Register(indicators));

    internal static QuarterlyReport Of(Register register, Register? known = null) =>
        QuarterlyReport.Of(register, Dashboard.OfReport(register, Report, Last.Last, Last.Last.AddDays(80)), known);

    internal static Register Register(params IReadOnlyList<IndicatorHistory> indicators) => SmallCouncil.Register(Council, indicators) with { Reports = [Report] };

    /// <summary>A KPI of the report with a value for each of the last quarters, the reported one last.</summary>
    internal static IndicatorHistory Kpi(string title, params decimal?[] values)
    {
        var kpi = SmallCouncil.Kpi(title, null);
        return kpi with
        {
            Indicator = kpi.Indicator with { Reports = [Report], Definition = new Definition(IndicatorKind.Kpi, new Unit("%"), 0, Polarity.HigherIsBetter, Frequency.Quarter, RollUp.Latest) },
            Targets = new TargetHistory([Usual]),
            Figures = [.. values.Select((value, i) => (Value: value, Period: Last with { Ordinal = Last.Ordinal - values.Length + 1 + i })).Where(pair => pair.Value is not null).Select(pair => new Figure(pair.Period, new Observation(pair.Value)))],
        };
    }

    private static IndicatorHistory Since(IndicatorHistory history, Period first) => history with { Indicator = history.Indicator with { Since = first.First } };

    private static IndicatorHistory Until(IndicatorHistory history, Period last) => history with { Indicator = history.Indicator with { Until = last.Last } };
}
