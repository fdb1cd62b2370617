using Outturn.Core.Periods;

namespace Outturn.Core.Review;

/// <summary>The days by which a review has to have come somewhere, counted back from the meeting that reads it (RULES 9).</summary>
/// <param name="Propose">Services have proposed by the end of it.</param>
/// <param name="Agree">Every challenge is answered and every proposal agreed by the end of it.</param>
/// <param name="Issue">The last day on which the paper can be issued.</param>
public sealed record ReviewDates(DateOnly Propose, DateOnly Agree, DateOnly Issue)
{
    /// <summary>Working days for the paper to be written and signed off.</summary>
    public const int ToWrite = 5;

    /// <summary>Working days for challenge and answer.</summary>
    public const int ToChallenge = 10;

    /// <exception cref="ArgumentOutOfRangeException">The years around the meeting have no bank holidays that are known.</exception>
    public static ReviewDates Before(DateOnly meeting, int toChallenge = ToChallenge, int toWrite = ToWrite)
    {
        var issue = ClearDays.IssueBy(meeting);
        var agree = WorkingDaysBefore(issue, toWrite);
        return new ReviewDates(WorkingDaysBefore(agree, toChallenge), agree, issue);
    }

    /// <summary>Why no days can be counted back from a meeting, or null where they can.</summary>
    public static string? Refusal(DateOnly meeting) => ClearDays.Refusal(meeting) ?? ClearDays.Refusal(meeting.AddDays(-60));

    /// <summary>As many working days earlier; what lies between them are clear days, one fewer.</summary>
    private static DateOnly WorkingDaysBefore(DateOnly day, int count) => count == 0 ? day : ClearDays.IssueBy(day, count - 1);
}
