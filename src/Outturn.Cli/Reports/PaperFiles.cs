using Outturn.App;
using Outturn.Reports;
using Outturn.Reports.Packages;
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
        IReadOnlyList<Paper> papers, IReadOnlyList<PaperFormat> formats, string folder, WordTemplate? template, bool packs, CancellationToken cancel)
    {
        var printing = packs || formats.Contains(PaperFormat.Pdf)
            ? new PdfPrinter().PrintAsync([.. papers.Select(paper => paper.Document)], template, cancel)
            : Task.FromResult<PdfResult>(new PdfResult.Printed([]));
        var writing = Task.WhenAll(
            from paper in papers
            from format in formats
            where format != PaperFormat.Pdf && paper.Formats.Contains(format)
            select Task.Run(() => new MadeFile(paper.FileName(format), Bytes(paper, format, template)), cancel));

        // Both are awaited even when one fails: LibreOffice must not outlive the program.
        await Task.WhenAll(printing, writing);
        var (pdfs, remark) = Printed(await printing);
        List<MadeFile> files =
        [
            .. await writing,
            .. formats.Contains(PaperFormat.Pdf) ? pdfs.Select((bytes, i) => new MadeFile(papers[i].FileName(PaperFormat.Pdf), bytes)) : [],
            .. packs ? papers.OfType<RatedPaper>().Select((paper, i) => new MadeFile(AgendaPackage.FileName(paper), AgendaPackage.Of(paper, pdfs.ElementAtOrDefault(i), template))) : [],
        ];
        cancel.ThrowIfCancellationRequested();
        Directory.CreateDirectory(folder);
        var order = papers.SelectMany(paper => formats.Select(paper.FileName).Append(AgendaPackage.FileName(paper))).ToList();
        WholeFile.WriteAll([.. files.Select(file => (Path.Combine(folder, file.Name), (Action<Stream>)(stream => stream.Write(file.Bytes))))]);

        return new Result([.. files.Select(file => file.Name).OrderBy(order.IndexOf).Select(name => Path.Combine(folder, name))], remark);
    }

    private static byte[] Bytes(Paper paper, PaperFormat format, WordTemplate? template)
    {
        using var memory = new MemoryStream();
        paper.Write(format, memory, template);
        return memory.ToArray();
    }

    private static (IReadOnlyList<byte[]> Pdfs, string? Remark) Printed(PdfResult result) => result switch
    {
        PdfResult.Printed printed => (printed.Files, null),
        PdfResult.NotInstalled missing => ([], missing.HowToGetIt),
        PdfResult.Failed failed => ([], failed.Reason),
        _ => throw new InvalidOperationException("A PDF is printed or not."),
    };

    private sealed record MadeFile(string Name, byte[] Bytes);
}
