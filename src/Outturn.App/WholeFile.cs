namespace Outturn.App;

/// <summary>Writes a file whole or not at all: beside its place first, and moved there when it is finished.</summary>
public static class WholeFile
{
    /// <exception cref="IOException">The file cannot be written; what stood in its place still does.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var unfinished = $"{path}.{Environment.ProcessId}.unfinished";
        try
        {
            using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                write(stream);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
