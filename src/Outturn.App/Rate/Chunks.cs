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

    public void Add(in T row) => Grow(Count + 1) = row;

    /// <summary>Makes room for so many rows, and hands out the last.</summary>
    public ref T Grow(int count)
    {
        while (chunks.Count << Shift < count)
        {
            chunks.Add(GC.AllocateUninitializedArray<T>(Size));
        }

        Count = count;
        return ref this[count - 1];
    }
}
