using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Papers;
using Outturn.Core.Periods;
using Outturn.Core.Release;
using Outturn.Reports.Packages;

namespace Outturn.Reports.Papers;

/// <summary>Which papers a register can give for what was asked, or the plain reason why none.</summary>
public abstract record RequestedPapers
{
    private RequestedPapers()
    {
    }

    public sealed record Made(IReadOnlyList<RatedPaper> Papers) : RequestedPapers;

    public sealed record Refused(string Reason) : RequestedPapers;

    /// <summary>The paper of a named report, or those of committees.</summary>
    /// <param name="reportName">Null for committees' own dashboards.</param>
    /// <param name="committeeName">Name or short name; null for every committee that there is.</param>
    /// <param name="periodText">As people write it; null for the last that the meetings or the figures know.</param>
    /// <param name="today">The day by which a missing figure is due, where no meeting says.</param>
    /// <param name="known">The register as it was known on the days of <see cref="EarlierDays"/>, as far as that is kept: which figures were revised since is told by it.</param>
    public static RequestedPapers Of(
        Register register, string? reportName, string? committeeName, string? periodText, DateOnly today, IReadOnlyDictionary<DateOnly, Register>? known = null)
    {
        var (boards, refusal) = Boards(register, reportName, committeeName, periodText, today);
        return refusal is not null ? new Refused(refusal) : new Made([.. boards.Select(board => PaperOf(board, register, known))]);
    }

    /// <summary>The days on which the reports before those asked for came out; none where there is nothing to make.</summary>
    public static IReadOnlyList<DateOnly> EarlierDays(Register register, string? reportName, string? committeeName, string? periodText, DateOnly today) =>
        [.. Boards(register, reportName, committeeName, periodText, today).Boards.Select(board => ReportedDays.BeforeCameOut(register, board.Dashboard)).OfType<DateOnly>().Distinct()];

    private static RatedPaper PaperOf(Board board, Register register, IReadOnlyDictionary<DateOnly, Register>? known)
    {
        var dashboard = Suppression.Of(board.Dashboard, register);
        var read = dashboard.Committee is { } committee ? register.For(committee) : register;
        var then = known is not null && ReportedDays.BeforeCameOut(register, dashboard) is { } day ? known.GetValueOrDefault(day) : null;
        if (dashboard.IsQuarterly)
        {
            var quarterly = QuarterlyReport.Of(register, dashboard, then);
            var document = QuarterlyPaper.Of(quarterly, read);
            return new RatedPaper(PaperName.Of(register, dashboard.Report!, quarterly.Quarter.ToString()), document, dashboard)
            {
                Quarterly = quarterly, Known = board.Dashboard, HouseName = HouseName(register, board, document, quarterly.Quarter.ToString()),
            };
        }

        var name = dashboard.Report is { } named ? PaperName.Of(register, named, board.Covered.ToString()) : PaperName.Of(register, dashboard.Committee!, board.Covered.ToString());
        var cover = CoverReports.Of(dashboard, read, then);
        var paper = DashboardPaper.Of(dashboard, cover, read);
        return new RatedPaper(name, paper, dashboard)
        {
            Known = board.Dashboard, HouseName = HouseName(register, board, paper, board.Covered.ToString()), Contact = AccessibilityStatement.Contact(register.House, cover),
        };
    }

    private static PaperNaming? HouseName(Register register, Board board, Document document, string covered) => PaperName.InHouseForm(register, new PaperFacts(
        register.Council.Name, board.Dashboard.Committee?.Name, board.Dashboard.Committee?.ShortName, document.Info.Title, covered, board.Dashboard.Meeting?.Date, board.Dashboard.Meeting?.Item));

    private static (IReadOnlyList<Board> Boards, string? Refusal) Boards(Register register, string? reportName, string? committeeName, string? periodText, DateOnly today)
    {
        if (reportName is not null)
        {
            return Reports(register, reportName) is { Count: > 0 } reports ? Boards(register, reports, periodText, today) : ([], register.NoReport(reportName));
        }

        if (register.Committees.Count == 0)
        {
            return ([], "The council has no committee: name one in committees.csv and in the column \"committees\" of indicators.csv.");
        }

        return Committees(register, committeeName) is { Count: > 0 } committees
            ? Boards(register, [.. committees.Select(committee => new Subject(committee, null))], periodText, today)
            : ([], register.NoCommittee(committeeName));
    }

    private static (IReadOnlyList<Board> Boards, string? Refusal) Boards(Register register, List<Subject> subjects, string? periodText, DateOnly today)
    {
        Period? period = null;
        if (periodText is not null && (period = PeriodText.ReadAny(periodText)) is null)
        {
            return ([], $"\"{periodText}\" is not a period, or could be several: write it like 2019/20, \"Q2 2019/20\" or \"Mar 2020\".");
        }

        List<Board> boards = [];
        foreach (var subject in subjects)
        {
            if ((period?.Last ?? subject.LastDay(register)) is not { } dataTo)
            {
                if (subjects.Count > 1 && !register.Indicators.Any(history => subject.Carries(history.Indicator)))
                {
                    continue;
                }

                return ([], OnlyReads(register, subject) ?? $"No figure of {subject.Name} is known, so no period can be chosen: add --period.");
            }

            if (subject.Report?.Kind == ReportKind.Quarterly && Period.EndedBy(Frequency.Quarter, dataTo) is var quarter && quarter.Last != dataTo)
            {
                return ([], $"{subject.Name} is on a whole quarter, and {period} does not end with one: write \"{quarter.Next}\" for the quarter to {Words.MonthYear(quarter.Next.Last)}.");
            }

            var asAt = ReportedDays.AsAt(register, subject.Committee, dataTo, today);
            var dashboard = subject.Report is { } report ? Dashboard.OfReport(register, report, dataTo, asAt) : Dashboard.Of(register, subject.Committee, dataTo, asAt);
            if (dashboard.Indicators.Any())
            {
                boards.Add(new Board(dashboard, period ?? ReportedDays.Covered(dataTo)));
            }
            else if (subjects.Count == 1)
            {
                return ([], $"{subject.Name} has no indicator that was counted in {dashboard.Year}: see the columns \"{(subject.Report is null ? "committees" : "reports")}\", \"since\" and \"until\" of indicators.csv.");
            }
        }

        if (boards.Count > 0 && boards.TrueForAll(board => board.Dashboard.Indicators.All(HasNothing)))
        {
            return ([], $"No figure is known for {period?.ToString() ?? Words.MonthYear(boards[0].Dashboard.DataTo)}"
                + (ReportedDays.LastFigure(register, indicator => subjects.Exists(subject => subject.Carries(indicator))) is { } last ? $": the last figures are for {Words.MonthYear(last)}." : "."));
        }

        return boards.Count > 0 ? (boards, null) : ([], "No committee has an indicator that was counted in the period.");
    }

    private static List<Committee> Committees(Register register, string? name) =>
    [
        .. register.Committees.Where(committee => name is null || committee.IsCalled(name)),
    ];

    private static List<Subject> Reports(Register register, string name) =>
    [
        .. register.Reports.Where(report => report.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))
            .Select(report => new Subject(report.Committee, report)),
    ];

    /// <summary>What is said where a committee's dashboard is asked for that has none, and reads a report; else null.</summary>
    private static string? OnlyReads(Register register, Subject subject) =>
        subject.Report is null && register.Reports.FirstOrDefault(report => report.Committee == subject.Committee) is { } report && !register.Indicators.Any(history => subject.Carries(history.Indicator))
            ? $"No indicator goes to {subject.Name} by itself: it reads \"{report.Name}\", which --report makes."
            : null;

    private static bool HasNothing(DashboardIndicator indicator) =>
        indicator.Rated.Point is { Observation: { IsPresent: false, Marker: Marker.None }, YtdGiven: null };

    /// <summary>What a paper is on: a report, or all that a committee's own dashboard carries.</summary>
    private sealed record Subject(Committee? Committee, Report? Report)
    {
        public string Name => Report?.Name ?? Committee!.Name;

        public DateOnly? LastDay(Register register) => Report is { } report ? ReportedDays.Last(register, report) : ReportedDays.Last(register, Committee, Carries);

        public bool Carries(Indicator indicator) => Report is { } report ? indicator.Reports.Contains(report) : indicator.Committees.Contains(Committee!);
    }

    /// <param name="Covered">What its file is named after.</param>
    private sealed record Board(Dashboard Dashboard, Period Covered);
}
