using FsCheck.Fluent;
using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Tests.Papers;
using Outturn.Core.Tests.Periods;

namespace Outturn.Core.Tests.Collection;

/// <summary>What a round asks for, and by when: the committee of Wednesday 29 July 2020, whose papers go out by Tuesday 21 July.</summary>
public sealed class DueListTests
{
    private static readonly DateOnly NeededBy = new(2020, 7, 21);

    [Theory]
    [InlineData(Frequency.Month, "Apr 2020, May 2020, Jun 2020")]
    [InlineData(Frequency.Quarter, "Q1 2020/21")]
    [InlineData(Frequency.HalfYear, "")]
    [InlineData(Frequency.Year, "")]
    [InlineData(Frequency.Academic, "")]
    [InlineData(Frequency.Calendar, "")]
    [InlineData(Frequency.TwelveMonths, "12 months to Apr 2020, 12 months to May 2020, 12 months to Jun 2020")]
    public void A_quarters_round_takes_what_ends_in_it(Frequency frequency, string periods) =>
        Assert.Equal(periods, string.Join(", ", DueList.Of(SmallRound.Register(SmallRound.Indicator("A1", frequency)), SmallRound.Quarter).Figures.Select(figure => figure.Period)));

    [Theory]
    [InlineData(Frequency.HalfYear, "2020-09-30")]
    [InlineData(Frequency.Year, "2020-03-31")]
    [InlineData(Frequency.Academic, "2020-08-31")]
    [InlineData(Frequency.Calendar, "2020-12-31")]
    public void An_annual_figure_is_asked_for_in_the_round_in_which_its_year_ends(Frequency frequency, string last)
    {
        var round = Period.Holding(Frequency.Quarter, DateOnly.Parse(last));
        Assert.Equal(DateOnly.Parse(last), Assert.Single(DueList.Of(SmallRound.Register(SmallRound.Indicator("A1", frequency)), round).Figures).Period.Last);
    }

    [Theory]
    [InlineData(14, "2020-07-14", true, "the lag ends before the paper goes out")]
    [InlineData(21, "2020-07-21", true, "on the day it goes out")]
    [InlineData(22, "2020-07-21", false, "a day later: not in time for the meeting")]
    [InlineData(0, "2020-07-21", true, "no lag: whenever the paper needs it")]
    public void A_figure_is_to_be_there_by_its_lag_or_by_the_meetings_paper_whichever_is_earlier(int lagDays, string deadline, bool inTime, string because)
    {
        Assert.NotEmpty(because);
        var due = DueList.Of(SmallRound.Register(SmallRound.Indicator("A1", Frequency.Quarter, lagDays)), SmallRound.Quarter, SmallRound.Meeting);
        var figure = Assert.Single(due.Figures);
        Assert.Equal((new DateOnly(2020, 6, 30).AddDays(lagDays), NeededBy, DateOnly.Parse(deadline), inTime), (figure.DueOn, figure.NeededBy, figure.Deadline, figure.InTime));
        Assert.Equal(inTime ? 0 : 1, due.NotInTime.Count());
    }

    [Fact]
    public void Without_a_meeting_a_figure_is_due_by_its_lag()
    {
        var figures = DueList.Of(SmallRound.Register(SmallRound.Indicator("A1", Frequency.Quarter, 14), SmallRound.Indicator("A2", Frequency.Quarter)), SmallRound.Quarter).Figures;
        Assert.Equal([("A2", new DateOnly(2020, 6, 30)), ("A1", new DateOnly(2020, 7, 14))], figures.Select(figure => (figure.Indicator.Ref, figure.Deadline)));
        Assert.All(figures, figure => Assert.True(figure is { NeededBy: null, InTime: true }));
    }

    [Fact]
    public void A_meeting_whose_clear_days_cannot_be_counted_says_so_and_leaves_the_lag()
    {
        var due = DueList.Of(SmallRound.Register(SmallRound.Indicator("A1", Frequency.Quarter, 14)), SmallRound.Quarter, SmallRound.Meeting with { Date = new DateOnly(2031, 7, 30) });
        Assert.Null(Assert.Single(due.Figures).NeededBy);
        Assert.StartsWith("5 clear days before 2031-07-30 cannot be counted", due.NeededByRefusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_meeting_needs_what_its_own_committee_reads()
    {
        var other = new Committee("Adults Committee", "Adults", []);
        var indicator = SmallRound.Indicator("A1", Frequency.Quarter, 60) with { Committees = [other] };
        var carried = indicator with { Reports = [new Report("Waste report", ReportKind.Quarterly, SmallCouncil.Committee, 1)] };

        Assert.Null(Assert.Single(DueList.Of(SmallRound.Register(indicator), SmallRound.Quarter, SmallRound.Meeting).Figures).NeededBy);
        Assert.Equal(NeededBy, Assert.Single(DueList.Of(SmallRound.Register(carried), SmallRound.Quarter, SmallRound.Meeting).Figures).NeededBy);
    }

    [Fact]
    public void What_is_not_counted_in_a_period_or_is_worked_out_is_not_asked_for()
    {
        var monthly = SmallRound.Indicator("A1", Frequency.Month);
        var from = new Formula.Input("A2");
        Assert.Equal(["May 2020", "Jun 2020"], Periods(monthly with { Since = new DateOnly(2020, 5, 20) }));
        Assert.Equal(["Apr 2020"], Periods(monthly with { Until = new DateOnly(2020, 4, 1) }));
        Assert.Empty(Periods(monthly with { Formula = from }));
    }

    [Fact]
    public void Figures_are_in_the_order_of_deadline_owner_service_ref_and_period()
    {
        var first = SmallRound.Indicator("Z9", Frequency.Month, 10, SmallRound.Parks);
        Assert.Equal(
            ["Z9 Apr 2020", "A3 Jun 2020", "Z9 Jun 2020", "A1 Jun 2020", "A2 Jun 2020"],
            DueList.Of(SmallRound.Register(
                    first with { Until = new DateOnly(2020, 4, 30) },
                    first with { Since = new DateOnly(2020, 6, 1) },
                    SmallRound.Indicator("A2", Frequency.Month, 10, SmallRound.Waste) with { Since = new DateOnly(2020, 6, 1) },
                    SmallRound.Indicator("A1", Frequency.Month, 10, SmallRound.Waste) with { Since = new DateOnly(2020, 6, 1) },
                    SmallRound.Indicator("A3", Frequency.Month, 10, SmallRound.Parks) with { Since = new DateOnly(2020, 6, 1) }), SmallRound.Quarter)
                .Figures.Select(figure => $"{figure.Indicator.Ref} {figure.Period}"));
    }

    [Fact]
    public void Each_period_is_due_in_exactly_one_months_and_one_quarters_round() => Given.ForAll(AnyPeriod.Generated, period =>
        new[] { Frequency.Month, Frequency.Quarter }.All(kind =>
        {
            var register = SmallRound.Register(SmallRound.Indicator("A1", period.Frequency));
            var near = Period.Holding(kind, period.Last);
            var rounds = Enumerable.Range(-15, 31).Select(i => near with { Ordinal = near.Ordinal + i });
            return rounds.Sum(round => DueList.Of(register, round).Figures.Count(figure => figure.Period == period)) == 1;
        }));

    private static IEnumerable<string> Periods(Indicator indicator) =>
        DueList.Of(SmallRound.Register(indicator), SmallRound.Quarter).Figures.Select(figure => figure.Period.ToString());
}
