using System.CommandLine;
using Outturn.App.Questions;
using Outturn.App.Stores;
using Outturn.Cli.Stores;
using Outturn.Core.Questions;

namespace Outturn.Cli.Questions;

/// <summary>outturn question: what members ask about indicators, and what they are answered.</summary>
internal static class QuestionCommand
{
    private const string Notes = $"""
        A question stays with its indicator, and every version of its answer is kept. A meeting is shown the open ones that were asked
        before it, and those answered since the meeting before.
        {StoreOptions.Notes}

        Exit code: 0 done, 1 refused, 2 wrong use.

        """;

    public static Command Create() => new("question", "Members' questions about indicators: asked, assigned, answered.") { Ask(), List(), Assign(), Answer() };

    private static Verb Ask()
    {
        var (reference, text, store, actor) = (Reference(), new Argument<string>("TEXT") { Description = "The question." }, StoreOptions.Store(), StoreOptions.Actor());
        var committee = new Option<string?>("--committee") { HelpName = "NAME", Description = "The committee for which it is asked; else all that read of the indicator." };
        var command = new Verb("ask", "Asks a question about an indicator.", Notes) { reference, text, committee, store, actor };
        Step(command, store, "asked", (opened, parsed, who, cancel) => StoredQuestions.AskAsync(opened, parsed.GetRequiredValue(reference), parsed.GetRequiredValue(text), parsed.GetValue(committee), who, cancel), actor);
        return command;
    }

    private static Verb Assign()
    {
        var (reference, number, post) = (Reference(), Number(), new Argument<string>("POST") { Description = "The post that is to answer: its short name or title." });
        var (store, actor, why) = (StoreOptions.Store(), StoreOptions.Actor(), StoreOptions.Why());
        var command = new Verb("assign", "Says which post is to answer a question.", Notes) { reference, number, post, store, actor, why };
        Step(command, store, "assigned", (opened, parsed, who, cancel) =>
            StoredQuestions.AssignAsync(opened, parsed.GetRequiredValue(reference), parsed.GetValue(number), parsed.GetRequiredValue(post), who, parsed.GetValue(why), cancel), actor);
        return command;
    }

    private static Verb Answer()
    {
        var (reference, number, text) = (Reference(), Number(), new Argument<string>("TEXT") { Description = "The answer." });
        var (store, actor, why) = (StoreOptions.Store(), StoreOptions.Actor(), StoreOptions.Why());
        var command = new Verb("answer", "Answers a question.", Notes) { reference, number, text, store, actor, why };
        Step(command, store, "answered", (opened, parsed, who, cancel) =>
            StoredQuestions.AnswerAsync(opened, parsed.GetRequiredValue(reference), parsed.GetValue(number), parsed.GetRequiredValue(text), who, parsed.GetValue(why), cancel), actor);
        return command;
    }

    private static Verb List()
    {
        var store = StoreOptions.Store();
        var reference = new Option<string?>("--ref") { HelpName = "REF", Description = "Only about this indicator." };
        var open = new Option<bool>("--open") { Description = "Only those without an answer." };
        var command = new Verb("list", "Lists questions, the newest first.", Notes) { reference, open, store };
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(parsed.GetValue(store), parsed.InvocationConfiguration, TimeProvider.System, async opened =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var questions = (await StoredQuestions.ListAsync(opened, cancel))
                .Where(question => (parsed.GetValue(reference) is not { } only || question.Ref.Equals(only, StringComparison.OrdinalIgnoreCase)) && (!parsed.GetValue(open) || question.State != QuestionState.Answered))
                .ToList();
            foreach (var question in questions)
            {
                Print(question, output);
            }

            if (questions.Count == 0)
            {
                output.WriteLine("There is no such question: outturn question ask REF TEXT asks one.");
            }

            return ExitCode.Done;
        }, cancel));
        return command;
    }

    private static void Print(Question question, TextWriter output)
    {
        output.WriteLine($"{question.Ref}, question {question.Number}, asked by {question.AskedBy} on {question.AskedOn:dd/MM/yyyy}{(question.Committee is { } committee ? $" for {committee.Name}" : "")}:");
        output.WriteLine($"  {question.Text}");
        output.WriteLine(question switch
        {
            { Answer: { } answer } => $"  Answered by {question.AnsweredBy} on {question.AnsweredOn:dd/MM/yyyy}: {answer}",
            { AssignedTo: { } post } => $"  To be answered by {post}.",
            _ => "  Nobody is named yet to answer it.",
        });
    }

    private static void Step(
        Verb command, Option<string?> store, string done, Func<Store, ParseResult, string, CancellationToken, Task<QuestionResult>> take, Option<string?> actor) =>
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(parsed.GetValue(store), parsed.InvocationConfiguration, TimeProvider.System, async opened =>
        {
            switch (await take(opened, parsed, StoreOptions.ActorOf(parsed.GetValue(actor)), cancel))
            {
                case QuestionResult.Taken taken:
                    parsed.InvocationConfiguration.Output.WriteLine($"{taken.Ref}, question {taken.Number}: {done}.");
                    return ExitCode.Done;
                case QuestionResult.Refused refused:
                    parsed.InvocationConfiguration.Error.WriteLine($"outturn: {refused.Reason}");
                    return ExitCode.Refused;
                default:
                    throw new InvalidOperationException("A step is taken or refused.");
            }
        }, cancel));

    private static Argument<string> Reference() => new("REF") { Description = "The indicator." };

    private static Argument<int> Number() => new("NUMBER") { Description = "The question's number, as outturn question list shows it." };
}
