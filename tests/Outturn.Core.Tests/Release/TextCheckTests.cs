using FsCheck.Fluent;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Papers;
using Outturn.Core.Periods;
using Outturn.Core.Release;
using Outturn.Core.Targets;

namespace Outturn.Core.Tests.Release;

/// <summary>Numbers that somebody wrote beside numbers that were computed: what contradicts is named, and nothing else is.</summary>
public sealed class TextCheckTests
{
    private static readonly Committee Committee = SmallCounts.Committee;

    [Theory]
    [InlineData("CS01 was 95% in the year.")]
    [InlineData("Performance on CS01 stood at 93%.")]
    [InlineData("Calls answered within 40 seconds achieved 95.2%.")]
    [InlineData("CS01 was 94.3%, and work goes on.")]
    [InlineData("The result for CS01 is 12 per cent.")]
    [InlineData("The target of CS01 is 90%.")]
    [InlineData("CS01 missed the target of 97%.")]
    [InlineData("CS01 passed its floor standard of 85%.")]
    [InlineData("FN02 came to £1.3m.")]
    [InlineData("FN02 was £1,200,001.")]
    [InlineData("HR03 was 12 days.")]
    [InlineData("CS01 was 94%, and HR03 was 12 days.")]
    [InlineData("In all three KPIs are Red.")]
    [InlineData("2 KPIs were rated Green.")]
    [InlineData("There are two Amber and one Red.")]
    [InlineData("None are Red.")]
    [InlineData("CS01 is Green.")]
    [InlineData("HR03 remains Amber, and work goes on.")]
    [InlineData("CS01 fell to 50% in March 2020.")]
    [InlineData("All KPIs met their target.")]
    [InlineData("There are 12 KPIs.")]
    public void A_number_that_contradicts_the_figures_is_named(string said)
    {
        var item = Assert.Single(Text(said));
        Assert.Equal((Check.NumberContradicts, "performance", new Cure.OfText("performance")), (item.Check, item.Subject, (Cure.OfText)item.Cure));
        Assert.Contains(said, item.Said);
    }

    [Theory]
    [InlineData("CS01 was 94% in the year.")]
    [InlineData("CS01 was 94.2%, against a target of 95%.")]
    [InlineData("CS01 missed its target of 95% and held the floor standard of 90%.")]
    [InlineData("FN02 came to £1.2m.")]
    [InlineData("FN02 was £1,234k.")]
    [InlineData("HR03 was 8 days, against a target of 7.")]
    [InlineData("CS01 was 94%, and HR03 was 8 days.")]
    [InlineData("One KPI is Red, one Amber and one Green.")]
    [InlineData("1 is rated Red: Days to recruit.")]
    [InlineData("CS01 is Amber, and HR03 is still Red.")]
    [InlineData("CS01 rose to 94% in March 2020.")]
    [InlineData("There are three KPIs in all.")]
    [InlineData("All KPIs for which there are figures have a target.")]
    [InlineData("The route is Red.")]
    // What is of another time, hedged, compared, hoped for, or of something else.
    [InlineData("CS01 was 9% in 2017 and is 17% now.")]
    [InlineData("CS01 was 91% last year.")]
    [InlineData("CS01 fell from 99% to 94%.")]
    [InlineData("Nationally CS01 was 88%.")]
    [InlineData("CS01 was about 90%.")]
    [InlineData("CS01 should be 99% by March.")]
    [InlineData("The report before had three Red.")]
    [InlineData("CS01 was 15% higher than in 2018/19.")]
    [InlineData("CS01: 12% of callers were new.")]
    [InlineData("The proposed target of CS01 is 97%.")]
    // What is no figure at all.
    [InlineData("CS01 is on 0300 555 1234.")]
    [InlineData("CS01 was 2 of the 5 that moved.")]
    [InlineData("HR03 is 3rd of 16.")]
    [InlineData("HR03 was first counted in 2017.")]
    [InlineData("HR03 was 2019.")]
    [InlineData("HR03 was agreed on 12 March 2020.")]
    [InlineData("HR03 was 12 March 2020.")]
    [InlineData("HR03 is 2.4.1 of the plan.")]
    [InlineData("The meeting is at 10.30 am.")]
    [InlineData("Three red routes were resurfaced and two Green Flag parks opened.")]
    [InlineData("Another two Red were foreseen.")]
    [InlineData("See CS04a, CS04b and paragraph 3.2.")]
    public void A_true_sentence_and_one_that_claims_nothing_raise_no_alarm(string said) => Assert.Empty(Text(said));

    /// <summary>Sentences as published dashboard reports and reviews have them, on a council that none of them is about.</summary>
    [Theory]
    [InlineData("21 of the 25 KPIs achieved target and were RAG rated Green, 3 were below target but did achieve the floor standard (Amber) and 1 did not achieve the floor standard (Red).")]
    [InlineData("This is the third and final report for the 2019/20 financial year.")]
    [InlineData("The Dashboard includes performance against target for the 25 Key Performance Indicators (KPIs) for 2019/20.")]
    [InlineData("These KPIs and targets came before the Cabinet Committee for comment in May 2019.")]
    [InlineData("These are largely unchanged from 2019-20, except for increases in floor standard for two indicators (CS04a, and CS04b).")]
    [InlineData("Freedom of Information Act requests completed within 20 working days was the KPI RAG rated Red.")]
    [InlineData("Policy and Resources Cabinet Committee – 29 July 2020")]
    public void Sentences_of_published_papers_raise_no_alarm(string said) => Assert.Empty(Text(said));

    [Fact]
    public void A_commentary_speaks_of_its_own_indicator()
    {
        Assert.Equal(new Cure.OfCommentary("CS01", Period.Month(2020, 3)), Assert.Single(Said("The result was 97%.")).Cure);
        Assert.Empty(Said("The result was 94%. We answered 12% more calls than in 2018, and hired 3 people on 2 March."));
    }

    [Fact]
    public void A_count_under_a_services_heading_may_be_the_services_own()
    {
        Assert.Empty(Text("One KPI is Red.", TextPlace.Of(SmallCounts.Service)));
        Assert.Single(Text("Four KPIs are Red.", TextPlace.Of(SmallCounts.Service)));
    }

    [Theory]
    [InlineData("The latest results are to November 2019.", true)]
    [InlineData("CS01 is currently as it was in Q2 2019/20.", true)]
    [InlineData("The latest results are to March 2020.", false)]
    [InlineData("The current year, 2019/20, is over.", false)]
    [InlineData("In November 2019 the office moved.", false)]
    public void A_text_that_calls_an_old_period_current_is_stale(string said, bool isStale) => Assert.Equal(isStale, Text(said).Any(item => item.Check == Check.Stale));

    [Theory]
    [InlineData("Only three children were placed.", true)]
    [InlineData("There were 3 of them.", true)]
    [InlineData("On 3 March the home closed.", false)]
    [InlineData("Few children were placed.", false)]
    public void A_commentary_does_not_tell_what_the_paper_suppresses(string said, bool tells)
    {
        var few = SmallCounts.Monthly("CH1", 5, Enumerable.Range(0, 12).Select(i => new Observation(i == 11 ? 3 : 40 + i)));
        few = few with { Commentaries = [new Commentary(Period.Month(2020, 3), said, null, null, null, null, null)] };
        var register = SmallCounts.Register(few);
        var item = Checklist.Of(SmallCounts.Known(register, 12), register, new ChecklistFacts(new DateOnly(2020, 7, 1))).Where(item => item.Check == Check.SuppressedTold).ToList();
        Assert.Equal(tells, item.Count == 1);
        Assert.DoesNotContain(item, found => found.CanBeOverridden);
    }

    [Fact]
    public void A_figure_as_it_is_shown_never_contradicts_itself_and_another_does() => Given.ForAll(
        from tenths in Gen.Choose(0, 1000)
        from decimals in Gen.Choose(0, 1)
        from off in Gen.Choose(2, 40)
        select (Value: tenths / 10m, decimals, off),
        given =>
        {
            var shown = Unit.Round(given.Value, given.decimals);
            var print = new Unit("%").Print(shown, given.decimals);
            var wrong = new Unit("%").Print(shown > 50 ? shown - given.off : shown + given.off, given.decimals);
            return Text($"CS01 was {print} this year.", TextPlace.Performance, given.Value).Count == 0
                && Text($"CS01 was {wrong} this year.", TextPlace.Performance, given.Value).Count == 1;
        });

    private static IReadOnlyList<ChecklistItem> Text(string said, string place = TextPlace.Performance, decimal value = 94.2m) => Of(Register(value) with { Texts = new Dictionary<string, string> { [place] = said } });

    private static IReadOnlyList<ChecklistItem> Said(string said)
    {
        var register = Register(94.2m);
        return Of(register with { Indicators = [register.Indicators[0] with { Commentaries = [new Commentary(Period.Month(2020, 3), said, null, null, null, null, null)] }, .. register.Indicators.Skip(1)] });
    }

    private static IReadOnlyList<ChecklistItem> Of(Register register) =>
        [.. Checklist.Of(SmallCounts.Known(register, 12), register, new ChecklistFacts(new DateOnly(2020, 7, 1))).Where(item => item.Check is Check.NumberContradicts or Check.Stale)];

    /// <summary>One Amber, one Red and one Green.</summary>
    private static Register Register(decimal calls) => SmallCounts.Register(
        Kpi("CS01", "Calls answered within 40 seconds", "%", Polarity.HigherIsBetter, calls, 95, 90),
        Kpi("HR03", "Days to recruit", "days", Polarity.LowerIsBetter, 8, 7, 7.5m),
        Kpi("FN02", "Spending", "£000", Polarity.LowerIsBetter, 1_234, 2_000, 3_000));

    private static IndicatorHistory Kpi(string reference, string title, string unit, Polarity polarity, decimal value, decimal target, decimal floor) => new(
        new Indicator(reference, title, SmallCounts.Service, [Committee], new Definition(IndicatorKind.Kpi, new Unit(unit), 0, polarity, Frequency.Month, RollUp.Latest)),
        new TargetHistory([new Levels(SmallCounts.Year.First, SmallCounts.Year.Last, new Target(target, floor, polarity), null)]),
        [new Figure(Period.Month(2020, 3), new Observation(value))],
        [],
        []);
}
