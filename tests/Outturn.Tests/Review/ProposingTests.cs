using Outturn.App.Audit;
using Outturn.App.Review;
using Outturn.Core.Review;
using Outturn.Core.Targets;
using Outturn.Tests.Stores;
using static Outturn.Tests.Review.Reviewed;

namespace Outturn.Tests.Review;

/// <summary>What a service may propose, what the analyst may do with it, and what neither may.</summary>
public sealed class ProposingTests
{
    public static TheoryData<string> Engines => TestStore.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_proposal_goes_from_not_started_to_agreed_and_every_step_is_kept(string engine)
    {
        using var test = await OpenAsync(engine, proposed: false);
        Assert.All((await test.ReviewAsync()).Items, item => Assert.Equal(ReviewState.NotStarted, item.State));
        var keep = await test.ProposalAsync("CS01");
        Taken(await test.ProposeAsync("cs01", keep));
        Taken(await Challenging.ChallengeAsync(test.Store, Year, "CS01", "Why keep it?", Analyst, CancellationToken.None));
        Assert.Equal(ReviewState.Challenged, (await test.ItemAsync("CS01")).State);
        Assert.Equal(ReviewState.Challenged, (await test.ReviewAsync()).Services.Single(service => service.Service.Name == "Contact Centre").State);
        Taken(await Challenging.AnswerAsync(test.Store, Year, "CS01", "The contract says so.", Manager, _ => true, CancellationToken.None));
        Taken(await Challenging.AgreeAsync(test.Store, Year, ["CS01"], Analyst, null, CancellationToken.None));
        var item = await test.ItemAsync("CS01");
        Assert.Equal(keep, item.Proposal);
        Assert.Equal([(ReviewState.Proposed, null), (ReviewState.Challenged, "Why keep it?"), (ReviewState.Proposed, "The contract says so."), (ReviewState.Agreed, null)], item.Steps.Select(step => (step.State, step.Said)));
        Assert.True((await AuditTrail.VerifyAsync(test.Store, null, null, CancellationToken.None)).IsWhole);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Every_proposal_owes_a_rationale_and_says_what_it_does(string engine)
    {
        using var test = await OpenAsync(engine, proposed: false);
        var keep = await test.ProposalAsync("CS01");
        var raised = keep with { Target = new Target(98, 90, Polarity.HigherIsBetter) };
        var before = await test.ReadAsync("SELECT count(*) FROM audit_entry");
        Assert.Contains("every proposal owes one, keep included", Refused(await test.ProposeAsync("CS01", keep with { Rationale = " " })));
        Assert.Contains("To keep changes nothing", Refused(await test.ProposeAsync("CS01", raised)));
        Assert.Contains("Nothing is amended", Refused(await test.ProposeAsync("CS01", keep with { Decision = Decision.Amend })));
        Assert.Contains("Name the indicator that takes its place", Refused(await test.ProposeAsync("CS01", keep with { Decision = Decision.Replace })));
        Assert.Contains("cannot take its own place", Refused(await test.ProposeAsync("CS01", keep with { Decision = Decision.Replace, Successor = "CS01" })));
        Assert.Contains("A KPI without a target is not rated", Refused(await test.ProposeAsync("CS01", keep with { Decision = Decision.Amend, Target = null })));
        Assert.Contains("Only a changed definition breaks the series", Refused(await test.ProposeAsync("CS01", raised with { Decision = Decision.Amend, Breaks = true })));
        Assert.Contains("whose benchmark", Refused(await test.ProposeAsync("CS01", keep with { Benchmark = 96 })));
        Assert.Contains("A new indicator needs a title", Refused(await test.ProposeAsync("CS20", New with { Sheet = NewSheet with { Title = null } })));
        Assert.Contains("There is no committee", Refused(await test.ProposeAsync("CS20", New with { Sheet = NewSheet with { Committees = "Nobody" } })), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before, await test.ReadAsync("SELECT count(*) FROM audit_entry"));
        Taken(await test.ProposeAsync("CS01", raised with { Decision = Decision.Amend }));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Proposals_are_taken_all_or_none(string engine)
    {
        using var test = await OpenAsync(engine, proposed: false);
        SentProposal[] sent = [new("CS01", await test.ProposalAsync("CS01")), new("CS04a", await test.ProposalAsync("CS04a") with { Rationale = null })];
        Refused(await Proposing.RunAsync(test.Store, Year, sent, Manager, _ => true, CancellationToken.None));
        Assert.Equal(ReviewState.NotStarted, (await test.ItemAsync("CS01")).State);
        Assert.Contains("proposed twice", Refused(await Proposing.RunAsync(test.Store, Year, [sent[0], sent[0]], Manager, _ => true, CancellationToken.None)));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Nobody_learns_from_a_refusal_that_another_service_has_an_indicator(string engine)
    {
        using var test = await OpenAsync(engine);
        var there = Refused(await test.ProposeAsync("HR01", await test.ProposalAsync("HR01"), service: "Contact Centre"));
        var absent = Refused(await test.ProposeAsync("HR99", await test.ProposalAsync("HR01"), service: "Contact Centre"));
        Assert.Equal(absent, there.Replace("HR01", "HR99", StringComparison.Ordinal));
        Assert.Equal(
            Refused(await Challenging.AnswerAsync(test.Store, Year, "HR99", "So.", Manager, own => own == "Contact Centre", CancellationToken.None)),
            Refused(await Challenging.AnswerAsync(test.Store, Year, "HR01", "So.", Manager, own => own == "Contact Centre", CancellationToken.None)).Replace("HR01", "HR99", StringComparison.Ordinal));
        Assert.Contains("that you may propose for", Refused(await test.ProposeAsync("HR99", New with { Sheet = NewSheet with { Service = "Human Resources" } }, service: "Contact Centre")));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_is_agreed_changes_only_after_it_was_challenged_and_nobody_agrees_their_own(string engine)
    {
        using var test = await OpenAsync(engine, proposed: false);
        var keep = await test.ProposalAsync("CS01");
        Taken(await test.ProposeAsync("CS01", keep));
        Assert.Contains("yourself", Refused(await Challenging.AgreeAsync(test.Store, Year, ["CS01"], Manager, null, CancellationToken.None)));
        Taken(await Challenging.AgreeAsync(test.Store, Year, ["CS01"], Analyst, null, CancellationToken.None));
        Assert.Contains("is agreed", Refused(await test.ProposeAsync("CS01", keep with { Rationale = "Another." })));
        Assert.Contains("agreed already", Refused(await Challenging.AgreeAsync(test.Store, Year, ["CS01"], Director, null, CancellationToken.None)));
        Taken(await Challenging.ChallengeAsync(test.Store, Year, "CS01", "Think again.", Analyst, CancellationToken.None));
        Assert.Contains("waits for the service", Refused(await Challenging.AgreeAsync(test.Store, Year, ["CS01"], Analyst, null, CancellationToken.None)));
        Taken(await test.ProposeAsync("CS01", keep with { Rationale = "Another." }));
        Assert.Equal((ReviewState.Proposed, "Another."), (await test.ItemAsync("CS01") is var item ? (item.State, item.Proposal!.Rationale) : default));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Proposals_are_agreed_all_or_none_and_only_what_is_challenged_is_answered(string engine)
    {
        using var test = await OpenAsync(engine);
        Assert.Contains("no proposal for XX", Refused(await Challenging.AgreeAsync(test.Store, Year, ["CS01", "XX"], Analyst, null, CancellationToken.None)));
        Assert.Equal(ReviewState.Proposed, (await test.ItemAsync("CS01")).State);
        Assert.Contains("Nothing is asked", Refused(await Challenging.AnswerAsync(test.Store, Year, "CS01", "So.", Manager, _ => true, CancellationToken.None)));
        Assert.Contains("Say what you ask", Refused(await Challenging.ChallengeAsync(test.Store, Year, "CS01", " ", Analyst, CancellationToken.None)));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_new_indicator_can_be_taken_back_until_it_is_agreed(string engine)
    {
        using var test = await OpenAsync(engine);
        Taken(await test.ProposeAsync("CS20", New));
        Assert.True((await test.ItemAsync("CS20")).IsNew);
        Assert.Contains("no new indicator CS01", Refused(await Proposing.TakeBackAsync(test.Store, Year, "CS01", Manager, null, _ => true, CancellationToken.None)));
        Taken(await Proposing.TakeBackAsync(test.Store, Year, "CS20", Manager, "Too early.", _ => true, CancellationToken.None));
        Assert.Null((await test.ReviewAsync()).Find("CS20"));
        Taken(await test.ProposeAsync("CS20", New));
        Taken(await Challenging.AgreeAsync(test.Store, Year, ["CS20"], Analyst, null, CancellationToken.None));
        Assert.Contains("is agreed", Refused(await Proposing.TakeBackAsync(test.Store, Year, "CS20", Manager, null, _ => true, CancellationToken.None)));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_comment_is_recorded_with_its_day_and_becomes_agreed_not_agreed_or_an_action(string engine)
    {
        using var test = await OpenAsync(engine);
        var day = new DateOnly(2020, 6, 30);
        Taken(await Comments.RecordAsync(test.Store, Year, new RecordedComment("cs01", "Policy and Resources", "Mrs Brown", day, "Is 97% still a stretch?"), "clerk", CancellationToken.None));
        Taken(await Comments.RecordAsync(test.Store, Year, new RecordedComment(null, Committee, "Mr Green", day, "A shorter list, please."), "clerk", CancellationToken.None));
        Assert.Contains("no committee", Refused(await Comments.RecordAsync(test.Store, Year, new RecordedComment(null, "Nobody", "Mr Green", day, "So."), "clerk", CancellationToken.None)));
        Assert.Contains("in the future", Refused(await Comments.RecordAsync(test.Store, Year, new RecordedComment(null, Committee, "Mr Green", new DateOnly(2020, 7, 2), "So."), "clerk", CancellationToken.None)));
        Assert.Contains("not in the review", Refused(await Comments.RecordAsync(test.Store, Year, new RecordedComment("XX", Committee, "Mr Green", day, "So."), "clerk", CancellationToken.None)));
        Assert.Contains("why it is not agreed", Refused(await Comments.ReplyAsync(test.Store, Year, 1, " ", CommentOutcome.NotAgreed, Analyst, CancellationToken.None)));
        Assert.Contains("no comment 3", Refused(await Comments.ReplyAsync(test.Store, Year, 3, "So.", CommentOutcome.Agreed, Analyst, CancellationToken.None)));
        Taken(await Comments.ReplyAsync(test.Store, Year, 1, "The contract sets it.", CommentOutcome.NotAgreed, Analyst, CancellationToken.None));
        Taken(await Comments.ReplyAsync(test.Store, Year, 2, "Taken up next year.", CommentOutcome.NextReview, Analyst, CancellationToken.None));
        Assert.Equal(
            [("CS01", "Mrs Brown", "The contract sets it.", CommentOutcome.NotAgreed), (null, "Mr Green", "Taken up next year.", CommentOutcome.NextReview)],
            (await test.ReviewAsync()).Record!.Comments.Select(comment => (comment.Ref, comment.By, comment.Reply, comment.Outcome)));
    }
}
