using Outturn.App.Import;

namespace Outturn.Tests.Import;

public sealed class SourcesTests : IDisposable
{
    private static readonly byte[] Csv = "ref,value\nA,1\n"u8.ToArray();
    private static readonly byte[] Workbook = RawOffice.Workbook(RawOffice.TextRow(1, "ref", "value") + RawOffice.TextRow(2, "A", "1"));
    private static readonly byte[] Document = RawOffice.Document(
        "<w:tbl><w:tr><w:tc><w:p><w:t>ref</w:t></w:p></w:tc><w:tc><w:p><w:t>value</w:t></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:t>A</w:t></w:p></w:tc><w:tc><w:p><w:t>1</w:t></w:p></w:tc></w:tr></w:tbl>");

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string, byte[]> Readable => new()
    {
        { "figures.csv", Csv }, { "figures.TXT", Csv }, { "figures.tsv", "ref\tvalue\nA\t1\n"u8.ToArray() }, { "figures", Csv },
        { "book.xlsx", Workbook }, { "BOOK.XLSX", Workbook }, { "download", Workbook }, { "paper.docx", Document }, { "attachment.dat", Document },
    };

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Readable))]
    public void Read_FileByEndingOrElseByContent_IsTheSameTable(string name, byte[] content)
    {
        var table = Assert.IsType<ReadResult.Read>(Sources.Read(folder.Write(name, content))).Tables.Single();

        Assert.Equal(["ref", "value"], table.Header.Select(column => column.Name));
        Assert.Equal("A 1", $"{table.Rows.Single()[0]} {table.Rows.Single()[1]}");
    }

    [Theory]
    [InlineData("book.xls", "This kind of workbook is not read: save it as .xlsx.")]
    [InlineData("book.xlsm", "This kind of workbook is not read: save it as .xlsx.")]
    [InlineData("book.ods", "This kind of workbook is not read: save it as .xlsx.")]
    [InlineData("paper.doc", "This kind of document is not read: save it as .docx.")]
    [InlineData("paper.PDF", "A PDF is not read, for its tables are only drawn: ask for the spreadsheet or document it was made from.")]
    public void Read_AnotherKindOfFile_IsRefusedWithWhatToDo(string name, string reason) =>
        Assert.Equal(reason, Assert.IsType<ReadResult.Refused>(Sources.Read(folder.Write(name, Csv))).Defects.Single().Reason);

    [Fact]
    public void Read_NoSuchFile_IsRefused() =>
        Assert.Contains("There is no file", Assert.IsType<ReadResult.Refused>(Sources.Read(folder.Path("none"))).Defects.Single().Reason);
}
