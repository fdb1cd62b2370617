using System.CommandLine;
using Outturn.App;
using Outturn.App.Registers;
using Outturn.Reports.Word;

namespace Outturn.Cli.Registers;

/// <summary>outturn check FOLDER: every defect of a council's folder, by severity.</summary>
internal static class CheckCommand
{
    private const string Notes = """
        Reads every file of the folder and names each defect with its file, row, column and what to do:
          errors    a paper cannot be made until they are put right
          warnings  somebody should look: figures hard to believe, gaps, a Red without its cause
          notes     nothing is wrong; whoever answers for it should know
        A warning about a figure that is right after all goes away when its note says why.

        Exit code: 0 no errors, 1 errors, 2 wrong use.

        """;

    private static readonly (Severity Severity, string One, string Many)[] Severities =
        [(Severity.Error, "error", "errors"), (Severity.Warning, "warning", "warnings"), (Severity.Note, "note", "notes")];

    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER|STORE") { Description = "The folder of a council (council.json, indicators.csv, observations.csv and more), or its store." };
        var json = new Option<bool>("--json") { Description = "Print the findings as JSON, for scripts." };
        var command = new Verb("check", "Names every defect of a council's folder.", Notes) { folder, json };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetRequiredValue(folder), parsed.GetValue(json), parsed.InvocationConfiguration.Output, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string folder, bool json, TextWriter output, CancellationToken cancel)
    {
        var (findings, what) = await CouncilSource.ReadAsync(folder, null, TimeProvider.System, cancel) switch
        {
            FolderResult.Read read => ([.. read.Warnings, .. RegisterChecks.Run(read.Register, read.Rows), .. Template(read)], Size(read)),
            FolderResult.Refused refused => (refused.Defects, "before the figures could be looked at"),
            _ => throw new InvalidOperationException("A folder is read or refused."),
        };
        var inOrder = findings.OrderBy(finding => finding.Severity).ToList();
        if (json)
        {
            output.WriteLine(JsonText.Of(new
            {
                errors = Count(inOrder, Severity.Error),
                warnings = Count(inOrder, Severity.Warning),
                notes = Count(inOrder, Severity.Note),
                findings = inOrder.Select(finding => new
                {
                    severity = Severities[(int)finding.Severity].One,
                    file = finding.Source,
                    row = finding.Row,
                    column = finding.Column,
                    reason = finding.Reason,
                }),
            }));
        }
        else
        {
            Print(inOrder, what, output);
        }

        return Count(inOrder, Severity.Error) > 0 ? ExitCode.Refused : ExitCode.Done;
    }

    /// <summary>What is to be said of the house's Word template.</summary>
    private static IEnumerable<Defect> Template(FolderResult.Read read) => read.Template is not { } bytes ? [] :
        TemplateReview.Of(bytes, read.Register.House.Styles).Select(finding => new Defect(
            finding.Matter switch { TemplateMatter.Refusal => Severity.Error, TemplateMatter.Warning => Severity.Warning, _ => Severity.Note }, read.Register.Council.Template!, null, null, finding.What));

    private static void Print(List<Defect> findings, string what, TextWriter output)
    {
        foreach (var (severity, one, many) in Severities)
        {
            var ofSeverity = findings.Where(finding => finding.Severity == severity).ToList();
            if (ofSeverity.Count == 0)
            {
                continue;
            }

            output.WriteLine(ofSeverity.Count == 1 ? $"1 {one}" : $"{ofSeverity.Count:N0} {many}");
            foreach (var finding in ofSeverity)
            {
                output.WriteLine($"  {finding}");
            }

            output.WriteLine();
        }

        var counts = Severities.Select(severity => (severity.One, severity.Many, Count: Count(findings, severity.Severity)))
            .Select(severity => $"{(severity.Count == 0 ? "no" : $"{severity.Count:N0}")} {(severity.Count == 1 ? severity.One : severity.Many)}");
        output.WriteLine($"{string.Join(", ", counts)}, {what}.");
    }

    private static string Size(FolderResult.Read read) =>
        $"in {read.Register.Indicators.Count:N0} indicators and {read.Register.Indicators.Sum(history => history.Figures.Count):N0} figures of {read.Register.Council.Name}";

    private static int Count(List<Defect> findings, Severity severity) => findings.Count(finding => finding.Severity == severity);
}
