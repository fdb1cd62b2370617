using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Outturn.App.Audit;
using Outturn.App.Stores.Facts;

namespace Outturn.App.Stores;

/// <summary>What every submission asks for, made into SQL once for each engine: a fifth of a submission's time would go into making it again.</summary>
internal sealed class CompiledQueries
{
    private static readonly ConditionalWeakTable<IModel, CompiledQueries> All = [];

    private readonly Func<CouncilDb, CancellationToken, Task<ChainEnd>> end = EF.CompileAsyncQuery((CouncilDb db, CancellationToken cancel) => (
        from head in db.Head.AsTracking()
        join entry in db.Entries on head.Number equals entry.Number into entries
        from last in entries.DefaultIfEmpty()
        select new ChainEnd { Head = head, At = (DateTime?)last.At }).Single());

    private readonly Func<CouncilDb, CancellationToken, Task<long>> head = EF.CompileAsyncQuery((CouncilDb db, CancellationToken cancel) => db.Head.Select(head => head.Number).Single());

    private readonly Func<CouncilDb, long, string[], IAsyncEnumerable<ObservationFact>> lastObservations = EF.CompileAsyncQuery((CouncilDb db, long upTo, string[] refs) =>
        from last in db.Observations.Where(fact => fact.Entry <= upTo && refs.Contains(fact.Ref)).GroupBy(fact => new { fact.Ref, fact.Frequency, fact.Ordinal })
            .Select(versions => new { versions.Key.Ref, versions.Key.Frequency, versions.Key.Ordinal, Version = versions.Max(fact => fact.Version) })
        join fact in db.Observations.AsNoTracking().Where(fact => refs.Contains(fact.Ref)) on last equals new { fact.Ref, fact.Frequency, fact.Ordinal, fact.Version }
        select fact);

    private readonly Func<CouncilDb, string[], int[], IAsyncEnumerable<StepFact>> steps = EF.CompileAsyncQuery((CouncilDb db, string[] refs, int[] ordinals) =>
        db.Steps.AsNoTracking().Where(step => refs.Contains(step.Ref) && ordinals.Contains(step.Ordinal)).OrderBy(step => step.Version).AsQueryable());

    /// <summary>Where the chain ends, and when its last entry was written; null where there is none yet.</summary>
    public static Task<ChainEnd> EndAsync(CouncilDb db, CancellationToken cancel) => Of(db).end(db, cancel);

    /// <summary>The number of the last entry; 0 where there is none yet.</summary>
    public static Task<long> HeadAsync(CouncilDb db, CancellationToken cancel) => Of(db).head(db, cancel);

    /// <summary>The last version of every observation of some indicators, withdrawn ones too; the earlier ones stay in the store.</summary>
    /// <remarks>Asked of the same few rows twice, or PostgreSQL would read the whole table to join it.</remarks>
    public static ValueTask<List<ObservationFact>> LastObservationsAsync(CouncilDb db, long upTo, string[] refs, CancellationToken cancel) =>
        Of(db).lastObservations(db, upTo, refs).ToListAsync(cancel);

    /// <summary>The last step of figures of some indicators and periods.</summary>
    public static Task<List<StepFact>> LastStepsAsync(CouncilDb db, string[] refs, int[] ordinals, CancellationToken cancel) =>
        Of(db).steps(db, refs, ordinals).LastOfEachAsync(cancel);

    private static CompiledQueries Of(CouncilDb db) => All.GetValue(db.Model, _ => new CompiledQueries());

    internal sealed class ChainEnd
    {
        public required ChainHead Head { get; init; }

        public DateTime? At { get; init; }
    }
}
