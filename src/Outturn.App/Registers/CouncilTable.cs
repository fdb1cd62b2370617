using Outturn.App.Import;
using Outturn.Core.Periods;

namespace Outturn.App.Registers;

/// <summary>A table of the folder as it is read: cells by the names of its shape, and every defect into one list.</summary>
internal sealed class CouncilTable
{
    private readonly SourceTable table;
    private readonly Dictionary<string, SourceColumn> columns = [];
    private readonly List<Defect> defects;

    private CouncilTable(SourceTable table, List<Defect> defects) => (this.table, this.defects) = (table, defects);

    /// <summary>The periods read so far, by how they are written: a table repeats few of them often.</summary>
    public Dictionary<(Frequency Frequency, string Text), Period> Periods { get; } = [];

    public IEnumerable<TableRow> Rows => table.Rows.Select(row => new TableRow(this, row));

    /// <summary>Reads a file whose columns are found by name; null, with every reason, when it cannot be read.</summary>
    public static CouncilTable? Open(string path, TableShape shape, List<Defect> defects)
    {
        switch (CsvSource.Read(path))
        {
            case ReadResult.Read read:
                defects.AddRange(read.Warnings);
                return Of(read.Tables[0], shape, defects);
            case ReadResult.Refused refused:
                defects.AddRange(refused.Defects);
                return null;
            default:
                throw new InvalidOperationException("A CSV file is read or refused.");
        }
    }

    /// <summary>A table that is read already; null, with every reason, where a column that is needed is not there.</summary>
    public static CouncilTable? Of(SourceTable table, TableShape shape, List<Defect> defects)
    {
        var opened = new CouncilTable(table, defects);
        return opened.FindColumns(shape) ? opened : null;
    }

    public bool Has(string column) => columns.ContainsKey(column);

    public SourceColumn? Column(string name) => columns.GetValueOrDefault(name);

    public void Add(Severity severity, SourceRow row, string? column, string reason) =>
        defects.Add(new Defect(severity, table.Source, row.Number, column is null ? null : Column(column)?.Name ?? column, reason));

    private bool FindColumns(TableShape shape)
    {
        foreach (var column in shape.Columns)
        {
            if (table.Find(column.Name) is { } found)
            {
                columns.Add(column.Name, found);
            }
        }

        var absent = shape.Columns.Where(column => !Has(column.Name)).ToList();
        var spare = table.Header.Where(column => column.Name.Length > 0 && !columns.ContainsValue(column)).ToList();
        foreach (var column in spare)
        {
            defects.Add(new Defect(Severity.Warning, table.Source, null, column.Name,
                $"This column is not known and was not read.{Nearest.Ask(SourceColumn.Plain(column.Name).Replace(' ', '_'), absent.Select(missing => missing.Name))}"));
        }

        var needed = absent.Where(column => column.IsNeeded).ToList();
        foreach (var column in needed)
        {
            defects.Add(new Defect(Severity.Error, table.Source, null, column.Name,
                $"This column is missing and needed: {column.Meaning}"));
        }

        return needed.Count == 0;
    }
}
