using FsCheck;
using FsCheck.Fluent;
using Outturn.App.Import;
using Outturn.Core.Indicators;
using Outturn.Core.Tests;
using Outturn.Reports;
using Outturn.Reports.Excel;

namespace Outturn.Tests.Import;

/// <summary>Workbooks of our own come back as they were written.</summary>
public sealed class WrittenWorkbookTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Read_AnyTableWrittenAsAWorkbook_ReadsBackEqual() =>
        Prop.ForAll(Tables.ToArbitrary(), rows =>
        {
            var table = Read(rows);
            Assert.Equal(rows.Length, table.Rows.Count);
            for (var i = 0; i < rows.Length; i++)
            {
                Assert.Equal(4 + i, table.Rows[i].Number);
                for (var column = 0; column < rows[i].Length; column++)
                {
                    var (written, read) = (rows[i][column], table.Rows[i][column]);
                    Assert.Equal(written is FigureCell figure ? figure.Figure : written.Text, read.Text);
                    Assert.Equal((written as FigureCell)?.Shown, read.Number);
                }
            }
        }).Always();

    private static Gen<Cell[][]> Tables =>
        from rows in Gen.ArrayOf(
            from text in Gen.Elements("a", "b ", "é", "漢", "😀", "=", "_x0041_", "<", "\n", "'", "94.2%", "01").ArrayOf().Select(string.Concat)
            from figure in Figure
            from other in Figure
            select new Cell[] { "CS01", string.IsNullOrWhiteSpace(text) ? "" : text, figure, other })
        where rows.Length > 0
        select rows;

    private static Gen<FigureCell> Figure =>
        from unit in Gen.Elements("%", "£", "£m", "number", "days")
        from decimals in Gen.Choose(0, 5)
        from digits in Gen.Choose(-2_000_000_000, 2_000_000_000)
        from scale in Gen.Choose(0, 9)
        select new FigureCell(Unit.Round(new decimal(Math.Abs(digits), 0, 0, digits < 0, (byte)scale), decimals), decimals, new Unit(unit));

    private SourceTable Read(Cell[][] rows)
    {
        var table = new Table("t", "Caption", [new("ref", 1), new("note", 1), new("value", 1), new("target", 1)], rows, RowHeader: 0, "Figures of the year", []);
        using var bytes = new MemoryStream();
        ExcelWriter.Write(new Document(new DocumentInfo("Title", "Council", new DateOnly(2020, 7, 29), "#1d4f7c"), [new Section(Orientation.Portrait, [table])]), bytes);
        var result = XlsxSource.Read(folder.Write("any.xlsx", bytes.ToArray()), ["ref", "value", "target"]);
        Assert.True(result is ReadResult.Read, string.Join("\n", (result as ReadResult.Refused)?.Defects ?? []));
        var read = (ReadResult.Read)result;
        Assert.Equal("Figures of the year", read.Tables.Single().Name);
        return read.Tables.Single();
    }
}
