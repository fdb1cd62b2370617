using Microsoft.AspNetCore.Mvc;
using Outturn.App.Release;
using Outturn.App.Stores;
using Outturn.Core.Dashboards;
using Outturn.Core.Papers;
using Outturn.Core.People;
using Outturn.Core.Release;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>A section of a report as it is now, to be signed off by its director or cabinet member.</summary>
public sealed class SignSectionModel(Store store) : ReportPage
{
    public override string Title => $"{Part.Service.Name}: sign off as {Signer.Name()}";

    public ServiceDashboard Part { get; private set; } = null!;

    public Role Signer { get; private set; }

    public SectionToSign ToSign { get; private set; } = null!;

    public SectionSignOff? Said => SignOffOf(ToSign);

    /// <summary>The analyst's own paragraph under the section's heading; null where there is none.</summary>
    public string? OwnText => Draft!.Read.Texts.GetValueOrDefault(TextPlace.Of(Part.Service));

    public bool IsOwed => StillToSign.Contains(ToSign);

    /// <summary>Whether whoever looks answers for the section themselves.</summary>
    public bool IsTheirs => Me.Is(Signer) && Me.Has(Part.Service.Name);

    [BindProperty]
    public string? OnBehalf { get; set; }

    [BindProperty]
    public string? Does { get; set; }

    /// <summary>Of the section alone: what changes elsewhere in the report does not matter here.</summary>
    public override string Stamp => Draft!.AsItIs.SectionDigests[Part.Service.Name];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || !MaySign(ToSign))
        {
            return NotFound();
        }

        if (Does == "back")
        {
            return After(await ReportSteps.TakeSignOffBackAsync(store, Life.Name, Part.Service.Name, Signer, Me, null, cancel), $"The sign-off of {Part.Service.Name} is taken back.");
        }

        return !IsAsSeen("The section has changed since you opened this page: read it as it is now, and sign it off once more.") ? Page() : After(await ReportSteps.SignSectionAsync(store, Life.Name, Draft!.AsItIs, Part.Service.Name, Signer, Me, OnBehalf, cancel), $"{Part.Service.Name} is signed off.");
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel) || Draft?.Rated is not { } rated || ReportAddresses.Signer(RouteData.Values["signer"] as string) is not { } signer
            || rated.Dashboard.Services.FirstOrDefault(service => service.Service.Slug() == RouteData.Values["service"] as string) is not { } section
            || Draft.AsItIs.Sections.FirstOrDefault(known => known.Service == section.Service.Name && known.Role == signer) is not { } toSign)
        {
            return false;
        }

        (Part, Signer, ToSign) = (section, signer, toSign);
        return true;
    }
}
