using System.CommandLine;
using Outturn.Core.Periods;
using Outturn.Core.Review;

namespace Outturn.Cli.Review;

/// <summary>outturn review changes: what became of the set of indicators and their levels from one year to another.</summary>
internal static class ReviewChanges
{
    private const string Notes = $"""
        Lists every indicator that was removed, added or changed between two financial years, and counts them. A year that is proposed and not
        adopted yet is shown as the proposals make it.

          outturn review changes examples/wealdshire --from 2019/20 --to 2020/21
          outturn review changes council.db --from 2019/20 --to 2026/27 --committee "Policy and Resources" --json

        {ReviewOptions.Codes}

        """;

    public static Command Create()
    {
        var (source, json) = (ReviewOptions.Source(), JsonText.Option());
        var (from, to) = (ReviewOptions.Year("The earlier year."), ReviewOptions.Year("The later year."));
        var (earlier, later) = (Named("--from", from), Named("--to", to));
        var committee = new Option<string?>("--committee") { HelpName = "NAME", Description = "Only what this committee reads of." };
        var command = new Verb("changes", "Lists what changed between two years.", Notes) { source, earlier, later, committee, json };
        command.SetAction(async (parsed, cancel) =>
        {
            var streams = parsed.InvocationConfiguration;
            if (await ReviewOptions.ReadAsync(parsed.GetRequiredValue(source), streams, cancel) is not { } read)
            {
                return ExitCode.Refused;
            }

            var (first, last) = (parsed.GetRequiredValue(earlier)!.Value, parsed.GetRequiredValue(later)!.Value);
            if (last <= first)
            {
                return Screen.Refuse($"{last} does not come after {first}.", streams);
            }

            var name = parsed.GetValue(committee);
            var only = name is null ? null : read.Register.Committees.FirstOrDefault(known => known.IsCalled(name));
            if (name is not null && only is null)
            {
                return Screen.Refuse(read.Register.NoCommittee(name), streams);
            }

            Print(YearChanges.Of(read.AsProposed(last), first, last, only), parsed.GetValue(json), read.IsProposed(last), streams.Output);
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<Period?> Named(string name, Option<Period?> year) => new(name) { HelpName = "YEAR", Description = year.Description, Required = true, CustomParser = year.CustomParser };

    private static void Print(YearChanges changes, bool json, bool proposed, TextWriter output)
    {
        if (json)
        {
            output.WriteLine(JsonText.Of(new
            {
                from = changes.From.ToString(),
                to = changes.To.ToString(),
                proposed,
                before = changes.Before,
                after = changes.After,
                removed = changes.Count(YearChangeKind.Removed),
                added = changes.Count(YearChangeKind.Added),
                changed = changes.Count(YearChangeKind.Changed),
                summary = changes.Summary,
                changes = changes.All.Select(change => new { @ref = change.Indicator.Ref, title = change.Indicator.Title, service = change.Indicator.Service.Name, kind = $"{change.Kind}".ToLowerInvariant(), what = change.What }),
            }));
            return;
        }

        foreach (var change in changes.All)
        {
            output.WriteLine($"  {change.Kind,-8} {change.Indicator.Ref,-8} {change.Indicator.Title}: {change.What}");
        }

        output.WriteLine($"{changes.From} to {changes.To}{(proposed ? ", as proposed" : "")}: {changes.Summary}; {changes.Before} indicators before, {changes.After} after.");
    }
}
