using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Outturn.Reports;
using Outturn.Reports.Pdf;
using Outturn.Tests.Import;

namespace Outturn.Tests.Reports.Pdf;

public sealed partial class PdfPrinterTests(PrintedPapers papers) : IClassFixture<PrintedPapers>
{
    [Fact]
    public void EveryPaperOfACall_IsPrinted_InOrder()
    {
        Assert.Equal(papers.Papers.Count, papers.Files.Count);
        Assert.All(papers.Files, file => Assert.Equal("%PDF-", Encoding.ASCII.GetString(file, 0, 5)));
        Assert.Contains(papers.Papers[0].Info.Title, papers.Ask("pdftotext").ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void EveryChart_IsDescribedInWords()
    {
        for (var i = 0; i < papers.Papers.Count; i++)
        {
            var descriptions = Alt().Matches(papers.AskOf(i, "qpdf", "--qdf", "--object-streams=disable"));

            Assert.Equal(papers.Papers[i].Charts.Count(), descriptions.Count);
        }

        var first = Alt().Match(papers.Ask("qpdf", "--qdf", "--object-streams=disable")).Groups[1].Value;
        Assert.Equal($"{SampleCharts.Usual.Title} - {SampleCharts.Usual.Description}", Encoding.BigEndianUnicode.GetString(Convert.FromHexString(first)).TrimStart('\ufeff'));
    }

    [Fact]
    public void Paper_IsTagged_ForUniversalAccess()
    {
        var source = papers.Ask("qpdf", "--qdf", "--object-streams=disable");

        Assert.Matches("Tagged: +yes", papers.Info());
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", source, StringComparison.Ordinal);
        Assert.Contains("/Lang (en-GB)", source, StringComparison.Ordinal);
        Assert.Contains("/DisplayDocTitle true", source, StringComparison.Ordinal);
        Assert.Matches($"Title: +{Regex.Escape(papers.Papers[0].Info.Title)}", papers.Info());
    }

    [Fact]
    public void HeaderCells_AreHeaderCells_AndHeadingsAreHeadings()
    {
        var source = papers.Ask("qpdf", "--qdf", "--object-streams=disable");

        Assert.Equal(papers.Papers[0].Tables.Sum(table => table.Columns.Count), HeaderCell().Count(source));
        Assert.Equal(papers.Papers[0].Tables.Count(), Table().Count(source));
        for (var level = 1; level <= 4; level++)
        {
            Assert.Equal(papers.Papers[0].Blocks.OfType<Heading>().Count(heading => heading.Level == level), Regex.Count(source, $@"/S /H{level}\s"));
        }
    }

    [Fact]
    public void Bookmarks_AreTheHeadings()
    {
        using var json = JsonDocument.Parse(papers.Ask("qpdf", "--json", "--json-key=outlines").TrimEnd('-'));

        var expected = papers.Papers[0].Blocks.OfType<Heading>().Select(heading => heading.Number is { } number ? $"{number} {heading.Text}" : heading.Text);
        Assert.Equal(expected, Titles(json.RootElement.GetProperty("outlines")));
    }

    [Fact]
    public void Text_IsTextInEmbeddedFonts()
    {
        var fonts = papers.Fonts().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        var text = papers.Ask("pdftotext");

        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Matches(" yes +(yes|no) +yes ", font));
        Assert.Contains("Target 95%", text, StringComparison.Ordinal);
        Assert.Contains("94.96%", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutLibreOffice_ASentenceSaysHowToGetIt()
    {
        string? Nothing(string variable) => variable is "PATH" ? "/nowhere" : null;

        var result = await new PdfPrinter(Nothing).PrintAsync(papers.Papers, null, CancellationToken.None);

        Assert.Equal(
            "PDF left out: LibreOffice is not installed. On Debian or Ubuntu: sudo apt-get install libreoffice-writer-nogui; on Windows: https://www.libreoffice.org/download/",
            Assert.IsType<PdfResult.NotInstalled>(result).HowToGetIt);
        Assert.IsType<PdfResult.NotInstalled>(await new PdfPrinter(_ => "/nowhere/soffice").PrintAsync(papers.Papers, null, CancellationToken.None));
    }

    [Fact]
    public async Task LibreOfficeThatHangs_IsStopped_AndSaidSo()
    {
        using var folder = new TemporaryFolder();
        var printer = Printer(folder, "sleep 600 & wait", TimeSpan.FromSeconds(1));

        var result = await printer.PrintAsync([Sample.Document()], null, CancellationToken.None);

        Assert.Equal("LibreOffice was stopped: it did not finish 1 paper within 1 seconds.", Assert.IsType<PdfResult.Failed>(result).Reason);
    }

    [Fact]
    public async Task LibreOfficeThatFails_GivesItsReason()
    {
        using var folder = new TemporaryFolder();

        var failed = await Printer(folder, "echo the disk is full >&2; exit 77").PrintAsync([Sample.Document()], null, CancellationToken.None);
        var silent = await Printer(folder, "exit 0").PrintAsync([Sample.Document()], null, CancellationToken.None);

        Assert.Equal("LibreOffice ended with code 77: the disk is full.", Assert.IsType<PdfResult.Failed>(failed).Reason);
        Assert.Equal("LibreOffice wrote 0 of 1 PDFs and gave no reason.", Assert.IsType<PdfResult.Failed>(silent).Reason);
    }

    [Fact]
    public async Task Cancelled_StopsAtOnce()
    {
        using var folder = new TemporaryFolder();
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Printer(folder, "sleep 600").PrintAsync([Sample.Document()], null, cancel.Token));
    }

    /// <summary>A printer whose LibreOffice is a few lines of shell: the ways in which the real one goes wrong.</summary>
    private static PdfPrinter Printer(TemporaryFolder folder, string script, TimeSpan? limit = null)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("These tests need a shell, qpdf and poppler, as ./test does.");
        }

        var path = folder.Write("soffice", Encoding.UTF8.GetBytes($"#!/bin/sh\n{script}\n"));
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        return new PdfPrinter(variable => variable == "OUTTURN_SOFFICE" ? path : null, limit);
    }

    private static IEnumerable<string> Titles(JsonElement outlines) => outlines.EnumerateArray().SelectMany(
        outline => Titles(outline.GetProperty("kids")).Prepend(outline.GetProperty("title").GetString()!));

    [GeneratedRegex("/Alt <([0-9a-f]+)>")]
    private static partial Regex Alt();

    [GeneratedRegex(@"/S /TH\s")]
    private static partial Regex HeaderCell();

    [GeneratedRegex(@"/S /Table\s")]
    private static partial Regex Table();
}
