using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.People;
using Outturn.Core.Periods;
using Outturn.Core.Questions;
using Outturn.Core.Ratings;
using Outturn.Web.Parts;
using Outturn.Web.Release;

namespace Outturn.Web.Pages;

/// <summary>What needs somebody today, and where things stand.</summary>
public sealed class IndexModel(DraftPapers drafts) : StaffPage
{
    public const int MostListed = 8;

    private const int MostMeetings = 3;

    public override string Title => "Home";

    public override string Section => "home";

    /// <summary>The one round of all that is due; null where it is of several.</summary>
    public Period? DueRound { get; private set; }

    public IReadOnlyList<WorkItem> Returned { get; private set; } = [];

    public IReadOnlyList<WorkItem> Due { get; private set; } = [];

    public IReadOnlyList<WorkItem> ToApprove { get; private set; } = [];

    public IReadOnlyList<(DashboardIndicator Kpi, IReadOnlyList<string> Lacks)> RedsWithoutAction { get; private set; } = [];

    public IReadOnlyList<DashboardIndicator> RedTwice { get; private set; } = [];

    public IReadOnlyList<Question> Questions { get; private set; } = [];

    public IReadOnlyList<(Meeting Meeting, DateOnly? IssueBy)> Meetings { get; private set; } = [];

    public IReadOnlyList<(string Service, int Count, int Late)> LateServices { get; private set; } = [];

    public IReadOnlyList<Dashboard> Boards { get; private set; } = [];

    /// <summary>What reviews ask of whoever looks, a part for each year.</summary>
    public IReadOnlyList<ReviewWork> Reviews { get; private set; } = [];

    /// <summary>What reports on their way ask of whoever looks.</summary>
    public IReadOnlyList<ReportWork> Reports { get; private set; } = [];

    public bool IsQuiet => Returned.Count + Due.Count + ToApprove.Count + RedsWithoutAction.Count + RedTwice.Count + Questions.Count + Reviews.Count + Reports.Count == 0;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (Now.Register is null)
        {
            return;
        }

        if (May("/Collect/Index"))
        {
            ReadWork();
        }

        Reviews = ReviewWork.Of(Now, Me);
        Reports = await ReportWork.OfAsync(Now, Me, drafts, cancel);
        ReadRatings();
        Questions = [.. Now.Questions.Where(question => question.State != QuestionState.Answered && Now.Find(question.Ref) is { } history && Me.Sees(history.Indicator)
            && (question.AssignedTo is { } post ? Me.Posts.Any(mine => Register.Posts.Any(known => known.Id == mine && known.Title == post)) : May("/Questions/Assign"))).Take(MostListed)];
        Meetings = [.. Register.Meetings.Where(meeting => meeting.Date >= Now.Day).Take(MostMeetings).Select(meeting => (meeting, ClearDays.Deadline(meeting.Date)))];
    }

    /// <summary>Of every round that was opened: contributors see what they owe; those who see everything, what is theirs. What nobody else could approve is shown to whoever may.</summary>
    private void ReadWork()
    {
        var owed = Worklist.OfAllRounds(Now, Me);
        var mine = owed.Where(item => May("/Collect/Enter", item.Due.Indicator.Service.Name) && (!Me.Is(Role.Administrator, Role.Analyst) || item.IsMine)).ToList();
        Returned = [.. mine.Where(item => item.State.State == CollectionState.Returned)];
        Due = [.. mine.Except(Returned)];
        var rounds = Now.Rounds.Where(round => Due.All(item => item.Due.Period.Last <= round.Period.Last && item.Due.Period.First >= round.Period.First)).Select(round => round.Period).ToList();
        DueRound = rounds.Count > 0 ? rounds[0] : null;
        ToApprove = [.. Worklist.Submitted(Now, Me).Where(item => !Me.Is(Role.Administrator, Role.Analyst) || item.Due.Indicator.Approver is not { } approver || Me.Holds(approver) || !Now.People.Values.Any(person => person.Holds(approver)))];
        LateServices = Me.Is(Role.Administrator, Role.Analyst, Role.Director, Role.CabinetMember)
            ? [.. owed.GroupBy(item => item.Due.Indicator.Service).OrderBy(group => group.Key.Order).Select(group => (group.Key.Name, group.Count(), group.Count(item => item.DaysLate > 0)))]
            : [];
    }

    private void ReadRatings()
    {
        var counted = Register.Council.Counted;
        var kpis = Register.Indicators.Where(history => Me.Sees(history.Indicator) && history.Indicator.CountedIn(Period.EndedBy(history.Indicator.Definition.Frequency, Now.Day))).Select(Now.LatestOf).Where(kpi => kpi.IsKpi).ToList();
        var reds = kpis.Where(kpi => kpi.RatingBy(counted).Colour == RagRating.Red).ToList();
        RedsWithoutAction = [.. reds.Select(kpi => (kpi, kpi.Commentary?.Lacks() ?? [.. new Core.Indicators.Commentary(kpi.Period, null, null, null, null, null, null).Lacks()])).Where(pair => pair.Item2.Count > 0)];
        RedTwice = [.. reds.Where(kpi => DashboardIndicator.Of(kpi.History, kpi.Period.Before, kpi.Period.Before.Last, Now.Day).RatingBy(counted).Colour == RagRating.Red)];
        Boards =
        [
            .. Register.Committees.Select(committee => (Committee: committee, Last: ReportedDays.Last(Register, committee, indicator => indicator.Committees.Contains(committee) && Me.Sees(indicator))))
                .Where(pair => pair.Last is not null).Select(pair => Shown.To(Now, Me, pair.Committee, pair.Last!.Value)),
        ];
    }
}
