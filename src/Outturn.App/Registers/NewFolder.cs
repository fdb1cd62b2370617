using System.Reflection;
using System.Text;

namespace Outturn.App.Registers;

/// <summary>What writing a new folder came to: the files that were written, or why none was.</summary>
public abstract record NewFolderResult
{
    private NewFolderResult()
    {
    }

    /// <param name="Files">By their names in the folder, in the order in which to read them.</param>
    public sealed record Written(IReadOnlyList<string> Files) : NewFolderResult;

    public sealed record Refused(Defect Defect) : NewFolderResult;
}

/// <summary>Writes a council's folder to begin with: a small fictional council that works at once, and a page that explains every file and column.</summary>
public static class NewFolder
{
    public const string ReadMe = "README.md";

    private const string Resources = "Sample/";
    private const int MostNamed = 5;

    /// <summary>Writes all files or none; a folder that has anything in it is left alone.</summary>
    public static NewFolderResult Write(string folder)
    {
        if (Obstacle(folder) is { } obstacle)
        {
            return Refuse(folder, obstacle);
        }

        var existed = Directory.Exists(folder);
        var written = new List<string>();
        try
        {
            foreach (var (name, content) in Files())
            {
                var path = Path.Combine(folder, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                written.Add(name);
                WholeFile.Write(path, stream => stream.Write(content));
            }

            return new NewFolderResult.Written(written);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Remove(folder, written, existed);
            return Refuse(folder, $"The folder cannot be written, and nothing was: {e.Message}");
        }
    }

    /// <summary>Everything in a new folder, the page that explains it first.</summary>
    private static IEnumerable<(string Name, byte[] Content)> Files()
    {
        yield return (ReadMe, Encoding.UTF8.GetBytes(FolderGuide.Text()));
        string[] inOrder = [CouncilJson.FileName, .. CouncilFolder.Tables.Select(table => table.File)];
        var samples = Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Resources, StringComparison.Ordinal))
            .Select(name => name[Resources.Length..].Replace('\\', '/'))
            .OrderBy(name => Array.IndexOf(inOrder, name) is var place and >= 0 ? place : inOrder.Length)
            .ThenBy(name => name, StringComparer.Ordinal);
        foreach (var name in samples)
        {
            yield return (name, Sample(name));
        }
    }

    private static byte[] Sample(string name)
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resources + name)
            ?? throw new InvalidOperationException($"The sample {name} is not part of the program.");
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        return content;
    }

    /// <summary>Why nothing can be written into a folder, or null where it is new or empty.</summary>
    internal static string? Obstacle(string folder)
    {
        try
        {
            if (File.Exists(folder))
            {
                return "There is a file of that name: name a new folder.";
            }

            string[] there = Directory.Exists(folder) ? [.. Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)] : [];
            return there.Length == 0 ? null
                : $"The folder is not empty, and nothing in it was touched: it holds {string.Join(", ", there.Take(MostNamed))}{(there.Length > MostNamed ? $" and {there.Length - MostNamed} more" : "")}. Name a new or empty folder.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"The folder cannot be looked into: {e.Message}";
        }
    }

    /// <summary>Takes back what was written of a folder that could not be finished.</summary>
    private static void Remove(string folder, List<string> written, bool existed)
    {
        try
        {
            foreach (var path in written.Select(name => Path.Combine(folder, name)).Where(File.Exists))
            {
                File.Delete(path);
            }

            foreach (var within in Directory.Exists(folder) ? Directory.GetDirectories(folder) : [])
            {
                Directory.Delete(within);
            }

            if (!existed && Directory.Exists(folder))
            {
                Directory.Delete(folder);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The disk refuses this too; the reason that is told is the first one.
        }
    }

    private static NewFolderResult.Refused Refuse(string folder, string reason) => new(Defect.Error(folder, reason));
}
