using System.IO.Compression;
using System.Security.Cryptography;
using Outturn.App.Import;

namespace Outturn.App.Reference;

/// <summary>A file to be taken, unpacked where it was packed (.gz), and known by the digest of what is in it: packed and unpacked it is the same file.</summary>
internal sealed class OpenedFile : IDisposable
{
    private static readonly string[] Tables = [".csv", ".csv.gz", ".tsv", ".tsv.gz", ".xlsx"];

    private const int LongestHeader = 64 * 1024;

    /// <summary>Titles and notes above a header take no more rows.</summary>
    public const int DeepestHeader = 30;

    private readonly string? scratch;

    private OpenedFile(string path, string original, string sha256, string? scratch) => (Path, Original, Sha256, this.scratch) = (path, original, sha256, scratch);

    /// <summary>Where it can be read; the name is the original's, without .gz.</summary>
    public string Path { get; }

    public string Original { get; }

    public string Sha256 { get; }

    /// <summary>adult-obesity-prevalence for els/adult-obesity-prevalence.csv.gz: how files and links name a dataset.</summary>
    public string Stem => StemOf(Original);

    public static string StemOf(string path)
    {
        var name = System.IO.Path.GetFileName(path.Replace('\\', '/'));
        name = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        return System.IO.Path.GetFileNameWithoutExtension(name);
    }

    /// <summary>The first row that is not blank, as names of columns; of a workbook the header of each sheet that has one, below titles and notes. Of a packed file only the beginning is unpacked.</summary>
    /// <param name="expected">Names that columns may have.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is not what its ending says.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> HeadersOf(string path, IReadOnlyCollection<string> expected)
    {
        using var file = Open(path, LongestHeader);
        return file.IsWorkbook ? [.. SheetHeaders(file.Path, expected)] : file.Header() is { Count: > 0 } header ? [header] : [];
    }

    /// <summary>As a reader of tables finds them, and behind them the first rows of each sheet: a header that names columns twice is no table's, and may be a profile's.</summary>
    private static IEnumerable<IReadOnlyList<string>> SheetHeaders(string path, IReadOnlyCollection<string> expected)
    {
        foreach (var table in Sources.Read(path, expected) is ReadResult.Read read ? read.Tables : [])
        {
            yield return [.. table.Header.Select(column => column.Name)];
        }

        foreach (var table in Sources.ReadAsItStands(path) is ReadResult.Read whole ? whole.Tables : [])
        {
            foreach (var row in table.Rows.Take(DeepestHeader))
            {
                yield return TextsOf(table, row);
            }
        }
    }

    /// <summary>A row of a sheet as it stands, as names of columns.</summary>
    public static IReadOnlyList<string> TextsOf(SourceTable table, SourceRow row) => [.. Enumerable.Range(0, table.Header.Count).Select(i => row[i].Text.Trim())];

    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is not what its ending says.</exception>
    public static OpenedFile Open(string path, long mostUnpacked = long.MaxValue)
    {
        if (!path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            using var plain = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return new OpenedFile(path, path, Convert.ToHexStringLower(SHA256.HashData(plain)), null);
        }

        var scratch = Directory.CreateTempSubdirectory("outturn-").FullName;
        try
        {
            var unpacked = System.IO.Path.Combine(scratch, System.IO.Path.GetFileName(path)[..^3]);
            using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using (var packed = new GZipStream(File.OpenRead(path), CompressionMode.Decompress))
            using (var to = File.Create(unpacked))
            {
                var piece = new byte[128 * 1024];
                while (to.Length < mostUnpacked && packed.Read(piece) is > 0 and var read)
                {
                    digest.AppendData(piece, 0, read);
                    to.Write(piece, 0, read);
                }
            }

            return new OpenedFile(unpacked, path, Convert.ToHexStringLower(digest.GetHashAndReset()), scratch);
        }
        catch
        {
            Directory.Delete(scratch, recursive: true);
            throw;
        }
    }

    private IReadOnlyList<string> Header()
    {
        if (CsvRows.Open(Path, headed: false) is not CsvOpening.Opened opened)
        {
            return [];
        }

        using var rows = opened.Rows;
        return rows.Read() && rows.Defect is null ? [.. Enumerable.Range(0, rows.Count).Select(i => rows[i])] : [];
    }

    public bool IsWorkbook => Path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether its ending is that of a table.</summary>
    public static bool IsTable(string path) =>
        Tables.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    public void Dispose()
    {
        if (scratch is not null)
        {
            Directory.Delete(scratch, recursive: true);
        }
    }
}
