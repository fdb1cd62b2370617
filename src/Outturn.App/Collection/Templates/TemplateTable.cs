using Outturn.App.Import;

namespace Outturn.App.Collection.Templates;

/// <summary>The table of a template within a sheet: its columns by their headings, wherever they stand, and the rows below.</summary>
internal sealed class TemplateTable
{
    /// <summary>Fewer of its headings are another table's.</summary>
    private const int FewestHeadings = 6;

    /// <summary>A header that stands further down is not looked for.</summary>
    private const int Deepest = 50;

    private static readonly Dictionary<string, string> Headings =
        TemplateColumns.All.ToDictionary(column => SourceColumn.Plain(column.Heading), column => column.Heading, StringComparer.Ordinal);

    private readonly Dictionary<string, SourceColumn> columns = new(StringComparer.Ordinal);
    private readonly SourceTable sheet;
    private readonly SourceRow header;

    private TemplateTable(SourceTable sheet, SourceRow header)
    {
        (this.sheet, this.header) = (sheet, header);
        for (var i = 0; i < header.Cells.Count; i++)
        {
            if (Headings.TryGetValue(SourceColumn.Plain(header.Cells[i].Text), out var heading) && !columns.TryAdd(heading, new SourceColumn(i, heading, SourceColumn.LetterOf(i))))
            {
                Doubled.Add(new Defect(Severity.Error, sheet.Source, header.Number, heading,
                    $"The header names this column more than once (columns {columns[heading].Letter} and {SourceColumn.LetterOf(i)}): keep one of them."));
            }
        }

        var first = sheet.Rows.TakeWhile(row => row.Number <= header.Number).Count();
        Rows = [.. sheet.Rows.Skip(first).Where(row => columns.Values.Any(column => !row[column].IsBlank))];
        Strays = [.. sheet.Rows.Skip(first).SelectMany(StraysIn)];
    }

    public string Source => sheet.Source;

    public int HeaderRow => header.Number;

    /// <summary>Rows with something in a column of the template.</summary>
    public IReadOnlyList<SourceRow> Rows { get; }

    public List<Defect> Doubled { get; } = [];

    /// <summary>A warning for each column beyond the template's own in which somebody wrote.</summary>
    public IReadOnlyList<Defect> Strays { get; }

    /// <summary>Null where the sheet has no table that could be a template's.</summary>
    public static TemplateTable? Find(SourceTable sheet) =>
        sheet.Rows.Take(Deepest).FirstOrDefault(IsHeader) is { } header ? new TemplateTable(sheet, header) : null;

    public SourceColumn? Column(string heading) => columns.GetValueOrDefault(heading);

    /// <summary>A blank cell where there is no such column.</summary>
    public SourceCell Cell(SourceRow row, string heading) => Column(heading) is { } column ? row[column] : default;

    private static bool IsHeader(SourceRow row)
    {
        var names = row.Cells.Select(cell => Headings.GetValueOrDefault(SourceColumn.Plain(cell.Text))).Where(name => name is not null).Distinct().ToArray();
        return names.Length >= FewestHeadings && names.Contains(TemplateColumns.Ref);
    }

    private readonly HashSet<int> warned = [];

    private IEnumerable<Defect> StraysIn(SourceRow row)
    {
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (!row.Cells[i].IsBlank && columns.Values.All(column => column.Index != i) && warned.Add(i))
            {
                yield return new Defect(Severity.Warning, sheet.Source, row.Number, header[i].IsBlank ? null : header[i].Text.Trim(),
                    $"Column {SourceColumn.LetterOf(i)} is not one of the template's and was left out: {Quoted.Text(row.Cells[i].Text)}.");
            }
        }
    }
}
