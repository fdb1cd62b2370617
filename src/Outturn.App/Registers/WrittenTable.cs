using CsvHelper;

namespace Outturn.App.Registers;

/// <summary>A table of the folder as it is written: every column of its shape, in that order.</summary>
internal sealed record WrittenTable(TableShape Shape, IEnumerable<string?[]> Rows)
{
    /// <remarks>Quotation marks keep the spaces around a text. Nothing is done to what a spreadsheet would take for a formula: it must come back as it was.</remarks>
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n", Quoting = CsvQuoting.WhenNeededOrWhitespace };

    /// <param name="cells">How each column of the shape is filled.</param>
    /// <exception cref="ArgumentException">A column has nothing to fill it, or there is none of that name.</exception>
    public static WrittenTable Of<T>(TableShape shape, IEnumerable<T> rows, params (string Column, Func<T, string?> Cell)[] cells)
    {
        if (!shape.Columns.Select(column => column.Name).Order().SequenceEqual(cells.Select(cell => cell.Column).Order()))
        {
            throw new ArgumentException($"{shape.File} has other columns than those that are written.", nameof(cells));
        }

        Func<T, string?>[] inOrder = [.. shape.Columns.Select(column => Array.Find(cells, cell => cell.Column == column.Name).Cell)];
        return new WrittenTable(shape, rows.Select(row => Array.ConvertAll(inOrder, cell => cell(row))));
    }

    /// <summary>As CSV like that of a new folder: UTF-8 without a mark, a line feed behind each row. Null for a table without rows that may be left out.</summary>
    public byte[]? Write()
    {
        using var written = new MemoryStream();
        var any = Shape.IsNeeded;
        using (var csv = CsvWriter.Create(written, Options, leaveOpen: true))
        {
            csv.WriteRecord(Shape.Columns.Select(column => column.Name).ToArray());
            foreach (var row in Rows)
            {
                csv.WriteRecord(row);
                any = true;
            }
        }

        return any ? written.ToArray() : null;
    }
}
