using System.CommandLine;
using Outturn.App;
using Outturn.App.Collection;
using Outturn.App.Collection.Files;
using Outturn.App.Collection.Templates;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Cli.Collection;

namespace Outturn.Cli.Registers;

/// <summary>Imports a file of figures: reads it, says how, compares it with the store, and writes all of it or nothing.</summary>
internal sealed class FigureImportRun(
    Store store, string path, FigureFileOptions reading, ImportOptions options, string? cellsTo, IReadOnlyDictionary<string, string> reasons, bool overrules,
    string actor, string? why, InvocationConfiguration streams)
{
    private const int MostListed = 40;

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var template = await TemplateImport.RunAsync(store, path, actor, why, Reason, overrules, options.LooksOnly, FigureUpload.DigestOf(path), cancel);
        return template is TemplateImportResult.NotTemplate ? await FiguresAsync(cancel) : Print(template);
    }

    private async Task<int> FiguresAsync(CancellationToken cancel)
    {
        if (await CouncilSource.IndicatorsAsync(store, cancel) is not { } register)
        {
            streams.Error.WriteLine("outturn: the store holds no council yet, so no figure has an indicator: outturn import FOLDER takes a register in.");
            return ExitCode.Refused;
        }

        using var progress = streams.IsScreen() ? new ProgressLine(streams.Error) : null;
        switch (FigureFile.Read(path, register, reading, progress, cancel))
        {
            case FigureFileResult.Refused refused:
                progress?.Clear();
                DefectPrinter.Print(refused.Defects, streams.Error, streams.IsScreen(), "nothing was taken");
                return ExitCode.Refused;
            case FigureFileResult.Read read:
                progress?.Clear();
                DefectPrinter.Print(read.Warnings, streams.Error, streams.IsScreen());
                PrintReading(read, streams.Output);
                if (cellsTo is not null && !TryWriteCells(read, cellsTo, path, streams))
                {
                    return ExitCode.WrongUse;
                }

                var act = new Act(actor, "import", Path.GetFileName(path), why, FigureUpload.DigestOf(path));
                var result = await FigureImport.RunAsync(store, read, act, options, Reason, progress is null ? null : new Said(progress), cancel);
                progress?.Clear();
                return Print(result, streams);
            default:
                throw new InvalidOperationException("A file is read or refused.");
        }
    }

    private string? Reason(string code) => reasons.GetValueOrDefault(code) ?? reasons.GetValueOrDefault("all");

    private int Print(TemplateImportResult result)
    {
        switch (result)
        {
            case TemplateImportResult.Submitted submitted:
                Screen.Print(submitted.Warnings, streams);
                streams.Output.WriteLine(submitted.Sentence);
                return SubmitText.Print(submitted.Result, streams);
            case TemplateImportResult.NeedsReasons needs:
                Screen.Print(needs.Warnings, streams);
                PrintNeeded(needs.Codes, streams);
                return ExitCode.Refused;
            case TemplateImportResult.Refused refused:
                Screen.Print(refused.Defects, streams, "nothing was taken");
                return ExitCode.Refused;
            default:
                throw new InvalidOperationException("A template is submitted or refused.");
        }
    }

    private static void PrintNeeded(IReadOnlyList<string> codes, InvocationConfiguration streams) =>
        streams.Error.WriteLine($"Nothing was taken: correct the figures, or say why they are right: {string.Join(' ', codes.Select(code => $"--override \"{code}=REASON\""))}, or --override \"all=REASON\".");

    private static void PrintReading(FigureFileResult.Read read, TextWriter output)
    {
        foreach (var column in read.Columns)
        {
            output.WriteLine($"  {column}");
        }

        foreach (var assumption in read.Assumptions)
        {
            output.WriteLine($"  {assumption}");
        }

        foreach (var row in read.Count.NotUsed.Take(MostListed))
        {
            output.WriteLine($"  {row.Source}, row {row.Row} has no figure: {row.Text}");
        }

        if (read.Count.NotUsed.Count > MostListed)
        {
            output.WriteLine($"  ... and {read.Count.NotUsed.Count - MostListed:N0} more rows without a figure: --cells FILE.csv names all.");
        }

        output.WriteLine(read.Count.ToString());
    }

    private static int Print(FigureImportResult result, InvocationConfiguration streams)
    {
        switch (result)
        {
            case FigureImportResult.Refused refused:
                DefectPrinter.Print(refused.Defects, streams.Error, streams.IsScreen(), "nothing was taken");
                return ExitCode.Refused;
            case FigureImportResult.NeedsReasons needs:
                DefectPrinter.Print(needs.Warnings, streams.Error, streams.IsScreen());
                PrintNeeded(needs.Codes, streams);
                return ExitCode.Refused;
            case FigureImportResult.Compared compared:
                DefectPrinter.Print(compared.Warnings, streams.Error, streams.IsScreen());
                foreach (var change in compared.Changed.Take(MostListed))
                {
                    streams.Output.WriteLine($"changed  {change}");
                }

                if (compared.Changed.Count > MostListed)
                {
                    streams.Output.WriteLine($"changed  ... and {compared.Changed.Count - MostListed:N0} more");
                }

                streams.Output.WriteLine($"{compared.New:N0} new, {compared.Changed.Count:N0} changed, {compared.Same:N0} the same.{(compared.IsApplied ? "" : " Nothing was written: that was a look.")}");
                return ExitCode.Done;
            default:
                throw new InvalidOperationException("Figures are compared or refused.");
        }
    }

    private static bool TryWriteCells(FigureFileResult.Read read, string to, string path, InvocationConfiguration streams)
    {
        if (Path.GetFullPath(to) == Path.GetFullPath(path))
        {
            streams.Error.WriteLine($"outturn: --cells {to} is the file that is read: name another.");
            return false;
        }

        try
        {
            WholeFile.Write(to, stream => CellReadingsCsv.Write(read.Cells(), stream));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            streams.Error.WriteLine($"outturn: {to} cannot be written: {e.Message}");
            return false;
        }
    }

    private sealed class Said(ProgressLine line) : IProgress<string>
    {
        public void Report(string value) => line.Say(value);
    }
}
