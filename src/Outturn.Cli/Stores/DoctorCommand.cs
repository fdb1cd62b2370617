using System.CommandLine;
using System.Text.Json;
using Outturn.App.Backups;
using Outturn.Reports.Pdf;

namespace Outturn.Cli.Stores;

/// <summary>outturn doctor: what is in order, and what mends what is not.</summary>
internal static class DoctorCommand
{
    private const string Notes = $"""
        {StoreOptions.Notes}

        Exit code: 0 all in order, 1 something is not, 2 wrong use.

        """;

    public static Command Create()
    {
        var store = StoreOptions.Store();
        var json = new Option<bool>("--json") { Description = "Print it as JSON, for scripts." };
        var command = new Verb("doctor", "Says what is in order, and the command that mends what is not.", Notes) { store, json };
        command.SetAction(async (parsed, cancel) =>
        {
            var streams = parsed.InvocationConfiguration;
            if (StoreOptions.Address(parsed.GetValue(store), streams) is not { } address)
            {
                return ExitCode.WrongUse;
            }

            DoctorLine[] lines = [.. await Doctor.LookAsync(address, TimeProvider.System, cancel), LibreOffice()];
            if (parsed.GetValue(json))
            {
                streams.Output.WriteLine(JsonSerializer.Serialize(lines.Select(line => new { ok = line.IsWell, what = line.What, mend = line.Mend })));
            }
            else
            {
                foreach (var line in lines)
                {
                    streams.Output.WriteLine($"{(line.IsWell ? "ok  " : "NO  ")} {line.What}");
                    if (line.Mend is { } mend)
                    {
                        streams.Output.WriteLine($"       → {mend}");
                    }
                }
            }

            return lines.All(line => line.IsWell) ? ExitCode.Done : ExitCode.Refused;
        });
        return command;
    }

    private static DoctorLine LibreOffice() => PdfPrinter.LibreOffice is { } path
        ? new DoctorLine(true, $"LibreOffice prints the PDF: {path}.")
        : new DoctorLine(false, "LibreOffice is missing, so no PDF can be made; every other format works.", "sudo apt install libreoffice-writer-nogui");
}
