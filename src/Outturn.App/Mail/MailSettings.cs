using Microsoft.EntityFrameworkCore;
using Outturn.App.Stores;
using Outturn.Core.Collection;
using Outturn.Core.Mail;

namespace Outturn.App.Mail;

/// <param name="Plan">When people are reminded of what they owe.</param>
/// <param name="Contact">To whom subscribers write to be taken off; null for whoever the mail comes from.</param>
public sealed record MailSettings(ReminderPlan Plan, string? Contact)
{
    public static Task<MailSettings> ReadAsync(Store store, CancellationToken cancel) => store.ReadAsync(db => ReadAsync(db, cancel), cancel);

    internal static async Task<MailSettings> ReadAsync(CouncilDb db, CancellationToken cancel) =>
        await db.Set<MailSettingRow>().AsNoTracking().SingleOrDefaultAsync(cancel) is { } row
            ? new MailSettings(new ReminderPlan(row.DaysBefore, row.OnTheDay, row.DaysAfter, row.ThenEvery), row.Contact)
            : new MailSettings(ReminderPlan.Usual, null);

    /// <returns>Why they cannot be kept so; null where they are.</returns>
    public async Task<string?> KeepAsync(Store store, string who, string? why, CancellationToken cancel)
    {
        if ((Plan.Refusal() ?? (Contact is null ? null : EmailAddress.Refusal(Contact))) is { } refusal)
        {
            return refusal;
        }

        var said = $"{(Plan.DaysBefore is { } before ? $"{before} days before, " : "")}{(Plan.OnTheDay ? "on the day, " : "")}{(Plan.DaysAfter is { } after ? $"{after} days after{(Plan.ThenEvery is { } every ? $", then every {every} days" : "")}" : "never after")}";
        await store.WriteAsync(new Act(who, "set reminders", said, why), async writing =>
        {
            var row = await writing.Db.Set<MailSettingRow>().AsTracking().SingleOrDefaultAsync(cancel);
            if (row is null)
            {
                writing.Db.Add(row = new MailSettingRow { Id = 1 });
            }

            (row.DaysBefore, row.OnTheDay, row.DaysAfter, row.ThenEvery, row.Contact) = (Plan.DaysBefore, Plan.OnTheDay, Plan.DaysAfter, Plan.ThenEvery, Contact);
            writing.WritesEntryAlone();
            return true;
        }, cancel);
        return null;
    }
}
