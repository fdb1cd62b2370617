using Microsoft.EntityFrameworkCore;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;

namespace Outturn.App.Collection;

/// <summary>What a store knows about the figures that are being submitted, fetched before anything is decided.</summary>
internal sealed class KnownFigures
{
    private readonly Dictionary<string, IndicatorHistory> histories;
    private readonly ILookup<string, IndicatorHistory> partsOf;
    private readonly Dictionary<(string, Period), StepFact> steps;
    private readonly Dictionary<(string, Period), ObservationFact> observations;
    private readonly Dictionary<(string, Period), ObservationFact> seen;
    private readonly Dictionary<(string, Period), CommentaryFact> commentaries;
    private readonly Dictionary<(string, Period), ForecastFact> forecasts;
    private readonly Dictionary<(string, Period), InternalNoteFact> notes;
    private readonly Dictionary<string, string?> words;
    private readonly Dictionary<long, string> authors;

    private KnownFigures(
        Register register, List<ObservationFact> observations, List<ObservationFact> seen, List<StepFact> steps, List<CommentaryFact> commentaries, List<ForecastFact> forecasts,
        List<InternalNoteFact> notes, Dictionary<string, string?> words, Dictionary<long, string> authors)
    {
        this.observations = observations.ToDictionary(fact => (fact.Ref, fact.Period));
        var byRef = observations.Where(fact => !fact.Withdrawn).ToLookup(fact => fact.Ref);
        histories = register.Indicators.ToDictionary(
            history => history.Indicator.Ref,
            history => byRef.Contains(history.Indicator.Ref) ? history with { Figures = [.. byRef[history.Indicator.Ref].OrderBy(fact => fact.Period).Select(fact => new Figure(fact.Period, fact.Observation))] } : history,
            StringComparer.OrdinalIgnoreCase);
        partsOf = register.Indicators.Where(history => history.Indicator.PartOf is not null).ToLookup(history => history.Indicator.PartOf!, StringComparer.OrdinalIgnoreCase);
        this.seen = seen.ToDictionary(fact => (fact.Ref, fact.Period));
        this.steps = steps.ToDictionary(fact => (fact.Ref, fact.Period));
        this.commentaries = commentaries.ToDictionary(fact => (fact.Ref, fact.Period));
        this.forecasts = forecasts.ToDictionary(fact => (fact.Ref, fact.Period));
        this.notes = notes.ToDictionary(fact => (fact.Ref, fact.Period));
        (this.words, this.authors) = (words, authors);
    }

    public static async Task<KnownFigures> ReadAsync(Writing writing, Register register, IReadOnlyList<SentFigure> figures, long? knownAt, CancellationToken cancel)
    {
        var (db, refs) = (writing.Db, figures.Select(figure => figure.Ref).Distinct(StringComparer.OrdinalIgnoreCase).ToList());
        var families = register.Indicators.Where(history => history.Indicator.PartOf is { } whole && (refs.Contains(whole, StringComparer.OrdinalIgnoreCase) || refs.Contains(history.Indicator.Ref, StringComparer.OrdinalIgnoreCase)))
            .SelectMany(history => register.Indicators.Where(other => other.Indicator.PartOf == history.Indicator.PartOf || other.Indicator.Ref == history.Indicator.PartOf))
            .Select(history => history.Indicator.Ref);
        string[] asked = [.. refs.Concat(families).Distinct(StringComparer.Ordinal)];
        var observations = await CompiledQueries.LastObservationsAsync(db, long.MaxValue, asked, cancel);
        var seen = knownAt is { } entry ? await CompiledQueries.LastObservationsAsync(db, entry, asked, cancel) : [];
        int[] ordinals = [.. figures.Select(figure => figure.Period.Ordinal).Distinct()];
        var steps = await CompiledQueries.LastStepsAsync(db, asked, ordinals, cancel);
        var isSaid = figures.Any(figure => figure.IsWhole || figure.Submission.Commentary is not null);
        var commentaries = !isSaid ? [] : await db.LastVersionsAsync<CommentaryFact>(long.MaxValue, cancel, fact => asked.Contains(fact.Ref) && ordinals.Contains(fact.Ordinal));
        var forecasts = !figures.Any(figure => figure.IsWhole || figure.Submission.Forecast is not null) ? [] : await db.LastVersionsAsync<ForecastFact>(long.MaxValue, cancel, fact => asked.Contains(fact.Ref));
        var notes = figures.All(figure => figure.Submission.InternalNote is null) ? [] : await db.LastVersionsAsync<InternalNoteFact>(long.MaxValue, cancel, fact => asked.Contains(fact.Ref) && ordinals.Contains(fact.Ordinal));
        var periods = figures.Select(figure => (figure.Ref, figure.Period)).ToHashSet();
        string[] digests =
        [
            .. observations.Where(fact => periods.Contains((fact.Ref, fact.Period))).SelectMany(fact => new[] { fact.NoteWords, fact.AcceptedWords })
                .Concat(commentaries.Where(fact => periods.Contains((fact.Ref, fact.Period))).SelectMany(fact => new[] { fact.ContextWords, fact.CauseWords, fact.ActionWords }))
                .Concat(forecasts.Select(fact => fact.ReasonWords)).Concat(notes.Select(fact => fact.ContentWords)).OfType<string>().Distinct(),
        ];
        var words = digests.Length == 0 ? [] : await db.Wordings.AsNoTracking().Where(wording => digests.Contains(wording.Digest)).ToDictionaryAsync(wording => wording.Digest, wording => wording.Content, cancel);
        long[] entries = knownAt is null ? [] : [.. observations.Where(fact => fact.Entry > knownAt && periods.Contains((fact.Ref, fact.Period))).Select(fact => fact.Entry).Distinct()];
        var authors = entries.Length == 0 ? [] : await db.Entries.AsNoTracking().Where(known => entries.Contains(known.Number)).ToDictionaryAsync(known => known.Number, known => known.Who, cancel);
        return new KnownFigures(register, observations, seen, steps, commentaries, forecasts, notes, words, authors);
    }

    /// <summary>The indicator with its figures, or null.</summary>
    public IndicatorHistory? Find(string reference) => histories.GetValueOrDefault(reference);

    public StepFact? LastStep(SentFigure figure) => steps.GetValueOrDefault((figure.Ref, figure.Period));

    public ObservationFact? Observation(SentFigure figure) => observations.GetValueOrDefault((figure.Ref, figure.Period));

    /// <summary>Whether a figure stands there that came by no round: with the register, or before there were rounds.</summary>
    public bool IsOfRecord(SentFigure figure) => LastStep(figure) is null && Observation(figure) is { Withdrawn: false };

    /// <summary>The figure as the sender saw it.</summary>
    public ObservationFact? Seen(SentFigure figure) => seen.GetValueOrDefault((figure.Ref, figure.Period));

    public CommentaryFact? Commentary(SentFigure figure) => commentaries.GetValueOrDefault((figure.Ref, figure.Period));

    public ForecastFact? Forecast(SentFigure figure, Period year) => forecasts.GetValueOrDefault((figure.Ref, year));

    public InternalNoteFact? InternalNote(SentFigure figure) => notes.GetValueOrDefault((figure.Ref, figure.Period));

    public string? Words(string? digest) => digest is null ? null : words.GetValueOrDefault(digest) ?? Wording.Redacted;

    public string Author(ObservationFact fact) => authors.GetValueOrDefault(fact.Entry, "somebody");

    /// <summary>The figures of a whole's parts for a period, what is sent with it taking the place of what is stored; null where it has no parts.</summary>
    public IReadOnlyList<Observation>? Parts(Indicator whole, Period period, IReadOnlyDictionary<(string Ref, Period Period), Observation> sent)
    {
        Observation[] parts =
        [
            .. partsOf[whole.Ref].Where(part => part.Indicator.CountedIn(period)).Select(part => sent.TryGetValue((part.Indicator.Ref, period), out var now) ? now
                : observations.TryGetValue((part.Indicator.Ref, period), out var stored) && !stored.Withdrawn ? stored.Observation : default),
        ];
        return parts.Length == 0 || parts.Any(part => !part.IsPresent) ? null : parts;
    }

    /// <summary>The whole of a part and its figure for a period, where both are known.</summary>
    public (IndicatorHistory Whole, Observation Figure)? WholeOf(Indicator part, Period period, IReadOnlyDictionary<(string Ref, Period Period), Observation> sent) =>
        part.PartOf is not { } reference || !histories.TryGetValue(reference, out var whole) ? null
        : sent.TryGetValue((whole.Indicator.Ref, period), out var now) ? (whole, now)
        : observations.TryGetValue((whole.Indicator.Ref, period), out var stored) && !stored.Withdrawn ? (whole, stored.Observation)
        : null;
}
