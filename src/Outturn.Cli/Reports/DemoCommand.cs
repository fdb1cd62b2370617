using System.CommandLine;
using Outturn.Cli.Serve;

namespace Outturn.Cli.Reports;

/// <summary>outturn demo: the year-end paper of the example county, and what to try next.</summary>
internal static class DemoCommand
{
    private const string Committee = "Policy and Resources Cabinet Committee";
    private const string Period = "2019/20";

    public static Command Create()
    {
        var folder = new Option<string>("--out") { HelpName = "DIR", Description = "Where the files go.", DefaultValueFactory = _ => "out" };
        var serves = new Option<bool>("--serve") { Description = "Serves the example council's pages instead, at http://localhost:5080 or --listen, and its public site at a port ten further on." };
        var listen = new Option<string>("--listen") { HelpName = "URL", Description = "Where to listen, on this machine.", DefaultValueFactory = _ => Serving.StandardAddress };
        var command = new Command("demo", "Makes the year-end committee paper of an example council, which is fictional.") { folder, serves, listen };
        command.SetAction((parsed, cancel) => parsed.GetValue(serves)
            ? DemoServing.RunAsync(Example, parsed.GetRequiredValue(listen), parsed.InvocationConfiguration, cancel)
            : RunAsync(parsed.GetRequiredValue(folder), parsed.InvocationConfiguration, cancel));
        return command;
    }

    private static string Example => Path.Combine(AppContext.BaseDirectory, "examples", "wealdshire");

    private static async Task<int> RunAsync(string folder, InvocationConfiguration streams, CancellationToken cancel)
    {
        var request = new ReportRequest(Example, Committee, Period, folder, ReportCommand.AllFormats, RemembersTexts: false);
        var code = await Report.RunAsync(request, streams, TimeProvider.System, cancel);
        if (code == ExitCode.Done)
        {
            streams.Output.WriteLine($"""

                Next:
                  open the web page or the Word file above: that is the paper as a committee gets it
                  outturn demo --serve               the same council's pages: collection, dashboards, reports, and its public site
                  outturn report YOUR-BOOK.xlsx      your own sheet of figures, rated, in one step
                  outturn new my-council             a council's folder with every file explained
                  outturn report --help              committees, periods and formats
                """);
        }

        return code;
    }
}
