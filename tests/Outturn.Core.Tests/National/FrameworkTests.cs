using Outturn.Core.National;

namespace Outturn.Core.Tests.National;

public sealed class FrameworkTests
{
    [Fact]
    public void A_new_edition_is_told_from_the_last_by_titles()
    {
        var before = Edition(Of("One"), Of("Two"), Of("Three"));
        var now = Edition(Of("One"), Of("Two") with { IsPlaceholder = true }, Of("Four"));
        var changes = now.Since(before);
        Assert.Equal(["Four"], changes.Added.Select(metric => metric.Title));
        Assert.Equal(["Three"], changes.Gone.Select(metric => metric.Title));
        Assert.Equal(["Two"], changes.Changed.Select(change => change.Now.Title));
        Assert.Empty(before.Since(before).Changed);
    }

    private static FrameworkEdition Edition(params Metric[] metrics) => new("Framework", "edition", null, "", null, null, [], [], metrics, []);

    private static Metric Of(string title) => new(title, title, "outcome", null, false, false, "%", "high", null, null, [1], [title]);
}
