using Microsoft.EntityFrameworkCore;
using Outturn.App.Collection.Files;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.Collection;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;

namespace Outturn.App.Collection;

/// <summary>The figures of a file beside those of a store, both in the order of their keys, so that a million of them are compared in one pass.</summary>
internal sealed class FigureComparison
{
    /// <summary>Up to so many refs the store is asked for theirs alone.</summary>
    private const int FewRefs = 500;

    private const int MostChangesTold = 1000;

    private readonly FigureBatch batch;
    private readonly Writing writing;
    private readonly StoredWords words;
    private readonly List<int> written = [];
    private readonly Dictionary<int, ObservationFact> before = [];
    private readonly List<string> changed = [];
    private readonly List<(int Place, SubmissionWarning Warning)> warnings = [];
    private readonly List<SubmissionWarning> ofFigure = [];
    private SeriesWarnings? series;
    private int seriesOf = -1;
    private int news;
    private int same;
    private int changes;

    private FigureComparison(Writing writing, FigureBatch batch, StoredWords words) => (this.writing, this.batch, this.words) = (writing, batch, words);

    /// <summary>The places of the figures that are new or changed, in the order of their keys.</summary>
    public IReadOnlyList<int> Written => written;

    /// <summary>What to look at among the figures that are new or changed, each held against the earlier ones, stored or sent.</summary>
    public IReadOnlyList<(int Place, SubmissionWarning Warning)> Warnings => warnings;

    /// <summary>The version that a figure which is written will have, by its place.</summary>
    public int VersionOf(int place) => (before.GetValueOrDefault(place)?.Version ?? 0) + 1;

    public static async Task<FigureComparison> OfAsync(Writing writing, FigureBatch batch, CancellationToken cancel)
    {
        var words = await StoredWords.ReadAsync(writing.Db, cancel);
        writing.KeepOnce(words.All);
        var comparison = new FigureComparison(writing, batch, words);
        await comparison.CompareAsync(cancel);
        return comparison;
    }

    public FigureImportResult.Compared Result(DefectList looked, bool isApplied) =>
        new(news, same, changes > changed.Count ? [.. changed, $"... and {changes - changed.Count:N0} more"] : changed, looked, isApplied);

    /// <summary>The new versions, in the order of their keys.</summary>
    public IEnumerable<ObservationFact> Facts() => written.Select(place => Fact(batch[place], before.GetValueOrDefault(place)));

    /// <summary>What the file says of figures to the public takes the place of the context that is there; cause and action stay.</summary>
    public async Task AddCommentaryAsync(Writing change, CancellationToken cancel)
    {
        if (!Enumerable.Range(0, batch.Count).Any(i => batch[i].Extras?.Context is not null))
        {
            return;
        }

        var known = (await change.Db.LastVersionsAsync<CommentaryFact>(long.MaxValue, cancel)).ToDictionary(fact => fact.Key);
        for (var i = 0; i < batch.Count; i++)
        {
            if (batch[i].Extras?.Context is not { } context)
            {
                continue;
            }

            var (reference, period) = (batch.IndicatorOf(batch[i]).Ref, batch.PeriodOf(batch[i]));
            var last = known.GetValueOrDefault((reference, period));
            if (last is null || last.Withdrawn || words[last.ContextWords] != context)
            {
                var holds = last is { Withdrawn: false } ? last : null;
                change.Add(new CommentaryFact
                {
                    Ref = reference, Frequency = period.Frequency, Ordinal = period.Ordinal, Version = (last?.Version ?? 0) + 1, ContextWords = change.Words(context),
                    CauseWords = holds?.CauseWords, ActionWords = holds?.ActionWords, Owner = holds?.Owner, Due = holds?.Due, Recovery = holds?.Recovery,
                });
            }
        }
    }

    private async Task CompareAsync(CancellationToken cancel)
    {
        var order = batch.InOrder;
        await using var stored = Stored().GetAsyncEnumerator(cancel);
        var isMore = await stored.MoveNextAsync();
        for (var i = 0; i < order.Count; i++)
        {
            var place = order[i];
            BeginSeries(place);
            while (isMore && Compare(stored.Current, place) < 0)
            {
                Remember(stored.Current);
                isMore = await stored.MoveNextAsync();
            }

            Settle(place, isMore && Compare(stored.Current, place) == 0 ? stored.Current : null);
        }
    }

    private void BeginSeries(int place)
    {
        if (batch[place].Indicator != seriesOf)
        {
            (seriesOf, series) = (batch[place].Indicator, new SeriesWarnings(batch.IndicatorOf(batch[place])));
        }
    }

    /// <summary>A stored figure of the series is history to those that are sent after it.</summary>
    private void Remember(ObservationFact fact)
    {
        var indicator = batch.Indicators[seriesOf].Indicator;
        if (!fact.Withdrawn && fact.Ref == indicator.Ref && fact.Frequency == indicator.Definition.Frequency)
        {
            series!.Next(fact.Period, fact.Observation, null);
        }
    }

    private void Look(int place, bool isAsked)
    {
        ofFigure.Clear();
        series!.Next(batch.PeriodOf(batch[place]), batch[place].Observation, isAsked ? ofFigure : null);
        foreach (var warning in ofFigure)
        {
            warnings.Add((place, warning));
        }
    }

    private IAsyncEnumerable<ObservationFact> Stored()
    {
        string[] refs = [.. batch.InOrder.Select(place => batch.IndicatorOf(batch[place]).Ref).Distinct().Take(FewRefs + 1)];
        return writing.Db.LastObservationsAsync(long.MaxValue, refs.Length <= FewRefs ? fact => refs.Contains(fact.Ref) : null);
    }

    private int Compare(ObservationFact fact, int place)
    {
        ref var figure = ref batch[place];
        var indicator = batch.IndicatorOf(figure);
        var order = ReferenceEquals(fact.Ref, indicator.Ref) ? 0 : KeyOrder.Compare(fact.Ref, indicator.Ref);
        order = order != 0 ? order : fact.Frequency.CompareTo(indicator.Definition.Frequency);
        return order != 0 ? order : fact.Ordinal.CompareTo(figure.Ordinal);
    }

    private void Settle(int place, ObservationFact? stored)
    {
        ref var figure = ref batch[place];
        if (stored is null or { Withdrawn: true })
        {
            news++;
        }
        else if (IsSame(figure, stored))
        {
            same++;
            Look(place, isAsked: false);
            return;
        }
        else if (++changes <= MostChangesTold)
        {
            changed.Add($"{batch.IndicatorOf(figure).Ref}, {batch.PeriodOf(figure)}: {Text(stored, figure)}");
        }

        Look(place, isAsked: true);
        written.Add(place);
        if (stored is not null)
        {
            before.Add(place, stored);
        }
    }

    private bool IsSame(in ReadFigure figure, ObservationFact stored) =>
        SaysSame(figure.Observation, stored)
        && (figure.Extras is not { } extras
            || ((extras.YtdGiven ?? stored.YtdGiven) == stored.YtdGiven && (extras.PreviousGiven ?? stored.PreviousGiven) == stored.PreviousGiven
                && (extras.Note is null || extras.Note == words[stored.NoteWords]) && (extras.Accepted is null || extras.Accepted == words[stored.AcceptedWords])));

    private static bool SaysSame(in Observation observation, ObservationFact stored) =>
        observation.Typed == stored.Value && observation.Counts?.Numerator == stored.Numerator && observation.Counts?.Denominator == stored.Denominator && observation.Marker == stored.Marker;

    private ObservationFact Fact(in ReadFigure figure, ObservationFact? last)
    {
        var indicator = batch.IndicatorOf(figure);
        var holds = last is { Withdrawn: false } ? last : null;
        return new ObservationFact
        {
            Ref = indicator.Ref, Frequency = indicator.Definition.Frequency, Ordinal = figure.Ordinal, Version = (last?.Version ?? 0) + 1,
            Value = figure.Observation.Typed, Numerator = figure.Observation.Counts?.Numerator, Denominator = figure.Observation.Counts?.Denominator, Marker = figure.Observation.Marker,
            YtdGiven = figure.Extras?.YtdGiven ?? holds?.YtdGiven, PreviousGiven = figure.Extras?.PreviousGiven ?? holds?.PreviousGiven,
            AcceptedWords = figure.Extras?.Accepted is { } accepted ? writing.Words(accepted) : holds?.AcceptedWords,
            NoteWords = figure.Extras?.Note is { } note ? writing.Words(note) : holds?.NoteWords,
        };
    }

    private string Text(ObservationFact stored, in ReadFigure figure)
    {
        var unit = batch.IndicatorOf(figure).Definition.Unit;
        var counts = stored is { Numerator: { } numerator, Denominator: { } denominator } ? new Counts(numerator, denominator) : (Counts?)null;
        var (old, now) = (Text(new Observation(stored.Value, counts, stored.Marker), unit), Text(figure.Observation, unit));
        return old == now ? $"{now}, with something else said of it" : $"{old} → {now}";
    }

    private static string Text(in Observation observation, Unit unit) =>
        (observation.Counts is { } counts ? $"{Bare(counts.Numerator)} of {Bare(counts.Denominator)}" : observation.Typed is { } value ? unit.PrintLevel(value, 0) : "no figure")
        + (observation.Marker == Marker.None ? "" : $" [{observation.Marker.Code()}]");

    private static string Bare(decimal number) => Unit.Bare(number, Unit.DecimalsOf(number));
}
