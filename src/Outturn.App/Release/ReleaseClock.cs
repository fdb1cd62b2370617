namespace Outturn.App.Release;

/// <summary>A clock for releases: it is never ahead of the clock on the wall, and does not follow that at once when it is put forward.</summary>
/// <remarks>
/// A clock that is put forward by mistake would make a report public early, and that cannot be taken back. So a step forward counts only
/// once the clock has run evenly for <see cref="Settles"/> since; until then time goes on as it did before. A step back counts at once.
/// </remarks>
public sealed class ReleaseClock
{
    /// <summary>For so long a clock that was put forward has to run evenly until it is believed.</summary>
    public static readonly TimeSpan Settles = TimeSpan.FromMinutes(10);

    /// <summary>More than this between two looks is a step, not a drift.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private readonly TimeProvider clock;
    private readonly Lock looking = new();
    private DateTime anchor;
    private long anchorAt;
    private DateTime last;
    private long lastAt;
    private long evenSince;
    private bool isStepped;

    public ReleaseClock(TimeProvider clock)
    {
        this.clock = clock;
        last = anchor = clock.GetUtcNow().UtcDateTime;
        lastAt = anchorAt = evenSince = clock.GetTimestamp();
    }

    /// <summary>Whether the clock was put forward or back and is not believed yet.</summary>
    public bool IsSettling
    {
        get
        {
            lock (looking)
            {
                return isStepped;
            }
        }
    }

    /// <summary>UTC: the earlier of what the wall says and what it would say, had nobody touched it.</summary>
    public DateTime Now()
    {
        lock (looking)
        {
            var (wall, at) = (clock.GetUtcNow().UtcDateTime, clock.GetTimestamp());
            if ((wall - last - clock.GetElapsedTime(lastAt, at)).Duration() > Step)
            {
                (evenSince, isStepped) = (at, true);
            }

            (last, lastAt) = (wall, at);
            if (!isStepped || clock.GetElapsedTime(evenSince, at) >= Settles)
            {
                (anchor, anchorAt, isStepped) = (wall, at, false);
            }

            var untouched = anchor + clock.GetElapsedTime(anchorAt, at);
            return wall < untouched ? wall : untouched;
        }
    }
}
