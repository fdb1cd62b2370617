using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Review;
using Outturn.Core.Targets;

namespace Outturn.Core.Tests.Review;

public sealed class NextRegisterTests
{
    private static readonly DateOnly First = SmallReview.Year.First;

    [Fact]
    public void What_is_kept_has_its_levels_for_the_new_year_and_is_no_change()
    {
        var next = NextRegister.Of(SmallReview.Agreed(SmallReview.Kpi("Bins", _ => 95, SmallReview.Proposal(Decision.Keep))));
        Assert.Empty(next.Changes);
        var levels = next.Register.Indicators[0].Targets.InForce(SmallReview.Year.Last)!;
        Assert.Equal((First, SmallReview.Year.Last, 95m, "Why"), (levels.From, levels.To, levels.Target!.Level, levels.Rationale));
    }

    [Fact]
    public void Phased_levels_that_are_kept_stay_phased()
    {
        var kpi = SmallReview.Kpi("Bins", _ => 95, SmallReview.Proposal(Decision.Keep));
        var (year, half) = (Period.Year(2019), new DateOnly(2019, 10, 1));
        var phased = kpi with
        {
            Targets = new TargetHistory([new Levels(year.First, half.AddDays(-1), new Target(93, 88, Polarity.HigherIsBetter), null), new Levels(half, year.Last, new Target(95, 90, Polarity.HigherIsBetter), null)]),
        };
        var targets = NextRegister.Of(SmallReview.Agreed(phased)).Register.Indicators[0].Targets;
        Assert.Equal((93m, 95m), (targets.InForce(new DateOnly(2020, 9, 30))!.Target!.Level, targets.InForce(new DateOnly(2020, 10, 1))!.Target!.Level));
    }

    [Fact]
    public void What_is_removed_or_replaced_ends_with_the_old_year()
    {
        var replaced = SmallReview.Kpi("Streets", _ => 95, SmallReview.Proposal(Decision.Replace, null) with { Successor = "Paths" });
        var next = NextRegister.Of(SmallReview.Agreed(SmallReview.Kpi("Bins", _ => 95, SmallReview.Proposal(Decision.Remove, null)), replaced, SmallReview.New("Paths")));
        Assert.Equal([First.AddDays(-1), First.AddDays(-1), null], next.Register.Indicators.Select(history => history.Indicator.Until));
        Assert.Equal([null, "Paths", null], next.Register.Indicators.Select(history => history.Indicator.ReplacedBy));
        Assert.All(next.Register.Indicators.Take(2), history => Assert.Null(history.Targets.InForce(First)));
        Assert.Equal(["Bins", "Streets", "Paths"], next.Changes.Select(change => change.Ref));
    }

    [Fact]
    public void What_is_new_begins_with_the_year()
    {
        var made = NextRegister.Of(SmallReview.Agreed(SmallReview.New("Paths"))).Register.Indicators.Single();
        Assert.Equal((First, Frequency.Quarter, 80m, 70m), (made.Indicator.Since, made.Indicator.Definition.Frequency, made.Targets.InForce(First)!.Target!.Level, made.Targets.InForce(First)!.Target!.FloorStandard));
        Assert.Null(made.Targets.InForce(First.AddDays(-1)));
    }

    [Fact]
    public void A_changed_definition_holds_from_the_first_day_and_breaks_where_it_says_so()
    {
        Proposal Changed(bool breaks) => SmallReview.Proposal(Decision.Amend) with { Sheet = new SheetChange { Meaning = "Collections on the day" }, Breaks = breaks };
        var indicators = NextRegister.Of(SmallReview.Agreed(SmallReview.Kpi("Bins", _ => 95, Changed(true)), SmallReview.Kpi("Streets", _ => 95, Changed(false)))).Register.Indicators;
        Assert.All(indicators, history => Assert.Equal((First, "Why", "Collections on the day"), (history.Indicator.DefinitionFrom, history.Indicator.DefinitionReason, history.Indicator.Meaning)));
        Assert.Equal([First], indicators[0].Indicator.Breaks);
        Assert.Empty(indicators[1].Indicator.Breaks);
    }

    [Fact]
    public void Another_title_is_no_other_definition()
    {
        var retitled = SmallReview.Kpi("Bins", _ => 95, SmallReview.Proposal(Decision.Amend) with { Sheet = new SheetChange { Title = "Bins on time" } });
        var indicator = NextRegister.Of(SmallReview.Agreed(retitled)).Register.Indicators.Single().Indicator;
        Assert.Equal(("Bins on time", null), (indicator.Title, indicator.DefinitionFrom));
    }

    [Theory]
    [InlineData(null, "has no proposal")]
    [InlineData("", "has no rationale")]
    public void A_set_with_a_proposal_missing_or_without_a_reason_is_not_adopted(string? rationale, string why) =>
        Assert.Contains(why, NextRegister.Refusals(SmallReview.Agreed(SmallReview.Kpi("Bins", _ => 95, rationale is null ? null : SmallReview.Proposal(Decision.Keep, rationale: rationale)))).Single(), StringComparison.Ordinal);

    [Fact]
    public void A_set_with_a_proposal_that_is_not_agreed_is_not_adopted()
    {
        var review = AnnualReview.Of(SmallReview.Register(SmallReview.Kpi("Bins", _ => 95, SmallReview.Proposal(Decision.Keep))), SmallReview.Year, null);
        Assert.Equal(["The proposal for Bins is proposed, not agreed."], NextRegister.Refusals(review));
    }

    [Fact]
    public void Between_two_years_it_is_counted_what_came_what_went_and_what_changed()
    {
        var next = NextRegister.Of(SmallReview.Agreed(
            SmallReview.Kpi("Bins", _ => 95, SmallReview.Proposal(Decision.Remove, null)), SmallReview.Kpi("Streets", _ => 95, SmallReview.Proposal(Decision.Amend, 96)),
            SmallReview.Kpi("Parks", _ => 95, SmallReview.Proposal(Decision.Keep)), SmallReview.New("Paths"), SmallReview.New("Trees")));
        var changes = YearChanges.Of(next.Register, Period.Year(2019), SmallReview.Year);
        Assert.Equal((3, 4, "1 removed, 2 added, net 1 more; 1 changed"), (changes.Before, changes.After, changes.Summary));
        Assert.Equal("Target from 95 to 96", changes.All.Single(change => change.Kind == YearChangeKind.Changed).What);
    }

    [Fact]
    public void A_change_that_reaches_into_a_closed_year_is_told_from_one_within_the_year_that_was_adopted()
    {
        var before = SmallReview.Register(SmallReview.Kpi("Bins", _ => 95));
        var kpi = before.Indicators[0];
        var closed = LaterChanges.Between(before, With(kpi.Targets.All.Select(levels => levels.From.Year == 2019 ? levels with { Target = new Target(90, 85, Polarity.HigherIsBetter) } : levels)), [SmallReview.Year]);
        Assert.Contains("closed since 2020/21 was adopted", closed.Closed.Single(), StringComparison.Ordinal);
        var later = LaterChanges.Between(before, With(kpi.Targets.All.Append(new Levels(new DateOnly(2020, 10, 1), SmallReview.Year.Last, new Target(90, 85, Polarity.HigherIsBetter), null))), [SmallReview.Year]);
        Assert.Empty(later.Closed);
        Assert.Equal((SmallReview.Year, "Bins", "Target from none to 90; floor standard from none to 85 from 1 October 2020"), later.Later.Single());

        Core.Dashboards.Register With(IEnumerable<Levels> levels) => before with { Indicators = [kpi with { Targets = new TargetHistory(levels) }] };
    }
}
