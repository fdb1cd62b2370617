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

    /// <summary>Those that are not agreed, by how far they have come.</summary>
    public IReadOnlyList<(ReviewState State, IReadOnlyList<ReviewItem> Items)> Waiting =>
        [.. Review.Items.Where(item => item.State != ReviewState.Agreed).GroupBy(item => item.State).OrderBy(group => group.Key).Select(group => (group.Key, (IReadOnlyList<ReviewItem>)[.. group]))];

    /// <summary>What else stands in its way, each with the indicator that it is about.</summary>
    public IReadOnlyList<(ReviewItem Item, string Reason)> Refusals { get; private set; } = [];

    public IReadOnlyList<RegisterChange> Changes { get; private set; } = [];

    public int Unchanged => Review.Items.Count() - Changes.Count;

    /// <summary>What was changed within the year since.</summary>
    public IReadOnlyList<LaterChange> Later => [.. Register.LaterChanges.Where(change => change.Year == Year)];

    private bool IsReady => !IsClosed && Refusals.Count == 0 && Waiting.Count == 0;

    public bool MayPutForward => IsReady && May("/Review/PutForward");

    public bool MayAdopt => IsReady && Adoption is { } forward && forward.PutForwardBy != Visit.Who && May("/Review/Adopt");

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

        Refusals = [.. Review.Items.SelectMany(item => NextRegister.Refusals(Review, item).Skip(item.State == ReviewState.Agreed ? 0 : 1).Select(reason => (item, reason)))];
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
