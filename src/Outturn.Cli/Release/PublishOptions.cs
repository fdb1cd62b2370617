using System.CommandLine;
using Outturn.App.Registers;
using Outturn.App.Release;
using Outturn.App.Stores;
using Outturn.Cli.Stores;
using Outturn.Core.Papers;
using Outturn.Core.People;
using Outturn.Core.Release;
using Outturn.Web.Access;
using Outturn.Web.Parts;
using Outturn.Web.Release;

namespace Outturn.Cli.Release;

/// <summary>What the verbs of a report's way have in common: the store, the report, and how a step is taken and told.</summary>
internal static class PublishOptions
{
    public const string Codes = "Exit code: 0 done, 1 the data says no (with every reason), 2 wrong use.";

    public const string Store = """
        STORE is a file, or a PostgreSQL connection: "Host=SERVER;Database=NAME;Search Path=SCHEMA". REPORT is a report's name as outturn
        publish status lists it: policy-and-resources-2025-26.
        """;

    /// <summary>What a verb's help says below its options.</summary>
    /// <param name="example">What is written after "outturn publish".</param>
    public static string NotesOf(string example) => $"""
          outturn publish {example}

        {Store}

        {Codes}

        """;

    public static Argument<string> StoreArgument() => new("STORE") { Description = "The council's store: a file, or a PostgreSQL connection." };

    public static Argument<string> Report() => new("REPORT") { Description = "The report's name." };

    public static Option<string> Reference() => new("--reference") { HelpName = "FILE", Description = "The national data, for a mapping to an outcomes framework.", DefaultValueFactory = _ => "reference.db" };

    /// <summary>Makes a verb do something with a report that was begun.</summary>
    public static Verb Does(this Verb command, Argument<string> store, Argument<string> report, Option<string?> actor, Func<Step, ParseResult, CancellationToken, Task<int>> work)
    {
        var reference = Reference();
        command.Add(reference);
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(parsed.GetRequiredValue(store), parsed.InvocationConfiguration, TimeProvider.System, async opened =>
        {
            using var live = new LiveCouncil(opened);
            var now = await live.ReadAsync(cancel);
            var name = parsed.GetRequiredValue(report);
            return now.Life(name) is not { } life
                ? Screen.Refuse($"There is no report \"{name}\": {(now.Lives.Count == 0 ? "none was begun yet (outturn publish begin)" : $"there {(now.Lives.Count == 1 ? "is" : "are")} {string.Join(", ", now.Lives.Select(known => known.Name))}")}.", parsed.InvocationConfiguration)
                : await work(new Step(opened, now, life, StoreOptions.ActorOf(parsed.GetValue(actor)), parsed.GetRequiredValue(reference)), parsed, cancel);
        }, cancel));
        return command;
    }

    /// <summary>Makes a verb take a step of a report.</summary>
    /// <param name="page">The page on which it is taken, for those whose account says what they may.</param>
    /// <param name="isOfTwo">Whether it is one of the steps for which it matters that two people take them.</param>
    public static Verb Takes(this Verb command, Argument<string> store, Argument<string> report, Option<string?> actor, string page, bool isOfTwo, string done, Func<Step, ParseResult, CancellationToken, Task<StepResult>> take) =>
        command.Does(store, report, actor, async (step, parsed, cancel) =>
        {
            var result = step.Refusal(page, isOfTwo) ?? await take(step, parsed, cancel);
            var code = Print(result, done, parsed.InvocationConfiguration);
            if (result is StepResult.Refused)
            {
                parsed.InvocationConfiguration.Error.WriteLine($"outturn: {Standing(step.Life)} Next: {NextStep(step.Life)}");
            }

            return code;
        });

    /// <summary>"policy-and-resources-2025-26 is in review."; of a later edition on its way which one it is.</summary>
    private static string Standing(ReportLife life) => life.OnItsWay is { Number: > 1 } later
        ? $"The {later.Kind.Name()} of {life.Name} is {later.State.Text().ToLowerInvariant()}."
        : $"{life.Name} is {life.Text.ToLowerInvariant()}.";

    /// <summary>What comes next on a report's way, and the verb for it.</summary>
    public static string NextStep(ReportLife life)
    {
        var edition = life.Last;
        return edition switch
        {
            { Kind: EditionKind.Withdrawal, IsIssued: false } => $"outturn publish confirm-withdrawal, by somebody other than {edition.BegunBy}.",
            { State: EditionState.Draft } => "outturn publish review sends it to those who sign its sections off.",
            { State: EditionState.InReview } => "outturn publish sign signs a section off, and outturn publish sign-off the whole; outturn publish checklist says what stops it.",
            { State: EditionState.SignedOff } => $"outturn publish schedule, by somebody other than {edition.PreparedBy}.",
            { State: EditionState.Scheduled } => $"outturn publish run, or outturn serve, releases it on {UkTime.Text(edition.ReleaseAt!.Value)}; outturn publish back takes it back.",
            _ when life.IsWithdrawn => "outturn publish correct begins an edition that takes its place.",
            _ => "outturn publish correct, supplement or withdraw begins another edition.",
        };
    }

    public static int Print(StepResult result, string done, InvocationConfiguration streams)
    {
        if (result is StepResult.Refused refused)
        {
            foreach (var reason in refused.Reasons)
            {
                streams.Error.WriteLine($"outturn: {reason}");
            }

            return ExitCode.Refused;
        }

        streams.Output.WriteLine(done);
        return ExitCode.Done;
    }

    /// <summary>A report in a store as a verb works with it.</summary>
    /// <param name="Reference">The file of the national data, which need not be there.</param>
    internal sealed record Step(Store Store, CouncilNow Now, ReportLife Life, string Who, string Reference)
    {
        /// <summary>Why whoever acts may not; null where they may. An account may what its roles reach on the pages. Whoever works on the store itself and has none keeps the record for others, but is neither of the two people by whom a report goes out, once anybody has an account.</summary>
        public StepResult? Refusal(string page, bool isOfTwo) => Now.People.Values.FirstOrDefault(known => Person.IsSame(known.Account, Who)) switch
        {
            { } person when person.May(page) => null,
            { } person => new StepResult.Refused([$"The roles of {person.Account} do not reach this step: {Words.List(person.Roles.Select(role => role.Name()))}."]),
            null when isOfTwo && Now.People.Count > 0 => new StepResult.Refused([$"{Who} has no account here: two different people sign a report off and release it, so --as names the account of the one who does it."]),
            _ => null,
        };

        /// <summary>The draft; null, with the reason, where there can be none.</summary>
        public async Task<(DraftPaper? Draft, string Refusal)> DraftAsync(CancellationToken cancel)
        {
            using var reference = new LiveReference(Reference);
            return await new DraftPapers(reference, new KnownThen(Store)).OfAsync(Now, Life, cancel);
        }

        /// <summary>Takes a step on the draft, with what stops its sign-off; refuses where there can be no draft.</summary>
        public async Task<StepResult> OnDraftAsync(Func<DraftPaper, Task<StepResult>> take, CancellationToken cancel)
        {
            var (draft, refusal) = await DraftAsync(cancel);
            if (draft is null)
            {
                return new StepResult.Refused([refusal]);
            }

            var blocking = ReportChecks.Blocking(await new ReportChecks(Store).OfAsync(Now, Life, draft, cancel));
            return await take(draft with { AsItIs = draft.AsItIs with { Blocking = blocking } });
        }
    }
}
