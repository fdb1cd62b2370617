using Outturn.App.Registers;
using Outturn.App.Release;
using Outturn.App.Stores;
using Outturn.Core.People;
using Outturn.Core.Release;
using Outturn.Web.Parts;

namespace Outturn.Web.Release;

/// <summary>What a rehearsal came to.</summary>
/// <param name="Blocking">What would stop the sign-off today, a sentence each.</param>
public sealed record Rehearsed(MadeEdition Made, IReadOnlyList<string> Blocking);

/// <summary>Goes the whole way of a report's issue on a clone of the store: every file is made, with a mark on each page, and nothing can become public.</summary>
public static class Rehearsal
{
    public const string Mark = "Rehearsal: not for publication";

    private const string Who = "rehearsal";

    /// <param name="clone">Made by <see cref="RehearsalStore"/>.</param>
    public static async Task<(Rehearsed? Result, string Refusal)> RunAsync(Store clone, string report, LiveReference reference, CancellationToken cancel)
    {
        using var live = new LiveCouncil(clone);
        var now = await live.ReadAsync(cancel);
        if (now.Life(report) is not { } life)
        {
            return (null, $"There is no report \"{report}\" yet: outturn publish begin begins one.");
        }

        if (life.LastIssued is not null && life.Last.IsIssued)
        {
            return (null, $"{report} is issued already: begin a correction or a supplement to rehearse one.");
        }

        var (draft, refusal) = await new DraftPapers(reference, new KnownThen(clone)).OfAsync(now, life, cancel);
        if (draft is null)
        {
            return (null, refusal);
        }

        var blocking = ReportChecks.Blocking(await new ReportChecks(clone).OfAsync(now, life, draft, cancel));
        IReadOnlyList<string> stops =
        [
            .. blocking.Where(error => life.Last.Overrides.All(said => said.Check != error.Key)).Select(error => error.Text),
            .. EditionRules.StillToSign(life.Last, draft.AsItIs.Sections, draft.AsItIs.SectionDigests).Select(section => $"{section.Service} is not signed off by its {section.Role.Name()}."),
        ];
        if (await SignAsync(clone, life, draft, cancel) is StepResult.Refused unsigned)
        {
            return (null, string.Join(" ", unsigned.Reasons));
        }

        var at = clone.Clock.GetUtcNow().UtcDateTime;
        var (made, reason) = await EditionMaking.MakeAsync(clone, draft, life, at, cancel, Mark);
        if (made is null)
        {
            return (null, reason);
        }

        if (await ReportSteps.ScheduleAsync(clone, report, draft.AsItIs, made.Title, made.Files, at, Who + "-releaser", cancel) is StepResult.Refused unscheduled)
        {
            return (null, string.Join(" ", unscheduled.Reasons));
        }

        await Issuing.IssueDueAsync(clone, at, cancel);
        return (new Rehearsed(made, stops), "");
    }

    /// <summary>Signs everything off as if all were well; the clone forgets it with itself.</summary>
    private static async Task<StepResult> SignAsync(Store clone, ReportLife life, DraftPaper draft, CancellationToken cancel)
    {
        if (life.Last.State >= EditionState.SignedOff)
        {
            await ReportSteps.TakeBackAsync(clone, life.Name, Who, "A rehearsal.", cancel);
        }

        var asItIs = draft.AsItIs with { Sections = [], Blocking = [] };
        return await ReportSteps.SendForReviewAsync(clone, life.Name, asItIs, Who, null, cancel) is StepResult.Refused refused ? refused
            : await ReportSteps.SignAllAsync(clone, life.Name, asItIs, Who, cancel);
    }
}
