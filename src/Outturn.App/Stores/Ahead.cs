using System.Collections.Concurrent;

namespace Outturn.App.Stores;

/// <summary>Makes what comes next on another core while what came before is being used.</summary>
internal static class Ahead
{
    private const int Piece = 1024;
    private const int MostPieces = 4;

    /// <summary>The same items in the same order. What makes them runs on another thread, and shares nothing with whoever uses them.</summary>
    public static IEnumerable<T> Of<T>(IEnumerable<T> source, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var pieces = new BlockingCollection<T[]>(MostPieces);
        var making = Task.Run(() => Make(source, pieces, stop.Token), CancellationToken.None);
        try
        {
            foreach (var piece in pieces.GetConsumingEnumerable(cancel))
            {
                foreach (var item in piece)
                {
                    yield return item;
                }
            }

            making.GetAwaiter().GetResult();
        }
        finally
        {
            stop.Cancel();
            Task.WaitAny([making], CancellationToken.None);
        }
    }

    private static void Make<T>(IEnumerable<T> source, BlockingCollection<T[]> pieces, CancellationToken cancel)
    {
        try
        {
            foreach (var piece in source.Chunk(Piece))
            {
                pieces.Add(piece, cancel);
            }
        }
        finally
        {
            pieces.CompleteAdding();
        }
    }
}
