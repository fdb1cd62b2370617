using Outturn.Core.Dashboards;

namespace Outturn.App.Registers;

/// <summary>The files of one export while they are made, proved and put in their places.</summary>
internal sealed class Export
{
    private readonly Register register;
    private readonly FolderFiles? there;
    private readonly string? template;
    private readonly List<(string Name, byte[] Content)> files = [];
    private readonly Dictionary<string, string> texts = [];
    private readonly List<Defect> warnings;

    private Export(Register register, FolderFiles? there, string? template) =>
        (this.register, this.there, this.template, warnings) = (register, there, template, [.. LeftOut.Of(register)]);

    public IReadOnlyList<Defect> Warnings => warnings;

    public IEnumerable<string> Names => files.Select(file => file.Name);

    /// <param name="there">What stands in the folder, where there is one.</param>
    public static Export Of(Register register, byte[]? template, FolderFiles? there)
    {
        var name = register.Council.Template is { } named && (template is not null || there?.Has(named) == true) ? named : null;
        var export = new Export(register, there, name);
        export.files.Add((CouncilJson.FileName, CouncilJson.Write(register.Council, register.House, name)));
        foreach (var table in FolderTables.Of(register))
        {
            if (table.Write() is { } content)
            {
                export.files.Add((table.Shape.File, content));
            }
        }

        foreach (var (place, file, content) in TextsFolder.Write(register.Texts))
        {
            export.files.Add((file, content));
            export.texts.Add(file, place);
        }

        if (register.House.Logo is { } logo)
        {
            export.files.Add((logo.File, logo.Bytes));
        }

        if (name is not null && template is not null)
        {
            export.files.Add((name, template));
        }
        else if (name is null && register.Council.Template is { } missing)
        {
            export.warnings.Add(Defect.Warning(CouncilJson.FileName, $"The Word template {missing} is not at hand and not named: put it into the folder and name it under template."));
        }

        return export;
    }

    /// <summary>Writes everything into a scratch folder and reads it there; every error that a reader of the folder would meet.</summary>
    public IReadOnlyList<Defect> ReadBack()
    {
        var scratch = Directory.CreateTempSubdirectory("outturn-");
        try
        {
            foreach (var (name, content) in files)
            {
                if (texts.TryGetValue(name, out var place) ? !IsPlace(place) : Path.GetFileName(name) != name)
                {
                    return [Defect.Error(name, "This is no name of a file of the folder.")];
                }

                var path = Path.Combine(scratch.FullName, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, content);
            }

            if (template is not null && !Names.Contains(template))
            {
                File.WriteAllBytes(Path.Combine(scratch.FullName, template), []);
            }

            switch (CouncilFolder.Read(scratch.FullName))
            {
                case FolderResult.Read read:
                    warnings.AddRange(read.Warnings);
                    return [];
                case FolderResult.Refused refused:
                    return [.. refused.Defects.Where(defect => defect.Severity == Severity.Error)];
                default:
                    throw new InvalidOperationException("A folder is read or refused.");
            }
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    /// <summary>Puts all files into the folder, and takes away the tables and texts there that would be read with them.</summary>
    /// <exception cref="IOException">A file cannot be written; none has taken its place.</exception>
    public void TakePlace(string folder)
    {
        List<string> spare = [];
        var standing = there is null ? [] : TextsFolder.Standing(there, register.Services, register.Committees, register.House.Blocks, out spare);
        (string Path, Action<Stream> Write)[] placed =
            [.. files.Select(file => (PathOf(folder, file.Name, standing), (Action<Stream>)(stream => stream.Write(file.Content))))];
        var made = new Stack<string>();
        try
        {
            foreach (var (path, _) in placed)
            {
                Make(Path.GetDirectoryName(path)!, made);
            }

            WholeFile.WriteAll(placed);
        }
        catch
        {
            foreach (var empty in made.Where(folder => !Directory.EnumerateFileSystemEntries(folder).Any()))
            {
                Directory.Delete(empty);
            }

            throw;
        }

        var stale = CouncilFolder.Tables.Where(table => there?.Has(table.File) == true).Select(table => there!.PathOf(table.File)).Concat(standing.Values).Concat(spare);
        foreach (var path in stale.Except(placed.Select(file => file.Path)))
        {
            File.Delete(path);
        }
    }

    /// <summary>A text's place is a name such as papers give it (small letters, digits, hyphens), behind a committee's at most.</summary>
    private static bool IsPlace(string place) =>
        place.Split('/') is { Length: 1 or 2 } names && names.All(name => name.Length > 0 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'));

    private string PathOf(string folder, string name, Dictionary<string, string> standing) =>
        there is null ? Path.Combine(folder, name)
        : !texts.TryGetValue(name, out var place) ? there.PathOf(name)
        : standing.GetValueOrDefault(place) ?? Path.Combine(there.PathOf(TextsFolder.Name), name[(TextsFolder.Name.Length + 1)..]);

    private static void Make(string folder, Stack<string> made)
    {
        if (folder.Length == 0 || Directory.Exists(folder))
        {
            return;
        }

        Make(Path.GetDirectoryName(folder) ?? "", made);
        Directory.CreateDirectory(folder);
        made.Push(folder);
    }
}
