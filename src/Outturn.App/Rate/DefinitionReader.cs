using Outturn.App.Import;

namespace Outturn.App.Rate;

/// <summary>Reads how each row's indicator is counted; rows that say it in the same words share one reading.</summary>
internal sealed class DefinitionReader
{
    private const char Between = '\u001F';

    private readonly RateColumns columns;
    private readonly CurrentRow row;
    private readonly char[] key = new char[1024];
    private readonly Dictionary<string, DefinitionCells> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DefinitionCells>.AlternateLookup<ReadOnlySpan<char>> byText;

    public DefinitionReader(RateColumns columns, CurrentRow row)
    {
        (this.columns, this.row) = (columns, row);
        byText = known.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public DefinitionCells Read()
    {
        var text = Text();
        if (!byText.TryGetValue(text, out var cells))
        {
            cells = new DefinitionCells(text.ToString().Split(Between));
            byText[text] = cells;
        }

        if (cells.IsRefused)
        {
            Refuse(cells);
        }

        return cells;
    }

    /// <summary>Names every cell in which a row contradicts the first row of its ref.</summary>
    public void Compare(SeriesCells series, DefinitionCells cells)
    {
        foreach (var field in Enum.GetValues<DefinitionField>())
        {
            if (!cells.Agrees(series.Cells, field))
            {
                Differ(field, cells[field], series.Cells[field], series.Line);
            }
        }
    }

    /// <summary>The first row of a ref that states a polarity states it for all; the others may be blank.</summary>
    public void CompareOrTakePolarity(SeriesCells series, DefinitionCells cells)
    {
        if (cells.Polarity is null || cells.Polarity == series.Polarity)
        {
            return;
        }

        if (series.Polarity is null)
        {
            series.Polarity = cells.Polarity;
            series.PolarityLine = row.Line;
            series.PolarityText = cells[DefinitionField.Polarity];
        }
        else if (series.Cells.Polarity is null)
        {
            Differ(DefinitionField.Polarity, cells[DefinitionField.Polarity], series.PolarityText, series.PolarityLine);
        }
    }

    private void Differ(DefinitionField field, string here, string there, int line) => row.Error(
        columns.Definition[(int)field],
        $"{Written(here)} here and {Written(there)} in row {line}: all rows of one ref must say the same.");

    private static string Written(string cell) => cell.Length == 0 ? "blank" : Quoted.Text(cell);

    private void Refuse(DefinitionCells cells)
    {
        foreach (var field in Enum.GetValues<DefinitionField>())
        {
            if (cells.Refusal(field) is { } refusal)
            {
                row.Error(columns.Definition[(int)field], refusal);
            }
        }
    }

    /// <summary>All cells of the definition behind each other.</summary>
    private ReadOnlySpan<char> Text()
    {
        var length = 0;
        for (var i = 0; i < columns.Definition.Length; i++)
        {
            if (i > 0)
            {
                key[length++] = Between;
            }

            var cell = row.Text(columns.Definition[i]);
            cell = cell.Length <= Longest ? cell : cell[..Longest];
            cell.CopyTo(key.AsSpan(length));
            length += cell.Length;
        }

        return key.AsSpan(0, length);
    }

    /// <summary>No word of a definition is longer; of one that is, the beginning is enough to refuse it or to name a unit.</summary>
    private const int Longest = 128;
}
