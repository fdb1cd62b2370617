using Outturn.App.Reference;
using Outturn.Core.National;
using Outturn.Core.Outcomes;

namespace Outturn.App.Outcomes;

/// <summary>Which framework is meant, of those that the national data hold.</summary>
/// <param name="Name">Its name; null for the one to which most is said to stand.</param>
/// <param name="Edition">The edition's name; null for the latest.</param>
public sealed record FrameworkChoice(string? Name, string? Edition);

/// <summary>Frameworks in the reference store: the Local Outcomes Framework, a corporate plan, an inspection framework.</summary>
public static class Frameworks
{
    /// <summary>Every edition, those of a framework together and the latest first.</summary>
    public static async Task<IReadOnlyList<FrameworkEdition>> AllAsync(ReferenceStore store, CancellationToken cancel) => await ReadAsync(store, await store.EditionsAsync(cancel), cancel);

    private static async Task<IReadOnlyList<FrameworkEdition>> LatestAsync(ReferenceStore store, CancellationToken cancel) =>
        await ReadAsync(store, (await store.EditionsAsync(cancel)).DistinctBy(known => known.Framework), cancel);

    private static async Task<IReadOnlyList<FrameworkEdition>> ReadAsync(ReferenceStore store, IEnumerable<(string Framework, string Edition, DateOnly? Date)> wanted, CancellationToken cancel)
    {
        List<FrameworkEdition> read = [];
        foreach (var (framework, edition, _) in wanted)
        {
            read.Add((await store.EditionAsync(framework, edition, cancel))!);
        }

        return read;
    }

    /// <returns>Null, with what there is, where there is no such framework or edition.</returns>
    public static async Task<(FrameworkEdition? Edition, string Refusal)> FindAsync(ReferenceStore store, FrameworkChoice choice, IReadOnlyList<MetricLink> links, CancellationToken cancel)
    {
        var editions = await store.EditionsAsync(cancel);
        if (editions.Count == 0)
        {
            return (null, "the national data hold no framework: outturn reference import takes one in.");
        }

        if (FrameworkEdition.Choose(await LatestAsync(store, cancel), choice.Name ?? Only(editions, choice.Edition), links) is not { } latest)
        {
            return (null, $"there is no framework \"{choice.Name}\". {There(editions.Select(known => known.Framework).Distinct())}");
        }

        if (choice.Edition is not { } name)
        {
            return (latest, "");
        }

        var named = editions.FirstOrDefault(known => known.Framework == latest.Framework && known.Edition.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
        return named.Framework is null
            ? (null, $"there is no edition \"{name}\" of the {latest.Framework}. {There(editions.Where(known => known.Framework == latest.Framework).Select(known => known.Edition))}")
            : (await store.EditionAsync(named.Framework, named.Edition, cancel), "");
    }

    /// <summary>The framework that has the metric, so that nobody needs to name it; else as <see cref="FindAsync"/> has it.</summary>
    public static async Task<(FrameworkEdition? Edition, string Refusal)> WithMetricAsync(ReferenceStore store, FrameworkChoice choice, string metric, CancellationToken cancel) =>
        choice is { Name: null, Edition: null } && (await LatestAsync(store, cancel)).FirstOrDefault(edition => edition.Find(metric) is not null) is { } found
            ? (found, "")
            : await FindAsync(store, choice, [], cancel);

    /// <summary>The edition to set a later one beside: the one that is named, or the one before it.</summary>
    /// <returns>Null, with the reason, where there is none.</returns>
    public static async Task<(FrameworkEdition? Edition, string Refusal)> BeforeAsync(ReferenceStore store, FrameworkEdition later, string? name, CancellationToken cancel)
    {
        var others = (await store.EditionsAsync(cancel)).Where(known => known.Framework == later.Framework).ToList();
        var found = name is null
            ? others.SkipWhile(known => known.Edition != later.Name).Skip(1).FirstOrDefault()
            : others.Find(known => known.Edition.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
        return found.Framework is not null ? (await store.EditionAsync(found.Framework, found.Edition, cancel), "")
            : name is null ? (null, $"no edition of the {later.Framework} before {later.Name} is held: there is nothing to set it beside until another is imported.")
            : (null, $"there is no edition \"{name}\" of the {later.Framework}. {There(others.Select(known => known.Edition))}");
    }

    /// <summary>The framework that alone has an edition of that name.</summary>
    private static string? Only(IReadOnlyList<(string Framework, string Edition, DateOnly? Date)> editions, string? name) =>
        name is null ? null : editions.Where(known => known.Edition.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)).Select(known => known.Framework).Distinct().ToList() is [var only] ? only : null;

    private static string There(IEnumerable<string> names) => names.ToList() is var all ? $"There {(all.Count == 1 ? "is" : "are")}: {string.Join(", ", all)}." : "";
}
