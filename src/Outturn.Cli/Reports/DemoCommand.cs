using System.CommandLine;

namespace Outturn.Cli.Reports;

/// <summary>outturn demo: the year-end paper of the example county, and what to try next.</summary>
internal static class DemoCommand
{
    private const string Committee = "Policy and Resources Cabinet Committee";
    private const string Period = "2019/20";

    public static Command Create()
    {
        var folder = new Option<string>("--out") { HelpName = "DIR", Description = "Where the files go.", DefaultValueFactory = _ => "out" };
        var command = new Command("demo", "Makes the year-end committee paper of an example council, which is fictional.") { folder };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetRequiredValue(folder), parsed.InvocationConfiguration, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string folder, InvocationConfiguration streams, CancellationToken cancel)
    {
        var example = Path.Combine(AppContext.BaseDirectory, "examples", "wealdshire");
        var request = new ReportRequest(example, Committee, Period, folder, ReportCommand.AllFormats, RemembersTexts: false);
        var code = await Report.RunAsync(request, streams, TimeProvider.System, cancel);
        if (code == ExitCode.Done)
        {
            streams.Output.WriteLine($"""

                Next:
                  open the web page or the Word file above: that is the paper as a committee gets it
                  outturn report YOUR-BOOK.xlsx      your own sheet of figures, rated, in one step
                  outturn new my-council             a council's folder with every file explained
                  outturn report --help              committees, periods and formats
                """);
        }

        return code;
    }
}
