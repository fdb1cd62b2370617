using Outturn.Core.Indicators;
using Outturn.Core.People;
using Outturn.Core.Periods;

namespace Outturn.Core.Collection;

/// <summary>How far one figure has come.</summary>
/// <param name="Who">Who took the last step; null while it is awaited.</param>
/// <param name="Why">The reason given for that step, or null.</param>
public sealed record FigureState(CollectionState State, string? Who = null, string? Why = null)
{
    public static FigureState Awaited { get; } = new(CollectionState.Awaited);
}

/// <summary>How many figures of a round are in each state.</summary>
public sealed record StateCounts(int Awaited, int Submitted, int Returned, int Approved, int Locked)
{
    public int Total => Awaited + Submitted + Returned + Approved + Locked;

    public static StateCounts Of(IEnumerable<CollectionState> states)
    {
        var counts = new int[Enum.GetValues<CollectionState>().Length];
        foreach (var state in states)
        {
            counts[(int)state]++;
        }

        return new StateCounts(counts[0], counts[1], counts[2], counts[3], counts[4]);
    }
}

public sealed record ServiceProgress(Service Service, StateCounts Counts);

/// <summary>A figure that its service still owes: awaited or returned, of a period that has ended.</summary>
/// <param name="DaysLate">Days since its deadline; 0 on the day and before.</param>
public sealed record OutstandingFigure(DueFigure Due, FigureState State, int DaysLate)
{
    public bool IsLate => DaysLate > 0;

    public bool IsReturned => State.State == CollectionState.Returned;
}

/// <summary>What one owner still owes, the overdue first and of those the longest overdue.</summary>
/// <param name="Owner">Null for indicators that name none.</param>
public sealed record Reminder(Post? Owner, IReadOnlyList<OutstandingFigure> Figures)
{
    public IEnumerable<OutstandingFigure> Late => Figures.Where(figure => figure.IsLate);
}

/// <summary>A round on one day: what has come, what is late and who is to be reminded.</summary>
/// <param name="Services">In their order; only those that owe a figure in it.</param>
/// <param name="Reminders">One for each owner of something outstanding, by the owner's title; what nobody owns comes last.</param>
public sealed record RoundProgress(
    DueList Due, DateOnly Day, StateCounts Counts, IReadOnlyList<ServiceProgress> Services, IReadOnlyList<Reminder> Reminders)
{
    /// <summary>All that is late, by owner as in <see cref="Reminders"/>.</summary>
    public IEnumerable<OutstandingFigure> Late => Reminders.SelectMany(reminder => reminder.Late);

    /// <param name="states">What has no state here is awaited.</param>
    public static RoundProgress Of(DueList due, IReadOnlyDictionary<(string Ref, Period Period), FigureState> states, DateOnly day)
    {
        FigureState StateOf(DueFigure figure) => states.GetValueOrDefault((figure.Indicator.Ref, figure.Period), FigureState.Awaited);
        var services = due.Figures
            .GroupBy(figure => figure.Indicator.Service)
            .OrderBy(group => group.Key.Order)
            .Select(group => new ServiceProgress(group.Key, StateCounts.Of(group.Select(figure => StateOf(figure).State))));
        var reminders = due.Figures
            .Where(figure => figure.Period.Last <= day)
            .Select(figure => new OutstandingFigure(figure, StateOf(figure), Math.Max(0, day.DayNumber - figure.Deadline.DayNumber)))
            .Where(figure => figure.State.State is CollectionState.Awaited or CollectionState.Returned)
            .GroupBy(figure => figure.Due.Indicator.Owner)
            .OrderBy(group => group.Key is null)
            .ThenBy(group => group.Key?.Title, StringComparer.Ordinal)
            .Select(group => new Reminder(group.Key, [.. group.OrderByDescending(figure => figure.DaysLate)]));
        return new RoundProgress(due, day, StateCounts.Of(due.Figures.Select(figure => StateOf(figure).State)), [.. services], [.. reminders]);
    }
}
