using System.Diagnostics;
using Outturn.App.Release;
using Outturn.App.Stores;

namespace Outturn.Writer;

/// <summary>A wall clock that somebody keeps putting forward and back, by up to an hour and never for long.</summary>
/// <param name="at">What the time is when the race begins, in truth (UTC).</param>
/// <param name="zero">When that is, by the machine's own clock (UTC), so that two processes have the same truth.</param>
internal sealed class SteppedClock(DateTime at, DateTime zero, int seed) : TimeProvider
{
    private const int LongestStep = 3_600_000;

    private readonly Random random = new(seed);
    private readonly Stopwatch run = Stopwatch.StartNew();
    private readonly DateTime started = at + (System.GetUtcNow().UtcDateTime - zero);
    private TimeSpan off;
    private TimeSpan until;

    /// <summary>What nobody has touched.</summary>
    public DateTime Truth => started + run.Elapsed;

    public override DateTimeOffset GetUtcNow()
    {
        lock (random)
        {
            if (run.Elapsed >= until)
            {
                off = off == TimeSpan.Zero ? TimeSpan.FromMilliseconds(random.Next(-LongestStep, LongestStep)) : TimeSpan.Zero;
                until = run.Elapsed + TimeSpan.FromMilliseconds(random.Next(5, 120));
            }

            return new DateTimeOffset(DateTime.SpecifyKind(Truth + off, DateTimeKind.Utc));
        }
    }
}

/// <summary>One of two processes that release the same reports, while its clock is put forward and back.</summary>
internal static class Races
{
    /// <summary>Until that many are issued by either, says for each it issued: "ok NAME TRUTH", the truth after it in ticks.</summary>
    /// <param name="isTrusting">A planted fault: it believes the clock on the wall.</param>
    public static async Task RunAsync(Store store, string path, SteppedClock clock, int count, bool isTrusting)
    {
        // The first look is before anybody touches the clock.
        var believed = new ReleaseClock(new Untouched(clock));
        var left = count;
        while (left > 0)
        {
            var now = isTrusting ? clock.GetUtcNow().UtcDateTime : believed.Now();
            foreach (var (report, _) in await Issuing.IssueDueAsync(store, now, CancellationToken.None))
            {
                Console.WriteLine($"ok {report} {clock.Truth.Ticks}");
            }

            await Publisher.RunAsync(store, path, CancellationToken.None);
            left = count - (await StoredReports.IssuedAsync(store, CancellationToken.None)).Count;
        }
    }

    /// <summary>The stepped clock, the truth at the first look.</summary>
    private sealed class Untouched(SteppedClock clock) : TimeProvider
    {
        private bool isLooked;

        public override DateTimeOffset GetUtcNow()
        {
            if (!isLooked)
            {
                isLooked = true;
                return new DateTimeOffset(DateTime.SpecifyKind(clock.Truth, DateTimeKind.Utc));
            }

            return clock.GetUtcNow();
        }
    }
}
