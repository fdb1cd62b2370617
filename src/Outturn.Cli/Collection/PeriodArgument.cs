using System.CommandLine;
using Outturn.Core.Periods;

namespace Outturn.Cli.Collection;

/// <summary>A period on the command line, as people write it.</summary>
internal static class PeriodArgument
{
    public static Argument<Period?> Create(string name = "PERIOD", string description = "A month, quarter or year: \"Jun 2020\", \"Q1 2020/21\", 2020/21.") => new(name)
    {
        Description = description,
        CustomParser = argument =>
        {
            if (PeriodText.ReadAny(argument.Tokens[0].Value) is { } period)
            {
                return period;
            }

            argument.AddError($"\"{argument.Tokens[0].Value}\" is not a period, or could be several: write it like 2019/20, \"Q2 2019/20\" or \"Mar 2020\".");
            return null;
        },
    };
}
