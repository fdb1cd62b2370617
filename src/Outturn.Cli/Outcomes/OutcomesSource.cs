using System.CommandLine;
using Outturn.App.Outcomes;
using Outturn.App.Reference;
using Outturn.App.Registers;
using Outturn.Core.Dashboards;
using Outturn.Core.National;
using Outturn.Core.Outcomes;

namespace Outturn.Cli.Outcomes;

/// <summary>A council, and the framework in the national data that it is set beside.</summary>
internal sealed record OutcomesSource(Register Register, byte[]? Template, FrameworkEdition Framework, string ReferenceFile)
{
    public static Argument<string> Source() => new("FOLDER|STORE") { Description = "A council's folder or store." };

    public static Option<string> Reference() => new("--reference") { HelpName = "FILE", Description = "The national data (outturn reference import makes it).", DefaultValueFactory = _ => "reference.db" };

    public static Option<string?> FrameworkOption() => new("--framework") { HelpName = "NAME", Description = "The framework, by its name; else the one to whose metrics most indicators stand." };

    public static Option<string?> Edition() => new("--edition") { HelpName = "NAME", Description = "The edition of the framework, by its name; else the latest." };

    public static Option<string?> Area() => new("--area") { HelpName = "CODE", Description = "The code of the council's area, where council.json does not give it." };

    public static Option<string?> Neighbours() => new("--neighbours") { HelpName = "SET", Description = "The set of similar councils, by its name: a published one, the council's own, or Computed." };

    public static Option<string?> Committee() => new("--committee") { HelpName = "NAME", Description = "The committee, by its name or short name." };

    /// <summary>Reads both, or says why not.</summary>
    public static async Task<(OutcomesSource? Source, int Code)> ReadAsync(string source, string reference, FrameworkChoice choice, InvocationConfiguration streams, CancellationToken cancel)
    {
        switch (await CouncilSource.ReadAsync(source, null, TimeProvider.System, cancel))
        {
            case FolderResult.Refused refused:
                Screen.Print(refused.Defects, streams);
                return (null, ExitCode.Refused);
            case FolderResult.Read read:
                Screen.Print(read.Warnings, streams);
                var (framework, refusal) = await FromAsync(reference, store => Frameworks.FindAsync(store, choice, read.Register.Links, cancel), cancel);
                return framework is null ? (null, Screen.Refuse(refusal, streams)) : (new OutcomesSource(read.Register, read.Template, framework, reference), ExitCode.Done);
            default:
                throw new InvalidOperationException("A council is read or refused.");
        }
    }

    /// <summary>What is asked of the reference store; null, with the reason, where it cannot be opened either.</summary>
    public static async Task<(T? Found, string Refusal)> FromAsync<T>(string reference, Func<ReferenceStore, Task<(T? Found, string Refusal)>> ask, CancellationToken cancel)
        where T : class
    {
        var (store, refusal) = await ReferenceStore.OpenAsync(reference, cancel);
        if (store is null)
        {
            return (null, refusal);
        }

        await using (store)
        {
            return await ask(store);
        }
    }

    /// <summary>The part of it that is on a committee's dashboard, or all of it.</summary>
    public Coverage Coverage(Committee? committee) => Core.Outcomes.Coverage.Of(Framework, Register.Links, Core.Outcomes.Coverage.Counted(Register, committee, Today));

    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);

    /// <summary>The committee of that name; null with a refusal where there is none.</summary>
    public (Committee? Committee, string? Refusal) Find(string? name) =>
        name is null ? (null, null)
        : Register.Committees.FirstOrDefault(committee => committee.IsCalled(name)) is { } found ? (found, null)
        : (null, Register.NoCommittee(name));

    /// <summary>What is published for the council's own area, where its code is that of one.</summary>
    /// <returns>Null, with the reason, where the set that was asked for is not there.</returns>
    public Task<(PublishedHere? Published, string Refusal)> PublishedAsync(string? area, string? neighbours, CancellationToken cancel) => FromAsync<PublishedHere>(ReferenceFile, async store =>
    {
        var code = area ?? Register.Council.Code;
        var (set, refusal) = await KnownSets.FindAsync(store, Register.Groups, neighbours, null, code, Today, cancel);
        return set is null && neighbours is not null ? (null, refusal)
            : (await store.AreasAsync(cancel)).TryGetValue(code, out var ours) ? (new PublishedHere(ours.Name, set, await Positions.OfAsync(store, Framework, code, set, Today, cancel)), "")
            : (PublishedHere.Nothing, "");
    }, cancel);
}
