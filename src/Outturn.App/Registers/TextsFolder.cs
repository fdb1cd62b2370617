using Outturn.App.Import;
using Outturn.Core.Indicators;
using Outturn.Core.Papers;

namespace Outturn.App.Registers;

/// <summary>texts/*.md: the analyst's own paragraphs, each in a file named after its place in the paper.</summary>
internal static class TextsFolder
{
    public const string Name = "texts";

    private const string Ending = ".md";

    public static SortedDictionary<string, string> Read(FolderFiles files, IEnumerable<Service> services, List<Defect> defects)
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

        string[] places =
        [
            TextPlace.Introduction, TextPlace.Performance, TextPlace.Dashboard, TextPlace.Proposals, .. services.Select(TextPlace.Of).Distinct(),
        ];
        foreach (var path in Directory.EnumerateFiles(files.PathOf(Name)).Where(path => Path.GetFileName(path) != TextStamps.FileName).Order(StringComparer.Ordinal))
        {
            var source = $"{Name}/{Path.GetFileName(path)}";
            var place = Path.GetFileNameWithoutExtension(path).ToLowerInvariant();
            if (!path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase))
            {
                defects.Add(Defect.Warning(source, $"This file was not read: only files that end in {Ending} are."));
            }
            else if (!places.Contains(place))
            {
                defects.Add(Defect.Warning(source, $"No place in the paper has this name, so the text was left out.{Nearest.Ask(place, places)}"));
            }
            else if (TextFiles.Open(path) is var opening && opening is TextOpening.Opened opened)
            {
                using var reader = opened.Reader();
                texts[place] = reader.ReadToEnd().TrimStart('\uFEFF').ReplaceLineEndings("\n").Trim();
            }
            else if (opening is TextOpening.Refused refused)
            {
                defects.Add(refused.Defect with { Source = source, Severity = Severity.Warning });
            }
        }

        return texts;
    }
}
