using System.Collections.Concurrent;

namespace Outturn.Web.Access;

/// <summary>Slows sign-in down under guessing: after three failures each try has to wait twice as long as the one before, up to a quarter of an hour.</summary>
/// <remarks>Counted by the name that is tried and, more leniently, by the address that tries: a colleague at the same desk is not shut out by one.</remarks>
public sealed class Guessing(TimeProvider clock)
{
    private const int FreeTries = 3;
    private const int FreeTriesOfAddress = 30;
    private const int MostKept = 100_000;

    /// <summary>A code is right for two minutes and a half.</summary>
    private const int CodeSeconds = 180;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, Tries> tries = new(StringComparer.Ordinal);

    /// <summary>Why a try may not be made now: a sentence that says how long to wait; null where it may.</summary>
    public string? Refusal(string account, string address) => Wait(account, address) is var wait && wait > TimeSpan.Zero ? $"There were several tries that failed. Wait {Words(wait)} before the next." : null;

    private static string Words(TimeSpan wait) => wait.TotalSeconds < 90 ? $"{Math.Ceiling(wait.TotalSeconds)} second{(Math.Ceiling(wait.TotalSeconds) == 1 ? "" : "s")}" : $"{Math.Ceiling(wait.TotalMinutes)} minutes";

    private TimeSpan Wait(string account, string address)
    {
        var now = clock.GetUtcNow();
        return new[] { OfAccount(account), OfAddress(address) }.Select(key => tries.TryGetValue(key, out var known) && known.Until > now ? known.Until - now : TimeSpan.Zero).Max();
    }

    public void Failed(string account, string address)
    {
        if (tries.Count > MostKept)
        {
            foreach (var old in tries.Where(pair => pair.Value.Until < clock.GetUtcNow() - Longest).ToList())
            {
                tries.TryRemove(old);
            }
        }

        Count(OfAccount(account), FreeTries);
        Count(OfAddress(address), FreeTriesOfAddress);
    }

    public void Succeeded(string account) => tries.TryRemove(OfAccount(account), out _);

    /// <summary>Takes a code that has been right once: it is not taken again while it would still be right.</summary>
    public bool TryUse(string account, string code) =>
        tries.TryAdd($"code {account} {code} {clock.GetUtcNow().ToUnixTimeSeconds() / CodeSeconds}", new Tries(1, clock.GetUtcNow()))
        && !tries.ContainsKey($"code {account} {code} {clock.GetUtcNow().ToUnixTimeSeconds() / CodeSeconds - 1}");

    private void Count(string key, int free) => tries.AddOrUpdate(key, _ => new Tries(1, clock.GetUtcNow()), (_, known) =>
    {
        var count = known.Until < clock.GetUtcNow() - Longest ? 1 : known.Count + 1;
        var wait = count < free ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Math.Pow(2, count - free)));
        return new Tries(count, clock.GetUtcNow() + wait);
    });

    private static string OfAccount(string account) => $"account {account.ToLowerInvariant()}";

    private static string OfAddress(string address) => $"address {address}";

    private sealed record Tries(int Count, DateTimeOffset Until);
}
