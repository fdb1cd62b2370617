namespace Outturn.Core.Periods;

/// <summary>Reads a period as people write it; the frequency decides between readings, and what stays ambiguous is refused by name (RULES 3).</summary>
public static class PeriodText
{
    /// <summary>Reads <paramref name="text"/> as a period of <paramref name="frequency"/>; false with a reason that names the text.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, Frequency frequency, out Period period, out string refusal)
    {
        var spelling = PeriodSpelling.Of(text, stackalloc char[PeriodSpelling.MostCharacters], stackalloc int[PeriodSpelling.MostNumbers]);
        var read = Read(spelling, frequency);
        period = read.GetValueOrDefault();
        refusal = read is null ? PeriodRefusal.Of(text, spelling, frequency) : "";
        return read is not null;
    }

    /// <summary>Reads a period whose kind its own spelling tells; false with a reason where it could be several, or is none.</summary>
    public static bool TryReadAny(ReadOnlySpan<char> text, out Period period, out string refusal)
    {
        var spelling = PeriodSpelling.Of(text, stackalloc char[PeriodSpelling.MostCharacters], stackalloc int[PeriodSpelling.MostNumbers]);
        var readings = ReadAsAny(spelling);
        period = readings.Count == 1 ? readings[0] : default;
        refusal = readings.Count == 1 ? "" : PeriodRefusal.OfAny(text, spelling, readings);
        return readings.Count == 1;
    }

    /// <summary>Reads a period whose kind its own spelling tells; null where it could be several.</summary>
    public static Period? ReadAny(string text) => TryReadAny(text, out var period, out _) ? period : null;

    internal static Period? Read(PeriodSpelling spelling, Frequency frequency) => frequency switch
    {
        Frequency.Month => Month(spelling),
        Frequency.Quarter => PartOfYear(spelling, 'q', frequency) ?? Span(spelling, frequency),
        Frequency.HalfYear => PartOfYear(spelling, 'h', frequency) ?? Span(spelling, frequency),
        Frequency.Calendar => CalendarYear(spelling) ?? Span(spelling, frequency),
        Frequency.TwelveMonths => Span(spelling, frequency),
        _ => SplitYear(spelling, frequency) ?? Span(spelling, frequency),
    };

    /// <summary>All that a spelling can mean by itself: "2011-12" is a December and a year. An academic year says that it is one.</summary>
    internal static List<Period> ReadAsAny(PeriodSpelling spelling)
    {
        var readings = new List<Period>(2);
        foreach (var frequency in (ReadOnlySpan<Frequency>)[Frequency.Month, Frequency.Quarter, Frequency.HalfYear, Frequency.Year, Frequency.Calendar])
        {
            if (Read(spelling, frequency) is { } period)
            {
                readings.Add(period);
            }
        }

        var other = spelling.Shape is ['a', ..] ? Frequency.Academic : Frequency.TwelveMonths;
        if (readings.Count == 0 && Read(spelling, other) is { } last)
        {
            readings.Add(last);
        }

        return readings;
    }

    /// <summary>The two years of 2019/20, 2019-20, 2019/2020, 19/20 or 201920, whether or not they follow each other; null for any other shape.</summary>
    internal static (int From, int To)? Split(PeriodSpelling spelling) => spelling.Shape switch
    {
        "4/2" or "4-2" or "4/4" or "4-4" or "2/2" or "2-2" => (FullYear(spelling.Numbers[0]), spelling.Numbers[1]),
        "6" => (spelling.Numbers[0] / 100, spelling.Numbers[0] % 100),
        _ => null,
    };

    /// <summary>The part (1 in Q1) and the year behind or before it; null for any other shape.</summary>
    internal static bool TryPart(PeriodSpelling spelling, char letter, out int part, out PeriodSpelling year)
    {
        part = 0;
        year = spelling;
        if (spelling.Shape is [var first, '1', .. var behind] && first == letter)
        {
            part = spelling.Numbers[0];
            year = new PeriodSpelling(behind.TrimStart("-f").TrimStart('y'), spelling.Numbers[1..]);
        }
        else if (spelling.Shape is [.. var before, var last, '1'] && last == letter)
        {
            part = spelling.Numbers[^1];
            year = new PeriodSpelling(before.TrimEnd('-').TrimStart('f').TrimStart('y'), spelling.Numbers[..^1]);
        }

        return part > 0;
    }

    /// <summary>A day written as a date, with midnight behind it as spreadsheets have it; day before month, as everywhere in Britain.</summary>
    internal static DateOnly? Day(PeriodSpelling spelling)
    {
        var date = BeforeMidnight(spelling);
        var n = date.Numbers;
        return date.Shape switch
        {
            "2/2/4" or "1/1/4" or "1/2/4" or "2/1/4" or "2-2-4" or "2.2.4" => Date(n[2], n[1], n[0]),
            "1m4" or "2m4" or "1-m-4" or "2-m-4" or "1-m-2" or "2-m-2" => Date(FullYear(n[2]), n[1], n[0]),
            "4-2-2" => Date(n[0], n[1], n[2]),
            _ => null,
        };
    }

    private static PeriodSpelling BeforeMidnight(PeriodSpelling spelling)
    {
        var (characters, numbers) = spelling.Shape.Contains(':') ? spelling.Shape switch
        {
            [.., '2', ':', '2', ':', '2', '.', '3'] => (7, 4),
            [.., '2', ':', '2', ':', '2'] => (5, 3),
            [.., '2', ':', '2'] => (3, 2),
            _ => (0, 0),
        }
        : (0, 0);
        return spelling.Numbers[^numbers..].ContainsAnyExcept(0)
            ? spelling
            : new PeriodSpelling(spelling.Shape[..^characters].TrimEnd('t'), spelling.Numbers[..^numbers]);
    }

    private static Period? Month(PeriodSpelling spelling)
    {
        var n = spelling.Numbers;
        return spelling.Shape switch
        {
            "m4" or "m-4" or "m/4" or "m2" or "m-2" or "m/2" => OfMonth(FullYear(n[1]), n[0]),
            "4m" or "4-m" or "4-2" => OfMonth(n[0], n[1]),
            "1/4" or "2/4" or "2-4" => OfMonth(n[1], n[0]),
            "6" => OfMonth(n[0] / 100, n[0] % 100),
            _ => Day(spelling) is { } day && (day.Day == 1 || IsLastOfMonth(day)) ? OfMonth(day.Year, day.Month) : null,
        };
    }

    private static Period? PartOfYear(PeriodSpelling spelling, char letter, Frequency frequency) =>
        TryPart(spelling, letter, out var part, out var year) && part <= frequency.PerYear() && Start(year) is { } start
            ? new Period(frequency, (Period.Year(start).Ordinal * frequency.PerYear()) + part - 1)
            : null;

    private static Period? SplitYear(PeriodSpelling spelling, Frequency frequency)
    {
        var letter = frequency == Frequency.Academic ? 'a' : 'f';
        return Start(spelling.Shape is [var first, 'y', ..] && first == letter ? spelling.After(2, 0)
            : spelling.Shape is [var alone, ..] && alone == letter ? spelling.After(1, 0)
            : spelling) is { } start
                ? new Period(frequency, start - 1)
                : null;
    }

    private static Period? CalendarYear(PeriodSpelling spelling) =>
        spelling.Shape is "4" && OfMonth(spelling.Numbers[0], 1) is { } january ? Period.Holding(Frequency.Calendar, january.First) : null;

    /// <summary>A period told by its months: "Year ending March 2020", "12 months to Mar 2020", "Apr to Jun 2019", "Apr 2019 - Mar 2020".</summary>
    private static Period? Span(PeriodSpelling spelling, Frequency frequency)
    {
        if (Ending(spelling) is { } end)
        {
            return Whole(frequency, end.Last.AddDays(1).AddYears(-1), end);
        }

        var n = spelling.Numbers;
        var (from, to) = spelling.Shape switch
        {
            "m-m4" or "m>m4" or "m-m2" or "m>m2" when n[0] < n[1] => (OfMonth(FullYear(n[2]), n[0]), OfMonth(FullYear(n[2]), n[1])),
            "m4-m4" or "m4>m4" or "m2-m2" or "m2>m2" => (OfMonth(FullYear(n[1]), n[0]), OfMonth(FullYear(n[3]), n[2])),
            _ => (null, null),
        };
        return from is { } first && to is { } last ? Whole(frequency, first.First, last) : null;
    }

    /// <summary>The month with which twelve months end, where the spelling says that they do.</summary>
    internal static Period? Ending(PeriodSpelling spelling)
    {
        if (spelling.Shape is ['2', 'M', '>', ..] ? spelling.Numbers[0] != 12 : spelling.Shape is not ['y', '>', ..])
        {
            return null;
        }

        var end = spelling.Shape[0] == 'y' ? spelling.After(2, 0) : spelling.After(3, 1);
        return Day(end) is { } day && !IsLastOfMonth(day) ? null : Month(end);
    }

    private static Period? Whole(Frequency frequency, DateOnly first, Period end)
    {
        var period = Period.Holding(frequency, end.Last);
        return period.First == first && period.Last == end.Last ? period : null;
    }

    private static int? Start(PeriodSpelling year) =>
        Split(year) is { From: > 1900 and < 2200 } years && (years.To == years.From + 1 || years.To == (years.From + 1) % 100) ? years.From : null;

    private static Period? OfMonth(int year, int month) =>
        year is > 1900 and < 2200 && month is >= 1 and <= 12 ? Period.Month(year, month) : null;

    private static DateOnly? Date(int year, int month, int day) =>
        OfMonth(year, month) is not null && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static bool IsLastOfMonth(DateOnly day) => day.AddDays(1).Day == 1;

    /// <summary>Two digits are a year from 1950 to 2049.</summary>
    internal static int FullYear(int year) => year switch { < 50 => 2000 + year, < 100 => 1900 + year, _ => year };
}
