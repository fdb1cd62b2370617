using Outturn.Core.Dashboards;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>The dashboards there are: of each committee the latest, and those before it.</summary>
public sealed class DashboardsModel : StaffPage
{
    public override string Title => "Dashboards";

    public override string Section => "dashboards";

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public void OnGet()
    {
        if (Now.Register is not null)
        {
            Rows = [.. Register.Committees.Append(null).Select(Of).OfType<Row>()];
        }
    }

    private Row? Of(Committee? committee)
    {
        if (ReportedDays.Last(Register, committee, indicator => (committee is null || indicator.Committees.Contains(committee)) && Me.Sees(indicator)) is not { } last)
        {
            return null;
        }

        var earlier = Register.Meetings.Where(meeting => committee is not null && meeting.Committee == committee && meeting.DataTo < last).Select(meeting => meeting.DataTo!.Value).OrderDescending();
        return new Row(committee, Shown.To(Now, Me, committee, last), Register.Meetings.FirstOrDefault(meeting => meeting.Committee == committee && meeting.Date >= Now.Day), [.. earlier]);
    }

    /// <param name="Committee">Null for every indicator there is.</param>
    public sealed record Row(Committee? Committee, Dashboard Latest, Meeting? NextMeeting, IReadOnlyList<DateOnly> Earlier);
}
