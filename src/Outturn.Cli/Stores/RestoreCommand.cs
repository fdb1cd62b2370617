using System.CommandLine;
using Outturn.App.Backups;

namespace Outturn.Cli.Stores;

/// <summary>outturn restore: a store from a backup.</summary>
internal static class RestoreCommand
{
    private const string Notes = $"""
        Makes a store of a backup where there is nothing yet, on either engine; every table is checked, and so is the audit trail. All of it is
        restored or nothing. It never writes over a store: move the old one away first.
        {StoreOptions.Notes}

        Exit code: 0 restored, 1 refused (damaged, not a backup, something in the way), 2 wrong use.

        """;

    public static Command Create()
    {
        var file = new Argument<string>("FILE.zip") { Description = "A backup made by outturn backup." };
        var store = StoreOptions.Store();
        var accept = new Option<bool>("--accept-broken-trail") { Description = "Restore although the audit trail in the backup is broken." };
        var command = new Verb("restore", "Makes a store of a backup.", Notes) { file, store, accept };
        command.SetAction(async (parsed, cancel) =>
        {
            var streams = parsed.InvocationConfiguration;
            if (StoreOptions.Address(parsed.GetValue(store), streams) is not { } address)
            {
                return ExitCode.WrongUse;
            }

            using var line = streams.IsScreen() ? new ProgressLine(streams.Error) : null;
            var result = await Restore.RunAsync(parsed.GetRequiredValue(file), address, parsed.GetValue(accept), TimeProvider.System, line is null ? null : new SaidProgress(line), cancel);
            line?.Clear();
            switch (result)
            {
                case RestoreResult.Restored restored:
                    foreach (var broken in restored.Breaks)
                    {
                        streams.Error.WriteLine($"broken: {broken}");
                    }

                    streams.Output.WriteLine($"{address} holds {restored.Manifest.Tables.Sum(table => table.Rows):N0} rows of {restored.Manifest.Tables.Count} tables, each equal to what was backed up on {App.Stores.UkTime.Text(restored.Manifest.Made)}.");
                    return ExitCode.Done;
                case RestoreResult.Refused refused:
                    streams.Error.WriteLine($"outturn: {refused.Reason}");
                    return ExitCode.Refused;
                default:
                    throw new InvalidOperationException("A backup is restored or refused.");
            }
        });
        return command;
    }
}
