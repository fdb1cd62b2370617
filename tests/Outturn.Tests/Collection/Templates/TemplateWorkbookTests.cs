using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Outturn.App.Collection.Templates;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;

namespace Outturn.Tests.Collection.Templates;

/// <summary>What a service gets to fill in.</summary>
public sealed class TemplateWorkbookTests : IDisposable
{
    private static readonly string[] Entries =
    [
        "Value", "Numerator", "Denominator", "Marker", "Note or reason", "Year-end forecast", "Reason for forecast", "Context (for the public)", "Cause", "Action", "Owner", "Due",
        "Recovery", "Internal note (not published)",
    ];

    private readonly TemplateEditor template = new(IssuedTemplate.Bytes());

    public void Dispose() => template.Dispose();

    [Fact]
    public void Excel_finds_nothing_wrong_with_it()
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(IssuedTemplate.Bytes()), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void Equal_contents_are_equal_bytes_whatever_the_clock_says()
    {
        Assert.Equal(IssuedTemplate.Bytes(), IssuedTemplate.Bytes());
        using var zip = new ZipArchive(new MemoryStream(IssuedTemplate.Bytes()));
        Assert.All(zip.Entries, part => Assert.Equal(new DateTime(1980, 1, 1), part.LastWriteTime.DateTime));
    }

    [Fact]
    public void Nothing_is_merged_hidden_calculated_or_locked_with_a_password()
    {
        Assert.Equal(["Figures", "How to fill this in", "Posts"], template.Package.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name!.Value));
        Assert.All(template.Package.WorkbookPart.Workbook.Descendants<Sheet>(), sheet => Assert.Null(sheet.State));
        foreach (var sheet in template.Package.WorkbookPart.WorksheetParts.Select(part => part.Worksheet))
        {
            Assert.Empty(sheet.Descendants<MergeCell>());
            Assert.Empty(sheet.Descendants<CellFormula>());
            Assert.DoesNotContain(sheet.Descendants<Column>(), column => column.Hidden is not null);
            Assert.DoesNotContain(sheet.Descendants<Row>(), row => row.Hidden is not null);
            var protection = sheet.Descendants<SheetProtection>().Single();
            Assert.Equal((true, null, null), (protection.Sheet!.Value, protection.Password?.Value, protection.HashValue?.Value));
        }
    }

    [Fact]
    public void One_table_stands_under_one_row_of_headings_that_stays_in_sight_and_on_every_page()
    {
        var table = template.Sheet.WorksheetPart!.TableDefinitionParts.Single().Table;
        Assert.Equal("A3:X10", table.Reference!.Value);
        Assert.Equal(template.Rows[2].Elements<Cell>().Select(template.Shown), table.TableColumns!.Elements<TableColumn>().Select(column => column.Name!.Value));
        Assert.Equal((3d, 3d), (template.Sheet.Descendants<Pane>().Single().VerticalSplit!.Value, template.Sheet.Descendants<Pane>().Single().HorizontalSplit!.Value));
        Assert.Equal((OrientationValues.Landscape, 0u), (template.Sheet.Descendants<PageSetup>().Single().Orientation!.Value, template.Sheet.Descendants<PageSetup>().Single().FitToHeight!.Value));
        Assert.Contains("Figures!$3:$3", template.Package.WorkbookPart!.Workbook.DefinedNames!.InnerText);
    }

    [Fact]
    public void Only_what_is_to_be_entered_can_be_typed_in()
    {
        var looks = template.Package.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToArray();
        bool IsOpen(Cell cell) => looks[(int)cell.StyleIndex!.Value].Protection?.Locked?.Value == false;
        var headings = template.Rows[2].Elements<Cell>().Select(template.Shown).ToArray();

        Assert.Equal(Entries, headings.Where(heading => IsOpen(template.At(template["CS01", "Apr 2020"], heading))));
        Assert.Equal(Entries.Except(["Numerator", "Denominator"]), headings.Where(heading => IsOpen(template.At(template["CS02", "Apr 2020"], heading))));
        Assert.All(template.Rows.Take(3).SelectMany(row => row.Elements<Cell>()), cell => Assert.False(IsOpen(cell)));
    }

    [Fact]
    public void What_is_asked_last_year_the_last_figure_and_the_levels_stand_beside_the_entry()
    {
        string[] Said(string reference, string period) =>
            [.. new[] { "Indicator", "What is counted", "Unit", "Same period last year", "Last figure", "Target or range", "Floor standard" }.Select(heading => template.Shown(template.At(template[reference, period], heading)))];

        Assert.Equal(
            ["Calls answered", "Calls that an adviser answered.\nNumerator: Calls answered\nDenominator: Calls received", "%", "94.3%", "94.0%\n(Mar 2020)", "95.0% or more", "90.0%"],
            Said("CS01", "Apr 2020"));
        Assert.Equal(["Calls received", "", "number", "5,123", "5,123\n(Apr 2019)", "4,000 to 6,000", ""], Said("CS02", "Apr 2020"));
        Assert.Equal(["Days to answer a letter", "", "days", "", "", "5.0 or less", "7.0"], Said("CS03", "Q1 2020/21"));
        Assert.Equal("Issued 21 Jul 2020, version 57 of register 0f3c9d2a, Q1 2020/21, Contact Centre", template.Shown(template.Rows[1].Elements<Cell>().Single()));
    }

    [Fact]
    public void Every_entry_says_what_it_takes_and_refuses_what_it_does_not()
    {
        var rules = template.Sheet.Descendants<DataValidation>().ToArray();
        DataValidation Of(string heading, string reference, string period) =>
            rules.Single(rule => Covers(rule, template.At(template[reference, period], heading).CellReference!.Value!));

        Assert.Equal((DataValidationValues.Decimal, true), (Of("Value", "CS01", "Apr 2020").Type!.Value, Of("Value", "CS01", "Apr 2020").Prompt!.Value!.Contains("94.2 means 94.2%", StringComparison.Ordinal)));
        Assert.Contains("In days", Of("Value", "CS03", "Q1 2020/21").Prompt!.Value);
        Assert.Equal("\"provisional,revised,not available,not applicable,confidential,low,unreliable\"", Of("Marker", "CS01", "Apr 2020").Formula1!.Text);
        Assert.Equal("Posts!$A$4:$A$5", Of("Owner", "CS01", "Apr 2020").Formula1!.Text);
        Assert.Equal(DataValidationValues.Date, Of("Due", "CS01", "Apr 2020").Type!.Value);
        foreach (var heading in Entries)
        {
            Assert.InRange(Of(heading, "CS02", "Jun 2020").Prompt!.Value!.Length, 10, 255);
        }
    }

    [Fact]
    public void What_is_known_already_stands_in_the_entry_cells()
    {
        var (manager, due) = ("Contact Centre Manager", new DateOnly(2020, 9, 30));
        var known = IssuedTemplate.Of(
            IssuedTemplate.History(IssuedTemplate.Answered, null, null, new Figure(IssuedTemplate.April, new Observation(null, new Counts(171, 200), Marker.Provisional), Note: "May change")) with
            {
                Commentaries = [new Commentary(IssuedTemplate.April, "Context", "Cause", "Action", manager, due, "Mar 2021")],
            },
            IssuedTemplate.History(IssuedTemplate.Received, null, null, new Figure(IssuedTemplate.April, new Observation(0.1234567890123456m))),
            IssuedTemplate.History(IssuedTemplate.Days, null, null));
        using var filled = new TemplateEditor(IssuedTemplate.Bytes(known));

        Assert.Equal(
            ["", "171", "200", "provisional", "May change", "", "", "Context", "Cause", "Action", manager, "44104", "Mar 2021", ""],
            Entries.Select(heading => filled.Shown(filled.At(filled["CS01", "Apr 2020"], heading))));
        var exact = filled.At(filled["CS02", "Apr 2020"], "Value");
        Assert.Equal(("0.1234567890123456", CellValues.SharedString), (filled.Shown(exact), exact.DataType?.Value));
    }

    [Fact]
    public void A_figure_counted_differently_since_says_so()
    {
        var broken = IssuedTemplate.Answered with { Breaks = [new DateOnly(2020, 4, 1)] };
        var register = IssuedTemplate.Of(
            IssuedTemplate.History(broken, null, null, new Figure(IssuedTemplate.April.AYearBefore, new Observation(94.25m))),
            IssuedTemplate.History(IssuedTemplate.Received, null, null), IssuedTemplate.History(IssuedTemplate.Days, null, null));
        using var written = new TemplateEditor(IssuedTemplate.Bytes(register));

        Assert.Equal("94.3%\n(counted differently)", written.Shown(written.At(written["CS01", "Apr 2020"], "Same period last year")));
    }

    [Theory]
    [InlineData("Contact Centre")]
    [InlineData("Registration, Births, Deaths, and Q1 2019/20")]
    [InlineData("Ünïcode & <Sons>")]
    public void A_stamp_reads_back_as_it_was_written(string service)
    {
        var stamp = IssuedTemplate.Stamp with { Service = service };
        Assert.Equal(stamp, TemplateStamp.Read(stamp.ToString()));
        Assert.Null(TemplateStamp.Read("Issued in July, version 3 of register a, Q1, Finance"));
    }

    private static bool Covers(DataValidation rule, string address)
    {
        var (letter, row) = (address.TrimEnd("0123456789".ToCharArray()), int.Parse(address.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"])));
        return rule.SequenceOfReferences!.Items.Select(item => item.Value!.Split(':')).Any(range =>
            range[0].TrimEnd("0123456789".ToCharArray()) == letter
            && int.Parse(range[0][letter.Length..]) <= row && row <= int.Parse(range[^1][letter.Length..]));
    }
}
