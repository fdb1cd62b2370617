using Microsoft.AspNetCore.Mvc;
using Outturn.App.Review;
using Outturn.Core.Release;
using Outturn.Reports;
using Outturn.Reports.Papers;
using Outturn.Web.Parts;
using Outturn.Web.Release;

namespace Outturn.Web.Pages;

/// <summary>The paper of a review, as a committee reads it, as a file.</summary>
public sealed class ReviewPaperModel(LivePapers papers) : ReviewPage
{
    /// <summary>Those of a paper; a review has no data beside it.</summary>
    public static readonly (string Format, string Text)[] Formats = [.. DownloadModel.Formats.Where(known => known.Format is not ("csv" or "json"))];

    public override string Title => "The paper could not be made";

    public string Reason { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync([FromRoute] string committee, [FromRoute] string format, CancellationToken cancel)
    {
        if (!ShowYear() || Register.Committee(committee) is not { } found || !Formats.Any(known => known.Format == format) || !Enum.TryParse<PaperFormat>(format, ignoreCase: true, out var wanted))
        {
            return NotFound();
        }

        if (Review.For(found).Items.All(item => item.Proposal is null))
        {
            Reason = $"Nothing is proposed for {Year} yet that goes to the {found.Name}.";
            return Page();
        }

        var paper = ReviewPaper.Of(Review, found, Record.Meetings.FirstOrDefault(meeting => meeting.Committee == found)?.Day, ReviewSource.Carried(Now.Reviews, Year, found));
        (var file, Reason) = await papers.HandOutAsync(Now, paper, wanted, Now.OnItsWay(PaperSubject.Review, found.Name, null, Year.Last), Me, cancel);
        return file ?? Page();
    }
}
