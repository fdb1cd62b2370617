using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Outturn.App.Import;

namespace Outturn.Tests.Import;

public sealed class HostileOfficeTests : IDisposable
{
    private const string Bomb = "The file unpacks to far more than a workbook or document holds: it is not read.";

    private static readonly string Fine = RawOffice.TextRow(1, "ref", "value") + RawOffice.TextRow(2, "A", "1");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("ref,value\nA,1\n", "This is plain text under the name of an Office file: give it the ending .csv, or save it as .xlsx or .docx.")]
    [InlineData("\uFEFF <!DOCTYPE html><html><table>", "This is a web page or XML under the name of an Office file: open it in Office and save it as .xlsx or .docx.")]
    [InlineData("%PDF-1.7 \0", "This is a PDF: ask for the spreadsheet or document it was made from.")]
    [InlineData("\u0001\0\u0002\0", "This is not a workbook or document: its content is unknown.")]
    public void Read_AnotherKindOfFileUnderTheNameOfAWorkbook_IsRefusedAsWhatItIs(string content, string reason) =>
        Assert.Equal(reason, Refusal(Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void Read_OldWorkbook_IsRefusedWithWhatToDo() =>
        Assert.Equal("This is an old Office file (.xls or .doc): save it as .xlsx or .docx.", Refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]));

    [Fact]
    public void Read_WorkbookBehindAPassword_IsRefusedAsThat() => Assert.Equal(
        "The file is protected by a password: save a copy without it.",
        Refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1024], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[600]]));

    [Fact]
    public void Read_Macros_AreRefusedByTypeAndByPart()
    {
        const string reason = "The file contains macros: save it without them, as .xlsx or .docx.";
        (string, string, string)[] sheets = [("Data", "", $"<sheetData>{Fine}</sheetData>")];

        Assert.Equal(reason, Refusal(RawOffice.Workbook(sheets, type: "application/vnd.ms-excel.sheet.macroEnabled.main+xml")));
        Assert.Equal(reason, Refusal(RawOffice.Workbook(sheets, more: ("xl/vbaProject.bin", "x"))));
        Assert.Equal("This is a binary workbook (.xlsb): save it as .xlsx.", Refusal(RawOffice.Workbook(sheets, type: "application/vnd.ms-excel.sheet.binary.macroEnabled.main")));
    }

    [Fact]
    public void Read_ZipThatIsNoWorkbook_IsRefusedAsWhatItIs()
    {
        Assert.Equal("This is a zip file, not a workbook or document: unpack it and send what is in it.", Refusal(RawOffice.Zip([("figures.csv", "a,b")])));
        Assert.Equal("This is an OpenDocument file: save it as .xlsx or .docx.", Refusal(RawOffice.Zip([("mimetype", "x"), ("content.xml", "<x/>")])));
        Assert.Equal("This is a Word document under the name of a workbook: give it the ending .docx.", Refusal(RawOffice.Document("<w:p/>")));
    }

    [Fact]
    public void Read_FileCutOffAnywhere_IsRefused()
    {
        var whole = RawOffice.Workbook(Fine);
        for (var length = 4; length < whole.Length; length += 97)
        {
            var refusal = Refusal(whole[..length]);
            Assert.StartsWith("The file is damaged or was cut off", refusal);
            Assert.EndsWith("open it in Office, save it again, or ask for it again.", refusal);
            Assert.DoesNotContain("Central Directory", refusal, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Read_AnyByteChanged_IsReadOrRefusedButNeverAnError()
    {
        var whole = RawOffice.Workbook(Fine);
        for (var i = 0; i < whole.Length; i++)
        {
            var changed = (byte[])whole.Clone();
            changed[i] ^= (byte)(1 << (i % 8));
            Assert.NotNull(XlsxSource.Read(folder.Write("book.xlsx", changed)));
        }
    }

    [Fact]
    public void Read_SheetThatUnpacksAThousandfold_IsRefusedUnread() =>
        Assert.Equal(Bomb, Refusal(RawOffice.Workbook(Fine + new string(' ', 64 * 1024 * 1024))));

    [Fact]
    public void Read_SheetThatClaimsToBeSmall_IsNotReadBeyondTheLimit()
    {
        var book = RawOffice.Workbook(Fine + new string(' ', 64 * 1024 * 1024));
        Claim(book, "xl/worksheets/sheet0.xml", length: 1000);

        Assert.Matches("damaged|more in it than is read", Refusal(book));
    }

    [Fact]
    public void Read_ZipOfAMillionParts_IsRefusedUnread()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < 20_000; i++)
            {
                zip.CreateEntry($"{i}");
            }
        }

        Assert.Equal(Bomb, Refusal(bytes.ToArray()));
    }

    [Fact]
    public void Read_SheetThatClaimsToFillExcel_CostsOnlyItsCells()
    {
        var far = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
        var read = Assert.IsType<ReadResult.Read>(XlsxSource.Read(folder.Write("book.xlsx", RawOffice.Workbook(
            Fine + far, "<mergeCells><mergeCell ref=\"B1:XFD1048576\"/></mergeCells>", before: "<dimension ref=\"A1:XFD1048576\"/>"))));

        Assert.Equal(["ref", "value"], read.Tables.Single().Header.Take(2).Select(column => column.Name));
    }

    [Fact]
    public void Read_CellsFarApart_AreRefusedBeforeTheyFillTheMemory()
    {
        var rows = new StringBuilder("<row r=\"1\">" + RawOffice.Text("A1", "ref") + RawOffice.Text("XFD1", "value") + "</row>");
        for (var row = 2; row < 1000; row++)
        {
            rows.Append($"<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c><c r=\"XFD{row}\"><v>1</v></c></row>");
        }

        Assert.StartsWith("The cells of the table lie so far apart", Refusal(RawOffice.Workbook(rows.ToString())));
    }

    [Theory]
    [InlineData("<row r=\"3\"/><row r=\"2\"/>", "row 2 is out of order")]
    [InlineData("<row r=\"0\"/>", "row 0 is out of order")]
    [InlineData("<row r=\"1048577\"/>", "row 1048577 is out of order")]
    [InlineData("<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>", "cell A1 is out of order")]
    [InlineData("<row r=\"1\"><c r=\"XFE1\"/></row>", "cell XFE1 is out of order")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>", "text 7 is missing")]
    public void Read_CellsInImpossiblePlaces_AreDamage(string rows, string reason) =>
        Assert.Equal($"The file is damaged or was cut off ({reason}): open it in Office, save it again, or ask for it again.", Refusal(RawOffice.Workbook(rows)));

    [Fact]
    public void Read_ElementsNestedWithoutEnd_AreDamage() =>
        Assert.Contains("nested without end", Refusal(RawOffice.Workbook("<row r=\"1\"><c r=\"A1\">" + string.Concat(Enumerable.Repeat("<a>", 100_000)))));

    [Fact]
    public void Read_TextOrAddressLongerThanExcelAllows_IsDamageInAFewWords()
    {
        var text = new string('1', 1_000_000);
        foreach (var row in new[] { $"<c r=\"A1\"><v>{text}</v></c>", RawOffice.Text("A1", text), $"<c r=\"{text}\"/>", $"<c r=\"A1\" t=\"s\"><v>{text[..100_000]}</v></c>" })
        {
            Assert.InRange(Refusal(RawOffice.Workbook($"<row r=\"1\">{row}</row>{Noise()}")).Length, 50, 300);
        }
    }

    [Fact]
    public void Read_MoreCellsThanAreHeldAtOnce_IsRefusedWithWhatToDo()
    {
        var rows = string.Concat(Enumerable.Range(2, 20_001).Select(row => $"<row>{string.Concat(Enumerable.Range(0, 30).Select(cell => $"<c><v>{row * cell}</v></c>"))}</row>"));

        Assert.StartsWith("The workbook has more than 600,000 cells: leave out", Refusal(RawOffice.Workbook(Fine + rows)));
    }

    [Fact]
    public void Read_EntitiesThatMultiply_AreRefused()
    {
        var book = RawOffice.Workbook([("Data", "", "")], more: []);
        var bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><worksheet><sheetData>" + Fine.Replace(">A<", ">&b;<") + "</sheetData></worksheet>";

        Assert.StartsWith("The file is damaged or was cut off", Refusal(RawOffice.Replace(book, "xl/worksheets/sheet0.xml", bomb)));
    }

    [Fact]
    public void Read_LinksToOtherWorkbooks_AreNotFollowedAndNamed()
    {
        var read = Assert.IsType<ReadResult.Read>(XlsxSource.Read(folder.Write("book.xlsx", RawOffice.Workbook(
            [("Data", "", $"<sheetData>{Fine}</sheetData>")], more: ("xl/externalLinks/externalLink1.xml", "<externalLink/>")))));

        Assert.Equal("book.xlsx: Some cells take their values from other workbooks: the values last stored here were read.", read.Warnings.Single().ToString());
    }

    [Fact]
    public void Read_TablesNestedWithoutEnd_AreDamage()
    {
        var nested = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 5000)) + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 5000));

        Assert.Contains("too deeply", Assert.IsType<ReadResult.Refused>(DocxSource.Read(folder.Write("paper.docx", RawOffice.Document(nested)))).Defects.Single().Reason);
    }

    private string Refusal(byte[] book) =>
        Assert.IsType<ReadResult.Refused>(XlsxSource.Read(folder.Write("book.xlsx", book))).Defects[0].Reason;

    /// <summary>So that what surrounds it does not shrink like a bomb.</summary>
    private static string Noise() => "<!-- " + string.Concat(Enumerable.Range(0, 30_000).Select(i => $"{i * 7919L % 1_000_003} ")) + " -->";

    /// <summary>Writes another unpacked length into the zip's list of parts.</summary>
    private static void Claim(byte[] book, string part, uint length)
    {
        var name = book.AsSpan().LastIndexOf(Encoding.UTF8.GetBytes(part));
        BinaryPrimitives.WriteUInt32LittleEndian(book.AsSpan(name - 46 + 24), length);
    }
}
