using Outturn.App.Import;
using Outturn.App.Sheets;
using Outturn.Core.Periods;

namespace Outturn.App.Reconcile;

/// <summary>A row of a published dashboard.</summary>
/// <param name="Ref">Blank where the table has none.</param>
/// <param name="Period">The cell that names the row's period, or null.</param>
internal sealed record PublishedRow(PublishedTable Table, int Number, string Ref, string Title, SheetCell? Period, IReadOnlyList<PublishedCell> Cells);

/// <param name="Period">The period that the column's heading names, or null.</param>
internal readonly record struct PublishedCell(Role Role, Period? Period, SheetCell Cell);

/// <summary>A table of a published dashboard: its rows name indicators (a count of them is no name), its columns are told by their headings.</summary>
internal sealed class PublishedTable
{
    private static readonly Role[] Compared =
    [
        Role.Value, Role.Rating, Role.InRange, Role.YearToDate, Role.YtdRating, Role.YtdInRange, Role.Target, Role.Floor,
        Role.Lower, Role.Upper, Role.Previous, Role.Direction,
    ];

    private readonly SheetSegment segment;

    private PublishedTable(SheetSegment segment, SheetColumns columns)
    {
        (this.segment, Columns) = (segment, columns);
        Rows = [.. segment.Rows.Where(row => SheetSegment.Filled(row) > 1).Select(Row).OfType<PublishedRow>()];
    }

    public string Source => segment.Sheet.Source;

    public SheetColumns Columns { get; }

    public IReadOnlyList<PublishedRow> Rows { get; }

    public IEnumerable<ColumnReading> Readings => Columns.All.Where(column => column.Header.Length > 0).Select(column => new ColumnReading(
        Source, segment.Sheet.Letter(column.Index), column.Header,
        IsUsed(column) || column.Role is null ? column.Reading : column.Role is Role.Ref or Role.Title or Role.Period or Role.Year ? column.Reading : "not compared",
        Rows.SelectMany(row => row.Cells).Where(cell => cell.Cell.Column == column.Index && !cell.Cell.Content.IsBlank).Select(cell => cell.Cell.Text).FirstOrDefault() ?? ""));

    /// <summary>The tables that name indicators and say something of them that can be compared.</summary>
    public static IReadOnlyList<PublishedTable> In(IReadOnlyList<SourceTable> tables, SheetOptions options, List<Defect> defects)
    {
        var found = new List<PublishedTable>();
        foreach (var segment in tables.Select(SheetGrid.Of).SelectMany(SheetSegment.In))
        {
            var problems = new List<Defect>();
            var table = new PublishedTable(segment, new SheetColumns(segment, options, problems));
            if (table.Rows.Any(row => row.Cells.Count > 0))
            {
                found.Add(table);
                defects.AddRange(problems);
            }
        }

        return found;
    }

    private static bool IsUsed(SheetColumn column) => column.Role is { } role && Compared.Contains(role);

    private PublishedRow? Row(SourceRow row)
    {
        SheetCell? Cell(Role role) => Columns.Find(role) is { } column ? At(row, column) : null;
        var (code, title) = (Cell(Role.Ref)?.Text ?? "", Heading.OneLine(Cell(Role.Title)?.Text ?? ""));
        if (code.Length == 0 && (title.Length == 0 || NumberText.Parse(title).Value is not null))
        {
            return null;
        }

        var cells = Columns.All.Where(IsUsed).Where(column => segment.Rows.Any(other => !other[column.Index].IsBlank))
            .Select(column => new PublishedCell(column.Role!.Value, column.Period, At(row, column))).ToList();
        var period = Cell(Role.Period) is { Content.IsBlank: false } named ? named : Cell(Role.Year) is { Content.IsBlank: false } year ? year : null;
        return new PublishedRow(this, row.Number, code, title, period, cells);
    }

    private SheetCell At(SourceRow row, SheetColumn column) => new(segment.Sheet, row.Number, column.Index, column.Header, Remarked(row, column));

    /// <summary>The cell with the remark that a workbook of ours keeps in the column behind it: "68%", "last figure, 2022/23".</summary>
    private SourceCell Remarked(SourceRow row, SheetColumn column)
    {
        var cell = row[column.Index];
        var behind = column.Index + 1 < Columns.All.Count && Columns.All[column.Index + 1].Header.Equals($"{column.Header} remark", StringComparison.OrdinalIgnoreCase)
            ? row[column.Index + 1].Text
            : "";
        return behind.StartsWith("last figure", StringComparison.OrdinalIgnoreCase) ? new SourceCell($"{cell.Text} ({behind})") : cell;
    }
}
