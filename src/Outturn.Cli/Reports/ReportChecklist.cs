using System.CommandLine;
using Outturn.App.Registers;
using Outturn.App.Release;
using Outturn.App.Stores;
using Outturn.Core.Dashboards;
using Outturn.Core.Periods;
using Outturn.Core.Release;
using Outturn.Reports;

namespace Outturn.Cli.Reports;

/// <summary>outturn report --check: what is to be put right before a paper is signed off, in place of its files.</summary>
internal static class ReportChecklist
{
    /// <returns>Refused where an error stops the sign-off of any of the papers.</returns>
    public static async Task<int> RunAsync(Register register, IReadOnlyList<RatedPaper> papers, ReportRequest request, DateOnly today, InvocationConfiguration streams, TimeProvider clock, CancellationToken cancel)
    {
        List<(RatedPaper Paper, IReadOnlyList<ChecklistItem> Items)> lists = [];
        foreach (var paper in papers)
        {
            lists.Add((paper, await OfAsync(register, paper, request, today, clock, cancel)));
        }

        if (request.Json)
        {
            streams.Output.WriteLine(JsonText.Of(new { papers = lists.Select(list => Said(list.Paper, list.Items)) }));
        }
        else
        {
            foreach (var (paper, items) in lists)
            {
                Print(paper, items, streams.Output);
            }
        }

        return lists.Exists(list => Count(list.Items, CheckSeverity.Error) > 0) ? ExitCode.Refused : ExitCode.Done;
    }

    private static async Task<IReadOnlyList<ChecklistItem>> OfAsync(Register register, RatedPaper paper, ReportRequest request, DateOnly today, TimeProvider clock, CancellationToken cancel)
    {
        if (Directory.Exists(request.Source))
        {
            return ChecklistSource.OfFolder(register, paper.Known, today, TextStamps.Compare(request.Source, register, paper.Dashboard, accept: false, remembers: false));
        }

        return StoreAddress.Read(request.Source, out _) is { } address && await Store.OpenAsync(address, clock, cancel) is StoreResult.Opened { Store: var store }
            ? await ChecklistSource.OfStoreAsync(store, register, paper.Known, paper.Dashboard, today, [], cancel)
            : ChecklistSource.OfFolder(register, paper.Known, today, []);
    }

    private static object Said(RatedPaper paper, IReadOnlyList<ChecklistItem> items) => new
    {
        paper = paper.Name,
        errors = Count(items, CheckSeverity.Error),
        warnings = Count(items, CheckSeverity.Warning),
        items = items.Select(item => new
        {
            key = item.Key,
            check = item.Check.Name(),
            severity = item.Severity == CheckSeverity.Error ? "error" : "warning",
            subject = item.Subject,
            said = item.Said,
            canBeOverridden = item.CanBeOverridden,
            cure = Cure(item.Cure),
        }),
    };

    private static object Cure(Cure cure) => cure switch
    {
        Cure.OfCommentary said => Figure("commentary", said.Ref, said.Period),
        Cure.OfFigure figure => Figure("figure", figure.Ref, figure.Period),
        Cure.OfTargets targets => new { page = "targets", @ref = targets.Ref },
        Cure.OfDefinition definition => new { page = "definition", @ref = definition.Ref },
        Cure.OfText text => new { page = "text", place = text.Place },
        Cure.OfBlock block => new { page = "block", place = block.Place },
        Cure.OfMeetings meetings => new { page = "meetings", committee = meetings.Committee?.Name },
        Cure.OfRound round => new { page = "round", period = round.Period.ToString() },
        _ => throw new InvalidOperationException("A cure has a page."),
    };

    private static object Figure(string page, string reference, Period period) => new { page, @ref = reference, period = period.ToString() };

    private static void Print(RatedPaper paper, IReadOnlyList<ChecklistItem> items, TextWriter output)
    {
        output.WriteLine(paper.Document.Info.Title);
        foreach (var (severity, name) in new[] { (CheckSeverity.Error, "To put right before it is signed off:"), (CheckSeverity.Warning, "To know of:") })
        {
            var found = items.Where(item => item.Severity == severity).ToList();
            if (found.Count > 0)
            {
                output.WriteLine(name);
                found.ForEach(item => output.WriteLine($"  {item.Check.Name()}: {item.Said}"));
            }
        }

        var (errors, warnings) = (Count(items, CheckSeverity.Error), Count(items, CheckSeverity.Warning));
        output.WriteLine(errors + warnings == 0 ? "Nothing stands in the way of signing it off."
            : $"{(errors == 0 ? "no errors" : errors == 1 ? "1 error" : $"{errors} errors")}, {(warnings == 0 ? "no warnings" : warnings == 1 ? "1 warning" : $"{warnings} warnings")}.");
        output.WriteLine();
    }

    private static int Count(IReadOnlyList<ChecklistItem> items, CheckSeverity severity) => items.Count(item => item.Severity == severity);
}
