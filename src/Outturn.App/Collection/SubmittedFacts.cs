using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.Collection;

namespace Outturn.App.Collection;

/// <summary>The facts that an accepted figure becomes: figure, texts, forecast, evidence, overrides, and the step it takes.</summary>
internal sealed class SubmittedFacts(Writing writing, KnownFigures known)
{
    public async Task AddAsync(SentFigure figure, IEnumerable<(SubmissionWarning Warning, string Reason)> overridden, CancellationToken cancel)
    {
        var version = AddObservation(figure);
        AddCommentary(figure);
        if (figure.Submission.InternalNote is { } note && note != known.Words(known.InternalNote(figure)?.ContentWords))
        {
            writing.Add(new InternalNoteFact { Ref = figure.Ref, Frequency = figure.Period.Frequency, Ordinal = figure.Period.Ordinal, Version = (known.InternalNote(figure)?.Version ?? 0) + 1, ContentWords = writing.Words(note) });
        }

        foreach (var (warning, reason) in overridden)
        {
            var last = (await writing.Db.LastVersionsAsync<OverrideFact>(long.MaxValue, cancel, fact =>
                fact.Ref == figure.Ref && fact.Frequency == figure.Period.Frequency && fact.Ordinal == figure.Period.Ordinal && fact.Code == warning.Code)).SingleOrDefault();
            writing.Add(new OverrideFact
            {
                Ref = figure.Ref, Frequency = figure.Period.Frequency, Ordinal = figure.Period.Ordinal, Code = warning.Code, Version = (last?.Version ?? 0) + 1,
                ObservationVersion = version, Warning = warning.Sentence, ReasonWords = writing.Words(reason.Trim()),
            });
        }

        if (figure.Evidence is { } evidence)
        {
            await AddEvidenceAsync(figure, evidence, cancel);
        }

        writing.Add(new StepFact
        {
            Ref = figure.Ref, Frequency = figure.Period.Frequency, Ordinal = figure.Period.Ordinal, Version = (known.LastStep(figure)?.Version ?? 0) + 1,
            State = CollectionState.Submitted, Who = writing.Who,
        });
    }

    /// <returns>The version of the observation that holds now.</returns>
    private int AddObservation(SentFigure figure)
    {
        var (submission, last) = (figure.Submission, known.Observation(figure));
        var holds = last is { Withdrawn: false } && !figure.IsWhole ? last : null;
        var note = submission.Note is { } said ? said : known.Words(holds?.NoteWords);
        var (ytd, previous) = (submission.YtdGiven ?? holds?.YtdGiven, submission.PreviousGiven ?? holds?.PreviousGiven);
        if (last is { Withdrawn: false } && last.Observation == submission.Observation && note == known.Words(last.NoteWords) && ytd == last.YtdGiven && previous == last.PreviousGiven)
        {
            return last.Version;
        }

        var version = (last?.Version ?? 0) + 1;
        writing.Add(new ObservationFact
        {
            Ref = figure.Ref, Frequency = figure.Period.Frequency, Ordinal = figure.Period.Ordinal, Version = version,
            Value = submission.Observation.Typed, Numerator = submission.Observation.Counts?.Numerator, Denominator = submission.Observation.Counts?.Denominator,
            Marker = submission.Observation.Marker, YtdGiven = ytd, PreviousGiven = previous,
            NoteWords = note == known.Words(last?.NoteWords) ? last?.NoteWords : writing.Words(note), AcceptedWords = last is { Withdrawn: false } ? last.AcceptedWords : null,
        });
        return version;
    }

    private void AddCommentary(SentFigure figure)
    {
        var (said, last) = (figure.Submission.Commentary, known.Commentary(figure));
        var holds = last is { Withdrawn: false } ? last : null;
        if (said is null)
        {
            if (figure.IsWhole && holds is not null)
            {
                writing.Add(holds.WithdrawnVersion());
            }

            return;
        }

        if (holds is not null && said.Context == known.Words(holds.ContextWords) && said.Cause == known.Words(holds.CauseWords) && said.Action == known.Words(holds.ActionWords)
            && said.Owner == holds.Owner && said.Due == holds.Due && said.Recovery == holds.Recovery)
        {
            return;
        }

        writing.Add(new CommentaryFact
        {
            Ref = figure.Ref, Frequency = figure.Period.Frequency, Ordinal = figure.Period.Ordinal, Version = (last?.Version ?? 0) + 1,
            ContextWords = writing.Words(said.Context), CauseWords = writing.Words(said.Cause), ActionWords = writing.Words(said.Action),
            Owner = said.Owner, Due = said.Due, Recovery = said.Recovery,
        });
    }

    /// <summary>Once for an indicator and a year, whichever of its periods was sent with it.</summary>
    public void AddForecast(SentFigure figure)
    {
        var year = SubmittedTexts.YearOf(figure.Period);
        var (said, last) = (figure.Submission.Forecast, known.Forecast(figure, year));
        var holds = last is { Withdrawn: false } ? last : null;
        if (said is null)
        {
            if (figure.IsWhole && holds is not null)
            {
                writing.Add(holds.WithdrawnVersion());
            }
        }
        else if (holds is null || said.Value != holds.Value || said.Reason != known.Words(holds.ReasonWords))
        {
            writing.Add(new ForecastFact { Ref = figure.Ref, Frequency = year.Frequency, Ordinal = year.Ordinal, Version = (last?.Version ?? 0) + 1, Value = said.Value, ReasonWords = writing.Words(said.Reason) });
        }
    }

    private async Task AddEvidenceAsync(SentFigure figure, EvidenceFile evidence, CancellationToken cancel)
    {
        var digest = await writing.FileAsync(evidence.Content, cancel);
        var last = (await writing.Db.LastVersionsAsync<EvidenceFact>(long.MaxValue, cancel, fact =>
            fact.Ref == figure.Ref && fact.Frequency == figure.Period.Frequency && fact.Ordinal == figure.Period.Ordinal && fact.FileName == evidence.Name)).SingleOrDefault();
        if (last is null or { Withdrawn: true } || last.Digest != digest)
        {
            writing.Add(new EvidenceFact
            {
                Ref = figure.Ref, Frequency = figure.Period.Frequency, Ordinal = figure.Period.Ordinal, FileName = evidence.Name, Version = (last?.Version ?? 0) + 1, Digest = digest,
            });
        }
    }
}
