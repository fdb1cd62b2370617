using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.Dashboards;
using Outturn.Core.Periods;
using Outturn.Core.Review;

namespace Outturn.App.Review;

/// <summary>How a review is to be opened: the meetings that read it, and the working days that it gives.</summary>
public sealed record ReviewPlan(IReadOnlyList<ReviewMeeting> Meetings, int ToChallenge = ReviewDates.ToChallenge, int ToWrite = ReviewDates.ToWrite);

/// <summary>Opens the review of a year, one workspace for each service, or gives it other meetings.</summary>
public static class ReviewOpening
{
    internal const string Action = "open review";

    private const int MostDays = 60;

    /// <param name="plan">Makes the plan of the register as it is, or says why there is none.</param>
    public static Task<ReviewResult> RunAsync(Store store, Period year, Func<Register, (ReviewPlan? Plan, string? Refusal)> plan, string who, string? why, CancellationToken cancel) =>
        store.WriteAsync(new Act(who, Action, year.ToString(), why), async writing =>
        {
            var result = await OpenAsync(writing, year, plan, cancel);
            if (result is ReviewResult.Refused)
            {
                writing.Abandon();
            }

            return result;
        }, cancel);

    private static async Task<ReviewResult> OpenAsync(Writing writing, Period year, Func<Register, (ReviewPlan? Plan, string? Refusal)> plan, CancellationToken cancel)
    {
        if (await StoredRegister.ReadAsync(writing.Db, long.MaxValue, UkTime.DayOf(writing.At), cancel, withFigures: false) is not { } register)
        {
            return ReviewResult.Refuse(CouncilSource.NoCouncil);
        }

        if (year.Frequency != Frequency.Year)
        {
            return ReviewResult.Refuse($"{year} is not a financial year: write it like 2026/27.");
        }

        var (made, refusal) = plan(register);
        if (made is not { } planned)
        {
            return ReviewResult.Refuse(refusal ?? "Say which meeting reads the review.");
        }

        if (Refusals(planned) is { Count: > 0 } refusals)
        {
            return new ReviewResult.Refused(refusals);
        }

        var first = year.First.Year;
        if ((await writing.Db.KnownAsync<AdoptionFact>(long.MaxValue, cancel, fact => fact.Year == first)).Any(adoption => adoption.AdoptedBy is not null))
        {
            return ReviewResult.Refuse($"{year} is adopted: its review is closed.");
        }

        var comparing = new RegisterComparison(writing, await StoredWords.ReadAsync(writing.Db, cancel), new ImportOptions(Withdraws: true));
        await comparing.SettleAsync([new ReviewFact { Year = first, ToChallenge = planned.ToChallenge, ToWrite = planned.ToWrite }], cancel, _ => true);
        await comparing.SettleAsync(planned.Meetings.Select(meeting => new ReviewMeetingFact { Year = first, Committee = meeting.Committee.Name, Day = meeting.Day }), cancel, meeting => meeting.Year != first);
        return new ReviewResult.Taken([.. comparing.Changes.Select(change => $"{change.Kind}: {change.About}")]);
    }

    private static List<string> Refusals(ReviewPlan plan) =>
    [
        .. plan.Meetings.Count == 0 ? new[] { "Say which meeting reads the review: its deadlines are counted back from it." } : [],
        .. plan.Meetings.GroupBy(meeting => meeting.Committee.Name).Where(same => same.Count() > 1).Select(same => $"The {same.Key} reads the review at one meeting: name one day."),
        .. plan.Meetings.Select(meeting => ReviewDates.Refusal(meeting.Day)).OfType<string>(),
        .. plan is { ToChallenge: >= 0 and <= MostDays, ToWrite: >= 0 and <= MostDays } ? Array.Empty<string>() : [$"Working days are 0 to {MostDays}."],
    ];
}
