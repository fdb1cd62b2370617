using System.CommandLine;
using Outturn.App;
using Outturn.App.Review.Workbook;
using Outturn.Cli.Stores;

namespace Outturn.Cli.Review;

/// <summary>outturn review workbook and import: the proposals of a service as a workbook, out and back.</summary>
internal static class ReviewWorkbooks
{
    private const string Notes = $"""
        workbook makes the workbook in which a service proposes: a row for each indicator with last year's result, rationale and the levels in force
        beside the cells to fill in, what is proposed already, and blank rows for new indicators. import takes it back, or a file with the columns of
        proposals.csv: all of its rows or none. It says how every cell was read and what each row changes; a row that is as it was is not
        proposed anew, and nothing that somebody else has proposed since the workbook was made is overwritten (--overrule does). --check only looks.

          outturn review workbook council.db --service "Contact Centre" --out contact-centre.xlsx
          outturn review import council.db contact-centre.xlsx --check
          outturn review import council.db contact-centre.xlsx --as contact-manager

        {ReviewOptions.Store}

        {ReviewOptions.Codes}

        """;

    public static Verb Workbook()
    {
        var (store, year) = (ReviewOptions.StoreArgument(), ReviewOptions.Year());
        var service = new Option<string>("--service") { HelpName = "NAME", Description = "The service that proposes.", Required = true };
        var file = new Option<string>("--out") { HelpName = "FILE", Description = "Where the workbook goes.", Required = true };
        var command = new Verb("workbook", "Makes the workbook in which a service proposes.", Notes) { store, service, file, year };
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(parsed.GetRequiredValue(store), parsed.InvocationConfiguration, TimeProvider.System, async opened =>
        {
            var (streams, to) = (parsed.InvocationConfiguration, parsed.GetRequiredValue(file));
            switch (await StoreProposals.MakeAsync(opened, parsed.GetValue(year), parsed.GetRequiredValue(service), cancel))
            {
                case StoreProposalsResult.Refused refused:
                    return Screen.Refuse(refused.Reason, streams);
                case StoreProposalsResult.Made made:
                    try
                    {
                        WholeFile.Write(to, stream => stream.Write(made.Workbook));
                    }
                    catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                    {
                        streams.Error.WriteLine($"outturn: {to} cannot be written: {e.Message}");
                        return ExitCode.WrongUse;
                    }

                    streams.Output.WriteLine($"  {to}: {made.Indicators} indicator{(made.Indicators == 1 ? "" : "s")} of {made.Service.Name}, {made.Year}");
                    return ExitCode.Done;
                default:
                    throw new InvalidOperationException("A workbook is made or refused.");
            }
        }, cancel));
        return command;
    }

    public static Verb Import()
    {
        var (store, year, actor) = (ReviewOptions.StoreArgument(), ReviewOptions.Year(), StoreOptions.Actor());
        var file = new Argument<string>("FILE") { Description = "The workbook as it came back, or a file with the columns of proposals.csv." };
        var check = new Option<bool>("--check") { Description = "Say how it was read and what would change, and change nothing." };
        var overrule = new Option<bool>("--overrule") { Description = "What it says takes the place of what was proposed otherwise since the workbook was made." };
        var command = new Verb("import", "Takes back a workbook of proposals, or a table of them.", Notes) { store, file, check, overrule, year, actor };
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(parsed.GetRequiredValue(store), parsed.InvocationConfiguration, TimeProvider.System, async opened =>
        {
            var (streams, path) = (parsed.InvocationConfiguration, parsed.GetRequiredValue(file));
            if (!File.Exists(path))
            {
                return Screen.Refuse($"there is no file {path}.", streams);
            }

            var options = new ProposalImportOptions(parsed.GetValue(year), parsed.GetValue(check), parsed.GetValue(overrule));
            switch (await ProposalImport.RunAsync(opened, path, StoreOptions.ActorOf(parsed.GetValue(actor)), _ => true, options, cancel))
            {
                case ProposalFileResult.Refused refused:
                    Screen.Print(refused.Defects, streams, "nothing was taken");
                    return ExitCode.Refused;
                case ProposalFileResult.Read read:
                    Screen.Print(read.Warnings, streams);
                    Print(read, streams.Output);
                    return ExitCode.Done;
                default:
                    throw new InvalidOperationException("A file is read or refused.");
            }
        }, cancel));
        return command;
    }

    private static void Print(ProposalFileResult.Read read, TextWriter output)
    {
        foreach (var row in read.Proposed)
        {
            output.WriteLine($"  row {row.Row,-4} {row.Ref,-8} {row.What}");
            foreach (var change in row.Changes)
            {
                output.WriteLine($"             {change}");
            }

            foreach (var cell in row.Cells.Where(cell => cell.ReadAs != cell.Written))
            {
                output.WriteLine($"             {cell.Column}: \"{cell.Written}\" was read as {cell.ReadAs ?? "nothing"}");
            }

            if (row.Answer is { } answer)
            {
                output.WriteLine($"             answer: {answer}");
            }
        }

        output.WriteLine($"{(read.Service is { } service ? $"{service}, " : "")}{read.Year}: {read.Sentence}{(read.IsApplied ? "" : " Nothing was written: that was a look.")}");
    }
}
