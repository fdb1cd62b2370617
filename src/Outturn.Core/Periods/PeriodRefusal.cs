namespace Outturn.Core.Periods;

/// <summary>Why a text is not a period of a frequency, and what to write instead.</summary>
internal static class PeriodRefusal
{
    private const string OutsideYears = "is outside the years 1901 to 2199.";

    private const int LongestQuote = 40;

    public static string Of(ReadOnlySpan<char> text, PeriodSpelling spelling, Frequency frequency)
    {
        var example = Example(frequency);
        if (spelling.Shape.IsEmpty)
        {
            return $"The period is blank: write it like {example}.";
        }

        var why = LoneYear(spelling, frequency)
            ?? Slip(spelling)
            ?? (frequency == Frequency.Month ? NoMonth(spelling) : null)
            ?? EndsElsewhere(spelling, frequency)
            ?? OtherKind(PeriodText.ReadAsAny(spelling), frequency)
            ?? YearsApart(spelling)
            ?? $"is not a period of frequency {frequency.Name()}: write it like {example}.";
        return $"{Quote(text)} {why}";
    }

    /// <param name="readings">None, or more than one.</param>
    public static string OfAny(ReadOnlySpan<char> text, PeriodSpelling spelling, List<Period> readings)
    {
        if (spelling.Shape.IsEmpty)
        {
            return "The period is blank: write it like Apr 2019, Q1 2019/20 or 2019/20.";
        }

        var why = readings.Count > 1
            ? $"could be {readings[0]} or {readings[1]}: write the one that is meant."
            : Slip(spelling) ?? YearsApart(spelling) ?? "is not a period: write it like Apr 2019, Q1 2019/20, H1 2019/20 or 2019/20.";
        return $"{Quote(text)} {why}";
    }

    /// <summary>2019, or FY20, where a year spans two.</summary>
    private static string? LoneYear(PeriodSpelling spelling, Frequency frequency)
    {
        if (frequency is not (Frequency.Year or Frequency.Academic) || spelling.Shape is not ("4" or "f4" or "f2" or "fy4" or "a4" or "ay4" or "y4"))
        {
            return null;
        }

        var year = PeriodText.FullYear(spelling.Numbers[0]);
        return $"could be {YearFrom(year - 1)} or {YearFrom(year)}: write the one that is meant.";
    }

    /// <summary>Slips that are slips whatever the frequency.</summary>
    private static string? Slip(PeriodSpelling spelling)
    {
        if (PeriodText.TryPart(spelling, 'q', out var quarter, out var ofQuarter))
        {
            return quarter > 4 ? $"has no quarter {quarter}: there are Q1 (April to June) to Q4." : PartOfOneYear(Frequency.Quarter, quarter, ofQuarter);
        }

        if (PeriodText.TryPart(spelling, 'h', out var half, out var ofHalf))
        {
            return half > 2 ? $"has no half {half}: there are H1 (April to September) and H2." : PartOfOneYear(Frequency.HalfYear, half, ofHalf);
        }

        if (spelling.Shape is "5" && spelling.Numbers[0] is > 20_000 and < 80_000)
        {
            var day = new DateOnly(1899, 12, 30).AddDays(spelling.Numbers[0]);
            return $"looks like the number that a spreadsheet keeps for {day.Day} {Period.MonthText(day)}: write the period in words.";
        }

        if (spelling.Shape is "1/1/2" or "1/2/2" or "2/1/2" or "2/2/2")
        {
            return "is a date with a year of two digits: write all four.";
        }

        return PeriodText.Day(spelling) is { Day: > 1 } inside && inside.AddDays(1).Day != 1
            ? $"is {inside.Day} {Period.MonthText(inside)}, a day within a month, read day first: write {Period.MonthText(inside)} if the month is meant."
            : null;
    }

    /// <summary>Q1 2019: January to March, or April to June?</summary>
    private static string? PartOfOneYear(Frequency frequency, int part, PeriodSpelling year)
    {
        if (year.Shape is not ("4" or "2"))
        {
            return null;
        }

        var start = PeriodText.FullYear(year.Numbers[0]);
        if (start is <= 1900 or >= 2200)
        {
            return OutsideYears;
        }

        var first = new DateOnly(start, ((part - 1) * frequency.Length()) + 1, 1);
        var financial = Period.Holding(frequency, first.AddMonths(3));
        return $"could be {Months(first, frequency)} or {Months(first.AddMonths(3), frequency)} ({financial}): write the financial year in full.";
    }

    private static string? NoMonth(PeriodSpelling spelling) => spelling.Shape switch
    {
        "4-2" when spelling.Numbers[1] is 0 or > 12 && !FollowsIn(spelling) => $"has no month {spelling.Numbers[1]}: write it like Apr 2019 or 2019-04.",
        "4/2" when spelling.Numbers[1] is >= 1 and <= 12 && !FollowsIn(spelling) => $"is written like a year: write {spelling.Numbers[0]}-{spelling.Numbers[1]:00} for a month.",
        "2/2/4" or "1/2/4" when spelling.Numbers[1] is 0 or > 12 => $"has no month {spelling.Numbers[1]}: dates are read day first.",
        "2/4" or "2-4" when spelling.Numbers[0] is 0 or > 12 => $"has no month {spelling.Numbers[0]}: write it like Apr 2019 or 2019-04.",
        _ => null,
    };

    /// <summary>A period, but of another kind: "Apr 2019" in a quarterly column.</summary>
    private static string? OtherKind(List<Period> readings, Frequency frequency)
    {
        if (readings.Count > 1)
        {
            return $"could be {readings[0]} or {readings[1]}, and the frequency is {frequency.Name()}: write it like {Example(frequency)}.";
        }

        if (readings.Count == 0)
        {
            return null;
        }

        var (reading, holding) = (readings[0], Period.Holding(frequency, readings[0].Last));
        var advice = holding.First <= reading.First ? $"write {holding} if that is meant" : $"write it like {Example(frequency)}";
        return $"is {Kind(reading.Frequency)}, but the frequency is {frequency.Name()}: {advice}.";
    }

    /// <summary>Year ending June, where years end in March.</summary>
    private static string? EndsElsewhere(PeriodSpelling spelling, Frequency frequency) =>
        PeriodText.Ending(spelling) is { } end && frequency.Length() == 12
            ? $"ends with {Period.MonthText(end.Last)}, and {Kind(frequency)} ends with {(frequency == Frequency.Year ? "March" : frequency == Frequency.Academic ? "August" : "December")}: use the frequency 12 months for years that end with any month."
            : null;

    /// <summary>2019/21: the two years do not follow each other.</summary>
    private static string? YearsApart(PeriodSpelling spelling)
    {
        var year = PeriodText.TryPart(spelling, 'q', out _, out var ofQuarter) ? ofQuarter
            : PeriodText.TryPart(spelling, 'h', out _, out var ofHalf) ? ofHalf
            : spelling.Shape is ['f' or 'a', 'y', ..] ? spelling.After(2, 0)
            : spelling.Shape is ['f' or 'a', ..] ? spelling.After(1, 0)
            : spelling;
        return PeriodText.Split(year) is not { } years ? null
            : years.From is <= 1900 or >= 2200 ? OutsideYears
            : FollowsIn(year) ? null
            : $"has two years that do not follow each other: write {YearFrom(years.From)} for the year that begins in {years.From}.";
    }

    private static bool FollowsIn(PeriodSpelling year) =>
        PeriodText.Split(year) is { } years && (years.To == years.From + 1 || years.To == (years.From + 1) % 100);

    private static string Months(DateOnly first, Frequency frequency)
    {
        var last = first.AddMonths(frequency.Length() - 1);
        return $"{Period.MonthText(first)[..(first.Year == last.Year ? 3 : 8)]} to {Period.MonthText(last)}";
    }

    private static string YearFrom(int start) => $"{start}/{(start + 1) % 100:00}";

    private static string Kind(Frequency frequency) => frequency switch
    {
        Frequency.Month => "a month",
        Frequency.Quarter => "a quarter",
        Frequency.HalfYear => "a half-year",
        Frequency.Year => "a financial year",
        Frequency.Academic => "an academic year",
        Frequency.Calendar => "a calendar year",
        _ => "twelve months",
    };

    private static string Example(Frequency frequency) => frequency switch
    {
        Frequency.Month => "Apr 2019",
        Frequency.Quarter => "Q1 2019/20",
        Frequency.HalfYear => "H1 2019/20",
        Frequency.Academic => "Academic 2019/20",
        Frequency.Calendar => "2019",
        Frequency.TwelveMonths => "12 months to Mar 2020",
        _ => "2019/20",
    };

    private static string Quote(ReadOnlySpan<char> text)
    {
        var written = text.Trim();
        return written.Length <= LongestQuote ? $"\"{written}\"" : $"\"{written[..(LongestQuote - 1)]}…\"";
    }
}
