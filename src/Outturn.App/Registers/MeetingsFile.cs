using Outturn.Core.Dashboards;
using Outturn.Core.Periods;

namespace Outturn.App.Registers;

/// <summary>meetings.csv: the meetings of a year and the report that goes to each.</summary>
internal static class MeetingsFile
{
    public static readonly TableShape Shape = new("meetings.csv", "a meeting of a committee, and the report that goes to it", false,
    [
        new("committee", "The committee (see committees.csv).", true),
        new("date", "The day of the meeting (29/07/2020).", true),
        new("year", "The financial year that the report is on (2019/20)."),
        new("ordinal", "Which report of the year it is, in words: first, second, third and final."),
        new("data_to", "The last day that its figures cover (31/03/2020)."),
        new("reviewed_on", "The day on which the year's KPIs and targets came before the committee for comment."),
        new("item", "The number that the report has on the agenda (7, B3), for file names."),
    ]);

    public static List<Meeting> Read(FolderFiles files, Listed<Committee> committees, SourceRows rows, List<Defect> defects)
    {
        var meetings = new List<Meeting>();
        var seen = new Dictionary<(Committee, DateOnly), int>();
        foreach (var row in files.Open(Shape, defects, out _)?.Rows ?? [])
        {
            var committee = row.TryNeed("committee", out var name) ? committees.Find(row, "committee", name) : null;
            var date = row.TryNeed("date", out _) ? row.Date("date") : null;
            var year = row.OptionalPeriod("year", Frequency.Year);
            var (dataTo, reviewedOn) = (row.Date("data_to"), row.Date("reviewed_on"));
            if (committee is null || date is not { } day)
            {
                continue;
            }

            if (!seen.TryAdd((committee, day), row.Number))
            {
                row.Error("date", $"{committee.Name} meets on this day in row {seen[(committee, day)]} already.");
                continue;
            }

            var meeting = new Meeting(committee, day, year, row.Optional("ordinal"), dataTo, reviewedOn) { Item = row.Optional("item") };
            meetings.Add(meeting);
            rows.Add(meeting, row.Number);
        }

        return [.. meetings.OrderBy(meeting => meeting.Date).ThenBy(meeting => meeting.Committee.Name, StringComparer.Ordinal)];
    }
}
