using System.CommandLine;
using System.CommandLine.Parsing;
using Outturn.App;
using Outturn.App.Rate;
using Outturn.Core.Targets;

namespace Outturn.Cli.Rate;

/// <summary>outturn rate FILE.csv: the engine's front door.</summary>
internal static class RateCommand
{
    private const string Notes = """
        One row is one figure. Columns are found by name, in any order and case:
          needed       ref, frequency, period, and value or both numerator and denominator
          with targets polarity (higher, lower, closest), target, floor, tolerance
          for activity kind (kpi, activity), lower, upper
          as needed    unit, decimals (0), roll_up (latest), basis (period)
        Every other column is passed through.

        Written are the same rows in the same order, comma-separated, in UTF-8, with these columns behind them:
          shown, rating, reason, ytd, ytd_rating, ytd_reason, previous, last_year, trend, trend_p, range, ytd_range

        If anything cannot be read, every reason is printed with its row and column, and nothing is written.
        Exit code: 0 done, 1 the data says no, 2 wrong use.

        """;

    public static Command Create()
    {
        var file = new Argument<string>("FILE.csv") { Description = "The figures; - reads them from standard input." };
        var output = new Option<string?>("--out") { HelpName = "FILE", Description = "Write to this file instead of standard output." };
        var tolerance = new Option<ToleranceRule?>("--tolerance")
        {
            HelpName = "PERCENT",
            Description = "Derive floor standards that are not stated: 10% below the target (above, when lower is better), say.",
            CustomParser = ReadTolerance,
        };
        var command = new Verb("rate", "Rates any table of figures by the rules.", Notes) { file, output, tolerance };
        command.SetAction((parsed, cancel) => Task.FromResult(
            Run(parsed.GetRequiredValue(file), parsed.GetValue(output), parsed.GetValue(tolerance), parsed.InvocationConfiguration, cancel)));
        return command;
    }

    internal static ToleranceRule? ReadTolerance(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (ToleranceRule.Read(text) is { } rule)
        {
            return rule;
        }

        argument.AddError($"\"{text}\" is not a tolerance: write a percentage from 0% to 100%, such as 10%.");
        return null;
    }

    private static int Run(string path, string? output, ToleranceRule? tolerance, InvocationConfiguration streams, CancellationToken cancel)
    {
        if (output is not null && Path.GetFullPath(output) == Path.GetFullPath(path))
        {
            streams.Error.WriteLine($"outturn: --out {output} is the file that is read: name another.");
            return ExitCode.WrongUse;
        }

        using var input = path == "-" ? StandardInput.Spool(cancel) : null;
        using var progress = streams.IsScreen() ? new ProgressLine(streams.Error) : null;
        var result = RateFile.Rate(input?.Path ?? path, tolerance, progress, cancel);
        progress?.Clear();
        switch (result)
        {
            case RateResult.Rated rated:
                DefectPrinter.Print(rated.Warnings, streams.Error, streams.IsScreen());
                return Write(rated.File, output, streams.Error, cancel);
            case RateResult.Refused refused:
                DefectPrinter.Print(refused.Defects, streams.Error, streams.IsScreen());
                return ExitCode.Refused;
            default:
                throw new InvalidOperationException("A file is rated or refused.");
        }
    }

    private static int Write(RatedFile rated, string? output, TextWriter error, CancellationToken cancel)
    {
        try
        {
            if (output is null)
            {
                using var stream = Console.OpenStandardOutput();
                rated.WriteTo(stream, cancel);
            }
            else
            {
                WholeFile.Write(output, stream => rated.WriteTo(stream, cancel));
            }

            return ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"outturn: nothing was written: {e.Message}");
            return ExitCode.WrongUse;
        }
    }
}
