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

    [Theory]
    [InlineData(150.0, 2, "Both activity indicators are within their expected range.")]
    [InlineData(150.0, 3, "All 3 activity indicators are within their expected range.")]
    [InlineData(250.0, 2, "Both activity indicators are above their expected range.")]
    [InlineData(null, 2, "Neither of the two activity indicators has a figure for the period.")]
    [InlineData(null, 4, "None of the 4 activity indicators has a figure for the period.")]
    public void Summary_AllAlike_IsSaidOfAllAtOnce(double? value, int count, string sentence) =>
        Assert.Equal(sentence, Summary([.. Enumerable.Range(1, count).Select(i => SmallCouncil.Activity($"Calls {i}", (decimal?)value, Range))]));

    [Fact]
    public void Summary_SeveralOnEachSide_NeedsNoSemicolonForTheRefsInBrackets() =>
        Assert.Equal(
            "Of the 3 activity indicators, 2 are above their expected range (Visits and Mails) and 1 is below it (Forms).",
            Summary(SmallCouncil.Activity("Visits", 201, Range), SmallCouncil.Activity("Mails", 300, Range), SmallCouncil.Activity("Forms", 99, Range)));

    private static string Summary(params IndicatorHistory[] indicators) =>
        ActivitySentences.Summary(SmallCouncil.Dashboard(new Council("Test Council", "TEST"), indicators));
}
