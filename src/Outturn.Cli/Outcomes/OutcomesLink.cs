using System.CommandLine;
using System.CommandLine.Parsing;
using Outturn.App.Outcomes;
using Outturn.App.Registers;
using Outturn.Cli.Stores;
using Outturn.Core.Outcomes;

namespace Outturn.Cli.Outcomes;

/// <summary>outturn outcomes link and unlink: keeps how an indicator stands to a metric, and takes it back.</summary>
internal static class OutcomesLink
{
    private const string Notes = $"""
        outturn outcomes link LOF-08-01 PH02 --relation near --note "Ages 4 to 5, not Year 6"
        outturn outcomes link LOF-13-01 --relation "not ours" --note "The districts collect household waste."
        Relations: same, near (say how it differs), proxy (in the year and local), contributes; or, without an indicator, none (say why) or
        not ours (another tier's duty).
        {StoreOptions.Notes}

        Exit code: 0 done, 1 refused, 2 wrong use.

        """;

    public static Command Link()
    {
        var (metric, reference) = (Metric(), Ref());
        var relation = new Option<Relation?>("--relation") { HelpName = "WORD", Required = true, Description = "same, near, proxy, contributes, none or \"not ours\".", CustomParser = ReadRelation };
        var note = new Option<string?>("--note") { HelpName = "TEXT", Description = "How it differs, or why there is none." };
        var review = new Option<DateOnly?>("--review-on") { HelpName = "DAY", Description = "When it is looked at again.", CustomParser = ReadDay };
        var (national, framework, edition, store, actor) = (OutcomesSource.Reference(), OutcomesSource.FrameworkOption(), OutcomesSource.Edition(), StoreOptions.Store(), StoreOptions.Actor());
        var command = new Verb("link", "Keeps how an indicator stands to a metric, or that none does.", Notes) { metric, reference, relation, note, review, national, framework, edition, store, actor };
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(parsed.GetValue(store), parsed.InvocationConfiguration, TimeProvider.System, async opened =>
        {
            var streams = parsed.InvocationConfiguration;
            var choice = new FrameworkChoice(parsed.GetValue(framework), parsed.GetValue(edition));
            var (found, refusal) = await OutcomesSource.FromAsync(parsed.GetRequiredValue(national), from => Frameworks.WithMetricAsync(from, choice, parsed.GetRequiredValue(metric), cancel), cancel);
            if (found is null)
            {
                return Screen.Refuse(refusal, streams);
            }

            var said = new SaidLink(parsed.GetRequiredValue(metric), parsed.GetValue(reference), parsed.GetValue(relation)!.Value, parsed.GetValue(note), parsed.GetValue(review));
            return Told(await Mapping.KeepAsync(opened, found, said, StoreOptions.ActorOf(parsed.GetValue(actor)), cancel), streams, "kept");
        }, cancel));
        return command;
    }

    public static Command Unlink()
    {
        var (metric, reference, store, actor, why) = (Metric(), Ref(), StoreOptions.Store(), StoreOptions.Actor(), StoreOptions.Why());
        var command = new Verb("unlink", "Takes back how an indicator was said to stand to a metric.", $"{StoreOptions.Notes}\n\nExit code: 0 done, 1 refused, 2 wrong use.\n\n") { metric, reference, store, actor, why };
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(parsed.GetValue(store), parsed.InvocationConfiguration, TimeProvider.System, async opened =>
            Told(await Mapping.UnlinkAsync(opened, parsed.GetRequiredValue(metric), parsed.GetValue(reference), StoreOptions.ActorOf(parsed.GetValue(actor)), parsed.GetValue(why), cancel), parsed.InvocationConfiguration, "taken back"), cancel));
        return command;
    }

    private static int Told(MappingResult result, InvocationConfiguration streams, string what)
    {
        switch (result)
        {
            case MappingResult.Kept kept:
                streams.Output.WriteLine($"{kept.Link.MetricId}{(kept.Link.Ref is { } reference ? $", {reference}" : "")}: {kept.Link.Relation.Name()}, {what}.");
                return ExitCode.Done;
            case MappingResult.Refused refused:
                return Screen.Refuse(refused.Reason, streams);
            default:
                throw new InvalidOperationException("A link is kept or refused.");
        }
    }

    private static Argument<string> Metric() => new("METRIC") { Description = "The metric's id in the framework: LOF-08-01." };

    private static Argument<string?> Ref() => new("REF") { Description = "The indicator; none where no indicator stands for the metric.", Arity = ArgumentArity.ZeroOrOne };

    private static Relation? ReadRelation(ArgumentResult argument)
    {
        var relation = Relations.Read(argument.Tokens[0].Value);
        if (relation is null)
        {
            argument.AddError($"\"{argument.Tokens[0].Value}\" is no relation: write same, near, proxy, contributes, none or \"not ours\".");
        }

        return relation;
    }

    internal static DateOnly? ReadDay(ArgumentResult argument)
    {
        if (DateText.TryRead(argument.Tokens[0].Value, out var day))
        {
            return day;
        }

        argument.AddError($"\"{argument.Tokens[0].Value}\" is not a date: write it like 31/03/2027.");
        return null;
    }
}
