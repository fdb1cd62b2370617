using Outturn.Core.Dashboards;
using Outturn.Core.Periods;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>The dashboards there are: of each committee the latest, and those before it.</summary>
public sealed class DashboardsModel : StaffPage
{
    public override string Title => "Dashboards";

    public override string Section => "dashboards";

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>The quarterly reports, each at its last quarter.</summary>
    public IReadOnlyList<QuarterlyRow> Quarterly { get; private set; } = [];

    public void OnGet()
    {
        if (Now.Register is not null)
        {
            Quarterly = [.. Register.Reports.Where(report => report.Kind == ReportKind.Quarterly).Select(Of).OfType<QuarterlyRow>()];
            Rows = [.. Register.Committees.Append(null).Select(Of).OfType<Row>()];
        }
    }

    private QuarterlyRow? Of(Report report)
    {
        if (ReportedDays.Last(Register, report) is not { } last || Shown.To(Now, Me, report, last) is not { } board || !board.Indicators.Any())
        {
            return null;
        }

        var quarter = Period.EndedBy(Frequency.Quarter, last);
        var earlier = Enumerable.Range(1, QuarterlyReport.QuartersShown - 1).Select(back => (quarter with { Ordinal = quarter.Ordinal - back }).Last);
        return new QuarterlyRow(report, quarter, board, Register.Meetings.FirstOrDefault(meeting => meeting.Committee == report.Committee && meeting.Date >= Now.Day), board.Before is null ? [] : [.. earlier]);
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

    public sealed record QuarterlyRow(Report Report, Period Quarter, Dashboard Latest, Meeting? NextMeeting, IReadOnlyList<DateOnly> Earlier);

    /// <param name="Committee">Null for every indicator there is.</param>
    public sealed record Row(Committee? Committee, Dashboard Latest, Meeting? NextMeeting, IReadOnlyList<DateOnly> Earlier);
}
