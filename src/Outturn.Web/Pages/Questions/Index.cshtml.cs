using Microsoft.AspNetCore.Mvc;
using Outturn.Core.Dashboards;
using Outturn.Core.Questions;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>What members have asked, and what the next meeting is shown of it.</summary>
public sealed class QuestionsModel : StaffPage
{
    private const int PageLength = 50;

    public static readonly (string Value, string Text)[] States = [("", "Any"), ("asked", "Asked"), ("assigned", "Assigned"), ("answered", "Answered")];

    public override string Title => "Questions";

    public override string Section => "questions";

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Committee { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<Question> Rows { get; private set; } = [];

    public PageLinks Pages { get; private set; } = null!;

    /// <summary>The meeting whose questions are shown; null for all.</summary>
    public Meeting? Meeting { get; private set; }

    public IEnumerable<(string Value, string Text)> Committees => [("", "Any committee"), .. Register.Committees.Select(committee => (committee.Slug(), committee.ShortName))];

    public void OnGet()
    {
        if (Now.Register is null)
        {
            return;
        }

        Meeting = Register.Committee(Committee ?? "") is { } found ? Register.Meetings.FirstOrDefault(meeting => meeting.Committee == found && meeting.Date >= Now.Day) : null;
        var before = Meeting is null ? null : Register.Meetings.LastOrDefault(other => other.Committee == Meeting.Committee && other.Date < Meeting.Date)?.Date;
        var all = Now.Questions.Where(question =>
            Now.Find(question.Ref) is { } history && Me.Sees(history.Indicator)
            && (string.IsNullOrEmpty(State) || question.State.ToString().Equals(State, StringComparison.OrdinalIgnoreCase))
            && (Meeting is null || question.IsShownAt(Meeting, history.Indicator.Committees, before))
            && (string.IsNullOrWhiteSpace(Q) || $"{question.Ref} {question.Text} {question.Answer} {question.AskedBy} {question.AssignedTo}".Contains(Q.Trim(), StringComparison.OrdinalIgnoreCase))).ToList();
        Pages = new PageLinks(PageNumber, PageLength, all.Count, number => "/questions" + QueryText.Of(("state", State), ("committee", Committee), ("q", Q), ("page-number", number.ToString())));
        Rows = [.. all.Skip((Pages.Number - 1) * PageLength).Take(PageLength)];
    }
}
