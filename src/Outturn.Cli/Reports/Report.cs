using System.CommandLine;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Cli.Stores;
using Outturn.Core.Dashboards;
using Outturn.Reports;
using Outturn.Reports.Papers;
using Outturn.Reports.Word;

namespace Outturn.Cli.Reports;

/// <summary>Makes what a report request asks for, from the source to the files, and says what came of it.</summary>
internal static class Report
{
    public static async Task<int> RunAsync(ReportRequest request, InvocationConfiguration streams, TimeProvider clock, CancellationToken cancel)
    {
        if (File.Exists(request.Folder))
        {
            streams.Error.WriteLine($"outturn: --out {request.Folder} is a file: name a folder.");
            return ExitCode.WrongUse;
        }

        if (request is { Report: not null, Committee: not null })
        {
            streams.Error.WriteLine("outturn: a report goes to its own committee, as reports.csv says: give --report or --committee, not both.");
            return ExitCode.WrongUse;
        }

        if (request is { Json: true, Checks: false })
        {
            streams.Error.WriteLine("outturn: --json prints the checklist: add --check. The figures as JSON are a format: --format json.");
            return ExitCode.WrongUse;
        }

        if (request.Checks && File.Exists(request.Source) && !StoreAddress.IsStore(request.Source))
        {
            streams.Error.WriteLine("outturn: a sheet of your own goes to no committee and is not signed off: --check needs a council's folder or store.");
            return ExitCode.WrongUse;
        }

        return File.Exists(request.Source) && !StoreAddress.IsStore(request.Source)
            ? await SheetReport.RunAsync(request, streams, cancel)
            : await FromCouncilAsync(request, streams, clock, cancel);
    }

    private static async Task<int> FromCouncilAsync(ReportRequest request, InvocationConfiguration streams, TimeProvider clock, CancellationToken cancel)
    {
        switch (await CouncilSource.ReadAsync(request.Source, request.KnownOn, clock, cancel))
        {
            case FolderResult.Refused refused:
                Screen.Print(refused.Defects, streams);
                return ExitCode.Refused;
            case FolderResult.Read read:
                Screen.Print(read.Warnings, streams);
                return await FromRegisterAsync(read, request, streams, clock, cancel);
            default:
                throw new InvalidOperationException("A council is read or refused.");
        }
    }

    private static async Task<int> FromRegisterAsync(
        FolderResult.Read read, ReportRequest request, InvocationConfiguration streams, TimeProvider clock, CancellationToken cancel)
    {
        var register = request.Item is { } item ? read.Register with { Meetings = [.. read.Register.Meetings.Select(meeting => meeting with { Item = item })] } : read.Register;
        var today = request.KnownOn ?? DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        WordTemplate? template = null;
        if (read.Template is { } bytes && !TryTemplate(bytes, register, streams, out template))
        {
            return ExitCode.Refused;
        }

        var days = RequestedPapers.EarlierDays(register, request.Report, request.Committee, request.Period, today);
        switch (RequestedPapers.Of(register, request.Report, request.Committee, request.Period, today, await CouncilSource.KnownAsync(request.Source, days, clock, cancel)))
        {
            case RequestedPapers.Refused refused:
                streams.Error.WriteLine($"outturn: {refused.Reason}");
                return ExitCode.Refused;
            case RequestedPapers.Made made when request.Checks:
                return await ReportChecklist.RunAsync(register, made.Papers, request, today, streams, clock, cancel);
            case RequestedPapers.Made made when PaperName.Refusal(made.Papers) is { } nameless:
                streams.Error.WriteLine($"outturn: {nameless}");
                return ExitCode.Refused;
            case RequestedPapers.Made made:
                var code = await WriteAsync(made.Papers, request, template, streams, cancel);
                if (code == ExitCode.Done && request.RemembersTexts && request.KnownOn is null)
                {
                    await NameMovedTextsAsync(register, made.Papers, request, streams, clock, cancel);
                }

                return code;
            default:
                throw new InvalidOperationException("Papers are made or refused.");
        }
    }

    /// <summary>Writes the files and prints what they come to.</summary>
    internal static Task<int> WriteAsync(
        IReadOnlyList<RatedPaper> papers, ReportRequest request, WordTemplate? template, InvocationConfiguration streams, CancellationToken cancel) =>
        WriteAsync(papers, request.Formats, request.Folder, template, streams, request.Packs, output =>
        {
            foreach (var paper in papers)
            {
                PaperSummary.Print(paper, output);
                output.WriteLine();
            }
        }, cancel);

    /// <param name="packs">Whether each paper's package for the agenda system is made besides.</param>
    /// <param name="summarize">Prints what the papers come to, once they are made.</param>
    internal static async Task<int> WriteAsync(
        IReadOnlyList<Paper> papers, IReadOnlyList<PaperFormat> formats, string folder, WordTemplate? template, InvocationConfiguration streams, bool packs, Action<TextWriter> summarize, CancellationToken cancel)
    {
        PaperFiles.Result files;
        using var progress = streams.IsScreen() ? new ProgressLine(streams.Error) : null;
        try
        {
            var count = papers.Count == 1 ? "the paper" : $"{papers.Count} papers";
            progress?.Say(formats.Contains(PaperFormat.Pdf) || packs ? $"Making {count}; LibreOffice prints the PDF ..." : $"Making {count} ...");
            files = await PaperFiles.WriteAsync(papers, formats, folder, template, packs, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            streams.Error.WriteLine($"outturn: the files could not be written to {folder}: {e.Message}");
            return ExitCode.WrongUse;
        }

        progress?.Clear();
        summarize(streams.Output);
        streams.Output.WriteLine("Files:");
        foreach (var file in files.Written)
        {
            streams.Output.WriteLine($"  {file}");
        }

        if (files.Remark is { } remark)
        {
            streams.Output.WriteLine(remark);
        }

        return ExitCode.Done;
    }

    internal static bool TryTemplate(byte[] bytes, Register register, InvocationConfiguration streams, out WordTemplate? template)
    {
        template = null;
        switch (WordTemplate.Read(bytes, register.House.Styles))
        {
            case TemplateResult.Accepted accepted:
                template = accepted.Template;
                return true;
            case TemplateResult.Refused refused:
                streams.Error.WriteLine($"outturn: {register.Council.Template}: {refused.Reason}");
                return false;
            default:
                throw new InvalidOperationException("A template is accepted or refused.");
        }
    }

    private static async Task NameMovedTextsAsync(
        Register register, IReadOnlyList<RatedPaper> papers, ReportRequest request, InvocationConfiguration streams, TimeProvider clock, CancellationToken cancel)
    {
        try
        {
            var texts = Directory.Exists(request.Source)
                ? [.. papers.SelectMany(paper => TextStamps.Compare(request.Source, register, paper.Dashboard, request.AcceptTexts))]
                : await StoredMovedAsync(register, [.. papers.Select(paper => paper.Dashboard)], request, clock, cancel);
            foreach (var moved in texts)
            {
                streams.Output.WriteLine();
                streams.Output.WriteLine($"{moved.File} was written before these figures moved; read it again, then change it or add --accept-texts:");
                foreach (var figure in moved.Moved)
                {
                    streams.Output.WriteLine($"  {figure}");
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            streams.Error.WriteLine($"warning: which figures the texts speak of could not be remembered: {e.Message}");
        }
    }

    private static async Task<IReadOnlyList<MovedText>> StoredMovedAsync(Register register, IReadOnlyList<Dashboard> dashboards, ReportRequest request, TimeProvider clock, CancellationToken cancel)
    {
        if (StoreAddress.Read(request.Source, out _) is not { } address || await Store.OpenAsync(address, clock, cancel) is not StoreResult.Opened { Store: var store })
        {
            return [];
        }

        if (request.AcceptTexts)
        {
            await StoredTexts.AcceptAsync(store, register, dashboards, StoreOptions.ActorOf(null), null, cancel);
            return [];
        }

        return await StoredTexts.MovedAsync(store, register, dashboards, cancel);
    }
}
