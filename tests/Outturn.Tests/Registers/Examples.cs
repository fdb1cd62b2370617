namespace Outturn.Tests.Registers;

/// <summary>The example councils of this repository: Wealdshire as it stood in July 2020, however far the example itself has grown since.</summary>
internal static class Examples
{
    public static string Folder(string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Outturn.slnx")))
        {
            root = root.Parent;
        }

        var repository = root?.FullName ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        return name == "wealdshire" ? Path.Combine(repository, "tests", "Fixtures", "wealdshire-2020") : Path.Combine(repository, "examples", name);
    }
}
