using Microsoft.AspNetCore.Mvc;
using Outturn.App.Review;
using Outturn.App.Stores;
using Outturn.Core.Papers;
using Outturn.Core.Review;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>Takes a proposal, tries its levels out, or answers a challenge.</summary>
public sealed class ProposeModel(Store store) : ProposalModel
{
    /// <summary>Where one goes when it is kept: to the next that waits, or to the service.</summary>
    public const string ToNext = "next";

    public async Task<IActionResult> OnPostAsync([FromRoute] string reference, string? then, CancellationToken cancel)
    {
        if (!ShowSent(reference))
        {
            return NotFound();
        }

        if (!HasMoved(Item, Form["known"]) && Form.Read(Register, Year, Errors) is { } proposal)
        {
            Form.Refuse(proposal, Errors);
            if (!Errors.Any)
            {
                var (next, left) = (Next, Service.Items.Count(item => item.Ref != Item.Ref && item.State is (ReviewState.NotStarted or ReviewState.Challenged)));
                return After(
                    await Proposing.RunAsync(store, Year, [new SentProposal(Item.Ref, proposal, Form["answer"])], Visit.Who, MayPropose, cancel),
                    then == ToNext && next is not null ? Addresses.Proposal(Year, next.Ref) : Addresses.ServiceReview(Year, Service.Service),
                    $"The proposal for {Item.Ref} is kept. {(left == 0 ? $"None is left in {Service.Service.Name}." : $"{Words.Capital(Words.Number(left))} left in {Service.Service.Name}.")}");
            }
        }

        return Page();
    }

    /// <summary>Rates the last two years by what is typed, and keeps nothing.</summary>
    public IActionResult OnPostTry([FromRoute] string reference)
    {
        if (!ShowSent(reference))
        {
            return NotFound();
        }

        var ((target, range), limit) = (Form.Levels(Register, Errors), Form.Limit(Errors));
        if (!Errors.Any)
        {
            (IsTried, TriedLimit) = (true, limit);
            Judge(target, range, limit);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAnswerAsync([FromRoute] string reference, CancellationToken cancel)
    {
        if (!ShowSent(reference))
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(Form["answer"]))
        {
            Errors.Add("answer", "Write the answer to the analyst's question.");
            return Page();
        }

        return After(await Challenging.AnswerAsync(store, Year, Item.Ref, Form["answer"], Visit.Who, MayPropose, cancel), Addresses.ServiceReview(Year, Service.Service), $"The challenge to {Item.Ref} is answered.");
    }

    /// <summary>A new indicator that was proposed is proposed no longer.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync([FromRoute] string reference, CancellationToken cancel) => !Show(reference) ? NotFound()
        : After(await Proposing.TakeBackAsync(store, Year, Item.Ref, Visit.Who, null, MayPropose, cancel), Addresses.ServiceReview(Year, Service.Service), $"{Item.Ref} is no longer proposed.");

    private bool ShowSent(string reference)
    {
        if (!Show(reference))
        {
            return false;
        }

        Form = ProposalForm.Sent(Review, Item, Request.Form);
        return true;
    }
}

/// <summary>Sends a proposal back with a question.</summary>
public sealed class ChallengeModel(Store store) : ProposalModel
{
    [BindProperty]
    public string? Question { get; set; }

    public async Task<IActionResult> OnPostAsync([FromRoute] string reference, CancellationToken cancel)
    {
        if (!Show(reference))
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(Question))
        {
            Errors.Add("question", "Say what you ask of the service.");
            return Page();
        }

        return After(await Challenging.ChallengeAsync(store, Year, Item.Ref, Question, Visit.Who, cancel), Home, $"{Item.Ref} is challenged: it is the service's turn.");
    }

    /// <summary>Agrees to it, and goes on to the next that waits for the analyst.</summary>
    public async Task<IActionResult> OnPostAgreeAsync([FromRoute] string reference, string? remark, string? known, CancellationToken cancel) => !Show(reference) ? NotFound() : HasMoved(Item, known) ? Page()
        : After(
            await Challenging.AgreeAsync(store, Year, [Item.Ref], Visit.Who, remark, cancel),
            Service.NextToAgree(Item.Ref) is { } next ? Addresses.Proposal(Year, next.Ref) : Addresses.ServiceReview(Year, Service.Service), $"{Item.Ref} is agreed.");
}
