using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Release;
using Outturn.Core.Targets;
using Outturn.Core.Tests.Papers;

namespace Outturn.Core.Tests.Release;

/// <summary>What stops a sign-off, and what its signatories are told.</summary>
public sealed class ChecklistTests
{
    private static readonly Period Year = SmallCouncil.Year;
    private static readonly Meeting Meeting = new(SmallCouncil.Committee, new DateOnly(2020, 7, 29), Year, "final", Year.Last);
    private static readonly DateOnly InTime = new(2020, 7, 21);

    [Fact]
    public void A_paper_that_is_in_order_has_nothing_on_its_list() =>
        Assert.Empty(Of([SmallCouncil.Kpi("Bins", 96)]));

    [Fact]
    public void A_red_without_cause_action_owner_and_due_date_stops_the_paper()
    {
        var item = Assert.Single(Of([SmallCouncil.Kpi("Bins", 80)]), item => item.Check == Check.RedWithoutAction);
        Assert.Equal((CheckSeverity.Error, "red-without-action:Bins", new Cure.OfCommentary("Bins", Year)), (item.Severity, item.Key, (Cure.OfCommentary)item.Cure));
        var half = SmallCouncil.Kpi("Bins", 80) with { Commentaries = [new Commentary(Year, null, "Lorries broke down.", "New lorries.", null, null, null)] };
        Assert.Contains("lacks owner and due date", Assert.Single(Of([half])).Said);
        var last = SmallCouncil.Kpi("Bins", 80) with { Commentaries = [new Commentary(Year.Before, null, "c", "a", "Head", new DateOnly(2020, 9, 1), null)] };
        Assert.Contains(Of([last]), item => item.Check == Check.RedWithoutAction);
        var whole = SmallCouncil.Kpi("Bins", 80) with { Commentaries = [new Commentary(Year, null, "Lorries broke down.", "New lorries.", "Head of Waste", new DateOnly(2020, 9, 1), null)] };
        Assert.Empty(Of([whole]));
    }

    [Fact]
    public void An_error_that_is_overridden_with_a_reason_stops_no_more_and_some_cannot_be()
    {
        var red = Assert.Single(Of([SmallCouncil.Kpi("Bins", 80)]));
        Assert.True(red.Blocks(isAnswered: false));
        Assert.False(red.Blocks(isAnswered: true));
        var noMeeting = Assert.Single(Of([SmallCouncil.Kpi("Bins", 96)], meeting: null), item => item.Check == Check.NoMeeting);
        Assert.True(noMeeting.Blocks(isAnswered: true));
        Assert.False(Assert.Single(Of([SmallCouncil.Kpi("Bins", 96)], facts => facts with { IssuedOn = InTime.AddDays(1) })).Blocks(isAnswered: false));
    }

    [Fact]
    public void Every_check_has_a_name_of_its_own_that_is_read_back()
    {
        var all = Enum.GetValues<Check>();
        Assert.Equal(all, all.Select(check => Checks.Read(check.Name())!.Value));
        Assert.Equal(all.Length, all.Select(check => check.Name()).Distinct().Count());
    }

    [Theory]
    [InlineData("2020-07-21", false)]
    [InlineData("2020-07-22", true)]
    public void A_paper_is_late_after_five_clear_days_before_its_meeting(string day, bool late) =>
        Assert.Equal(late, Of([SmallCouncil.Kpi("Bins", 96)], facts => facts with { IssuedOn = DateOnly.Parse(day) }).Any(item => item.Check == Check.Late));

    [Theory]
    [InlineData(CollectionState.Submitted, true)]
    [InlineData(CollectionState.Returned, true)]
    [InlineData(CollectionState.Awaited, true)]
    [InlineData(CollectionState.Approved, false)]
    [InlineData(CollectionState.Locked, false)]
    public void A_figure_that_nobody_approved_stops_the_paper(CollectionState state, bool stops) =>
        Assert.Equal(stops, Of([SmallCouncil.Kpi("Bins", 96)], facts => facts with { StateOf = (_, _) => state }).Any(item => item.Check == Check.NotApproved && item.Cure == new Cure.OfRound(Year)));

    [Fact]
    public void A_legal_text_that_nobody_wrote_stops_the_paper()
    {
        var item = Assert.Single(Of([SmallCouncil.Kpi("Bins", 96)], facts => facts with { Blocks = [("legal", "legal implications", " "), ("equality", "equality implications", "None.")] }));
        Assert.Equal((Check.MissingText, "legal", false), (item.Check, item.Subject, item.CanBeOverridden));
    }

    [Fact]
    public void A_service_whose_indicators_are_not_in_the_paper_or_have_no_figure_is_missing()
    {
        var later = SmallCouncil.Kpi("Paths", 96);
        later = later with { Indicator = later.Indicator with { Service = new Service("Roads", 2), Definition = new Definition(IndicatorKind.Kpi, new Unit("%"), 0, Polarity.HigherIsBetter, Frequency.Academic, RollUp.Latest), Since = new DateOnly(2019, 9, 1) } };
        Assert.Equal("Roads", Assert.Single(Of([SmallCouncil.Kpi("Bins", 96), later]), item => item.Check == Check.MissingSection).Subject);
        Assert.Equal("Waste", Assert.Single(Of([SmallCouncil.Kpi("Bins", null)]), item => item.Check == Check.MissingSection).Subject);
    }

    [Fact]
    public void A_figure_that_was_due_and_is_shown_by_an_older_one_is_stale_and_one_that_is_not_due_is_not()
    {
        var old = SmallCouncil.Kpi("Bins", null) with { Figures = [new Figure(Year.Before, new Observation(96m))] };
        Assert.Contains(Of([old]), item => item is { Check: Check.Stale, Subject: "Bins" });
        Assert.Contains(Of([old]), item => item is { Check: Check.NotRated, Severity: CheckSeverity.Warning });
        var notDue = old with { Indicator = old.Indicator with { LagDays = 200 } };
        Assert.DoesNotContain(Of([notDue]), item => item.Check == Check.Stale);
    }

    [Fact]
    public void Provisional_figures_few_cases_and_a_break_are_told()
    {
        var kpi = SmallCouncil.Kpi("Bins", 96);
        Assert.Equal(Check.Provisional, Assert.Single(Of([kpi with { Figures = [new Figure(Year, new Observation(96, null, Marker.Provisional))] }])).Check);
        Assert.Equal(Check.FewCases, Assert.Single(Of([kpi with { Figures = [new Figure(Year, new Observation(null, new Counts(9, 9)))] }])).Check);
        Assert.Empty(Of([kpi with { Figures = [new Figure(Year, new Observation(null, new Counts(10, 10)))] }]));
        Assert.Contains(Of([kpi with { Figures = [new Figure(Year.Before, new Observation(97)), new Figure(Year, new Observation(96))], Indicator = kpi.Indicator with { Breaks = [new DateOnly(2019, 4, 1)] } }]), item => item.Check == Check.Break);
    }

    [Theory]
    [InlineData(120, false)]
    [InlineData(121, true)]
    public void A_commentary_has_at_most_120_words(int words, bool isLong) =>
        Assert.Equal(isLong, Of([SmallCouncil.Kpi("Bins", 96) with { Commentaries = [new Commentary(Year, string.Join(' ', Enumerable.Repeat("word", words)), null, null, null, null, null)] }]).Any(item => item.Check == Check.LongCommentary));

    [Fact]
    public void What_the_checks_say_of_levels_and_texts_that_figures_left_are_warnings()
    {
        var items = Of([SmallCouncil.Kpi("Bins", 96)], facts => facts with { Levels = [("Bins", "The target of Bins is 0."), ("Other", "Not in the paper.")], Moved = [("performance", ["Bins: 95%; now 96%"])] });
        Assert.Equal([(Check.Level, "Bins"), (Check.TextMoved, "performance")], items.Select(item => (item.Check, item.Subject)));
    }

    [Fact]
    public void Errors_come_first()
    {
        var severities = Of([SmallCouncil.Kpi("Bins", 80), SmallCouncil.Kpi("Paths", null)], facts => facts with { IssuedOn = InTime.AddDays(2) }, meeting: null).Select(item => item.Severity).ToList();
        Assert.Equal(severities.Order(), severities);
    }

    private static IReadOnlyList<ChecklistItem> Of(IReadOnlyList<IndicatorHistory> indicators, Func<ChecklistFacts, ChecklistFacts>? facts = null) => Of(indicators, facts, Meeting);

    private static IReadOnlyList<ChecklistItem> Of(IReadOnlyList<IndicatorHistory> indicators, Meeting? meeting) => Of(indicators, null, meeting);

    private static IReadOnlyList<ChecklistItem> Of(IReadOnlyList<IndicatorHistory> indicators, Func<ChecklistFacts, ChecklistFacts>? facts, Meeting? meeting)
    {
        var register = SmallCouncil.Register(new Council("Test Council", "TEST"), indicators, meeting is null ? [] : [meeting]);
        var dashboard = Dashboard.Of(register, SmallCouncil.Committee, Year.Last, Year.Last.AddDays(90));
        return Checklist.Of(dashboard, register, (facts ?? (same => same))(new ChecklistFacts(InTime)));
    }
}
