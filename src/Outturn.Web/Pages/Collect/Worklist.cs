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

    public IEnumerable<WorkItem> ToApprove => Items.Where(item => item.State.State == CollectionState.Submitted);

    /// <param name="asked">The round; null for the last that was opened.</param>
    public static Worklist Of(CouncilNow now, Person person, Period? asked)
    {
        var opened = now.Rounds.FirstOrDefault(round => asked is null || round.Period == asked);
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

    /// <summary>What somebody may approve of it, but for what they have sent themselves.</summary>
    public IEnumerable<WorkItem> ToApproveBy(Person person) =>
        ToApprove.Where(item => person.May("/Collect/Approve", item.Due.Indicator.Service.Name) && !CollectionStep.IsSame(item.State.Who ?? "", person.Account));
}
