using System.CommandLine;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Cli.Stores;

namespace Outturn.Cli.Registers;

/// <summary>outturn export FOLDER: the register and the figures of today as a council's folder.</summary>
internal static class ExportCommand
{
    private const string Notes = $"""
        Writes the register and the figures of today as a folder, which reads back as the same register and makes the same papers.
        It is not a backup: earlier versions, who changed what and why, rounds, internal notes, forecasts, evidence and questions are left out.
        {StoreOptions.Notes}

        Exit code: 0 done, 1 the folder holds something or cannot be written, 2 wrong use.

        """;

    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "A folder that is new or empty." };
        var (store, known) = (StoreOptions.Store(), KnownOn.Option());
        var replace = new Option<bool>("--replace") { Description = "Write over the council in the folder." };
        var command = new Verb("export", "Writes the register and the figures of today as a council's folder.", Notes) { folder, store, known, replace };
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(
            parsed.GetValue(store),
            parsed.InvocationConfiguration,
            TimeProvider.System,
            opened => RunAsync(opened, parsed.GetRequiredValue(folder), parsed.GetValue(known), parsed.GetValue(replace), parsed.InvocationConfiguration, cancel),
            cancel));
        return command;
    }

    private static async Task<int> RunAsync(Store store, string folder, DateOnly? knownOn, bool replace, InvocationConfiguration streams, CancellationToken cancel)
    {
        switch (await CouncilSource.ReadAsync(store, knownOn, cancel))
        {
            case FolderResult.Refused refused:
                Screen.Print(refused.Defects, streams);
                return ExitCode.Refused;
            case FolderResult.Read read:
                return Print(FolderWriter.Write(read.Register, folder, replace, read.Template), folder, streams);
            default:
                throw new InvalidOperationException("A store is read or refused.");
        }
    }

    private static int Print(ExportResult result, string folder, InvocationConfiguration streams)
    {
        switch (result)
        {
            case ExportResult.Refused refused:
                Screen.Print(refused.Defects, streams);
                return ExitCode.Refused;
            case ExportResult.Written written:
                Screen.Print(written.Warnings, streams);
                streams.Output.WriteLine($"{folder} holds:");
                foreach (var file in written.Files)
                {
                    streams.Output.WriteLine($"  {file}");
                }

                return ExitCode.Done;
            default:
                throw new InvalidOperationException("A register is written or refused.");
        }
    }
}
