using Outturn.App;
using Outturn.Reports;
using Outturn.Reports.Pdf;
using Outturn.Reports.Word;

namespace Outturn.Cli.Reports;

/// <summary>The files of some papers: made in full before the first is put in its place, so that a failure leaves the old ones.</summary>
internal static class PaperFiles
{
    /// <param name="Written">In the order of the papers and formats.</param>
    /// <param name="Remark">Why a format is missing, or null.</param>
    public sealed record Result(IReadOnlyList<string> Written, string? Remark);

    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static async Task<Result> WriteAsync(
        IReadOnlyList<Paper> papers, IReadOnlyList<PaperFormat> formats, string folder, WordTemplate? template, CancellationToken cancel)
    {
        var printing = formats.Contains(PaperFormat.Pdf)
            ? new PdfPrinter().PrintAsync([.. papers.Select(paper => paper.Document)], template, cancel)
            : null;
        List<(string Name, byte[] Bytes)> files = [];
        foreach (var paper in papers)
        {
            foreach (var format in formats.Where(format => format != PaperFormat.Pdf))
            {
                using var memory = new MemoryStream();
                paper.Write(format, memory, template);
                files.Add((paper.FileName(format), memory.ToArray()));
            }
        }

        var (pdfs, remark) = printing is null ? (null, null) : Printed(await printing);
        files.AddRange(pdfs?.Select((bytes, i) => (papers[i].FileName(PaperFormat.Pdf), bytes)) ?? []);
        cancel.ThrowIfCancellationRequested();
        Directory.CreateDirectory(folder);
        var order = papers.SelectMany(paper => formats.Select(paper.FileName)).ToList();
        foreach (var (name, bytes) in files)
        {
            WholeFile.Write(Path.Combine(folder, name), stream => stream.Write(bytes));
        }

        return new Result([.. files.Select(file => file.Name).OrderBy(order.IndexOf).Select(name => Path.Combine(folder, name))], remark);
    }

    private static (IReadOnlyList<byte[]>? Pdfs, string? Remark) Printed(PdfResult result) => result switch
    {
        PdfResult.Printed printed => (printed.Files, null),
        PdfResult.NotInstalled missing => (null, missing.HowToGetIt),
        PdfResult.Failed failed => (null, failed.Reason),
        _ => throw new InvalidOperationException("A PDF is printed or not."),
    };
}
