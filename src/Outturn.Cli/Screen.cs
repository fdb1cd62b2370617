using System.CommandLine;
using Outturn.App;

namespace Outturn.Cli;

/// <summary>Where a verb says things.</summary>
internal static class Screen
{
    /// <summary>Whether somebody is watching, and more than a page would scroll away.</summary>
    public static bool IsScreen(this InvocationConfiguration streams) =>
        !Console.IsErrorRedirected && ReferenceEquals(streams.Error, Console.Error);

    /// <summary>Says why the data do not let a verb do what it was asked.</summary>
    public static int Refuse(string reason, InvocationConfiguration streams)
    {
        streams.Error.WriteLine($"outturn: {reason}");
        return ExitCode.Refused;
    }

    /// <summary>Prints what is wrong with what was sent to standard error.</summary>
    public static void Print(IEnumerable<Defect> defects, InvocationConfiguration streams, string consequence = "nothing was written")
    {
        var list = new DefectList();
        list.AddRange(defects);
        DefectPrinter.Print(list, streams.Error, streams.IsScreen(), consequence);
    }
}
