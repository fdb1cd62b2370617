using Outturn.App.Import;

namespace Outturn.App.Sheets;

/// <summary>The number in a cell: what the spreadsheet says it is, or what is typed.</summary>
internal static class SheetNumber
{
    public static ValueText Read(SheetCell cell, string unitName) =>
        cell.Content.Date is not null ? new ValueText(null, null, $"{Quoted.Text(cell.Text)} is a date, not a figure: a spreadsheet may have made it one; type the figure anew.")
        : cell.Content.Number is { } number && !(cell.Text.EndsWith('%') && unitName != "%") ? new ValueText(number, null, null)
        : ValueText.Parse(cell.Content.Text, unitName);

    /// <summary>The number with the decimals that its cell shows.</summary>
    public static decimal AsShown(SheetCell cell, decimal value) =>
        cell.Content.Number is null ? value
        : ValueText.Parse(cell.Text, cell.Text.EndsWith('%') ? "%" : cell.Text.Contains('£') ? "£" : "number").Value ?? value;
}
