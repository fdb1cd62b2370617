using System.IO.Compression;
using System.Security.Cryptography;
using Outturn.App.Import;

namespace Outturn.App.Reference;

/// <summary>A file to be taken, unpacked where it was packed (.gz), and known by the digest of what is in it: packed and unpacked it is the same file.</summary>
internal sealed class OpenedFile : IDisposable
{
    private static readonly string[] Tables = [".csv", ".csv.gz", ".tsv", ".tsv.gz", ".xlsx"];

    private const int LongestHeader = 64 * 1024;

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

    /// <summary>The first row that is not blank, as names of columns; empty where there is none. Of a packed file only the beginning is unpacked.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is not what its ending says.</exception>
    public static IReadOnlyList<string> HeaderOf(string path)
    {
        using var file = Open(path, LongestHeader);
        return file.Header();
    }

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
        if (IsWorkbook)
        {
            return Sources.Read(Path) is ReadResult.Read read ? [.. read.Tables[0].Header.Select(column => column.Name)] : [];
        }

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
