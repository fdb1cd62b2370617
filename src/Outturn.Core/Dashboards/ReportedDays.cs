using Outturn.Core.Indicators;
using Outturn.Core.Periods;

namespace Outturn.Core.Dashboards;

/// <summary>To which day a report goes, and by which day what is missing in it is awaited.</summary>
public static class ReportedDays
{
    /// <summary>The last day that a report covers: of its committee's last meeting that there are figures for, or else of its last figure; null without one.</summary>
    /// <remarks>A year's meetings are known before its figures are: one that is still to come is not reported on by itself.</remarks>
    /// <param name="carries">Whether the report has an indicator.</param>
    public static DateOnly? Last(Register register, Committee? committee, Func<Indicator, bool> carries)
    {
        var last = LastFigure(register, carries);
        return register.Meetings.Where(meeting => meeting.Committee == committee && meeting.DataTo <= last).Max(meeting => meeting.DataTo) ?? last;
    }

    /// <summary>The end of the last period that any of the indicators has a figure for.</summary>
    public static DateOnly? LastFigure(Register register, Func<Indicator, bool> carries) =>
        register.Indicators
            .Where(history => carries(history.Indicator))
            .Select(history => history.Figures.LastOrDefault(figure => figure.Observation.IsPresent)?.Period.Last)
            .Max();

    /// <summary>A missing figure is awaited or not due by the last day on which the paper can be issued; without a meeting by today.</summary>
    public static DateOnly AsAt(Register register, Committee? committee, DateOnly dataTo, DateOnly today) =>
        register.Meetings.FirstOrDefault(meeting => meeting.Committee == committee && meeting.DataTo == dataTo) is not { } meeting ? today
        : ClearDays.Refusal(meeting.Date) is null ? ClearDays.IssueBy(meeting.Date)
        : meeting.Date;
}
