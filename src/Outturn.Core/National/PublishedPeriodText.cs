using System.Globalization;
using Outturn.Core.Periods;

namespace Outturn.Core.National;

/// <summary>Reads the period labels of official statistics: ISO 8601 starts with durations, days, and years of every spelling (RULES 3).</summary>
/// <remarks>Nothing is guessed: what a bare year means is told by the publisher's own kind of year, and what stays unread is refused by name.</remarks>
public static class PublishedPeriodText
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2199;

    /// <param name="years">The kind of year in which this series is counted.</param>
    public static PublishedPeriod? Read(string label, YearKind years, out string refusal)
    {
        var text = label.Trim();
        var (bare, status, qualifier) = Behind(text);
        refusal = "";
        if ((Iso(bare) ?? OneYear(bare, years) ?? TwoYears(bare, years, ref refusal) ?? YearsTogether(bare) ?? Other(bare)) is not { } read)
        {
            refusal = refusal.Length > 0 ? refusal : $"\"{label}\" is not a period: a year (2024, 2023/24), several (2014-16, 2021/22-23/24), a day (2026-04-01) or a start with its length (2024-04-01/P1Y).";
            return null;
        }

        return new PublishedPeriod(text, read.Kind, read.First, read.Last, status, qualifier);
    }

    /// <summary>What stands in brackets behind a label: a status, or a word that is kept as it is.</summary>
    private static (string Bare, FigureStatus Status, string? Qualifier) Behind(string text)
    {
        var open = text.IndexOf('(');
        if (open <= 0 || !text.EndsWith(')'))
        {
            return (text, FigureStatus.NotSaid, null);
        }

        var (bare, word) = (text[..open].TrimEnd(), text[(open + 1)..^1].Trim());
        return word.ToLowerInvariant() switch
        {
            "prov" or "provisional" or "p" => (bare, FigureStatus.Provisional, null),
            "rev" or "revised" or "r" => (bare, FigureStatus.Revised, null),
            "final" => (bare, FigureStatus.Final, null),
            _ => (bare, FigureStatus.NotSaid, word),
        };
    }

    /// <summary>2024-04-01/P1Y, 2025-12-01/P1M, 2026-04-01.</summary>
    private static (PublishedPeriodKind Kind, DateOnly First, DateOnly Last)? Iso(string text)
    {
        var slash = text.IndexOf("/P", StringComparison.Ordinal);
        if (!DateOnly.TryParseExact(slash < 0 ? text : text[..slash], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
        {
            return null;
        }

        if (slash < 0)
        {
            return (PublishedPeriodKind.Day, first, first);
        }

        if (text.Length < slash + 4 || !int.TryParse(text.AsSpan(slash + 2, text.Length - slash - 3), NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length is 0 or > 100)
        {
            return null;
        }

        return text[^1] switch
        {
            'Y' => (length > 1 ? PublishedPeriodKind.SeveralYears : YearFrom(first), first, first.AddYears(length).AddDays(-1)),
            'M' => (length switch { 1 => PublishedPeriodKind.Month, 3 => PublishedPeriodKind.Quarter, 6 => PublishedPeriodKind.HalfYear, 12 => YearFrom(first), _ => PublishedPeriodKind.SeveralYears }, first, first.AddMonths(length).AddDays(-1)),
            'D' => (PublishedPeriodKind.Day, first, first.AddDays(length - 1)),
            _ => null,
        };
    }

    private static PublishedPeriodKind YearFrom(DateOnly first) => (first.Month, first.Day) switch
    {
        (1, 1) => PublishedPeriodKind.CalendarYear,
        (4, 1) => PublishedPeriodKind.FinancialYear,
        (8, 1) or (9, 1) => PublishedPeriodKind.AcademicYear,
        _ => PublishedPeriodKind.TwelveMonths,
    };

    private static (PublishedPeriodKind Kind, DateOnly First, DateOnly Last)? OneYear(string text, YearKind years) =>
        text.Length == 4 && Year(text) is { } year && years.Ending(year) is var (first, last) ? (years.Kind(), first, last) : null;

    /// <summary>2023/24 and 2023-24 are one year across two; 2014-16 is three calendar years.</summary>
    private static (PublishedPeriodKind Kind, DateOnly First, DateOnly Last)? TwoYears(string text, YearKind years, ref string refusal)
    {
        if (text.Length is not (7 or 9) || text[4] is not ('/' or '-') || Year(text[..4]) is not { } from || Following(text[5..], from) is not { } to)
        {
            return null;
        }

        if (years == YearKind.Calendar && (text[4] == '-' || to > from + 1))
        {
            return (PublishedPeriodKind.SeveralYears, years.Ending(from).First, years.Ending(to).Last);
        }

        if (to > from + 1)
        {
            refusal = $"\"{text}\" could be {to - from} or {to - from + 1} years: write each as 2021/22-23/24 does.";
            return null;
        }

        var split = years == YearKind.Calendar ? YearKind.Financial : years;
        var (first, last) = split.Ending(to);
        return (split.Kind(), first, last);
    }

    /// <summary>2021/22-23/24: financial years taken together.</summary>
    private static (PublishedPeriodKind Kind, DateOnly First, DateOnly Last)? YearsTogether(string text)
    {
        if (text.Length != 13 || text[4] != '/' || text[7] != '-' || text[10] != '/' || Year(text[..4]) is not { } from || Following(text[5..7], from) != from + 1
            || Following(text[8..10], from) is not { } lastFrom || Following(text[11..], lastFrom) != lastFrom + 1)
        {
            return null;
        }

        return (PublishedPeriodKind.SeveralYears, YearKind.Financial.Ending(from + 1).First, YearKind.Financial.Ending(lastFrom + 1).Last);
    }

    /// <summary>Anything a council would write too: "Q1 2019/20", "Apr 2019", "Year ending March 2020".</summary>
    private static (PublishedPeriodKind Kind, DateOnly First, DateOnly Last)? Other(string text) =>
        text.Length > 4 && PeriodText.TryReadAny(text, out var period, out _)
            ? (period.Frequency switch
            {
                Frequency.Month => PublishedPeriodKind.Month,
                Frequency.Quarter => PublishedPeriodKind.Quarter,
                Frequency.HalfYear => PublishedPeriodKind.HalfYear,
                Frequency.Year => PublishedPeriodKind.FinancialYear,
                Frequency.Academic => PublishedPeriodKind.AcademicYear,
                Frequency.Calendar => PublishedPeriodKind.CalendarYear,
                _ => PublishedPeriodKind.TwelveMonths,
            }, period.First, period.Last)
            : null;

    private static int? Year(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= EarliestYear and <= LatestYear ? year : null;

    /// <summary>The later year, in full or by its last two digits; null where it is not later.</summary>
    private static int? Following(string digits, int from)
    {
        if (digits.Length == 4)
        {
            return Year(digits) is { } year && year > from ? year : null;
        }

        return digits.Length == 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            ? from / 100 * 100 + end is var to && to > from ? to : to + 100 <= from + 20 ? to + 100 : null
            : null;
    }
}
