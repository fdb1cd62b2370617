using System.Globalization;
using Outturn.Core.Indicators;

namespace Outturn.Reports.Excel;

/// <summary>A figure as a number of the sheet and the format that prints it as the paper does.</summary>
/// <param name="Value">As the file stores it; a percentage is a fraction, so that Excel can calculate with it.</param>
/// <param name="Format">94.2% by #,##0.0%, £1,234 by "£"#,##0.</param>
internal readonly record struct FigureFormat(string Value, string Format)
{
    /// <summary>Excel keeps this many digits of a number.</summary>
    private const int MostDigits = 15;

    private const int MostDecimals = 26;

    private static readonly DateOnly Zero = new(1899, 12, 30);
    private static readonly DateOnly Counted = new(1900, 3, 1);

    /// <returns>Null for a figure with more digits than Excel keeps: it has to stand as text, or it would be another figure.</returns>
    public static FigureFormat? Of(FigureCell cell)
    {
        var (unit, decimals) = (cell.Unit, cell.Decimals);
        if (decimals > MostDecimals || Unit.Bare(cell.Shown, decimals).Trim('-', '0', '.').Count(char.IsAsciiDigit) > MostDigits)
        {
            return null;
        }

        var digits = decimals == 0 ? "#,##0" : "#,##0." + new string('0', decimals);
        return unit.IsPercentage
            ? new FigureFormat(Unit.Bare(Unit.Round(cell.Shown, decimals) / 100m, decimals + 2), digits + "%")
            : new FigureFormat(Unit.Bare(cell.Shown, decimals), unit.Name is ['£', .. var scale] ? $"\"£\"{digits}{Literal(scale)}" : digits);
    }

    /// <summary>A day as Excel counts it from the end of 1899; null before March 1900, since when its count is right.</summary>
    public static FigureFormat? Of(DayCell cell) =>
        cell.Day >= Counted ? new FigureFormat((cell.Day.DayNumber - Zero.DayNumber).ToString(CultureInfo.InvariantCulture), "dd/mm/yyyy") : null;

    private static string Literal(string text) =>
        text.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"\"{text.Replace("\"", "", StringComparison.Ordinal)}\"");
}
