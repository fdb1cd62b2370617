using System.Globalization;
using Outturn.App.Collection;
using Outturn.Core.Collection;
using Outturn.Core.Periods;

namespace Outturn.Cli.Collection;

/// <summary>A round in words.</summary>
internal static class RoundText
{
    public static string Done(CollectionVerb verb) => verb switch
    {
        CollectionVerb.Approve => "approved",
        CollectionVerb.Return => "returned",
        CollectionVerb.Lock => "locked",
        CollectionVerb.Unlock => "unlocked, and returned",
        _ => "submitted",
    };

    public static void Print(RoundView round, TextWriter output)
    {
        var (due, counts) = (round.Progress.Due, round.Progress.Counts);
        output.WriteLine($"Round of {due.Round}{(round.IsOpened ? "" : " (not opened)")}" + (due.Meeting is { } meeting ? $", for {meeting.Committee.Name} on {Day(meeting.Date)}" : ""));
        if (due.Figures.FirstOrDefault(figure => figure.NeededBy is not null)?.NeededBy is { } needed)
        {
            output.WriteLine($"Needed by {Day(needed)}, five clear days before the meeting");
        }

        output.WriteLine();
        foreach (var service in round.Progress.Services)
        {
            output.WriteLine($"{service.Service.Name}: {Counted(service.Counts)}");
            foreach (var figure in due.Figures.Where(figure => figure.Indicator.Service == service.Service))
            {
                var state = round.States.GetValueOrDefault((figure.Indicator.Ref, figure.Period), FigureState.Awaited);
                output.WriteLine($"  {figure.Indicator.Ref,-8} {figure.Period,-12} {State(state.State),-9} due {Day(figure.Deadline)}"
                    + (figure.Indicator.Owner is { } owner ? $", {owner.Title}" : "") + (figure.InTime ? "" : "; not in time for the meeting")
                    + (state is { State: CollectionState.Returned, Why: { } why } ? $"; {why}" : ""));
            }
        }

        output.WriteLine();
        output.WriteLine($"{counts.Total:N0} figures: {Counted(counts)}");
        var late = round.Progress.Late.ToList();
        output.WriteLine(late.Count == 0 ? "Nothing is late." : $"{late.Count:N0} {(late.Count == 1 ? "is" : "are")} late: {string.Join("; ", late.GroupBy(figure => figure.Due.Indicator.Owner?.Title ?? "nobody named").Select(owner => $"{owner.Key} {owner.Count()}, by up to {owner.Max(figure => figure.DaysLate)} days"))}.");
    }

    public static void PrintReminders(RoundView round, TextWriter output)
    {
        foreach (var reminder in round.Progress.Reminders)
        {
            output.WriteLine((reminder.Owner?.Title ?? "No owner is named") + (reminder.Owner?.Email is { } email ? $" <{email}>" : ""));
            foreach (var figure in reminder.Figures)
            {
                var when = figure.DaysLate > 0 ? $"{figure.DaysLate} day{(figure.DaysLate == 1 ? "" : "s")} late" : $"due {Day(figure.Due.Deadline)}";
                output.WriteLine($"  {figure.Due.Indicator.Ref}, {figure.Due.Period}: {when}, {figure.Due.Indicator.Title}" + (figure.IsReturned ? $" (returned: {figure.State.Why})" : ""));
            }

            output.WriteLine();
        }

        if (round.Progress.Reminders.Count == 0)
        {
            output.WriteLine($"Nothing of {round.Progress.Due.Round} is outstanding.");
        }
    }

    private static string Counted(StateCounts counts) => string.Join(", ", new[]
    {
        (counts.Awaited, "awaited"), (counts.Submitted, "submitted"), (counts.Returned, "returned"), (counts.Approved, "approved"), (counts.Locked, "locked"),
    }.Where(count => count.Item1 > 0).Select(count => $"{count.Item1} {count.Item2}"));

    private static string State(CollectionState state) => state.ToString().ToLowerInvariant();

    private static string Day(DateOnly day) => $"{day.ToString("ddd", CultureInfo.InvariantCulture)} {day.Day} {Period.MonthText(day)}";
}
