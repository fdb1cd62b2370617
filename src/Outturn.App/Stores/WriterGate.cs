using System.Collections.Concurrent;
using System.Diagnostics;

namespace Outturn.App.Stores;

/// <summary>One writer of a store at a time in this process, in the order in which they came; between processes the engine's own lock decides.</summary>
/// <remarks>To PostgreSQL a second one may go ahead: it queues for the server's lock while the first one is being acknowledged.</remarks>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "A gate lives as long as the process.")]
internal sealed class WriterGate
{
    /// <summary>After this long in a row a process lets another one's writer in.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(40);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(9);

    private static readonly ConcurrentDictionary<string, WriterGate> Gates = new(StringComparer.Ordinal);

    private readonly SemaphoreSlim gate;
    private readonly bool takesTurns;
    private long turnBegan;
    private long lastEnded;

    private WriterGate(int places, bool takesTurns) => (gate, this.takesTurns) = (new SemaphoreSlim(places, places), takesTurns);

    /// <summary>Processes queue for PostgreSQL's lock as they come; SQLite's goes to whoever asks at the right moment, so they take turns.</summary>
    public static WriterGate Of(StoreAddress address) => address switch
    {
        StoreAddress.SqliteFile file => Gates.GetOrAdd(file.Path, _ => new WriterGate(1, takesTurns: true)),
        StoreAddress.PostgresSchema schema => Gates.GetOrAdd(schema.Connection, _ => new WriterGate(2, takesTurns: false)),
        _ => throw new ArgumentOutOfRangeException(nameof(address)),
    };

    public async Task<IDisposable> EnterAsync(CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            if (Stopwatch.GetElapsedTime(lastEnded) > Pause)
            {
                turnBegan = Stopwatch.GetTimestamp();
            }
            else if (takesTurns && Stopwatch.GetElapsedTime(turnBegan) > Turn)
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
