using System.CommandLine;
using Outturn.App;
using Outturn.App.Import;
using Outturn.App.Reconcile;
using Outturn.App.Registers;
using Outturn.Core.Dashboards;
using Outturn.Core.Periods;

namespace Outturn.Cli.Reconcile;

/// <summary>What reconcile was asked for.</summary>
/// <param name="Output">A CSV file for every compared cell, or null.</param>
internal sealed record ReconcileRun(string Folder, string Published, string? Committee, string? Period, bool Json, string? Output);

/// <summary>outturn reconcile FOLDER --with PUBLISHED: our figures and ratings against a dashboard that was published.</summary>
internal static class ReconcileCommand
{
    private const string Notes = """
        PUBLISHED is a CSV file, a workbook or a Word document with tables. Its columns are found by name, in any order:
          ref or indicator, period, value (latest, actual, a heading such as Mar 2020), rating (RAG; words, letters or shapes),
          year to date, year-to-date rating, target, floor, lower, upper, previous year, direction of travel
        A figure is compared at the decimals it was printed with. A row without a period is compared with the period that
        --period names, or else with the last there is.

        Exit code: 0 everything agrees, 1 something differs or is missing on one side, 2 wrong use.

        """;

    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER|STORE") { Description = "A council's folder or store." };
        var published = new Option<string>("--with") { HelpName = "PUBLISHED", Description = "The published dashboard: .csv, .xlsx or .docx.", Required = true };
        var committee = new Option<string?>("--committee") { HelpName = "NAME", Description = "Whose dashboard it is; else every indicator should be in it." };
        var period = new Option<string?>("--period") { HelpName = "PERIOD", Description = "What it reports on: 2019/20, \"Q2 2019/20\", \"Nov 2019\"." };
        var json = new Option<bool>("--json") { Description = "Print the comparison as JSON." };
        var output = new Option<string?>("--out") { HelpName = "FILE.csv", Description = "Write every compared cell to this file." };
        var command = new Verb("reconcile", "Compares our figures and ratings with a published dashboard, cell by cell.", Notes)
        {
            folder, published, committee, period, json, output,
        };
        command.SetAction((parsed, cancel) => RunAsync(
            new ReconcileRun(
                parsed.GetRequiredValue(folder), parsed.GetRequiredValue(published), parsed.GetValue(committee), parsed.GetValue(period),
                parsed.GetValue(json), parsed.GetValue(output)),
            parsed.InvocationConfiguration, TimeProvider.System, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ReconcileRun run, InvocationConfiguration streams, TimeProvider clock, CancellationToken cancel)
    {
        Period? period = null;
        if (run.Period is { } asked && (period = PeriodText.ReadAny(asked)) is null)
        {
            streams.Error.WriteLine($"outturn: \"{asked}\" is not a period, or could be several: write it like 2019/20, \"Q2 2019/20\" or \"Mar 2020\".");
            return ExitCode.WrongUse;
        }

        if (run.Output is { } output && IsRead(output, run))
        {
            streams.Error.WriteLine($"outturn: --out {output} is a file that is read: name another.");
            return ExitCode.WrongUse;
        }

        switch (await CouncilSource.ReadAsync(run.Folder, null, clock, cancel), Sources.ReadAsItStands(run.Published))
        {
            case (FolderResult.Read folder, ReadResult.Read published):
                Committee? committee = null;
                if (run.Committee is { } name && (committee = Named(folder.Register, name)) is null)
                {
                    streams.Error.WriteLine($"outturn: there is no committee \"{name}\". There are: {string.Join(", ", folder.Register.Committees.Select(known => $"\"{known.Name}\""))}.");
                    return ExitCode.Refused;
                }

                Screen.Print(published.Warnings, streams, "nothing was compared");
                var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
                return Tell(Reconciler.Compare(new ReconcileRequest(folder.Register, committee, period, today), published.Tables), run, streams);
            case (FolderResult.Refused folder, var published):
                Screen.Print(published is ReadResult.Refused also ? [.. folder.Defects, .. also.Defects] : folder.Defects, streams, "nothing was compared");
                return ExitCode.Refused;
            case (_, ReadResult.Refused refused):
                Screen.Print(refused.Defects, streams, "nothing was compared");
                return ExitCode.Refused;
            default:
                throw new InvalidOperationException("A folder and a file are read or refused.");
        }
    }

    private static bool IsRead(string output, ReconcileRun run) =>
        (Directory.Exists(run.Folder) ? CouncilFolder.Tables.Select(table => Path.Combine(run.Folder, table.File)) : [run.Folder]).Append(run.Published)
            .Any(read => Path.GetFullPath(read) == Path.GetFullPath(output));

    private static Committee? Named(Register register, string name) => register.Committees.FirstOrDefault(committee => committee.IsCalled(name));

    private static int Tell(ReconcileResult result, ReconcileRun run, InvocationConfiguration streams)
    {
        switch (result)
        {
            case ReconcileResult.Refused refused:
                Screen.Print(refused.Defects, streams, "nothing was compared");
                return ExitCode.Refused;
            case ReconcileResult.Compared { Reconciliation: var reconciliation }:
                if (run.Output is { } output && !TryWrite(reconciliation, output, streams))
                {
                    return ExitCode.WrongUse;
                }

                if (run.Json)
                {
                    streams.Output.WriteLine(ReconciliationText.Json(reconciliation));
                }
                else
                {
                    ReconciliationText.Print(reconciliation, Path.GetFileName(run.Published), streams.Output);
                }

                return reconciliation.Agrees ? ExitCode.Done : ExitCode.Refused;
            default:
                throw new InvalidOperationException("A dashboard is compared or refused.");
        }
    }

    private static bool TryWrite(Reconciliation reconciliation, string output, InvocationConfiguration streams)
    {
        try
        {
            WholeFile.Write(output, stream => ReconciliationCsv.Write(reconciliation, stream));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            streams.Error.WriteLine($"outturn: nothing was written: {e.Message}");
            return false;
        }
    }
}
