using System.CommandLine;
using Outturn.App.Stores;

namespace Outturn.Cli.Stores;

/// <summary>outturn init: an empty store.</summary>
internal static class InitCommand
{
    private const string Notes = $"""
        Makes an empty store for one council. What is there already is left alone.
        {StoreOptions.Notes}

        Exit code: 0 done, 1 there is something already or it cannot be made, 2 wrong use.

        """;

    public static Command Create()
    {
        var store = StoreOptions.Store();
        var command = new Verb("init", "Makes an empty store for a council's register and figures.", Notes) { store };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(store), parsed.InvocationConfiguration, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string? store, InvocationConfiguration streams, CancellationToken cancel)
    {
        if (StoreOptions.Address(store, streams) is not { } address)
        {
            return ExitCode.WrongUse;
        }

        switch (await Store.CreateAsync(address, TimeProvider.System, cancel))
        {
            case StoreResult.Opened:
                streams.Output.WriteLine($"{address} is a new store. Next:");
                streams.Output.WriteLine("  outturn import FOLDER     takes a council's folder in (outturn new FOLDER writes one to begin with)");
                streams.Output.WriteLine("  outturn doctor            says what is in order and what is not");
                return ExitCode.Done;
            case StoreResult.Refused refused:
                streams.Error.WriteLine($"outturn: {refused.Reason}");
                return ExitCode.Refused;
            default:
                throw new InvalidOperationException("A store is made or refused.");
        }
    }
}
