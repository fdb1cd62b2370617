using Outturn.Core.National;
using Outturn.Core.Outcomes;

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

    [Fact]
    public void A_metric_is_renamed_where_its_id_and_half_of_its_words_stay_or_four_in_five_of_its_words_under_any_id()
    {
        var before = Edition(Of("Children who wait long for a school place") with { Id = "A" }, Of("People helped to stay at home after hospital care") with { Id = "B" }, Of("Bins emptied") with { Id = "C" });
        var now = Edition(Of("Children who wait too long for a place") with { Id = "A" }, Of("People helped to stay home after hospital care") with { Id = "X" }, Of("Trees planted by roads") with { Id = "C" });
        var changes = now.Since(before);
        Assert.Equal([("A", "A"), ("B", "X")], changes.Renamed.Select(pair => (pair.Before.Id, pair.Now.Id)));
        Assert.Equal("Trees planted by roads", Assert.Single(changes.Added).Title);
        Assert.Equal("Bins emptied", Assert.Single(changes.Gone).Title);
    }

    [Fact]
    public void What_is_otherwise_of_a_metric_is_said_one_by_one()
    {
        var before = Edition(Of("One") with { IsPlaceholder = true });
        var now = Edition(Of("One") with { Kind = "output", Publisher = "DfE", Unit = "per 1,000", Polarity = "low", IsInDevelopment = true, Outcomes = [1, 2] });
        Assert.Equal(
            ["moved from outcome 1 to outcomes 1 and 2", "an output, and was an outcome", "no placeholder any more", "in development now", "published by DfE, and was by nobody named", "in per 1,000, and was in %", "better is low, and was high"],
            now.Since(before).Differences(before.Metrics[0], now.Metrics[0]));
    }

    [Fact]
    public void Outcomes_are_added_gone_renamed_and_renumbered_and_a_metric_that_goes_with_its_outcome_has_not_moved()
    {
        var before = Edition(Of("One") with { Outcomes = [1] }) with { Outcomes = [new Outcome(1, "Homes", "", "priority"), new Outcome(2, "Streets", "", "priority"), new Outcome(3, "Parks", "", "contextual")] };
        var now = Edition(Of("One") with { Outcomes = [4] }) with { Outcomes = [new Outcome(4, "Homes", "", "priority"), new Outcome(2, "Clean streets", "", "priority"), new Outcome(5, "Trees", "", "priority")] };
        var changes = now.Since(before);
        Assert.Equal("Trees", Assert.Single(changes.OutcomesAdded).Name);
        Assert.Equal("Parks", Assert.Single(changes.OutcomesGone).Name);
        Assert.Equal(["was called Streets", "was number 1"], changes.OutcomesChanged.Select(pair => EditionChanges.Differences(pair.Before, pair.Now)));
        Assert.Empty(changes.Changed);
        Assert.Equal(["moved from outcome 1 to outcome 2"], (now with { Metrics = [Of("One") with { Outcomes = [2] }] }).Since(before).Differences(before.Metrics[0], Of("One") with { Outcomes = [2] }));
    }

    [Fact]
    public void A_change_touches_the_links_to_what_is_gone_renamed_changed_or_called_by_another_id_and_no_others()
    {
        var before = Edition(Of("Stays as it is"), Of("Goes"), Of("Is a placeholder now"), Of("Children who wait long for a school place"), Of("Has another id"));
        var now = Edition(Of("Stays as it is"), Of("Is a placeholder now") with { IsPlaceholder = true }, Of("Children who wait too long for a school place"), Of("Has another id") with { Id = "NEW", Ids = ["NEW"] });
        var links = before.Metrics.Select(metric => new MetricLink(metric.Id, "KPI1", Relation.Proxy, null, "analyst", default, null)).Append(new MetricLink("OF-ANOTHER-FRAMEWORK", "KPI1", Relation.Same, null, "analyst", default, null)).ToList();
        Assert.Equal(
        [
            ("Goes", "The metric is gone: take back what was said of it."),
            ("Is a placeholder now", "A placeholder now."),
            ("Children who wait long for a school place", "It is called \"Children who wait too long for a school place\" now. Its id is Children who wait too long for a school place now: say it of that one, and take back what was said of Children who wait long for a school place."),
            ("Has another id", "Its id is NEW now: say it of that one, and take back what was said of Has another id."),
        ],
            now.Since(before).Touched(links).Select(touch => (touch.Link.MetricId, touch.What)));
        Assert.True(before.Since(before).AreNone);
        Assert.Empty(before.Since(before).Touched(links));
    }

    [Theory]
    [InlineData("2022-01-01/P3Y", PublishedPeriodKind.SeveralYears, "2022-01-01", "2024-12-31", "in 2022 to 2024")]
    [InlineData("2023-01-01/P1Y", PublishedPeriodKind.CalendarYear, "2023-01-01", "2023-12-31", "in 2023")]
    [InlineData("2023-04-01/P1Y", PublishedPeriodKind.FinancialYear, "2023-04-01", "2024-03-31", "in 2023/24")]
    [InlineData("2026-04-01", PublishedPeriodKind.Day, "2026-04-01", "2026-04-01", "on 1 April 2026")]
    [InlineData("2025", PublishedPeriodKind.FinancialYear, "2024-04-01", "2025-03-31", "in 2025")]
    [InlineData("2023-07-01/P1Y", PublishedPeriodKind.TwelveMonths, "2023-07-01", "2024-06-30", "in July 2023 to June 2024")]
    public void A_period_that_is_published_as_a_date_and_a_duration_is_told_in_words(string label, PublishedPeriodKind kind, string first, string last, string words) =>
        Assert.Equal(words, new PublishedPeriod(label, kind, DateOnly.ParseExact(first, "yyyy-MM-dd"), DateOnly.ParseExact(last, "yyyy-MM-dd")).When);

    [Fact]
    public void Where_no_framework_is_named_the_one_that_most_is_said_to_stand_to_is_meant()
    {
        var (plan, large) = (Edition(Of("P1")) with { Framework = "Plan" }, Edition(Of("L1"), Of("L2")) with { Framework = "Large" });
        MetricLink[] links = [new("P1", "KPI1", Relation.Same, null, "analyst", default, null)];
        Assert.Equal("Plan", FrameworkEdition.Choose([plan, large], null, links)!.Framework);
        Assert.Equal("Large", FrameworkEdition.Choose([plan, large], null, [])!.Framework);
        Assert.Equal("Large", FrameworkEdition.Choose([plan, large], " large ", links)!.Framework);
        Assert.Null(FrameworkEdition.Choose([plan, large], "Other", links));
    }

    private static FrameworkEdition Edition(params Metric[] metrics) => new("Framework", "edition", null, "", null, null, [], [], metrics, []);

    private static Metric Of(string title) => new(title, title, "outcome", null, false, false, "%", "high", null, null, [1], [title]);
}
