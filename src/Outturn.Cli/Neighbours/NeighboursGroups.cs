using System.CommandLine;
using Outturn.App.Outcomes;
using Outturn.App.Reference;
using Outturn.App.Registers;
using Outturn.Cli.Outcomes;
using Outturn.Cli.Reference;
using Outturn.Cli.Stores;
using Outturn.Core.National;
using Outturn.Core.Neighbours;
using Outturn.Core.Papers;

namespace Outturn.Cli.Neighbours;

/// <summary>outturn neighbours group, ungroup and import: the council's own groups, kept in its store.</summary>
internal static class NeighboursGroups
{
    private const string GroupNotes = $"""
        outturn neighbours group "South East counties" E10000012 E10000014 E10000011 --reason "The network that we meet every quarter." --as analyst
        Councils stand in the order in which they are named, the most similar first. A group of that name becomes what is said; what it was
        stays in the audit trail. Where the reference store is there, a code that it does not know is refused.
        {StoreOptions.Notes}

        Exit code: 0 done, 1 refused, 2 wrong use.

        """;

    private const string ImportNotes = $"""
        outturn neighbours import neighbours.csv --as analyst
        Columns, in any order: group, date, reason, source, place, member (the code of its area); one row for each council of a group. date
        and reason stand in a group's first row. All rows are taken, or none and every bad one is named. Groups that the file does not
        name stay. outturn export writes the same file.
        {StoreOptions.Notes}

        Exit code: 0 done, 1 refused, 2 wrong use.

        """;

    public static Verb Group()
    {
        var name = Name();
        var members = new Argument<string[]>("CODE") { Description = "The codes of their areas, the most similar first.", Arity = ArgumentArity.OneOrMore };
        var reason = new Option<string>("--reason") { HelpName = "TEXT", Required = true, Description = "Why these councils." };
        var from = new Option<string?>("--source") { HelpName = "TEXT", Description = "Where the choice stands: a paper, minutes, a network." };
        var date = new Option<DateOnly?>("--date") { HelpName = "DAY", Description = "The day of the choice; else today.", CustomParser = OutcomesLink.ReadDay };
        var (national, store, actor, why) = (ReferenceCommand.Reference(), StoreOptions.Store(), StoreOptions.Actor(), StoreOptions.Why());
        var command = new Verb("group", "Keeps a group of councils that this council has chosen to be compared with.", GroupNotes) { name, members, reason, from, date, national, store, actor, why };
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(parsed.GetValue(store), parsed.InvocationConfiguration, TimeProvider.System, async opened =>
        {
            var said = new OwnGroup(parsed.GetRequiredValue(name).Trim(), parsed.GetValue(date) ?? OutcomesSource.Today, parsed.GetRequiredValue(reason).Trim(), parsed.GetValue(from)?.Trim() is { Length: > 0 } source ? source : null, parsed.GetRequiredValue(members));
            var (areas, published) = await KnownAsync(parsed.GetValue(national), cancel);
            return published.Append(KnownSets.Computed).FirstOrDefault(said.IsCalled) is { } taken
                ? Screen.Refuse($"There is a set called {taken} already: choose another name.", parsed.InvocationConfiguration)
                : Told(await OwnGroups.KeepAsync(opened, said, areas, StoreOptions.ActorOf(parsed.GetValue(actor)), parsed.GetValue(why), cancel), parsed.InvocationConfiguration);
        }, cancel));
        return command;
    }

    public static Verb Ungroup()
    {
        var (name, store, actor, why) = (Name(), StoreOptions.Store(), StoreOptions.Actor(), StoreOptions.Why());
        var command = new Verb("ungroup", "Takes a group away; what it was stays in the audit trail.", $"{StoreOptions.Notes}\n\nExit code: 0 done, 1 refused, 2 wrong use.\n\n") { name, store, actor, why };
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(parsed.GetValue(store), parsed.InvocationConfiguration, TimeProvider.System, async opened =>
            Told(await OwnGroups.RemoveAsync(opened, parsed.GetRequiredValue(name), StoreOptions.ActorOf(parsed.GetValue(actor)), parsed.GetValue(why), cancel), parsed.InvocationConfiguration), cancel));
        return command;
    }

    public static Verb Import()
    {
        var file = new Argument<string>("FILE") { Description = "A CSV file with the columns of neighbours.csv." };
        var (national, store, actor, why) = (ReferenceCommand.Reference(), StoreOptions.Store(), StoreOptions.Actor(), StoreOptions.Why());
        var command = new Verb("import", "Takes own groups from a CSV file, all rows or none.", ImportNotes) { file, national, store, actor, why };
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(parsed.GetValue(store), parsed.InvocationConfiguration, TimeProvider.System, async opened =>
        {
            var path = parsed.GetRequiredValue(file);
            if (!File.Exists(path))
            {
                return Screen.Refuse($"There is no file {path}.", parsed.InvocationConfiguration);
            }

            var (areas, _) = await KnownAsync(parsed.GetValue(national), cancel);
            return Told(await OwnGroups.ImportAsync(opened, path, areas, StoreOptions.ActorOf(parsed.GetValue(actor)), parsed.GetValue(why), cancel), parsed.InvocationConfiguration);
        }, cancel));
        return command;
    }

    private static Argument<string> Name() => new("NAME") { Description = "The group's name." };

    /// <summary>The areas and published sets of the national data; no areas where there are no such data.</summary>
    private static async Task<(IReadOnlyDictionary<string, Area>? Areas, IReadOnlyList<string> Sets)> KnownAsync(string? reference, CancellationToken cancel)
    {
        var (store, _) = await ReferenceStore.OpenAsync(ReferenceCommand.PathOf(reference), cancel);
        if (store is null)
        {
            return (null, []);
        }

        await using (store)
        {
            return (await store.AreasAsync(cancel), [.. (await store.NeighbourSetsAsync(cancel)).Select(set => set.Name).Distinct()]);
        }
    }

    private static int Told(GroupResult result, InvocationConfiguration streams)
    {
        switch (result)
        {
            case GroupResult.Kept { Changes.Count: 0 }:
                streams.Output.WriteLine("It was so already: nothing is changed.");
                return ExitCode.Done;
            case GroupResult.Kept kept:
                foreach (var change in kept.Changes)
                {
                    streams.Output.WriteLine(kept.Groups.FirstOrDefault(group => group.Name == change.About) is { } group ? $"{group.Name}: {Words.Count(group.Members.Count, "council")}, {(change.Kind == FactChangeKind.New ? "new" : "changed")}." : $"{change.About}: taken away.");
                }

                return ExitCode.Done;
            case GroupResult.Refused refused:
                Screen.Print(refused.Defects, streams, "nothing was kept");
                return ExitCode.Refused;
            default:
                throw new InvalidOperationException("Groups are kept or refused.");
        }
    }
}
