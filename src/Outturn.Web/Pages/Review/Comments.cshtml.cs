using Microsoft.AspNetCore.Mvc;
using Outturn.App.Registers;
using Outturn.App.Review;
using Outturn.App.Stores;
using Outturn.Core.Review;
using Outturn.Reports.Papers;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>A page that shows what committees said.</summary>
public abstract class CommentPage : ReviewPage
{
    /// <summary>What a comment is about.</summary>
    public string About(CommitteeComment comment) =>
        comment.Ref is not { } reference ? "The review as a whole" : Now.FindProposed(reference) is { } history ? $"{reference} {IndicatorTables.Title(history.Indicator)}" : reference;
}

/// <summary>What committees said of a review, what they were answered, and what the review before left to do.</summary>
public sealed class CommentsModel : CommentPage
{
    public override string Title => $"Comments on the review for {Year}";

    /// <summary>Those that whoever looks may see: on the review as a whole, and on indicators of theirs.</summary>
    public IReadOnlyList<CommitteeComment> Rows => [.. Record.Comments.Where(Sees)];

    /// <summary>What committees were promised when the year before was reviewed.</summary>
    public IReadOnlyList<CommitteeComment> Promised => Now.Reviews.TryGetValue(Year.Before, out var before) ? [.. before.Comments.Where(comment => comment.Outcome == CommentOutcome.NextReview && Sees(comment))] : [];

    public bool MayRecord => !IsClosed && May("/Review/Record");

    public IActionResult OnGet() => ShowYear() ? Page() : NotFound();

    private bool Sees(CommitteeComment comment) => comment.Ref is not { } reference || (Now.FindProposed(reference) is { } history && Me.Sees(history.Indicator));
}

/// <summary>Records what a member said.</summary>
public sealed class RecordModel(Store store) : ReviewPage
{
    public override string Title => $"Record a comment on the review for {Year}";

    public override (string Text, string Address)? Back => ("Comments", $"{Addresses.Review(Year)}/comments");

    [BindProperty]
    public string? About { get; set; }

    [BindProperty]
    public string? Committee { get; set; }

    [BindProperty]
    public string? By { get; set; }

    [BindProperty]
    public string? Said { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public IEnumerable<(string Value, string Text)> Committees => Register.Committees.OrderByDescending(committee => Record.Meetings.Any(meeting => meeting.Committee.Name == committee.Name)).Select(committee => (committee.Name, committee.Name));

    public IEnumerable<(string Value, string Text)> Indicators => [("", "The review as a whole"), .. Review.Items.Select(item => (item.Ref, $"{item.Ref} {IndicatorTables.Title(item.Indicator)}"))];

    public IActionResult OnGet(string? about)
    {
        if (!ShowYear() || IsClosed)
        {
            return NotFound();
        }

        About = about;
        Said = Day(Record.Meetings.Select(meeting => meeting.Day).Where(day => day <= Now.Day).DefaultIfEmpty(Now.Day).Max());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ShowYear())
        {
            return NotFound();
        }

        if (!DateText.TryRead(Said ?? "", out var day))
        {
            Errors.Add("Said", $"\"{Said}\" is no date: write it like 29/07/2020.");
        }
        else if (day > Now.Day)
        {
            Errors.Add("Said", "The day of the comment lies in the future.");
        }

        if (string.IsNullOrWhiteSpace(By))
        {
            Errors.Add("By", "Say who said it: a name, or a member of the committee.");
        }

        if (string.IsNullOrWhiteSpace(Text))
        {
            Errors.Add("Text", "Write what was said.");
        }

        return Errors.Any ? Page()
            : After(await Comments.RecordAsync(store, Year, new RecordedComment(string.IsNullOrEmpty(About) ? null : About, Committee ?? "", By!, day, Text!), Visit.Who, cancel), $"{Addresses.Review(Year)}/comments", "The comment is recorded.");
    }
}

/// <summary>Replies to a comment, and says what becomes of it.</summary>
public sealed class ReplyModel(Store store) : CommentPage
{
    public static IEnumerable<(string Value, string Text, string? Hint)> Outcomes =>
    [
        (nameof(CommentOutcome.Agreed), CommentOutcome.Agreed.Text(), null), (nameof(CommentOutcome.NotAgreed), CommentOutcome.NotAgreed.Text(), "The reply says why."),
        (nameof(CommentOutcome.NextReview), CommentOutcome.NextReview.Text(), "It is shown again when the next year is reviewed."), (nameof(CommentOutcome.Open), "Still open", null),
    ];

    public override string Title => $"Reply to comment {Comment.Number}";

    public override (string Text, string Address)? Back => ("Comments", $"{Addresses.Review(Year)}/comments");

    public CommitteeComment Comment { get; private set; } = null!;

    [BindProperty]
    public string? Reply { get; set; }

    [BindProperty]
    public string? Outcome { get; set; }

    public IActionResult OnGet([FromRoute] int number)
    {
        if (!Show(number))
        {
            return NotFound();
        }

        (Reply, Outcome) = (Comment.Reply, Comment.Outcome == CommentOutcome.Open ? null : Comment.Outcome.ToString());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] int number, CancellationToken cancel)
    {
        if (!Show(number))
        {
            return NotFound();
        }

        if (Outcomes.All(known => known.Value != Outcome) || !Enum.TryParse<CommentOutcome>(Outcome, out var outcome))
        {
            Errors.Add("Outcome", "Choose what becomes of it.");
        }
        else if (CommentOutcomes.Refusal(outcome, Reply) is { } refusal)
        {
            Errors.Add("Reply", refusal);
        }
        else
        {
            return After(await Comments.ReplyAsync(store, Year, number, Reply, outcome, Visit.Who, cancel), $"{Addresses.Review(Year)}/comments", $"Comment {number}: {outcome.Text().ToLowerInvariant()}.");
        }

        return Page();
    }

    private bool Show(int number)
    {
        if (!ShowYear() || IsClosed || Record.Comments.FirstOrDefault(comment => comment.Number == number) is not { } found)
        {
            return false;
        }

        Comment = found;
        return true;
    }
}
