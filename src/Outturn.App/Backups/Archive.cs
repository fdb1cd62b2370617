using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Outturn.App.Backups;

/// <summary>A backup's archive as it is read: nothing in it is believed before it was checked.</summary>
internal sealed class Archive : IDisposable
{
    private const int MostManifestBytes = 1024 * 1024;
    private const int MostEntries = 1000;

    /// <summary>No table packs better than this; what claims to is a bomb.</summary>
    private const long MostRatio = 400;

    private readonly ZipArchive zip;

    private Archive(ZipArchive zip, BackupManifest manifest) => (this.zip, Manifest) = (zip, manifest);

    public BackupManifest Manifest { get; }

    /// <exception cref="InvalidDataException">It is no backup, or a damaged one; the message says what is wrong.</exception>
    public static Archive Open(string path)
    {
        var zip = ZipFile.OpenRead(path);
        try
        {
            if (zip.Entries.Count > MostEntries || zip.GetEntry(BackupManifest.FileName) is not { } entry || entry.Length > MostManifestBytes)
            {
                throw new InvalidDataException("it is not a backup made by outturn backup");
            }

            using var stream = entry.Open();
            var manifest = JsonSerializer.Deserialize<BackupManifest>(new BinaryReader(stream).ReadBytes(MostManifestBytes), BackupManifest.Layout) ?? throw new InvalidDataException("its manifest is empty");
            if (manifest.Format != BackupManifest.CurrentFormat || manifest.Tables is null || manifest.Scripts is null)
            {
                throw new InvalidDataException($"it has format {manifest.Format}, and this program reads {BackupManifest.CurrentFormat}: use a newer Outturn");
            }

            return new Archive(zip, manifest);
        }
        catch (JsonException e)
        {
            zip.Dispose();
            throw new InvalidDataException($"its manifest cannot be read ({e.Message})");
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    /// <summary>The lines of a table, checked against the manifest as they are read: an end that is not the promised one is damage.</summary>
    /// <exception cref="InvalidDataException">The table is missing, longer or shorter, or not what it was.</exception>
    public IEnumerable<ReadOnlyMemory<byte>> Lines(string table)
    {
        var promised = Manifest.Tables.FirstOrDefault(known => known.Name == table) ?? throw new InvalidDataException($"its manifest does not know the table {table}");
        var entry = zip.GetEntry($"tables/{table}.jsonl") ?? throw new InvalidDataException($"the table {table} is missing");
        if (entry.Length != promised.Bytes || entry.Length > (entry.CompressedLength * MostRatio) + MostManifestBytes)
        {
            throw new InvalidDataException($"the table {table} has {entry.Length:N0} bytes and should have {promised.Bytes:N0}");
        }

        using var stream = entry.Open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, start, end, rows, bytes) = (new byte[1 << 16], 0, 0, 0L, 0L);
        while (true)
        {
            var feed = Array.IndexOf(buffer, (byte)'\n', start, end - start);
            if (feed >= 0)
            {
                rows++;
                yield return buffer.AsMemory(start, feed + 1 - start);
                start = feed + 1;
                continue;
            }

            if (start > 0)
            {
                Buffer.BlockCopy(buffer, start, buffer, 0, end - start);
                (end, start) = (end - start, 0);
            }
            else if (end == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = stream.Read(buffer, end, buffer.Length - end);
            if (read == 0)
            {
                break;
            }

            hash.AppendData(buffer, end, read);
            (end, bytes) = (end + read, bytes + read);
            if (bytes > promised.Bytes)
            {
                throw new InvalidDataException($"the table {table} is longer than it should be");
            }
        }

        if (end > start || rows != promised.Rows || Convert.ToHexStringLower(hash.GetCurrentHash()) != promised.Sha256)
        {
            throw new InvalidDataException($"the table {table} is not what it was when the backup was made");
        }
    }

    public IEnumerable<(string Name, byte[] Content)> Keys()
    {
        foreach (var name in Manifest.Keys ?? [])
        {
            var entry = zip.GetEntry($"keys/{name}") ?? throw new InvalidDataException($"the key {name} is missing");
            if (entry.Length > MostManifestBytes || name != Path.GetFileName(name))
            {
                throw new InvalidDataException($"the key {name} is none");
            }

            using var stream = entry.Open();
            yield return (name, new BinaryReader(stream).ReadBytes(MostManifestBytes));
        }
    }

    public void Dispose() => zip.Dispose();
}
