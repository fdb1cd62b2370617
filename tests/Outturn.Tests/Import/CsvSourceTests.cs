using System.Text;
using CsvHelper;
using FsCheck;
using FsCheck.Fluent;
using Outturn.App;
using Outturn.App.Import;
using Outturn.Core.Tests;

namespace Outturn.Tests.Import;

public sealed class CsvSourceTests : IDisposable
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly Encoding[] Encodings =
        [new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Windows1252];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Read_HeaderAndRows_AreTextWithTheLineEachRowBeginsOn()
    {
        var table = Table("ref,note,value\r\n\r\nCS04a,\"two\r\nlines\",94.2\r\n,,\r\nCS05,\"say \"\"yes\"\"\",\r\n");

        Assert.Equal(["ref", "note", "value"], table.Header.Select(column => column.Name));
        Assert.Equal([3, 6], table.Rows.Select(row => row.Number));
        Assert.Equal("two\r\nlines", table.Rows[0][1].Text);
        Assert.Equal("say \"yes\"", table.Rows[1][1].Text);
        Assert.True(table.Rows[1][2].IsBlank);
        Assert.Equal("figures.csv", table.Source);
    }

    [Theory]
    [InlineData("ref;value\nA;2,5\nB;3,5\n")]
    [InlineData("ref\tvalue\nA\t2,5\nB\t3,5\n")]
    [InlineData("ref,value\nA,\"2,5\"\nB,\"3,5\"\n")]
    [InlineData("sep=;\nref;value\nA;2,5\nB;3,5\n")]
    [InlineData("\"ref\" , value\rA, \"2,5\"\rB,\"3,5\" ")]
    public void Read_CommaSemicolonOrTab_IsToldFromTheText(string text)
    {
        var table = Table(text);

        Assert.Equal(["ref", "value"], table.Header.Select(column => column.Name));
        Assert.Equal(["2,5", "3,5"], table.Rows.Select(row => row[1].Text));
    }

    [Fact]
    public void Read_SeparatorInsideAQuotedColumnName_DoesNotCount() =>
        Assert.Equal(["Name; of, it", "value"], Table("\"Name; of, it\"\tvalue\nA\t1\n").Header.Select(column => column.Name));

    [Fact]
    public void Read_SavedInAnyOfTheUsualEncodings_KeepsThePoundSign()
    {
        foreach (var encoding in Encodings)
        {
            var path = folder.Write("figures.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes("réf,value\nA,£5\n")]);
            var table = Assert.IsType<ReadResult.Read>(CsvSource.Read(path)).Tables.Single();
            Assert.Equal("réf", table.Header[0].Name);
            Assert.Equal("£5", table.Rows[0][1].Text);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Read_CharacterAcrossTheBorderOfAPiece_IsStillUtf8(int shift)
    {
        var filler = new string('x', 128 * 1024 - "ref,note\n".Length - "A,".Length - 3 + shift);

        Assert.Equal(filler + "€", Table($"ref,note\nA,{filler}€\n").Rows[0][1].Text);
    }

    [Fact]
    public void Read_PoundSignOfWindowsAfterAMillionBytes_IsStillRead()
    {
        var text = "ref,value\n" + string.Concat(Enumerable.Repeat("A,1\n", 300_000)) + "B,£5\n";

        var table = Assert.IsType<ReadResult.Read>(CsvSource.Read(folder.Write("late.csv", Windows1252.GetBytes(text)))).Tables.Single();

        Assert.Equal("£5", table.Rows[^1][1].Text);
        Assert.Equal(300_002, table.Rows[^1].Number);
    }

    [Fact]
    public void Read_MoreCellsThanTheHeader_NamesEveryRow()
    {
        var defects = Refused("ref,value\nA,1,234\nB,1\nC,1,\nD,5,6,7\n");

        Assert.Equal([2, 5], defects.Select(defect => defect.Row));
        Assert.StartsWith("figures.csv, row 2: The row has 3 cells and the header 2: \"234\" belongs to no column.", defects[0].ToString());
    }

    [Fact]
    public void Read_FewerCellsThanTheHeader_AreBlank() => Assert.Equal("", Table("ref,value,note\nA,1\n").Rows[0][2].Text);

    [Fact]
    public void Read_QuotationMarkNeverClosed_NamesTheLineItBeganOn()
    {
        var defect = Assert.Single(Refused("ref,note\nA,fine\nB,\"open\nC,lost\nD,lost\n"));

        Assert.Equal(3, defect.Row);
        Assert.Contains("never closed", defect.Reason);
    }

    [Fact]
    public void Read_QuotationMarkClosedByAnotherRow_NamesTheLineItBeganOn()
    {
        var defect = Assert.Single(Refused("ref,note\nA,\"open\nB,\"fine\"\nC,fine\n"));

        Assert.Equal(2, defect.Row);
        Assert.Contains("left open", defect.Reason);
    }

    [Fact]
    public void Read_OpenQuotationMarkBeforeMegabytes_IsNamedToo()
    {
        var defect = Assert.Single(Refused("ref,note\nA,\"open\n" + string.Concat(Enumerable.Repeat("B,lost\n", 500_000))));

        Assert.Equal(2, defect.Row);
        Assert.Contains("never closed", defect.Reason);
    }

    [Fact]
    public void Read_InchMarkInsideAnUnquotedCell_IsText() => Assert.Equal("5\" pipe", Table("ref,note\nA,5\" pipe\n").Rows[0][1].Text);

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("\uFEFF", "The file is empty.")]
    [InlineData(" \r\n,,\r\n", "The file is empty.")]
    [InlineData("PK\u0003\u0004rest", "This is a workbook or zip file under the name of a text file: give it its own ending (.xlsx), or save it as CSV UTF-8.")]
    [InlineData("ref,value\nA\0,1\n", "This is not a text file: it holds binary data. If it came from a spreadsheet, save it there as CSV UTF-8.")]
    public void Read_NoTable_IsRefusedWithThePlainReason(string text, string reason) =>
        Assert.Equal(reason, Assert.Single(Refused(text)).Reason);

    [Fact]
    public void Read_HeaderOnly_IsATableWithoutRowsAndAWarning()
    {
        var read = Assert.IsType<ReadResult.Read>(CsvSource.Read(folder.Write("targets.csv", "ref,target\n"u8.ToArray())));

        Assert.Empty(read.Tables.Single().Rows);
        Assert.Equal("targets.csv: The file has a header and no rows.", read.Warnings.Single().ToString());
    }

    [Fact]
    public void Read_OneColumnNameTwice_IsRefused() =>
        Assert.Equal(
            "figures.csv, row 1, column \"Value\": The header names this column more than once (columns B and D): keep one of them, or rename it.",
            Assert.Single(Refused("ref,Value,,value,\nA,1,2,3,\n")).ToString());

    [Fact]
    public void Read_BrokenUtf8BehindAByteOrderMark_IsNotTakenForWindows1252() =>
        Assert.Contains("damaged", Assert.Single(Assert.IsType<ReadResult.Refused>(
            CsvSource.Read(folder.Write("figures.csv", [0xEF, 0xBB, 0xBF, (byte)'a', 0xA3, (byte)'\n']))).Defects).Reason);

    [Fact]
    public void Read_FileOver64Megabytes_IsRefusedWithWhatToDo()
    {
        using (var file = File.Create(folder.Path("big.csv")))
        {
            file.SetLength(64 * 1024 * 1024 + 1);
        }

        Assert.Equal(
            "big.csv: The file has 65 MB and at most 64 MB are read at once: split it, or leave out the rows and columns that are not needed.",
            Assert.Single(Assert.IsType<ReadResult.Refused>(CsvSource.Read(folder.Path("big.csv"))).Defects).ToString());
    }

    [Fact]
    public void Read_NoSuchFileOrAFolder_IsRefused()
    {
        Assert.Contains("There is no file", Assert.IsType<ReadResult.Refused>(CsvSource.Read(folder.Path("none.csv"))).Defects.Single().Reason);
        Assert.Contains("a folder", Assert.IsType<ReadResult.Refused>(CsvSource.Read(folder.Path(""))).Defects.Single().Reason);
    }

    [Fact]
    public void Find_ColumnName_ForgivesCapitalsSpacesAndHyphens()
    {
        var table = Table("Ref,YTD given,previous-given\nA,1,2\n");

        Assert.Equal("B", table.Find("ytd_given")?.Letter);
        Assert.Equal("previous-given", table.Find("previous_given")?.Name);
        Assert.Null(table.Find("given"));
    }

    [Fact]
    public void Read_AnyTableWrittenAsCsv_ReadsBackEqual() =>
        Prop.ForAll(Written.ToArbitrary(), written =>
        {
            using var stream = new MemoryStream();
            using (var text = new StreamWriter(stream, written.Encoding, leaveOpen: true))
            using (var csv = CsvWriter.Create(text, new CsvWriterOptions { Separator = written.Separator, Quoting = CsvQuoting.WhenNeededOrWhitespace }))
            {
                foreach (var row in written.Rows.Prepend(["ref", "note", "value"]))
                {
                    csv.WriteRecord(row);
                }
            }

            var table = Assert.IsType<ReadResult.Read>(CsvSource.Read(folder.Write("any.csv", stream.ToArray()))).Tables.Single();
            Assert.Equal(written.Rows, table.Rows.Select(row => Enumerable.Range(0, 3).Select(i => row[i].Text).ToArray()));
        }).Always();

    private static Gen<(Encoding Encoding, char Separator, string[][] Rows)> Written =>
        from encoding in Gen.Elements(Encodings)
        from separator in Gen.Elements(',', ';', '\t')
        from rows in Gen.ArrayOf(Gen.ArrayOf(Cell(encoding), 2).Select(cells => cells.Prepend("A").ToArray()))
        select (encoding, separator, rows);

    private static Gen<string> Cell(Encoding encoding)
    {
        string[] few = ["a", "b", " ", ",", ";", "\t", "\"", "\r", "\n", "\r\n", "£", "é", "’", "0", "5", "-"];
        string[] pieces = encoding == Windows1252 ? few : [.. few, "ł", "−", "漢", "😀"];
        return Gen.Elements(pieces).ArrayOf().Select(string.Concat);
    }

    private SourceTable Table(string text) =>
        Assert.IsType<ReadResult.Read>(CsvSource.Read(folder.Write("figures.csv", Encoding.UTF8.GetBytes(text)))).Tables.Single();

    private IReadOnlyList<Defect> Refused(string text) =>
        Assert.IsType<ReadResult.Refused>(CsvSource.Read(folder.Write("figures.csv", Encoding.UTF8.GetBytes(text)))).Defects;
}
