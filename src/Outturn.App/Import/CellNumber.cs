namespace Outturn.App.Import;

/// <summary>A number in a cell, exactly where the spreadsheet says that it is one, else as it is written.</summary>
internal static class CellNumber
{
    /// <summary>No figure is as large as this.</summary>
    private const decimal TooLarge = 1_000_000_000_000_000m;

    /// <param name="unit">What it counts, for <see cref="NumberText.Parse"/>.</param>
    public static NumberText Read(SourceCell cell, string unit)
    {
        if (cell.Date is not null)
        {
            return new NumberText(null, $"{Quoted.Text(cell.Text)} is a date, not a figure: a spreadsheet may have made it one; clear the cell's format and type the figure anew.");
        }

        var read = IsNumber(cell, unit) ? new NumberText(cell.Number, null) : NumberText.Parse(cell.Text, unit);
        return read.Value is <= -TooLarge or >= TooLarge
            ? new NumberText(null, $"{Quoted.Text(cell.Text)} is too large to be a figure: the most is below 1,000,000,000,000,000.")
            : read;
    }

    /// <summary>Whether the spreadsheet says that a cell is a number; 94.2% is one only where that is the unit. A date is dealt with as one that is none.</summary>
    public static bool IsNumber(SourceCell cell, string unit) => cell.Date is not null || (cell.Number is not null && (unit == "%" || !cell.Text.EndsWith('%')));
}
