using Microsoft.AspNetCore.Mvc;
using Outturn.App.Review.Workbook;
using Outturn.App.Stores;
using Outturn.Core.Indicators;
using Outturn.Core.Papers;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>The workbook in which a service proposes.</summary>
public sealed class ProposalWorkbookModel(Store store) : ReviewPage
{
    public override string Title => "The workbook could not be made";

    public override (string Text, string Address)? Back => ($"{Service.Name}, review for {Year}", Addresses.ServiceReview(Year, Service));

    public Service Service { get; private set; } = null!;

    public string Reason { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync([FromRoute] string service, CancellationToken cancel)
    {
        if (!ShowYear() || Register.Service(service) is not { } named)
        {
            return NotFound();
        }

        Service = named;
        switch (await StoreProposals.MakeAsync(store, Year, named.Name, cancel))
        {
            case StoreProposalsResult.Made made:
                return File(made.Workbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{named.Slug()}-review-{TextPlace.Slug(Year.ToString())}.xlsx");
            case StoreProposalsResult.Refused refused:
                Reason = refused.Reason;
                break;
        }

        return Page();
    }
}
