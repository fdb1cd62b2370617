using System.Text;

namespace Outturn.App.Import;

/// <summary>A table as somebody sent it: nothing interpreted, every cell traceable to where it stands in the file.</summary>
/// <param name="File">The file's name, without its folder.</param>
/// <param name="Name">The sheet, or the caption of a table in a document; blank for a CSV file, which is one table.</param>
public sealed record SourceTable(
    string File, string Name, IReadOnlyList<SourceColumn> Header, IReadOnlyList<SourceRow> Rows)
{
    /// <summary>The file, and the sheet or table where it has several, as defects name it.</summary>
    public string Source => SourceName(File, Name);

    /// <summary>The column of that name; capitals, spaces, hyphens and underscores make no difference.</summary>
    public SourceColumn? Find(string name) => Header.FirstOrDefault(column => column.IsNamed(name));

    /// <summary>An error in one row, and in one cell of it where a column is given.</summary>
    public Defect Error(SourceRow row, SourceColumn? column, string reason) =>
        new(Severity.Error, Source, row.Number, column?.Name, reason);

    public Defect Warning(SourceRow row, SourceColumn? column, string reason) =>
        new(Severity.Warning, Source, row.Number, column?.Name, reason);

    internal static string SourceName(string file, string name) => name.Length == 0 ? file : $"{file}, \"{name}\"";
}

/// <param name="Index">The place of its cells in each row, from 0.</param>
/// <param name="Name">As written in the header, without spaces around it; may be blank.</param>
/// <param name="Letter">The column's letter in a spreadsheet: A for the first.</param>
public sealed record SourceColumn(int Index, string Name, string Letter)
{
    /// <summary>Whether this is the column of that name; capitals, spaces, hyphens and underscores make no difference.</summary>
    public bool IsNamed(string name) => Plain(Name) == Plain(name);

    internal static string LetterOf(int index)
    {
        var letter = "";
        for (var rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letter = (char)('A' + (rest - 1) % 26) + letter;
        }

        return letter;
    }

    /// <summary>The columns of a header, and what is wrong with it: no names, or one name twice.</summary>
    internal static IReadOnlyList<SourceColumn> Of(
        IReadOnlyList<string> names, string source, int row, List<Defect> defects, int firstColumn = 0)
    {
        var width = names.Count;
        while (width > 0 && string.IsNullOrWhiteSpace(names[width - 1]))
        {
            width--;
        }

        SourceColumn[] columns =
            [.. names.Take(width).Select((name, i) => new SourceColumn(i, name.Trim(), LetterOf(firstColumn + i)))];
        foreach (var same in columns.Where(column => column.Name.Length > 0).GroupBy(column => Plain(column.Name)).Where(same => same.Count() > 1))
        {
            var letters = string.Join(" and ", same.Select(column => column.Letter));
            defects.Add(new Defect(Severity.Error, source, row, same.First().Name,
                $"The header names this column more than once (columns {letters}): keep one of them, or rename it."));
        }

        return columns;
    }

    /// <summary>Columns of a table that is taken as it stands.</summary>
    internal static IReadOnlyList<SourceColumn> Unnamed(int width) =>
        [.. Enumerable.Range(0, width).Select(i => new SourceColumn(i, "", LetterOf(i)))];

    internal static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in name.Trim())
        {
            if (c is not ('_' or '-') && !char.IsWhiteSpace(c))
            {
                plain.Append(char.ToLowerInvariant(c));
            }
            else if (plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().TrimEnd();
    }
}

/// <summary>A row of a table.</summary>
/// <param name="Number">The line of the file on which the row begins, or the row of the sheet, from 1, as its reader sees it.</param>
/// <param name="Cells">May be shorter than the header; what is missing at the end is blank.</param>
public sealed record SourceRow(int Number, IReadOnlyList<SourceCell> Cells)
{
    public SourceCell this[int column] => column < Cells.Count ? Cells[column] : default;

    public SourceCell this[SourceColumn column] => this[column.Index];
}

/// <summary>A cell as a person would read it and, where the spreadsheet says that it is a number or a date, its exact value.</summary>
public readonly record struct SourceCell
{
    public SourceCell(string text, decimal? number = null, DateOnly? date = null) => (Text, Number, Date) = (text, number, date);

    /// <summary>Never null; a blank cell is "".</summary>
    public string Text
    {
        get => field ?? "";
        private init => field = value.Length == 0 ? null : value;
    }

    /// <summary>The number without unit: 94.2 for a cell that shows 94.2%.</summary>
    public decimal? Number { get; }

    public DateOnly? Date { get; }

    /// <summary>Worked out by a formula of the workbook; what it says is the value last stored.</summary>
    public bool IsFormula { get; init; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    public override string ToString() => Text;
}
