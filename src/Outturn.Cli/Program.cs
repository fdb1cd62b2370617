using System.CommandLine;
using System.CommandLine.Invocation;
using System.Runtime.InteropServices;
using System.Text;
using Outturn.Cli.Audit;
using Outturn.Cli.Collection;
using Outturn.Cli.Neighbours;
using Outturn.Cli.Questions;
using Outturn.Cli.Rate;
using Outturn.Cli.Reconcile;
using Outturn.Cli.Reference;
using Outturn.Cli.Outcomes;
using Outturn.Cli.Registers;
using Outturn.Cli.Release;
using Outturn.Cli.Reports;
using Outturn.Cli.Review;
using Outturn.Cli.Serve;
using Outturn.Cli.Stores;

namespace Outturn.Cli;

internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        using var stop = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(stop, signal));
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(stop, signal));
        if (OperatingSystem.IsWindows())
        {
            // Its consoles begin in a code page that has no ● and no ▲.
            Console.OutputEncoding = Encoding.UTF8;
        }

        return await RunAsync(args, new InvocationConfiguration { ProcessTerminationTimeout = null }, stop.Token);
    }

    /// <summary>Runs one verb; everything it says, on paper or in error, goes where the configuration says.</summary>
    internal static async Task<int> RunAsync(string[] args, InvocationConfiguration configuration, CancellationToken cancel = default)
    {
        configuration.EnableDefaultExceptionHandler = false;
        var parsed = Root().Parse(args);
        if (parsed.Action is ParseErrorAction wrongUse)
        {
            wrongUse.ShowHelp = args.Length == 0;
        }

        try
        {
            var code = await parsed.InvokeAsync(configuration, cancel);
            return parsed.Action is ParseErrorAction ? ExitCode.WrongUse : code;
        }
        catch (OperationCanceledException)
        {
            await configuration.Error.WriteLineAsync("outturn: stopped; no file was left half-written.");
            return ExitCode.Stopped;
        }
        catch (Exception e)
        {
            await configuration.Error.WriteLineAsync($"outturn: this should not have happened, please report it: {e}");
            return ExitCode.Fault;
        }
    }

    /// <summary>The first Ctrl+C lets a verb tidy up; the second ends it as it stands.</summary>
    private static void Stop(CancellationTokenSource stop, PosixSignalContext signal)
    {
        signal.Cancel = !stop.IsCancellationRequested;
        stop.Cancel();
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("Outturn: from the figures that services hold to the paper that a committee reads.")
        {
            DemoCommand.Create(),
            ReportCommand.Create(),
            RateCommand.Create(),
            NewCommand.Create(),
            CheckCommand.Create(),
            ReconcileCommand.Create(),
            InitCommand.Create(),
            ImportCommand.Create(),
            ExportCommand.Create(),
            TemplateCommand.Create(),
            SubmitCommand.Create(),
            YearCommand.Create(),
            RoundCommand.Create(),
            CalendarCommand.Create(),
            QuestionCommand.Create(),
            ReviewCommand.Create(),
            OutcomesCommand.Create(),
            NeighboursCommand.Create(),
            ReferenceCommand.Create(),
            PublishCommand.Create(),
            VerifyCommand.Create(),
            ServeCommand.Create(),
            ServePublicCommand.Create(),
            AuditCommand.Create(),
            BackupCommand.Create(),
            RestoreCommand.Create(),
            DoctorCommand.Create(),
            UpgradeCommand.Create(),
        };
        VerbHelp.AddTo(root);
        return root;
    }
}
