using DocumentFormat.OpenXml.Spreadsheet;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using Column = DocumentFormat.OpenXml.Spreadsheet.Column;

namespace Outturn.Tests.Reports.Excel;

/// <summary>The government's rules for accessible spreadsheets, as far as a machine can tell.</summary>
public sealed class AccessibleWorkbookTests : IDisposable
{
    private readonly WrittenWorkbook workbook = WrittenWorkbook.Of(Paper.Document());

    public void Dispose() => workbook.Dispose();

    [Fact]
    public void Workbook_HasTheNotesFirstThenOneSheetForEachNameThatTablesGive() =>
        Assert.Equal(["Notes", "KPIs", "Activity", "Figures"], workbook.Sheets.Select(sheet => sheet.Name!.Value));

    [Fact]
    public void EverySheetButTheNotes_HasOneNamedTableWithOneHeaderRowUnderATitleAndALine()
    {
        foreach (var name in workbook.Sheets.Skip(1).Select(sheet => sheet.Name!.Value!))
        {
            var table = workbook.Table(name);
            var rows = workbook.Part(name).Worksheet.Descendants<Row>().ToArray();
            Assert.Matches("^[A-Za-z][A-Za-z0-9_]*_[0-9]+$", table.DisplayName!.Value);
            Assert.Equal($"A3:{rows[^1].Elements<Cell>().Last().CellReference}", table.Reference!.Value);
            Assert.Equal(
                table.TableColumns!.Elements<TableColumn>().Select(column => column.Name!.Value),
                rows[2].Elements<Cell>().Select(workbook.Value));
            Assert.Equal([1, 1], rows.Take(2).Select(row => row.Elements<Cell>().Count()));
            Assert.StartsWith($"{name}: {Paper.Info.Title}", workbook.Value(workbook.Cell(name, "A1")));
            Assert.NotEmpty(workbook.Value(workbook.Cell(name, "A2")));
        }
    }

    [Fact]
    public void LineAboveATableOfSeveral_SaysHowManyRowsAndWhichColumnsTellThemApart() =>
        Assert.Equal("7 rows from 3 tables of the paper; Service and Frequency say which.", workbook.Value(workbook.Cell("KPIs", "A2")));

    [Fact]
    public void Header_StaysInSightAndIsRepeatedOnEveryPrintedPage()
    {
        foreach (var name in workbook.Sheets.Skip(1).Select(sheet => sheet.Name!.Value!))
        {
            var pane = workbook.Part(name).Worksheet.Descendants<Pane>().Single();
            Assert.Equal((3d, "A4", PaneStateValues.Frozen), (pane.VerticalSplit!.Value, pane.TopLeftCell!.Value, pane.State!.Value));
            Assert.Equal(OrientationValues.Landscape, workbook.Part(name).Worksheet.Descendants<PageSetup>().Single().Orientation!.Value);
            Assert.Contains($"'{name}'!$3:$3", workbook.Main.Workbook.DefinedNames!.Elements<DefinedName>().Select(defined => defined.Text));
        }
    }

    [Fact]
    public void Nothing_IsMergedHiddenOrCalculatedOrComesFromOutside()
    {
        Assert.All(workbook.Sheets, sheet => Assert.Null(sheet.State));
        Assert.Empty(workbook.Main.ExternalWorkbookParts);
        foreach (var part in workbook.Main.WorksheetParts)
        {
            Assert.Empty(part.ExternalRelationships);
            Assert.Empty(part.HyperlinkRelationships);
            Assert.Empty(part.Worksheet.Descendants<MergeCell>());
            Assert.Empty(part.Worksheet.Descendants<CellFormula>());
            Assert.DoesNotContain(part.Worksheet.Descendants<Row>(), row => row.Hidden is not null);
            Assert.DoesNotContain(part.Worksheet.Descendants<Column>(), column => column.Hidden is not null);
        }
    }

    [Fact]
    public void Notes_SayWhoseWorkbookItIsLinkEverySheetAndExplainItsWords()
    {
        var notes = workbook.Part("Notes").Worksheet;
        var lines = notes.Descendants<Cell>().Select(workbook.Value).ToArray();

        Assert.Equal([Paper.Info.Title, Paper.Info.Notice!, Paper.Info.Council, "29 July 2020"], lines.Take(4));
        Assert.Equal(["'KPIs'!A1", "'Activity'!A1", "'Figures'!A1"], notes.Descendants<Hyperlink>().Select(link => link.Location!.Value));
        Assert.Equal(
            ["KPIs", "Activity", "Figures"],
            notes.Descendants<Hyperlink>().Select(link => workbook.Value(workbook.Cell("Notes", link.Reference!.Value!))));
        Assert.Contains("7 rows. Contact centre: monthly KPIs; Governance and law: monthly KPIs; Finance: annual KPIs", lines);
        Assert.Contains("Year to date is April 2019 to March 2020.", lines);
        Assert.Contains("Green – the target was achieved or exceeded.", lines);
        Assert.Contains("Not rated: Awaited – the figure is due and has not come in.", lines);
        Assert.Contains("provisional – the figure may still change.", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("Not rated: No target", StringComparison.Ordinal));
    }

    [Fact]
    public void Properties_SayTitleCouncilLanguageAndThePapersOwnDate()
    {
        var properties = workbook.Package.PackageProperties;

        Assert.Equal((Paper.Info.Title, Paper.Info.Council, "en-GB"), (properties.Title, properties.Creator, properties.Language));
        Assert.Equal((new DateTime(2020, 7, 29), new DateTime(2020, 7, 29)), (properties.Created!.Value.ToUniversalTime(), properties.Modified!.Value.ToUniversalTime()));
    }

    [Fact]
    public void LongText_WrapsInAColumnOfReadableWidth()
    {
        var text = new string('a', 30) + " " + new string('b', 300);
        using var wide = WrittenWorkbook.Of(Paper.Of(Paper.Single("Commentary", "KPIs", new Outturn.Reports.TextCell(text))));
        var look = wide.Main.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)wide.Cell("KPIs", "A4").StyleIndex!.Value);

        Assert.True(look.Alignment!.WrapText!.Value);
        Assert.InRange(wide.Part("KPIs").Worksheet.Descendants<Column>().Single().Width!.Value, 20, 80);
        Assert.True(wide.Part("KPIs").Worksheet.Descendants<Row>().Last().Height!.Value > 60);
    }
}
