using Outturn.Core.Dashboards;

namespace Outturn.Core.Review;

/// <summary>What becomes of a committee's comment.</summary>
public enum CommentOutcome
{
    /// <summary>Nobody has replied yet.</summary>
    Open,
    Agreed,

    /// <summary>The reply says why.</summary>
    NotAgreed,

    /// <summary>It is taken up when the next year is reviewed.</summary>
    NextReview,
}

/// <summary>What a member said of a proposal, or of the review as a whole, and what became of it.</summary>
/// <param name="Number">From 1 in each review.</param>
/// <param name="Ref">Null where it is about the review as a whole.</param>
/// <param name="By">As the clerk records it: a member of the committee, a post.</param>
/// <param name="Day">Of the meeting at which it was said.</param>
public sealed record CommitteeComment(
    int Number, string? Ref, Committee Committee, string By, DateOnly Day, string Text, string? Reply, string? RepliedBy, CommentOutcome Outcome);

public static class CommentOutcomes
{
    public static string Text(this CommentOutcome outcome) => outcome switch
    {
        CommentOutcome.Open => "Open",
        CommentOutcome.Agreed => "Agreed",
        CommentOutcome.NotAgreed => "Not agreed",
        _ => "Action for the next review",
    };

    /// <summary>Why it cannot become so, or null where it can.</summary>
    public static string? Refusal(CommentOutcome outcome, string? reply) =>
        outcome != CommentOutcome.Open && string.IsNullOrWhiteSpace(reply) ? outcome == CommentOutcome.NotAgreed ? "Say why it is not agreed." : "Write the reply that the committee gets." : null;
}
