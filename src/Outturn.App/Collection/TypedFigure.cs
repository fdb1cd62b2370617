using Microsoft.EntityFrameworkCore;
using Outturn.App.Collection.Templates;
using Outturn.App.Import;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;

namespace Outturn.App.Collection;

/// <summary>A figure as somebody typed it into a form, read by the same rules as a row of a template.</summary>
/// <param name="Submission">Null where nothing was typed, or something is wrong.</param>
/// <param name="Errors">What is wrong, by the heading (<see cref="TemplateColumns"/>) it was typed under.</param>
public sealed record TypedFigure(Submission? Submission, IReadOnlyList<(string Heading, string Reason)> Errors)
{
    /// <param name="typed">By heading; what is not there is blank.</param>
    public static TypedFigure Read(Register register, IndicatorHistory history, Period period, IReadOnlyDictionary<string, string?> typed)
    {
        List<(string Heading, string Reason)> errors = [];
        var reading = new EntryReading(
            heading => new SourceCell(typed.GetValueOrDefault(heading) ?? ""), (heading, reason) => errors.Add((heading, reason)), (_, _) => { }, register, history, period);
        if (reading.IsBlank)
        {
            return new TypedFigure(null, []);
        }

        var submission = reading.Read();
        return new TypedFigure(errors.Count == 0 ? submission : null, errors);
    }

    /// <summary>What a form shows of a submission that is known, by heading.</summary>
    public static IReadOnlyDictionary<string, string?> Fields(Submission? known) => known is null ? new Dictionary<string, string?>() : new Dictionary<string, string?>
    {
        [TemplateColumns.Value] = Plain(known.Observation.Typed),
        [TemplateColumns.Numerator] = Plain(known.Observation.Counts?.Numerator),
        [TemplateColumns.Denominator] = Plain(known.Observation.Counts?.Denominator),
        [TemplateColumns.Marker] = MarkerWords.Of(known.Observation.Marker),
        [TemplateColumns.Note] = known.Note,
        [TemplateColumns.Forecast] = Plain(known.Forecast?.Value),
        [TemplateColumns.ForecastReason] = known.Forecast?.Reason,
        [TemplateColumns.Context] = known.Commentary?.Context,
        [TemplateColumns.Cause] = known.Commentary?.Cause,
        [TemplateColumns.Action] = known.Commentary?.Action,
        [TemplateColumns.Owner] = known.Commentary?.Owner,
        [TemplateColumns.Due] = known.Commentary?.Due?.ToString("dd/MM/yyyy"),
        [TemplateColumns.Recovery] = known.Commentary?.Recovery,
        [TemplateColumns.InternalNote] = known.InternalNote,
    };

    /// <summary>The words by which a form lets markers be chosen.</summary>
    public static IEnumerable<(string Word, string Meaning)> MarkerChoices => MarkerWords.Explained;

    /// <summary>The year-end forecasts and internal notes of some figures, which a register does not hold.</summary>
    public static Task<IReadOnlyDictionary<(string Ref, Period Period), (Forecast? Forecast, string? InternalNote)>> BesideAsync(
        Store store, IReadOnlyList<(string Ref, Period Period)> figures, CancellationToken cancel) => store.ReadAsync<IReadOnlyDictionary<(string, Period), (Forecast?, string?)>>(
        async db =>
        {
            var forecasts = await ForecastsAsync(db, figures, cancel);
            string[] refs = [.. figures.Select(figure => figure.Ref).Distinct()];
            var notes = (await db.KnownAsync<InternalNoteFact>(long.MaxValue, cancel, fact => refs.Contains(fact.Ref))).ToDictionary(fact => (fact.Ref, fact.Period));
            var words = await StoredWords.OfAsync(db, notes.Values.Select(fact => fact.ContentWords), cancel);
            return figures.Distinct().ToDictionary(figure => figure, figure => (forecasts.GetValueOrDefault(figure), notes.TryGetValue(figure, out var note) ? words[note.ContentWords] : null));
        },
        cancel);

    /// <summary>The year-end forecasts that stand beside some figures; those without one are left out.</summary>
    internal static async Task<IReadOnlyDictionary<(string Ref, Period Period), Forecast>> ForecastsAsync(CouncilDb db, IReadOnlyList<(string Ref, Period Period)> figures, CancellationToken cancel)
    {
        string[] refs = [.. figures.Select(figure => figure.Ref).Distinct()];
        var known = (await db.KnownAsync<ForecastFact>(long.MaxValue, cancel, fact => refs.Contains(fact.Ref))).ToDictionary(fact => (fact.Ref, fact.Period));
        var words = await StoredWords.OfAsync(db, known.Values.Select(fact => fact.ReasonWords), cancel);
        return figures.Distinct().Select(figure => (Figure: figure, Forecast: known.GetValueOrDefault((figure.Ref, SubmittedTexts.YearOf(figure.Period))))).Where(pair => pair.Forecast is not null)
            .ToDictionary(pair => pair.Figure, pair => new Forecast(pair.Forecast!.Value, words[pair.Forecast.ReasonWords] ?? ""));
    }

    private static string? Plain(decimal? value) => value is { } number ? Unit.Bare(number, Unit.DecimalsOf(number)) : null;
}
