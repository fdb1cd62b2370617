using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Outturn.App.Stores.Facts;

namespace Outturn.App.Stores;

/// <summary>What was known when an audit entry had been written: of every key the last version until then.</summary>
internal static class Known
{
    /// <summary>The number of the last entry, or of the last that was written by the end of a day in this country.</summary>
    public static async Task<long> EntryAsync(this CouncilDb db, DateOnly? knownOn, CancellationToken cancel)
    {
        var entries = db.Entries.AsQueryable();
        if (knownOn is { } day)
        {
            var end = UkTime.EndOf(day);
            entries = entries.Where(entry => entry.At < end);
        }

        return await entries.MaxAsync(entry => (long?)entry.Number, cancel) ?? 0;
    }

    /// <summary>The last version of every key, withdrawn ones too, in the order of first mention.</summary>
    /// <param name="which">Only these; null for all.</param>
    public static async Task<List<T>> LastVersionsAsync<T>(this CouncilDb db, long upTo, CancellationToken cancel, Expression<Func<T, bool>>? which = null)
        where T : Fact
    {
        var facts = db.Set<T>().AsNoTracking().Where(fact => fact.Entry <= upTo);
        return await (which is null ? facts : facts.Where(which)).OrderBy(fact => fact.Version).AsAsyncEnumerable().LastOfEachAsync(cancel);
    }

    /// <summary>The last version of the one key that is asked for, a withdrawn one too; null where nothing was said.</summary>
    public static async Task<T?> LastVersionAsync<T>(this CouncilDb db, Expression<Func<T, bool>> which, CancellationToken cancel)
        where T : Fact => (await db.LastVersionsAsync(long.MaxValue, cancel, which)).SingleOrDefault();

    /// <summary>The last of every key, of facts that come by their version.</summary>
    public static async Task<List<T>> LastOfEachAsync<T>(this IAsyncEnumerable<T> byVersion, CancellationToken cancel)
        where T : Fact
    {
        var last = new Dictionary<object, T>();
        await foreach (var fact in byVersion.WithCancellation(cancel))
        {
            last[fact.Key] = fact;
        }

        return [.. last.Values];
    }

    /// <summary>The facts that hold.</summary>
    public static async Task<List<T>> KnownAsync<T>(this CouncilDb db, long upTo, CancellationToken cancel, Expression<Func<T, bool>>? which = null)
        where T : Fact
    {
        var last = await db.LastVersionsAsync(upTo, cancel, which);
        last.RemoveAll(fact => fact.Withdrawn);
        return last;
    }

    /// <summary>The last version of every observation, withdrawn ones too, in the order of their keys: a million of them are never in memory at once.</summary>
    /// <remarks>All versions are read in order and the earlier ones passed over: they are few, and asking a store for the last of each costs more than they do.</remarks>
    /// <param name="which">Only these; null for all.</param>
    public static async IAsyncEnumerable<ObservationFact> LastObservationsAsync(
        this CouncilDb db, long upTo, Expression<Func<ObservationFact, bool>>? which = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var facts = db.Observations.AsNoTracking().Where(fact => fact.Entry <= upTo);
        var ordered = (which is null ? facts : facts.Where(which)).OrderBy(fact => fact.Ref).ThenBy(fact => fact.Frequency).ThenBy(fact => fact.Ordinal).ThenBy(fact => fact.Version);
        ObservationFact? last = null;
        await foreach (var fact in ordered.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (last is not null && (last.Ordinal != fact.Ordinal || last.Frequency != fact.Frequency || last.Ref != fact.Ref))
            {
                yield return last;
            }

            last = fact;
        }

        if (last is not null)
        {
            yield return last;
        }
    }
}
