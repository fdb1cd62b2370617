using Microsoft.AspNetCore.Mvc;
using Outturn.App.Collection;
using Outturn.App.Stores;
using Outturn.Core.Collection;
using Outturn.Core.Papers;
using Outturn.Core.People;
using Outturn.Core.Periods;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>A round as those see it who run it: who is to be reminded, opening, locking.</summary>
public sealed class RoundModel(Store store) : StaffPage
{
    public override string Title => $"The round of {Shown}";

    public override string Section => "collect";

    public override (string Text, string Address)? Back => ("Worklist", "/collect" + QueryText.Of(("round", Round)));

    [BindProperty(SupportsGet = true)]
    public string? Round { get; set; }

    [BindProperty]
    public string? Period { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public Period Shown { get; private set; }

    public RoundProgress Progress { get; private set; } = null!;

    /// <summary>What was sent and waits for its approver.</summary>
    public IReadOnlyList<WorkItem> ToApprove { get; private set; } = [];

    /// <summary>Contributors and approvers see who is late in their services; analysts run the round.</summary>
    public bool MayManage => Me.Is(Role.Administrator, Role.Analyst);

    public string NextPeriod => Period ?? Shown.Next.ToString();

    public IActionResult OnGet()
    {
        if (Now.Register is null)
        {
            return NotFound();
        }

        var work = Worklist.Of(Now, Me, RoundAddress.Read(Round));
        Shown = work.Round;
        var due = DueList.Of(Register, Shown, work.Meeting);
        ToApprove = [.. work.Items.Where(item => item.State.State == CollectionState.Submitted)];
        Progress = RoundProgress.Of(due with { Figures = [.. due.Figures.Where(figure => Me.Sees(figure.Indicator))] }, Now.States, Now.Day);
        return Page();
    }

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken cancel)
    {
        if (OnGet() is NotFoundResult || !MayManage)
        {
            return NotFound();
        }

        if (PeriodText.ReadAny(Period ?? "") is not { } period)
        {
            Errors.Add("period", $"\"{Period}\" is no period: write it like May 2020, Q1 2020/21 or 2020/21.");
            return Page();
        }

        switch (await Rounds.OpenAsync(store, period, null, Visit.Who, null, cancel))
        {
            case OpenRoundResult.Opened opened:
                return GoTo($"/collect?round={period.Code()}", $"The round of {period} is open: {Words.Count(opened.Round.Progress.Due.Figures.Count, "figure is", "figures are")} due.");
            case OpenRoundResult.Refused refused:
                Errors.Add("period", refused.Reason);
                break;
        }

        return Page();
    }

    public Task<IActionResult> OnPostLockAsync(CancellationToken cancel) => StepAsync(CollectionVerb.Lock, CollectionState.Approved, null, cancel);

    public Task<IActionResult> OnPostUnlockAsync(CancellationToken cancel) => StepAsync(CollectionVerb.Unlock, CollectionState.Locked, Why, cancel);

    private async Task<IActionResult> StepAsync(CollectionVerb verb, CollectionState from, string? why, CancellationToken cancel)
    {
        if (OnGet() is NotFoundResult || !MayManage)
        {
            return NotFound();
        }

        var figures = Progress.Due.Figures.Select(figure => (figure.Indicator.Ref, figure.Period)).Where(figure => Now.StateOf(figure.Ref, figure.Period).State == from).ToList();
        if (figures.Count == 0)
        {
            Errors.Add(null, $"No figure of the round is {from.ToString().ToLowerInvariant()}.");
            return Page();
        }

        switch (await RoundSteps.TakeAsync(store, figures, new CollectionStep(verb, Visit.Who, why) { Posts = Me.Posts }, cancel))
        {
            case StepsResult.Taken taken:
                return GoTo($"/collect/round?round={Shown.Code()}", $"{Words.Capital(Words.Count(taken.Figures.Count, "figure"))} {(verb == CollectionVerb.Lock ? "locked" : "unlocked and returned")}.");
            case StepsResult.Refused refused:
                Errors.AddAll("why", refused.Reasons.Distinct().Take(20));
                break;
        }

        return Page();
    }
}
