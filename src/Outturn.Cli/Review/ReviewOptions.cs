using System.CommandLine;
using Outturn.App.Review;
using Outturn.App.Stores;
using Outturn.Cli.Collection;
using Outturn.Cli.Stores;
using Outturn.Core.Periods;

namespace Outturn.Cli.Review;

/// <summary>What the verbs of a review have in common: the store, the year, and how a step is taken and told.</summary>
internal static class ReviewOptions
{
    public const string Codes = "Exit code: 0 done, 1 the data says no (with every reason), 2 wrong use.";

    public const string Store = """
        STORE is a file, or a PostgreSQL connection: "Host=SERVER;Database=NAME;Search Path=SCHEMA". --year may be left out while one review is open.
        """;

    public static Argument<string> StoreArgument() => new("STORE") { Description = "The council's store: a file, or a PostgreSQL connection." };

    public static Argument<string> Source() => new("FOLDER|STORE") { Description = "The folder of a council, or its store." };

    public static Argument<string> Reference() => new("REF") { Description = "The indicator." };

    public static Option<Period?> Year(string description = "The financial year that is reviewed: 2026/27; else the one whose review is open.") => new("--year")
    {
        HelpName = "YEAR",
        Description = description,
        CustomParser = argument =>
        {
            var read = PeriodArgument.Read(argument);
            if (read is { Frequency: not Frequency.Year })
            {
                argument.AddError($"\"{argument.Tokens[0].Value}\" is not a financial year: write it like 2026/27.");
            }

            return read;
        },
    };

    /// <summary>Makes a verb take a step in the review of a year and say what came of it.</summary>
    public static Verb Takes(
        this Verb command, Argument<string> store, Option<Period?> year, Option<string?> actor, Func<Store, ParseResult, Period, string, CancellationToken, Task<ReviewResult>> take)
    {
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(parsed.GetRequiredValue(store), parsed.InvocationConfiguration, TimeProvider.System, async opened =>
        {
            var streams = parsed.InvocationConfiguration;
            return await OpenReview.YearAsync(opened, parsed.GetValue(year), cancel) switch
            {
                ({ } meant, _) => Print(await take(opened, parsed, meant, StoreOptions.ActorOf(parsed.GetValue(actor)), cancel), streams),
                (_, var refusal) => Screen.Refuse(refusal, streams),
            };
        }, cancel));
        return command;
    }

    /// <summary>A register and its reviews; null, with every reason said, where it cannot be read.</summary>
    public static async Task<ReviewSource?> ReadAsync(string source, InvocationConfiguration streams, CancellationToken cancel)
    {
        var (read, defects) = await ReviewSource.ReadAsync(source, TimeProvider.System, cancel);
        Screen.Print(defects, streams, "nothing was worked out");
        return read;
    }

    private static int Print(ReviewResult result, InvocationConfiguration streams)
    {
        switch (result)
        {
            case ReviewResult.Taken taken:
                foreach (var change in taken.Changes)
                {
                    streams.Output.WriteLine($"  {change}");
                }

                streams.Output.WriteLine(taken.Changes.Count == 0 ? "Nothing changes." : "Done.");
                return ExitCode.Done;
            case ReviewResult.Refused refused:
                foreach (var reason in refused.Reasons)
                {
                    streams.Error.WriteLine($"outturn: {reason}");
                }

                return ExitCode.Refused;
            default:
                throw new InvalidOperationException("A step is taken or refused.");
        }
    }
}
