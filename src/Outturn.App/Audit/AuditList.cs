using Microsoft.EntityFrameworkCore;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;

namespace Outturn.App.Audit;

/// <summary>One line of the audit trail.</summary>
/// <param name="At">UTC.</param>
public sealed record AuditLine(long Number, DateTime At, string Who, string Action, string Subject, string? Why, long Facts);

/// <summary>What one entry changed: each fact with what it was before.</summary>
public sealed record AuditDetail(AuditLine Line, string? SourceDigest, string Hash, IReadOnlyList<string> Changes, long NotListed);

/// <summary>Which lines of the audit trail are asked for.</summary>
/// <param name="About">Part of the subject: a ref, a file.</param>
/// <param name="Before">Only entries before this number, for the next page.</param>
public sealed record AuditFilter(string? Who = null, string? Action = null, string? About = null, DateOnly? From = null, DateOnly? To = null, long? Before = null, int Most = 50);

/// <summary>Reads the audit trail, newest first.</summary>
public static class AuditList
{
    private const int MostChanges = 200;

    public static Task<IReadOnlyList<AuditLine>> ReadAsync(Store store, AuditFilter filter, CancellationToken cancel) => store.ReadAsync<IReadOnlyList<AuditLine>>(
        async db =>
        {
            var (from, to) = (filter.From is { } first ? UkTime.EndOf(first.AddDays(-1)) : (DateTime?)null, filter.To is { } last ? UkTime.EndOf(last) : (DateTime?)null);
            return await Lines(db, db.Entries.Where(entry =>
                    (filter.Who == null || entry.Who == filter.Who) && (filter.Action == null || entry.Action == filter.Action)
                    && (filter.About == null || entry.Subject.Contains(filter.About)) && (from == null || entry.At >= from) && (to == null || entry.At < to)
                    && (filter.Before == null || entry.Number < filter.Before))
                .OrderByDescending(entry => entry.Number).Take(filter.Most)).ToListAsync(cancel);
        },
        cancel);

    /// <summary>One entry whole; null where there is none of that number.</summary>
    public static Task<AuditDetail?> ReadAsync(Store store, long number, CancellationToken cancel) => store.ReadAsync(
        async db =>
        {
            if (await Lines(db, db.Entries.Where(entry => entry.Number == number)).SingleOrDefaultAsync(cancel) is not { } line)
            {
                return null;
            }

            var entry = await db.Entries.SingleAsync(known => known.Number == number, cancel);
            var words = await StoredWords.ReadAsync(db, cancel);
            List<string> changes = [];
            foreach (var table in FactTable.All(db.Model).Where(table => table.IsFact))
            {
                var reader = (ChangeReader)Activator.CreateInstance(typeof(ChangeReader<>).MakeGenericType(table.Entity.ClrType))!;
                changes.AddRange(await reader.ReadAsync(db, table, number, words, MostChanges - changes.Count, cancel));
            }

            return new AuditDetail(line, entry.SourceDigest, entry.Hash, changes, entry.Facts - changes.Count);
        },
        cancel);

    private static IQueryable<AuditLine> Lines(CouncilDb db, IQueryable<AuditEntry> entries) =>
        from entry in entries
        join wording in db.Wordings on entry.WhyWords equals wording.Digest into reasons
        from reason in reasons.DefaultIfEmpty()
        orderby entry.Number descending
        select new AuditLine(entry.Number, entry.At, entry.Who, entry.Action, entry.Subject, reason == null ? null : reason.Content ?? Wording.Redacted, entry.Facts);

    private abstract class ChangeReader
    {
        public abstract Task<IReadOnlyList<string>> ReadAsync(CouncilDb db, FactTable table, long number, StoredWords words, int most, CancellationToken cancel);
    }

    private sealed class ChangeReader<T> : ChangeReader
        where T : Fact
    {
        public override async Task<IReadOnlyList<string>> ReadAsync(CouncilDb db, FactTable table, long number, StoredWords words, int most, CancellationToken cancel)
        {
            var said = most <= 0 ? [] : await db.Set<T>().AsNoTracking().Where(fact => fact.Entry == number).Take(most).ToListAsync(cancel);
            var comparison = new FactComparison(table, digest => words[digest]);
            List<string> changes = [];
            foreach (var fact in said)
            {
                var before = fact.Version == 1 ? null : await db.Set<T>().FindAsync([.. table.KeyOf(fact, fact.Version - 1)], cancel);
                var name = $"{table.Name.Replace('_', ' ')} {FactComparison.About(fact)}";
                changes.Add(fact.Withdrawn ? $"{name}: withdrawn" : before is null ? $"{name}: {string.Join("; ", comparison.Says(fact))}" : $"{name}: {string.Join("; ", comparison.Differences(before, fact))}");
            }

            return changes;
        }
    }
}
