using System.CommandLine;
using Outturn.App.Collection;
using Outturn.Cli.Stores;
using Outturn.Core.Collection;

namespace Outturn.Cli.Collection;

/// <summary>outturn round: what is due from whom, who is late, and the steps of figures on their way.</summary>
internal static class RoundCommand
{
    private const string OpenNotes = $"""
        A round asks for every figure whose period ends within its own: a quarter's takes three months of a monthly indicator. It feeds
        the meeting whose data_to is its last day, unless --meeting names another; figures are due by their lag, and by the last day
        on which papers can be issued five clear days before that meeting.
        {StoreOptions.Notes}

        Exit code: 0 done, 1 nothing would be due, 2 wrong use.

        """;

    private const string StepNotes = $"""
        Takes figures of a round together, or none of them, with a reason for each that cannot: all that have come so far, or those of --ref or
        --service. Who entered a figure does not approve it; returning and unlocking need --why.
        {StoreOptions.Notes}

        Exit code: 0 done, 1 refused (with every reason), 2 wrong use.

        """;

    public static Command Create() => new("round", "Rounds of collection: what is due from whom, who is late, approving and locking.")
    {
        Open(), List(), Show(), Remind(),
        Step("approve", CollectionVerb.Approve, "Approves what was submitted.", CollectionState.Submitted),
        Step("return", CollectionVerb.Return, "Returns what was submitted, with a reason.", CollectionState.Submitted),
        Step("lock", CollectionVerb.Lock, "Locks what is approved: it changes no more.", CollectionState.Approved),
        Step("unlock", CollectionVerb.Unlock, "Unlocks what is locked, with a reason.", CollectionState.Locked),
    };

    private static Verb Open()
    {
        var (period, store, actor, why) = (PeriodArgument.Create(), StoreOptions.Store(), StoreOptions.Actor(), StoreOptions.Why());
        var meeting = new Option<DateOnly?>("--meeting") { HelpName = "DAY", Description = "The day of the meeting that it feeds (29/07/2020).", CustomParser = KnownOn.Day };
        var command = new Verb("open", "Opens the round of a period.", OpenNotes) { period, meeting, store, actor, why };
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(parsed.GetValue(store), parsed.InvocationConfiguration, TimeProvider.System, async opened =>
        {
            switch (await Rounds.OpenAsync(opened, parsed.GetRequiredValue(period)!.Value, parsed.GetValue(meeting), StoreOptions.ActorOf(parsed.GetValue(actor)), parsed.GetValue(why), cancel))
            {
                case OpenRoundResult.Opened round:
                    RoundText.Print(round.Round, parsed.InvocationConfiguration.Output);
                    return ExitCode.Done;
                case OpenRoundResult.Refused refused:
                    parsed.InvocationConfiguration.Error.WriteLine($"outturn: {refused.Reason}");
                    return ExitCode.Refused;
                default:
                    throw new InvalidOperationException("A round is opened or refused.");
            }
        }, cancel));
        return command;
    }

    private static Command List()
    {
        var store = StoreOptions.Store();
        var command = new Command("list", "Lists the rounds that were opened.") { store };
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(parsed.GetValue(store), parsed.InvocationConfiguration, TimeProvider.System, async opened =>
        {
            var rounds = await Rounds.ListAsync(opened, cancel);
            foreach (var round in rounds)
            {
                parsed.InvocationConfiguration.Output.WriteLine(round.ToString());
            }

            if (rounds.Count == 0)
            {
                parsed.InvocationConfiguration.Output.WriteLine("No round was opened yet: outturn round open \"Q1 2020/21\" opens one.");
            }

            return ExitCode.Done;
        }, cancel));
        return command;
    }

    private static Command Show() => Viewing("show", "Shows what a round asks for, and how far each figure has come.", RoundText.Print);

    private static Command Remind() => Viewing("remind", "Lists for each owner what is outstanding, the overdue first.", RoundText.PrintReminders);

    private static Command Viewing(string name, string summary, Action<RoundView, TextWriter> print)
    {
        var (period, store) = (PeriodArgument.Create(), StoreOptions.Store());
        var command = new Command(name, summary) { period, store };
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(parsed.GetValue(store), parsed.InvocationConfiguration, TimeProvider.System, async opened =>
        {
            if (await Rounds.ReadAsync(opened, parsed.GetRequiredValue(period)!.Value, cancel) is not { } round)
            {
                parsed.InvocationConfiguration.Error.WriteLine("outturn: the store holds no council yet: outturn import FOLDER takes a register in.");
                return ExitCode.Refused;
            }

            print(round, parsed.InvocationConfiguration.Output);
            return ExitCode.Done;
        }, cancel));
        return command;
    }

    private static Verb Step(string name, CollectionVerb verb, string summary, CollectionState from)
    {
        var (period, store, actor, why) = (PeriodArgument.Create(), StoreOptions.Store(), StoreOptions.Actor(), StoreOptions.Why());
        var refs = new Option<string[]>("--ref") { HelpName = "REF", Description = "Only this indicator; may be said again.", AllowMultipleArgumentsPerToken = true };
        var service = new Option<string?>("--service") { HelpName = "NAME", Description = "Only this service." };
        var command = new Verb(name, summary, StepNotes) { period, refs, service, store, actor, why };
        var approved = new Option<bool>("--approved-only") { Description = "Lock what is approved, though the round has more." };
        if (verb == CollectionVerb.Lock)
        {
            command.Add(approved);
        }

        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(parsed.GetValue(store), parsed.InvocationConfiguration, TimeProvider.System, async opened =>
        {
            var streams = parsed.InvocationConfiguration;
            if (await Rounds.ReadAsync(opened, parsed.GetRequiredValue(period)!.Value, cancel) is not { } round)
            {
                streams.Error.WriteLine("outturn: the store holds no council yet: outturn import FOLDER takes a register in.");
                return ExitCode.Refused;
            }

            var chosen = Chosen(round, parsed.GetValue(refs) ?? [], parsed.GetValue(service));
            var isAll = parsed.GetValue(refs) is null or [] && (verb != CollectionVerb.Lock || parsed.GetValue(approved));
            var figures = chosen.Where(figure => !isAll || StateOf(round, figure) == from).ToList();
            if (figures.Count == 0)
            {
                streams.Error.WriteLine($"outturn: there is nothing here to {name}: outturn round show lists how far each figure has come.");
                return ExitCode.Refused;
            }

            switch (await RoundSteps.TakeAsync(opened, [.. figures.Select(figure => (figure.Indicator.Ref, figure.Period))], new CollectionStep(verb, StoreOptions.ActorOf(parsed.GetValue(actor)), parsed.GetValue(why)), cancel))
            {
                case StepsResult.Taken taken:
                    streams.Output.WriteLine($"{taken.Figures.Count:N0} figure{(taken.Figures.Count == 1 ? "" : "s")}: {RoundText.Done(verb)}.");
                    return ExitCode.Done;
                case StepsResult.Refused refused:
                    foreach (var reason in refused.Reasons)
                    {
                        streams.Error.WriteLine($"refused: {reason}");
                    }

                    streams.Error.WriteLine($"None of the {figures.Count:N0} figures was touched."
                        + (verb == CollectionVerb.Lock && !parsed.GetValue(approved) ? " --approved-only locks those that are approved." : ""));
                    return ExitCode.Refused;
                default:
                    throw new InvalidOperationException("A step is taken or refused.");
            }
        }, cancel));
        return command;
    }

    private static IEnumerable<DueFigure> Chosen(RoundView round, string[] refs, string? service) => round.Progress.Due.Figures.Where(figure =>
        (refs.Length == 0 || refs.Contains(figure.Indicator.Ref, StringComparer.OrdinalIgnoreCase))
        && (service is null || figure.Indicator.Service.Name.Equals(service.Trim(), StringComparison.OrdinalIgnoreCase)));

    private static CollectionState StateOf(RoundView round, DueFigure figure) =>
        round.States.GetValueOrDefault((figure.Indicator.Ref, figure.Period), FigureState.Awaited).State;
}
