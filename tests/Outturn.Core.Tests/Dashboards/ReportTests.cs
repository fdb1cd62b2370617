using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Papers;
using Outturn.Core.Tests.Papers;

namespace Outturn.Core.Tests.Dashboards;

/// <summary>Reports as named sets of indicators, beside the committees' own dashboards.</summary>
public sealed class ReportTests
{
    private static readonly Council Council = new("Test Council", "TEST");
    private static readonly DateOnly Day = SmallCouncil.Year.Last;
    private static readonly Report Scorecard = new("Corporate Scorecard", ReportKind.Dashboard, null, 1);

    [Fact]
    public void A_report_shows_its_own_set_and_a_committees_dashboard_its_own()
    {
        var register = Register(Scorecard);

        Assert.Equal(["Both", "Reported"], Refs(Dashboard.OfReport(register, Scorecard, Day, Day)));
        Assert.Equal(["Both", "Carried"], Refs(Dashboard.Of(register, SmallCouncil.Committee, Day, Day)));
        Assert.Equal(["Both", "Carried", "Reported"], Refs(Dashboard.Of(register, null, Day, Day)));
    }

    [Fact]
    public void The_paper_of_a_report_is_called_after_it()
    {
        var register = Register(Scorecard);

        var cover = CoverReports.Of(Dashboard.OfReport(register, Scorecard, Day, Day), register);

        Assert.Equal("Corporate Scorecard, 2019/20", cover.Title);
        Assert.Equal("Test Council", cover.To);
        Assert.StartsWith("The council is asked to NOTE", cover.Recommendation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_with_a_committee_goes_to_its_meetings_and_is_held_against_its_own_set_before()
    {
        var ours = Scorecard with { Committee = SmallCouncil.Committee };
        var register = Register(ours,
            new Meeting(SmallCouncil.Committee, new DateOnly(2019, 7, 20), SmallCouncil.Year.Before, DataTo: SmallCouncil.Year.Before.Last),
            new Meeting(SmallCouncil.Committee, new DateOnly(2020, 7, 20), SmallCouncil.Year, DataTo: Day));

        var dashboard = Dashboard.OfReport(register, ours, Day, Day);

        Assert.Equal(new DateOnly(2020, 7, 20), dashboard.Meeting?.Date);
        Assert.Equal(["Both", "Reported"], Refs(dashboard.Before!));
        Assert.Equal((ours, ours), (dashboard.Report, dashboard.Before!.Report));
    }

    private static string[] Refs(Dashboard dashboard) => [.. dashboard.Indicators.Select(indicator => indicator.Indicator.Ref)];

    private static Register Register(Report report, params IReadOnlyList<Meeting> meetings)
    {
        var (both, carried, reported) = (SmallCouncil.Kpi("Both", 96), SmallCouncil.Kpi("Carried", 96), SmallCouncil.Kpi("Reported", 80));
        IndicatorHistory[] indicators =
        [
            both with { Indicator = both.Indicator with { Reports = [report] } },
            carried,
            reported with { Indicator = reported.Indicator with { Committees = [], Reports = [report] } },
        ];
        return SmallCouncil.Register(Council, indicators, meetings) with { Reports = [report] };
    }
}
