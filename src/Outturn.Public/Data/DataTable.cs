using System.Globalization;
using CsvHelper;
using Outturn.Core.Indicators;
using Outturn.Reports;
using Outturn.Reports.Excel;

namespace Outturn.Public.Data;

/// <summary>A figure with the unit in which a workbook shows it.</summary>
internal sealed record Figure(decimal Value, Unit Unit, int Decimals);

/// <summary>Rows to be had as CSV and as a sheet of a workbook: exact figures, days, and text.</summary>
/// <param name="Name">Of its sheet.</param>
internal sealed record DataTable(string Name, string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <remarks>What a spreadsheet would run as a formula is made text, a minus before a figure apart.</remarks>
    private static readonly CsvWriterOptions Csv = new() { NewLine = "\r\n", WriteByteOrderMark = true, Injection = CsvInjection.Escape, InjectionCharacters = "=@+\t\r" };

    public byte[] ToCsv()
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, Csv, leaveOpen: true))
        {
            csv.WriteRecord(Columns.ToArray());
            foreach (var row in Rows)
            {
                csv.WriteRecord(row.Select(Text).ToArray());
            }
        }

        return file.ToArray();
    }

    public static byte[] ToWorkbook(DocumentInfo info, IEnumerable<string> notes, params IReadOnlyList<DataTable> tables)
    {
        using var file = new MemoryStream();
        ExcelWriter.Write(new Document(info, [new Section(Orientation.Landscape, [.. notes.Select(note => new Note(note)), .. tables.Where(table => table.Rows.Count > 0).Select(table => table.ToTable())])]), file);
        return file.ToArray();
    }

    private Table ToTable() => new(
        Name.Replace(' ', '_'), Caption, [.. Columns.Select(column => new Column(Heading(column), 1))], [.. Rows.Select(row => (IReadOnlyList<Cell>)[.. row.Select(ToCell)])], 0, Name, []);

    private static string Heading(string column) => char.ToUpperInvariant(column[0]) + column[1..].Replace('_', ' ');

    private static Cell ToCell(object? value) => value switch
    {
        decimal number => new FigureCell(number, Math.Min(Unit.DecimalsOf(number), 8), new Unit(Unit.Number)),
        int number => new FigureCell(number, 0, new Unit(Unit.Number)),
        DateOnly day => new DayCell(day),
        DateTime at => new DayCell(UkDay.Of(at)),
        Figure figure => new FigureCell(figure.Value, Math.Max(figure.Decimals, Math.Min(Unit.DecimalsOf(figure.Value), 8)), figure.Unit),
        _ => Text(value),
    };

    /// <summary>Exact, with a point and no separators; days as yyyy-MM-dd.</summary>
    private static string Text(object? value) => value switch
    {
        null => "",
        Figure figure => figure.Value.ToString(CultureInfo.InvariantCulture),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        DateTime at => UkDay.Machine(at),
        _ => value.ToString() ?? "",
    };
}
