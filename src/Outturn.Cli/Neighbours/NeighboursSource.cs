using System.CommandLine;
using System.CommandLine.Parsing;
using Outturn.App.Outcomes;
using Outturn.App.Reference;
using Outturn.App.Registers;
using Outturn.Cli.Outcomes;
using Outturn.Cli.Reference;
using Outturn.Core.National;
using Outturn.Core.Neighbours;
using Outturn.Core.Outcomes;

namespace Outturn.Cli.Neighbours;

/// <summary>National data, the area that is asked about, and the groups and mapping of the council that asks, where one does.</summary>
internal sealed record NeighboursSource(ReferenceStore Reference, IReadOnlyDictionary<string, Area> Areas, Area? Area, IReadOnlyList<OwnGroup> Groups, IReadOnlyList<MetricLink> Links)
{
    public const string Notes = $"""
        The area is --area, or else that of the council in --council (its code in council.json). --council also brings its own groups.
        {ReferenceCommand.StoreNotes}

        Exit code: 0 done, 1 there is no such thing, 2 wrong use.

        """;

    public static Option<string?> Council() => new("--council") { HelpName = "FOLDER|STORE", Description = "The council whose own groups can be asked for, and whose area is meant." };

    public static Option<string?> AreaOption() => new("--area") { HelpName = "CODE", Description = "The code of the area: E10000016." };

    public static Option<string?> Set() => new("--neighbours") { HelpName = "SET", Description = "A published set by its name, an own group, or Computed; else the first published set." };

    public static Option<DateOnly?> Date() => new("--date") { HelpName = "DAY", Description = "The date of a published set that is there with several; else the latest.", CustomParser = OutcomesLink.ReadDay };

    public static Option<DateOnly?> On() => new("--on") { HelpName = "DAY", Description = "The day on which ages are told; else today.", CustomParser = OutcomesLink.ReadDay };

    /// <summary>Opens what a verb asks, and does something with it.</summary>
    /// <param name="needsArea">Whether it is about one area.</param>
    public static async Task<int> WithAsync(string? reference, string? council, string? area, bool needsArea, InvocationConfiguration streams, Func<NeighboursSource, Task<int>> work, CancellationToken cancel)
    {
        var (store, refusal) = await ReferenceStore.OpenAsync(ReferenceCommand.PathOf(reference), cancel);
        if (store is null)
        {
            return Screen.Refuse(refusal, streams);
        }

        await using (store)
        {
            (IReadOnlyList<OwnGroup> groups, IReadOnlyList<MetricLink> links) = ([], []);
            if (council is not null)
            {
                switch (await CouncilSource.ReadAsync(council, null, TimeProvider.System, cancel))
                {
                    case FolderResult.Refused refused:
                        Screen.Print(refused.Defects, streams, "nothing was looked up");
                        return ExitCode.Refused;
                    case FolderResult.Read read:
                        (groups, links) = (read.Register.Groups, read.Register.Links);
                        area ??= needsArea ? read.Register.Council.Code : null;
                        break;
                }
            }

            var areas = await store.AreasAsync(cancel);
            var found = area is null ? null : areas.GetValueOrDefault(area) ?? areas.Values.FirstOrDefault(known => known.IsCouncil && known.Name.Equals(area, StringComparison.OrdinalIgnoreCase));
            if (area is not null && found is null)
            {
                return Screen.Refuse($"There is no area {area} in the national data: give a code such as E10000016 by --area.", streams);
            }

            if (needsArea && found is null)
            {
                streams.Error.WriteLine("outturn: Say which area: --area CODE, or --council FOLDER|STORE.");
                return ExitCode.WrongUse;
            }

            return await work(new NeighboursSource(store, areas, found, groups, links));
        }
    }

    public string NameOf(string code) => Areas.TryGetValue(code, out var area) ? area.Name : code;

    public Task<(NeighbourSet? Set, string Refusal)> FindAsync(string? name, DateOnly? date, CancellationToken cancel) =>
        KnownSets.FindAsync(Reference, Groups, name, date, Area!.Code, OutcomesSource.Today, cancel);

    /// <summary>A number from 1 on; wrong use otherwise.</summary>
    public static int ReadCount(ArgumentResult argument)
    {
        if (int.TryParse(argument.Tokens[0].Value, out var count) && count >= 1)
        {
            return count;
        }

        argument.AddError($"\"{argument.Tokens[0].Value}\" is no number of councils: write 1 or more.");
        return 0;
    }
}
