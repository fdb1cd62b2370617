namespace Outturn.App.Rate;

/// <summary>All rows of a file and the series they belong to.</summary>
internal sealed class RateTable
{
    private readonly Dictionary<string, int> byRef = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byText;

    public RateTable() => byText = byRef.GetAlternateLookup<ReadOnlySpan<char>>();

    public Chunks<FigureRow> Rows { get; } = new();

    public List<SeriesCells> Series { get; } = [];

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
}
