using Outturn.Core.Dashboards;
using Outturn.Core.Questions;

namespace Outturn.Core.Tests.Questions;

/// <summary>Which of the members' questions a meeting is shown.</summary>
public sealed class QuestionTests
{
    private static readonly Committee Panel = new("Panel", "Panel", []);
    private static readonly Committee Board = new("Board", "Board", []);
    private static readonly DateOnly Before = new(2020, 1, 15);
    private static readonly Meeting Meeting = new(Panel, new DateOnly(2020, 7, 29));
    private static readonly Question Asked = new("A1", 1, "Why did it fall?", "Member", new DateOnly(2020, 1, 20));

    [Fact]
    public void The_next_meeting_is_shown_what_is_open_and_what_was_answered_since_the_one_before()
    {
        Assert.True(Asked.IsShownAt(Meeting, [Panel], Before));
        Assert.True((Asked with { Answer = "Snow.", AnsweredOn = new DateOnly(2020, 2, 1) }).IsShownAt(Meeting, [Panel], Before));
        Assert.False((Asked with { AskedOn = new DateOnly(2019, 12, 1), Answer = "Snow.", AnsweredOn = Before }).IsShownAt(Meeting, [Panel], Before));
        Assert.False((Asked with { AskedOn = new DateOnly(2020, 7, 30) }).IsShownAt(Meeting, [Panel], Before));
    }

    [Fact]
    public void A_question_goes_to_the_committee_for_which_it_was_asked_or_else_to_all_that_read_the_indicator()
    {
        Assert.False(Asked.IsShownAt(Meeting, [Board], Before));
        Assert.True((Asked with { Committee = Panel }).IsShownAt(Meeting, [Board], Before));
        Assert.False((Asked with { Committee = Board }).IsShownAt(Meeting, [Panel, Board], Before));
    }

    [Fact]
    public void Its_state_says_how_far_it_has_come() => Assert.Equal(
        [QuestionState.Asked, QuestionState.Assigned, QuestionState.Answered],
        new[] { Asked, Asked with { AssignedTo = "Director" }, Asked with { AssignedTo = "Director", Answer = "Snow." } }.Select(question => question.State));

    [Theory]
    [InlineData(" ", "no words")]
    [InlineData("Why?", null)]
    public void Words_are_needed(string text, string? reason) => Assert.Equal(reason is null, Question.Refusal(text) is null);

    [Fact]
    public void A_speech_is_no_question() => Assert.Contains("4,000 at most", Question.Refusal(new string('x', 4001)));
}
