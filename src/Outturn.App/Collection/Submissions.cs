using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Collection;

namespace Outturn.App.Collection;

/// <summary>Takes figures from services: refused, or warned of and accepted with a reason, each with what is said of it, its forecast and its evidence.</summary>
/// <remarks>All figures of one submission are taken or none. A figure that is approved or locked is refused until it was returned.</remarks>
public static class Submissions
{
    public const string Action = "submit";

    /// <summary>What is said of a figure that came by no round.</summary>
    public const string OfRecord = "It is part of the record already: ask an analyst to change it, with the reason.";

    public static Task<SubmitResult> SubmitAsync(
        Store store, IReadOnlyList<SentFigure> figures, string who, string? why, SubmitOptions options, CancellationToken cancel, string? sourceDigest = null, string? subject = null) =>
        store.WriteAsync(
            new Act(who, Action, subject ?? (figures is [var only] ? $"{only.Ref}, {only.Period}" : $"{figures.Count} figures"), why, sourceDigest),
            writing => SubmitAsync(store, writing, figures, options, cancel), cancel);

    private static async Task<SubmitResult> SubmitAsync(Store store, Writing writing, IReadOnlyList<SentFigure> figures, SubmitOptions options, CancellationToken cancel)
    {
        var today = UkTime.DayOf(writing.At);
        if (await store.Indicators.ReadAsync(writing.Db, writing.Entry - 1, today, cancel) is not { } register)
        {
            writing.Abandon();
            return new SubmitResult.Refused([.. figures.Select(figure => new SubmissionProblem(figure.Ref, figure.Period, CouncilSource.NoCouncil))]);
        }

        figures = [.. figures.Select(figure => register.Find(figure.Ref) is { } found ? figure with { Ref = found.Indicator.Ref } : figure)];
        var known = await KnownFigures.ReadAsync(writing, register, figures, options.KnownAt, cancel);
        var draft = new SubmissionDraft(writing, known, options);
        foreach (var figure in figures)
        {
            if (known.Find(figure.Ref) is not { } history)
            {
                draft.Refuse(figure, "There is no such indicator in the register.");
                continue;
            }

            var step = new CollectionStep(CollectionVerb.Submit, writing.Who);
            var last = known.LastStep(figure);
            string[] refusals =
            [
                .. SubmissionRefusal.Of(history.Indicator, figure.Submission, today),
                .. step.Refusal(last?.State ?? CollectionState.Awaited, null, history.Indicator.Approver) is { } refusal && !draft.IsSame(figure) ? new[] { refusal } : [],
                .. figure.Evidence is { Content.Length: > EvidenceFile.MostBytes } ? [$"{figure.Evidence.Name} has more than {EvidenceFile.MostBytes / 1024 / 1024} MB: send the page that proves the figure."] : Array.Empty<string>(),
            ];
            if (options.KeepsRecord && known.IsOfRecord(figure) && known.Observation(figure)!.Observation != figure.Submission.Observation)
            {
                refusals = [.. refusals, OfRecord];
            }

            foreach (var reason in refusals)
            {
                draft.Refuse(figure, reason);
            }

            if (refusals.Length == 0)
            {
                draft.Take(figure, history);
            }
        }

        var result = draft.Result();
        if (result is not SubmitResult.Accepted { IsApplied: true })
        {
            writing.Abandon();
            return result;
        }

        await draft.WriteAsync(cancel);
        return result;
    }
}
