using System.CommandLine;
using Outturn.App.Stores;

namespace Outturn.Cli.Stores;

/// <summary>The options of every verb that works in a store: which store, who acts, and why.</summary>
internal static class StoreOptions
{
    private const string StoreVariable = "OUTTURN_STORE";
    private const string ActorVariable = "OUTTURN_AS";
    private const string StandardStore = "outturn.db";

    public const string Notes = """
        The store is --store, or else the variable OUTTURN_STORE, or else the file outturn.db in this folder. It is a file, or a
        PostgreSQL connection: "Host=SERVER;Database=NAME;Search Path=SCHEMA" or postgresql://USER@SERVER/NAME?search_path=SCHEMA.
        A password is best left to OUTTURN_STORE or PGPASSFILE: what stands on a command line can be seen by others.
        """;

    public static Option<string?> Store() => new("--store") { HelpName = "STORE", Description = "The council's store: a file, or a PostgreSQL connection." };

    public static Option<string?> Actor() => new("--as") { HelpName = "POST", Description = "Who does it, for the audit trail; else OUTTURN_AS, else the name you are signed in by." };

    public static Option<string?> Why() => new("--why") { HelpName = "TEXT", Description = "Why, for the audit trail." };

    /// <summary>Who acts.</summary>
    public static string ActorOf(string? said) =>
        new[] { said, Environment.GetEnvironmentVariable(ActorVariable), Environment.UserName }.First(name => !string.IsNullOrWhiteSpace(name))!.Trim();

    /// <summary>Where the store is; null, with the reason said, where the address cannot be read.</summary>
    public static StoreAddress? Address(string? said, InvocationConfiguration streams)
    {
        var text = new[] { said, Environment.GetEnvironmentVariable(StoreVariable), StandardStore }.First(name => !string.IsNullOrWhiteSpace(name))!;
        var address = StoreAddress.Read(text, out var refusal);
        if (address is null)
        {
            streams.Error.WriteLine($"outturn: {refusal}");
        }

        return address;
    }

    /// <summary>Opens the store and does something with it; says why when it cannot be opened.</summary>
    public static async Task<int> WithStoreAsync(string? said, InvocationConfiguration streams, TimeProvider clock, Func<Store, Task<int>> work, CancellationToken cancel)
    {
        if (Address(said, streams) is not { } address)
        {
            return ExitCode.WrongUse;
        }

        switch (await App.Stores.Store.OpenAsync(address, clock, cancel))
        {
            case StoreResult.Opened opened:
                return await work(opened.Store);
            case StoreResult.Refused refused:
                streams.Error.WriteLine($"outturn: {refused.Reason}");
                return ExitCode.Refused;
            default:
                throw new InvalidOperationException("A store is opened or refused.");
        }
    }
}
