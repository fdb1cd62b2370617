using System.Globalization;

namespace Outturn.Core.Periods;

/// <summary>A span of time that a figure is for: a month, a quarter, a half-year, or a financial, academic or calendar year.</summary>
/// <param name="Frequency">The kind of period.</param>
/// <param name="Ordinal">Its place in the sequence of its kind; consecutive periods differ by 1.</param>
public readonly record struct Period(Frequency Frequency, int Ordinal) : IComparable<Period>
{
    private static readonly string[] MonthNames =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    public DateOnly First => DateOfMonth(FirstMonth);

    public DateOnly Last => DateOfMonth(FirstMonth + Frequency.Length()).AddDays(-1);

    public Period Next => this with { Ordinal = Ordinal + 1 };

    public Period Before => this with { Ordinal = Ordinal - 1 };

    public Period AYearBefore => this with { Ordinal = Ordinal - Frequency.PerYear() };

    /// <summary>The first period of the year that this one counts towards; a year is its own first.</summary>
    public Period FirstOfYear => Frequency.Length() == 12 ? this : this with { Ordinal = Ordinal - PlaceInYear };

    /// <summary>The financial year in which the period ends, April to March.</summary>
    public Period FinancialYear => Holding(Frequency.Year, Last);

    private int FirstMonth => Frequency.Anchor() + (Ordinal * Frequency.Step());

    private int PlaceInYear => Mod(FirstMonth - 3, 12) / Frequency.Length();

    public static Period Month(int year, int month) => new(Frequency.Month, ((year - 1) * 12) + month - 1);

    /// <summary>The financial year that begins in April of <paramref name="startYear"/>.</summary>
    public static Period Year(int startYear) => new(Frequency.Year, startYear - 1);

    /// <summary>The period of a kind in which a day falls; of rolling twelve months, the one that ends with the day's month.</summary>
    public static Period Holding(Frequency frequency, DateOnly day)
    {
        var month = ((day.Year - 1) * 12) + day.Month - 1;
        return frequency == Frequency.TwelveMonths
            ? new Period(frequency, month - 11)
            : new Period(frequency, FloorDivide(month - frequency.Anchor(), frequency.Step()));
    }

    /// <summary>The last period of a kind that has ended by a day.</summary>
    public static Period EndedBy(Frequency frequency, DateOnly day)
    {
        var holding = Holding(frequency, day);
        return holding.Last <= day ? holding : holding.Before;
    }

    /// <summary>As papers print it: Apr 2019, Q1 2019/20, H1 2019/20, 2019/20, Academic 2019/20, 2019, 12 months to Mar 2020.</summary>
    public override string ToString() => Frequency switch
    {
        Frequency.Month => MonthText(First),
        Frequency.Quarter => $"Q{PlaceInYear + 1} {YearText(FinancialStart)}",
        Frequency.HalfYear => $"H{PlaceInYear + 1} {YearText(FinancialStart)}",
        Frequency.Year => YearText(First.Year),
        Frequency.Academic => $"Academic {YearText(First.Year)}",
        Frequency.Calendar => First.Year.ToString("D4", CultureInfo.InvariantCulture),
        _ => $"12 months to {MonthText(Last)}",
    };

    public int CompareTo(Period other) =>
        Last.CompareTo(other.Last) is var byEnd and not 0 ? byEnd : Frequency.CompareTo(other.Frequency);

    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    /// <summary>"Mar 2020".</summary>
    public static string MonthText(DateOnly day) =>
        $"{MonthNames[day.Month - 1]} {day.Year.ToString("D4", CultureInfo.InvariantCulture)}";

    private int FinancialStart => First.Month >= 4 ? First.Year : First.Year - 1;

    private static string YearText(int start) =>
        $"{start.ToString("D4", CultureInfo.InvariantCulture)}/{((start + 1) % 100).ToString("D2", CultureInfo.InvariantCulture)}";

    private static DateOnly DateOfMonth(int month) => new((month / 12) + 1, (month % 12) + 1, 1);

    private static int FloorDivide(int value, int by) => (value - Mod(value, by)) / by;

    private static int Mod(int value, int by) => ((value % by) + by) % by;
}
