using Outturn.Core.Collection;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;

namespace Outturn.Core.Tests.Collection;

/// <summary>A quarter's round of two owners on a day: A1 monthly due 10 days after the month, A2 and A3 due 14 days after the quarter.</summary>
public sealed class RoundProgressTests
{
    private static readonly Indicator Monthly = SmallRound.Indicator("A1", Frequency.Month, 10, SmallRound.Waste);
    private static readonly Indicator Quarterly = SmallRound.Indicator("A2", Frequency.Quarter, 14, SmallRound.Waste);
    private static readonly Indicator OfParks = SmallRound.Indicator("A3", Frequency.Quarter, 14, SmallRound.Parks) with { Service = new Service("Parks", 2) };

    private static readonly Dictionary<(string, Period), FigureState> States = new()
    {
        [("A1", Period.Month(2020, 4))] = new(CollectionState.Approved, "bob"),
        [("A1", Period.Month(2020, 5))] = new(CollectionState.Submitted, "ann"),
        [("A2", SmallRound.Quarter)] = new(CollectionState.Returned, "bob", "The denominator is last year's."),
    };

    [Fact]
    public void A_round_counts_its_figures_by_state_and_by_service()
    {
        var progress = On(new DateOnly(2020, 7, 12));
        Assert.Equal((new StateCounts(2, 1, 1, 1, 0), 5), (progress.Counts, progress.Counts.Total));
        Assert.Equal([("Waste", new StateCounts(1, 1, 1, 1, 0)), ("Parks", new StateCounts(1, 0, 0, 0, 0))], progress.Services.Select(of => (of.Service.Name, of.Counts)));
    }

    [Fact]
    public void A_figure_is_late_from_the_day_after_its_deadline()
    {
        Assert.Empty(On(new DateOnly(2020, 7, 10)).Late);
        Assert.Equal([("A1", 1)], Late(new DateOnly(2020, 7, 11)));
        Assert.Equal([("A3", 6), ("A1", 10), ("A2", 6)], Late(new DateOnly(2020, 7, 20)));
    }

    [Fact]
    public void What_is_submitted_waits_for_its_approver_and_is_nobodys_debt() =>
        Assert.DoesNotContain(On(new DateOnly(2020, 9, 1)).Late, late => late.Due.Period == Period.Month(2020, 5));

    [Fact]
    public void An_owner_is_reminded_of_the_overdue_first_and_of_what_came_back_with_its_reason()
    {
        var reminders = On(new DateOnly(2020, 7, 12)).Reminders;
        Assert.Equal(["Head of Parks", "Head of Waste"], reminders.Select(reminder => reminder.Owner?.Title));
        Assert.Equal("waste@council.example", reminders[1].Owner?.Email);
        Assert.Equal([("A1", 2, false, null), ("A2", 0, true, "The denominator is last year's.")],
            reminders[1].Figures.Select(figure => (figure.Due.Indicator.Ref, figure.DaysLate, figure.IsReturned, figure.State.Why)));
    }

    [Fact]
    public void Nobody_is_reminded_of_a_period_that_has_not_ended()
    {
        Assert.Empty(On(new DateOnly(2020, 6, 29)).Reminders);
        Assert.Equal(3, On(new DateOnly(2020, 6, 30)).Reminders.Sum(reminder => reminder.Figures.Count));
    }

    [Fact]
    public void What_nobody_owns_comes_last() =>
        Assert.Equal(["Head of Parks", "Head of Waste", null],
            On(new DateOnly(2020, 7, 12), SmallRound.Indicator("A0", Frequency.Quarter)).Reminders.Select(reminder => reminder.Owner?.Title));

    private static RoundProgress On(DateOnly day, params IReadOnlyList<Indicator> more) =>
        RoundProgress.Of(DueList.Of(SmallRound.Register([Monthly, Quarterly, OfParks, .. more]), SmallRound.Quarter), States, day);

    private static IEnumerable<(string, int)> Late(DateOnly day) => On(day).Late.Select(late => (late.Due.Indicator.Ref, late.DaysLate));
}
