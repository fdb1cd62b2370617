using Microsoft.AspNetCore.Mvc;
using Outturn.App.Review;
using Outturn.App.Stores;
using Outturn.Core.Indicators;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>Proposes an indicator that there is not yet, with its whole definition sheet.</summary>
public sealed class NewProposalModel(Store store) : ReviewPage, IProposalPage
{
    public override string Title => $"{Service.Name}: propose a new indicator for {Year}";

    public override (string Text, string Address)? Back => ($"{Service.Name}, review for {Year}", Addresses.ServiceReview(Year, Service));

    public Service Service { get; private set; } = null!;

    public ProposalForm Form { get; private set; } = null!;

    public bool AsksService => false;

    public IActionResult OnGet([FromRoute] string service) => Show(service) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] string service, CancellationToken cancel)
    {
        if (!Show(service))
        {
            return NotFound();
        }

        Form = ProposalForm.Sent(Service, Request.Form);
        var reference = Form["ref"];
        if (Indicator.RefRefusal(reference) is { } unfit)
        {
            Errors.Add("ref", unfit);
        }
        else if (Now.FindProposed(reference) is not null)
        {
            Errors.Add("ref", $"There is an indicator {reference} already: give the new one another ref.");
        }

        if (Form.Read(Register, Year, Errors) is { } proposal)
        {
            Form.Refuse(proposal, Errors);
            if (!Errors.Any)
            {
                return After(await Proposing.RunAsync(store, Year, [new SentProposal(reference, proposal)], Visit.Who, MayPropose, cancel), Addresses.ServiceReview(Year, Service), $"{reference} is proposed.");
            }
        }

        return Page();
    }

    private bool Show(string service)
    {
        if (!ShowYear() || IsClosed || Register.Service(service) is not { } named)
        {
            return false;
        }

        (Service, Form) = (named, ProposalForm.Blank(named));
        return true;
    }
}
