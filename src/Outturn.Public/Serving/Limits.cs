using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Outturn.Public.Serving;

/// <summary>How much one address may ask: pages that are made once are free, questions to the API and searches are counted.</summary>
internal static class Limits
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void Add(IServiceCollection services, PublicOptions options) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => options.PerMinute == 0 || !IsCounted(http.Request)
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetFixedWindowLimiter(Who(http.Connection.RemoteIpAddress), _ => new FixedWindowRateLimiterOptions { PermitLimit = options.PerMinute, Window = Window }));
        limiter.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
            var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
            rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            await PlainPage.WriteAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "Too many requests",
                $"Your address has asked {options.PerMinute} times within a minute, which is as often as one may. Ask again in {seconds} second{(seconds == 1 ? "" : "s")}; all figures at once can be had from the page \"Data\".");
        };
    });

    private static bool IsCounted(HttpRequest request) => request.QueryString.HasValue || (request.Path.StartsWithSegments("/api") && !HttpMethods.IsOptions(request.Method));

    /// <summary>An address; of IPv6 the network that one household is given.</summary>
    private static string Who(IPAddress? address) => address switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
