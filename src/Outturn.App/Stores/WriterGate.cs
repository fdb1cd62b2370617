using System.Collections.Concurrent;
using System.Diagnostics;

namespace Outturn.App.Stores;

/// <summary>One writer of a store at a time in this process, in the order in which they came; between processes the engine's own lock decides.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "A gate lives as long as the process.")]
internal sealed class WriterGate
{
    /// <summary>After this long in a row a process lets another one's writer in.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(40);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(9);

    private static readonly ConcurrentDictionary<string, WriterGate> Gates = new(StringComparer.Ordinal);

    private readonly SemaphoreSlim gate = new(1, 1);
    private long turnBegan;
    private long lastEnded;

    public static WriterGate Of(StoreAddress address) => Gates.GetOrAdd(address switch
    {
        StoreAddress.SqliteFile file => file.Path,
        StoreAddress.PostgresSchema schema => schema.Connection,
        _ => throw new ArgumentOutOfRangeException(nameof(address)),
    }, _ => new WriterGate());

    public async Task<IDisposable> EnterAsync(CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            if (Stopwatch.GetElapsedTime(lastEnded) > Pause)
            {
                turnBegan = Stopwatch.GetTimestamp();
            }
            else if (Stopwatch.GetElapsedTime(turnBegan) > Turn)
            {
                await Task.Delay(Pause, cancel);
                turnBegan = Stopwatch.GetTimestamp();
            }

            return new Place(this);
        }
        catch
        {
            gate.Release();
            throw;
        }
    }

    private sealed class Place(WriterGate gate) : IDisposable
    {
        public void Dispose()
        {
            gate.lastEnded = Stopwatch.GetTimestamp();
            gate.gate.Release();
        }
    }
}
