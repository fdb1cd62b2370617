using System.Text;
using DocumentFormat.OpenXml.Spreadsheet;
using Outturn.App.Collection.Templates;
using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Tests.Import;

namespace Outturn.Tests.Collection.Templates;

/// <summary>What comes back from a service.</summary>
public sealed class TemplateReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TemplateEditor sent = new(IssuedTemplate.Bytes());

    public void Dispose()
    {
        sent.Dispose();
        folder.Dispose();
    }

    private Row AprilCalls => sent["CS01", "Apr 2020"];

    [Fact]
    public void Nothing_filled_in_is_nothing_submitted()
    {
        var read = Read();
        Assert.Equal((7, 0, 7, 0), (read.Count.Rows, read.Count.Filled, read.Count.Blank, read.Count.Refused));
        Assert.All(read.Rows, row => Assert.Null(row.Submission));
        Assert.Equal(IssuedTemplate.Due, read.Rows.Select(row => (row.Indicator, row.Period)));
        Assert.Equal((IssuedTemplate.Stamp, 0), (read.Stamp, read.Warnings.Count));
    }

    [Fact]
    public void Rows_may_be_sorted_and_deleted_columns_moved_and_the_protection_taken_off()
    {
        sent.Type(AprilCalls, "Numerator", 190).Type(AprilCalls, "Denominator", 200);
        sent.Delete(sent["CS02", "May 2020"]);
        sent.Sort(rows => rows.Reverse());
        sent.MoveColumns(cells => cells.Reverse());
        sent.Sheet.RemoveAllChildren<SheetProtection>();
        var read = Read();

        Assert.Equal((6, 1, 5), (read.Count.Rows, read.Count.Filled, read.Count.Blank));
        var row = read.Rows.Single(row => row.Submission is not null);
        Assert.Equal((IssuedTemplate.April, new Observation(null, new Counts(190, 200))), (row.Period, row.Submission!.Observation));
        Assert.Equal((9, "N9", "X9"), (row.Place.Row, row.Place.Address("Numerator"), row.Place.Address("Ref")));
    }

    [Fact]
    public void A_percentage_is_read_as_it_is_shown_however_it_was_typed()
    {
        sent.TypePercentage(AprilCalls, "Value", 94.2m);
        sent.Type(sent["CS01", "May 2020"], "Value", "94.2%");
        sent.Type(sent["CS01", "Jun 2020"], "Value", 94.2m);

        Assert.Equal([94.2m, 94.2m, 94.2m], Read().Rows.Select(row => row.Submission?.Observation.Typed).OfType<decimal>());
    }

    [Fact]
    public void A_percentage_of_something_counted_in_days_is_refused()
    {
        sent.TypePercentage(sent["CS03", "Q1 2020/21"], "Value", 94.2m);
        Assert.Equal("sent.xlsx, \"Figures\", row 10, column \"Value\": \"94.20%\" is a percentage, but the unit is days: write the figure in that unit.", Refusal());
    }

    [Fact]
    public void A_period_that_a_spreadsheet_made_a_date_is_still_the_period()
    {
        sent.Type(AprilCalls, "Value", 90);
        sent.TypeMonth(AprilCalls, "Period", new DateOnly(2020, 4, 1));
        Assert.Equal(IssuedTemplate.April, Read().Rows.Single(row => row.Submission is not null).Period);
    }

    [Theory]
    [InlineData("provisional", Marker.Provisional)]
    [InlineData("Revised", Marker.Revised)]
    [InlineData("[u]", Marker.Unreliable)]
    public void A_marker_beside_a_figure_goes_with_it(string word, Marker marker)
    {
        sent.Type(AprilCalls, "Value", "1,094.5").Type(AprilCalls, "Marker", word);
        Assert.Equal(new Observation(1094.5m, null, marker), Submission().Observation);
    }

    [Theory]
    [InlineData("not available", Marker.NotAvailable)]
    [InlineData("not applicable", Marker.NotApplicable)]
    [InlineData("confidential", Marker.Confidential)]
    [InlineData("low", Marker.Low)]
    [InlineData("unreliable", Marker.Unreliable)]
    public void A_marker_in_place_of_a_figure_says_why_there_is_none(string word, Marker marker)
    {
        sent.Type(AprilCalls, "Marker", word).Type(AprilCalls, "Note or reason", "The telephone system failed.");
        Assert.Equal((new Observation(null, null, marker), "The telephone system failed."), (Submission().Observation, Submission().Note));
    }

    [Fact]
    public void A_marker_written_behind_the_value_counts_as_chosen()
    {
        sent.Type(AprilCalls, "Value", "94.2 [p]");
        sent.Type(sent["CS02", "Apr 2020"], "Value", "[x]");
        Assert.Equal(
            [new Observation(94.2m, null, Marker.Provisional), new Observation(null, null, Marker.NotAvailable)],
            Read().Rows.Select(row => row.Submission?.Observation).OfType<Observation>());
    }

    [Theory]
    [InlineData("Marker", "provisional", "Marker", "The marker \"provisional\" belongs to a figure, and there is none: give it, or choose the marker that says why there is none.")]
    [InlineData("Value", "n/a", "Value", "\"n/a\" is not a number: write [x] if the figure is not available, [z] if it does not apply, or leave the cell blank while it is awaited.")]
    [InlineData("Numerator", "12", "Denominator", "There is a numerator and no denominator: give both, or neither.")]
    [InlineData("Note or reason", "Late", "Value", "Something is said of a figure that is not there: give a value or both counts, choose the marker that says why there is none, or clear the row while it is awaited.")]
    [InlineData("Marker", "tentative", "Marker", "\"tentative\" is no marker: choose provisional, revised, not available, not applicable, confidential, low or unreliable, or clear the cell.")]
    public void What_makes_no_figure_is_refused_with_row_and_column(string heading, string typed, string column, string reason)
    {
        sent.Type(AprilCalls, heading, typed);
        Assert.Equal($"sent.xlsx, \"Figures\", row 4, column \"{column}\": {reason}", Refusal());
    }

    [Theory]
    [InlineData("Marker", "not available", "Marker", "The marker \"not available\" means that there is no figure, and there is a value: keep one or the other.")]
    [InlineData("Year-end forecast", "95", "Reason for forecast", "There is a forecast and no reason for it: say why the year is expected to end there.")]
    [InlineData("Reason for forecast", "A good start", "Year-end forecast", "There is a reason for a forecast and no forecast: give it, or clear the reason.")]
    [InlineData("Owner", "Somebody", "Owner", "\"Somebody\" is not one of the council's posts: choose one from the list.")]
    [InlineData("Due", "soon", "Due", "\"soon\" is not a date: write it like 31/03/2020 (day first) or 2020-03-31.")]
    public void What_does_not_go_with_a_figure_is_refused_with_row_and_column(string heading, string typed, string column, string reason)
    {
        sent.Type(AprilCalls, "Value", 94).Type(AprilCalls, heading, typed);
        Assert.Equal($"sent.xlsx, \"Figures\", row 4, column \"{column}\": {reason}", Refusal());
    }

    [Fact]
    public void A_value_that_does_not_fit_its_counts_is_a_warning()
    {
        sent.Type(AprilCalls, "Value", 94).Type(AprilCalls, "Numerator", 190).Type(AprilCalls, "Denominator", "200");
        Assert.Equal(
            "sent.xlsx, \"Figures\", row 4, column \"Value\": 190 of 200 is 95.0%, not 94.0%: the counts are used. Correct the one that is wrong, or leave the value blank.",
            Assert.Single(Read().Warnings).ToString());
    }

    [Theory]
    [InlineData("Ref", "CS02", "CS02 for Apr 2020 is not what this row was issued with")]
    [InlineData("Ref", "CS99", "There is no indicator \"CS99\" in the register")]
    [InlineData("Ref", "", "The row has no ref")]
    [InlineData("Period", "May 2020", "CS01 for May 2020 is not what this row was issued with")]
    [InlineData("Period", "Q1 2020/21", "")]
    [InlineData("Period", "", "The row has no period")]
    [InlineData("Row code", "", "The row has no code")]
    public void A_row_whose_ref_period_or_code_was_changed_is_refused(string heading, string typed, string reason)
    {
        if (typed.Length == 0)
        {
            sent.Clear(AprilCalls, heading);
        }
        else
        {
            sent.Type(AprilCalls, heading, typed);
        }

        Assert.Contains($"row 4, column \"{(heading == "Period" && typed == "May 2020" ? "Ref" : heading)}\": {reason}", Refusal());
    }

    [Fact]
    public void A_row_that_stands_twice_is_refused_once()
    {
        var (first, second) = (AprilCalls, sent["CS01", "May 2020"]);
        foreach (var heading in new[] { "Ref", "Period", "Row code" })
        {
            sent.Type(second, heading, sent.Shown(sent.At(first, heading)));
        }

        Assert.Equal("sent.xlsx, \"Figures\", row 5, column \"Ref\": CS01 for Apr 2020 stands in row 4 already: keep one of the two rows.", Refusal());
    }

    [Fact]
    public void Every_wrong_row_is_named_and_counted_and_nothing_is_taken()
    {
        sent.Type(AprilCalls, "Value", 94);
        sent.Type(sent["CS01", "May 2020"], "Value", "about 90").Type(sent["CS01", "May 2020"], "Due", "soon");
        sent.Type(sent["CS03", "Q1 2020/21"], "Value", new string('9', 20));
        var refused = Assert.IsType<TemplateResult.Refused>(Result());

        Assert.Equal([5, 5, 10], refused.Defects.Select(defect => defect.Row));
        Assert.Equal((7, 1, 4, 2), (refused.Count.Rows, refused.Count.Filled, refused.Count.Blank, refused.Count.Refused));
    }

    [Fact]
    public void A_template_of_another_store_is_refused()
    {
        var refused = Assert.IsType<TemplateResult.Refused>(Result(store: "ffffffff"));
        Assert.StartsWith(
            "sent.xlsx, \"Figures\", row 2: This template was issued from register 0f3c9d2a, and this is register ffffffff of Wealdshire County Council",
            Assert.Single(refused.Defects).ToString());
        Assert.Equal((7, 7), (refused.Count.Rows, refused.Count.Refused));
    }

    [Fact]
    public void Rows_of_another_version_of_the_template_are_refused()
    {
        using var older = new TemplateEditor(IssuedTemplate.Bytes(stamp: IssuedTemplate.Stamp with { Entry = 56 }));
        sent.Type(AprilCalls, "Row code", older.Shown(older.At(older["CS01", "Apr 2020"], "Row code")));
        Assert.Contains("CS01 for Apr 2020 is not what this row was issued with", Refusal());
    }

    [Fact]
    public void A_column_that_was_deleted_is_missed()
    {
        sent.MoveColumns(cells => cells.Where(cell => sent.Shown(cell) != "Cause").Take(18));
        var refused = Assert.IsType<TemplateResult.Refused>(Result());
        Assert.Contains(refused.Defects, defect => defect is { Column: "Cause", Row: 3 });
    }

    [Fact]
    public void What_somebody_wrote_beside_the_table_is_left_out_and_said()
    {
        AprilCalls.Append(new Cell { CellReference = "Z4", DataType = CellValues.InlineString, InlineString = new InlineString(new Text("call me")) });
        Assert.Equal("sent.xlsx, \"Figures\", row 4: Column Z is not one of the template's and was left out: \"call me\".", Assert.Single(Read().Warnings).ToString());
    }

    [Fact]
    public void A_year_to_date_for_which_there_is_no_cell_stays_and_is_said_where_the_figure_changes()
    {
        var known = IssuedTemplate.Of([.. IssuedTemplate.Register.Indicators.Select(history => history.Indicator == IssuedTemplate.Answered
            ? history with { Figures = [new Figure(IssuedTemplate.April, new Observation(94), YtdGiven: 93.5m, PreviousGiven: 91)] }
            : history)]);
        using var revised = new TemplateEditor(IssuedTemplate.Bytes(known));
        Assert.Empty(Read(revised, known).Warnings);
        revised.Type(revised["CS01", "Apr 2020"], "Value", 95);
        var read = Read(revised, known);

        Assert.Equal((93.5m, 91m), (read.Rows[0].Submission!.YtdGiven, read.Rows[0].Submission!.PreviousGiven));
        Assert.Contains("year to date of 93.5% stays", Assert.Single(read.Warnings).Reason);
    }

    [Fact]
    public void Something_else_is_no_template()
    {
        Assert.IsType<TemplateResult.NotTemplate>(TemplateReader.Read(
            folder.Write("own.xlsx", RawOffice.Workbook(RawOffice.TextRow(1, "Ref", "Indicator", "Period", "Unit", "Value", "Numerator", "Denominator") + RawOffice.TextRow(2, "A", "B", "C"))), IssuedTemplate.Register, IssuedTemplate.Store));
        Assert.IsType<TemplateResult.NotTemplate>(TemplateReader.Read(
            folder.Write("own.csv", Encoding.UTF8.GetBytes("ref,period,value\nCS01,Apr 2020,94\n")), IssuedTemplate.Register, IssuedTemplate.Store));
    }

    [Fact]
    public void A_damaged_file_is_refused()
    {
        var bytes = sent.Save();
        var refused = Assert.IsType<TemplateResult.Refused>(TemplateReader.Read(folder.Write("cut.xlsx", bytes[..(bytes.Length / 2)]), IssuedTemplate.Register, IssuedTemplate.Store));
        Assert.Contains("damaged", Assert.Single(refused.Defects).Reason);
    }

    [Fact]
    public void A_template_without_its_stamp_is_refused()
    {
        sent.Rows[1].RemoveAllChildren<Cell>();
        Assert.IsType<TemplateResult.Read>(Result());
        var bytes = sent.Save();
        using var alone = new TemplateEditor(bytes);
        foreach (var sheet in alone.Package.WorkbookPart!.Workbook.Descendants<Sheet>().Skip(1).ToArray())
        {
            sheet.Remove();
        }

        Assert.Contains("The line that says when and for whom the template was issued is missing", Assert.Single(Assert.IsType<TemplateResult.Refused>(Result(alone)).Defects).Reason);
    }

    private Submission Submission() => Read().Rows.Select(row => row.Submission).OfType<Submission>().Single();

    private string Refusal() => Assert.Single(Assert.IsType<TemplateResult.Refused>(Result()).Defects).ToString();

    private TemplateResult.Read Read(TemplateEditor? editor = null, Register? register = null) => Result(editor, register) switch
    {
        TemplateResult.Read read => read,
        TemplateResult.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Defects)),
        var other => throw new InvalidOperationException(other.ToString()),
    };

    private TemplateResult Result(TemplateEditor? editor = null, Register? register = null, string store = IssuedTemplate.Store) =>
        TemplateReader.Read(folder.Write("sent.xlsx", (editor ?? sent).Save()), register ?? IssuedTemplate.Register, store);
}
