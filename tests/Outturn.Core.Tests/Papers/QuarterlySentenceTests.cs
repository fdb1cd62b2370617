using Outturn.Core.Indicators;
using Outturn.Core.Papers;
using Outturn.Core.Ratings;
using Outturn.Core.Tests.Dashboards;

namespace Outturn.Core.Tests.Papers;

/// <summary>The sentences of a quarterly report, right for none, one, several and all.</summary>
public sealed class QuarterlySentenceTests
{
    [Theory]
    [InlineData("One", null)]
    [InlineData("One AG", "The one KPI whose rating changed has a better one.")]
    [InlineData("One GR", "The one KPI whose rating changed has a worse one.")]
    [InlineData("One GN", "The one KPI whose rating changed is not rated now.")]
    [InlineData("Two GR AR", "Both KPIs whose rating changed have a worse one.")]
    [InlineData("Three GR AR GA", "All three KPIs whose rating changed have a worse one.")]
    [InlineData("Four GR AG RA NG", "Of the four KPIs whose rating changed, two have a better one, one has a worse one and one was not rated then.")]
    public void Which_way_ratings_moved(string moves, string? expected)
    {
        var all = moves.Split(' ').Skip(1).Select((move, i) => QuarterlyReportTests.Kpi($"Kpi {i}", Value(move[0]), Value(move[1])));
        var changes = QuarterlyReportTests.Of(QuarterlyReportTests.Register([QuarterlyReportTests.Kpi("Stays", 96, 96), .. all])).Changes!;

        Assert.Equal(expected, ChangeSentences.Moved(changes.Counts));
    }

    [Fact]
    public void Trends_are_counted_and_those_that_move_are_named()
    {
        var (up, down, still, few, none) = (
            QuarterlyReportTests.Kpi("Up", 80, 82, 84, 86, 88), QuarterlyReportTests.Kpi("Down", 88, 86, 84, 82, 80), QuarterlyReportTests.Kpi("Still", 80, 80, 80, 80, 80),
            QuarterlyReportTests.Kpi("Few", 80, 80), QuarterlyReportTests.Kpi("None", 80, null));

        Assert.Equal("By trend, the one KPI is improving.", Trends(up));
        Assert.Equal("By trend, both KPIs are improving.", Trends(up, QuarterlyReportTests.Kpi("Also", 80, 82, 84, 86, 88)));
        Assert.Equal(
            "By trend, of the 5 KPIs 1 is improving (Up), 1 is worsening (Down), 1 is stable, 1 has too few figures for a trend (Few) and 1 has no trend for want of a figure (None).",
            Trends(up, down, still, few, none));
    }

    [Theory]
    [InlineData(0.0, "<0.0001")]
    [InlineData(0.00004, "<0.0001")]
    [InlineData(0.01534, "0.0153")]
    [InlineData(1.0, "1.0000")]
    public void How_sure_a_trend_is_has_four_decimals(double p, string printed) => Assert.Equal(printed, DirectionSentences.P(new Trend(Direction.Stable, p, 0)));

    [Fact]
    public void A_set_that_stayed_as_it_was_is_said_to_have()
    {
        var cover = Cover(QuarterlyReportTests.Kpi("Call", 96, 80));

        Assert.Contains(cover.Sections[2].Paragraphs, paragraph => paragraph.Text == "The indicators, their definitions and their levels are those of the last quarter.");
        Assert.Equal("The council is asked to NOTE the performance of the council in Q4 2019/20, and what is being done about the KPI rated Red.", cover.Recommendation);
        Assert.Equal(["Introduction", "Ratings", "What has changed since the last quarter", "Direction of travel and activity"], cover.Sections.Select(section => section.Heading));
        Assert.Contains(cover.Summary, paragraph => paragraph.Text == "A quarter earlier 1 was Green, none Amber and none Red. The one KPI whose rating changed has a worse one.");
    }

    [Fact]
    public void Without_a_quarter_before_there_is_nothing_to_compare_with() =>
        Assert.Equal(["Nothing is known of a quarter before, so there is nothing to compare with."], Cover(QuarterlyReportTests.Kpi("Call", 96)).Sections[2].Paragraphs.Select(paragraph => paragraph.Text));

    private static string? Trends(params IReadOnlyList<IndicatorHistory> kpis) => DirectionSentences.Trends(QuarterlyReportTests.Of(QuarterlyReportTests.Register(kpis)).Dashboard);

    private static CoverReport Cover(params IReadOnlyList<IndicatorHistory> kpis)
    {
        var register = QuarterlyReportTests.Register(kpis);
        return QuarterlyReports.Of(QuarterlyReportTests.Of(register), register);
    }

    private static decimal? Value(char rating) => rating switch { 'G' => 96, 'A' => 92, 'R' => 80, _ => null };
}
