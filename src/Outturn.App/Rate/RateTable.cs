using System.Runtime.InteropServices;

namespace Outturn.App.Rate;

/// <summary>All rows of a file and the series they belong to.</summary>
internal sealed class RateTable
{
    private readonly Dictionary<string, int> byRef = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byText;

    private readonly Chunks<Row> rows = new();

    public RateTable() => byText = byRef.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many rows there are.</summary>
    public int Rows => rows.Count;

    public List<SeriesCells> Series { get; } = [];

    /// <summary>A new row at the end, with nothing in it.</summary>
    public ref FigureRow AddRow()
    {
        ref var row = ref rows.Add();
        row = default;
        return ref row.Figure;
    }

    /// <summary>A row's facts, until its result takes their place.</summary>
    public ref FigureRow Figure(int row) => ref rows[row].Figure;

    /// <summary>A row's result, once its series has been rated.</summary>
    public ref RatedRow Result(int row) => ref rows[row].Result;

    /// <summary>The series of a ref; a new one starts with its first row.</summary>
    public int SeriesOf(ReadOnlySpan<char> reference, DefinitionCells cells, int line)
    {
        if (!byText.TryGetValue(reference, out var series))
        {
            series = Series.Count;
            Series.Add(new SeriesCells(reference.ToString(), cells, line));
            byText[reference] = series;
        }

        return series;
    }

    /// <summary>Facts and result share one place: nobody asks for the facts of a row that has been rated.</summary>
    [StructLayout(LayoutKind.Explicit)]
    private struct Row
    {
        [FieldOffset(0)]
        public FigureRow Figure;

        [FieldOffset(0)]
        public RatedRow Result;
    }
}
