using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Papers;
using Outturn.Core.Targets;

namespace Outturn.Core.Tests.Papers;

public sealed class ActivitySentenceTests
{
    private static readonly ExpectedRange Range = new(100, 200);

    [Theory]
    [InlineData(150.0, "The one activity indicator (Calls) is within its expected range.")]
    [InlineData(250.0, "The one activity indicator (Calls) is above its expected range.")]
    [InlineData(50.0, "The one activity indicator (Calls) is below its expected range.")]
    [InlineData(null, "The one activity indicator (Calls) has no figure for the period.")]
    public void Summary_OneIndicator_IsSaidInTheSingular(double? value, string sentence) =>
        Assert.Equal(sentence, Summary(SmallCouncil.Activity("Calls", (decimal?)value, Range)));

    [Fact]
    public void Summary_Several_AreCountedAndThoseOutsideNamed() =>
        Assert.Equal(
            "Of the 5 activity indicators, 2 are within their expected range, 1 is above it (Visits), 1 is below it (Forms) and 1 has no range (Letters).",
            Summary(
                SmallCouncil.Activity("Calls", 100, Range), SmallCouncil.Activity("Mails", 200, Range), SmallCouncil.Activity("Visits", 201, Range),
                SmallCouncil.Activity("Forms", 99, Range), SmallCouncil.Activity("Letters", 5, null)));

    private static string Summary(params IndicatorHistory[] indicators) =>
        ActivitySentences.Summary(SmallCouncil.Dashboard(new Council("Test Council", "TEST"), indicators));
}
