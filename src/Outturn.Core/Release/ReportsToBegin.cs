using Outturn.Core.Dashboards;
using Outturn.Core.Periods;
using Outturn.Core.Review;

namespace Outturn.Core.Release;

/// <summary>The reports that nobody has begun yet and that there is something for.</summary>
public static class ReportsToBegin
{
    /// <summary>The dashboard of each committee that indicators go to, and each named report: to each meeting by whose day there are figures, or else, where no meeting says to which day its figures go, to the last there are. Newest first.</summary>
    /// <param name="begun">The reports there are.</param>
    public static IReadOnlyList<ReportLife> Dashboards(Register register, IEnumerable<ReportLife> begun, DateOnly today)
    {
        var taken = begun.Where(life => life.Subject == PaperSubject.Dashboard).Select(life => (life.Committee, life.Report, life.DataTo)).ToHashSet();
        var own = register.Committees
            .Where(committee => register.Indicators.Any(history => history.Indicator.Committees.Contains(committee)))
            .SelectMany(committee => To(register, committee, null, ReportedDays.Last(register, committee, indicator => indicator.Committees.Contains(committee)), today));
        var named = register.Reports.SelectMany(report => To(register, report.Committee, report, ReportedDays.Last(register, report), today));
        return [.. own.Concat(named)
            .Where(life => !taken.Contains((life.Committee, life.Report, life.DataTo)))
            .OrderByDescending(life => life.DataTo).ThenBy(life => life.Title, StringComparer.Ordinal)];
    }

    /// <summary>Each year's review, to each committee that has a meeting for it. Newest first.</summary>
    public static IReadOnlyList<ReportLife> Reviews(IEnumerable<ReviewRecord> reviews, IEnumerable<ReportLife> begun)
    {
        var taken = begun.Where(life => life.Subject == PaperSubject.Review).Select(life => (life.Committee, life.DataTo)).ToHashSet();
        return [.. reviews.SelectMany(review => review.Meetings.Select(meeting => ReportLife.OfReview(meeting.Committee, review.Year, meeting.Day)))
            .Where(life => !taken.Contains((life.Committee, life.DataTo)))
            .OrderByDescending(life => life.Meeting).ThenBy(life => life.Committee, StringComparer.Ordinal)];
    }

    private static IEnumerable<ReportLife> To(Register register, Committee? committee, Report? report, DateOnly? last, DateOnly today)
    {
        var meetings = register.Meetings.Where(meeting => meeting.Committee == committee && meeting.DataTo is not null).ToList();
        return meetings.Count == 0
            ? last is { } day && day <= today ? [ReportLife.OfDashboard(committee, report, day)] : []
            : meetings.Where(meeting => meeting.DataTo is { } to && to <= today && (report?.Kind != ReportKind.Quarterly || Period.Holding(Frequency.Quarter, to).Last == to))
                .Select(meeting => ReportLife.OfDashboard(committee, report, meeting.DataTo!.Value) with { Meeting = meeting.Date });
    }
}
