using Outturn.App.Release;

namespace Outturn.Tests.Release;

/// <summary>A release follows the clock, but no clock that somebody has just put forward.</summary>
public sealed class ReleaseClockTests
{
    private static readonly DateTime Begins = new(2026, 7, 7, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_clock_that_runs_evenly_is_followed()
    {
        var wall = new Wall();
        var clock = new ReleaseClock(wall);
        wall.Run(TimeSpan.FromMinutes(30));
        Assert.Equal(Begins.AddMinutes(30), clock.Now());
    }

    [Fact]
    public void A_clock_put_forward_is_believed_after_ten_minutes_and_not_before()
    {
        var wall = new Wall();
        var clock = new ReleaseClock(wall);
        wall.Off = TimeSpan.FromHours(1);
        Assert.Equal(Begins, clock.Now());
        Assert.True(clock.IsSettling);
        wall.Run(TimeSpan.FromMinutes(9));
        Assert.Equal(Begins.AddMinutes(9), clock.Now());
        wall.Run(TimeSpan.FromMinutes(1));
        Assert.Equal(Begins.AddMinutes(70), clock.Now());
        Assert.False(clock.IsSettling);
    }

    [Fact]
    public void A_clock_put_back_is_followed_at_once()
    {
        var wall = new Wall();
        var clock = new ReleaseClock(wall);
        wall.Off = TimeSpan.FromMinutes(-20);
        Assert.Equal(Begins.AddMinutes(-20), clock.Now());
    }

    private sealed class Wall : TimeProvider
    {
        private TimeSpan run;

        /// <summary>How far the wall is off.</summary>
        public TimeSpan Off { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Run(TimeSpan time) => run += time;

        public override long GetTimestamp() => run.Ticks;

        public override DateTimeOffset GetUtcNow() => new(Begins + run + Off);
    }
}
