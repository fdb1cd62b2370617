using Outturn.Core.Indicators;
using Outturn.Core.Periods;

namespace Outturn.Core.Dashboards;

/// <summary>To which day a report goes, and by which day what is missing in it is awaited.</summary>
public static class ReportedDays
{
    /// <summary>The period that a report with figures to a day covers, as people name it: the financial year at its end, else the month.</summary>
    public static Period Covered(DateOnly dataTo) =>
        Period.Holding(Frequency.Year, dataTo) is var year && year.Last == dataTo ? year : Period.Holding(Frequency.Month, dataTo);

    /// <summary>The last day that a report covers: of its committee's last meeting that there are figures for, or else of its last figure; null without one.</summary>
    /// <remarks>A year's meetings are known before its figures are: one that is still to come is not reported on by itself.</remarks>
    /// <param name="carries">Whether the report has an indicator.</param>
    public static DateOnly? Last(Register register, Committee? committee, Func<Indicator, bool> carries)
    {
        var last = LastFigure(register, carries);
        return register.Meetings.Where(meeting => meeting.Committee == committee && meeting.DataTo <= last).Max(meeting => meeting.DataTo) ?? last;
    }

    /// <summary>The last day that a named report covers; of a quarterly one the end of a quarter.</summary>
    public static DateOnly? Last(Register register, Report report)
    {
        if (report.Kind != ReportKind.Quarterly)
        {
            return Last(register, report.Committee, indicator => indicator.Reports.Contains(report));
        }

        return LastFigure(register, indicator => indicator.Reports.Contains(report)) is { } last ? Period.EndedBy(Frequency.Quarter, last).Last : null;
    }

    /// <summary>The end of the last period that any of the indicators has a figure for.</summary>
    public static DateOnly? LastFigure(Register register, Func<Indicator, bool> carries) =>
        register.Indicators
            .Where(history => carries(history.Indicator))
            .Select(history => history.Figures.LastOrDefault(figure => figure.Observation.IsPresent)?.Period.Last)
            .Max();

    /// <summary>The day on which the report before came out, as far as can be told: that of its meeting's papers, or else when its last figure was due; null where there was none.</summary>
    public static DateOnly? BeforeCameOut(Register register, Dashboard dashboard) => dashboard.Before is { } before && before.Indicators.Any()
        ? AsAt(register, before.Committee, before.DataTo, before.Indicators.Max(indicator => indicator.Indicator.DueOn(indicator.Period.Last <= before.DataTo ? indicator.Period : indicator.Period.Before)))
        : null;

    /// <summary>A missing figure is awaited or not due by the last day on which the paper can be issued; without a meeting by today.</summary>
    public static DateOnly AsAt(Register register, Committee? committee, DateOnly dataTo, DateOnly today) =>
        register.Meetings.FirstOrDefault(meeting => meeting.Committee == committee && meeting.DataTo == dataTo) is not { } meeting ? today
        : ClearDays.Deadline(meeting.Date) ?? meeting.Date;
}
