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
    public static RequestedPapers Of(Register register, string? reportName, string? committeeName, string? periodText, DateOnly today)
    {
        if (reportName is not null)
        {
            return Reports(register, reportName) is { Count: > 0 } reports ? Of(register, reports, periodText, today) : new Refused(NoReport(register, reportName));
        }

        if (register.Committees.Count == 0)
        {
            return new Refused("The council has no committee: name one in committees.csv and in the column \"committees\" of indicators.csv.");
        }

        if (Committees(register, committeeName) is not { Count: > 0 } committees)
        {
            return new Refused(register.NoCommittee(committeeName));
        }

        return Of(register, [.. committees.Select(committee => new Subject(committee, null))], periodText, today);
    }

    private static RequestedPapers Of(Register register, List<Subject> subjects, string? periodText, DateOnly today)
    {
        Period? period = null;
        if (periodText is not null && (period = PeriodText.ReadAny(periodText)) is null)
        {
            return new Refused($"\"{periodText}\" is not a period, or could be several: write it like 2019/20, \"Q2 2019/20\" or \"Mar 2020\".");
        }

        List<RatedPaper> papers = [];
        foreach (var subject in subjects)
        {
            if ((period?.Last ?? ReportedDays.Last(register, subject.Committee, subject.Carries)) is not { } dataTo)
            {
                return new Refused($"No figure of {subject.Name} is known, so no period can be chosen: add --period.");
            }

            var asAt = ReportedDays.AsAt(register, subject.Committee, dataTo, today);
            var dashboard = subject.Report is { } report ? Dashboard.OfReport(register, report, dataTo, asAt) : Dashboard.Of(register, subject.Committee, dataTo, asAt);
            var published = Suppression.Of(dashboard, register);
            if (!dashboard.Indicators.Any())
            {
                if (subjects.Count > 1)
                {
                    continue;
                }

                return new Refused($"{subject.Name} has no indicator that was counted in {dashboard.Year}: see the columns \"{(subject.Report is null ? "committees" : "reports")}\", \"since\" and \"until\" of indicators.csv.");
            }

            var covered = (period ?? Covered(dataTo)).ToString();
            var read = subject.Committee is { } committee ? register.For(committee) : register;
            var cover = CoverReports.Of(published, read);
            var name = subject.Report is { } named ? PaperName.Of(register, named, covered) : PaperName.Of(register, subject.Committee!, covered);
            var facts = new PaperFacts(
                register.Council.Name, subject.Committee?.Name, subject.Committee?.ShortName, cover.Title, covered, dashboard.Meeting?.Date, dashboard.Meeting?.Item);
            papers.Add(new RatedPaper(name, DashboardPaper.Of(published, cover, read), published)
            {
                Known = dashboard, HouseName = PaperName.InHouseForm(register, facts), Contact = AccessibilityStatement.Contact(register.House, cover),
            });
        }

        if (papers.Count > 0 && papers.TrueForAll(paper => paper.Known.Indicators.All(HasNothing)))
        {
            return new Refused($"No figure is known for {period?.ToString() ?? Words.MonthYear(papers[0].Dashboard.DataTo)}"
                + (ReportedDays.LastFigure(register, indicator => subjects.Exists(subject => subject.Carries(indicator))) is { } last ? $": the last figures are for {Words.MonthYear(last)}." : "."));
        }

        return papers.Count > 0 ? new Made(papers) : new Refused("No committee has an indicator that was counted in the period.");
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

    private static string NoReport(Register register, string name) => register.Reports.Count == 0
        ? $"There is no report \"{name}\": name it in reports.csv and in the column \"reports\" of indicators.csv."
        : $"There is no report \"{name}\". There {(register.Reports.Count == 1 ? "is" : "are")}: {string.Join(", ", register.Reports.Select(report => $"\"{report.Name}\""))}.";

    private static bool HasNothing(DashboardIndicator indicator) =>
        indicator.Rated.Point is { Observation: { IsPresent: false, Marker: Marker.None }, YtdGiven: null };

    private static Period Covered(DateOnly dataTo) =>
        Period.Holding(Frequency.Year, dataTo) is { } year && year.Last == dataTo ? year : Period.Holding(Frequency.Month, dataTo);

    /// <summary>What a paper is on: a report, or all that a committee's own dashboard carries.</summary>
    private sealed record Subject(Committee? Committee, Report? Report)
    {
        public string Name => Report?.Name ?? Committee!.Name;

        public bool Carries(Indicator indicator) => Report is { } report ? indicator.Reports.Contains(report) : indicator.Committees.Contains(Committee!);
    }
}
