using Microsoft.AspNetCore.Mvc;
using Outturn.App.Release;
using Outturn.App.Stores;
using Outturn.Core.Release;
using Outturn.Web.Release;

namespace Outturn.Web.Pages;

/// <summary>Sends the report to those who sign their sections off.</summary>
public sealed class SendReportModel(Store store) : ReportStepPage
{
    public override string Title => $"Send {Life.Title} for review";

    public override string Explanation => Life.Subject != PaperSubject.Dashboard
        ? "It is read before one person signs the whole off, and another releases it. The draft still follows what it is made of."
        : "Directors and cabinet members are asked to sign their sections off. The draft still follows the figures: a section that changes afterwards has to be signed off anew.";

    public override string Button => "Send it for review";

    protected override async Task<IActionResult> TakeAsync(CancellationToken cancel) =>
        Draft is null ? WithoutDraft()
        : await EditionMaking.RefusalAsync(store, Draft, Life, cancel) is { } nothing ? Refused(nothing)
        : After(await ReportSteps.SendForReviewAsync(store, Life.Name, Draft.AsItIs, Visit.Who, null, cancel), "The report is in review.");
}

/// <summary>Takes the report back to a draft.</summary>
public sealed class TakeBackModel(Store store) : ReportStepPage
{
    public override string Title => $"Take {Life.Title} back";

    public override string Explanation => Edition.State == EditionState.Scheduled
        ? "It will not be released as planned. It becomes a draft again, and is reviewed, signed off and scheduled anew; sections that have not changed stay signed off."
        : "It becomes a draft again, and is reviewed and signed off anew; sections that have not changed stay signed off.";

    public override string Button => "Take it back";

    public override string Asks => "Why it is taken back";

    protected override async Task<IActionResult> TakeAsync(CancellationToken cancel) =>
        After(await ReportSteps.TakeBackAsync(store, Life.Name, Visit.Who, Reason?.Trim(), cancel), "The report is a draft again.");
}

/// <summary>Signs the whole report off: its content is fixed, and another person releases it.</summary>
public sealed class SignReportOffModel(Store store, ReportChecks checks) : ReportStepPage
{
    public override string Title => $"Sign {Life.Title} off";

    public override string Explanation => "Its content is fixed as it is now. Somebody else schedules its release; whoever signs it off cannot.";

    public override string Button => "Sign the report off";

    protected override bool IsOnContent => true;

    protected override async Task<IActionResult> TakeAsync(CancellationToken cancel)
    {
        if (Draft is null)
        {
            return WithoutDraft();
        }

        var blocking = ReportChecks.Blocking(await checks.OfAsync(Now, Life, Draft, cancel));
        return After(await ReportSteps.SignAllAsync(store, Life.Name, Draft.AsItIs with { Blocking = blocking }, Visit.Who, cancel), "The report is signed off: somebody else schedules its release.");
    }
}

/// <summary>Answers for an error of the checklist.</summary>
public sealed class AnswerForModel(Store store, ReportChecks checks) : ReportStepPage
{
    public override string Title => "Answer for an error of the checklist";

    public override string Explanation => Item?.Said ?? "There is no error by that name that somebody can answer for: it is put right, or it is a warning.";

    public override string Button => "Answer for it";

    public override string Asks => "Why the report may go out like that";

    public override string AskHint => "The reason is kept with the report, with your name.";

    [BindProperty(SupportsGet = true)]
    public string? Check { get; set; }

    public ChecklistItem? Item { get; private set; }

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel))
        {
            return NotFound();
        }

        await FindAsync(cancel);
        return Page();
    }

    protected override async Task<IActionResult> TakeAsync(CancellationToken cancel) =>
        !await FindAsync(cancel) ? NotFound() : After(await ReportSteps.AnswerForAsync(store, Life.Name, Item!.AnsweredAs(), Visit.Who, Reason, cancel), "The reason is kept with the report.");

    private async Task<bool> FindAsync(CancellationToken cancel) =>
        Draft is not null && (Item = (await checks.OfAsync(Now, Life, Draft, cancel)).FirstOrDefault(item => item.Key == Check && item.CanBeOverridden)) is not null;
}

/// <summary>Begins a correction, a supplement or a withdrawal of a report that is issued.</summary>
public sealed class BeginEditionModel(Store store) : ReportStepPage
{
    public override string Title => Kind switch
    {
        EditionKind.Supplement => $"Supplement to {Life.Title}",
        EditionKind.Withdrawal => $"Withdraw {Life.Title}",
        _ => $"Correct {Life.Title}",
    };

    public override string Explanation => Kind switch
    {
        EditionKind.Supplement => "A page of its own says what has arrived since the issue and what changed by it; the report itself stands as it was issued.",
        EditionKind.Withdrawal => "Its files are taken off the public site; its address says for good that it was withdrawn, and why. You propose it, and somebody else does it.",
        _ => "The whole report is issued anew, with the reason; the old figures stay beside the new ones, here and on the public site.",
    };

    public override string Button => Kind == EditionKind.Withdrawal ? "Propose to withdraw it" : "Begin it";

    public override string Asks => "Why, in words for the public";

    public override string AskHint => "It stands beside the report for good: what was wrong, or what arrived.";

    public override bool IsFinal => Kind == EditionKind.Withdrawal;

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? Word { get; set; }

    /// <summary>A correction, unless the address says otherwise.</summary>
    public EditionKind Kind => Word is null ? EditionKind.Correction : EditionKinds.Read(Word) ?? EditionKind.Issue;

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancel) => Kind == EditionKind.Issue ? NotFound() : await base.OnGetAsync(cancel);

    protected override async Task<IActionResult> TakeAsync(CancellationToken cancel) =>
        Kind == EditionKind.Issue ? NotFound() : After(await ReportSteps.BeginEditionAsync(store, Life.Name, Kind, Visit.Who, Reason, cancel), $"The {Kind.Name()} is begun.");
}

/// <summary>Gives up an edition that was not issued.</summary>
public sealed class GiveUpModel(Store store) : ReportStepPage
{
    public override string Title => $"Give up the {Edition.Kind.Name()} of {Life.Title}";

    public override string Explanation => "It is taken off the list; what was done with it stays in the audit trail. What is issued stays as it is.";

    public override string Button => "Give it up";

    public override string Asks => "Why it is given up";

    protected override async Task<IActionResult> TakeAsync(CancellationToken cancel)
    {
        var wasFirst = Life.Editions.Count == 1;
        var result = await ReportSteps.GiveUpAsync(store, Life.Name, Visit.Who, Reason?.Trim(), cancel);
        return result is StepResult.Taken && wasFirst ? GoTo("/reports", "The report is given up.") : After(result, "It is given up.");
    }
}

/// <summary>Withdraws a report that another person proposed to withdraw.</summary>
public sealed class WithdrawModel(Store store, ServeOptions options) : ReportStepPage
{
    public override string Title => $"Withdraw {Life.Title} now";

    public override bool IsOffered => Life.OnItsWay is { Kind: EditionKind.Withdrawal };

    public override string Explanation => !IsOffered ? "Nobody has proposed to withdraw it." : $"{NameOf(Edition.BegunBy)} proposed it: \"{Edition.Reason}\" Its files are taken off the public site at once, and its address says why for good. It cannot be undone; a correction can take its place later.";

    public override string Button => "Withdraw it now";

    public override bool IsFinal => true;

    protected override async Task<IActionResult> TakeAsync(CancellationToken cancel)
    {
        var at = store.Clock.GetUtcNow().UtcDateTime;
        return await EditionMaking.TombstoneAsync(store, Life, at, cancel) is not { } tombstone ? NotFound()
            : After(await Issuing.WithdrawAsync(store, Life.Name, tombstone.File, tombstone.Bytes, tombstone.Title, at, Visit.Who, cancel, options.PublicAddress), "The report is withdrawn.");
    }
}
