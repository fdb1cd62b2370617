using System.ComponentModel;
using System.Diagnostics;
using Outturn.Reports.Word;

namespace Outturn.Reports.Pdf;

/// <summary>Prints papers as tagged PDFs through LibreOffice: all papers of one call in one run, for each start of it costs most of a second.</summary>
/// <param name="environment">Reads a variable of the environment; the process's own where nothing else is said.</param>
/// <param name="limit">How long a run may take; null for a limit that grows with the number of papers.</param>
public sealed class PdfPrinter(Func<string, string?>? environment = null, TimeSpan? limit = null)
{
    /// <summary>Where LibreOffice is on this machine; null where it is not.</summary>
    public static string? LibreOffice => Soffice.Find(Environment.GetEnvironmentVariable);

    private const string Export =
        """
        pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"},"DisplayPDFDocumentTitle":{"type":"boolean","value":"true"},"InitialView":{"type":"long","value":"1"}}
        """;

    private const int MostTries = 6;

    private static readonly TimeSpan FirstPaper = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan EachPaper = TimeSpan.FromSeconds(20);

    private readonly Func<string, string?> environment = environment ?? Environment.GetEnvironmentVariable;

    /// <param name="template">The council's own, or null for ours: the same as for its Word files.</param>
    public async Task<PdfResult> PrintAsync(IReadOnlyList<Document> documents, WordTemplate? template, CancellationToken cancel)
    {
        if (Soffice.Find(environment) is not { } soffice)
        {
            return new PdfResult.NotInstalled(Soffice.HowToGetIt);
        }

        if (documents.Count == 0)
        {
            return new PdfResult.Printed([]);
        }

        var folder = Directory.CreateTempSubdirectory("outturn-pdf-");
        try
        {
            var papers = new List<string>();
            foreach (var document in documents)
            {
                papers.Add($"{papers.Count + 1}.docx");
                await using var file = File.Create(Path.Combine(folder.FullName, papers[^1]));
                WordWriter.WriteTwin(document, file, template);
            }

            return await ConvertAsync(soffice, folder.FullName, papers, cancel) is { } reason
                ? new PdfResult.Failed(reason)
                : await CollectAsync(folder.FullName, papers, cancel);
        }
        finally
        {
            await RemoveAsync(folder);
        }
    }

    /// <summary>Null when LibreOffice ended well, else what went wrong.</summary>
    private async Task<string?> ConvertAsync(string soffice, string folder, List<string> papers, CancellationToken cancel)
    {
        var time = limit ?? FirstPaper + EachPaper * papers.Count;
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        ends.CancelAfter(time);
        using var process = new Process { StartInfo = Start(soffice, folder, papers) };
        try
        {
            process.Start();
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            return $"LibreOffice could not be started ({soffice}): {e.Message}";
        }

        try
        {
            process.StandardInput.Close();
            var said = process.StandardError.ReadToEndAsync(ends.Token);
            await process.StandardOutput.ReadToEndAsync(ends.Token);
            await process.WaitForExitAsync(ends.Token);
            var words = (await said).ReplaceLineEndings(" ").Trim();
            return process.ExitCode == 0 ? null : $"LibreOffice ended with code {process.ExitCode}{(words.Length > 0 ? $": {words}" : "")}.";
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return $"LibreOffice was stopped: it did not finish {papers.Count} {(papers.Count == 1 ? "paper" : "papers")} within {time.TotalSeconds:0} seconds.";
        }
        finally
        {
            await StopAsync(process);
        }
    }

    /// <summary>A profile of its own: a second LibreOffice on a profile in use writes nothing, and says so only in its exit code.</summary>
    private static ProcessStartInfo Start(string soffice, string folder, List<string> papers)
    {
        var start = new ProcessStartInfo(soffice)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        start.Environment["TZ"] = "UTC";
        start.ArgumentList.Add($"-env:UserInstallation={new Uri(Path.Combine(folder, "profile")).AbsoluteUri}");
        foreach (var argument in (string[])["--headless", "--norestore", "--nolockcheck", "--convert-to", Export.Trim(), "--outdir", folder, .. papers])
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private static async Task<PdfResult> CollectAsync(string folder, List<string> papers, CancellationToken cancel)
    {
        var files = new List<byte[]>();
        foreach (var paper in papers)
        {
            var pdf = Path.Combine(folder, Path.ChangeExtension(paper, ".pdf"));
            if (!File.Exists(pdf) || new FileInfo(pdf).Length == 0)
            {
                return new PdfResult.Failed($"LibreOffice wrote {files.Count} of {papers.Count} PDFs and gave no reason.");
            }

            files.Add(await File.ReadAllBytesAsync(pdf, cancel));
        }

        return new PdfResult.Printed(files);
    }

    /// <summary>LibreOffice is a launcher and a program: both go.</summary>
    private static async Task StopAsync(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>What was killed may hold its files for a moment, and so may a virus scanner.</summary>
    private static async Task RemoveAsync(DirectoryInfo folder)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                folder.Delete(recursive: true);
                return;
            }
            catch (Exception e) when (tries < MostTries && e is (IOException or UnauthorizedAccessException))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100 * tries), CancellationToken.None);
            }
        }
    }
}
