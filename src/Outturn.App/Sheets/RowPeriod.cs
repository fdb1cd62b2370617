using Outturn.App.Import;
using Outturn.Core.Periods;

namespace Outturn.App.Sheets;

/// <summary>The period that a cell names, or why it names none.</summary>
/// <param name="LeftOut">What stood in brackets behind it.</param>
internal readonly record struct RowPeriod(Period? Period, string? Refusal, string? LeftOut)
{
    /// <param name="stated">The frequency, where it is known: it decides between readings.</param>
    /// <param name="rowYear">The year that the row names in another cell.</param>
    public static RowPeriod Read(SheetCell cell, Frequency? stated, Period? rowYear, SheetColumns columns)
    {
        if (stated is { } frequency && cell.Content.Date is null && PeriodText.TryRead(cell.Text, frequency, out var plain, out _))
        {
            return new RowPeriod(plain, null, null);
        }

        string? leftOut = null;
        var written = cell.Content.Date is { } day ? WrittenPeriod.Of(day) : WrittenPeriod.Find(cell.Text);
        if (WrittenPeriod.IsYearOrMonth(cell.Text) && stated is null)
        {
            if (columns.AreMonths is not { } months)
            {
                return new RowPeriod(null, YearOrMonth(cell.Text), null);
            }

            written = months ? WrittenPeriod.MonthOf(cell.Text) : written;
        }

        if (written is { Rest.Length: > 0 } && cell.Text.IndexOf('(') is > 0 and var bracket && WrittenPeriod.Find(cell.Text.Remove(bracket)) is { Rest: "" } before)
        {
            leftOut = Quoted.Text(cell.Text.AsSpan(bracket));
            written = before;
        }

        if (written is { Frequency: Frequency.Year, Rest: "year" or "full year" or "outturn" or "total" or "annual" or "year end" })
        {
            written = written with { Rest = "" };
        }

        return written is not { Rest: "" } ? new RowPeriod(null, $"{Quoted.Text(cell.Text)} is not a period: write it like Apr 2019, Q1 2019/20 or 2019/20.", null)
            : columns.PeriodOf(written, rowYear?.First.Year) is { } period ? new RowPeriod(period, null, leftOut)
            : new RowPeriod(null, $"{Quoted.Text(cell.Text)} does not say its year: write it like {written.In(2019)}, or say --period 2019/20.", null);
    }

    public static string YearOrMonth(string text) =>
        $"{Quoted.Text(text)} could be the year {WrittenPeriod.Find(text)!.Whole} or {WrittenPeriod.MonthOf(text).Whole}: write the one that is meant, or add a column frequency.";

    /// <summary>The period as one of another frequency that ends with it: June is the first quarter; null where none does.</summary>
    public static Period? As(Frequency frequency, Period period)
    {
        if (period.Frequency == frequency)
        {
            return period;
        }

        var holding = Core.Periods.Period.Holding(frequency, period.Last);
        return frequency.Length() >= period.Frequency.Length() && holding.Last == period.Last ? holding : null;
    }
}
