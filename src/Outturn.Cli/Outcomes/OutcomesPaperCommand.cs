using System.CommandLine;
using Outturn.App.Outcomes;
using Outturn.Cli.Reports;
using Outturn.Core.Papers;
using Outturn.Reports.Papers;
using Outturn.Reports.Word;

namespace Outturn.Cli.Outcomes;

/// <summary>outturn outcomes paper: the paper that maps a framework's metrics to the council's indicators.</summary>
internal static class OutcomesPaperCommand
{
    private const string Notes = """
        outturn outcomes paper council.db --reference reference.db --committee "Policy and Resources" --meeting 15/07/2026 --out DIR
        It maps the metrics to the indicators of all dashboards, whichever committee it goes to. What is published for the council's own area
        stands beside each metric where the council's code, or --area, is that of an area in the national data.

        Exit code: 0 done, 1 the data says no, 2 wrong use.

        """;

    public static Command Create()
    {
        var (source, reference, framework, edition, committee) = (OutcomesSource.Source(), OutcomesSource.Reference(), OutcomesSource.FrameworkOption(), OutcomesSource.Edition(), OutcomesSource.Committee());
        var meeting = new Option<DateOnly?>("--meeting") { HelpName = "DAY", Description = "The day of the meeting that it goes to.", CustomParser = OutcomesLink.ReadDay };
        var (area, neighbours) = (OutcomesSource.Area(), OutcomesSource.Neighbours());
        var folder = new Option<string>("--out") { HelpName = "DIR", Description = "Where the files go.", DefaultValueFactory = _ => "out" };
        var formats = ReportCommand.Formats(ReportCommand.WithoutData);
        var command = new Verb("paper", "Makes the paper that maps the framework's metrics to the council's indicators.", Notes) { source, reference, framework, edition, committee, meeting, area, neighbours, folder, formats };
        command.SetAction(async (parsed, cancel) =>
        {
            var streams = parsed.InvocationConfiguration;
            var (read, code) = await OutcomesSource.ReadAsync(parsed.GetRequiredValue(source), parsed.GetRequiredValue(reference), new FrameworkChoice(parsed.GetValue(framework), parsed.GetValue(edition)), streams, cancel);
            if (read is null)
            {
                return code;
            }

            var (asked, refusal) = read.Find(parsed.GetValue(committee));
            if (refusal is not null)
            {
                return Screen.Refuse(refusal, streams);
            }

            WordTemplate? template = null;
            if (read.Template is { } bytes && !Reports.Report.TryTemplate(bytes, read.Register, streams, out template))
            {
                return ExitCode.Refused;
            }

            var coverage = read.Coverage(null);
            var (published, noSet) = await read.PublishedAsync(parsed.GetValue(area), parsed.GetValue(neighbours), cancel);
            if (published is null)
            {
                return Screen.Refuse(noSet, streams);
            }

            var paper = OutcomesPaper.Of(coverage, read.Register, asked, parsed.GetValue(meeting), OutcomesSource.Today, published);
            return await Reports.Report.WriteAsync([paper], parsed.GetRequiredValue(formats), parsed.GetRequiredValue(folder), template, streams, packs: false, output =>
            {
                output.WriteLine(OutcomeReports.Summary(coverage));
                output.WriteLine();
            }, cancel);
        });
        return command;
    }
}
