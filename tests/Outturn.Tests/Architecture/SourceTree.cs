using System.Text.Json;
using System.Xml.Linq;

namespace Outturn.Tests.Architecture;

/// <summary>The repository as it lies on disk: its projects, what they reference, and what their lock files restore.</summary>
internal static class SourceTree
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> Projects { get; } =
        [.. Directory.EnumerateDirectories(Path.Combine(Root, "src")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    /// <summary>The projects that a project of src names in its own file.</summary>
    public static IReadOnlyList<string> ProjectReferences(string project) =>
        [.. References(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))];

    /// <summary>The packages that a project of src names in its own file.</summary>
    public static IReadOnlyList<string> PackageReferences(string project) => References(project, "PackageReference");

    /// <summary>Every package that a project restores, on any platform, its own or by way of another.</summary>
    public static IReadOnlySet<string> RestoredPackages(string project)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Root, "src", project, "packages.lock.json")));
        return json.RootElement.GetProperty("dependencies").EnumerateObject()
            .SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() != "Project")
            .Select(package => package.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Package and version, as pinned for the whole repository.</summary>
    public static IReadOnlyList<(string Package, string Version)> PinnedPackages() =>
        [.. XDocument.Load(Path.Combine(Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Select(pin => (pin.Attribute("Include")!.Value, pin.Attribute("Version")!.Value))];

    private static List<string> References(string project, string kind) =>
        [.. XDocument.Load(Path.Combine(Root, "src", project, project + ".csproj")).Descendants(kind).Select(reference => reference.Attribute("Include")!.Value)];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Outturn.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("Outturn.slnx stands in no folder above the tests.");
    }
}
