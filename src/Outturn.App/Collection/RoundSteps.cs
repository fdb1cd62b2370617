using Microsoft.EntityFrameworkCore;
using Outturn.App.Mail;
using Outturn.App.Registers;
using Outturn.App.Stores.Facts;
using Outturn.App.Stores;
using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Mail;
using Outturn.Core.People;
using Outturn.Core.Periods;

namespace Outturn.App.Collection;

/// <summary>What came of a step that several figures took together.</summary>
public abstract record StepsResult
{
    private StepsResult()
    {
    }

    public sealed record Taken(IReadOnlyList<(string Ref, Period Period)> Figures) : StepsResult;

    /// <param name="Reasons">One for each figure that cannot take the step; none took it.</param>
    public sealed record Refused(IReadOnlyList<string> Reasons) : StepsResult;
}

/// <summary>Takes figures on their way: returned, approved, locked, unlocked. Several at once take a step all together or not at all.</summary>
public static class RoundSteps
{
    /// <param name="seenAt">The audit entry at which whoever acts saw the figures: one that was sent anew since is refused; null for now.</param>
    public static Task<StepsResult> TakeAsync(Store store, IReadOnlyList<(string Ref, Period Period)> figures, CollectionStep step, CancellationToken cancel, long? seenAt = null) =>
        store.WriteAsync(
            new Act(step.Who, ActionOf(step.Verb), figures is [var only] ? $"{only.Ref}, {only.Period}" : $"{figures.Count} figures", step.Why),
            writing => TakeAsync(writing, figures, step, seenAt, cancel), cancel);

    /// <summary>The word for a verb in the audit trail.</summary>
    internal static string ActionOf(CollectionVerb verb) => verb.ToString().ToLowerInvariant();

    private static async Task<StepsResult> TakeAsync(Writing writing, IReadOnlyList<(string Ref, Period Period)> figures, CollectionStep step, long? seenAt, CancellationToken cancel)
    {
        var register = (await StoredRegister.ReadAsync(writing.Db, long.MaxValue, UkTime.DayOf(writing.At), cancel, withFigures: false))!;
        var indicators = register.Indicators.ToDictionary(history => history.Indicator.Ref, history => history.Indicator);
        string[] refs = [.. figures.Select(figure => figure.Ref).Distinct()];
        var steps = await writing.Db.Steps.AsNoTracking().Where(fact => refs.Contains(fact.Ref)).OrderBy(fact => fact.Version).ToListAsync(cancel);
        var byFigure = steps.ToLookup(fact => (fact.Ref, fact.Period));
        List<string> refused = [];
        List<(Indicator Indicator, Period Period, string Sender)> returned = [];
        foreach (var figure in figures)
        {
            var last = byFigure[figure].LastOrDefault();
            var enteredBy = byFigure[figure].LastOrDefault(fact => fact.State == CollectionState.Submitted)?.Who;
            if (!indicators.TryGetValue(figure.Ref, out var indicator))
            {
                refused.Add($"{figure.Ref}: there is no such indicator in the register.");
            }
            else if (last?.Entry > seenAt)
            {
                refused.Add($"{figure.Ref}, {figure.Period}: {last.Who} has {last.State.ToString().ToLowerInvariant()} it since you looked: look at it once more.");
            }
            else if (step.Refusal(last?.State ?? CollectionState.Awaited, enteredBy, indicator.Approver) is { } refusal)
            {
                refused.Add($"{figure.Ref}, {figure.Period}: {refusal}");
            }
            else
            {
                writing.Add(new StepFact
                {
                    Ref = figure.Ref, Frequency = figure.Period.Frequency, Ordinal = figure.Period.Ordinal, Version = (last?.Version ?? 0) + 1,
                    State = step.LeadsTo, Who = step.Who.Trim(), ReasonWords = writing.Words(string.IsNullOrWhiteSpace(step.Why) ? null : step.Why.Trim()),
                });
                if (step.LeadsTo == CollectionState.Returned && enteredBy is not null)
                {
                    returned.Add((indicator, figure.Period, enteredBy));
                }
            }
        }

        if (refused.Count > 0)
        {
            writing.Abandon();
            return new StepsResult.Refused(refused);
        }

        await TellAsync(writing, register, returned, cancel);
        return new StepsResult.Taken(figures);
    }

    /// <summary>Tells whoever sent them that figures came back: one message to each, and none to whoever returns their own.</summary>
    private static async Task TellAsync(Writing writing, Register register, List<(Indicator Indicator, Period Period, string Sender)> returned, CancellationToken cancel)
    {
        if (returned.Count == 0)
        {
            return;
        }

        var recipients = await Recipients.ReadAsync(writing.Db, register, cancel);
        var told =
            from figure in returned
            where !Person.IsSame(figure.Sender, writing.Who)
            from to in recipients.Called(figure.Sender, MailKind.Returned)
            group figure by to;
        foreach (var figures in told)
        {
            var link = figures.ToList() is [var only] ? $"/indicators/{Uri.EscapeDataString(only.Indicator.Ref)}/{only.Period.Last:yyyy-MM-dd}" : "/collect";
            await Outbox.PutAsync(writing, MailKind.Returned, figures.Key, $"returned/{writing.Entry}", MailText.Returned([.. figures.Select(figure => (figure.Indicator.Ref, figure.Indicator.Title, figure.Period))], recipients.NameOf(writing.Who)), link, cancel);
        }
    }
}
