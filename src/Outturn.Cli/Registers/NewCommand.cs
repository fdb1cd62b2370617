using System.CommandLine;
using Outturn.App.Registers;

namespace Outturn.Cli.Registers;

/// <summary>outturn new FOLDER: a council's folder to begin with.</summary>
internal static class NewCommand
{
    private const string Notes = """
        The folder holds a small fictional council, so that check and report work on it at once, and a README.md that explains
        every file and column. A folder that has anything in it is left alone.

        Exit code: 0 done, 1 the folder is not empty or cannot be written, 2 wrong use.

        """;

    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "A folder that is new or empty." };
        var command = new Verb("new", "Writes a council's folder with every file and column explained.", Notes) { folder };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder), parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(string folder, InvocationConfiguration streams)
    {
        switch (NewFolder.Write(folder))
        {
            case NewFolderResult.Written written:
                streams.Output.WriteLine($"{folder} holds a fictional council to begin with:");
                foreach (var file in written.Files)
                {
                    streams.Output.WriteLine($"  {Path.Combine(folder, file)}");
                }

                streams.Output.WriteLine();
                streams.Output.WriteLine($"{NewFolder.ReadMe} explains every file and column. Next:");
                streams.Output.WriteLine($"  outturn check {Quoted(folder)}");
                streams.Output.WriteLine($"  outturn report {Quoted(folder)} --period 2024/25 --out out");
                return ExitCode.Done;
            case NewFolderResult.Refused refused:
                Screen.Print([refused.Defect], streams);
                return ExitCode.Refused;
            default:
                throw new InvalidOperationException("A folder is written or refused.");
        }
    }

    private static string Quoted(string folder) => folder.Contains(' ', StringComparison.Ordinal) ? $"\"{folder}\"" : folder;
}
