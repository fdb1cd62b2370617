using System.IO.Compression;
using Outturn.App.Reference;
using Outturn.Tests.Architecture;
using Outturn.Tests.Import;

namespace Outturn.Tests.Reference;

/// <summary>All the open data of the repository in one reference store, taken once for the tests that read it.</summary>
public sealed class NationalStore : IAsyncLifetime, IDisposable
{
    public const string Collection = "national data";

    private readonly TemporaryFolder folder = new();

    public static string Data => Path.Combine(SourceTree.Root, "data");

    public static string Fixtures => Path.Combine(SourceTree.Root, "tests", "Fixtures", "national");

    public string File => folder.Path("reference.db");

    public IReadOnlyList<FileReport> Reports { get; private set; } = [];

    public async Task InitializeAsync()
    {
        foreach (var path in (string[])[Data, Fixtures])
        {
            var done = Assert.IsType<ReferenceImportResult.Done>(await ReferenceImport.RunAsync(File, path, new ReferenceImportChoices([]), TimeProvider.System, null, default));
            Reports = [.. Reports, .. done.Files];
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => folder.Dispose();

    public async Task<ReferenceStore> OpenAsync()
    {
        var (store, refusal) = await ReferenceStore.OpenAsync(File, default);
        Assert.Empty(refusal);
        return store!;
    }

    public FileReport Of(string file) => Assert.Single(Reports, report => Path.GetFileName(report.File).Replace(".gz", "", StringComparison.Ordinal) == file);
}

[CollectionDefinition(NationalStore.Collection)]
public sealed class NationalStoreDefinition : ICollectionFixture<NationalStore>;

/// <summary>A CSV file read by other code than the program's: quotation marks, commas and line breaks within cells, and no rules.</summary>
internal static class PlainCsv
{
    public static IEnumerable<Dictionary<string, string>> Rows(string path)
    {
        using var file = File.OpenRead(path);
        using var text = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        string[]? header = null;
        foreach (var cells in Cells(text.ReadToEnd()))
        {
            if (header is null)
            {
                header = cells;
                continue;
            }

            var row = new Dictionary<string, string>();
            for (var i = 0; i < header.Length; i++)
            {
                row.TryAdd(header[i], i < cells.Length ? cells[i] : "");
            }

            yield return row;
        }
    }

    private static IEnumerable<string[]> Cells(string text)
    {
        var (row, cell, quoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"')
            {
                quoted = true;
            }
            else if (c is ',' or '\n')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    yield return [.. row];
                    row.Clear();
                }
            }
            else if (c is not ('\r' or '\uFEFF'))
            {
                cell.Append(c);
            }
        }

        if (cell.Length > 0 || row.Count > 0)
        {
            yield return [.. row, cell.ToString()];
        }
    }
}
