using System.Text.Json;
using System.Text.Json.Serialization;
using Outturn.App.Import;

namespace Outturn.App.Reference;

/// <summary>What the rows of a file are.</summary>
public enum ProfileKind
{
    // In the order in which they are taken: each needs only what stands before it.
    Areas,
    Superseded,
    AreaNumbers,
    Clusters,
    Datasets,
    Series,
    Figures,
    Neighbours,
    Edition,
    Outcomes,
    Metrics,
    MetricLinks,
    MetricNumbers,
}

/// <summary>How a shape of file is read, as data: which column says what, and what the file leaves unsaid. A new shape is a new profile.</summary>
public sealed record Profile
{
    public required string Name { get; init; }
    public required ProfileKind Kind { get; init; }

    /// <summary>What a column is for, and its name in the file, or several with bars between; a question mark behind what it is for: it may be missing.</summary>
    public required IReadOnlyDictionary<string, string> Columns { get; init; }

    /// <summary>Every name that a column of such a file may have.</summary>
    public IEnumerable<string> Names => Columns.Values.SelectMany(name => name.Split('|'));

    /// <summary>The dataset that the file is part of; null where the file's own name is that of the dataset.</summary>
    public string? Dataset { get; init; }

    /// <summary>The list by whose numbers the file names areas; null where it gives their codes.</summary>
    public string? AreaNumbers { get; init; }

    /// <summary>The kind of year of every series whose own is not known: Calendar Year, Financial Year …</summary>
    public string? Years { get; init; }

    /// <summary>What stands for a missing value, and its marker in brackets (x, c, u, z, low).</summary>
    public IReadOnlyDictionary<string, string> Markers { get; init; } = new Dictionary<string, string>();

    /// <summary>Profiles of files that must have been taken before.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>What is known of series beside the file, by their codes.</summary>
    public IReadOnlyDictionary<string, SeriesFacts> Series { get; init; } = new Dictionary<string, SeriesFacts>();

    /// <summary>What is known of neighbour sets beside their files, by the files' names without ending.</summary>
    public IReadOnlyDictionary<string, SetFacts> Sets { get; init; } = new Dictionary<string, SetFacts>();

    /// <summary>How neighbours stand in a row: "rows" one to a row with its rank, "columns" the codes side by side, "pairs" a code and a name or distance side by side.</summary>
    public string? Layout { get; init; }

    public string? Organisation { get; init; }
    public string? Title { get; init; }
    public string? Address { get; init; }

    /// <summary>Where each role stands in a header, or null where a needed one is missing. A name that the header has twice has two places.</summary>
    internal IReadOnlyDictionary<string, int[]>? Places(IReadOnlyList<string> header)
    {
        var places = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var (role, name) in Columns)
        {
            int[] found = [.. header.Select((column, i) => (column, i)).Where(at => name.Split('|').Any(one => SourceColumn.Plain(one) == SourceColumn.Plain(at.column))).Select(at => at.i)];
            if (found.Length > 0)
            {
                places.Add(role.TrimEnd('?'), found);
            }
            else if (!role.EndsWith('?'))
            {
                return null;
            }
        }

        return places;
    }
}

/// <param name="Polarity">higher or lower.</param>
public sealed record SeriesFacts(string? Title = null, string? Unit = null, int? Decimals = null, string? Polarity = null, string? Description = null);

public sealed record SetFacts(string Name, string Date, string Source);

/// <summary>The profiles that this program brings, and those that somebody adds.</summary>
public static class Profiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() }, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static IReadOnlyList<Profile> Own { get; } =
    [
        .. typeof(Profiles).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("ReferenceProfiles/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var stream = typeof(Profiles).Assembly.GetManifestResourceStream(name)!;
                return JsonSerializer.Deserialize<Profile>(stream, Json)!;
            }),
    ];

    /// <summary>Reads a profile that somebody wrote; null, with the reason, where it is none.</summary>
    public static Profile? Read(string path, out string refusal)
    {
        refusal = "";
        try
        {
            return JsonSerializer.Deserialize<Profile>(File.ReadAllText(path), Json) ?? throw new JsonException("it is empty");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            refusal = $"{path} is not a profile: {e.Message}";
            return null;
        }
    }

    /// <summary>The profile that says most of a header; null where none fits.</summary>
    internal static Profile? Fitting(IReadOnlyList<Profile> profiles, IReadOnlyList<string> header) =>
        profiles.Select(profile => (profile, places: profile.Places(header)))
            .Where(fit => fit.places is not null)
            .OrderByDescending(fit => fit.places!.Count)
            .ThenByDescending(fit => fit.profile.Columns.Keys.Count(role => !role.EndsWith('?')))
            .Select(fit => fit.profile)
            .FirstOrDefault();
}
