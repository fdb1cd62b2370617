using Outturn.App;
using Outturn.App.Registers;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;

namespace Outturn.Tests.Registers;

/// <summary>The example county as a newcomer meets it: eight years of figures, and the review that comes next.</summary>
public sealed class ExampleCountyTests
{
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

    [Fact]
    public void The_checks_find_no_error() =>
        Assert.DoesNotContain(RegisterChecks.Run(County.Register, County.Rows), defect => defect.Severity == Severity.Error);

    [Fact]
    public void Every_Red_that_was_reported_has_a_cause_an_action_an_owner_a_date_and_a_recovery()
    {
        var reds = County.Register.Meetings.Where(meeting => meeting.DataTo is not null)
            .SelectMany(meeting => Dashboard.Of(County.Register, meeting.Committee, meeting.DataTo!.Value, meeting.Date).Rated(RagRating.Red))
            .ToList();

        Assert.NotEmpty(reds);
        Assert.All(reds, kpi => Assert.Empty(kpi.Commentary?.Lacks() ?? ["commentary"]));
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

        Assert.Equal(41, counted.Count);
        Assert.All(counted, history => Assert.False(string.IsNullOrWhiteSpace(history.Proposals.Single(proposal => proposal.Year == Period.Year(2026)).Rationale), history.Indicator.Ref));
    }

    private static Dashboard YearEnd(int year) =>
        Dashboard.Of(County.Register, County.Register.Committees.Single(), new DateOnly(year + 1, 3, 31), new DateOnly(year + 1, 7, 1));

    private static IndicatorHistory History(string reference) => County.Register.Indicators.Single(history => history.Indicator.Ref == reference);
}
