using System.Threading.RateLimiting;

namespace Outturn.Web.Api;

/// <summary>How often a token may be used: so many times in a minute, and then it is told how long to wait.</summary>
public sealed class ApiPace : IDisposable
{
    private const int PerMinute = 60;

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(name =>
        RateLimitPartition.GetFixedWindowLimiter(name, _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) }));

    /// <summary>How long to wait; null where it may go on.</summary>
    public TimeSpan? Wait(string token)
    {
        using var lease = limiter.AttemptAcquire(token);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1);
    }

    public void Dispose() => limiter.Dispose();
}
