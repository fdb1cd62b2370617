using System.Threading.RateLimiting;

namespace Outturn.Web.Api;

/// <summary>How often a token may be used: so many times in a minute, and then it is told how long to wait.</summary>
/// <remarks>A token is 32 random bytes, which nobody guesses at any pace. So what fails is counted by the address, to slow down whoever goes on sending a token that has ended, and keeps no good token out that comes from the same address.</remarks>
public sealed class ApiPace : IDisposable
{
    private const int PerMinute = 60;
    private const int BadPerMinute = 10;

    private readonly PartitionedRateLimiter<string> good = Limiter(PerMinute);
    private readonly PartitionedRateLimiter<string> bad = Limiter(BadPerMinute);

    /// <summary>How long a token has to wait; null where it may go on.</summary>
    public TimeSpan? Wait(string token) => Wait(good, token);

    /// <summary>How long an address has to wait that sent a token which is none; null where it may try another.</summary>
    public TimeSpan? WaitAfterBad(string address) => Wait(bad, address);

    public void Dispose()
    {
        good.Dispose();
        bad.Dispose();
    }

    private static PartitionedRateLimiter<string> Limiter(int perMinute) => PartitionedRateLimiter.Create<string, string>(who =>
        RateLimitPartition.GetFixedWindowLimiter(who, _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }));

    private static TimeSpan? Wait(PartitionedRateLimiter<string> limiter, string who)
    {
        using var lease = limiter.AttemptAcquire(who);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1);
    }
}
