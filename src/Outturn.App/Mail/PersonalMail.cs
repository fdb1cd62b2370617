using Microsoft.EntityFrameworkCore;
using Outturn.App.People;
using Outturn.App.Stores;
using Outturn.Core.Mail;

namespace Outturn.App.Mail;

/// <summary>What somebody who signs in has said of their own mail and calendar.</summary>
public sealed class PersonalMail(Store store)
{
    /// <summary>What they have chosen; the usual where they have chosen nothing.</summary>
    public Task<PersonMail> ReadAsync(string account, CancellationToken cancel) =>
        store.ReadAsync(async db => await db.Set<PersonMail>().SingleOrDefaultAsync(row => row.Account == account, cancel) ?? new PersonMail { Account = account }, cancel);

    /// <returns>Why it cannot be kept; null where it is.</returns>
    public async Task<string?> KeepAsync(PersonMail choice, CancellationToken cancel)
    {
        if (choice.Address is not null && EmailAddress.Refusal(choice.Address) is { } refusal)
        {
            return refusal;
        }

        await store.WriteAsync(new Act(choice.Account, "choose mail", choice.Account), async writing =>
        {
            await writing.Db.Set<PersonMail>().Where(row => row.Account == choice.Account).ExecuteDeleteAsync(cancel);
            writing.Db.Add(choice);
            writing.WritesEntryAlone();
            return true;
        }, cancel);
        return null;
    }

    /// <summary>When their calendar's address was made; null where they have none.</summary>
    public Task<DateTime?> CalendarMadeAsync(string account, CancellationToken cancel) =>
        store.ReadAsync(db => db.Set<CalendarAddress>().Where(row => row.Account == account).Select(row => (DateTime?)row.Made).SingleOrDefaultAsync(cancel), cancel);

    /// <summary>Makes the secret of their calendar's address; the one before leads nowhere from then on.</summary>
    public Task<string> MakeCalendarAsync(string account, CancellationToken cancel)
    {
        var code = Secrets.Make();
        return store.WriteAsync(new Act(account, "make calendar address", account), async writing =>
        {
            await writing.Db.Set<CalendarAddress>().Where(row => row.Account == account).ExecuteDeleteAsync(cancel);
            writing.Db.Add(new CalendarAddress { Account = account, Digest = Secrets.Digest(code), Made = writing.At });
            writing.WritesEntryAlone();
            return code;
        }, cancel);
    }

    /// <returns>Whether there was one.</returns>
    public Task<bool> RevokeCalendarAsync(string account, CancellationToken cancel) =>
        store.WriteAsync(new Act(account, "revoke calendar address", account), async writing =>
        {
            if (await writing.Db.Set<CalendarAddress>().Where(row => row.Account == account).ExecuteDeleteAsync(cancel) == 0)
            {
                writing.Abandon();
                return false;
            }

            writing.WritesEntryAlone();
            return true;
        }, cancel);

    /// <summary>Whose calendar a secret is; null where it is none, or was revoked.</summary>
    public Task<string?> CalendarOfAsync(string code, CancellationToken cancel)
    {
        var digest = Secrets.Digest(code);
        return store.ReadAsync(db => db.Set<CalendarAddress>().Where(row => row.Digest == digest).Select(row => row.Account).SingleOrDefaultAsync(cancel), cancel);
    }
}
