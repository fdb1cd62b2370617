using Outturn.App.Import;
using Outturn.Core.Periods;

namespace Outturn.App.Registers;

/// <summary>One row of a table of the folder: what its cells say, each by the column's name, and what is wrong with it.</summary>
internal readonly struct TableRow(CouncilTable table, SourceRow row)
{
    public int Number => row.Number;

    /// <summary>The cell's text without spaces around it; "" when it is blank or there is no such column.</summary>
    public string Text(string column) => Cell(column).Text;

    public string? Optional(string column) => Text(column) is { Length: > 0 } text ? text : null;

    /// <summary>The cell's text; an error when it is blank.</summary>
    public bool TryNeed(string column, out string text)
    {
        text = Text(column);
        if (text.Length == 0)
        {
            Error(column, "This cell is blank and needed.");
        }

        return text.Length > 0;
    }

    public decimal? Amount(string column, string unitName = "number")
    {
        var read = CellNumber.Read(Cell(column), unitName);
        if (read.Refusal is { } refusal)
        {
            Error(column, refusal);
        }

        return read.Value;
    }

    /// <summary>A whole number from 0 to <paramref name="most"/>; <paramref name="blank"/> where nothing is written.</summary>
    public int Whole(string column, int most, int blank)
    {
        var read = NumberText.Parse(Text(column));
        if (read.IsBlank)
        {
            return blank;
        }

        if (read.Value is { } value && value >= 0 && value <= most && value == decimal.Truncate(value))
        {
            return (int)value;
        }

        Error(column, $"{Quoted.Text(Text(column))} is not a whole number from 0 to {most}.");
        return blank;
    }

    public DateOnly? Date(string column) => Text(column) is { Length: > 0 } text ? ReadDate(column, text) : null;

    /// <summary>The dates of a cell that holds several, oldest first, each once.</summary>
    public IReadOnlyList<DateOnly> Dates(string column)
    {
        var dates = new SortedSet<DateOnly>();
        foreach (var text in Several(column))
        {
            if (ReadDate(column, text) is { } day)
            {
                dates.Add(day);
            }
        }

        return [.. dates];
    }

    /// <summary>A period of a kind; an error when the cell is blank or says something else.</summary>
    public Period? NeededPeriod(string column, Frequency frequency) =>
        TryNeed(column, out var text) ? ReadPeriod(column, text, frequency) : null;

    public Period? OptionalPeriod(string column, Frequency frequency) =>
        Text(column) is { Length: > 0 } text ? ReadPeriod(column, text, frequency) : null;

    /// <summary>One of a few words; <paramref name="blank"/> where nothing is written, or something else, which is an error.</summary>
    public T Word<T>(string column, Func<string, T?> read, T blank, string words)
        where T : struct
        => Word(column, read, words) ?? blank;

    public T? Word<T>(string column, Func<string, T?> read, string words)
        where T : struct
    {
        if (Text(column) is not { Length: > 0 } text)
        {
            return null;
        }

        if (read(text) is { } known)
        {
            return known;
        }

        Error(column, $"{Quoted.Text(text)} is not known here: write {words}.");
        return null;
    }

    /// <summary>The parts of a cell that holds several, with semicolons between.</summary>
    public IEnumerable<string> Several(string column) =>
        Text(column).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public void Error(string? column, string reason) => table.Add(Severity.Error, row, column, reason);

    public void Warning(string? column, string reason) => table.Add(Severity.Warning, row, column, reason);

    private SourceCell Cell(string column) => table.Column(column) is { } found ? row[found] : default;

    private DateOnly? ReadDate(string column, string text)
    {
        if (DateText.TryRead(text, out var day))
        {
            return day;
        }

        Error(column, $"{Quoted.Text(text)} is not a date: write it like 31/03/2020 (day first) or 2020-03-31.");
        return null;
    }

    private Period? ReadPeriod(string column, string text, Frequency frequency)
    {
        if (table.Periods.TryGetValue((frequency, text), out var known))
        {
            return known;
        }

        if (PeriodText.TryRead(text, frequency, out var period, out var refusal))
        {
            table.Periods.Add((frequency, text), period);
            return period;
        }

        Error(column, refusal);
        return null;
    }
}
