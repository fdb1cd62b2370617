namespace Outturn.Tests.Architecture;

/// <summary>What CONTRIBUTING.md promises of the house and a compiler cannot check.</summary>
public sealed class HouseTests
{
    private const int MostLines = 400;

    private static readonly string[] Kinds = [".cs", ".cshtml", ".css", ".js", ".sql"];

    [Fact]
    public void No_file_is_so_long_that_nobody_reads_it()
    {
        var files = Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "src"), "*", SearchOption.AllDirectories)
            .Where(file => Kinds.Contains(Path.GetExtension(file)) && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .Select(file => (Path: Path.GetRelativePath(SourceTree.Root, file), Lines: File.ReadLines(file).Count()))
            .ToList();
        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => file.Lines > MostLines);
    }

    [Fact]
    public void Every_package_has_its_row_with_version_licence_and_reason()
    {
        var rows = File.ReadLines(Path.Combine(SourceTree.Root, "docs", "dependencies.md"))
            .Where(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .ToList();
        var without = SourceTree.PinnedPackages()
            .Where(pin => !rows.Exists(row => row[0] == pin.Package && row[1] == pin.Version && row.Length >= 4 && row[2].Length > 0 && row[3].Length > 0))
            .Select(pin => $"{pin.Package} {pin.Version}");
        Assert.Empty(without);
    }

    [Fact]
    public void Every_link_in_the_documents_leads_to_a_file_that_is_there()
    {
        var documents = Directory.EnumerateFiles(SourceTree.Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "docs"), "*.md", SearchOption.AllDirectories));
        var broken =
            from document in documents
            from target in LinksIn(File.ReadAllText(document))
            where !target.Contains(':', StringComparison.Ordinal) && !target.StartsWith('#')
            let path = Path.Combine(Path.GetDirectoryName(document)!, target.Split('#')[0])
            where !File.Exists(path) && !Directory.Exists(path)
            select $"{Path.GetRelativePath(SourceTree.Root, document)}: {target}";
        Assert.Empty(broken);
    }

    private static IEnumerable<string> LinksIn(string markdown) =>
        markdown.Split("](").Skip(1).Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)]);
}
