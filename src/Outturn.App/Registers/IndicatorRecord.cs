using Microsoft.EntityFrameworkCore;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.Periods;

namespace Outturn.App.Registers;

/// <summary>One version of something: who said it, when and why.</summary>
/// <param name="At">UTC.</param>
/// <param name="Entry">The number of its audit entry.</param>
/// <param name="Changes">What it says that the one before did not; for the first, all that it says.</param>
public sealed record KeptVersion(string About, long Entry, DateTime At, string Who, string? Why, IReadOnlyList<string> Changes);

/// <summary>A warning that was overridden, and why.</summary>
public sealed record OverriddenWarning(string Warning, string? Reason, DateTime At, string Who);

/// <summary>A file that proves a figure.</summary>
public sealed record KeptEvidence(string FileName, string Digest, DateTime At, string Who);

/// <summary>All that a store keeps of one figure beside the figure itself.</summary>
/// <param name="Figure">Every version of the figure, newest first.</param>
/// <param name="Steps">The steps it took, newest first.</param>
public sealed record FigureRecord(
    IReadOnlyList<KeptVersion> Figure, IReadOnlyList<KeptVersion> Commentary, IReadOnlyList<KeptVersion> Steps, IReadOnlyList<OverriddenWarning> Overrides, IReadOnlyList<KeptEvidence> Evidence, string? InternalNote);

/// <summary>What was said of an indicator and of its figures over time, by whom and when.</summary>
public static class IndicatorRecord
{
    /// <summary>How an indicator's definition, description, and targets came to be what they are; newest first.</summary>
    public static Task<(IReadOnlyList<KeptVersion> Definitions, IReadOnlyList<KeptVersion> Levels)> ReadAsync(Store store, string reference, CancellationToken cancel) => store.ReadAsync(
        async db => ((IReadOnlyList<KeptVersion>)
            [.. (await VersionsAsync<DefinitionFact>(db, db.Set<DefinitionFact>().Where(fact => fact.Ref == reference), cancel))
                .Concat(await VersionsAsync<DescriptionFact>(db, db.Set<DescriptionFact>().Where(fact => fact.Ref == reference), cancel)).OrderByDescending(version => version.Entry)],
            await VersionsAsync<LevelsFact>(db, db.Set<LevelsFact>().Where(fact => fact.Ref == reference), cancel)),
        cancel);

    public static Task<FigureRecord> ReadAsync(Store store, string reference, Period period, CancellationToken cancel) => store.ReadAsync(
        async db =>
        {
            IQueryable<T> Of<T>()
                where T : PeriodFact => db.Set<T>().Where(fact => fact.Ref == reference && fact.Frequency == period.Frequency && fact.Ordinal == period.Ordinal);

            var overrides = await Of<OverrideFact>().Join(db.Entries, fact => fact.Entry, entry => entry.Number, (fact, entry) => new { Fact = fact, entry.At, entry.Who }).AsNoTracking().OrderByDescending(row => row.Fact.Entry).ToListAsync(cancel);
            var evidence = await Of<EvidenceFact>().Join(db.Entries, fact => fact.Entry, entry => entry.Number, (fact, entry) => new { Fact = fact, entry.At, entry.Who }).AsNoTracking().OrderByDescending(row => row.Fact.Entry).ToListAsync(cancel);
            var note = await Of<InternalNoteFact>().AsNoTracking().OrderByDescending(fact => fact.Version).FirstOrDefaultAsync(cancel);
            var words = await StoredWords.OfAsync(db, overrides.Select(row => row.Fact.ReasonWords).Append(note?.ContentWords), cancel);
            return new FigureRecord(
                await VersionsAsync(db, Of<ObservationFact>(), cancel), await VersionsAsync(db, Of<CommentaryFact>(), cancel), await VersionsAsync(db, Of<StepFact>(), cancel),
                [.. overrides.Select(row => new OverriddenWarning(row.Fact.Warning, words[row.Fact.ReasonWords], row.At, row.Who))],
                [.. evidence.Where(row => !row.Fact.Withdrawn).Select(row => new KeptEvidence(row.Fact.FileName, row.Fact.Digest, row.At, row.Who))],
                note is { Withdrawn: false } ? words[note.ContentWords] : null);
        },
        cancel);

    /// <summary>The bytes of a file that proves a figure; null where there is none of that name.</summary>
    public static Task<byte[]?> EvidenceAsync(Store store, string reference, Period period, string digest, CancellationToken cancel) => store.ReadAsync(
        async db => await db.Set<EvidenceFact>().AnyAsync(fact => fact.Ref == reference && fact.Frequency == period.Frequency && fact.Ordinal == period.Ordinal && fact.Digest == digest && !fact.Withdrawn, cancel)
            ? await db.Files.Where(file => file.Digest == digest).Select(file => file.Content).SingleOrDefaultAsync(cancel)
            : null,
        cancel);

    private static async Task<IReadOnlyList<KeptVersion>> VersionsAsync<T>(CouncilDb db, IQueryable<T> facts, CancellationToken cancel)
        where T : Fact
    {
        var rows = await facts.AsNoTracking().Join(db.Entries, fact => fact.Entry, entry => entry.Number, (fact, entry) => new { Fact = fact, entry.At, entry.Who, entry.WhyWords })
            .OrderBy(row => row.Fact.Version).ToListAsync(cancel);
        var table = FactTable.ByType(db.Model)[typeof(T)];
        var words = await StoredWords.OfAsync(db, rows.Select(row => row.WhyWords).Concat(rows.SelectMany(row => FactComparison.Digests(table, row.Fact))), cancel);
        var comparison = new FactComparison(table, digest => words[digest]);
        return
        [
            .. rows.Select((row, i) => (Row: row, Before: rows.Take(i).LastOrDefault(other => other.Fact.Key.Equals(row.Fact.Key))?.Fact))
                .OrderByDescending(pair => pair.Row.Fact.Entry).ThenByDescending(pair => pair.Row.Fact.Key, Comparer<object>.Default)
                .Select(pair => new KeptVersion(
                    FactComparison.About(pair.Row.Fact), pair.Row.Fact.Entry, pair.Row.At, pair.Row.Who, words[pair.Row.WhyWords],
                    pair.Row.Fact.Withdrawn ? ["withdrawn"] : pair.Before is null ? [.. comparison.Says(pair.Row.Fact)] : comparison.Differences(pair.Before, pair.Row.Fact))),
        ];
    }
}
