using Outturn.Core.Dashboards;
using Outturn.Reports.Data;
using Outturn.Reports.Excel;
using Outturn.Reports.Html;
using Outturn.Reports.Word;

namespace Outturn.Reports;

/// <summary>The formats of a paper, in the order in which people reach for them.</summary>
public enum PaperFormat
{
    Html,
    Docx,
    Xlsx,
    Pdf,
    Csv,
    Json,
}

/// <summary>A finished paper: one document and the dashboard it shows, from which every format is made.</summary>
/// <param name="Name">Its file name without ending: policy-and-resources-2019-20.</param>
public sealed record Paper(string Name, Document Document, Dashboard Dashboard)
{
    public string FileName(PaperFormat format) => $"{Name}.{Ending(format)}";

    public static string Ending(PaperFormat format) => format.ToString().ToLowerInvariant();

    /// <summary>Writes one format; PDF needs a program of its own, and several papers at once (<see cref="Pdf.PdfPrinter"/>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The format is PDF.</exception>
    public void Write(PaperFormat format, Stream to, WordTemplate? template = null)
    {
        switch (format)
        {
            case PaperFormat.Html:
                HtmlWriter.Write(Document, to);
                break;
            case PaperFormat.Docx:
                WordWriter.Write(Document, to, template);
                break;
            case PaperFormat.Xlsx:
                ExcelWriter.Write(Document, to);
                break;
            case PaperFormat.Csv:
                DashboardCsv.Write(Dashboard, to);
                break;
            case PaperFormat.Json:
                DashboardJson.Write(Dashboard, to);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "A PDF is printed, not written.");
        }
    }
}
