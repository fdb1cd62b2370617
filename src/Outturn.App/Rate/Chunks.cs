namespace Outturn.App.Rate;

/// <summary>A list for millions of rows, which grows without ever being copied and hands out its rows by reference.</summary>
internal sealed class Chunks<T>
    where T : struct
{
    private const int Shift = 14;
    private const int Size = 1 << Shift;

    private readonly List<T[]> chunks = [];

    public int Count { get; private set; }

    public ref T this[int index] => ref chunks[index >> Shift][index & (Size - 1)];

    /// <summary>Makes room for one row more, whatever stands in it, and hands it out.</summary>
    public ref T Add()
    {
        if (chunks.Count << Shift == Count)
        {
            chunks.Add(GC.AllocateUninitializedArray<T>(Size));
        }

        return ref this[Count++];
    }
}
