namespace Outturn.Tests.Registers;

/// <summary>The example councils of this repository.</summary>
internal static class Examples
{
    /// <summary>The example county as it is now, which may grow; <see cref="Folder"/> has it as it stood in July 2020.</summary>
    public static string County => Path.Combine(Repository, "examples", "wealdshire");

    private static string Repository
    {
        get
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (root is not null && !File.Exists(Path.Combine(root.FullName, "Outturn.slnx")))
            {
                root = root.Parent;
            }

            return root?.FullName ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }
    }

    public static string Folder(string name) =>
        name == "wealdshire" ? Path.Combine(Repository, "tests", "Fixtures", "wealdshire-2020") : Path.Combine(Repository, "examples", name);
}
