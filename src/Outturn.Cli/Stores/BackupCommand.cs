using System.CommandLine;
using Outturn.App.Backups;

namespace Outturn.Cli.Stores;

/// <summary>outturn backup: one archive of the whole store.</summary>
internal static class BackupCommand
{
    private const string Notes = $"""
        One archive of everything: every version of every fact, the audit trail, evidence, the Word template and keys. It is made while others
        work, and kept only after it was restored into a scratch store and every table came out the same. It restores to either engine.
        {StoreOptions.Notes}

        Exit code: 0 made and verified, 1 not made, 2 wrong use.

        """;

    public static Command Create()
    {
        var file = new Argument<string>("FILE.zip") { Description = "The archive." };
        var store = StoreOptions.Store();
        var replace = new Option<bool>("--replace") { Description = "Write over the file that is there." };
        var command = new Verb("backup", "Makes one archive of the whole store, and proves that it can be restored.", Notes) { file, store, replace };
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(parsed.GetValue(store), parsed.InvocationConfiguration, TimeProvider.System, async opened =>
        {
            var (streams, path) = (parsed.InvocationConfiguration, parsed.GetRequiredValue(file));
            using var line = streams.IsScreen() ? new ProgressLine(streams.Error) : null;
            var result = await Backup.MakeAsync(opened, path, parsed.GetValue(replace), line is null ? null : new SaidProgress(line), cancel);
            line?.Clear();
            switch (result)
            {
                case BackupResult.Made made:
                    streams.Output.WriteLine($"{path}: {made.Manifest.Tables.Sum(table => table.Rows):N0} rows of {made.Manifest.Tables.Count} tables, {made.Bytes / 1024.0 / 1024.0:N1} MB, restored into a scratch store and found equal.");
                    streams.Output.WriteLine($"head {made.Manifest.HeadNumber}:{made.Manifest.HeadHash}");
                    return ExitCode.Done;
                case BackupResult.Refused refused:
                    streams.Error.WriteLine($"outturn: {refused.Reason}");
                    return ExitCode.Refused;
                default:
                    throw new InvalidOperationException("A backup is made or refused.");
            }
        }, cancel));
        return command;
    }
}
