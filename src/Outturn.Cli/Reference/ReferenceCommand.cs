using System.CommandLine;
using Outturn.App.Reference;

namespace Outturn.Cli.Reference;

/// <summary>outturn reference: national data, one file for every council.</summary>
internal static class ReferenceCommand
{
    private const string Variable = "OUTTURN_REFERENCE";
    private const string Standard = "reference.db";

    internal const string StoreNotes = """
        The reference store is --reference, or else the variable OUTTURN_REFERENCE, or else the file reference.db in this folder. It is one
        SQLite file with published data only, the same for every council.
        """;

    private const string ImportNotes = $"""
        Columns are found by their names, whatever their order; a profile says what they mean. Known are the shapes of Explore Local
        Statistics (ONS), the Local Authority Interactive Tool (DfE), household waste and adult social care (MHCLG), lists of areas and of
        superseded codes, neighbour sets of ONS and DfE and the government's own workbook, and the Local Outcomes Framework. --profile adds
        another. Files may be packed (.gz). Of a folder every table is taken that a profile knows, in the order in which they need each other.
        Each file is taken whole in one transaction; the same file is not taken twice, and a newer one of the same dataset replaces it.
        Every row is stored, or refused with a reason, and both are counted.
        {StoreNotes}

        Exit code: 0 done, 1 a file was refused, 2 wrong use.

        """;

    private const string Notes = $"""
        {StoreNotes}

        Exit code: 0 done, 1 there is no such thing, 2 wrong use.

        """;

    public static Command Create() => new("reference", "National data: areas, published figures, neighbours, frameworks.") { Import(), List(), Series() };

    private static Verb Import()
    {
        var path = new Argument<string>("PATH") { Description = "A file, or a folder with files." };
        var (reference, json) = (Reference(), Json());
        var profile = new Option<string[]>("--profile") { HelpName = "FILE", Description = "A profile for a shape that is not known (JSON)." };
        var date = new Option<DateOnly?>("--date") { HelpName = "YYYY-MM-DD", Description = "The date of what has none in its file: a workbook of neighbours." };
        var again = new Option<bool>("--again") { Description = "Takes files once more that are there already." };
        var command = new Verb("import", "Takes published files into the reference store.", ImportNotes) { path, reference, profile, date, again, json };
        command.SetAction(async (parsed, cancel) =>
        {
            var streams = parsed.InvocationConfiguration;
            var profiles = new List<Profile>();
            foreach (var file in parsed.GetValue(profile) ?? [])
            {
                if (Profiles.Read(file, out var refusal) is not { } read)
                {
                    streams.Error.WriteLine($"outturn: {refusal}");
                    return ExitCode.WrongUse;
                }

                profiles.Add(read);
            }

            var print = new ReferenceText(streams.Output);
            var asJson = parsed.GetValue(json);
            var choices = new ReferenceImportChoices(profiles, parsed.GetValue(date), parsed.GetValue(again));
            switch (await ReferenceImport.RunAsync(PathOf(parsed.GetValue(reference)), parsed.GetRequiredValue(path), choices, TimeProvider.System, asJson ? null : print.File, cancel))
            {
                case ReferenceImportResult.Done done:
                    if (asJson)
                    {
                        print.Json(done.Files.Select(ReferenceJson.Of));
                    }
                    else
                    {
                        print.Sum(done.Files);
                    }

                    return done.Files.Any(file => file.Outcome == FileOutcome.Refused) || done.Files.All(file => file.Outcome == FileOutcome.NotKnown) ? ExitCode.Refused : ExitCode.Done;
                case ReferenceImportResult.Refused refused:
                    streams.Error.WriteLine($"outturn: {refused.Reason}");
                    return ExitCode.Refused;
                default:
                    throw new InvalidOperationException("Files are taken or refused.");
            }
        });
        return command;
    }

    private static Verb List()
    {
        var (reference, json) = (Reference(), Json());
        var series = new Option<bool>("--series") { Description = "Every series, not only the publications." };
        var command = new Verb("list", "Lists what is there: publications, neighbour sets, frameworks.", Notes) { reference, series, json };
        command.SetAction((parsed, cancel) => WithStoreAsync(parsed.GetValue(reference), parsed.InvocationConfiguration, async store =>
        {
            var print = new ReferenceText(parsed.InvocationConfiguration.Output);
            var all = parsed.GetValue(series) ? await store.SeriesAsync(cancel) : null;
            var (publications, sets, editions) = (await store.PublicationsAsync(cancel), await store.NeighbourSetsAsync(cancel), await store.EditionsAsync(cancel));
            if (parsed.GetValue(json))
            {
                print.Json(ReferenceJson.Of(publications, sets, editions, all));
            }
            else
            {
                print.List(publications, sets, editions, all);
            }

            return ExitCode.Done;
        }, cancel));
        return command;
    }

    private static Verb Series()
    {
        var name = new Argument<string>("NAME") { Description = "dataset/code as list --series shows it, or a code or title where only one series has it." };
        var area = new Option<string[]>("--area") { HelpName = "CODE", Description = "The code of an area; may be given several times.", Required = true };
        var on = new Option<DateOnly?>("--on") { HelpName = "YYYY-MM-DD", Description = "The day on which ages are told; else today." };
        var (reference, json) = (Reference(), Json());
        var command = new Verb("series", "Shows a series for an area: values with period, age and status.", Notes) { name, area, on, reference, json };
        command.SetAction((parsed, cancel) => WithStoreAsync(parsed.GetValue(reference), parsed.InvocationConfiguration, async store =>
        {
            var streams = parsed.InvocationConfiguration;
            var asked = parsed.GetRequiredValue(name);
            var found = await store.FindSeriesAsync(asked, cancel);
            if (found.FirstOrDefault(one => one.Name.Equals(asked, StringComparison.OrdinalIgnoreCase)) is not { } series)
            {
                if (found is not [var only])
                {
                    streams.Error.WriteLine(found.Count == 0
                        ? $"outturn: There is no series \"{asked}\": outturn reference list --series names them."
                        : $"outturn: \"{asked}\" is the name of several series: {string.Join(", ", found.Select(one => one.Name))}. Name one of them.");
                    return ExitCode.Refused;
                }

                series = only;
            }

            var codes = parsed.GetRequiredValue(area);
            var areas = await store.AreasAsync(cancel);
            if (codes.FirstOrDefault(code => !areas.ContainsKey(code)) is { } unknown)
            {
                streams.Error.WriteLine($"outturn: There is no area {unknown}: give a code such as E10000016.");
                return ExitCode.Refused;
            }

            var day = parsed.GetValue(on) ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
            var figures = await store.FiguresAsync(series, codes, cancel);
            var print = new ReferenceText(streams.Output);
            if (parsed.GetValue(json))
            {
                print.Json(ReferenceJson.Of(series, figures, day));
            }
            else
            {
                print.Series(series, [.. codes.Select(code => areas[code])], figures, day);
            }

            return ExitCode.Done;
        }, cancel));
        return command;
    }

    private static async Task<int> WithStoreAsync(string? said, InvocationConfiguration streams, Func<ReferenceStore, Task<int>> work, CancellationToken cancel)
    {
        var (store, refusal) = await ReferenceStore.OpenAsync(PathOf(said), cancel);
        if (store is null)
        {
            streams.Error.WriteLine($"outturn: {refusal}");
            return ExitCode.Refused;
        }

        await using (store)
        {
            return await work(store);
        }
    }

    internal static string PathOf(string? said) => new[] { said, Environment.GetEnvironmentVariable(Variable), Standard }.First(path => !string.IsNullOrWhiteSpace(path))!;

    internal static Option<string?> Reference() => new("--reference") { HelpName = "FILE", Description = "The reference store." };

    private static Option<bool> Json() => new("--json") { Description = "For scripts." };
}
