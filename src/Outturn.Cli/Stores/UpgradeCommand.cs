using System.CommandLine;
using System.Globalization;
using Outturn.App.Backups;
using Outturn.App.Stores;

namespace Outturn.Cli.Stores;

/// <summary>outturn upgrade: a store of an earlier version brought up to date.</summary>
internal static class UpgradeCommand
{
    private const string Notes = $"""
        Copies the store first, then takes every step in one transaction: when one fails, the store is as it was.
        {StoreOptions.Notes}

        Exit code: 0 up to date, 1 refused, 2 wrong use.

        """;

    public static Command Create()
    {
        var store = StoreOptions.Store();
        var copy = new Option<string?>("--copy") { HelpName = "FILE", Description = "Where the copy goes; beside the store if nothing is said." };
        var command = new Verb("upgrade", "Brings a store of an earlier version up to date, after copying it.", Notes) { store, copy };
        command.SetAction(async (parsed, cancel) =>
        {
            var streams = parsed.InvocationConfiguration;
            if (StoreOptions.Address(parsed.GetValue(store), streams) is not { } address)
            {
                return ExitCode.WrongUse;
            }

            var stamp = TimeProvider.System.GetLocalNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
            var to = parsed.GetValue(copy) ?? (address is StoreAddress.SqliteFile file ? $"{file.Path}-before-{stamp}.db" : $"outturn-before-{stamp}.zip");
            switch (await Upgrade.RunAsync(address, to, TimeProvider.System, cancel))
            {
                case UpgradeResult.Done done:
                    streams.Output.WriteLine(done.Steps.Count == 0 ? "The store is up to date." : $"Done: {string.Join(", ", done.Steps)}. What it was before is in {done.Backup}.");
                    return ExitCode.Done;
                case UpgradeResult.Refused refused:
                    streams.Error.WriteLine($"outturn: {refused.Reason}");
                    return ExitCode.Refused;
                default:
                    throw new InvalidOperationException("A store is brought up to date or not.");
            }
        });
        return command;
    }
}
