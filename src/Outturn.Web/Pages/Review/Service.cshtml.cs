using Microsoft.AspNetCore.Mvc;
using Outturn.App.Review;
using Outturn.App.Stores;
using Outturn.Core.Indicators;
using Outturn.Core.Papers;
using Outturn.Core.Review;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>A service's part of a review: what is proposed for each of its indicators, and how far that has come.</summary>
public class ServiceReviewModel : ReviewPage
{
    public override string Title => $"{Service.Name}: review for {Year}";

    public Service Service { get; private set; } = null!;

    public ServiceReview Shown { get; private set; } = null!;

    public ReviewDates? Dates => Review.DatesOf(Shown);

    public bool MayAgree => !IsClosed && May("/Review/Agree");

    /// <summary>Those that whoever looks could agree to.</summary>
    public IReadOnlyList<ReviewItem> ToAgree => [.. Shown.Items.Where(item => item.State == ReviewState.Proposed)];

    /// <summary>The first that still owes a proposal, or an answer; null where none does.</summary>
    public ReviewItem? Next => Shown.Next(null);

    public IReadOnlyCollection<string> Ticked { get; protected set; } = [];

    public IActionResult OnGet([FromRoute] string service) => Show(service) ? Page() : NotFound();

    protected bool Show(string service)
    {
        if (!ShowYear() || Register.Service(service) is not { } named)
        {
            return false;
        }

        (Service, Shown) = (named, Review.Services.FirstOrDefault(part => part.Service.Name == named.Name) ?? new ServiceReview(named, []));
        return true;
    }
}

/// <summary>Agrees to several proposals, all of them or none.</summary>
public sealed class AgreeModel(Store store) : ServiceReviewModel
{
    public async Task<IActionResult> OnPostAsync([FromRoute] string service, CancellationToken cancel)
    {
        if (!Show(service))
        {
            return NotFound();
        }

        string[] refs = [.. Request.Form["ref"].OfType<string>()];
        Ticked = refs;
        if (refs.Any(reference => Shown.Items.All(item => item.Ref != reference)))
        {
            return NotFound();
        }

        ReviewItem[] moved = [.. Shown.Items.Where(item => refs.Contains(item.Ref) && HasMoved(item, Request.Form[$"known.{item.Ref}"]))];
        if (moved.Length > 0)
        {
            return Page();
        }

        return After(await Challenging.AgreeAsync(store, Year, refs, Visit.Who, null, cancel), Addresses.ServiceReview(Year, Service), $"{Words.Capital(Words.Count(refs.Length, "proposal"))} agreed.");
    }
}

/// <summary>The way through a service's proposals, one after the other.</summary>
internal static class ReviewOrder
{
    /// <summary>The next that waits for its service, after one of them and from the first again; null where none does.</summary>
    public static ReviewItem? Next(this ServiceReview service, string? after) => service.After(after).FirstOrDefault(item => item.State is ReviewState.NotStarted or ReviewState.Challenged);

    /// <summary>The next that waits for the analyst.</summary>
    public static ReviewItem? NextToAgree(this ServiceReview service, string after) => service.After(after).FirstOrDefault(item => item.State == ReviewState.Proposed);

    private static IEnumerable<ReviewItem> After(this ServiceReview service, string? reference)
    {
        var at = service.Items.TakeWhile(item => item.Ref != reference).Count() + 1;
        return reference is null ? service.Items : service.Items.Skip(at).Concat(service.Items.Take(at - 1));
    }
}
