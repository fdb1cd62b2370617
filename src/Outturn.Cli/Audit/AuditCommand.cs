using System.CommandLine;
using Outturn.App.Audit;
using Outturn.App.Stores;
using Outturn.Cli.Stores;

namespace Outturn.Cli.Audit;

/// <summary>outturn audit: the audit trail: list, show, verify, redact.</summary>
internal static class AuditCommand
{
    private const string VerifyNotes = $"""
        Reads every entry, fact, text and file, and names each that was edited, deleted, put in, swapped or cut off.
        It prints the head of the trail. Note it elsewhere, with the day: --noted NUMBER:HASH proves later that nothing up to
        it was written anew, which a store by itself cannot.
        {StoreOptions.Notes}

        Exit code: 0 whole, 1 broken (with every place), 2 wrong use.

        """;

    private const string RedactNotes = $"""
        Takes every text that contains the phrase out of the store, in all its versions: commentary, notes, reasons, names of
        posts. What is left is its digest and a mark, so the trail still verifies. It cannot be undone, and backups that were made
        before still hold the text. Without --yes it lists the texts and changes nothing.
        {StoreOptions.Notes}

        Exit code: 0 done, 1 there is no such text or no reason, 2 wrong use.

        """;

    public static Command Create() => new("audit", "The audit trail: who changed what, when and why.") { List(), Show(), Verify(), Redact() };

    private static Command List()
    {
        var store = StoreOptions.Store();
        var who = new Option<string?>("--who") { HelpName = "POST", Description = "Only what this post did." };
        var action = new Option<string?>("--action") { HelpName = "WORD", Description = "Only this: import, submit, approve ..." };
        var about = new Option<string?>("--about") { HelpName = "TEXT", Description = "Only what was done to this: a ref, a file, a period." };
        var most = new Option<int>("--most") { HelpName = "N", Description = "How many, newest first.", DefaultValueFactory = _ => 50 };
        var before = new Option<long?>("--before") { HelpName = "NUMBER", Description = "Only entries before this one: the next page." };
        var command = new Command("list", "Lists changes, newest first.") { store, who, action, about, most, before };
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(parsed.GetValue(store), parsed.InvocationConfiguration, TimeProvider.System, async opened =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var filter = new AuditFilter(parsed.GetValue(who), parsed.GetValue(action), parsed.GetValue(about), Before: parsed.GetValue(before), Most: Math.Clamp(parsed.GetValue(most), 1, 10_000));
            var lines = await AuditList.ReadAsync(opened, filter, cancel);
            foreach (var line in lines)
            {
                output.WriteLine(Text(line));
            }

            output.WriteLine(lines.Count == 0 ? "Nothing was changed that fits this." : lines.Count == filter.Most && lines[^1].Number > 1 ? $"The next: --before {lines[^1].Number}. One whole: outturn audit show NUMBER." : "One whole: outturn audit show NUMBER.");
            return ExitCode.Done;
        }, cancel));
        return command;
    }

    private static Command Show()
    {
        var number = new Argument<long>("NUMBER") { Description = "The entry's number." };
        var store = StoreOptions.Store();
        var command = new Command("show", "Shows one change whole: what was before, and what after.") { number, store };
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(parsed.GetValue(store), parsed.InvocationConfiguration, TimeProvider.System, async opened =>
        {
            var (output, wanted) = (parsed.InvocationConfiguration.Output, parsed.GetValue(number));
            if (await AuditList.ReadAsync(opened, wanted, cancel) is not { } detail)
            {
                parsed.InvocationConfiguration.Error.WriteLine($"outturn: there is no entry {wanted}.");
                return ExitCode.Refused;
            }

            output.WriteLine(Text(detail.Line));
            output.WriteLine($"hash {detail.Hash}" + (detail.SourceDigest is { } digest ? $", file {digest}" : ""));
            foreach (var change in detail.Changes)
            {
                output.WriteLine($"  {change}");
            }

            if (detail.NotListed > 0)
            {
                output.WriteLine($"  ... and {detail.NotListed:N0} more");
            }

            return ExitCode.Done;
        }, cancel));
        return command;
    }

    private static Verb Verify()
    {
        var store = StoreOptions.Store();
        var noted = new Option<(long, string)?>("--noted")
        {
            HelpName = "NUMBER:HASH",
            Description = "A head that was noted earlier.",
            CustomParser = argument =>
            {
                if (argument.Tokens[0].Value.Split(':') is [var number, { Length: 64 } hash] && long.TryParse(number, out var known))
                {
                    return (known, hash.ToLowerInvariant());
                }

                argument.AddError("Write the head as it was printed: NUMBER:HASH.");
                return null;
            },
        };
        var command = new Verb("verify", "Finds any edit, deletion, insertion, swap or cut.", VerifyNotes) { store, noted };
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(parsed.GetValue(store), parsed.InvocationConfiguration, TimeProvider.System, async opened =>
        {
            var streams = parsed.InvocationConfiguration;
            using var line = streams.IsScreen() ? new ProgressLine(streams.Error) : null;
            var verdict = await AuditTrail.VerifyAsync(opened, parsed.GetValue(noted), line is null ? null : new Progress<string>(line.Say), cancel);
            line?.Clear();
            foreach (var found in verdict.Breaks)
            {
                streams.Error.WriteLine($"broken: {found}");
            }

            streams.Output.WriteLine($"{verdict.Entries:N0} entries and {verdict.Facts:N0} facts: {(verdict.IsWhole ? "as they were written" : "NOT as they were written")}."
                + (verdict.Redacted > 0 ? $" {verdict.Redacted:N0} text{(verdict.Redacted == 1 ? " was" : "s were")} redacted." : ""));
            streams.Output.WriteLine($"head {verdict.Entries}:{verdict.Head}");
            return verdict.IsWhole ? ExitCode.Done : ExitCode.Refused;
        }, cancel));
        return command;
    }

    private static Verb Redact()
    {
        var phrase = new Argument<string>("PHRASE") { Description = "What the texts contain, letter by letter." };
        var (store, actor, why) = (StoreOptions.Store(), StoreOptions.Actor(), StoreOptions.Why());
        var yes = new Option<bool>("--yes") { Description = "Redact the texts that are listed without it." };
        var command = new Verb("redact", "Takes a text that names a person out of the store for good.", RedactNotes) { phrase, store, yes, actor, why };
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(parsed.GetValue(store), parsed.InvocationConfiguration, TimeProvider.System, async opened =>
        {
            var streams = parsed.InvocationConfiguration;
            if (!parsed.GetValue(yes))
            {
                var found = await Redaction.FindAsync(opened, parsed.GetRequiredValue(phrase), cancel);
                foreach (var wording in found)
                {
                    streams.Output.WriteLine($"  {wording.Content}");
                }

                streams.Output.WriteLine(found.Count == 0 ? "No text contains this." : $"{found.Count:N0} text{(found.Count == 1 ? "" : "s")}. To redact {(found.Count == 1 ? "it" : "them")} for good, add --yes --why TEXT.");
                return found.Count == 0 ? ExitCode.Refused : ExitCode.Done;
            }

            switch (await Redaction.RunAsync(opened, parsed.GetRequiredValue(phrase), StoreOptions.ActorOf(parsed.GetValue(actor)), parsed.GetValue(why), cancel))
            {
                case RedactionResult.Redacted redacted:
                    streams.Output.WriteLine($"{redacted.Texts:N0} text{(redacted.Texts == 1 ? " was" : "s were")} redacted. Backups made before still hold {(redacted.Texts == 1 ? "it" : "them")}.");
                    return ExitCode.Done;
                case RedactionResult.Refused refused:
                    streams.Error.WriteLine($"outturn: {refused.Reason}");
                    return ExitCode.Refused;
                default:
                    throw new InvalidOperationException("A text is redacted or not.");
            }
        }, cancel));
        return command;
    }

    private static string Text(AuditLine line) =>
        $"{line.Number,6}  {UkTime.Text(line.At)}  {line.Who}  {line.Action} {line.Subject}, {line.Facts:N0} fact{(line.Facts == 1 ? "" : "s")}{(line.Why is { } why ? $": {why}" : "")}";
}
