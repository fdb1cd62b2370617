using System.CommandLine;
using Outturn.App.Outcomes;
using Outturn.Cli.Reference;
using Outturn.Core.Neighbours;
using Outturn.Core.Papers;

namespace Outturn.Cli.Neighbours;

/// <summary>outturn neighbours list and show: which sets there are, and whom one has for an area.</summary>
internal static class NeighboursSets
{
    private const string ListNotes = $"""
        outturn neighbours list --council council.db
        {NeighboursSource.Notes}
        """;

    private const string ShowNotes = $"""
        outturn neighbours show "ONS global" --area E10000016
        outturn neighbours show "South East counties" --council council.db --json
        {NeighboursSource.Notes}
        """;

    public static Verb List()
    {
        var (reference, council, json) = (ReferenceCommand.Reference(), NeighboursSource.Council(), JsonText.Option());
        var command = new Verb("list", "Lists the sets there are: published ones with date and source, own groups, the computed one.", ListNotes) { reference, council, json };
        command.SetAction((parsed, cancel) => NeighboursSource.WithAsync(parsed.GetValue(reference), parsed.GetValue(council), null, needsArea: false, parsed.InvocationConfiguration, async source =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var sets = await KnownSets.ListAsync(source.Reference, source.Groups, cancel);
            if (parsed.GetValue(json))
            {
                output.WriteLine(JsonText.Of(sets.Select(set => new { name = set.Name, kind = Word(set.Kind), date = set.Date, source = set.Source, areas = set.Kind == NeighbourSetKind.Published ? set.Size : (int?)null, members = set.Kind == NeighbourSetKind.Own ? set.Size : (int?)null })));
                return ExitCode.Done;
            }

            foreach (var set in sets)
            {
                output.WriteLine($"{set.Name}{(set.Date is { } date ? $", {Words.Date(date)}" : "")}: {set.Kind switch { NeighbourSetKind.Published => $"{set.Size:N0} areas; ", NeighbourSetKind.Own => $"own group of {Words.Count(set.Size, "council")}; ", _ => "" }}{set.Source}");
            }

            return ExitCode.Done;
        }, cancel));
        return command;
    }

    public static Verb Show()
    {
        var name = new Argument<string>("SET") { Description = "A published set by its name, an own group, or Computed." };
        var (reference, council, area, date, json) = (ReferenceCommand.Reference(), NeighboursSource.Council(), NeighboursSource.AreaOption(), NeighboursSource.Date(), JsonText.Option());
        var command = new Verb("show", "Shows an area's neighbours in a set, in order.", ShowNotes) { name, area, council, date, reference, json };
        command.SetAction((parsed, cancel) => NeighboursSource.WithAsync(parsed.GetValue(reference), parsed.GetValue(council), parsed.GetValue(area), needsArea: true, parsed.InvocationConfiguration, async source =>
        {
            var streams = parsed.InvocationConfiguration;
            var (set, refusal) = await source.FindAsync(parsed.GetRequiredValue(name), parsed.GetValue(date), cancel);
            if (set is null)
            {
                return Screen.Refuse(refusal, streams);
            }

            if (parsed.GetValue(json))
            {
                streams.Output.WriteLine(JsonText.Of(new
                {
                    name = set.Name, kind = Word(set.Kind), date = set.Date, source = set.Source, area = set.Area, areaName = source.Area!.Name,
                    members = set.Members.Select(member => new { place = member.Rank, code = member.Code, name = source.NameOf(member.Code), closeness = member.Closeness, distance = member.Distance }),
                }));
                return ExitCode.Done;
            }

            streams.Output.WriteLine($"{source.Area!.Name} ({set.Area}): {set.Name}{(set.Date is { } day ? $", {Words.Date(day)}" : "")}");
            streams.Output.WriteLine(set.Source);
            foreach (var member in set.Members)
            {
                var place = source.Areas.GetValueOrDefault(member.Code);
                streams.Output.WriteLine($"{member.Rank,4}  {member.Code}  {place?.Name ?? ""}{(place is null ? "" : $" ({place.Type.Replace('_', ' ')})")}{(member.Closeness is { } close ? $"; {close}" : "")}{(member.Distance is { } distance ? $"; distance {distance:0.###}" : "")}");
            }

            return ExitCode.Done;
        }, cancel));
        return command;
    }

    internal static string Word(NeighbourSetKind kind) => kind.ToString().ToLowerInvariant();
}
