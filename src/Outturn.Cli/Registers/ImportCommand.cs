using System.CommandLine;
using Outturn.App;
using Outturn.App.Collection.Files;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Cli.Collection;
using Outturn.Cli.Stores;

namespace Outturn.Cli.Registers;

/// <summary>outturn import FOLDER|FILE: a council's folder, or a file of figures, into its store.</summary>
internal static class ImportCommand
{
    private const int MostListed = 40;

    private const string Notes = $"""
        A council's FOLDER: its register and figures become the store's. What is new or has changed becomes a new version, and what
        the store has and the folder has not stays as it is (--withdraw-missing withdraws it). All of it is taken or nothing.
        The same folder a second time changes nothing.

        A FILE of figures (.csv, .xlsx) as services send them: a row for each figure, or a column for each month or quarter; notes
        above the headings, merged headings and several sheets are understood. Unit and frequency are the register's. It says how
        every column was read; --cells FILE.csv says it of every cell. Rows are counted a second time by other code, and a file with
        a row that nobody can account for is refused. A workbook made by outturn template is taken back the same way.

        What changes within a year whose review was adopted owes --why and --committee, and is shown in every paper of that year.

        --look says what would change and leaves the store as it is.
        {StoreOptions.Notes}

        Exit code: 0 done, 1 the data says no (with every reason), 2 wrong use.

        """;

    public static Command Create()
    {
        var source = new Argument<string>("FOLDER|FILE") { Description = "A council's folder, or a file of figures." };
        var (store, actor, why) = (StoreOptions.Store(), StoreOptions.Actor(), StoreOptions.Why());
        var look = new Option<bool>("--look") { Description = "Say what would change, and change nothing." };
        var fractions = new Option<bool?>("--fractions")
        {
            HelpName = "yes|no",
            Description = "For a file: whether percentages are written as fractions (0.942 for 94.2%).",
            CustomParser = argument =>
            {
                if (argument.Tokens[0].Value.ToLowerInvariant() is var said and ("yes" or "no"))
                {
                    return said == "yes";
                }

                argument.AddError("Say --fractions yes or --fractions no.");
                return null;
            },
        };
        var overrides = new Option<string[]>("--override") { HelpName = "CODE=REASON", Description = "For a file: why warnings of a kind (or all) are no mistakes; may be said again." };
        var overrule = new Option<bool>("--overrule") { Description = "For a template: what it says takes the place of what somebody else has stored since it was made." };
        var cells = new Option<string?>("--cells") { HelpName = "FILE.csv", Description = "For a file: write how every cell was read." };
        var withdraw = new Option<bool>("--withdraw-missing") { Description = "For a folder: withdraw what the store has and the folder has not. Needs --why." };
        var committee = new Option<string?>("--committee") { HelpName = "TEXT", Description = "For a folder that changes a year that was adopted: which committee was told, when and under which item." };
        var command = new Verb("import", "Takes a council's folder, or a file of figures, into its store.", Notes) { source, store, look, withdraw, committee, fractions, cells, overrides, overrule, actor, why };
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(
            parsed.GetValue(store),
            parsed.InvocationConfiguration,
            TimeProvider.System,
            opened =>
            {
                var (path, by, reason) = (parsed.GetRequiredValue(source), StoreOptions.ActorOf(parsed.GetValue(actor)), parsed.GetValue(why));
                if (!File.Exists(path) && !Directory.Exists(path))
                {
                    parsed.InvocationConfiguration.Error.WriteLine($"outturn: there is no file or folder {path}.");
                    return Task.FromResult(ExitCode.Refused);
                }

                var options = new ImportOptions(parsed.GetValue(look), parsed.GetValue(withdraw), parsed.GetValue(committee));
                return File.Exists(path) && !StoreAddress.IsStore(path)
                    ? new FigureImportRun(opened, path, new FigureFileOptions(parsed.GetValue(fractions)), options, parsed.GetValue(cells), Reasons.Of(parsed.GetValue(overrides) ?? []), parsed.GetValue(overrule), by, reason, parsed.InvocationConfiguration).RunAsync(cancel)
                    : FolderAsync(opened, path, options, by, reason, parsed.InvocationConfiguration, cancel);
            },
            cancel));
        return command;
    }

    private static async Task<int> FolderAsync(
        Store store, string folder, ImportOptions options, string actor, string? why, InvocationConfiguration streams, CancellationToken cancel)
    {
        if (options.Withdraws && string.IsNullOrWhiteSpace(why))
        {
            streams.Error.WriteLine("outturn: --withdraw-missing takes facts out of the register: say --why.");
            return ExitCode.WrongUse;
        }

        using var progress = streams.IsScreen() ? new ProgressLine(streams.Error) : null;
        progress?.Say("Reading the folder ...");
        switch (CouncilFolder.Read(folder))
        {
            case FolderResult.Refused refused:
                progress?.Clear();
                Screen.Print(refused.Defects, streams);
                return ExitCode.Refused;
            case FolderResult.Read read:
                progress?.Say("Looking for defects ...");
                Defect[] findings = [.. read.Warnings, .. RegisterChecks.Run(read.Register, read.Rows).Where(finding => finding.Severity != Severity.Note)];
                progress?.Clear();
                Screen.Print(findings, streams);
                progress?.Say("Comparing with the store, and writing what is new ...");
                var result = await RegisterImport.RunAsync(store, read, read.Template, new Act(actor, "import", Path.GetFileName(Path.GetFullPath(folder)), why), options, cancel);
                progress?.Clear();
                return Print(result, options, streams);
            default:
                throw new InvalidOperationException("A folder is read or refused.");
        }
    }

    private static string Counted(int count, string thing) =>
        $"{count:N0} {(count == 1 || thing.EndsWith('s') ? thing : thing.EndsWith('y') ? $"{thing[..^1]}ies" : $"{thing}s")}";

    private static int Print(RegisterImportResult result, ImportOptions options, InvocationConfiguration streams)
    {
        switch (result)
        {
            case RegisterImportResult.Refused refused:
                Screen.Print(refused.Defects, streams);
                return ExitCode.Refused;
            case RegisterImportResult.Compared compared:
                var output = streams.Output;
                foreach (var change in compared.Changes.Where(change => change.Kind == FactChangeKind.Changed).Take(MostListed))
                {
                    output.WriteLine($"changed  {change}");
                }

                foreach (var change in compared.Changes.Where(change => change.Kind == FactChangeKind.Missing).Take(MostListed))
                {
                    output.WriteLine($"{(options.Withdraws ? "withdrawn" : "kept, though it is not in the folder")}  {change}");
                }

                var tables = compared.Changes.Where(change => change.Kind == FactChangeKind.New).GroupBy(change => change.Table).Select(table => Counted(table.Count(), table.Key));
                if (compared.Count(FactChangeKind.New) > 0)
                {
                    output.WriteLine($"new      {string.Join(", ", tables)}");
                }

                output.WriteLine($"{compared.Count(FactChangeKind.New):N0} new, {compared.Count(FactChangeKind.Changed):N0} changed, {compared.Same:N0} the same, "
                    + $"{compared.Count(FactChangeKind.Missing):N0} {(options.Withdraws ? "withdrawn" : "in the store alone")}."
                    + (compared.IsApplied ? "" : " Nothing was written: that was a look."));
                return ExitCode.Done;
            default:
                throw new InvalidOperationException("A folder is compared or refused.");
        }
    }
}
