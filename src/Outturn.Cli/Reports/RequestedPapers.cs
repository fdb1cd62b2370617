using Outturn.Core.Dashboards;
using Outturn.Core.Observations;
using Outturn.Core.Papers;
using Outturn.Core.Periods;
using Outturn.Reports;
using Outturn.Reports.Papers;

namespace Outturn.Cli.Reports;

/// <summary>Which papers a register can give for what was asked, or the plain reason why none.</summary>
internal abstract record RequestedPapers
{
    private RequestedPapers()
    {
    }

    public sealed record Made(IReadOnlyList<Paper> Papers) : RequestedPapers;

    public sealed record Refused(string Reason) : RequestedPapers;

    /// <param name="committeeName">Name or short name; null for every committee that there is.</param>
    /// <param name="periodText">As people write it; null for the last that the meetings or the figures know.</param>
    /// <param name="today">The day by which a missing figure is due, where no meeting says.</param>
    public static RequestedPapers Of(Register register, string? committeeName, string? periodText, DateOnly today)
    {
        if (register.Committees.Count == 0)
        {
            return new Refused("The council has no committee: name one in committees.csv and in the column \"committees\" of indicators.csv.");
        }

        if (Committees(register, committeeName) is not { Count: > 0 } committees)
        {
            return new Refused($"There is no committee \"{committeeName}\". There {(register.Committees.Count == 1 ? "is" : "are")}: {Quoted(register.Committees)}.");
        }

        Period? period = null;
        if (periodText is not null && (period = PeriodText.ReadAny(periodText)) is null)
        {
            return new Refused($"\"{periodText}\" is not a period, or could be several: write it like 2019/20, \"Q2 2019/20\" or \"Mar 2020\".");
        }

        List<Paper> papers = [];
        foreach (var committee in committees)
        {
            if ((period?.Last ?? LastDay(register, committee)) is not { } dataTo)
            {
                return new Refused($"No figure of {committee.Name} is known, so no period can be chosen: add --period.");
            }

            var dashboard = Dashboard.Of(register, committee, dataTo, AsAt(register, committee, dataTo, today));
            if (!dashboard.Indicators.Any())
            {
                if (committees.Count > 1)
                {
                    continue;
                }

                return new Refused($"{committee.Name} has no indicator that was counted in {dashboard.Year}: see the columns \"committees\", \"since\" and \"until\" of indicators.csv.");
            }

            var name = PaperName.Of(register, committee, (period ?? Covered(dataTo)).ToString());
            var read = register.For(committee);
            papers.Add(new Paper(name, DashboardPaper.Of(dashboard, CoverReports.Of(dashboard, read), read), dashboard));
        }

        if (papers.Count > 0 && papers.TrueForAll(paper => paper.Dashboard.Indicators.All(HasNothing)))
        {
            return new Refused($"No figure is known for {period?.ToString() ?? Words.MonthYear(papers[0].Dashboard.DataTo)}"
                + (LastFigure(register, committees) is { } last ? $": the last figures are for {Words.MonthYear(last)}." : "."));
        }

        return papers.Count > 0 ? new Made(papers) : new Refused("No committee has an indicator that was counted in the period.");
    }

    private static List<Committee> Committees(Register register, string? name) =>
    [
        .. register.Committees.Where(committee => name is null
            || committee.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)
            || committee.ShortName.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)),
    ];

    /// <summary>The last day that a report of the committee covers: of its last meeting that there are figures for, or else of its last figure.</summary>
    /// <remarks>A year's meetings are known before its figures are: one that is still to come is not reported on by itself.</remarks>
    private static DateOnly? LastDay(Register register, Committee committee)
    {
        var last = LastFigure(register, [committee]);
        return register.Meetings.Where(meeting => meeting.Committee == committee && meeting.DataTo <= last).Max(meeting => meeting.DataTo) ?? last;
    }

    private static DateOnly? LastFigure(Register register, IReadOnlyCollection<Committee> committees) =>
        register.Indicators
            .Where(history => history.Indicator.Committees.Any(committees.Contains))
            .SelectMany(history => history.Figures)
            .Where(figure => figure.Observation.IsPresent)
            .Select(figure => (DateOnly?)figure.Period.Last)
            .Max();

    private static bool HasNothing(DashboardIndicator indicator) =>
        indicator.Rated.Point is { Observation: { IsPresent: false, Marker: Marker.None }, YtdGiven: null };

    /// <summary>A missing figure is awaited or not due by the last day on which the paper can be issued; without a meeting by today.</summary>
    private static DateOnly AsAt(Register register, Committee committee, DateOnly dataTo, DateOnly today) =>
        register.Meetings.FirstOrDefault(meeting => meeting.Committee == committee && meeting.DataTo == dataTo) is not { } meeting ? today
        : ClearDays.Refusal(meeting.Date) is null ? ClearDays.IssueBy(meeting.Date)
        : meeting.Date;

    private static Period Covered(DateOnly dataTo) =>
        Period.Holding(Frequency.Year, dataTo) is { } year && year.Last == dataTo ? year : Period.Holding(Frequency.Month, dataTo);

    private static string Quoted(IEnumerable<Committee> committees) => string.Join(", ", committees.Select(committee => $"\"{committee.Name}\""));
}
