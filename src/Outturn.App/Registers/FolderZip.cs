using System.IO.Compression;
using Outturn.App.Import;

namespace Outturn.App.Registers;

/// <summary>A council's folder in one file, as it goes through a browser.</summary>
public static class FolderZip
{
    /// <summary>What systems say of a disk or a quota that is full: Linux and macOS (ENOSPC, EDQUOT), Windows (ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL).</summary>
    private static readonly int[] FullDisk = [28, 122, 0x27, 0x70];

    /// <summary>Unpacks a folder; whatever a zip claims, nothing lands outside and no more than a folder holds.</summary>
    /// <param name="to">A folder that is new or empty.</param>
    /// <returns>Why it cannot be unpacked, or null.</returns>
    public static string? Unpack(string zip, string to)
    {
        try
        {
            using var stream = File.OpenRead(zip);
            if (ZipLimits.TooManyParts(stream) is not null)
            {
                return "It has far more files in it than a council's folder.";
            }

            stream.Position = 0;
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            if (ZipLimits.TooLarge(archive) is not null)
            {
                return "It unpacks to far more than a council's folder holds.";
            }

            var left = new BytesLeft(512L * 1024 * 1024);
            var top = Top(archive);
            foreach (var entry in archive.Entries.Where(entry => entry.Name.Length > 0))
            {
                var name = entry.FullName.Replace('\\', '/')[top.Length..];
                var path = Path.GetFullPath(Path.Combine(to, name));
                if (!path.StartsWith(Path.GetFullPath(to) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                {
                    return $"The file {Quoted.Text(entry.FullName)} in it would land outside the folder.";
                }

                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                using var from = new BoundedStream(entry.Open(), left);
                using var file = File.Create(path);
                from.CopyTo(file);
            }

            return null;
        }
        catch (Exception e) when (IsNoRoom(e))
        {
            return "The server has no room left to unpack it: whoever runs Outturn has to make room on the disk of its temporary files. Nothing was taken, and the zip may well be sound.";
        }
        catch (Exception e) when (e is UnauthorizedAccessException or InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return "It is no zip that can be read: pack the folder with the files of the council into one.";
        }
    }

    /// <summary>The register and figures as a folder, packed.</summary>
    public static (byte[]? Zip, IReadOnlyList<Defect> Defects) Pack(FolderResult.Read read)
    {
        var folder = Directory.CreateTempSubdirectory("outturn-export-");
        try
        {
            if (FolderWriter.Write(read.Register, folder.FullName, replace: false, read.Template) is ExportResult.Refused refused)
            {
                return (null, refused.Defects);
            }

            using var memory = new MemoryStream();
            ZipFile.CreateFromDirectory(folder.FullName, memory);
            return (memory.ToArray(), []);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool IsNoRoom(Exception e) => e is IOException && FullDisk.Contains(e.HResult & 0xFFFF);

    /// <summary>The one folder in which everything lies, where the folder itself was packed.</summary>
    private static string Top(ZipArchive archive)
    {
        var names = archive.Entries.Where(entry => entry.Name.Length > 0).Select(entry => entry.FullName.Replace('\\', '/')).ToList();
        var first = names.Count == 0 || !names[0].Contains('/') ? "" : names[0][..(names[0].IndexOf('/') + 1)];
        return first.Length > 0 && names.TrueForAll(name => name.StartsWith(first, StringComparison.Ordinal)) && !names.Exists(name => name.Equals(CouncilJson.FileName, StringComparison.OrdinalIgnoreCase)) ? first : "";
    }
}
