using Outturn.App.Import;

namespace Outturn.App.Rate;

/// <summary>What a file looked like when it was read, to notice when somebody saves it meanwhile.</summary>
internal readonly record struct FileState(long Length, DateTime Written)
{
    public static FileState Of(string path) => new FileInfo(path) is var file ? new FileState(file.Length, file.LastWriteTimeUtc) : default;
}

/// <summary>The results of every row of a file, ready to be written behind the rows themselves.</summary>
public sealed class RatedFile
{
    private const int RowsBetweenLooks = 4096;

    private readonly string path;
    private readonly FileState asRead;
    private readonly RateColumns columns;
    private readonly RateTable table;

    internal RatedFile(string path, FileState asRead, RateColumns columns, RateTable table) =>
        (this.path, this.asRead, this.columns, this.table) = (path, asRead, columns, table);

    public int Rows => table.Rows;

    /// <summary>Writes the file's rows, in their order, each with its results.</summary>
    /// <exception cref="IOException">The output cannot be written, or the file is no longer the one that was rated.</exception>
    public void WriteTo(Stream output, CancellationToken cancel)
    {
        if (FileState.Of(path) != asRead || CsvRows.Open(path) is not CsvOpening.Opened opened)
        {
            throw Changed();
        }

        using var csv = opened.Rows;
        var writer = new RatedCsvWriter(output, csv, columns);
        writer.WriteHeader();
        for (var i = 0; i < table.Rows; i++)
        {
            if (!csv.Read())
            {
                throw Changed();
            }

            writer.Write(table.Result(i));
            if (i % RowsBetweenLooks == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }
        }

        writer.Flush();
    }

    private IOException Changed() => new($"{path} was changed while it was being rated: run it again.");
}
