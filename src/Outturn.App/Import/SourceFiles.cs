using System.Diagnostics.CodeAnalysis;

namespace Outturn.App.Import;

/// <summary>Opening what somebody sent, with a plain reason when it cannot be opened.</summary>
internal static class SourceFiles
{
    /// <summary>A table is held in memory whole; a bigger file is a mistake, or for a verb that streams.</summary>
    public const long MostBytesInMemory = 64L * 1024 * 1024;

    public static string Name(string path) => Path.GetFileName(path) is { Length: > 0 } name ? name : path;

    /// <summary>Opens for reading even while a spreadsheet program has the file open.</summary>
    public static bool TryOpen(
        string path, [NotNullWhen(true)] out FileStream? stream, [NotNullWhen(false)] out Defect? defect)
    {
        (stream, defect) = (null, null);
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (stream.CanSeek)
            {
                return true;
            }

            stream.Dispose();
            stream = null;
            defect = Defect.Error(Name(path), "This is a stream that can be read only once: save it to a file first.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            defect = Defect.Error(Name(path), $"There is no file {path}.");
        }
        catch (UnauthorizedAccessException)
        {
            defect = Defect.Error(Name(path), Directory.Exists(path)
                ? "This is a folder, not a file."
                : "The file may not be read: ask for the right to read it.");
        }
        catch (IOException e)
        {
            defect = Defect.Error(Name(path), $"The file cannot be opened: {e.Message}");
        }

        return false;
    }

    public static string? TooBig(FileStream stream, long mostBytes) => stream.Length <= mostBytes
        ? null
        : $"The file has {Megabytes(stream.Length)} MB and at most {Megabytes(mostBytes)} MB are read at once: "
          + "split it, or leave out the rows and columns that are not needed.";

    private static long Megabytes(long bytes) => (bytes + 1024 * 1024 - 1) / (1024 * 1024);
}
