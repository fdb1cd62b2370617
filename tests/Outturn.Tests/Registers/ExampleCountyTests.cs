using Outturn.App;
using Outturn.App.Registers;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Outcomes;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;

namespace Outturn.Tests.Registers;

/// <summary>The example county as a newcomer meets it: eight years of figures, and the review that comes next.</summary>
public sealed class ExampleCountyTests
{
    /// <summary>The committee that the review for 2026/27 goes to.</summary>
    private const string Reviewing = "Policy and Resources";

    private static readonly FolderResult.Read County = Assert.IsType<FolderResult.Read>(CouncilFolder.Read(Examples.County));

    [Theory]
    [InlineData(2018, 21, 4, 0, 0)]
    [InlineData(2019, 21, 3, 1, 0)]
    [InlineData(2020, 15, 6, 4, 0)]
    [InlineData(2021, 16, 10, 1, 0)]
    [InlineData(2022, 16, 10, 1, 0)]
    [InlineData(2023, 22, 6, 0, 0)]
    [InlineData(2024, 21, 7, 0, 0)]
    [InlineData(2025, 19, 5, 3, 1)]
    public void Each_year_end_is_rated_as_the_county_reported_it(int year, int green, int amber, int red, int notRated)
    {
        var dashboard = YearEnd(year);

        Assert.Equal(
            (green, amber, red, notRated),
            (dashboard.Rated(RagRating.Green).Count, dashboard.Rated(RagRating.Amber).Count, dashboard.Rated(RagRating.Red).Count, dashboard.NotRated.Count));
    }

    [Theory]
    [InlineData("Adult Social Care", 3, 1, 1)]
    [InlineData("Children and Education", 1, 3, 1)]
    [InlineData("Growth and Environment", 5, 1, 1)]
    public void The_committees_for_services_to_people_and_places_have_their_own_year_end(string committee, int green, int amber, int red)
    {
        var dashboard = YearEnd(2025, committee);

        Assert.Equal((green, amber, red), (dashboard.Rated(RagRating.Green).Count, dashboard.Rated(RagRating.Amber).Count, dashboard.Rated(RagRating.Red).Count));
        Assert.Empty(dashboard.NotRated);
    }

    [Fact]
    public void Each_indicator_goes_to_one_committee_and_each_committee_has_its_count_and_Cabinet_reads_the_quarterly_report_alone() => Assert.Equal(
        [("Policy and Resources", 28, 13), ("Adult Social Care", 5, 1), ("Children and Education", 5, 1), ("Growth and Environment", 7, 1), ("Cabinet", 0, 0)],
        County.Register.Committees.Select(committee =>
        {
            var counted = Counted().Where(indicator => indicator.Committees.Single() == committee).ToList();
            return (committee.ShortName, counted.Count(indicator => indicator.Definition.Kind == IndicatorKind.Kpi), counted.Count(indicator => indicator.Definition.Kind == IndicatorKind.Activity));
        }));

    [Fact]
    public void The_checks_find_no_error() =>
        Assert.DoesNotContain(RegisterChecks.Run(County.Register, County.Rows), defect => defect.Severity == Severity.Error);

    [Fact]
    public void Every_Red_that_was_reported_has_a_cause_an_action_an_owner_a_date_and_a_recovery()
    {
        var reds = County.Register.Meetings.Where(meeting => meeting.DataTo is not null)
            .ToLookup(meeting => meeting.Committee, meeting => Dashboard.Of(County.Register, meeting.Committee, meeting.DataTo!.Value, meeting.Date).Rated(RagRating.Red));

        Assert.All(County.Register.Committees.Where(committee => committee.Reports.Contains("dashboard")), committee => Assert.NotEmpty(reds[committee].SelectMany(kpis => kpis)));
        Assert.All(reds.SelectMany(committee => committee).SelectMany(kpis => kpis), kpi => Assert.Empty(kpi.Commentary?.Lacks() ?? ["commentary"]));
    }

    [Theory]
    [InlineData("2025-12-31", 16, 13, 5, 1)]
    [InlineData("2026-03-31", 19, 9, 6, 1)]
    public void Each_quarterly_report_has_its_counts_and_every_Red_in_it_is_explained(string dataTo, int green, int amber, int red, int notRated)
    {
        var day = DateOnly.Parse(dataTo);
        var dashboard = Dashboard.OfReport(County.Register, County.Register.Reports.Single(), day, day.AddDays(80));

        Assert.Equal(new RagCounts(green, amber, red, notRated), dashboard.Counts);
        Assert.Equal("Cabinet", dashboard.Meeting!.Committee.Name);
        Assert.All(dashboard.Rated(RagRating.Red), kpi => Assert.Empty(kpi.Commentary?.Lacks() ?? ["commentary"]));
    }

    /// <summary>Tests and papers of July 2020 stand on these rows.</summary>
    [Theory]
    [InlineData("observations.csv")]
    [InlineData("targets.csv")]
    [InlineData("commentary.csv")]
    [InlineData("proposals.csv")]
    public void What_was_known_in_July_2020_is_still_there_word_for_word(string file)
    {
        var now = File.ReadLines(Path.Combine(Examples.County, file)).ToHashSet();

        Assert.All(File.ReadLines(Path.Combine(Examples.Folder("wealdshire"), file)).Skip(1), line => Assert.Contains(line, now));
    }

    [Fact]
    public void Counts_are_parts_of_their_wholes()
    {
        foreach (var (share, whole) in new[] { ("CS04a", "CS08"), ("CS06a", "CS13") })
        {
            Assert.Equal(
                History(whole).Figures.Select(figure => (figure.Period, figure.Observation.Typed)),
                History(share).Figures.Select(figure => (figure.Period, figure.Observation.Counts?.Denominator)));
        }

        Assert.All(County.Register.Indicators.SelectMany(history => history.Figures).Select(figure => figure.Observation.Counts).OfType<Counts>(), counts => Assert.True(counts.Numerator <= counts.Denominator));
    }

    [Fact]
    public void The_days_that_requests_took_agree_with_the_share_answered_in_time()
    {
        var days = File.ReadLines(Path.Combine(Examples.County, "days.csv")).Skip(1)
            .Select(line => line.Split(','))
            .Select(cells => (Period: cells[1], Days: int.Parse(cells[2]), Cases: decimal.Parse(cells[3])))
            .GroupBy(row => row.Period)
            .ToDictionary(month => month.Key, month => (InTime: month.Where(row => row.Days <= 20).Sum(row => row.Cases), All: month.Sum(row => row.Cases)));

        Assert.Equal(24, days.Count);
        Assert.All(
            History("GL02").Figures.Where(figure => figure.Period >= Period.Month(2024, 4)),
            figure => Assert.Equal((figure.Observation.Counts!.Value.Numerator, figure.Observation.Counts!.Value.Denominator), days[figure.Period.ToString()]));
    }

    [Fact]
    public void The_review_of_2026_27_has_a_reason_for_every_indicator_that_is_counted()
    {
        var counted = County.Register.Indicators.Where(history => history.Indicator.Until is null).ToList();

        Assert.Equal(61, counted.Count);
        Assert.Equal(41, counted.Count(history => history.Indicator.Committees.Single().ShortName == Reviewing));
        Assert.All(counted, history => Assert.False(string.IsNullOrWhiteSpace(history.Proposals.Single(proposal => proposal.Year == Period.Year(2026)).Rationale), history.Indicator.Ref));
    }

    /// <summary>What the review changes belongs to one committee; all others keep what they have.</summary>
    [Fact]
    public void Only_Policy_and_Resources_is_asked_to_change_anything_for_2026_27() => Assert.All(
        County.Register.Indicators.Where(history => history.Indicator.Committees.Single().ShortName != Reviewing),
        history => Assert.Equal(Decision.Keep, history.Proposals.Single().Decision));

    [Fact]
    public void The_outcomes_framework_is_mapped_in_every_relation() => Assert.Equal(
        [(Relation.Same, 5), (Relation.Near, 4), (Relation.Proxy, 5), (Relation.Contributes, 14), (Relation.None, 28), (Relation.NotOurs, 11)],
        County.Register.Links.GroupBy(link => link.Relation).OrderBy(links => links.Key).Select(links => (links.Key, links.Count())));

    [Fact]
    public void There_are_gaps_on_both_sides_of_the_mapping()
    {
        var linked = County.Register.Links.Select(link => link.Ref).OfType<string>().ToHashSet();

        Assert.Contains(County.Register.Links, link => link.Relation == Relation.None && link.ReviewOn is not null);
        Assert.Equal(["AS", "CY", "GC", "HR", "HT", "PH", "WM"], linked.Select(reference => reference[..2]).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["CY01"], Counted().Where(indicator => indicator.Committees.Single().ShortName != Reviewing && !linked.Contains(indicator.Ref)).Select(indicator => indicator.Ref));
        Assert.All(["CS04a", "CS06a", "FN07", "GL02", "ICT03"], reference => Assert.DoesNotContain(reference, linked));
    }

    private static IEnumerable<Indicator> Counted() => County.Register.Indicators.Select(history => history.Indicator).Where(indicator => indicator.Until is null);

    private static Dashboard YearEnd(int year, string committee = Reviewing) =>
        Dashboard.Of(County.Register, County.Register.Committees.Single(known => known.ShortName == committee), new DateOnly(year + 1, 3, 31), new DateOnly(year + 1, 7, 1));

    private static IndicatorHistory History(string reference) => County.Register.Indicators.Single(history => history.Indicator.Ref == reference);
}
