namespace Outturn.BrowserTests;

/// <summary>A clock that stands at nine on the Wednesday after the example's last figures were due, until a test sets it on.</summary>
internal sealed class SetClock : TimeProvider
{
    private static readonly DateTimeOffset Begins = new(2020, 5, 20, 9, 0, 0, TimeSpan.Zero);

    private DateTimeOffset now = Begins;

    public override DateTimeOffset GetUtcNow() => now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>It runs evenly: nobody has put it forward or back, however long a test takes.</summary>
    public override long GetTimestamp() => now.UtcTicks;

    /// <summary>Sets the clock on, and back where it was when the test is done.</summary>
    public IDisposable Later(TimeSpan by)
    {
        var before = now;
        now += by;
        return new Back(() => now = before);
    }

    private sealed class Back(Action set) : IDisposable
    {
        public void Dispose() => set();
    }
}
