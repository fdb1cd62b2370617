using Outturn.App.Stores;
using Outturn.App.Stores.Facts;

namespace Outturn.App.Registers;

/// <summary>Settles what is said against what a store knows, table by table: new versions of what is new or changed.</summary>
internal sealed class RegisterComparison(Writing writing, StoredWords words, ImportOptions options)
{
    private readonly List<FactChange> changes = [];
    private readonly Dictionary<string, string> contents = words.All.ToDictionary(pair => pair.Digest, pair => pair.Content);

    public IReadOnlyList<FactChange> Changes => changes;

    public int Same { get; private set; }

    /// <summary>Settles the council, who answers for what in it, and what its indicators are called.</summary>
    /// <param name="template">The digest of the house's Word template, or null.</param>
    public async Task SettleCouncilAsync(RegisterFacts facts, string? template, CancellationToken cancel)
    {
        await SettleAsync([facts.Council(template)], cancel);
        await SettleAsync(facts.Posts(), cancel);
        await SettleAsync(facts.Services(), cancel);
        await SettleAsync(facts.Committees(), cancel);
        await SettleAsync(facts.Meetings(), cancel);
        await SettleAsync(facts.AgendaItems(), cancel);
        await SettleAsync(facts.Reports(), cancel);
        await SettleAsync(facts.House(facts.LogoBytes is { } logo ? await writing.FileAsync(logo, cancel) : null), cancel);
        await SettleAsync(facts.Styles(), cancel);
        await SettleAsync(facts.Signatures(), cancel);
        await SettleAsync(facts.Blocks(), cancel);
        await SettleAsync(facts.Descriptions(), cancel);
    }

    /// <summary>Adds the new versions of a table to the change that is being made.</summary>
    /// <param name="mayStay">Which facts of the store are no loss when what is said does not mention them.</param>
    public async Task SettleAsync<T>(IEnumerable<T> said, CancellationToken cancel, Func<T, bool>? mayStay = null)
        where T : Fact
    {
        foreach (var fact in await CompareAsync(said, mayStay ?? (_ => false), cancel))
        {
            writing.Add(fact);
        }
    }

    /// <summary>The new versions of a table, without adding them.</summary>
    public async Task<IReadOnlyList<T>> CompareAsync<T>(IEnumerable<T> said, Func<T, bool> mayStay, CancellationToken cancel)
        where T : Fact
    {
        var table = writing.TableOf<T>();
        var comparison = new FactComparison(table, digest => digest is null ? null : contents.GetValueOrDefault(digest) ?? writing.ContentOf(digest));
        var known = (await writing.Db.LastVersionsAsync<T>(long.MaxValue, cancel)).ToDictionary(fact => fact.Key);
        List<T> versions = [];
        foreach (var fact in said)
        {
            known.Remove(fact.Key, out var before);
            var differences = before is null or { Withdrawn: true } ? [] : comparison.Differences(before, fact);
            if (before is { Withdrawn: false } && differences.Count == 0)
            {
                Same++;
                continue;
            }

            fact.Version = (before?.Version ?? 0) + 1;
            versions.Add(fact);
            changes.Add(new FactChange(before is { Withdrawn: false } ? FactChangeKind.Changed : FactChangeKind.New, Word(table.Name), FactComparison.About(fact), differences));
        }

        foreach (var missing in known.Values.Where(fact => !fact.Withdrawn && !mayStay(fact)))
        {
            changes.Add(new FactChange(FactChangeKind.Missing, Word(table.Name), FactComparison.About(missing), []));
            if (options.Withdraws)
            {
                versions.Add((T)missing.WithdrawnVersion());
            }
        }

        return versions;
    }

    private static string Word(string table) => table.Replace('_', ' ');
}
