using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Papers;
using Outturn.Core.Targets;

namespace Outturn.Core.Tests.Papers;

public sealed class RatingSentenceTests
{
    [Theory]
    [InlineData(0, 0, 0, 0, "The dashboard has no KPIs.")]
    [InlineData(1, 0, 0, 0, "The only KPI achieved or passed its target (Green).")]
    [InlineData(2, 0, 0, 0, "Both KPIs achieved or passed their target (Green).")]
    [InlineData(4, 0, 0, 0, "All 4 KPIs achieved or passed their target (Green).")]
    [InlineData(0, 3, 0, 0, "All 3 KPIs missed their target but held the floor standard (Amber).")]
    [InlineData(0, 0, 1, 0, "The only KPI did not achieve the floor standard (Red): Red 1.")]
    [InlineData(0, 0, 3, 0, "None of the 3 KPIs achieved the floor standard (Red): Red 1, Red 2 and Red 3.")]
    [InlineData(0, 0, 2, 0, "Neither of the two KPIs achieved the floor standard (Red): Red 1 and Red 2.")]
    [InlineData(3, 1, 0, 0, "Of the 4 KPIs, 3 achieved or passed their target (Green) and 1 missed its target but held the floor standard (Amber).")]
    [InlineData(2, 1, 1, 0, "Of the 4 KPIs, 2 achieved or passed their target (Green), 1 missed its target but held the floor standard (Amber) and 1 did not achieve the floor standard (Red): Red 1.")]
    [InlineData(1, 0, 2, 0, "Of the 3 KPIs, 1 achieved or passed its target (Green) and 2 did not achieve the floor standard (Red): Red 1 and Red 2.")]
    [InlineData(2, 0, 0, 1, "Of the 3 KPIs, 2 achieved or passed their target (Green). One KPI could not be rated: Awaited 1 (Awaited1), whose figure is awaited.")]
    [InlineData(2, 0, 1, 2, "Of the 5 KPIs, 2 achieved or passed their target (Green) and 1 did not achieve the floor standard (Red): Red 1. Two KPIs could not be rated: Awaited 1 (Awaited1) and Awaited 2 (Awaited2), whose figures are awaited.")]
    [InlineData(1, 0, 4, 0, "Of the 5 KPIs, 1 achieved or passed its target (Green) and 4 did not achieve the floor standard (Red). The KPIs rated Red are: | Red 1 | Red 2 | Red 3 | Red 4")]
    [InlineData(0, 0, 0, 1, "The only KPI could not be rated: Awaited 1 (Awaited1), whose figure is awaited.")]
    [InlineData(0, 0, 0, 2, "Neither of the two KPIs could be rated: Awaited 1 (Awaited1) and Awaited 2 (Awaited2), whose figures are awaited.")]
    public void Summary_CountsEveryKpiOnce_InTheGrammarOfTheNumber(int green, int amber, int red, int awaited, string sentence) =>
        Assert.Equal(sentence, Text(RatingSentences.Summary(SmallCouncil.With(green, amber, red, awaited))));

    [Theory]
    [InlineData(0, "No KPI is rated Red.")]
    [InlineData(1, "The KPI rated Red is Red 1 (Red1).")]
    [InlineData(2, "The two KPIs rated Red are Red 1 (Red1) and Red 2 (Red2).")]
    [InlineData(4, "The four KPIs rated Red are: | Red 1 (Red1) | Red 2 (Red2) | Red 3 (Red3) | Red 4 (Red4)")]
    public void Reds_AreAllNamed(int red, string sentence) =>
        Assert.Equal(sentence, Text([RatingSentences.Reds(SmallCouncil.With(green: 2, red: red))!]));

    [Fact]
    public void Reds_NothingIsRated_DoesNotClaimThatNoneIsRed() => Assert.Null(RatingSentences.Reds(SmallCouncil.With(awaited: 3)));

    [Fact]
    public void Lines_AColourThatNoKpiHas_IsStillCounted() =>
        Assert.Equal(
        [
            "1 is Green: the target was achieved or passed;",
            "none is Amber;",
            "2 are Red: the floor standard was not achieved;",
            "1 is not rated, which is not a colour; the reasons are given below.",
        ],
            RatingSentences.Lines(SmallCouncil.With(green: 1, red: 2, awaited: 1)));

    [Fact]
    public void Summary_CouncilWithATolerance_SpeaksOfItAndNotOfFloors()
    {
        var sentence = Text(RatingSentences.Summary(SmallCouncil.With(1, 1, 1, tolerance: new ToleranceRule(10))));

        Assert.Equal("Of the 3 KPIs, 1 achieved or passed its target (Green), 1 came within 10% of its target (Amber) and 1 missed its target by more than 10% (Red): Red 1.", sentence);
    }

    [Fact]
    public void Summary_TitlesWithCommasAndAnds_AreKeptApartBySemicolons()
    {
        var dashboard = SmallCouncil.Dashboard(new Council("Test Council", "TEST"), [SmallCouncil.Kpi("Bins, bags and boxes", 80), SmallCouncil.Kpi("Streets", 80)]);

        Assert.EndsWith("(Red): Bins, bags and boxes; and Streets.", Text(RatingSentences.Summary(dashboard)));
    }

    [Fact]
    public void Change_AgainstTheReportBefore_CountsAllAndLikeForLike_AndNamesWhatMoved()
    {
        var meetings = new[]
        {
            new Meeting(SmallCouncil.Committee, new DateOnly(2019, 7, 24), SmallCouncil.Year.Before, "third and final", SmallCouncil.Year.Before.Last),
            new Meeting(SmallCouncil.Committee, new DateOnly(2020, 7, 29), SmallCouncil.Year, "third and final", SmallCouncil.Year.Last),
        };
        var bothYears = new Core.Targets.Levels(SmallCouncil.Year.Before.First, SmallCouncil.Year.Last, new Target(95, 90, Polarity.HigherIsBetter), null);
        var moved = SmallCouncil.Kpi("Bins", 80, levels: bothYears);
        moved = moved with { Figures = [.. moved.Figures, new(SmallCouncil.Year.Before, new(97m))] };
        var added = SmallCouncil.Kpi("Streets", 96);
        added = added with { Indicator = added.Indicator with { Since = SmallCouncil.Year.First } };

        var dashboard = SmallCouncil.Dashboard(new Council("Test Council", "TEST"), [moved, added], meetings);

        Assert.Equal(
            "In the report before, with results to March 2019, 1 was Green, none Amber and none Red. "
            + "Of the KPIs now, one stood in that report: then 1 was Green, none Amber and none Red; now none is Green, none Amber and 1 Red. "
            + "Changed since then: Bins (from Green to Red).",
            RatingSentences.Change(dashboard)!.Text);
    }

    [Fact]
    public void Report_NoKpisAtAll_SpeaksOfActivityAndOfNoRating()
    {
        var council = new Council("Test Council", "TEST");
        IndicatorHistory[] indicators = [SmallCouncil.Activity("Calls", 150, new ExpectedRange(100, 200)), SmallCouncil.Activity("Visits", 250, new ExpectedRange(100, 200))];

        var report = CoverReports.Of(SmallCouncil.Dashboard(council, indicators), SmallCouncil.Register(council, indicators));

        Assert.Equal(
            "The Environment Performance Dashboard sets activity indicators beside the ranges that were expected for them. This is the year-end report for 2019/20. "
            + "The dashboard has no KPIs. Of the 2 activity indicators, 1 is within its expected range and 1 is above it (Visits).",
            Text(report.Summary));
        Assert.DoesNotContain("RAG", Text(report.Sections[1].Paragraphs));
        Assert.DoesNotContain("0 Key Performance", Text(report.Sections[1].Paragraphs));
    }

    /// <summary>Paragraphs one behind the other, points behind bars.</summary>
    private static string Text(IEnumerable<ReportParagraph> paragraphs) =>
        string.Join(' ', paragraphs.Select(paragraph => string.Join(" | ", paragraph.Points.Prepend(paragraph.Text))));
}
