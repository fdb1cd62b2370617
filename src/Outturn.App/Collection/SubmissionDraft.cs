using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.Collection;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;

namespace Outturn.App.Collection;

/// <summary>A submission while it is decided on: what is refused, what needs a reason, what would change.</summary>
internal sealed class SubmissionDraft(Writing writing, KnownFigures known, SubmitOptions options)
{
    private readonly List<SubmissionProblem> problems = [];
    private readonly List<(SentFigure Figure, SubmissionWarning Warning, string? Reason)> warnings = [];
    private readonly List<(SentFigure Figure, IndicatorHistory History)> taken = [];
    private readonly List<string> changes = [];
    private readonly List<string> ofRecord = [];
    private readonly List<string> kept = [];
    private readonly Dictionary<(string Ref, Period Period), Observation> sent = [];
    private readonly Dictionary<(string Ref, Period Year), Forecast> forecasts = [];
    private int same;

    public void Refuse(SentFigure figure, string reason, ThreeWay? conflict = null) => problems.Add(new SubmissionProblem(figure.Ref, figure.Period, reason, conflict));

    /// <summary>Whether the store knows all that is sent, and it was submitted before.</summary>
    public bool IsSame(SentFigure figure) =>
        figure.Evidence is null && known.LastStep(figure) is { State: CollectionState.Submitted or CollectionState.Approved or CollectionState.Locked }
        && IsSameFigure(figure, known.Observation(figure)) && SubmittedTexts.AreSame(figure, known);

    public void Take(SentFigure figure, IndicatorHistory history)
    {
        if (!sent.TryAdd((figure.Ref, figure.Period), figure.Submission.Observation))
        {
            Refuse(figure, "It is sent twice: keep one of the two.");
            return;
        }

        string Told(Forecast year) => history.Indicator.Definition.Unit.Tell(year.Value, history.Indicator.Definition.Decimals);
        if (figure.Submission.Forecast is { } forecast && forecasts.TryGetValue((figure.Ref, SubmittedTexts.YearOf(figure.Period)), out var other) && other != forecast)
        {
            Refuse(figure, $"Its year-end forecast is not that of another period sent with it ({Told(other)} and {Told(forecast)}): a year has one.");
            return;
        }

        if (figure.Submission.Forecast is { } said)
        {
            forecasts[(figure.Ref, SubmittedTexts.YearOf(figure.Period))] = said;
        }

        if (!IsTouched(figure, history))
        {
            return;
        }

        if (IsSame(figure))
        {
            same++;
            return;
        }

        var stored = known.Observation(figure) is { Withdrawn: false } fact ? fact : null;
        var (old, now) = (stored is null ? null : SubmittedTexts.Figure(stored.Observation, history), SubmittedTexts.Figure(figure.Submission.Observation, history));
        changes.Add($"{figure.Ref}, {figure.Period}: {(old is null || old == now ? now : $"{old} → {now}")}");
        if (known.IsOfRecord(figure))
        {
            ofRecord.Add(changes[^1]);
        }

        taken.Add((figure, history));
    }

    public SubmitResult Result()
    {
        foreach (var (figure, history) in taken)
        {
            Warn(figure, history);
        }

        (string, SubmissionWarning)[] unreasoned = [.. warnings.Where(warning => string.IsNullOrWhiteSpace(warning.Reason)).Select(warning => (warning.Figure.Ref, warning.Warning))];
        return problems.Count > 0 ? new SubmitResult.Refused(problems)
            : unreasoned.Length > 0 && !options.LooksOnly ? new SubmitResult.NeedsReasons(unreasoned)
            : new SubmitResult.Accepted(changes, same, kept, [.. options.LooksOnly ? warnings.Select(warning => $"{warning.Figure.Ref}, {warning.Figure.Period}: {warning.Warning.Sentence}") : []], !options.LooksOnly) { Unreasoned = options.LooksOnly ? unreasoned : [], OfRecord = ofRecord };
    }

    public async Task WriteAsync(CancellationToken cancel)
    {
        var facts = new SubmittedFacts(writing, known);
        foreach (var (figure, _) in taken)
        {
            await facts.AddAsync(figure, warnings.Where(warning => warning.Figure == figure).Select(warning => (warning.Warning, warning.Reason!)), cancel);
        }

        foreach (var ofYear in taken.Select(pair => pair.Figure).GroupBy(figure => (figure.Ref, SubmittedTexts.YearOf(figure.Period))))
        {
            facts.AddForecast(ofYear.FirstOrDefault(figure => figure.Submission.Forecast is not null) ?? ofYear.First());
        }
    }

    /// <summary>False where the sender left the figure as it was seen and somebody else has changed it since, or the two contradict.</summary>
    private bool IsTouched(SentFigure figure, IndicatorHistory history)
    {
        if (options.KnownAt is not { } entry || known.Observation(figure) is not { } stored || stored.Entry <= entry)
        {
            return true;
        }

        if (IsSameFigure(figure, stored))
        {
            return true;
        }

        var seen = known.Seen(figure);
        if (seen is not null && IsSameFigure(figure, seen))
        {
            kept.Add($"{figure.Ref}, {figure.Period}: {SubmittedTexts.Figure(stored.Observation, history)}, by {known.Author(stored)}");
            return false;
        }

        if (!options.Overrules)
        {
            var threeWay = new ThreeWay(
                seen is null ? "nothing" : SubmittedTexts.Figure(seen.Observation, history), SubmittedTexts.Figure(stored.Observation, history),
                SubmittedTexts.Figure(figure.Submission.Observation, history), known.Author(stored));
            Refuse(figure, $"The sender saw {threeWay.Seen} and sends {threeWay.Sent}, while {threeWay.StoredBy} has stored {threeWay.Stored} since: agree which holds, then clear this row or overrule what is stored.", threeWay);
        }

        return options.Overrules;
    }

    private static bool IsSameFigure(SentFigure figure, ObservationFact? stored) =>
        stored is { Withdrawn: false } && stored.Observation == figure.Submission.Observation;

    private void Warn(SentFigure figure, IndicatorHistory history)
    {
        var (indicator, period) = (history.Indicator, figure.Period);
        IEnumerable<SubmissionWarning> found = SubmissionWarnings.Of(history, figure.Submission, known.Parts(indicator, period, sent));
        if (known.WholeOf(indicator, period, sent) is { } whole && !sent.ContainsKey((whole.Whole.Indicator.Ref, period))
            && known.Parts(whole.Whole.Indicator, period, sent) is { } parts && SubmissionWarnings.OfParts(whole.Whole.Indicator, period, whole.Figure, parts) is { } different)
        {
            found = found.Append(different);
        }

        warnings.AddRange(found.Select(warning => (figure, warning, options.Reason(figure.Ref, warning))));
    }
}
