using Microsoft.AspNetCore.Mvc;
using Outturn.App.Review;
using Outturn.App.Stores;
using Outturn.Core.Review;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>What adopting the proposals would change, what stands in its way, and once it is done what it changed.</summary>
public class AdoptionModel : ReviewPage
{
    public override string Title => IsClosed ? $"{Year} was adopted" : $"Adopt the proposals for {Year}";

    public Adoption? Adoption => Record.Adoption;

    /// <summary>What stands in its way, each with the indicator that it is about.</summary>
    public IReadOnlyList<(ReviewItem Item, string Reason)> Refusals { get; private set; } = [];

    public IReadOnlyList<RegisterChange> Changes { get; private set; } = [];

    public int Unchanged => Review.Items.Count() - Changes.Count;

    /// <summary>What was changed within the year since.</summary>
    public IReadOnlyList<LaterChange> Later => [.. Register.LaterChanges.Where(change => change.Year == Year)];

    public bool MayPutForward => !IsClosed && Refusals.Count == 0 && May("/Review/PutForward");

    public bool MayAdopt => !IsClosed && Refusals.Count == 0 && Adoption is { } forward && forward.PutForwardBy != Visit.Who && May("/Review/Adopt");

    public IActionResult OnGet() => Show() ? Page() : NotFound();

    protected bool Show()
    {
        if (!ShowYear())
        {
            return false;
        }

        if (IsClosed)
        {
            Changes = [.. Adoption!.Changes.Select(change => change.Split(':', 2)).Select(parts => new RegisterChange(parts[0], parts[^1].Trim()))];
            return true;
        }

        Refusals = [.. Review.Items.SelectMany(item => NextRegister.Refusals(Review, item).Select(reason => (item, reason)))];
        Changes = NextRegister.Of(Review).Changes;
        return true;
    }
}

/// <summary>Puts the set as it stands forward.</summary>
public sealed class PutForwardModel(Store store) : AdoptionModel
{
    public override string Title => $"Put the proposals for {Year} forward";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => !Show() ? NotFound()
        : After(await Adopting.PutForwardAsync(store, Year, Visit.Who, cancel), $"{Addresses.Review(Year)}/adoption", $"The proposals for {Year} are put forward: somebody else adopts them.");
}

/// <summary>Makes the set that was put forward the year's register.</summary>
public sealed class AdoptModel(Store store) : AdoptionModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => !Show() ? NotFound()
        : After(await Adopting.AdoptAsync(store, Year, Visit.Who, cancel), $"{Addresses.Review(Year)}/adoption", $"{Year} is adopted.");
}
