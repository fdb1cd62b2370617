using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Outturn.App;
using Outturn.App.Release;
using Outturn.App.Stores;
using Outturn.Cli.Stores;
using Outturn.Core.Release;
using Outturn.Web.Parts;
using Outturn.Web.Release;

namespace Outturn.Cli.Release;

/// <summary>The release of a report: scheduled, rehearsed, made, and copied to the public store.</summary>
internal static class PublishRelease
{
    private const string ScheduleNotes = $"""
        Makes every file of a report that another person signed off, and keeps them; at the time exactly these become public. outturn serve
        releases it, or outturn publish run from a scheduler. A PDF needs LibreOffice: where it is not installed, --without-pdf says that the
        report goes out without one; where it fails, nothing is scheduled.

          outturn publish schedule council.db policy-and-resources-2025-26 --at "07/07/2026 09:30" --as releaser

        {PublishOptions.Store}

        {PublishOptions.Codes}

        """;

    private const string RunNotes = $"""
        Releases what is scheduled and whose time is over, and copies what is issued to the public store, until all of it is there. It may be run
        again and again, by several machines at once: a report is released once, and never early by this machine's clock. Stopped anywhere, the
        next run goes on.

          outturn publish run council.db --public public.db

        {PublishOptions.Store}

        {PublishOptions.Codes}

        """;

    private const string RehearseNotes = $"""
        Goes the whole way to the issue on a clone of the store, and writes the files with "{Rehearsal.Mark}" on every page. Nothing can become public
        from a clone, and it is deleted at the end. Says what would stop the sign-off today.

          outturn publish rehearse council.db policy-and-resources-2025-26 --out rehearsal

        {PublishOptions.Store}

        {PublishOptions.Codes}

        """;

    public static Verb Schedule()
    {
        var (store, report, actor) = (PublishOptions.StoreArgument(), PublishOptions.Report(), StoreOptions.Actor());
        var at = new Option<DateTime>("--at") { HelpName = "DAY TIME", Description = "When it becomes public, in this country's time: \"07/07/2026 09:30\"; or now.", Required = true, CustomParser = ReadInstant };
        var withoutPdf = new Option<bool>("--without-pdf") { Description = "Where LibreOffice is not installed: it goes out without a PDF, for good." };
        return new Verb("schedule", "Makes a report's files and schedules their release.", ScheduleNotes) { store, report, at, withoutPdf, actor }.Takes(store, report, actor, "/Reports/Schedule", true, "Its files are made, and kept until then.", (step, parsed, cancel) => step.OnDraftAsync(async draft =>
        {
            var releaseAt = parsed.GetValue(at);
            if (EditionRules.ScheduleRefusal(step.Life.Last, step.Who, draft.AsItIs.ContentDigest, releaseAt, step.Store.Clock.GetUtcNow().UtcDateTime) is { } early)
            {
                return new StepResult.Refused([early]);
            }

            var (made, reason) = await EditionMaking.MakeAsync(step.Store, draft, step.Life, releaseAt, cancel);
            if (made is null)
            {
                return new StepResult.Refused([reason]);
            }

            if (made.Refusal(parsed.GetValue(withoutPdf)) is { } unprinted)
            {
                return new StepResult.Refused([unprinted]);
            }

            var result = await ReportSteps.ScheduleAsync(step.Store, step.Life.Name, draft.AsItIs, made.Title, made.Files, releaseAt, step.Who, cancel);
            if (result is StepResult.Taken)
            {
                parsed.InvocationConfiguration.Output.WriteLine($"It is released on {UkTime.Text(releaseAt)}{(made.NoPdf is null ? "" : ", without a PDF")}.");
            }

            return result;
        }, cancel));
    }

    /// <summary>The instant (UTC) of a day and an hour in this country, or of this moment.</summary>
    private static DateTime ReadInstant(ArgumentResult argument)
    {
        if (argument.Tokens is [{ Value: "now" }])
        {
            return TimeProvider.System.GetUtcNow().UtcDateTime;
        }

        if (DateTime.TryParseExact(argument.Tokens.Count == 1 ? argument.Tokens[0].Value.Trim() : "", ["dd/MM/yyyy HH:mm", "d/M/yyyy H:mm", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
        {
            var (day, hour) = (DateOnly.FromDateTime(read), TimeOnly.FromDateTime(read));
            if (UkTime.Refusal(day, hour) is not { } missing)
            {
                return UkTime.InstantOf(day, hour);
            }

            argument.AddError(missing);
            return default;
        }

        argument.AddError($"\"{argument.Tokens[0].Value}\" is no day and time: write them like \"07/07/2026 09:30\".");
        return default;
    }

    public static Verb ConfirmWithdrawal()
    {
        var (store, report, actor) = (PublishOptions.StoreArgument(), PublishOptions.Report(), StoreOptions.Actor());
        return new Verb("confirm-withdrawal", "Withdraws a report that somebody else proposed to withdraw: at once. A correction can take its place later.", PublishOptions.NotesOf("confirm-withdrawal council.db policy-and-resources-2025-26 --as releaser")) { store, report, actor }.Takes(store, report, actor, "/Reports/Withdraw", true, "The report is withdrawn.", async (step, _, cancel) =>
        {
            var at = step.Store.Clock.GetUtcNow().UtcDateTime;
            return await EditionMaking.TombstoneAsync(step.Store, step.Life, at, cancel) is not { } tombstone ? new StepResult.Refused(["Nothing of it is issued yet."])
                : await Issuing.WithdrawAsync(step.Store, step.Life.Name, tombstone.File, tombstone.Bytes, tombstone.Title, at, step.Who, cancel);
        });
    }

    public static Verb Run()
    {
        var store = PublishOptions.StoreArgument();
        var file = new Option<string?>("--public") { HelpName = "FILE", Description = "The public store, which is made where it is not there." };
        var command = new Verb("run", "Releases what is due, and copies what is issued to the public store.", RunNotes) { store, file };
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(parsed.GetRequiredValue(store), parsed.InvocationConfiguration, TimeProvider.System, async opened =>
        {
            var streams = parsed.InvocationConfiguration;
            var (path, owed) = (parsed.GetValue(file), 0);
            if (path is not null)
            {
                // What was issued before goes first: nothing is issued for a file that takes none of it.
                (owed, var wrong) = await Publisher.RunAsync(opened, path, cancel);
                if (wrong is not null)
                {
                    return Screen.Refuse(wrong, streams);
                }
            }

            var issued = await Issuing.IssueDueAsync(opened, new ReleaseClock(opened.Clock).Now(), cancel);
            if (issued.Count == 0)
            {
                streams.Output.WriteLine("Nothing is due.");
            }

            foreach (var (report, number) in issued)
            {
                streams.Output.WriteLine($"Issued {report}, edition {number}.");
            }

            if (path is not null)
            {
                var (copied, refusal) = await Publisher.RunAsync(opened, path, cancel);
                if (refusal is not null)
                {
                    return Screen.Refuse(refusal, streams);
                }

                copied += owed;
                streams.Output.WriteLine($"{path}: {(copied == 0 ? "all that is issued is there" : $"{copied} edition{(copied == 1 ? "" : "s")} copied")}.");
            }

            return ExitCode.Done;
        }, cancel));
        return command;
    }

    public static Verb Rehearse()
    {
        var (store, report) = (PublishOptions.StoreArgument(), PublishOptions.Report());
        var folder = new Option<string>("--out") { HelpName = "DIR", Description = "Where the files go.", DefaultValueFactory = _ => "rehearsal" };
        var national = PublishOptions.Reference();
        var command = new Verb("rehearse", "Rehearses the issue of a report on a clone of the store.", RehearseNotes) { store, report, folder, national };
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(parsed.GetRequiredValue(store), parsed.InvocationConfiguration, TimeProvider.System, async opened =>
        {
            var (streams, path) = (parsed.InvocationConfiguration, parsed.GetRequiredValue(folder));
            try
            {
                Directory.CreateDirectory(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return Screen.Refuse($"{path} is no folder that files can be put into: {e.Message}", streams);
            }

            var scratch = Directory.CreateTempSubdirectory("outturn-rehearsal-");
            try
            {
                using var line = streams.IsScreen() ? new ProgressLine(streams.Error) : null;
                var (clone, refusal) = await RehearsalStore.MakeAsync(opened, scratch.FullName, line is null ? null : new SaidProgress(line), cancel);
                line?.Clear();
                if (clone is null)
                {
                    return Screen.Refuse(refusal, streams);
                }

                using var reference = new LiveReference(parsed.GetRequiredValue(national));
                var (done, reason) = await Rehearsal.RunAsync(clone, parsed.GetRequiredValue(report), reference, cancel);
                Store.Release(clone.Address);
                if (done is null)
                {
                    return Screen.Refuse(reason, streams);
                }

                WholeFile.WriteAll([.. done.Made.Files.Select(file => (Path.Combine(path, $"rehearsal-{file.File.Name}"), (Action<Stream>)(stream => stream.Write(file.Bytes))))]);
                streams.Output.WriteLine($"{done.Made.Files.Count} files in {path}, each page marked \"{Rehearsal.Mark}\"; nothing was made public.");
                if (done.Made.Refusal(withoutPdf: false) is { } unprinted)
                {
                    streams.Error.WriteLine($"outturn: {unprinted}");
                }

                streams.Output.WriteLine(done.Blocking.Count == 0 ? "Nothing would stop the sign-off today." : "What would stop the sign-off today:");
                foreach (var stop in done.Blocking)
                {
                    streams.Output.WriteLine($"  {stop}");
                }

                return ExitCode.Done;
            }
            finally
            {
                scratch.Delete(recursive: true);
            }
        }, cancel));
        return command;
    }
}
