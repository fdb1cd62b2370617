namespace Outturn.App.Registers;

/// <summary>The files that stand in a council's folder, whatever the capitals in their names.</summary>
internal sealed class FolderFiles
{
    private readonly string folder;
    private readonly Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);

    public FolderFiles(string folder)
    {
        this.folder = folder;
        foreach (var path in Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal))
        {
            names.TryAdd(Path.GetFileName(path), path);
        }
    }

    public bool Has(string name) => names.ContainsKey(name);

    /// <summary>The path of a file or folder that stands there, or where it would.</summary>
    public string PathOf(string name) => names.GetValueOrDefault(name) ?? Path.Combine(folder, name);

    /// <summary>Opens a table; null when it is absent (an error where it is needed) or cannot be read (an error always).</summary>
    public CouncilTable? Open(TableShape shape, List<Defect> defects, out bool isAbsent)
    {
        isAbsent = !Has(shape.File);
        if (!isAbsent)
        {
            return CouncilTable.Open(PathOf(shape.File), shape, defects);
        }

        var meant = Nearest.To(shape.File, names.Keys);
        if (shape.IsNeeded)
        {
            defects.Add(Defect.Error(shape.File, $"This file is missing: each row of it is {shape.Holds}.{(meant is null ? "" : $" Is it \"{meant}\"? Rename that.")}"));
        }
        else if (meant is not null)
        {
            defects.Add(Defect.Warning(meant, $"This file was not read: rename it {shape.File} if it is meant to be that."));
        }

        return null;
    }
}
