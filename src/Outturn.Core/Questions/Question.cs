using Outturn.Core.Dashboards;

namespace Outturn.Core.Questions;

/// <summary>How far a question has come.</summary>
public enum QuestionState
{
    Asked,

    /// <summary>A post is to answer it.</summary>
    Assigned,

    Answered,
}

/// <summary>What a member asked about an indicator, and what came back.</summary>
/// <param name="Ref">The indicator.</param>
/// <param name="Number">From 1 for each indicator, in the order in which they were asked.</param>
/// <param name="AskedBy">Whoever is answerable for the words: a member or, on a member's behalf, a clerk.</param>
/// <param name="Committee">The committee for which it was asked; null where it goes to every one that the indicator is reported to.</param>
/// <param name="AssignedTo">The title of the post that is to answer it; null until somebody is.</param>
/// <param name="Answer">Null until it is answered.</param>
public sealed record Question(
    string Ref, int Number, string Text, string AskedBy, DateOnly AskedOn, Committee? Committee = null, string? AssignedTo = null,
    string? Answer = null, string? AnsweredBy = null, DateOnly? AnsweredOn = null)
{
    /// <summary>Longer than a question put at a meeting.</summary>
    public const int LongestText = 4000;

    public QuestionState State => Answer is not null ? QuestionState.Answered : AssignedTo is not null ? QuestionState.Assigned : QuestionState.Asked;

    /// <summary>Whether a meeting is shown it: the open ones that were asked before it, and those answered since the meeting before.</summary>
    /// <param name="committees">The committees that the indicator is reported to.</param>
    /// <param name="before">The day of the committee's meeting before; null where there was none.</param>
    public bool IsShownAt(Meeting meeting, IReadOnlyCollection<Committee> committees, DateOnly? before) =>
        (Committee is { } own ? own == meeting.Committee : committees.Contains(meeting.Committee))
        && AskedOn <= meeting.Date
        && (AnsweredOn is not { } answered || before is not { } last || answered > last);

    /// <summary>Why a text cannot be taken as a question or an answer, or null where it can.</summary>
    public static string? Refusal(string text) =>
        string.IsNullOrWhiteSpace(text) ? "There are no words: write the question or the answer out."
        : text.Trim().Length > LongestText ? $"The text has {text.Trim().Length:N0} characters, and {LongestText:N0} at most are taken: shorten it."
        : null;
}
