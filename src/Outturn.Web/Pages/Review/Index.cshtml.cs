using Microsoft.AspNetCore.Mvc;
using Outturn.Core.Periods;
using Outturn.Core.Review;

namespace Outturn.Web.Pages;

/// <summary>The reviews there are, and how far the services have come in one of them.</summary>
public sealed class ReviewsModel : ReviewPage
{
    public override string Title => IsThere ? $"Review for {Year}" : "Review";

    public override (string Text, string Address)? Back => null;

    /// <summary>Whether there is a review to show.</summary>
    public bool IsThere { get; private set; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ReviewRecord> All => [.. Now.Reviews.Values.OrderByDescending(record => record.Year)];

    public IReadOnlyList<ServiceReview> Rows => [.. Services];

    public IReadOnlyList<(ServiceReview Service, string Late)> Late =>
        [.. from service in Rows let late = IsClosed ? null : service.Late(Review.DatesOf(service), Now.Day) where late is not null select (service, late)];

    public IActionResult OnGet(string? year)
    {
        IsThere = year is not null ? ShowYear() : Newest() is { } newest && ShowYear(newest);
        return IsThere || year is null ? Page() : NotFound();
    }

    /// <summary>The newest that is open; where none is, the newest.</summary>
    private Period? Newest() => All.FirstOrDefault(record => record.Adoption?.IsAdopted != true)?.Year ?? (All is [var last, ..] ? last.Year : null);
}
