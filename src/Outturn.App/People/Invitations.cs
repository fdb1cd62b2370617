using Microsoft.EntityFrameworkCore;
using Outturn.App.Stores;
using Outturn.Core.People;

namespace Outturn.App.People;

/// <summary>Links by which people set their password: the first administrator's when the program first starts, and those that administrators hand on.</summary>
public sealed class Invitations(Store store)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    /// <summary>A code for the first administrator; null where somebody is one already. Every such code before it is void.</summary>
    public Task<string?> FirstAsync(CancellationToken cancel) => store.WriteAsync(new Act("outturn", "first start", "first administrator"), async writing =>
    {
        if ((await StoredPeople.ReadAsync(writing.Db, long.MaxValue, cancel)).Any(person => person.Is(Role.Administrator)))
        {
            writing.Abandon();
            return null;
        }

        return await MakeAsync(writing, "", cancel);
    }, cancel);

    /// <summary>A code for somebody to set a password by; those before it are void.</summary>
    public Task<string> InviteAsync(string account, string who, CancellationToken cancel) =>
        store.WriteAsync(new Act(who, "invite", account), writing => MakeAsync(writing, account, cancel), cancel);

    /// <summary>Whose code it is, blank for the first administrator's; null where it is no code, or was used, or has ended.</summary>
    public Task<string?> AccountOfAsync(string code, CancellationToken cancel) => store.ReadAsync(db => AccountOfAsync(db, code, cancel), cancel);

    /// <summary>Sets a password by a code, which is used up.</summary>
    /// <param name="first">Whom the first administrator says they are; null for a code that names its account.</param>
    public Task<AccountResult> AcceptAsync(string code, string password, Person? first, CancellationToken cancel) =>
        store.WriteAsync<AccountResult>(new Act(first?.Account ?? "invited", "set password", first?.Account ?? "by invitation"), async writing =>
        {
            if (await AccountOfAsync(writing.Db, code, cancel) is not { } account || (account.Length == 0) != (first is not null))
            {
                return Accounts.Refuse(writing, ["The link was used already, or has ended: ask for another."]);
            }

            if (first is not null && await StoredPeople.KeepAsync(writing, first, cancel) is PersonResult.Refused refused)
            {
                return new AccountResult.Refused([refused.Reason]);
            }

            var name = first?.Account ?? account;
            if (await Accounts.SetPasswordAsync(writing, name, password) is { Count: > 0 } reasons)
            {
                return Accounts.Refuse(writing, reasons);
            }

            await writing.Db.Set<Invitation>().Where(known => known.Account == account).ExecuteDeleteAsync(cancel);
            return new AccountResult.Done(name);
        }, cancel);

    private async Task<string?> AccountOfAsync(CouncilDb db, string code, CancellationToken cancel)
    {
        var (digest, now) = (Secrets.Digest(code), store.Now());
        return await db.Set<Invitation>().Where(known => known.Digest == digest && known.Ends > now).Select(known => known.Account).SingleOrDefaultAsync(cancel);
    }

    private static async Task<string> MakeAsync(Writing writing, string account, CancellationToken cancel)
    {
        await writing.Db.Set<Invitation>().Where(known => known.Account == account).ExecuteDeleteAsync(cancel);
        var code = Secrets.Make();
        writing.Db.Add(new Invitation { Digest = Secrets.Digest(code), Account = account, Ends = writing.At + Lasts });
        writing.WritesEntryAlone();
        return code;
    }
}
