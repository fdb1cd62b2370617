using System.CommandLine;
using Outturn.App;
using Outturn.App.Collection.Templates;
using Outturn.Cli.Stores;
using Outturn.Core.Papers;

namespace Outturn.Cli.Collection;

/// <summary>outturn template: the workbooks that services fill in.</summary>
internal static class TemplateCommand
{
    private const string Notes = $"""
        Makes a workbook for each service that owes a figure in the period, or for --service alone: a row for each figure, with what is counted, last
        year's figure and the target beside the cells to fill in. outturn import FILE.xlsx takes it back. A workbook that comes back after somebody
        else has changed a figure is compared three ways, and overwrites nothing.
        {StoreOptions.Notes}

        Exit code: 0 done, 1 nothing is due or there is no such service, 2 wrong use.

        """;

    public static Command Create()
    {
        var period = new Option<Core.Periods.Period?>("--period")
        {
            HelpName = "PERIOD",
            Description = "A month, quarter or year: \"Jun 2020\", \"Q1 2020/21\".",
            Required = true,
            CustomParser = argument => PeriodArgument.Read(argument),
        };
        var service = new Option<string?>("--service") { HelpName = "NAME", Description = "Only this service." };
        var folder = new Option<string>("--out") { HelpName = "DIR", Description = "Where the workbooks go.", DefaultValueFactory = _ => "out" };
        var store = StoreOptions.Store();
        var command = new Verb("template", "Makes the workbooks that services fill in.", Notes) { period, service, folder, store };
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(parsed.GetValue(store), parsed.InvocationConfiguration, TimeProvider.System, async opened =>
        {
            var (streams, to, asked) = (parsed.InvocationConfiguration, parsed.GetRequiredValue(folder), parsed.GetRequiredValue(period)!.Value);
            var results = await StoreTemplates.MakeAsync(opened, asked, parsed.GetValue(service), cancel);
            foreach (var refused in results.OfType<StoreTemplateResult.Refused>())
            {
                streams.Error.WriteLine($"outturn: {refused.Reason}");
                return ExitCode.Refused;
            }

            var made = results.OfType<StoreTemplateResult.Made>().Select(workbook => (Workbook: workbook, Path: Path.Combine(to, $"{TextPlace.Slug(workbook.Service.Name)}-{TextPlace.Slug(asked.ToString())}.xlsx"))).ToList();
            try
            {
                Directory.CreateDirectory(to);
                WholeFile.WriteAll([.. made.Select(file => (file.Path, (Action<Stream>)(stream => stream.Write(file.Workbook.Workbook))))]);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                streams.Error.WriteLine($"outturn: the workbooks could not be written to {to}: {e.Message}");
                return ExitCode.WrongUse;
            }

            made.ForEach(file => streams.Output.WriteLine($"  {file.Path}: {file.Workbook.Due} figure{(file.Workbook.Due == 1 ? "" : "s")} of {file.Workbook.Service.Name}"));
            return ExitCode.Done;
        }, cancel));
        return command;
    }
}
