using Outturn.Core.Dashboards;
using Outturn.Core.Papers;
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

public static class PaperFormats
{
    /// <summary>By which a file of the format is known on the web.</summary>
    public static string MediaType(this PaperFormat format) => format switch
    {
        PaperFormat.Html => "text/html; charset=utf-8",
        PaperFormat.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        PaperFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        PaperFormat.Pdf => "application/pdf",
        PaperFormat.Csv => "text/csv; charset=utf-8",
        _ => "application/json",
    };
}

/// <summary>A finished paper: one document, from which every format is made.</summary>
/// <param name="Name">By which it is known, and its file name without ending where the house has no pattern: policy-and-resources-2019-20.</param>
public record Paper(string Name, Document Document)
{
    /// <summary>The formats that it can be had in.</summary>
    public virtual IReadOnlyList<PaperFormat> Formats => [PaperFormat.Html, PaperFormat.Docx, PaperFormat.Xlsx, PaperFormat.Pdf];

    /// <summary>Its file name by the house's pattern, or why it has none; null where the house has no pattern.</summary>
    public PaperNaming? HouseName { get; init; }

    /// <summary>Its file name without ending.</summary>
    public string FileStem => HouseName?.Name ?? Name;

    public string FileName(PaperFormat format) => $"{FileStem}.{Ending(format)}";

    public static string Ending(PaperFormat format) => format.ToString().ToLowerInvariant();

    /// <summary>Writes one format; PDF needs a program of its own, and several papers at once (<see cref="Pdf.PdfPrinter"/>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The format is PDF, or none of its own.</exception>
    public virtual void Write(PaperFormat format, Stream to, WordTemplate? template = null)
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
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "A PDF is printed, not written, and data comes from a dashboard alone.");
        }
    }
}

/// <summary>The paper of a dashboard, whose figures can be had as data too.</summary>
/// <param name="Dashboard">As it is published.</param>
public sealed record RatedPaper(string Name, Document Document, Dashboard Dashboard) : Paper(Name, Document)
{
    /// <summary>Whom a reader tells that a document is not accessible to them; null where nobody is known.</summary>
    public string? Contact { get; init; }

    /// <summary>Where it is a quarterly report: the history and changes that go with the dashboard.</summary>
    public QuarterlyReport? Quarterly { get; init; }

    /// <summary>As it is known, for checks: where an indicator has a threshold, with what is not published.</summary>
    public Dashboard Known { get; init; } = Dashboard;

    public override IReadOnlyList<PaperFormat> Formats => Enum.GetValues<PaperFormat>();

    public override void Write(PaperFormat format, Stream to, WordTemplate? template = null)
    {
        switch (format)
        {
            case PaperFormat.Csv:
                DashboardCsv.Write(Dashboard, to, Quarterly);
                break;
            case PaperFormat.Json:
                DashboardJson.Write(Dashboard, to, Quarterly);
                break;
            default:
                base.Write(format, to, template);
                break;
        }
    }
}
