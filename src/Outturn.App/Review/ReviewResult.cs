namespace Outturn.App.Review;

/// <summary>What came of a step in a review.</summary>
public abstract record ReviewResult
{
    private ReviewResult()
    {
    }

    /// <param name="Changes">What changed, a sentence for each; none where it was so already.</param>
    public sealed record Taken(IReadOnlyList<string> Changes) : ReviewResult;

    public sealed record Refused(IReadOnlyList<string> Reasons) : ReviewResult;

    public static ReviewResult Refuse(params string[] reasons) => new Refused(reasons);
}
