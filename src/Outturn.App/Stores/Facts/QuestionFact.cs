namespace Outturn.App.Stores.Facts;

/// <summary>A question about an indicator: asked, assigned and answered in versions of its own.</summary>
public sealed class QuestionFact : Fact
{
    public required string Ref { get; init; }

    /// <summary>From 1 for each indicator.</summary>
    public required int Number { get; init; }

    public required string AskedBy { get; init; }

    /// <summary>The committee for which it was asked.</summary>
    public string? Committee { get; init; }

    public string? QuestionWords { get; init; }

    /// <summary>A post's title.</summary>
    public string? AssignedTo { get; init; }

    public string? AnswerWords { get; init; }

    public string? AnsweredBy { get; init; }

    public override object Key => (Ref, Number);
}
