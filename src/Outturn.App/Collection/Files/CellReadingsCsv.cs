using CsvHelper;

namespace Outturn.App.Collection.Files;

/// <summary>How every cell of a file was read, as CSV: one row a cell.</summary>
public static class CellReadingsCsv
{
    public static void Write(IEnumerable<CellReading> cells, Stream stream)
    {
        using var csv = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        csv.WriteRecord(["source", "row", "column", "text", "taken_for", "value"]);
        foreach (var cell in cells)
        {
            csv.WriteRecord([cell.Source, cell.Row.ToString(), cell.Column, cell.Text, cell.TakenFor, cell.Value]);
        }
    }
}
