namespace Outturn.App;

/// <summary>Writes files whole or not at all: beside their places first, and moved there when they are finished.</summary>
public static class WholeFile
{
    /// <exception cref="IOException">The file cannot be written; what stood in its place still does.</exception>
    public static void Write(string path, Action<Stream> write) => WriteAll([(path, write)]);

    /// <summary>Writes files that belong together: none takes its place before the last is finished.</summary>
    /// <exception cref="IOException">One of them cannot be written; what stood in their places still does.</exception>
    public static void WriteAll(IReadOnlyList<(string Path, Action<Stream> Write)> files)
    {
        string Unfinished(string path) => $"{path}.{Environment.ProcessId}.unfinished";
        try
        {
            foreach (var (path, write) in files)
            {
                using var stream = new FileStream(Unfinished(path), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
                write(stream);
            }

            foreach (var (path, _) in files)
            {
                File.Move(Unfinished(path), path, overwrite: true);
            }
        }
        finally
        {
            foreach (var (path, _) in files)
            {
                File.Delete(Unfinished(path));
            }
        }
    }
}
