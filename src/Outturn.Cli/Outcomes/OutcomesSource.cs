using System.CommandLine;
using Outturn.App.Outcomes;
using Outturn.App.Reference;
using Outturn.App.Registers;
using Outturn.Core.Dashboards;
using Outturn.Core.National;
using Outturn.Core.Neighbours;
using Outturn.Core.Outcomes;

namespace Outturn.Cli.Outcomes;

/// <summary>A council, and the framework in the national data that it is set beside.</summary>
internal sealed record OutcomesSource(Register Register, byte[]? Template, FrameworkEdition Framework, string ReferenceFile)
{
    public static Argument<string> Source() => new("FOLDER|STORE") { Description = "A council's folder or store." };

    public static Option<string> Reference() => new("--reference") { HelpName = "FILE", Description = "The national data (outturn reference import makes it).", DefaultValueFactory = _ => "reference.db" };

    public static Option<string?> Edition() => new("--edition") { HelpName = "NAME", Description = "The edition of the framework, by its name; else the latest." };

    public static Option<string?> Committee() => new("--committee") { HelpName = "NAME", Description = "The committee, by its name or short name." };

    /// <summary>Reads both, or says why not.</summary>
    public static async Task<(OutcomesSource? Source, int Code)> ReadAsync(string source, string reference, string? edition, InvocationConfiguration streams, CancellationToken cancel)
    {
        switch (await CouncilSource.ReadAsync(source, null, TimeProvider.System, cancel))
        {
            case FolderResult.Refused refused:
                Screen.Print(refused.Defects, streams);
                return (null, ExitCode.Refused);
            case FolderResult.Read read:
                Screen.Print(read.Warnings, streams);
                var (framework, refusal) = await FrameworkAsync(reference, edition, cancel);
                if (framework is null)
                {
                    return (null, Screen.Refuse(refusal, streams));
                }

                return (new OutcomesSource(read.Register, read.Template, framework, reference), ExitCode.Done);
            default:
                throw new InvalidOperationException("A council is read or refused.");
        }
    }

    public static async Task<(FrameworkEdition? Framework, string Refusal)> FrameworkAsync(string reference, string? edition, CancellationToken cancel)
    {
        var (store, refusal) = await ReferenceStore.OpenAsync(reference, cancel);
        if (store is null)
        {
            return (null, refusal);
        }

        await using (store)
        {
            var editions = await store.EditionsAsync(cancel);
            var named = editions.FirstOrDefault(known => edition is null || known.Edition.Equals(edition.Trim(), StringComparison.OrdinalIgnoreCase));
            return named.Framework is null
                ? (null, editions.Count == 0 ? $"{reference} holds no framework: outturn reference import takes one in." : $"there is no edition \"{edition}\". There {(editions.Count == 1 ? "is" : "are")}: {string.Join(", ", editions.Select(known => known.Edition))}.")
                : (await store.EditionAsync(named.Framework, named.Edition, cancel), "");
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
    public async Task<(IReadOnlyDictionary<string, Position>? Positions, NeighbourSet? Set, string Refusal)> PositionsAsync(string? area, string? neighbours, CancellationToken cancel)
    {
        var (store, _) = await ReferenceStore.OpenAsync(ReferenceFile, cancel);
        if (store is null)
        {
            return (new Dictionary<string, Position>(), null, "");
        }

        await using (store)
        {
            var code = area ?? Register.Council.Code;
            var (set, refusal) = await KnownSets.FindAsync(store, Register.Groups, neighbours, null, code, Today, cancel);
            return set is null && neighbours is not null ? (null, null, refusal) : (await Positions.OfAsync(store, Framework, code, set, Today, cancel), set, "");
        }
    }
}
