using Microsoft.AspNetCore.Mvc;
using Outturn.App.Review;
using Outturn.Core.Papers;
using Outturn.Core.Periods;
using Outturn.Core.Review;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>A page of the review of the year that its address names; there is none where no review was opened for it.</summary>
public abstract class ReviewPage : StaffPage
{
    public override string Section => "review";

    public override (string Text, string Address)? Back => ($"The review of {Year}", Addresses.Review(Year));

    public Period Year { get; private set; }

    public AnnualReview Review { get; private set; } = null!;

    public ReviewRecord Record => Review.Record!;

    /// <summary>An adopted year's review is closed: it is read, and nothing in it changes.</summary>
    public bool IsClosed => Record.Adoption?.IsAdopted == true;

    /// <summary>Of the services that whoever looks may see.</summary>
    public IEnumerable<ServiceReview> Services => Review.Services.Where(service => !Me.IsOfOwnServices || Me.Has(service.Service.Name));

    /// <summary>Whether somebody may propose for a service, by the rule that the page of it is opened by.</summary>
    public bool MayPropose(string service) => May("/Review/Propose", service);

    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy");

    /// <summary>The review of the year in the address; false where there is none.</summary>
    protected bool ShowYear() => Addresses.Year(RouteData.Values["year"] as string) is { } year && ShowYear(year);

    protected bool ShowYear(Period year)
    {
        if (Now.Register is null || !Now.Reviews.ContainsKey(year))
        {
            return false;
        }

        (Year, Review) = (year, Now.ReviewOf(year));
        return true;
    }

    /// <summary>Whether a proposal has come further since a form about it was shown: nothing is overwritten or agreed unseen.</summary>
    /// <param name="known">How many steps it had taken then, as the form sent it.</param>
    protected bool HasMoved(ReviewItem item, string? known)
    {
        if (string.IsNullOrEmpty(known) || known == Known(item))
        {
            return false;
        }

        Errors.Add(null, $"The proposal for {item.Ref} has changed since you opened this page: look at it as it is now, and send what you want once more.");
        return true;
    }

    public static string Known(ReviewItem item) => item.Steps.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>To another page where the step was taken; else this one, with what is wrong.</summary>
    protected IActionResult After(ReviewResult result, string address, string done)
    {
        switch (result)
        {
            case ReviewResult.Taken:
                return GoTo(address, done);
            case ReviewResult.Refused refused:
                Errors.AddAll(null, refused.Reasons);
                break;
        }

        return Page();
    }
}

/// <summary>Of a service, in words: how many proposals it owes, and since when.</summary>
public static class ReviewLateness
{
    /// <returns>Null where it has done what was due.</returns>
    public static string? Late(this ServiceReview service, ReviewDates? dates, DateOnly today)
    {
        if (dates is null || !service.IsLate(dates, today))
        {
            return null;
        }

        var owed = service.Items.Count - service.Proposed;
        return owed > 0 && today > dates.Propose ? $"{Words.Capital(Words.Count(owed, "proposal"))} owed since {ReviewPage.Day(dates.Propose)}"
            : $"{Words.Capital(Words.Count(service.Items.Count - service.Agreed, "proposal"))} not agreed by {ReviewPage.Day(dates.Agree)}";
    }
}
