using Outturn.Core.Indicators;
using Outturn.Reports.Charts;

namespace Outturn.Reports.Excel;

/// <summary>The sheets of a paper's workbook: one for each name that its tables give, and one for the figures of its charts.</summary>
internal static class Sheets
{
    private static readonly Unit Count = new(Unit.Number);

    public static IReadOnlyList<Sheet> Of(Document document)
    {
        var names = new SheetNames();
        names.Sheet(NotesSheet.Name);
        var sheets = document.Tables.Where(table => !table.IsForm).GroupBy(table => table.Sheet).Select(tables => Of(tables.Key, [.. tables], document.Info, names)).ToList();
        if (document.Charts.Any())
        {
            sheets.Add(Of("Figures", [Figures(document.Charts)], document.Info, names));
        }

        return sheets;
    }

    private static Sheet Of(string name, Table[] tables, DocumentInfo info, SheetNames names)
    {
        var (columns, rows) = Together(tables);
        var holds = rows.Count == 1 ? "1 row" : $"{Count.Print(rows.Count, 0)} rows";
        var keys = tables.SelectMany(table => table.Keys.Select(key => key.Key)).Distinct().ToArray();
        var line = tables.Length == 1
            ? tables[0].Caption
            : $"{holds} from {tables.Length} tables of the paper"
              + (keys.Length == 0 ? "." : $"; {And(keys)} {(keys.Length == 1 ? "says" : "say")} which.");
        (columns, rows) = WithRemarks(columns, rows);
        return new Sheet(
            names.Sheet(name),
            SheetText.OneLine($"{name}: {info.Title}"),
            SheetText.OneLine(line),
            SheetText.OneLine($"{holds}. {string.Join("; ", tables.Select(table => table.Caption).Distinct())}"),
            columns,
            rows);
    }

    /// <summary>Several tables as one: the keys lead, and a column that a table does not have is blank in its rows.</summary>
    private static (List<Column> Columns, List<IReadOnlyList<Cell>> Rows) Together(Table[] tables)
    {
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var columns = new List<Column>();
        foreach (var key in tables.SelectMany(table => table.Keys))
        {
            Place(new Column(SheetText.OneLine(key.Key), Width: 1));
        }

        var rows = new List<IReadOnlyList<Cell>>();
        foreach (var table in tables)
        {
            var names = new SheetNames();
            var keys = table.Keys.Select(key => Place(new Column(names.Header(key.Key, null), Width: 1))).ToArray();
            var own = new int[table.Columns.Count];
            for (var i = 0; i < own.Length; i++)
            {
                own[i] = Place(table.Columns[i] with { Header = names.Header(table.Columns[i].Header, i == 0 ? null : columns[own[i - 1]].Header) });
            }

            foreach (var row in table.Rows)
            {
                var cells = new Cell[columns.Count];
                Array.Fill(cells, Cell.Empty);
                for (var i = 0; i < keys.Length; i++)
                {
                    cells[keys[i]] = table.Keys[i].Value;
                }

                for (var i = 0; i < own.Length; i++)
                {
                    cells[own[i]] = row[i];
                }

                rows.Add(cells);
            }
        }

        return (columns, rows);

        int Place(Column column)
        {
            if (!places.TryGetValue(column.Header, out var place))
            {
                place = columns.Count;
                places.Add(column.Header, place);
                columns.Add(column);
            }

            return place;
        }
    }

    /// <summary>Remarks move into a column of their own beside their figures, so that the figures stay numbers.</summary>
    private static (List<Column> Columns, List<IReadOnlyList<Cell>> Rows) WithRemarks(List<Column> columns, List<IReadOnlyList<Cell>> rows)
    {
        var remarked = Enumerable.Range(0, columns.Count).Where(i => rows.Exists(row => Remark(row, i) is not null)).ToHashSet();
        if (remarked.Count == 0)
        {
            return (columns, rows);
        }

        var names = new SheetNames();
        foreach (var column in columns)
        {
            names.Header(column.Header, null);
        }

        return (
            [.. columns.SelectMany((column, i) => remarked.Contains(i)
                ? new[] { column, new Column(names.Header($"{column.Header} remark", null), column.Width) }
                : [column])],
            [.. rows.Select(row => (IReadOnlyList<Cell>)[.. columns.SelectMany((_, i) => remarked.Contains(i)
                ? new[] { At(row, i), Remark(row, i) ?? "" }
                : [At(row, i)])])]);
    }

    private static Cell At(IReadOnlyList<Cell> row, int column) => column < row.Count ? row[column] : Cell.Empty;

    private static string? Remark(IReadOnlyList<Cell> row, int column) => (At(row, column) as FigureCell)?.Remark;

    private static Table Figures(IEnumerable<Chart> charts) => new(
        "Figures",
        "The figures of the charts, one row for each point of a line",
        [new("Chart", 4), new("Unit", 1), new("Line", 1), new("Period", 1), new("Figure", 1, Align.Right)],
        [.. charts.SelectMany(chart => chart.Lines.SelectMany(line => chart.Periods.Select((period, i) => (IReadOnlyList<Cell>)
            [chart.Title, chart.Unit.Name, line.Name, period, Point(chart, line, i)])))],
        RowHeader: 0,
        "Figures",
        Keys: []);

    private static Cell Point(Chart chart, Line line, int period) => line.At(period) is not { } value
        ? Cell.Empty
        : new FigureCell(value, chart.DecimalsOf(value), chart.Unit, line.Kind == LineKind.Actual && period == chart.BreakBefore ? "definition changed" : null);

    private static string And(string[] words) =>
        words.Length == 1 ? words[0] : $"{string.Join(", ", words[..^1])} and {words[^1]}";
}
