using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Outturn.App.Stores;
using Outturn.Core.Mail;

namespace Outturn.App.Mail;

/// <summary>Those who do not sign in and are told of releases and corrections. The audit trail says that the list was changed, and holds no address.</summary>
public static class Subscribers
{
    private const int LongestName = 120;

    /// <summary>By name, those that have a text in name or address.</summary>
    public static Task<(IReadOnlyList<Subscriber> Shown, int Count)> ListAsync(Store store, string? about, int skip, int take, CancellationToken cancel) => store.ReadAsync(async db =>
    {
        var wanted = about?.Trim().ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // it becomes SQL
        var rows = db.Set<Subscriber>().Where(row => wanted == null || row.Name.ToLower().Contains(wanted) || row.Address.Contains(wanted));
#pragma warning restore CA1304, CA1311, CA1862
        return ((IReadOnlyList<Subscriber>)await rows.OrderBy(row => row.Name).ThenBy(row => row.Id).Skip(skip).Take(take).ToListAsync(cancel), await rows.CountAsync(cancel));
    }, cancel);

    /// <returns>Why nobody was added; null where they were.</returns>
    public static Task<string?> AddAsync(Store store, string address, string name, string who, CancellationToken cancel)
    {
        var (to, called) = (address.Trim().ToLowerInvariant(), name.Trim());
        var id = RandomNumberGenerator.GetHexString(12, lowercase: true);
        return store.WriteAsync(new Act(who, "add subscriber", id), async writing =>
        {
            var refusal = EmailAddress.Refusal(to)
                ?? (called.Length is 0 or > LongestName ? $"A name has 1 to {LongestName} characters: write who it is, so that others know the address by it."
                : await writing.Db.Set<Subscriber>().AnyAsync(row => row.Address == to, cancel) ? "That address is on the list already." : null);
            if (refusal is not null)
            {
                writing.Abandon();
                return refusal;
            }

            writing.Db.Add(new Subscriber { Id = id, Address = to, Name = called, AddedBy = who, Added = writing.At });
            writing.WritesEntryAlone();
            return null;
        }, cancel);
    }

    /// <summary>Takes somebody off; what waits to be sent to them is cancelled.</summary>
    /// <returns>Their name; null where they were not on it.</returns>
    public static Task<string?> RemoveAsync(Store store, string id, string who, CancellationToken cancel) =>
        store.WriteAsync(new Act(who, "remove subscriber", id), async writing =>
        {
            if (await writing.Db.Set<Subscriber>().AsTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } found)
            {
                writing.Abandon();
                return null;
            }

            writing.Db.Remove(found);
            await writing.Db.Set<OutboxMessage>().Where(row => row.Address == found.Address && row.Account == null && row.State == MailState.Waiting && (row.Kind == MailKind.Release || row.Kind == MailKind.Correction))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, MailState.Cancelled).SetProperty(row => row.Changed, writing.At).SetProperty(row => row.Reason, "Taken off the list."), cancel);
            writing.WritesEntryAlone();
            return found.Name;
        }, cancel);
}
