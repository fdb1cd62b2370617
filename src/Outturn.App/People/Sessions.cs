using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Outturn.App.Stores;

namespace Outturn.App.People;

/// <summary>Sign-ins that have not ended. They end when somebody signs out, is idle, has been in for a day's work, or has them revoked.</summary>
public sealed class Sessions(Store store)
{
    public static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(60);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private const int MostBrowser = 120;

    /// <summary>For so long it is known whose a session was that has ended by itself.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(2);

    /// <summary>For so long a session that was looked up is taken at its word: another process may revoke it meanwhile.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan WritesSeen = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Known> known = new(StringComparer.Ordinal);

    /// <returns>The key for the browser to hold.</returns>
    public async Task<string> BeginAsync(string account, string browser, string address, CancellationToken cancel)
    {
        var (key, now) = (Secrets.Make(), store.Now());
        await store.KeepAsync(async db =>
        {
            var old = now - Remembered;
            await db.Set<Session>().Where(session => session.Began < old).ExecuteDeleteAsync(cancel);
            db.Add(new Session { Digest = Secrets.Digest(key), Account = account, Began = now, LastSeen = now, Browser = browser[..Math.Min(browser.Length, MostBrowser)], Address = address });
        }, cancel);
        return key;
    }

    /// <summary>Whose session it is; null where it has ended.</summary>
    public async ValueTask<string?> AccountOfAsync(string key, CancellationToken cancel)
    {
        var (digest, now) = (Secrets.Digest(key), store.Now());
        if (!known.TryGetValue(digest, out var session) || now - session.LookedUp > Fresh)
        {
            if (await store.ReadAsync(db => db.Set<Session>().SingleOrDefaultAsync(row => row.Digest == digest, cancel), cancel) is not { } row)
            {
                known.TryRemove(digest, out _);
                return null;
            }

            if (session is null)
            {
                Forget(now);
            }

            session = new Known(row.Account, row.Began, row.LastSeen > (session?.LastSeen ?? default) ? row.LastSeen : session!.LastSeen, row.LastSeen, now);
        }

        if (session.HasEnded(now))
        {
            known.TryRemove(digest, out _);
            return null;
        }

        if (now - session.WrittenSeen > WritesSeen)
        {
            await store.KeepAsync(async db => await db.Set<Session>().Where(row => row.Digest == digest).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSeen, now), cancel), cancel);
            session = session with { WrittenSeen = now };
        }

        known[digest] = session with { LastSeen = now };
        return session.Account;
    }

    /// <summary>Whose session it was, though it has ended by itself; null where it was revoked, or too long ago.</summary>
    public Task<string?> OwnerAsync(string key, CancellationToken cancel)
    {
        var digest = Secrets.Digest(key);
        return store.ReadAsync(db => db.Set<Session>().Where(row => row.Digest == digest).Select(row => row.Account).SingleOrDefaultAsync(cancel), cancel);
    }

    /// <summary>The open sessions of an account, or of everybody; the last used first.</summary>
    public Task<IReadOnlyList<Session>> ListAsync(string? account, CancellationToken cancel)
    {
        var (idle, old) = (store.Now() - LongestIdle, store.Now() - Longest);
        return store.ReadAsync<IReadOnlyList<Session>>(
            async db => await db.Set<Session>().Where(session => (account == null || session.Account == account) && session.LastSeen >= idle && session.Began >= old)
                .OrderByDescending(session => session.LastSeen).ThenBy(session => session.Digest).Take(500).ToListAsync(cancel),
            cancel);
    }

    /// <summary>Ends one's own session.</summary>
    public async Task EndAsync(string key, CancellationToken cancel)
    {
        var digest = Secrets.Digest(key);
        await store.KeepAsync(async db => await db.Set<Session>().Where(session => session.Digest == digest).ExecuteDeleteAsync(cancel), cancel);
        known.TryRemove(digest, out _);
    }

    /// <summary>Ends a session of an account by its digest, or all of them; the audit trail says who did.</summary>
    /// <param name="except">The key of a session that stays.</param>
    public Task<int> RevokeAsync(string account, string? digest, string? except, string who, CancellationToken cancel)
    {
        var stays = except is null ? null : Secrets.Digest(except);
        return store.WriteAsync(new Act(who, "revoke sessions", account), async writing =>
        {
            var ended = await writing.Db.Set<Session>().Where(session => session.Account == account && (digest == null || session.Digest == digest) && session.Digest != stays).ExecuteDeleteAsync(cancel);
            if (ended == 0)
            {
                writing.Abandon();
                return 0;
            }

            writing.WritesEntryAlone();
            foreach (var session in known.Where(pair => pair.Value.Account == account && pair.Key != stays).ToList())
            {
                known.TryRemove(session.Key, out _);
            }

            return ended;
        }, cancel);
    }

    /// <summary>Whether a digest is that of a key.</summary>
    public static bool IsOf(Session session, string key) => session.Digest == Secrets.Digest(key);

    /// <summary>How many are kept at hand.</summary>
    internal int AtHand => known.Count;

    /// <summary>Browsers do not say that they will not come again: what has ended goes when another comes.</summary>
    private void Forget(DateTime now)
    {
        foreach (var session in known.Where(pair => pair.Value.HasEnded(now)).ToList())
        {
            known.TryRemove(session);
        }
    }

    private sealed record Known(string Account, DateTime Began, DateTime LastSeen, DateTime WrittenSeen, DateTime LookedUp)
    {
        public bool HasEnded(DateTime now) => now - LastSeen > LongestIdle || now - Began > Longest;
    }
}
