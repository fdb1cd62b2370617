namespace Outturn.App;

/// <summary>Writes files whole or not at all: beside their places first, and moved there when they are finished.</summary>
public static class WholeFile
{
    /// <exception cref="IOException">The file cannot be written; what stood in its place still does.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        if (IsDevice(path))
        {
            using var device = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            write(device);
            return;
        }

        WriteAll([(path, write)]);
    }

    /// <summary>Writes files that belong together: none takes its place before the last is finished.</summary>
    /// <exception cref="IOException">One of them cannot be written; what stood in their places still does.</exception>
    public static void WriteAll(IReadOnlyList<(string Path, Action<Stream> Write)> files)
    {
        string Unfinished(string path) => $"{path}.{Environment.ProcessId}.unfinished";
        foreach (var (path, _) in files)
        {
            Refuse(path);
        }

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

    /// <summary>/dev/null, /dev/stdout: nothing may take the place of these.</summary>
    private static bool IsDevice(string path) =>
        Path.GetFullPath(path) is var full && full.StartsWith("/dev/", StringComparison.Ordinal) && !full.StartsWith("/dev/shm/", StringComparison.Ordinal) && File.Exists(full);

    /// <summary>What would be noticed only when some files have taken their places, or under a name that nobody gave.</summary>
    private static void Refuse(string path)
    {
        if (Directory.Exists(path))
        {
            throw new IOException($"{path} is a folder.");
        }

        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"{path} cannot be written: there is no folder {folder}.");
        }
    }
}
