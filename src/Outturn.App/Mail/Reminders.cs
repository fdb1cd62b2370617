using Outturn.App.Collection;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.Collection;
using Outturn.Core.Mail;

namespace Outturn.App.Mail;

/// <summary>Reminds people of the figures they owe: one message for a person and a day, whatever number of rounds and figures it is about.</summary>
public static class Reminders
{
    /// <summary>From this hour on, as people in this country count them.</summary>
    private static readonly TimeSpan Hour = TimeSpan.FromHours(7);

    /// <summary>Puts the reminders of today in; those that are in already stay as they are.</summary>
    /// <returns>How many are new.</returns>
    public static async Task<int> PutAsync(Store store, CancellationToken cancel)
    {
        var now = store.Now();
        var day = UkTime.DayOf(now);
        if (now < UkTime.EndOf(day.AddDays(-1)) + Hour || await DueAsync(store, day, cancel) is not { Count: > 0 } due)
        {
            return 0;
        }

        var put = 0;
        await store.KeepAsync(async db =>
        {
            foreach (var (to, figures) in due)
            {
                put += await Outbox.PutAsync(db, now, MailKind.Reminder, to, $"reminder/{day:yyyy-MM-dd}", MailText.Reminder(figures, day), "/collect", cancel) ? 1 : 0;
            }
        }, cancel);
        return put;
    }

    /// <summary>Who is reminded of what on a day: everything that they owe by then or soon, where the plan names the day for some of it.</summary>
    internal static Task<IReadOnlyList<(Recipient To, IReadOnlyList<OutstandingFigure> Figures)>> DueAsync(Store store, DateOnly day, CancellationToken cancel) =>
        store.ReadAsync<IReadOnlyList<(Recipient, IReadOnlyList<OutstandingFigure>)>>(async db =>
        {
            if (await StoredRegister.ReadAsync(db, long.MaxValue, day, cancel, withFigures: false) is not { } register)
            {
                return [];
            }

            var plan = (await MailSettings.ReadAsync(db, cancel)).Plan;
            var states = await Rounds.StatesAsync(db, cancel);
            var recipients = await Recipients.ReadAsync(db, register, cancel);
            var owed =
                from round in await db.KnownAsync<RoundFact>(long.MaxValue, cancel)
                orderby round.Period.Last descending
                let meeting = register.Meetings.FirstOrDefault(known => known.Committee.Name == round.Committee && known.Date == round.MeetingDay)
                from figure in RoundProgress.Of(DueList.Of(register, round.Period, meeting), states, day).Reminders.SelectMany(reminder => reminder.Figures)
                where figure.DaysLate <= ReminderPlan.LongestAfter
                select figure;
            var mine =
                from figure in owed.DistinctBy(figure => (figure.Due.Indicator.Ref, figure.Due.Period))
                from to in recipients.Owing(figure.Due.Indicator, MailKind.Reminder)
                group figure by to into figures
                where figures.Any(figure => plan.Reminds(figure.Due.Deadline, day))
                select (figures.Key, (IReadOnlyList<OutstandingFigure>)[.. figures]);
            return [.. mine];
        }, cancel);
}
