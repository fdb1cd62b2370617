namespace Outturn.Reports.Pdf;

/// <summary>What printing came to: every paper, or the reason why there is none.</summary>
public abstract record PdfResult
{
    private PdfResult()
    {
    }

    /// <param name="Files">One PDF for each document, in the same order.</param>
    public sealed record Printed(IReadOnlyList<byte[]> Files) : PdfResult;

    /// <summary>The other formats are made without it.</summary>
    /// <param name="HowToGetIt">A sentence for the person at the screen.</param>
    public sealed record NotInstalled(string HowToGetIt) : PdfResult;

    public sealed record Failed(string Reason) : PdfResult;
}
