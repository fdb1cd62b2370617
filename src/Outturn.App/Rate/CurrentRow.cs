using Outturn.App.Import;

namespace Outturn.App.Rate;

/// <summary>The cells of the row that is being read, and the list on which its defects are written.</summary>
internal sealed class CurrentRow(CsvRows csv, RateColumns columns, DefectList defects)
{
    private readonly char[] buffer = new char[512];

    public int Line => csv.Number;

    /// <summary>A cell's text, good until the next is asked for; blank where there is no such column.</summary>
    public ReadOnlySpan<char> Text(int column)
    {
        if (column < 0)
        {
            return [];
        }

        var length = csv.Copy(column, buffer);
        return NumberText.Trim(length < 0 ? csv[column] : buffer.AsSpan(0, length));
    }

    /// <summary>A number, or null where the cell is blank or has just been refused.</summary>
    public decimal? Number(int column, string unitName)
    {
        if (column < 0)
        {
            return null;
        }

        var number = NumberText.Parse(Text(column), unitName);
        if (number.Refusal is { } refusal)
        {
            Error(column, refusal);
        }

        return number.Value;
    }

    public bool IsBlank(int column) => Text(column).IsEmpty;

    public void Error(int column, string reason) =>
        defects.Add(new Defect(Severity.Error, csv.Source, Line, columns.Name(column), reason));

    public void Warn(int column, string reason) =>
        defects.Add(new Defect(Severity.Warning, csv.Source, Line, columns.Name(column), reason));

    /// <summary>A defect of the whole file.</summary>
    public void ErrorOfFile(string reason) => defects.Add(Defect.Error(csv.Source, reason));
}
