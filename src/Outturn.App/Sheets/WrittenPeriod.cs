using System.Globalization;
using System.Text.RegularExpressions;
using Outturn.Core.Periods;

namespace Outturn.App.Sheets;

/// <summary>A period as a heading or a cell of a sheet writes it, perhaps without its year ("Q1", "Apr"), and the words around it.</summary>
/// <param name="Frequency">The kind of period that is written.</param>
/// <param name="Part">Its place in the financial year, from 0; 0 for a year.</param>
/// <param name="StartYear">The year in which its year begins; null when the sheet must say it elsewhere.</param>
/// <param name="Rest">What is written beside it, without the marks between.</param>
internal sealed partial record WrittenPeriod(Frequency Frequency, int Part, int? StartYear, string Rest)
{
    private const string MonthName =
        "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>The period, or null while its year is not known.</summary>
    public Period? Whole => StartYear is { } start ? In(start) : null;

    /// <summary>The period in the financial year that begins in April of a year.</summary>
    public Period In(int startYear) => Frequency switch
    {
        Frequency.Month => Period.Month(Part < 9 ? startYear : startYear + 1, ((Part + 3) % 12) + 1),
        Frequency.TwelveMonths => Period.Holding(Frequency, Period.Month(Part < 9 ? startYear : startYear + 1, ((Part + 3) % 12) + 1).Last),
        Frequency.Year or Frequency.Academic or Frequency.Calendar => new Period(Frequency, startYear - 1),
        _ => new Period(Frequency, (Period.Year(startYear).Ordinal * Frequency.PerYear()) + Part),
    };

    public static WrittenPeriod Of(DateOnly day, string rest = "") => OfMonth(day.Year, day.Month, rest);

    /// <summary>Finds the one period in a text; null where there is none, or none that can be told for certain ("Q1 2019").</summary>
    public static WrittenPeriod? Find(string text)
    {
        var left = text;
        var rolling = Take(ref left, Rolling());
        var academic = Take(ref left, Academic()) is not null;
        if (FullDate(ref left) is { } date)
        {
            return OfMonth(date.Year, date.Month, Words(left));
        }

        if (YearFirstMonth(ref left) is { } iso)
        {
            return OfMonth(iso.Year, iso.Month, Words(left));
        }

        var part = Take(ref left, Quarter()) is { } quarter ? (Frequency.Quarter, Digit(quarter) - 1)
            : Take(ref left, HalfYear()) is { } half ? (Frequency.HalfYear, Digit(half) - 1)
            : ((Frequency, int)?)null;
        var range = Take(ref left, MonthRange());
        var year = SplitYear(ref left, beside: part is not null || range is not null);
        if (range is not null)
        {
            var spanned = Span(range);
            part = part is null || part == spanned ? spanned : null;
            year ??= part is { Item2: var place } && CalendarYear(ref left) is { } written ? StartOf(written, place, spanned) : null;
            if (part is null)
            {
                return null;
            }
        }

        if (part is { } found)
        {
            return year is not null || CalendarYear(ref left) is null ? new WrittenPeriod(found.Item1, found.Item2, year, Words(left)) : null;
        }

        var day = Take(ref left, DayOfMonth());
        if (day is not null)
        {
            left = $"{left} {day.Groups["rest"].Value}";
        }

        if (Take(ref left, MonthWithYear()) is { } named && year is null)
        {
            if (day is not null && !EndsMonth(Digits(day.Groups["day"]), named))
            {
                return null;
            }

            var month = OfMonth(FullYear(named.Groups["year"].Value), MonthNumber(named.Groups["month"].Value), Words(left));
            return rolling is null ? month
                : rolling.Value.Contains("year", StringComparison.OrdinalIgnoreCase) && month.Part == 11 ? month with { Frequency = Frequency.Year, Part = 0 }
                : month with { Frequency = Frequency.TwelveMonths };
        }

        if (Take(ref left, LoneMonth()) is { } lone)
        {
            return rolling is null ? new WrittenPeriod(Frequency.Month, (MonthNumber(lone.Groups["month"].Value) + 8) % 12, year, Words(left)) : null;
        }

        return year is { } start ? new WrittenPeriod(academic ? Frequency.Academic : Frequency.Year, 0, start, Words(left))
            : CalendarYear(ref left) is { } calendar ? new WrittenPeriod(Frequency.Calendar, 0, calendar, Words(left))
            : null;
    }

    /// <summary>The one financial year that a title, a file name or another heading speaks of; null where it speaks of none or of several.</summary>
    public static int? YearIn(string text)
    {
        var years = new HashSet<int>();
        for (var left = text; SplitYear(ref left, beside: true) is { } start;)
        {
            years.Add(start);
        }

        return years.Count == 1 ? years.First() : null;
    }

    /// <summary>Whether a text is a year and a month alike: "2011-12".</summary>
    public static bool IsYearOrMonth(string text) => YearDash().Match(text) is { Success: true } match && Digits(match.Groups["to"]) is <= 12 and var to && Follows(match, to);

    /// <summary>How texts of the form "2011-12" are meant, told by those that can be only one: true for months, false for years.</summary>
    public static bool? AreMonths(IEnumerable<string> texts)
    {
        var (months, years) = (false, false);
        foreach (var match in texts.Select(text => YearDash().Match(text)).Where(match => match.Success))
        {
            var to = Digits(match.Groups["to"]);
            months |= to is >= 1 and <= 12 && !Follows(match, to);
            years |= to > 12 && Follows(match, to);
        }

        return months == years ? null : months;
    }

    /// <summary>Reads "2011-12" as December 2011.</summary>
    public static WrittenPeriod MonthOf(string text) =>
        OfMonth(FullYear(YearDash().Match(text).Groups["from"].Value), Digits(YearDash().Match(text).Groups["to"]), "");

    private static bool Follows(Match match, int to) => to == (FullYear(match.Groups["from"].Value) + 1) % 100;

    /// <summary>The words of a heading: small letters and digits, % and £ kept, marks and line breaks as single spaces.</summary>
    public static string Words(string text) =>
        string.Join(' ', new string([.. text.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) || c is '%' or '£' or '#' or '+' ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static WrittenPeriod OfMonth(int year, int month, string rest) =>
        new(Frequency.Month, (month + 8) % 12, month >= 4 ? year : year - 1, rest);

    private static (Frequency, int)? Span(Match range)
    {
        var first = (MonthNumber(range.Groups["month"].Value) + 8) % 12;
        var months = ((MonthNumber(range.Groups["end"].Value) + 8) % 12) - first + 1;
        return (months, first % 3, first) switch
        {
            (3, 0, _) => (Frequency.Quarter, first / 3),
            (6, 0, 0 or 6) => (Frequency.HalfYear, first / 6),
            (12, 0, 0) => (Frequency.Year, 0),
            _ => null,
        };
    }

    /// <summary>"Jan to Mar 2020" names the calendar year of its months.</summary>
    private static int? StartOf(int written, int place, (Frequency Frequency, int)? spanned) =>
        spanned is not { Frequency: var frequency } || frequency.Length() == 12 ? null
        : place * frequency.Length() >= 9 ? written - 1
        : frequency == Frequency.HalfYear && place == 1 ? written - 1
        : written;

    private static int? SplitYear(ref string left, bool beside)
    {
        var pattern = beside || HasMonth().IsMatch(left) ? AnySplitYear() : SureSplitYear();
        for (var match = pattern.Match(left); match.Success; match = match.NextMatch())
        {
            var start = FullYear(match.Groups["from"].Value);
            var to = match.Groups["to"].Value;
            var end = int.Parse(to, CultureInfo.InvariantCulture);
            if (end == (to.Length == 4 ? start + 1 : (start + 1) % 100) && start is > 1900 and < 2200)
            {
                left = left.Remove(match.Index, match.Length).Insert(match.Index, " ");
                return start;
            }
        }

        return null;
    }

    private static int? CalendarYear(ref string left) =>
        Take(ref left, FourDigits()) is { } match && FullYear(match.Value) is > 1900 and < 2200 and var year ? year : null;

    /// <summary>"2019-04"; "2011-12", which may be a year, is not one.</summary>
    private static (int Year, int Month)? YearFirstMonth(ref string left)
    {
        if (IsoMonth().Match(left) is not { Success: true } match)
        {
            return null;
        }

        var (year, month) = (FullYear(match.Groups["year"].Value), Digits(match.Groups["month"]));
        if (month is < 1 or > 12 || month == (year + 1) % 100)
        {
            return null;
        }

        left = left.Remove(match.Index, match.Length);
        return (year, month);
    }

    /// <summary>The first or last day of a month stands for the month; any other day is not a period.</summary>
    private static DateOnly? FullDate(ref string left)
    {
        if (Dates().Match(left) is not { Success: true } match
            || !DateOnly.TryParseExact(match.Groups["day"].Value, ["d/M/yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || (day.Day != 1 && day.AddDays(1).Day != 1))
        {
            return null;
        }

        left = left.Remove(match.Index, match.Length);
        return day;
    }

    /// <summary>"31 March 2020" is March; "29 July 2020" is a day like any other, and no period.</summary>
    private static bool EndsMonth(int day, Match month) =>
        day == 1 || day == DateTime.DaysInMonth(FullYear(month.Groups["year"].Value), MonthNumber(month.Groups["month"].Value));

    private static Match? Take(ref string left, Regex pattern)
    {
        if (pattern.Match(left) is not { Success: true } match)
        {
            return null;
        }

        left = left.Remove(match.Index, match.Length).Insert(match.Index, " ");
        return match;
    }

    private static int Digit(Match match) => Digits(match.Groups["a"].Success ? match.Groups["a"] : match.Groups["b"]);

    private static int Digits(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    private static int FullYear(string digits) =>
        int.Parse(digits, CultureInfo.InvariantCulture) is var year && digits.Length == 4 ? year : 2000 + year;

    private static int MonthNumber(string name) =>
        Array.IndexOf(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], name[..3].ToLowerInvariant()) + 1;

    [GeneratedRegex(@"\b(?:rolling\s+)?(?:12|twelve)\s+months\s+(?:to|ending|ended)\b|\byear\s+(?:ending|ended|to)\b", Options)]
    private static partial Regex Rolling();

    [GeneratedRegex(@"\bacademic(?:\s+year)?\b", Options)]
    private static partial Regex Academic();

    [GeneratedRegex(@"\b(?:q|qtr|quarter)[\s.]*(?<a>[1-4])\b|\b(?<b>[1-4])(?:st|nd|rd|th)\s+(?:quarter|qtr)\b", Options)]
    private static partial Regex Quarter();

    [GeneratedRegex(@"\bh(?<a>[12])\b|\bhalf[\s-]*year\s*(?<a>[12])\b|\b(?<b>[12])(?:st|nd)\s+half(?:[\s-]*year)?\b", Options)]
    private static partial Regex HalfYear();

    [GeneratedRegex($@"\b(?<month>{MonthName})\s*(?:-|–|—|to|/)\s*(?<end>{MonthName})\b", Options)]
    private static partial Regex MonthRange();

    [GeneratedRegex($@"\b(?<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<rest>(?:{MonthName})\s+\d{{4}})\b", Options)]
    private static partial Regex DayOfMonth();

    [GeneratedRegex($@"\b(?<month>{MonthName})[\s\-–/'’.,(_]*(?<year>\d{{4}}|\d{{2}})\b(?![/\-]\d)", Options)]
    private static partial Regex MonthWithYear();

    [GeneratedRegex($@"\b(?<month>{MonthName})\b", Options)]
    private static partial Regex LoneMonth();

    [GeneratedRegex($@"\b(?:{MonthName})\b", Options)]
    private static partial Regex HasMonth();

    [GeneratedRegex(@"(?<![\d/])(?:FY\s*)?(?:(?<from>\d{4})\s*[/\-–_]\s*(?<to>\d{4}|\d{2})|(?<from>\d{2})/(?<to>\d{2})|(?<from>20\d{2})(?<to>\d{2}))(?![\d/])", Options)]
    private static partial Regex SureSplitYear();

    [GeneratedRegex(@"(?<![\d/])(?:FY\s*)?(?:(?<from>\d{4})\s*[/\-–_]\s*(?<to>\d{4}|\d{2})|(?<from>\d{2})[/\-–](?<to>\d{2})|(?<from>20\d{2})(?<to>\d{2}))(?![\d/])", Options)]
    private static partial Regex AnySplitYear();

    [GeneratedRegex(@"(?<!\d)(?:19|20|21)\d{2}(?!\d)")]
    private static partial Regex FourDigits();

    [GeneratedRegex(@"^\s*(?<from>(?:19|20|21)\d{2})-(?<to>\d{2})\s*$")]
    private static partial Regex YearDash();

    [GeneratedRegex(@"(?<!\d)(?<year>(?:19|20|21)\d{2})-(?<month>\d{2})(?![\d\-])")]
    private static partial Regex IsoMonth();

    [GeneratedRegex(@"(?<!\d)(?<day>\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2})(?:[T\s]00:00(?::00)?)?(?!\d)")]
    private static partial Regex Dates();
}
