using System.CommandLine;
using Outturn.App;
using Outturn.App.Outcomes;
using Outturn.Core.Outcomes;
using Outturn.Core.Papers;
using Outturn.Reports;
using Outturn.Reports.Papers;

namespace Outturn.Cli.Outcomes;

/// <summary>outturn outcomes coverage: which metrics the council's indicators cover, and which indicators serve no outcome.</summary>
internal static class OutcomesCoverage
{
    private const string Notes = """
        outturn outcomes coverage council.db --reference reference.db
        outturn outcomes coverage FOLDER --committee "Policy and Resources" --json
        outturn outcomes coverage FOLDER --framework "Corporate plan" --out coverage.xlsx

        Exit code: 0 done, 1 the data says no, 2 wrong use.

        """;

    public static Command Create()
    {
        var (source, reference, framework, edition, committee) = (OutcomesSource.Source(), OutcomesSource.Reference(), OutcomesSource.FrameworkOption(), OutcomesSource.Edition(), OutcomesSource.Committee());
        var (area, neighbours, workbook) = (OutcomesSource.Area(), OutcomesSource.Neighbours(), new Option<string?>("--out") { HelpName = "FILE.xlsx", Description = "Writes it as a workbook: by outcome, by dashboard, every metric, every link, both gaps." });
        workbook.Validators.Add(result =>
        {
            if (result.Tokens is [var file] && !file.Value.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            {
                result.AddError($"\"{file.Value}\" is no workbook: end its name with .xlsx.");
            }
        });
        var json = JsonText.Option();
        var command = new Verb("coverage", "Says which metrics are covered by the council's indicators, and the gaps both ways.", Notes) { source, reference, framework, edition, committee, area, neighbours, workbook, json };
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

            var coverage = read.Coverage(asked);
            if (parsed.GetValue(workbook) is { } file)
            {
                var (published, noSet) = await read.PublishedAsync(parsed.GetValue(area), parsed.GetValue(neighbours), cancel);
                if (published is null)
                {
                    return Screen.Refuse(noSet, streams);
                }

                var paper = CoverageWorkbook.Of(coverage, read.Register, OutcomesSource.Today, published);
                try
                {
                    WholeFile.Write(file, stream => paper.Write(PaperFormat.Xlsx, stream));
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    streams.Error.WriteLine($"outturn: {file} cannot be written: {e.Message}");
                    return ExitCode.WrongUse;
                }

                streams.Output.WriteLine(OutcomeReports.Summary(coverage));
                streams.Output.WriteLine($"  {file}");
                return ExitCode.Done;
            }

            if (parsed.GetValue(json))
            {
                streams.Output.WriteLine(Json(coverage));
            }
            else
            {
                Print(coverage, streams.Output);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(Coverage coverage, TextWriter output)
    {
        output.WriteLine($"{coverage.Framework.Framework}, {coverage.Framework.Name}. {coverage.Framework.Totals}");
        output.WriteLine();
        output.WriteLine($"{"",4} {"Outcome",-58} {"metrics",8} {"own",5} {"proxy",6} {"none",5} {"not yet",8} {"not ours",9}");
        foreach (var outcome in coverage.Outcomes)
        {
            output.WriteLine($"{outcome.Outcome.Number,4} {Short(outcome.Outcome.Name),-58} {outcome.Metrics.Count,8} {outcome.Count(CoverageState.Own),5} {outcome.Count(CoverageState.ProxyOnly),6} {outcome.Count(CoverageState.None),5} {outcome.Count(CoverageState.NotMeasurable),8} {outcome.Count(CoverageState.NotOurs),9}");
        }

        output.WriteLine();
        output.WriteLine(OutcomeReports.Summary(coverage));
        if (coverage.Unlinked.Count > 0)
        {
            output.WriteLine($"They are: {string.Join(", ", coverage.Unlinked.Select(indicator => indicator.Ref))}.");
        }
    }

    private static string Short(string text) => text.Length <= 58 ? text : text[..57] + "…";

    private static string Json(Coverage coverage) => JsonText.Of(new
    {
        framework = coverage.Framework.Framework,
        edition = coverage.Framework.Name,
        outcomes = coverage.Outcomes.Select(outcome => new
        {
            number = outcome.Outcome.Number,
            name = outcome.Outcome.Name,
            metrics = outcome.Metrics.Select(metric => new
            {
                id = metric.Metric.Id, title = metric.Metric.Title, state = metric.State.Text(), why = metric.Why,
                indicators = metric.Links.Select(link => new { @ref = link.Indicator.Ref, title = link.Indicator.Title, relation = link.Link.Relation.Name(), note = link.Link.Note }),
            }),
        }),
        unlinked = coverage.Unlinked.Select(indicator => new { @ref = indicator.Ref, title = indicator.Title }),
    });
}
