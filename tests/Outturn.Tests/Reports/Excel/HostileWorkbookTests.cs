using DocumentFormat.OpenXml.Spreadsheet;
using Outturn.Reports;
using Cell = Outturn.Reports.Cell;
using Column = Outturn.Reports.Column;
using Table = Outturn.Reports.Table;

namespace Outturn.Tests.Reports.Excel;

public sealed class HostileWorkbookTests
{
    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    public void Text_ThatLooksLikeAFormula_IsTextAndStaysSoWhenItIsEdited(string text)
    {
        using var workbook = Of(text);
        var cell = workbook.Cell("KPIs", "A4");

        Assert.Equal((text, CellValues.SharedString), (workbook.Value(cell), cell.DataType!.Value));
        Assert.True(workbook.Main.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value).QuotePrefix!.Value);
        ExcelWriterTests.Valid(workbook);
    }

    [Theory]
    [InlineData("bell\u0007, null\0, escape\u001b", "bell, null, escape")]
    [InlineData("half a pair \ud83d here", "half a pair  here")]
    [InlineData("a whole pair 😀", "a whole pair 😀")]
    [InlineData("two\r\nlines\rthree", "two\nlines\nthree")]
    [InlineData("tab\there", "tab here")]
    [InlineData("not a character \uffff\ufffe", "not a character ")]
    [InlineData("<b>&amp;\"'</b>", "<b>&amp;\"'</b>")]
    [InlineData("  spaces  ", "  spaces  ")]
    [InlineData("_x0041_ and _x000g_", "_x005F_x0041_ and _x000g_")]
    public void Text_OfAnyKind_IsHeldWithoutWhatNoCellMayHold(string text, string held)
    {
        using var workbook = Of(text);

        Assert.Equal(held, workbook.Value(workbook.Cell("KPIs", "A4")));
        ExcelWriterTests.Valid(workbook);
    }

    [Fact]
    public void Text_LongerThanACellHolds_IsCutWithASign()
    {
        using var workbook = Of(new string('x', 40_000));

        Assert.Equal(new string('x', 32_766) + "…", workbook.Value(workbook.Cell("KPIs", "A4")));
    }

    [Fact]
    public void SheetNames_AreWithinExcelsRulesAndNeverTheSame()
    {
        string[] wanted = ["a/b\\c?d*e[f]:g", "NOTES", "History", "", "'quoted'", new string('n', 40), new string('n', 41), "kpis", "KPIs", "Two\nlines", "It's"];
        using var workbook = WrittenWorkbook.Of(Paper.Of([.. wanted.Select(name => Paper.Single("Ref", name, "x"))]));

        Assert.Equal(
            ["Notes", "a-b-c-d-e-f--g", "NOTES 2", "Sheet", "Sheet 2", "quoted", new string('n', 31), new string('n', 29) + " 2", "kpis", "KPIs 2", "Two lines", "It's"],
            workbook.Sheets.Select(sheet => sheet.Name!.Value));
        Assert.Contains("'It''s'!$3:$3", workbook.Main.Workbook.DefinedNames!.Elements<DefinedName>().Select(defined => defined.Text));
        ExcelWriterTests.Valid(workbook);
    }

    [Fact]
    public void Headers_BlankDoubledOrOfSeveralLines_BecomeDifferentNames()
    {
        Column[] columns = [new("", 1), new("Rating", 1), new("rating", 1), new("Two\nlines", 1), new("", 1)];
        var table = new Table("t", "Caption", columns, [["1", "2", "3", "4", "5"]], RowHeader: 0, "KPIs", [new("Rating", "key")]);
        using var workbook = WrittenWorkbook.Of(Paper.Of(table));

        Assert.Equal(
            ["key", "1", "2", "3", "4", "5"],
            new[] { "Rating", "Column", "Column: Rating", "Column: Rating: rating", "Two lines", "Two lines: Column" }.Select(header => workbook.Rows("KPIs")[0][header]));
        ExcelWriterTests.Valid(workbook);
    }

    [Fact]
    public void CouncilNameWithAnAmpersand_PrintsAsItIsInTheFooter()
    {
        var document = Paper.Document();
        using var workbook = WrittenWorkbook.Of(document with { Info = document.Info with { Council = "Hammersmith & Fulham" } });

        Assert.Equal("&LHammersmith && Fulham&RPage &P of &N", workbook.Part("KPIs").Worksheet.Descendants<OddFooter>().Single().Text);
    }

    private static WrittenWorkbook Of(string text) => WrittenWorkbook.Of(Paper.Of(Paper.Single("Text", "KPIs", (Cell)text)));
}
