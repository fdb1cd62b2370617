namespace Outturn.App.Rate;

/// <summary>The rows of each series in time order, whatever their order in the file.</summary>
internal sealed class TimeOrder
{
    /// <summary>Where the keys of each series begin; one more than there are series.</summary>
    private readonly int[] starts;

    /// <summary>Period in the high half and row in the low, so that sorting numbers puts rows in time order.</summary>
    private readonly long[] keys;

    public TimeOrder(RateTable table)
    {
        starts = new int[table.Series.Count + 1];
        for (var i = 0; i < table.Rows; i++)
        {
            if (table.Figure(i).Series != FigureRow.NoSeries)
            {
                starts[table.Figure(i).Series + 1]++;
            }
        }

        for (var s = 1; s < starts.Length; s++)
        {
            starts[s] += starts[s - 1];
        }

        keys = new long[starts[^1]];
        var next = starts.AsSpan(..^1).ToArray();
        for (var i = 0; i < table.Rows; i++)
        {
            if (table.Figure(i).Series != FigureRow.NoSeries)
            {
                keys[next[table.Figure(i).Series]++] = ((long)table.Figure(i).Period << 32) | (uint)i;
            }
        }
    }

    public int Series => starts.Length - 1;

    public int Count(int series) => starts[series + 1] - starts[series];

    /// <summary>Index of a series' row by its place in time, once sorted.</summary>
    public int Row(int series, int place) => (int)keys[starts[series] + place];

    public void Sort(int series) => keys.AsSpan(starts[series], Count(series)).Sort();
}
