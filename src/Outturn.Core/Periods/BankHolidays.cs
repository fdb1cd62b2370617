using System.Globalization;

namespace Outturn.Core.Periods;

/// <summary>Bank holidays in England (and Wales), substitute days in place of those that fall on a weekend.</summary>
/// <remarks>
/// Source: gov.uk, "UK bank holidays", England and Wales; for years not yet published there, the Banking and Financial
/// Dealings Act 1971 and the days always proclaimed. A day proclaimed later must be added to its year.
/// </remarks>
public static class BankHolidays
{
    public const int FirstYear = 2012;
    public const int LastYear = 2030;

    private static readonly string[] DaysByYear =
    [
        "2012: 2 Jan, 6 Apr, 9 Apr, 7 May, 4 Jun, 5 Jun, 27 Aug, 25 Dec, 26 Dec", // 5 June: Diamond Jubilee, with the spring holiday moved beside it
        "2013: 1 Jan, 29 Mar, 1 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec",
        "2014: 1 Jan, 18 Apr, 21 Apr, 5 May, 26 May, 25 Aug, 25 Dec, 26 Dec",
        "2015: 1 Jan, 3 Apr, 6 Apr, 4 May, 25 May, 31 Aug, 25 Dec, 28 Dec",
        "2016: 1 Jan, 25 Mar, 28 Mar, 2 May, 30 May, 29 Aug, 26 Dec, 27 Dec",
        "2017: 2 Jan, 14 Apr, 17 Apr, 1 May, 29 May, 28 Aug, 25 Dec, 26 Dec",
        "2018: 1 Jan, 30 Mar, 2 Apr, 7 May, 28 May, 27 Aug, 25 Dec, 26 Dec",
        "2019: 1 Jan, 19 Apr, 22 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec",
        "2020: 1 Jan, 10 Apr, 13 Apr, 8 May, 25 May, 31 Aug, 25 Dec, 28 Dec", // 8 May: the early May holiday, moved to the 75th anniversary of VE Day
        "2021: 1 Jan, 2 Apr, 5 Apr, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec",
        "2022: 3 Jan, 15 Apr, 18 Apr, 2 May, 2 Jun, 3 Jun, 29 Aug, 19 Sep, 26 Dec, 27 Dec", // 2 and 3 June: Platinum Jubilee; 19 September: State Funeral
        "2023: 2 Jan, 7 Apr, 10 Apr, 1 May, 8 May, 29 May, 28 Aug, 25 Dec, 26 Dec", // 8 May: Coronation
        "2024: 1 Jan, 29 Mar, 1 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec",
        "2025: 1 Jan, 18 Apr, 21 Apr, 5 May, 26 May, 25 Aug, 25 Dec, 26 Dec",
        "2026: 1 Jan, 3 Apr, 6 Apr, 4 May, 25 May, 31 Aug, 25 Dec, 28 Dec",
        "2027: 1 Jan, 26 Mar, 29 Mar, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec",
        "2028: 3 Jan, 14 Apr, 17 Apr, 1 May, 29 May, 28 Aug, 25 Dec, 26 Dec",
        "2029: 1 Jan, 30 Mar, 2 Apr, 7 May, 28 May, 27 Aug, 25 Dec, 26 Dec",
        "2030: 1 Jan, 19 Apr, 22 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec",
    ];

    /// <summary>All of them, oldest first.</summary>
    public static IReadOnlyList<DateOnly> All { get; } = [.. DaysByYear.SelectMany(DaysOf)];

    /// <summary>Whether a day's year is one whose bank holidays are known here.</summary>
    public static bool Know(DateOnly day) => day.Year is >= FirstYear and <= LastYear;

    private static readonly HashSet<DateOnly> Days = [.. All];

    /// <exception cref="ArgumentOutOfRangeException">A day of a year whose bank holidays are not known.</exception>
    public static bool Include(DateOnly day) =>
        Know(day) ? Days.Contains(day)
        : throw new ArgumentOutOfRangeException(nameof(day), $"Bank holidays are known from {FirstYear} to {LastYear}, and not for {day.Year}.");

    private static IEnumerable<DateOnly> DaysOf(string line)
    {
        var (year, days) = (line[..4], line[6..].Split(", "));
        return days.Select(day => DateOnly.ParseExact($"{day} {year}", "d MMM yyyy", CultureInfo.InvariantCulture));
    }
}
