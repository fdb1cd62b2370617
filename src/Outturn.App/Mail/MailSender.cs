using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Outturn.App.Stores;

namespace Outturn.App.Mail;

/// <summary>What one pass over the outbox came to.</summary>
/// <param name="Trouble">Why the mail server could not be used, in words without addresses and passwords; null where it could.</param>
public sealed record MailPass(int Sent, int PutOff, int Refused, int Unknown, string? Trouble)
{
    public static MailPass Nothing { get; } = new(0, 0, 0, 0, null);
}

/// <summary>Sends what waits in the outbox, each message to the mail server once.</summary>
/// <remarks>
/// SMTP cannot say afterwards whether a server took a message whose answer was lost. So what has left is noted before any of it does: a
/// message is handed over at most once by itself, and one whose answer nobody heard waits for a person to decide. Before that note
/// nothing has left, and it is simply tried again. One process sends at a time; one that stalls and wakes later finds that its messages
/// are no longer its own, because every note says whose they must be.
/// </remarks>
public sealed class MailSender(Store store, MailServer server)
{
    /// <summary>For so long a sender that says nothing keeps its place.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    private const int MostAtOnce = 20;
    private const int LongestBackOffMinutes = 120;

    /// <summary>After so many days what is done with keeps neither address nor words.</summary>
    private const int KeptDays = 180;

    private readonly string holder = RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <summary>Sends all that is due now; nothing where another process is the sender.</summary>
    public async Task<MailPass> PassAsync(CancellationToken cancel)
    {
        var total = MailPass.Nothing;
        while (!cancel.IsCancellationRequested && await HasWorkAsync(cancel) && await ClaimAsync(cancel) is { Count: > 0 } claimed)
        {
            var pass = await SendAsync(claimed, cancel);
            total = new MailPass(total.Sent + pass.Sent, total.PutOff + pass.PutOff, total.Refused + pass.Refused, total.Unknown + pass.Unknown, pass.Trouble);
            if (pass.Trouble is not null)
            {
                break;
            }
        }

        return total;
    }

    /// <summary>Gives its place up, for another process to send at once.</summary>
    public Task EndAsync(CancellationToken cancel) => store.KeepAsync(async db =>
    {
        var now = store.Now();
        await db.Set<OutboxMessage>().Where(row => row.Holder == holder && row.State == MailState.Sending).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, MailState.Waiting).SetProperty(row => row.Holder, (string?)null), cancel);
        await db.Set<MailSenderRow>().Where(row => row.Holder == holder).ExecuteUpdateAsync(set => set.SetProperty(row => row.Until, now), cancel);
    }, cancel);

    /// <summary>Takes addresses and words out of what was done with long ago; that it was sent stays known.</summary>
    public async Task<int> ForgetAsync(CancellationToken cancel)
    {
        var (old, rows) = (store.Now().AddDays(-KeptDays), 0);
        if (await store.ReadAsync(db => Done(db, old).AnyAsync(cancel), cancel))
        {
            await store.KeepAsync(async db => rows = await Done(db, old).ExecuteUpdateAsync(set => set.SetProperty(row => row.Address, "").SetProperty(row => row.Subject, "").SetProperty(row => row.Body, "").SetProperty(row => row.Reason, (string?)null), cancel), cancel);
        }

        return rows;
    }

    private static IQueryable<OutboxMessage> Done(CouncilDb db, DateTime old) =>
        db.Set<OutboxMessage>().Where(row => row.Changed < old && row.Address != "" && (row.State == MailState.Sent || row.State == MailState.Refused || row.State == MailState.Cancelled));

    /// <summary>Asked before anything is written: most of the time there is nothing.</summary>
    private Task<bool> HasWorkAsync(CancellationToken cancel)
    {
        var now = store.Now();
        return store.ReadAsync(db => db.Set<OutboxMessage>().AnyAsync(row => (row.State == MailState.Waiting && (row.NextTry <= now || row.Expires <= now)) || ((row.State == MailState.Sending || row.State == MailState.HandedOver) && row.Holder != holder), cancel), cancel);
    }

    /// <summary>Takes or keeps the sender's place, settles what a sender before has left, and takes up what is due; nothing where another has the place.</summary>
    internal async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(CancellationToken cancel)
    {
        IReadOnlyList<OutboxMessage> claimed = [];
        await store.KeepAsync(async db =>
        {
            var now = store.Now();
            var sender = await db.Set<MailSenderRow>().AsTracking().SingleOrDefaultAsync(cancel);
            if (sender is null)
            {
                db.Add(sender = new MailSenderRow { Id = 1, Holder = holder });
            }
            else if (sender.Holder != holder && sender.Until > now)
            {
                return;
            }

            (sender.Holder, sender.Until) = (holder, now + Lease);
            var messages = db.Set<OutboxMessage>();
            await messages.Where(row => row.State == MailState.Sending && row.Holder != holder)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, MailState.Waiting).SetProperty(row => row.Holder, (string?)null).SetProperty(row => row.Changed, now), cancel);
            await messages.Where(row => row.State == MailState.HandedOver && row.Holder != holder)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, MailState.Unknown).SetProperty(row => row.Changed, now).SetProperty(row => row.Reason, "The program stopped before the mail server's answer was noted."), cancel);
            await messages.Where(row => row.State == MailState.Waiting && row.Expires <= now)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, MailState.Refused).SetProperty(row => row.Changed, now).SetProperty(row => row.Reason, row => "Not sent in time. " + (row.Reason ?? "")), cancel);
            var due = await messages.AsTracking().Where(row => row.State == MailState.Waiting && row.NextTry <= now).OrderBy(row => row.NextTry).ThenBy(row => row.PutAt).ThenBy(row => row.Id).Take(MostAtOnce).ToListAsync(cancel);
            foreach (var message in due)
            {
                (message.State, message.Holder, message.Changed) = (MailState.Sending, holder, now);
            }

            claimed = due;
        }, cancel);
        return claimed;
    }

    private async Task<MailPass> SendAsync(IReadOnlyList<OutboxMessage> claimed, CancellationToken cancel)
    {
        var (sent, putOff, refused, unknown) = (0, 0, 0, 0);
        SmtpPost? post = null;
        try
        {
            for (var i = 0; i < claimed.Count; i++)
            {
                if (cancel.IsCancellationRequested)
                {
                    return new MailPass(sent, putOff, refused, unknown, null);
                }

                if (post is not { IsOpen: true })
                {
                    post?.Dispose();
                    post = new SmtpPost(server);
                    if (await post.ConnectAsync(cancel) is { } trouble)
                    {
                        foreach (var message in claimed.Skip(i))
                        {
                            await NoteAsync(message, new PostResult.Later(trouble));
                        }

                        return new MailPass(sent, putOff + claimed.Count - i, refused, unknown, trouble);
                    }
                }

                var result = await post.SendAsync(claimed[i], () => HandOver(claimed[i]));
                await NoteAsync(claimed[i], result);
                (sent, putOff, refused, unknown) = result switch
                {
                    PostResult.Taken => (sent + 1, putOff, refused, unknown),
                    PostResult.Later => (sent, putOff + 1, refused, unknown),
                    PostResult.Refused => (sent, putOff, refused + 1, unknown),
                    PostResult.Unheard => (sent, putOff, refused, unknown + 1),
                    _ => (sent, putOff, refused, unknown),
                };
                if (result is PostResult.NotOurs)
                {
                    post.Dispose();
                    post = null;
                }
            }

            if (post is { IsOpen: true })
            {
                await post.CloseAsync();
            }

            return new MailPass(sent, putOff, refused, unknown, null);
        }
        finally
        {
            post?.Dispose();
        }
    }

    /// <summary>Notes, safely on the disk, that the message is about to leave; false where it is no longer this sender's.</summary>
    internal bool HandOver(OutboxMessage message)
    {
        var rows = 0;
        store.KeepAsync(async db =>
        {
            var now = store.Now();
            rows = await db.Set<OutboxMessage>().Where(row => row.Id == message.Id && row.Holder == holder && row.State == MailState.Sending)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, MailState.HandedOver).SetProperty(row => row.Changed, now));
            await db.Set<MailSenderRow>().Where(row => row.Holder == holder).ExecuteUpdateAsync(set => set.SetProperty(row => row.Until, now + Lease));
        }, CancellationToken.None).GetAwaiter().GetResult();
        return rows == 1;
    }

    /// <summary>A sender that was taken for dead may still say what came of what it had handed over.</summary>
    private Task NoteAsync(OutboxMessage message, PostResult result) => result is PostResult.NotOurs ? Task.CompletedTask : store.KeepAsync(async db =>
    {
        var now = store.Now();
        var tries = result is PostResult.Later ? message.Attempts + 1 : message.Attempts;
        var next = now.AddMinutes(Math.Min(Math.Pow(2, tries - 1), LongestBackOffMinutes));
        var (state, reason) = result switch
        {
            PostResult.Taken => (MailState.Sent, null),
            PostResult.Refused refused => (MailState.Refused, refused.Reason),
            PostResult.Later later => (MailState.Waiting, later.Reason),
            PostResult.Unheard unheard => (MailState.Unknown, unheard.Reason),
            _ => throw new InvalidOperationException("A message is taken, refused, put off or unheard of."),
        };
        await db.Set<OutboxMessage>().Where(row => row.Id == message.Id && row.Holder == holder && (row.State == MailState.Sending || row.State == MailState.HandedOver || row.State == MailState.Unknown))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state).SetProperty(row => row.Reason, reason).SetProperty(row => row.Attempts, tries).SetProperty(row => row.NextTry, next).SetProperty(row => row.Changed, now));
    }, CancellationToken.None);
}
