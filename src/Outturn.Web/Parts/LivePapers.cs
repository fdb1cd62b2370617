using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.People;
using Outturn.Core.Release;
using Outturn.Reports;
using Outturn.Reports.Issued;
using Outturn.Reports.Packages;
using Outturn.Reports.Pdf;
using Outturn.Reports.Word;
using Outturn.Web.Release;

namespace Outturn.Web.Parts;

/// <summary>What came of making a file of a paper.</summary>
public abstract record PaperFile
{
    private PaperFile()
    {
    }

    public sealed record Made(byte[] Bytes, string ContentType) : PaperFile;

    public sealed record Refused(string Reason) : PaperFile;
}

/// <summary>Files of papers, each made once for a state of the council: a PDF takes seconds.</summary>
public sealed class LivePapers(Store store) : IDisposable
{
    private static readonly TimeSpan LongestPrint = TimeSpan.FromMinutes(2);

    private readonly ConditionalWeakTable<CouncilNow, ConcurrentDictionary<(string Name, string Content, DateOnly Date, PaperFormat Format), Lazy<Task<PaperFile>>>> made = [];

    /// <summary>LibreOffice prints one at a time.</summary>
    private readonly SemaphoreSlim printing = new(1, 1);

    public async Task<PaperFile> FileAsync(CouncilNow now, Paper paper, PaperFormat format, CancellationToken cancel)
    {
        var files = made.GetOrCreateValue(now);

        // A paper with national figures in it may be another while the council's stay as they are.
        var key = (paper.Name, paper is RatedPaper ? paper.Document.Info.Title : PaperDigest.Of(paper), paper.Document.Info.Date, format);
        var file = await files.GetOrAdd(key, _ => new Lazy<Task<PaperFile>>(() => MakeAsync(now, paper, format))).Value.WaitAsync(cancel);
        if (file is PaperFile.Refused)
        {
            files.TryRemove(key, out _);
        }

        return file;
    }

    /// <summary>A paper of a report as a page hands it out to somebody, marked while it is a draft; else why it could not be made, or is shut to them.</summary>
    /// <param name="life">The report that it is of; null where none is on its way.</param>
    public async Task<(IActionResult? File, string Reason)> HandOutAsync(CouncilNow now, Paper paper, PaperFormat format, ReportLife? life, Person person, CancellationToken cancel) =>
        Embargo.Of(paper, life, person) is { } open ? await HandOutAsync(now, open, format, cancel) : (null, Embargo.Shut);

    /// <summary>A paper as a page hands it out; else why it could not be made.</summary>
    public async Task<(IActionResult? File, string Reason)> HandOutAsync(CouncilNow now, Paper paper, PaperFormat format, CancellationToken cancel) => await FileAsync(now, paper, format, cancel) switch
    {
        PaperFile.Made made => (new FileContentResult(made.Bytes, made.ContentType) { FileDownloadName = paper.FileName(format) }, ""),
        PaperFile.Refused refused => (null, refused.Reason),
        _ => throw new InvalidOperationException("A file is made or refused."),
    };

    /// <summary>A paper with its appendices as one zip for the agenda system, likewise; without a PDF where none can be printed.</summary>
    public async Task<(IActionResult? File, string Reason)> HandOutPackageAsync(CouncilNow now, RatedPaper made, ReportLife? life, Person person, CancellationToken cancel)
    {
        if (Embargo.Of(made, life, person) is not { } paper)
        {
            return (null, Embargo.Shut);
        }

        var (template, refusal) = await HouseTemplate.ReadAsync(store, now.Register!, cancel);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        var pdf = await FileAsync(now, paper, PaperFormat.Pdf, cancel) is PaperFile.Made printed ? printed.Bytes : null;
        return (new FileContentResult(AgendaPackage.Of(paper, pdf, template), "application/zip") { FileDownloadName = AgendaPackage.FileName(paper) }, "");
    }

    public void Dispose() => printing.Dispose();

    private async Task<PaperFile> MakeAsync(CouncilNow now, Paper paper, PaperFormat format)
    {
        var (template, refusal) = format is PaperFormat.Docx or PaperFormat.Pdf ? await HouseTemplate.ReadAsync(store, now.Register!, CancellationToken.None) : (null, null);
        if (refusal is not null)
        {
            return new PaperFile.Refused(refusal);
        }

        if (format == PaperFormat.Pdf)
        {
            return await PrintAsync(paper, template);
        }

        using var memory = new MemoryStream();
        paper.Write(format, memory, template);
        return new PaperFile.Made(memory.ToArray(), format.MediaType());
    }

    private async Task<PaperFile> PrintAsync(Paper paper, WordTemplate? template)
    {
        using var limit = new CancellationTokenSource(LongestPrint);
        await printing.WaitAsync(CancellationToken.None);
        try
        {
            return await new PdfPrinter().PrintAsync([paper.Document], template, limit.Token) switch
            {
                PdfResult.Printed { Files: [var file] } => new PaperFile.Made(file, PaperFormat.Pdf.MediaType()),
                PdfResult.NotInstalled missing => new PaperFile.Refused(missing.HowToGetIt),
                PdfResult.Failed failed => new PaperFile.Refused(failed.Reason),
                _ => throw new InvalidOperationException("A PDF is printed or not."),
            };
        }
        catch (OperationCanceledException)
        {
            return new PaperFile.Refused("LibreOffice took more than two minutes to print it. Try again, or take the Word file.");
        }
        finally
        {
            printing.Release();
        }
    }
}
