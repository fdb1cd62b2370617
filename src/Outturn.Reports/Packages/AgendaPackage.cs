using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using Outturn.Core.Dashboards;
using Outturn.Reports.Html;
using Outturn.Reports.Word;

namespace Outturn.Reports.Packages;

/// <summary>Everything that a committee clerk puts on the agenda, in one zip: report, appendices, accessibility statement, and a list of them with digests.</summary>
/// <remarks>The same paper gives the same bytes, those of the PDF apart, which its printer dates.</remarks>
public static class AgendaPackage
{
    public const string ManifestJson = "manifest.json";
    public const string ManifestCsv = "manifest.csv";

    private static readonly DateTimeOffset TheDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Columns = ["order", "title", "kind", "file", "sha256", "bytes", "access"];
    private static readonly CsvWriterOptions CsvLayout = new() { NewLine = "\r\n", WriteByteOrderMark = true, Injection = CsvInjection.Escape, InjectionCharacters = "=@+\t\r" };
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string FileName(Paper paper) => $"{paper.FileStem}.zip";

    /// <param name="pdf">The paper as PDF, or null where none could be printed.</param>
    public static byte[] Of(RatedPaper paper, byte[]? pdf, WordTemplate? template) => Zip(paper, Files(paper, pdf, template));

    internal static IReadOnlyList<PackageFile> Files(RatedPaper paper, byte[]? pdf, WordTemplate? template)
    {
        var word = Bytes(paper, PaperFormat.Docx, template);
        List<PackageFile> files = [new(1, paper.Document.Info.Title, "report", paper.FileName(PaperFormat.Docx), word)];
        if (pdf is not null)
        {
            files.Add(new(2, paper.Document.Info.Title, "report", paper.FileName(PaperFormat.Pdf), pdf));
        }

        var workbook = Bytes(paper, PaperFormat.Xlsx, null);
        files.Add(new(3, "Tables and figures of the report (workbook)", "appendix", $"{paper.FileStem} - Figures.xlsx", workbook));
        files.Add(new(4, "Figures of the report as data (CSV)", "appendix", $"{paper.FileStem} - Data.csv", Bytes(paper, PaperFormat.Csv, null)));
        using var statement = new MemoryStream();
        HtmlWriter.Write(AccessibilityStatement.Of(paper, files, paper.Contact), statement);
        files.Add(new(5, "Accessibility of these documents", "statement", $"{paper.FileStem} - Accessibility.html", statement.ToArray()));
        return [.. files.Select((file, i) => file with { Order = i + 1 })];
    }

    private static byte[] Bytes(RatedPaper paper, PaperFormat format, WordTemplate? template)
    {
        using var memory = new MemoryStream();
        paper.Write(format, memory, template);
        return memory.ToArray();
    }

    private static byte[] Zip(RatedPaper paper, IReadOnlyList<PackageFile> files)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files.Select(file => (file.Name, file.Bytes)).Append((ManifestJson, Json(paper, files))).Append((ManifestCsv, Csv(paper.Dashboard.Council, files))))
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = TheDate;
                using var to = entry.Open();
                to.Write(bytes);
            }
        }

        return memory.ToArray();
    }

    private static string Access(Council council) => council.IsPublic ? "public" : "restricted";

    private static byte[] Json(RatedPaper paper, IReadOnlyList<PackageFile> files)
    {
        var (council, meeting) = (paper.Dashboard.Council, paper.Dashboard.Meeting);
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            council = council.Name,
            committee = paper.Dashboard.Committee?.Name,
            meeting = meeting?.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            item = meeting?.Item,
            title = paper.Document.Info.Title,
            classification = council.Classification,
            files = files.Select(file => new { order = file.Order, title = file.Title, kind = file.Kind, file = file.Name, sha256 = file.Sha256, bytes = file.Bytes.Length, access = Access(council) }),
        }, Layout);
    }

    private static byte[] Csv(Council council, IReadOnlyList<PackageFile> files)
    {
        using var memory = new MemoryStream();
        using (var csv = CsvWriter.Create(memory, CsvLayout, leaveOpen: true))
        {
            csv.WriteRecord(Columns);
            foreach (var file in files)
            {
                csv.WriteRecord(new[] { $"{file.Order}", file.Title, file.Kind, file.Name, file.Sha256, $"{file.Bytes.Length}", Access(council) });
            }
        }

        return memory.ToArray();
    }
}
