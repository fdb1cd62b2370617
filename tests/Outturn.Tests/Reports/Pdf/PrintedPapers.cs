using System.Diagnostics;
using Outturn.Reports;
using Outturn.Reports.Pdf;
using Outturn.Tests.Import;

namespace Outturn.Tests.Reports.Pdf;

/// <summary>Papers printed once, in one run, and read by the tests with the tools of the trade.</summary>
public sealed class PrintedPapers : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public IReadOnlyList<Document> Papers { get; } = [Sample.Document(), HostileText.Everywhere(HostileText.Texts[1]), HostileText.Everywhere(HostileText.Texts[3])];

    public IReadOnlyList<byte[]> Files { get; private set; } = [];

    public async Task InitializeAsync()
    {
        var result = await new PdfPrinter().PrintAsync(Papers, template: null, CancellationToken.None);
        Files = result is PdfResult.Printed printed ? printed.Files : throw new InvalidOperationException(result.ToString());
        for (var i = 0; i < Files.Count; i++)
        {
            folder.Write($"{i}.pdf", Files[i]);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => folder.Dispose();

    /// <summary>What a tool says of the first paper.</summary>
    public string Ask(string tool, params string[] options) => AskOf(0, tool, options);

    public string AskOf(int paper, string tool, params string[] options) => Run(tool, [.. options, folder.Path($"{paper}.pdf"), "-"]);

    public string Info(params string[] options) => Run("pdfinfo", [.. options, folder.Path("0.pdf")]);

    public string Fonts() => Run("pdffonts", [folder.Path("0.pdf")]);

    private static string Run(string tool, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.Latin1 })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return said;
    }
}
