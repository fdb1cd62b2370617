using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Outturn.Cli.Stores;

/// <summary>--as-known-on: what a store knew at the end of a day.</summary>
internal static class KnownOn
{
    private static readonly string[] Formats = ["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd"];

    public static Option<DateOnly?> Option() => new("--as-known-on")
    {
        HelpName = "DAY",
        Description = "From a store: as it was known at the end of a day (21/07/2020).",
        CustomParser = Day,
    };

    /// <summary>Reads a day as people write it.</summary>
    public static DateOnly? Day(ArgumentResult argument)
    {
        if (DateOnly.TryParseExact(argument.Tokens[0].Value, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        argument.AddError($"\"{argument.Tokens[0].Value}\" is not a day: write it like 21/07/2020.");
        return null;
    }
}
