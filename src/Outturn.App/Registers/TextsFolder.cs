using System.Text;
using Outturn.App.Import;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Papers;

namespace Outturn.App.Registers;

/// <summary>texts/*.md: the analyst's own paragraphs, each in a file named after its place in the paper; those for one committee in a folder of its short name.</summary>
internal static class TextsFolder
{
    public const string Name = "texts";

    private const string Ending = ".md";

    public static SortedDictionary<string, string> Read(FolderFiles files, IEnumerable<Service> services, IEnumerable<Committee> committees, IReadOnlyList<TextBlock> blocks, List<Defect> defects)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (!files.Has(Name))
        {
            return texts;
        }

        if (!Directory.Exists(files.PathOf(Name)))
        {
            defects.Add(Defect.Warning(Name, "This is a file and was not read: the analyst's own paragraphs are files in a folder of this name."));
            return texts;
        }

        var places = Places(services);
        ReadFolder(files.PathOf(Name), "", places, blocks, texts, defects);
        string[] owners = [.. committees.Select(committee => TextPlace.For(committee, "")).Distinct()];
        foreach (var path in Directory.EnumerateDirectories(files.PathOf(Name)).Order(StringComparer.Ordinal))
        {
            var owner = $"{Path.GetFileName(path).ToLowerInvariant()}/";
            if (owners.Contains(owner))
            {
                ReadFolder(path, owner, places, blocks, texts, defects);
            }
            else
            {
                defects.Add(Defect.Warning($"{Name}/{Path.GetFileName(path)}", $"No committee has this short name, so the texts in it were left out.{Nearest.Ask(owner[..^1], [.. owners.Select(name => name[..^1])])}"));
            }
        }

        return texts;
    }

    /// <summary>The file that each text of a folder stands in, by the text's place; of several the one that is read.</summary>
    /// <param name="spare">Files that say what another says in its place.</param>
    public static Dictionary<string, string> Standing(FolderFiles files, IReadOnlyList<Service> services, IReadOnlyList<Committee> committees, IReadOnlyList<TextBlock> blocks, out List<string> spare)
    {
        var (standing, others, places) = (new Dictionary<string, string>(), new List<string>(), Places(services));
        string[] owners = ["", .. committees.Select(committee => TextPlace.For(committee, ""))];
        string[] folders = Directory.Exists(files.PathOf(Name)) ? [files.PathOf(Name), .. Directory.EnumerateDirectories(files.PathOf(Name)).Order(StringComparer.Ordinal)] : [];
        foreach (var folder in folders)
        {
            var owner = folder == files.PathOf(Name) ? "" : $"{Path.GetFileName(folder).ToLowerInvariant()}/";
            if (!owners.Contains(owner))
            {
                continue;
            }

            foreach (var path in Directory.EnumerateFiles(folder).Where(path => path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal))
            {
                var place = Path.GetFileNameWithoutExtension(path).ToLowerInvariant();
                if (!IsPlace(place, places, blocks))
                {
                    continue;
                }

                if (standing.Remove(owner + place, out var before))
                {
                    others.Add(before);
                }

                standing.Add(owner + place, path);
            }
        }

        spare = others;
        return standing;
    }

    /// <summary>Every text as a file: its name within the folder, and its bytes.</summary>
    public static IEnumerable<(string Place, string File, byte[] Content)> Write(IReadOnlyDictionary<string, string> texts) =>
        texts.Select(text => (text.Key, $"{Name}/{text.Key}{Ending}", Encoding.UTF8.GetBytes(text.Value + "\n")));

    private static bool IsPlace(string place, string[] places, IReadOnlyList<TextBlock> blocks) =>
        places.Contains(place) || TextPlace.IsOfReview(place) || blocks.Any(block => TextPlace.IsOfBlock(place, block.Name));

    private static string[] Places(IEnumerable<Service> services) =>
        [TextPlace.Introduction, TextPlace.Performance, TextPlace.Dashboard, TextPlace.Proposals, .. services.Select(TextPlace.Of).Distinct()];

    /// <param name="owner">Whose papers alone the texts stand in ("housing-panel/"), or nothing for those of every committee.</param>
    private static void ReadFolder(string folder, string owner, string[] places, IReadOnlyList<TextBlock> blocks, SortedDictionary<string, string> texts, List<Defect> defects)
    {
        foreach (var path in Directory.EnumerateFiles(folder).Where(path => Path.GetFileName(path) != TextStamps.FileName).Order(StringComparer.Ordinal))
        {
            var source = $"{Name}/{owner}{Path.GetFileName(path)}";
            var place = Path.GetFileNameWithoutExtension(path).ToLowerInvariant();
            if (!path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase))
            {
                defects.Add(Defect.Warning(source, $"This file was not read: only files that end in {Ending} are."));
            }
            else if (!IsPlace(place, places, blocks))
            {
                defects.Add(Defect.Warning(source, $"No place in the paper has this name, so the text was left out.{Nearest.Ask(place, [.. places, .. blocks.Select(block => TextPlace.OfBlock(block.Name, block.Wording))])}{(place.StartsWith("block-", StringComparison.Ordinal) ? $" Blocks are listed in {BlocksFile.Shape.File}." : "")}"));
            }
            else if (TextFiles.Open(path) is var opening && opening is TextOpening.Opened opened)
            {
                using var reader = opened.Reader();
                texts[owner + place] = reader.ReadToEnd().TrimStart('\uFEFF').ReplaceLineEndings("\n").Trim();
            }
            else if (opening is TextOpening.Refused refused)
            {
                defects.Add(refused.Defect with { Source = source, Severity = Severity.Warning });
            }
        }
    }
}
