using Outturn.App.Audit;
using Outturn.App.Questions;
using Outturn.Core.Questions;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Questions;

/// <summary>A member's question from the asking to the answer, in a store.</summary>
public sealed class QuestionTests
{
    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task A_question_is_asked_assigned_and_answered_and_every_version_is_kept(string engine)
    {
        using var test = await TestStore.CreateAsync(engine);
        await StoreFixture.TakeAsync(test, "wealdshire");
        Assert.Equal(("GL02", 1), Taken(await StoredQuestions.AskAsync(test.Store, "gl02", " Why did it fall in March? ", null, "member", CancellationToken.None)));
        Assert.Equal(("GL02", 2), Taken(await StoredQuestions.AskAsync(test.Store, "GL02", "Who is to mend it?", "Policy and Resources Cabinet Committee", "member", CancellationToken.None)));
        test.Clock.Now = test.Clock.Now.AddDays(3);
        Taken(await StoredQuestions.AssignAsync(test.Store, "GL02", 1, "contact-manager", "clerk", null, CancellationToken.None));
        test.Clock.Now = test.Clock.Now.AddDays(2);
        Taken(await StoredQuestions.AnswerAsync(test.Store, "GL02", 1, "Two posts stood vacant.", "contact-manager", null, CancellationToken.None));
        Taken(await StoredQuestions.AnswerAsync(test.Store, "GL02", 1, "Three posts stood vacant.", "contact-manager", "Counted again.", CancellationToken.None));

        var questions = await StoredQuestions.ListAsync(test.Store, CancellationToken.None);
        Assert.Equal(
            new Question("GL02", 1, "Why did it fall in March?", "member", new DateOnly(2020, 7, 1), null, "Contact Centre Contract Manager", "Three posts stood vacant.", "contact-manager", new DateOnly(2020, 7, 6)),
            questions.Single(question => question.Number == 1));
        Assert.Equal((QuestionState.Asked, "Policy and Resources Cabinet Committee"), (questions.Single(question => question.Number == 2).State, questions.Single(question => question.Number == 2).Committee?.Name));
        Assert.Equal(["1", "2", "3", "4"], await test.ReadAsync("SELECT version FROM question WHERE number = 1 ORDER BY version"));
        Assert.True((await AuditTrail.VerifyAsync(test.Store, null, null, CancellationToken.None)).IsWhole);
    }

    [Fact]
    public async Task What_cannot_be_taken_is_refused_with_its_reason_and_nothing_is_written()
    {
        using var test = await TestStore.CreateAsync(TestStore.Sqlite);
        Assert.Contains("holds no council", Refused(await StoredQuestions.AskAsync(test.Store, "GL02", "Why?", null, "member", CancellationToken.None)));
        await StoreFixture.TakeAsync(test, "wealdshire");
        Assert.Contains("no indicator \"XX\"", Refused(await StoredQuestions.AskAsync(test.Store, "XX", "Why?", null, "member", CancellationToken.None)));
        Assert.Contains("no committee \"Nobody\"", Refused(await StoredQuestions.AskAsync(test.Store, "GL02", "Why?", "Nobody", "member", CancellationToken.None)));
        Assert.Contains("no words", Refused(await StoredQuestions.AskAsync(test.Store, "GL02", " ", null, "member", CancellationToken.None)));
        Assert.Contains("no question 1", Refused(await StoredQuestions.AnswerAsync(test.Store, "GL02", 1, "So.", "x", null, CancellationToken.None)));
        Taken(await StoredQuestions.AskAsync(test.Store, "GL02", "Why?", null, "member", CancellationToken.None));
        Assert.Contains("no post \"nobody\"", Refused(await StoredQuestions.AssignAsync(test.Store, "GL02", 1, "nobody", "clerk", null, CancellationToken.None)));
        Taken(await StoredQuestions.AnswerAsync(test.Store, "GL02", 1, "So.", "x", null, CancellationToken.None));
        Assert.Contains("answered already", Refused(await StoredQuestions.AssignAsync(test.Store, "GL02", 1, "contact-manager", "clerk", null, CancellationToken.None)));
        Assert.Equal(["3"], await test.ReadAsync("SELECT count(*) FROM audit_entry"));
    }

    private static (string, int) Taken(QuestionResult result) => Assert.IsType<QuestionResult.Taken>(result) is var taken ? (taken.Ref, taken.Number) : default;

    private static string Refused(QuestionResult result) => Assert.IsType<QuestionResult.Refused>(result).Reason;
}
