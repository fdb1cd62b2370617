using Outturn.App.Import;

namespace Outturn.App.Sheets;

/// <summary>A sheet as it stands, headings included: which of its rows are headings is for the reader to find.</summary>
internal sealed record SheetGrid(string File, string Name, string Source, IReadOnlyList<string> Letters, IReadOnlyList<SourceRow> Rows)
{
    /// <summary>A table whose columns have no names is a sheet as it stands; else its names are the first row.</summary>
    public static SheetGrid Of(SourceTable table)
    {
        string[] letters = [.. table.Header.Select(column => column.Letter)];
        if (table.Header.All(column => column.Name.Length == 0))
        {
            return new SheetGrid(table.File, table.Name, table.Source, letters, table.Rows);
        }

        var number = table.Rows.Count > 0 ? Math.Max(1, table.Rows[0].Number - 1) : 1;
        var header = new SourceRow(number, [.. table.Header.Select(column => new SourceCell(column.Name))]);
        return new SheetGrid(table.File, table.Name, table.Source, letters, [header, .. table.Rows]);
    }

    public string Letter(int column) => column < Letters.Count ? Letters[column] : SourceColumn.LetterOf(column);
}

/// <summary>A cell with where it stands, so that what is wrong with it can be named.</summary>
internal sealed record SheetCell(SheetGrid Sheet, int Row, int Column, string Header, SourceCell Content)
{
    public string Text => Content.Text.Trim();

    /// <summary>"F5", as a spreadsheet calls it.</summary>
    public string Address => Sheet.Letter(Column) + Row;

    public Defect Error(string reason) => new(Severity.Error, Sheet.Source, Row, HeaderOrLetter, reason);

    public Defect Warning(string reason) => new(Severity.Warning, Sheet.Source, Row, HeaderOrLetter, reason);

    private string HeaderOrLetter => Header.Length > 0 ? Header : Sheet.Letter(Column);
}
