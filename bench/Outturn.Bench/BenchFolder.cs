namespace Outturn.Bench;

/// <summary>artifacts/bench, where the files of the benchmarks are made.</summary>
internal sealed class BenchFolder
{
    private readonly DirectoryInfo folder;

    private BenchFolder(DirectoryInfo root)
    {
        Root = root.FullName;
        folder = Directory.CreateDirectory(System.IO.Path.Combine(Root, "artifacts", "bench"));
    }

    /// <summary>The repository.</summary>
    public string Root { get; }

    /// <summary>The example county as it stood in July 2020, so that measurements of one year can be set beside those of another.</summary>
    public string County => System.IO.Path.Combine(Root, "tests", "Fixtures", "wealdshire-2020");

    /// <summary>The program as users start it.</summary>
    public string Outturn => System.IO.Path.Combine(Root, "outturn");

    public static BenchFolder Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(at.FullName, "Outturn.slnx")))
            {
                return new BenchFolder(at);
            }
        }

        throw new DirectoryNotFoundException("The benchmarks run inside the repository: no Outturn.slnx was found above the program.");
    }

    /// <summary>A peer's script, as it lies beside the benchmark.</summary>
    public string Script(string name) => System.IO.Path.Combine(Root, "bench", "Outturn.Bench", name);

    public string Path(string name) => System.IO.Path.Combine(folder.FullName, name);

    /// <summary>Where an SQLite store is to be made: nothing is there.</summary>
    public string NewStore(string name)
    {
        foreach (var ending in (string[])["", "-wal", "-shm"])
        {
            File.Delete(Path(name) + ending);
        }

        return Path(name);
    }

    /// <summary>Makes a file anew, so that it is always what its generator writes today.</summary>
    public string Make(string name, Action<string> make)
    {
        make(Path(name));
        return Path(name);
    }
}
