using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Outturn.App.Collection;
using Outturn.App.People;
using Outturn.App.Questions;
using Outturn.App.Release;
using Outturn.App.Review;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.People;
using Outturn.Core.Periods;
using Outturn.Core.Questions;
using Outturn.Core.Release;
using Outturn.Core.Review;

namespace Outturn.App.Registers;

/// <summary>A council as its store knows it after one entry of the audit trail: what pages show is worked out from this alone.</summary>
/// <param name="Entry">The number of that entry.</param>
/// <param name="Day">Today, as people in this country count days.</param>
/// <param name="Register">Null where the store holds no council yet.</param>
/// <param name="States">How far each figure has come; what is not there is awaited.</param>
/// <param name="Rounds">The rounds that were opened, newest first.</param>
/// <param name="People">By the name they sign in by.</param>
/// <param name="Reviews">The reviews that were opened, by the year they are for.</param>
public sealed record CouncilNow(
    long Entry,
    DateOnly Day,
    Register? Register,
    IReadOnlyDictionary<(string Ref, Period Period), FigureState> States,
    IReadOnlyList<Question> Questions,
    IReadOnlyList<RoundOpened> Rounds,
    IReadOnlyDictionary<string, Person> People,
    IReadOnlyDictionary<Period, ReviewRecord> Reviews)
{
    /// <summary>The reports that were begun, each with its editions, the newest first.</summary>
    public IReadOnlyList<ReportLife> Lives { get; init; } = [];

    /// <summary>The hour of the day at which reports are released.</summary>
    public TimeOnly ReleaseTime { get; init; } = StoredReports.UsualReleaseTime;

    /// <summary>The report of that name, or null.</summary>
    public ReportLife? Life(string name) => Lives.FirstOrDefault(life => life.Name == name);

    private readonly ConcurrentDictionary<(Committee? Committee, DateOnly DataTo), Dashboard> dashboards = new();

    private readonly ConcurrentDictionary<(Report Report, DateOnly DataTo), Dashboard> reports = new();

    private readonly ConcurrentDictionary<string, DashboardIndicator> latest = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<Period, AnnualReview> reviews = new();

    private Dictionary<string, IndicatorHistory>? byRef;

    /// <summary>The indicator of that ref, in capitals or not; null where there is none.</summary>
    public IndicatorHistory? Find(string reference) =>
        (byRef ??= Register?.Indicators.ToDictionary(history => history.Indicator.Ref, StringComparer.OrdinalIgnoreCase) ?? []).GetValueOrDefault(reference);

    /// <summary>The indicator of that ref, in the register or proposed for it; null where there is none.</summary>
    public IndicatorHistory? FindProposed(string reference) =>
        Find(reference) ?? Register?.Proposed.FirstOrDefault(history => history.Indicator.Ref.Equals(reference, StringComparison.OrdinalIgnoreCase));

    /// <summary>The review of a year, opened or proposed in the register alone; worked out once.</summary>
    /// <exception cref="InvalidOperationException">The store holds no council.</exception>
    public AnnualReview ReviewOf(Period year) => reviews.GetOrAdd(year, key =>
        AnnualReview.Of(Register ?? throw new InvalidOperationException(CouncilSource.NoCouncil), key, Reviews.GetValueOrDefault(key)));

    public FigureState StateOf(string reference, Period period) => States.GetValueOrDefault((reference, period), FigureState.Awaited);

    /// <summary>An indicator at its last period with a figure, or where it has none at the last that has ended; worked out once.</summary>
    public DashboardIndicator LatestOf(IndicatorHistory history) => latest.GetOrAdd(history.Indicator.Ref, _ =>
    {
        var period = history.Figures.LastOrDefault(figure => figure.Observation.IsPresent)?.Period ?? Period.EndedBy(history.Indicator.Definition.Frequency, Day);
        return DashboardIndicator.Of(history, period, period.Last, Day);
    });

    /// <summary>The dashboard of a committee, or of every indicator there is, with figures to a day, as it may be published; worked out once.</summary>
    /// <exception cref="InvalidOperationException">The store holds no council.</exception>
    public Dashboard DashboardOf(Committee? committee, DateOnly dataTo) => dashboards.GetOrAdd((committee, dataTo), key =>
        Register is { } register ? Suppression.Of(Dashboard.Of(register, key.Committee, key.DataTo, ReportedDays.AsAt(register, key.Committee, key.DataTo, Day)), register) : throw new InvalidOperationException(CouncilSource.NoCouncil));

    /// <summary>The dashboard of a named report, with figures to a day, as it may be published; worked out once.</summary>
    /// <exception cref="InvalidOperationException">The store holds no council.</exception>
    public Dashboard DashboardOf(Report report, DateOnly dataTo) => reports.GetOrAdd((report, dataTo), key =>
        Register is { } register ? Suppression.Of(Dashboard.OfReport(register, key.Report, key.DataTo, ReportedDays.AsAt(register, key.Report.Committee, key.DataTo, Day)), register) : throw new InvalidOperationException(CouncilSource.NoCouncil));
}

/// <summary>A round of collection that was opened, and the meeting that it feeds, where it feeds one.</summary>
public sealed record RoundOpened(Period Period, Meeting? Meeting);

/// <summary>Keeps what the store knows at hand, and reads it again only where an entry of the audit trail has come since: as little of it as that entry can have changed.</summary>
public sealed class LiveCouncil(Store store) : IDisposable
{
    /// <summary>For so long nobody asks whether another program has written: what this one writes is seen at once.</summary>
    private static readonly TimeSpan LooksEvery = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim reading = new(1, 1);
    private CouncilNow? last;
    private long looked;

    public async ValueTask<CouncilNow> ReadAsync(CancellationToken cancel)
    {
        var day = UkTime.DayOf(store.Now());
        if (last is { } fresh && fresh.Day == day && fresh.Entry >= store.LastWritten && Stopwatch.GetElapsedTime(Volatile.Read(ref looked)) < LooksEvery)
        {
            return fresh;
        }

        Volatile.Write(ref looked, Stopwatch.GetTimestamp());
        var head = await HeadAsync(cancel);
        if (last is { } known && known.Entry >= head && known.Day == day)
        {
            return known;
        }

        await reading.WaitAsync(cancel);
        try
        {
            if (last is { } read && read.Entry >= head && read.Day == day)
            {
                return read;
            }

            return last = await store.ReadAsync(async db =>
            {
                var now = await db.EntryAsync(null, cancel);
                return last is { Register: not null } before && before.Day == day && await IsRoutineAsync(db, before.Entry, cancel)
                    ? await NextAsync(db, before, now, cancel)
                    : await WholeAsync(db, now, day, cancel);
            }, cancel);
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose() => reading.Dispose();

    private Task<long> HeadAsync(CancellationToken cancel) => store.ReadAsync(db => CompiledQueries.HeadAsync(db, cancel), cancel);

    private static async Task<CouncilNow> WholeAsync(CouncilDb db, long entry, DateOnly day, CancellationToken cancel)
    {
        var register = await StoredRegister.ReadAsync(db, entry, day, cancel);
        var people = (await StoredPeople.ReadAsync(db, entry, cancel)).ToDictionary(person => person.Account, StringComparer.Ordinal);
        return new CouncilNow(
            entry, day, register, await Collection.Rounds.StatesAsync(db, cancel), register is null ? [] : await StoredQuestions.ReadAsync(db, register, cancel),
            register is null ? [] : await RoundsAsync(db, register, cancel), people,
            register is null ? new Dictionary<Period, ReviewRecord>() : await StoredReviews.ReadAsync(db, entry, register, cancel))
        {
            Lives = await StoredReports.ReadAsync(db, cancel), ReleaseTime = await StoredReports.ReleaseTimeAsync(db, cancel),
        };
    }

    /// <summary>Whether nothing since an entry can have changed more than figures, what is said of them, how far they have come, and questions.</summary>
    private static async Task<bool> IsRoutineAsync(CouncilDb db, long since, CancellationToken cancel) =>
        !await db.Entries.AnyAsync(entry => entry.Number > since && !CachedIndicators.Routine.Contains(entry.Action) && !StoredQuestions.Actions.Contains(entry.Action), cancel);

    private static async Task<CouncilNow> NextAsync(CouncilDb db, CouncilNow before, long entry, CancellationToken cancel)
    {
        var register = before.Register!;
        string[] refs =
        [
            .. (await db.Observations.Where(fact => fact.Entry > before.Entry).Select(fact => fact.Ref).Distinct().ToListAsync(cancel))
                .Union(await db.Commentaries.Where(fact => fact.Entry > before.Entry).Select(fact => fact.Ref).Distinct().ToListAsync(cancel)),
        ];
        if (refs.Length > 0)
        {
            var parts = await IndicatorParts.FiguresAsync(db, entry, refs, cancel);
            register = register with { Indicators = WorkedOut.Of([.. register.Indicators.Select(parts.With)]).Histories };
        }

        var steps = await db.Steps.AsNoTracking().Where(fact => fact.Entry > before.Entry).OrderBy(fact => fact.Version).ToListAsync(cancel);
        var states = before.States;
        if (steps.Count > 0)
        {
            var words = await StoredWords.OfAsync(db, steps.Select(step => step.ReasonWords), cancel);
            var next = new Dictionary<(string Ref, Period Period), FigureState>(before.States);
            foreach (var step in steps)
            {
                next[(step.Ref, step.Period)] = new FigureState(step.State, step.Who, words[step.ReasonWords]);
            }

            states = next;
        }

        return new CouncilNow(entry, before.Day, register, states, await StoredQuestions.ReadAsync(db, register, cancel), await RoundsAsync(db, register, cancel), before.People, before.Reviews)
        {
            Lives = await StoredReports.ReadAsync(db, cancel), ReleaseTime = await StoredReports.ReleaseTimeAsync(db, cancel),
        };
    }

    private static async Task<IReadOnlyList<RoundOpened>> RoundsAsync(CouncilDb db, Register register, CancellationToken cancel) =>
    [
        .. (await db.KnownAsync<RoundFact>(long.MaxValue, cancel)).OrderByDescending(round => round.Period.Last).ThenByDescending(round => round.Period)
            .Select(round => new RoundOpened(round.Period, register.Meetings.FirstOrDefault(meeting => meeting.Committee.Name == round.Committee && meeting.Date == round.MeetingDay))),
    ];
}
