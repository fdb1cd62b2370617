using System.IO.Compression;

namespace Outturn.Reports;

/// <summary>Rewrites an Office package so that equal parts give equal bytes: entries in ordinal order, all of one date.</summary>
internal static class SteadyPackage
{
    private static readonly DateTimeOffset TheDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="package">The finished package; it is read from its start.</param>
    public static void Write(Stream package, Stream to)
    {
        package.Position = 0;
        using var read = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var written = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var part in read.Entries.OrderBy(part => part.FullName, StringComparer.Ordinal))
        {
            var entry = written.CreateEntry(part.FullName, CompressionLevel.Fastest);
            entry.LastWriteTime = TheDate;
            using var source = part.Open();
            using var target = entry.Open();
            source.CopyTo(target);
        }
    }
}
