using System.Text;

namespace Outturn.Tests.Import;

/// <summary>Files that somebody sends by mistake or to do harm, each with words of the reason for which it is refused.</summary>
internal static class HostileFiles
{
    private const string Table = "ref,period,value\nCS12,Apr 2019,5\n";

    private static readonly string Fine = RawOffice.TextRow(1, "ref", "Apr 2019") + RawOffice.TextRow(2, "CS12", "5");

    /// <param name="Name">With the ending it is sent under.</param>
    public sealed record HostileFile(string Name, string Reason, Func<byte[]> Make);

    public static IReadOnlyList<HostileFile> All { get; } =
    [
        new("zip bomb.xlsx", "unpacks to far more", () => RawOffice.Workbook(Fine + new string(' ', 64 * 1024 * 1024))),
        new("bomb of texts.xlsx", "unpacks to far more", () => Book(Fine, texts: [$"<t>{new string('x', 64 * 1024 * 1024)}</t>"])),
        new("every cell of Excel claimed.xlsx", "names no indicator", () => RawOffice.Workbook(
            RawOffice.TextRow(1, "ref", "Apr 2019") + "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>",
            "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>", before: "<dimension ref=\"A1:XFD1048576\"/>")),
        new("cells far apart.xlsx", "far apart", () => RawOffice.Workbook(
            "<row r=\"1\">" + RawOffice.Text("A1", "ref") + RawOffice.Text("XFD1", "Apr 2019") + "</row>"
            + string.Concat(Enumerable.Range(2, 1000).Select(row => $"<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c><c r=\"XFD{row}\"><v>1</v></c></row>")))),
        new("more cells than fit.xlsx", "more than 600,000 cells", () => RawOffice.Workbook(
            Fine + string.Concat(Enumerable.Range(3, 30_000).Select(row => $"<row>{string.Concat(Enumerable.Range(0, 30).Select(cell => $"<c><v>{row * cell}</v></c>"))}</row>")))),
        new("links.xlsx", "takes values from other workbooks", () => Book(Fine, more: ("xl/externalLinks/externalLink1.xml", "<externalLink/>"))),
        new("entities.xlsx", "damaged or was cut off", () => RawOffice.Replace(RawOffice.Workbook(Fine), "xl/worksheets/sheet0.xml",
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><worksheet><sheetData>" + Fine.Replace(">CS12<", ">&b;<", StringComparison.Ordinal) + "</sheetData></worksheet>")),
        new("macros.xlsx", "contains macros", () => Book(Fine, more: ("xl/vbaProject.bin", "x"))),
        new("macros.xlsm", "is not read: save it as .xlsx", () => Book(Fine, more: ("xl/vbaProject.bin", "x"))),
        new("formula.xlsx", "is worked out by a formula", () => RawOffice.Workbook(
            RawOffice.TextRow(1, "ref", "Apr 2019") + $"<row r=\"2\">{RawOffice.Text("A2", "CS12")}<c r=\"B2\"><f>WEBSERVICE(\"http://x\")</f><v>5</v></c></row>")),
        new("formula without a value.xlsx", "has no stored value", () => RawOffice.Workbook(
            RawOffice.TextRow(1, "ref", "Apr 2019") + $"<row r=\"2\">{RawOffice.Text("A2", "CS12")}<c r=\"B2\"><f>1+1</f></c></row>")),
        new("cut off.xlsx", "damaged or was cut off", () => RawOffice.Workbook(Fine)[..600]),
        new("text as a workbook.xlsx", "plain text under the name", () => Encoding.UTF8.GetBytes(Table)),
        new("old workbook.xlsx", "old Office file", () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]),
        new("pdf.xlsx", "This is a PDF", () => "%PDF-1.7 \0"u8.ToArray()),
        new("workbook as text.csv", "under the name of a text file", () => RawOffice.Workbook(Fine)),
        new("noise.csv", "binary data", () => Noise(4 * 1024 * 1024)),
        new("document.docx", "not taken from a document", () => RawOffice.Document("<w:p/>")),
        new("empty.csv", "empty", () => []),
        new("one endless cell.csv", "longer than 1 MB", () => Encoding.ASCII.GetBytes(Table + "CS12,May 2019," + new string('1', 64 * 1024 * 1024))),
        new("a quote never closed.csv", "opened and never closed", () => Encoding.ASCII.GetBytes(Table + "CS12,May 2019,\"" + string.Concat(Enumerable.Repeat("1,2,3\n", 8 * 1024 * 1024)))),
        new("a million columns.csv", "longer than 1 MB", () => Encoding.ASCII.GetBytes("ref,period,value" + new string(',', 32 * 1024 * 1024) + "\nCS12,Apr 2019,5\n")),
        new("a long list of bad rows.csv", "There is no indicator", () => Encoding.ASCII.GetBytes("ref,period,value\n" + string.Concat(Enumerable.Repeat("NO1,Apr 2019,5\n", 200_000)))),
    ];

    private static byte[] Book(string rows, string[]? texts = null, params (string, string)[] more) =>
        RawOffice.Workbook([("Data", "", $"<sheetData>{rows}</sheetData>")], texts, more: more);

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(20_201_127).NextBytes(bytes);
        return bytes;
    }
}
