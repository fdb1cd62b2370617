namespace Outturn.Reports.Excel;

/// <summary>One worksheet with one table: the tables of a paper that go together.</summary>
/// <param name="Name">As its tab shows it, within Excel's rules for names.</param>
/// <param name="Title">The one line at the top.</param>
/// <param name="Line">What the table is, below the title.</param>
/// <param name="Holds">What the table is, for the notes.</param>
/// <param name="Columns">With headers that are all different and not blank.</param>
internal sealed record Sheet(
    string Name, string Title, string Line, string Holds, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows)
{
    /// <summary>Title, line, header: nothing stands between them.</summary>
    public const int HeaderRow = 3;

    /// <summary>A table of Excel has at least one row, if only a blank one.</summary>
    public int LastRow => HeaderRow + Math.Max(Rows.Count, 1);

    /// <summary>The name as references write it.</summary>
    public string Reference => $"'{Name.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>The area of the table: A3:H28.</summary>
    public string Area => $"A{HeaderRow}:{SheetMarkup.Address(Columns.Count - 1, LastRow)}";
}
