namespace Outturn.Tests.Registers;

/// <summary>The example councils of this repository.</summary>
internal static class Examples
{
    public static string Folder(string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Outturn.slnx")))
        {
            root = root.Parent;
        }

        return Path.Combine(root?.FullName ?? throw new DirectoryNotFoundException("The tests run outside the repository."), "examples", name);
    }
}
