using Outturn.App.Import;

namespace Outturn.App.Sheets;

/// <summary>Makes a register of an analyst's own sheet, in one step: it asks for nothing it can do without, and says what it took for granted.</summary>
public static class SheetReader
{
    internal const string NoService = "All services";

    /// <summary>A sheet without a table is a cover or a list: its title stands in its first rows.</summary>
    private const int TitleRows = 10;

    public static SheetResult Read(IReadOnlyList<SourceTable> tables, SheetOptions? options = null)
    {
        options ??= new SheetOptions();
        var (defects, warnings, notes) = (new List<Defect>(), new List<Defect>(), new Notes());
        var drafts = new Dictionary<string, IndicatorDraft>();
        var readings = new List<ColumnReading>();
        var said = new List<string>();
        var segments = tables.Select(SheetGrid.Of).Select(grid => (Grid: grid, Segments: SheetSegment.In(grid))).ToList();
        var several = segments.Count(sheet => sheet.Segments.Count > 0) > 1;
        var table = 0;
        foreach (var (grid, found) in segments)
        {
            if (found.Count == 0)
            {
                said.Add($"{grid.Source} is not used: no row of it has the headings of a table of indicators.");
            }

            foreach (var segment in found)
            {
                var columns = new SheetColumns(segment, options, defects);
                said.AddRange(columns.Assumptions.Where(line => !said.Contains(line)));
                readings.AddRange(Told(segment, columns).Where(reading => !readings.Contains(reading)));
                if (defects.Count == 0)
                {
                    new SheetRows(segment, columns, table++, several ? ServiceOf(grid) : null, drafts, notes, defects, warnings).Collect();
                }
            }
        }

        if (segments.All(sheet => sheet.Segments.Count == 0))
        {
            return new SheetResult.Refused([.. tables.Select(NoHeadings)]);
        }

        if (defects.Count == 0 && drafts.Count == 0)
        {
            defects.Add(Defect.Error(segments.First(sheet => sheet.Segments.Count > 0).Grid.Source, "There are headings, but no row with an indicator below them."));
        }

        return defects.Count > 0
            ? new SheetResult.Refused([.. defects.Distinct()])
            : new SheetRegister([.. drafts.Values], options, notes, defects, warnings).Make(tables[0].File, CouncilNames.In(segments.SelectMany(sheet => sheet.Segments.Count == 0 ? Texts(sheet.Grid) : sheet.Segments[0].Texts)), readings, said);
    }

    private static IEnumerable<string> Texts(SheetGrid grid) =>
        grid.Rows.Take(TitleRows).SelectMany(row => row.Cells).Where(cell => !cell.IsBlank).Select(cell => Heading.OneLine(cell.Text));

    private static IEnumerable<ColumnReading> Told(SheetSegment segment, SheetColumns columns)
    {
        SourceRow[] rows = [.. segment.Rows.Where(row => SheetSegment.Filled(row) > 1)];
        foreach (var column in columns.All)
        {
            var example = rows.Select(row => row[column.Index]).FirstOrDefault(cell => !cell.IsBlank);
            if (column.Header.Length > 0 || !example.IsBlank)
            {
                var reading = example.IsBlank && column.Role is not null ? "not used: all its cells are blank"
                    : column.Role?.IsWorkedOut() == true ? "not used: worked out from the figures"
                    : column.Reading;
                yield return new ColumnReading(segment.Sheet.Source, segment.Sheet.Letter(column.Index), column.Header, reading, Heading.OneLine(example.Text));
            }
        }
    }

    /// <summary>In a workbook with a sheet for each service the sheet's name is the service; "Sheet1", "Q1" and "2019-20" are not.</summary>
    private static string? ServiceOf(SheetGrid grid) =>
        WrittenPeriod.Words(grid.Name) is var words
        && (words.Length == 0 || words.StartsWith("sheet", StringComparison.Ordinal) || WrittenPeriod.Find(grid.Name) is not null || Roles.Of(words) is not null
            || words is "data" or "kpi data" or "figures" or "activity" or "activity indicators")
            ? null
            : grid.Name;

    private static Defect NoHeadings(SourceTable table)
    {
        var grid = SheetGrid.Of(table);
        var first = grid.Rows.FirstOrDefault(row => SheetSegment.Filled(row) > 1) ?? (grid.Rows.Count > 0 ? grid.Rows[0] : null);
        var seen = first is null ? "it is empty" : $"row {first.Number} has {Notes.List([.. first.Cells.Where(cell => !cell.IsBlank).Select(cell => Quoted.Text(cell.Text))])}";
        return Defect.Error(grid.Source,
            $"No row has the headings of a table of indicators ({seen}): one row needs a heading such as Indicator and, beside it, Target and a heading for each period (Apr 2019, Q1 2019/20) or the headings Period and Value.");
    }
}
