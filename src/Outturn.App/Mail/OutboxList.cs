using Microsoft.EntityFrameworkCore;
using Outturn.App.Stores;
using Outturn.Core.Mail;

namespace Outturn.App.Mail;

/// <param name="About">A text in the subject or the name somebody signs in by, or a whole address.</param>
public sealed record OutboxFilter(MailState? State = null, MailKind? Kind = null, string? About = null);

/// <summary>The outbox as people look at it, and what they decide about a message.</summary>
public static class OutboxList
{
    /// <summary>The newest first.</summary>
    public static Task<(IReadOnlyList<OutboxMessage> Shown, int Count)> ReadAsync(Store store, OutboxFilter filter, int skip, int take, CancellationToken cancel) => store.ReadAsync(async db =>
    {
        var about = filter.About?.Trim().ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // it becomes SQL
        var rows = db.Set<OutboxMessage>().Where(row => (filter.State == null || row.State == filter.State) && (filter.Kind == null || row.Kind == filter.Kind)
            && (about == null || row.Subject.ToLower().Contains(about) || row.Address.ToLower() == about || (row.Account != null && row.Account.Contains(about))));
#pragma warning restore CA1304, CA1311, CA1862
        return ((IReadOnlyList<OutboxMessage>)await rows.OrderByDescending(row => row.PutAt).ThenBy(row => row.Id).Skip(skip).Take(take).ToListAsync(cancel), await rows.CountAsync(cancel));
    }, cancel);

    /// <summary>How many are in each state.</summary>
    public static Task<IReadOnlyDictionary<MailState, int>> CountsAsync(Store store, CancellationToken cancel) => store.ReadAsync<IReadOnlyDictionary<MailState, int>>(
        async db => await db.Set<OutboxMessage>().GroupBy(row => row.State).Select(rows => new { rows.Key, Count = rows.Count() }).ToDictionaryAsync(rows => rows.Key, rows => rows.Count, cancel), cancel);

    public static Task<OutboxMessage?> FindAsync(Store store, string id, CancellationToken cancel) => store.ReadAsync(db => db.Set<OutboxMessage>().SingleOrDefaultAsync(row => row.Id == id, cancel), cancel);

    /// <summary>Sends it, or sends it again, as if it were new; the receiver can tell by its Message-ID that it is the same.</summary>
    public static Task<bool> SendAgainAsync(Store store, string id, string who, CancellationToken cancel) =>
        DecideAsync(store, id, "send mail again", who, MayBeSentAgain, (row, now) =>
            (row.State, row.Attempts, row.NextTry, row.Expires, row.Holder, row.Reason) = (MailState.Waiting, 0, now, now.AddDays(row.Kind.DaysWorthSending()), null, $"To be sent again, {who} decided."), cancel);

    public static Task<bool> CancelAsync(Store store, string id, string who, CancellationToken cancel) =>
        DecideAsync(store, id, "cancel mail", who, MayBeCancelled, (row, _) => (row.State, row.Reason) = (MailState.Cancelled, $"Cancelled by {who}."), cancel);

    /// <summary>Somebody has found out that it arrived.</summary>
    public static Task<bool> ArrivedAsync(Store store, string id, string who, CancellationToken cancel) =>
        DecideAsync(store, id, "mail arrived", who, row => row.State == MailState.Unknown, (row, _) => (row.State, row.Reason) = (MailState.Sent, $"{who} found that it had arrived."), cancel);

    public static bool MayBeSentAgain(OutboxMessage row) => row.State is MailState.Refused or MailState.Unknown or MailState.Cancelled && row.Address.Length > 0;

    public static bool MayBeCancelled(OutboxMessage row) => row.State is MailState.Waiting or MailState.Unknown;

    private static Task<bool> DecideAsync(Store store, string id, string action, string who, Func<OutboxMessage, bool> may, Action<OutboxMessage, DateTime> decide, CancellationToken cancel) =>
        store.WriteAsync(new Act(who, action, id), async writing =>
        {
            if (await writing.Db.Set<OutboxMessage>().AsTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } row || !may(row))
            {
                writing.Abandon();
                return false;
            }

            decide(row, writing.At);
            row.Changed = writing.At;
            writing.WritesEntryAlone();
            return true;
        }, cancel);

    /// <summary>A message that shows whether mail arrives.</summary>
    public static Task<string?> TestAsync(Store store, string address, string council, string who, CancellationToken cancel) =>
        store.WriteAsync(new Act(who, "send test mail", "to an address"), async writing =>
        {
            if (EmailAddress.Refusal(address) is { } refusal)
            {
                writing.Abandon();
                return refusal;
            }

            await Outbox.PutAsync(writing, MailKind.Test, new Recipient(null, address), $"test/{writing.Entry}", MailText.Test(council), "/", cancel);
            writing.WritesEntryAlone();
            return null;
        }, cancel);
}
