namespace Outturn.Cli;

/// <summary>Standard input kept in a file of its own while it is read, because it is read more than once; gone afterwards.</summary>
internal sealed class StandardInput : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("outturn-");

    private StandardInput()
    {
    }

    /// <summary>Named so that a defect says where it stands.</summary>
    public string Path => System.IO.Path.Combine(folder.FullName, "standard input");

    public static StandardInput Spool(CancellationToken cancel)
    {
        var spooled = new StandardInput();
        try
        {
            using var input = Console.OpenStandardInput();
            using var file = File.Create(spooled.Path);
            input.CopyToAsync(file, cancel).WaitAsync(cancel).GetAwaiter().GetResult();
            return spooled;
        }
        catch
        {
            spooled.Dispose();
            throw;
        }
    }

    public void Dispose() => folder.Delete(recursive: true);
}
