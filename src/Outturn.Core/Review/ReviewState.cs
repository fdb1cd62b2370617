namespace Outturn.Core.Review;

/// <summary>How far a proposal, or all those of a service, has come.</summary>
public enum ReviewState
{
    NotStarted,
    Proposed,

    /// <summary>The analyst asks something of it: it is the service's turn.</summary>
    Challenged,
    Agreed,
}

public static class ReviewStates
{
    public static string Text(this ReviewState state) => state switch
    {
        ReviewState.NotStarted => "Not started",
        ReviewState.Proposed => "Proposed",
        ReviewState.Challenged => "Challenged",
        _ => "Agreed",
    };
}

/// <summary>One step of a proposal: proposed, challenged with a question, answered, agreed.</summary>
/// <param name="At">UTC.</param>
/// <param name="Said">The question, the answer or the remark that came with it.</param>
public sealed record ReviewStep(ReviewState State, string Who, DateTime At, string? Said);
