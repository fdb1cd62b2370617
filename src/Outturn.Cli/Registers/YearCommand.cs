using System.CommandLine;
using Outturn.App.Registers;
using Outturn.Cli.Collection;
using Outturn.Cli.Stores;
using Outturn.Core.Targets;

namespace Outturn.Cli.Registers;

/// <summary>outturn year open: a new year's targets from the year before.</summary>
internal static class YearCommand
{
    private const string OpenNotes = $"""
        Every target, floor standard and expected range of the year before is carried over, phased ones to the same time of the year,
        with the rationale "Carried over from ...". Indicators that ended, that had none, or that have some for the new year already
        are left as they are and named. What the checks say of the carried levels is printed. --look carries nothing over.
        {StoreOptions.Notes}

        Exit code: 0 done, 1 there is nothing to carry over, 2 wrong use.

        """;

    public static Command Create() => new("year", "Opens a new year from the one before.") { Open() };

    private static Verb Open()
    {
        var (year, store, actor, why) = (PeriodArgument.Create("YEAR", "The financial year to open: 2020/21."), StoreOptions.Store(), StoreOptions.Actor(), StoreOptions.Why());
        var look = new Option<bool>("--look") { Description = "Say what would be carried over, and carry nothing." };
        var command = new Verb("open", "Carries targets, floor standards and expected ranges over into a year.", OpenNotes) { year, look, store, actor, why };
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(parsed.GetValue(store), parsed.InvocationConfiguration, TimeProvider.System, async opened =>
        {
            var streams = parsed.InvocationConfiguration;
            switch (await YearOpening.RunAsync(opened, parsed.GetRequiredValue(year)!.Value, parsed.GetValue(look), StoreOptions.ActorOf(parsed.GetValue(actor)), parsed.GetValue(why), cancel))
            {
                case YearOpeningResult.Opened result:
                    Screen.Print(result.Findings, streams);
                    Print(result, parsed.GetValue(look), streams.Output);
                    return ExitCode.Done;
                case YearOpeningResult.Refused refused:
                    streams.Error.WriteLine($"outturn: {refused.Reason}");
                    return ExitCode.Refused;
                default:
                    throw new InvalidOperationException("A year is opened or refused.");
            }
        }, cancel));
        return command;
    }

    private static void Print(YearOpeningResult.Opened result, bool looks, TextWriter output)
    {
        foreach (var carried in result.Year.Carried)
        {
            foreach (var levels in carried.Levels)
            {
                output.WriteLine($"  {carried.Indicator.Ref,-8} {levels.From:dd/MM/yyyy} to {levels.To:dd/MM/yyyy}  {Said(carried.Indicator.Definition.Unit.PrintLevel, levels)}");
            }
        }

        foreach (var left in result.Year.Left)
        {
            output.WriteLine($"  left: {left.Reason}");
        }

        output.WriteLine($"{result.Year.Year}: {result.Year.Carried.Count:N0} indicators with levels of the year before, {result.Year.Left.Count:N0} left as they are."
            + (looks ? " Nothing was written: that was a look." : ""));
    }

    private static string Said(Func<decimal, int, string> print, Levels levels)
    {
        string?[] parts =
        [
            levels.Target is { } target ? $"target {print(target.Level, 0)}{(target.FloorStandard is { } floor && !levels.FloorDerived ? $", floor standard {print(floor, 0)}" : "")}" : null,
            levels.Range is { } range ? $"expected {(range.Lower is { } lower ? print(lower, 0) : "")} to {(range.Upper is { } upper ? print(upper, 0) : "")}" : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }
}
