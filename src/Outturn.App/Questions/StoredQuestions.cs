using Microsoft.EntityFrameworkCore;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.Dashboards;
using Outturn.Core.Questions;

namespace Outturn.App.Questions;

/// <summary>What came of a step with a question.</summary>
public abstract record QuestionResult
{
    private QuestionResult()
    {
    }

    public sealed record Taken(string Ref, int Number) : QuestionResult;

    public sealed record Refused(string Reason) : QuestionResult;
}

/// <summary>Members' questions in a store: asked about an indicator, assigned to a post, answered.</summary>
public static class StoredQuestions
{
    private const string AskAction = "ask";
    private const string AssignAction = "assign question";
    private const string AnswerAction = "answer question";

    internal static readonly string[] Actions = [AskAction, AssignAction, AnswerAction];

    /// <param name="committeeName">Name or short name of the committee for which it is asked; null for all that the indicator is reported to.</param>
    public static Task<QuestionResult> AskAsync(Store store, string reference, string text, string? committeeName, string who, CancellationToken cancel) =>
        TakeAsync(store, new Act(who, AskAction, reference), async (writing, register) =>
        {
            if (Question.Refusal(text) is { } refusal)
            {
                return (null, refusal);
            }

            if (register.Find(reference) is not { } found)
            {
                return (null, $"There is no indicator \"{reference}\" in the register.");
            }

            Committee? committee = null;
            if (committeeName is not null && (committee = register.Committees.FirstOrDefault(known => known.IsCalled(committeeName))) is null)
            {
                return (null, register.NoCommittee(committeeName));
            }

            var number = await writing.Db.Set<QuestionFact>().Where(fact => fact.Ref == found.Indicator.Ref).MaxAsync(fact => (int?)fact.Number, cancel) ?? 0;
            return (new QuestionFact { Ref = found.Indicator.Ref, Number = number + 1, Version = 1, AskedBy = writing.Who, Committee = committee?.Name, QuestionWords = writing.Words(text.Trim()) }, null);
        }, cancel);

    /// <param name="post">Short name or title of the post that is to answer.</param>
    public static Task<QuestionResult> AssignAsync(Store store, string reference, int number, string post, string who, string? why, CancellationToken cancel) =>
        NextAsync(store, reference, number, new Act(who, AssignAction, $"{reference}, question {number}", why), (last, register, _) =>
            register.Posts.FirstOrDefault(known => known.Id.Equals(post, StringComparison.OrdinalIgnoreCase) || known.Title.Equals(post, StringComparison.OrdinalIgnoreCase)) is not { } found
                ? (null, $"There is no post \"{post}\" in the register: posts are kept in posts.csv and imported.")
                : last.AnswerWords is not null ? (null, $"Question {number} about {last.Ref} is answered already.")
                : last.AssignedTo == found.Title ? (null, $"{found.Title} is to answer it already.")
                : (Next(last, found.Title, last.AnswerWords, last.AnsweredBy), null), cancel);

    /// <summary>Answers a question; an answer that is there is kept as the version before.</summary>
    public static Task<QuestionResult> AnswerAsync(Store store, string reference, int number, string text, string who, string? why, CancellationToken cancel) =>
        NextAsync(store, reference, number, new Act(who, AnswerAction, $"{reference}, question {number}", why), (last, _, writing) =>
            Question.Refusal(text) is { } refusal ? (null, refusal) : (Next(last, last.AssignedTo, writing.Words(text.Trim()), writing.Who), null), cancel);

    /// <summary>Every question, the newest first.</summary>
    public static Task<IReadOnlyList<Question>> ListAsync(Store store, CancellationToken cancel) => store.ReadAsync<IReadOnlyList<Question>>(
        async db => await StoredRegister.ReadAsync(db, long.MaxValue, UkTime.DayOf(store.Now()), cancel, withFigures: false) is { } register
            ? await ReadAsync(db, register, cancel) : [],
        cancel);

    private static QuestionFact Next(QuestionFact last, string? assignedTo, string? answerWords, string? answeredBy) => new()
    {
        Ref = last.Ref, Number = last.Number, Version = last.Version + 1, AskedBy = last.AskedBy, Committee = last.Committee, QuestionWords = last.QuestionWords,
        AssignedTo = assignedTo, AnswerWords = answerWords, AnsweredBy = answeredBy,
    };

    private static Task<QuestionResult> NextAsync(
        Store store, string reference, int number, Act act, Func<QuestionFact, Register, Writing, (QuestionFact? Fact, string? Refusal)> next, CancellationToken cancel) =>
        TakeAsync(store, act, async (writing, register) =>
        {
            var own = register.Find(reference)?.Indicator.Ref ?? reference;
            var last = (await writing.Db.KnownAsync<QuestionFact>(long.MaxValue, cancel, fact => fact.Ref == own && fact.Number == number)).SingleOrDefault();
            return last is null ? (null, $"There is no question {number} about {own}: outturn question list shows those that were asked.") : next(last, register, writing);
        }, cancel);

    private static Task<QuestionResult> TakeAsync(Store store, Act act, Func<Writing, Register, Task<(QuestionFact? Fact, string? Refusal)>> decide, CancellationToken cancel) =>
        store.WriteAsync<QuestionResult>(act, async writing =>
        {
            if (await StoredRegister.ReadAsync(writing.Db, long.MaxValue, UkTime.DayOf(writing.At), cancel, withFigures: false) is not { } register)
            {
                return new QuestionResult.Refused(CouncilSource.NoCouncil);
            }

            var (fact, refusal) = await decide(writing, register);
            if (fact is null)
            {
                writing.Abandon();
                return new QuestionResult.Refused(refusal!);
            }

            writing.Add(fact);
            return new QuestionResult.Taken(fact.Ref, fact.Number);
        }, cancel);

    /// <summary>Every question, the newest first.</summary>
    internal static async Task<IReadOnlyList<Question>> ReadAsync(CouncilDb db, Register register, CancellationToken cancel)
    {
        var versions = await (
            from fact in db.Set<QuestionFact>().AsNoTracking()
            join entry in db.Entries on fact.Entry equals entry.Number
            orderby fact.Version
            select new { Fact = fact, entry.At }).ToListAsync(cancel);
        var words = await StoredWords.OfAsync(db, versions.SelectMany(version => new[] { version.Fact.QuestionWords, version.Fact.AnswerWords }), cancel);
        return
        [
            .. (from all in versions.GroupBy(version => version.Fact.Key).Select(all => all.ToList())
               let last = all[^1].Fact
               where !last.Withdrawn
               select new Question(
                   last.Ref, last.Number, words[last.QuestionWords] ?? "", last.AskedBy, UkTime.DayOf(all[0].At), register.Committees.FirstOrDefault(known => known.Name == last.Committee),
                   last.AssignedTo, words[last.AnswerWords], last.AnsweredBy,
                   last.AnswerWords is { } answer ? UkTime.DayOf(all.First(version => version.Fact.AnswerWords == answer).At) : null))
                .OrderByDescending(question => question.AskedOn).ThenBy(question => question.Ref, StringComparer.Ordinal).ThenByDescending(question => question.Number),
        ];
    }
}
