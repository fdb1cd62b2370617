using Outturn.App.Registers;
using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.People;
using Outturn.Core.Periods;
using Outturn.Web.Access;

namespace Outturn.Web.Pages;

/// <summary>One figure of a round as somebody's worklist has it.</summary>
/// <param name="IsMine">Whether they hold the post that owns it.</param>
public sealed record WorkItem(DueFigure Due, FigureState State, int DaysLate, bool IsMine)
{
    public string Ref => Due.Indicator.Ref;

    public bool IsOwed => State.State is CollectionState.Awaited or CollectionState.Returned;
}

/// <summary>What a round asks of somebody: what to enter, what to approve, what is done.</summary>
/// <param name="IsOpened">False for the month that ended last, where nobody has opened a round yet.</param>
public sealed record Worklist(Period Round, Meeting? Meeting, bool IsOpened, IReadOnlyList<WorkItem> Items)
{
    public IEnumerable<WorkItem> Owed => Items.Where(item => item.IsOwed);

    /// <param name="asked">The round; null for the last that was opened of a period that has ended.</param>
    public static Worklist Of(CouncilNow now, Person person, Period? asked)
    {
        var opened = asked is null ? now.Rounds.FirstOrDefault(round => round.Period.Last <= now.Day) ?? (now.Rounds.Count > 0 ? now.Rounds[0] : null) : now.Rounds.FirstOrDefault(round => round.Period == asked);
        var round = asked ?? opened?.Period ?? Period.EndedBy(Frequency.Month, now.Day);
        var due = DueList.Of(now.Register!, round, opened?.Meeting);
        return new Worklist(round, opened?.Meeting, opened is not null,
        [
            .. due.Figures.Where(figure => person.Sees(figure.Indicator)).Select(figure => new WorkItem(
                figure, now.StateOf(figure.Indicator.Ref, figure.Period), Math.Max(0, now.Day.DayNumber - figure.Deadline.DayNumber), person.Holds(figure.Indicator.Owner))),
        ]);
    }

    /// <summary>What somebody may enter of it, and has not sent.</summary>
    public IEnumerable<WorkItem> ToEnter(Person person) =>
        Owed.Where(item => person.May("/Collect/Enter", item.Due.Indicator.Service.Name));

    /// <summary>What is owed of every round that was opened and whose period has ended; a figure that two ask for once.</summary>
    public static IReadOnlyList<WorkItem> OfAllRounds(CouncilNow now, Person person)
    {
        var rounds = now.Rounds.Where(round => round.Period.Last <= now.Day).Select(round => round.Period).DefaultIfEmpty(Of(now, person, null).Round);
        return [.. rounds.SelectMany(round => Of(now, person, round).Owed).DistinctBy(item => (item.Ref, item.Due.Period)).OrderBy(item => item.Due.Deadline)];
    }

    /// <summary>What waits for somebody to approve, of whichever round or none, but for what they have sent themselves.</summary>
    public static IReadOnlyList<WorkItem> Submitted(CouncilNow now, Person person) =>
    [
        .. now.States.Where(state => state.Value.State == CollectionState.Submitted && !Person.IsSame(state.Value.Who, person.Account))
            .Where(state => now.Find(state.Key.Ref) is { } history && person.May("/Collect/Approve", history.Indicator.Service.Name))
            .GroupBy(state => state.Key.Period)
            .SelectMany(ofPeriod => DueList.Of(now.Register!, ofPeriod.Key).Figures.Where(due => due.Period == ofPeriod.Key && ofPeriod.Any(state => state.Key.Ref == due.Indicator.Ref)))
            .Select(due => new WorkItem(due, now.StateOf(due.Indicator.Ref, due.Period), Math.Max(0, now.Day.DayNumber - due.Deadline.DayNumber), person.Holds(due.Indicator.Owner)))
            .OrderBy(item => item.Due.Period).ThenBy(item => item.Due.Indicator.Service.Order),
    ];
}
