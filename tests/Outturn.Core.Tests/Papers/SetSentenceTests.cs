using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Papers;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.Core.Tests.Papers;

public sealed class SetSentenceTests
{
    [Fact]
    public void Changes_TheSetStoodAllYear_IsNotMentioned() =>
        Assert.Null(Changes(SmallCouncil.Kpi("Bins", 96), With(SmallCouncil.Kpi("Streets", 96), since: SmallCouncil.Year.First)));

    [Fact]
    public void Changes_OneEndedAndItsSuccessorBegan_NamesBothWithTheirDays() =>
        Assert.Equal(
            "New within the year is Fly-tips cleared in a day (Fly-tipsclearedinaday) from 1 October 2019. "
            + "One indicator has ended: Fly-tips (Fly-tips) on 30 September 2019 (replaced by Fly-tipsclearedinaday).",
            Changes(
                With(SmallCouncil.Kpi("Fly-tips", 96), until: new DateOnly(2019, 9, 30), replacedBy: "Fly-tipsclearedinaday"),
                With(SmallCouncil.Kpi("Fly-tips cleared in a day", 96), since: new DateOnly(2019, 10, 1)))!.Text);

    [Fact]
    public void Changes_MonthlyOneEndedInSummer_IsStillNamedAtTheYearEnd()
    {
        var monthly = With(SmallCouncil.Kpi("Late answers", null), until: new DateOnly(2019, 7, 31), replacedBy: "Answers");
        monthly = monthly with { Indicator = monthly.Indicator with { Definition = new Definition(IndicatorKind.Kpi, new Unit("number"), 0, Polarity.LowerIsBetter, Frequency.Month, RollUp.Sum) } };

        Assert.Equal("One indicator has ended: Late answers (Lateanswers) on 31 July 2019 (replaced by Answers).", Changes(SmallCouncil.Kpi("Bins", 96), monthly)!.Text);
    }

    [Fact]
    public void Changes_EndedBeforeTheYear_IsNotInTheDashboardAtAll() =>
        Assert.Null(Changes(SmallCouncil.Kpi("Bins", 96), With(SmallCouncil.Kpi("Streets", 96), until: SmallCouncil.Year.Before.Last)));

    private static ReportParagraph? Changes(params IndicatorHistory[] indicators) =>
        SetSentences.Changes(SmallCouncil.Dashboard(new Council("Test Council", "TEST"), indicators));

    private static IndicatorHistory With(IndicatorHistory history, DateOnly? since = null, DateOnly? until = null, string? replacedBy = null) =>
        history with { Indicator = history.Indicator with { Since = since, Until = until, ReplacedBy = replacedBy } };
}
