using Outturn.Core.Dashboards;
using Outturn.Core.Periods;

namespace Outturn.App.Registers.Checks;

/// <summary>Meetings on days when nobody meets, and meetings whose report does not know what it covers.</summary>
internal static class MeetingChecks
{
    /// <param name="reviewed">The years that something is proposed for: a meeting on one of them can read a review, which has no figures to a day.</param>
    public static IEnumerable<Finding> Of(IReadOnlyList<Meeting> meetings, IReadOnlySet<Period> reviewed) => meetings.Count > 0
        ? meetings.SelectMany(meeting => Of(meeting, meeting.Year is { } year && reviewed.Contains(year)))
        : [Finding.Note(MeetingsFile.Shape, "date", "There is no meeting, so a cover report names neither its day nor which report of the year it is: give committee, date, ordinal and data_to.")];

    private static IEnumerable<Finding> Of(Meeting meeting, bool readsReview)
    {
        if (meeting.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            yield return Finding.Warning(meeting, "date", $"{meeting.Date:dd/MM/yyyy} is a {meeting.Date.DayOfWeek}: check the date of the meeting, from which the day of issue is counted.");
        }
        else if (BankHolidays.Know(meeting.Date) && BankHolidays.Include(meeting.Date))
        {
            yield return Finding.Warning(meeting, "date", $"{meeting.Date:dd/MM/yyyy} is a bank holiday in England: check the date of the meeting, from which the day of issue is counted.");
        }

        if (meeting.DataTo is not { } dataTo)
        {
            if (readsReview)
            {
                yield break;
            }

            yield return Finding.Warning(meeting, "data_to", "Nothing says to which day the figures of its report go, so that no report belongs to it: write the last day of a month (31/03/2020).");
            yield break;
        }

        if (dataTo >= meeting.Date)
        {
            yield return Finding.Warning(meeting, "data_to", $"Its figures go to {dataTo:dd/MM/yyyy}, and the committee meets on {meeting.Date:dd/MM/yyyy}: a report cannot know them yet.");
        }

        if (dataTo.AddDays(1).Day != 1)
        {
            yield return Finding.Warning(meeting, "data_to", $"{dataTo:dd/MM/yyyy} is not the last day of a month: figures end with a month.");
        }

        if (meeting.Year is { } year && (dataTo < year.First || dataTo > year.Last))
        {
            yield return Finding.Warning(meeting, "year", $"The report is on {year}, and its figures go to {dataTo:dd/MM/yyyy}, which is not in it: correct one of the two.");
        }
    }
}
