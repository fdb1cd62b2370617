using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Papers;
using Outturn.Core.Targets;

namespace Outturn.Core.Tests.Papers;

public sealed class ProposalSentenceTests
{
    private static readonly Council Council = new("Test Council", "TEST");

    [Fact]
    public void Summary_NothingChanges_IsUnchanged() =>
        Assert.Equal("They are unchanged from 2019/20.", Summary(Keep("Bins"), Keep("Streets")));

    [Fact]
    public void Summary_TwoFloorsRaised_NamesBoth() =>
        Assert.Equal(
            "They are largely unchanged from 2019/20, except for increases in floor standard for two indicators (Bins and Streets).",
            Summary(Proposed("Bins", 95, 92), Proposed("Streets", 95, 91), Keep("Parks"), Keep("Trees"), Keep("Beaches"), Keep("Paths")));

    [Fact]
    public void Summary_OneTargetRaisedAndOneIndicatorRemoved_SaysBoth() =>
        Assert.Equal(
            "They are largely unchanged from 2019/20, except for an increase in target for one indicator (Bins) and one indicator removed (Streets).",
            Summary(Proposed("Bins", 97, 90), Proposed("Streets", null, null, Decision.Remove), Keep("Parks"), Keep("Trees"), Keep("Beaches"), Keep("Paths")));

    [Fact]
    public void Summary_MostChanges_IsNotCalledLargelyUnchanged() =>
        Assert.Equal(
            "Against 2019/20 they bring decreases in target for two indicators (Bins and Streets). One indicator is unchanged.",
            Summary(Proposed("Bins", 93, 90), Proposed("Streets", 94, 90), Keep("Parks")));

    [Theory]
    [InlineData(Polarity.HigherIsBetter, 95, 92.0, "Floor standard up from 90% to 92% (asks more)")]
    [InlineData(Polarity.HigherIsBetter, 93.5, 90.0, "Target down from 95% to 93.5% (asks less)")]
    [InlineData(Polarity.HigherIsBetter, 96, 91.0, "Target up from 95% to 96% (asks more); Floor standard up from 90% to 91% (asks more)")]
    [InlineData(Polarity.HigherIsBetter, 95, 90.0, "No change")]
    [InlineData(Polarity.HigherIsBetter, 95, null, "Floor standard of 90% dropped")]
    public void Change_SaysWhatAndWhichWay(Polarity polarity, double target, double? floor, string words) =>
        Assert.Equal(words, ProposalSentences.Change(Single(Proposed("Bins", (decimal)target, (decimal?)floor, Decision.Amend, polarity))));

    [Fact]
    public void Change_HigherLevelWhereLowerIsBetter_AsksLess()
    {
        var current = new Levels(SmallCouncil.Year.First, SmallCouncil.Year.Last, new Target(5, 10, Polarity.LowerIsBetter), null);
        var kpi = SmallCouncil.Kpi("Rent", 4, new Proposal(SmallCouncil.Year.Next, Decision.Amend, new Target(6, 10, Polarity.LowerIsBetter), null, "Why"), current, Polarity.LowerIsBetter);

        Assert.Equal("Target up from 5% to 6% (asks less)", ProposalSentences.Change(Single(kpi)));
    }

    private static string Summary(params IndicatorHistory[] indicators) => ProposalSentences.Summary(SmallCouncil.Dashboard(Council, indicators));

    private static ProposedIndicator Single(IndicatorHistory indicator) => SmallCouncil.Dashboard(Council, [indicator]).Proposals.Single();

    private static IndicatorHistory Keep(string title) => Proposed(title, 95, 90, Decision.Keep);

    private static IndicatorHistory Proposed(string title, decimal? target, decimal? floor, Decision decision = Decision.Amend, Polarity polarity = Polarity.HigherIsBetter) =>
        SmallCouncil.Kpi(title, 96, new Proposal(SmallCouncil.Year.Next, decision, target is { } level ? new Target(level, floor, polarity) : null, null, "Why"));
}
