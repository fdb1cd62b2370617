using Outturn.App.Release;
using Outturn.App.Stores;
using Outturn.Reports.Issued;
using Outturn.Tests.Import;
using Outturn.Tests.Papers;
using Outturn.Tests.Reports.Excel;

namespace Outturn.Tests.Release;

/// <summary>The tables of an issued paper that is no dashboard, as its data have them, and its files to read them back from.</summary>
internal sealed record IssuedTables(IReadOnlyList<IssuedTable> Tables, IReadOnlyDictionary<string, byte[]> Files)
{
    public static async Task<IssuedTables> ReadAsync(Store store, string report)
    {
        var files = new Dictionary<string, byte[]>();
        foreach (var file in await StoredReports.FilesAsync(store, report, 1, default))
        {
            files[file.Format] = (await StoredReports.BytesAsync(store, file.Digest, default))!;
        }

        return new IssuedTables(EditionJson.Read(files["json"])!.Tables, files);
    }

    /// <summary>The same with one file changed, as somebody would who wanted to see whether it is noticed.</summary>
    public IssuedTables With(string format, Func<byte[], byte[]> edit) => this with { Files = new Dictionary<string, byte[]>(Files) { [format] = edit(Files[format]) } };

    /// <summary>Every cell of a file that is not the one of the data, by file, table, row and column.</summary>
    public IReadOnlyList<string> Differences(params IEnumerable<string> formats) => [.. formats.SelectMany(format => Differences(format, Read(format)))];

    private IReadOnlyList<PaperTable> Read(string format)
    {
        using var folder = new TemporaryFolder();
        return format switch
        {
            "html" => PaperTables.OfHtml(Files[format]),
            "docx" => PaperTables.OfWord(Files[format]),
            "pdf" => PaperTables.OfPdf(folder.Write("paper.pdf", Files[format])),
            _ => OfWorkbook(Files[format]),
        };
    }

    private IEnumerable<string> Differences(string file, IReadOnlyList<PaperTable> found)
    {
        if (found.Count != Tables.Count)
        {
            yield return $"{file}: {found.Count} tables instead of {Tables.Count}";
            yield break;
        }

        foreach (var (known, table) in Tables.Zip(found))
        {
            IReadOnlyList<string>[] rows = [known.Columns, .. known.Rows];
            if (table.Rows.Count != rows.Length)
            {
                yield return $"{file}: {known.Caption}: {table.Rows.Count} rows instead of {rows.Length}";
                continue;
            }

            foreach (var (expected, row) in rows.Zip(table.Rows))
            {
                for (var at = 0; at < known.Columns.Count; at++)
                {
                    if (PaperTables.Plain(expected[at]) is var cell && (at >= row.Count || row[at] != cell))
                    {
                        yield return $"{file}: {known.Caption}, {expected[known.RowHeader]}, {known.Columns[at]}: {(at < row.Count ? row[at] : "nothing")} instead of {cell}";
                    }
                }
            }
        }
    }

    /// <summary>From the sheets of a workbook, each of one table or of several of one kind, one below the other.</summary>
    private List<PaperTable> OfWorkbook(byte[] bytes)
    {
        using var workbook = WrittenWorkbook.Read(bytes);
        var found = new Dictionary<IssuedTable, PaperTable>();
        foreach (var sheet in workbook.Sheets.Select(sheet => sheet.Name!.Value!).Where(name => name != "Notes"))
        {
            var rows = new Queue<IReadOnlyDictionary<string, string>>(workbook.Rows(sheet));
            foreach (var table in Tables.Where(table => !found.ContainsKey(table) && rows.TryPeek(out var first) && table.Columns.All(first.ContainsKey)))
            {
                IEnumerable<IReadOnlyList<string>> read = Enumerable.Range(0, Math.Min(table.Rows.Count, rows.Count)).Select(_ => rows.Dequeue()).Select(row => table.Columns.Select(column => PaperTables.WithRemark(row, column)).ToList());
                found.Add(table, new PaperTable(table.Caption, [[.. table.Columns], .. read]));
            }
        }

        return [.. Tables.Where(found.ContainsKey).Select(table => found[table])];
    }
}
