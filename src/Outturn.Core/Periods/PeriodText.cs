using System.Globalization;
using System.Text.RegularExpressions;

namespace Outturn.Core.Periods;

/// <summary>Reads a period as people write it; the frequency decides between readings, and what stays ambiguous is refused by name (RULES 3).</summary>
public static partial class PeriodText
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>Reads <paramref name="text"/> as a period of <paramref name="frequency"/>; false with a reason that names the text.</summary>
    public static bool TryRead(string text, Frequency frequency, out Period period, out string refusal)
    {
        period = default;
        refusal = "";
        var written = text.Trim();
        var read = frequency switch
        {
            Frequency.Month => Month(written),
            Frequency.Quarter => PartOfYear(QuarterPattern(), written, frequency),
            Frequency.HalfYear => PartOfYear(HalfPattern(), written, frequency),
            Frequency.Calendar => CalendarYear(written) ?? YearEnding(written, frequency),
            Frequency.TwelveMonths => YearEnding(written, frequency),
            _ => SplitYear(written, frequency) ?? YearEnding(written, frequency),
        };
        if (read is { } found)
        {
            period = found;
            return true;
        }

        refusal = Refusal(written, frequency);
        return false;
    }

    /// <summary>Reads a period whose kind its own spelling tells; null where it could be several.</summary>
    public static Period? ReadAny(string text)
    {
        var readings = Enum.GetValues<Frequency>()
            .Where(frequency => frequency is not (Frequency.Academic or Frequency.TwelveMonths) || text.Contains("cadem", StringComparison.Ordinal))
            .Select(frequency => TryRead(text, frequency, out var period, out _) ? period : (Period?)null)
            .OfType<Period>()
            .ToList();
        return readings.Count == 1 ? readings[0] : null;
    }

    private static Period? Month(string text)
    {
        if (NamedMonth().Match(text) is { Success: true } named && MonthNumber(named.Groups["month"].Value) is { } number)
        {
            return Valid(FullYear(named.Groups["year"].Value), number);
        }

        if (IsoMonth().Match(text) is { Success: true } iso)
        {
            return Valid(Number(iso.Groups["year"]), Number(iso.Groups["month"]));
        }

        return DateOnly.TryParseExact(text, ["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && (day.Day == 1 || day.AddDays(1).Day == 1)
                ? Valid(day.Year, day.Month)
                : null;
    }

    private static Period? PartOfYear(Regex pattern, string text, Frequency frequency)
    {
        if (pattern.Match(text) is not { Success: true } match || StartOfSplit(match.Groups["from"].Value, match.Groups["to"].Value) is not { } start)
        {
            return null;
        }

        return new Period(frequency, (Period.Year(start).Ordinal * frequency.PerYear()) + Number(match.Groups["part"]) - 1);
    }

    private static Period? SplitYear(string text, Frequency frequency)
    {
        var match = YearPattern().Match(text);
        if (!match.Success || StartOfSplit(match.Groups["from"].Value, match.Groups["to"].Value) is not { } start)
        {
            return null;
        }

        var academic = match.Groups["academic"].Success;
        return (academic && frequency != Frequency.Academic) || (match.Groups["fy"].Success && frequency == Frequency.Academic)
            ? null
            : new Period(frequency, start - 1);
    }

    private static Period? CalendarYear(string text) =>
        FourDigits().IsMatch(text) ? Valid(int.Parse(text, CultureInfo.InvariantCulture), 1) is { } first ? Period.Holding(Frequency.Calendar, first.First) : null : null;

    private static Period? YearEnding(string text, Frequency frequency)
    {
        if (EndingPattern().Match(text) is not { Success: true } match || Month(match.Groups["end"].Value) is not { } end)
        {
            return null;
        }

        var year = Period.Holding(frequency, end.Last);
        return year.Last == end.Last ? year : null;
    }

    private static int? StartOfSplit(string from, string to)
    {
        var start = FullYear(from);
        var follows = to.Length == 4 ? int.Parse(to, CultureInfo.InvariantCulture) == start + 1
            : int.Parse(to, CultureInfo.InvariantCulture) == (start + 1) % 100;
        return follows && start is > 1900 and < 2200 ? start : null;
    }

    private static Period? Valid(int year, int month) =>
        year is > 1900 and < 2200 && month is >= 1 and <= 12 ? Period.Month(year, month) : null;

    private static int FullYear(string digits) =>
        digits.Length == 4 ? int.Parse(digits, CultureInfo.InvariantCulture) : 2000 + int.Parse(digits, CultureInfo.InvariantCulture);

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    private static int? MonthNumber(string name)
    {
        var lower = name.ToLowerInvariant();
        var index = Array.FindIndex(Months, month => month == lower || (lower.Length == 3 && month.StartsWith(lower, StringComparison.Ordinal)) || (lower == "sept" && month == "september"));
        return index < 0 ? null : index + 1;
    }

    private static string Refusal(string text, Frequency frequency)
    {
        var example = frequency switch
        {
            Frequency.Month => "Apr 2019",
            Frequency.Quarter => "Q1 2019/20",
            Frequency.HalfYear => "H1 2019/20",
            Frequency.Calendar => "2019",
            Frequency.TwelveMonths => "12 months to Mar 2020",
            _ => "2019/20",
        };
        return $"\"{text}\" is not a period of frequency {frequency.Name()}: write it like {example}.";
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^(?<month>[a-z]{3,9})[ \-/]?(?<year>\d{4}|\d{2})$", Options)]
    private static partial Regex NamedMonth();

    [GeneratedRegex(@"^(?<year>\d{4})-(?<month>\d{2})$", Options)]
    private static partial Regex IsoMonth();

    [GeneratedRegex(@"^(?:Q(?<part>[1-4])\s*(?<from>\d{4}|\d{2})[/\-](?<to>\d{4}|\d{2})|(?<from>\d{4}|\d{2})[/\-](?<to>\d{4}|\d{2})\s*Q(?<part>[1-4]))$", Options)]
    private static partial Regex QuarterPattern();

    [GeneratedRegex(@"^(?:H(?<part>[12])\s*(?<from>\d{4}|\d{2})[/\-](?<to>\d{4}|\d{2})|(?<from>\d{4}|\d{2})[/\-](?<to>\d{4}|\d{2})\s*H(?<part>[12]))$", Options)]
    private static partial Regex HalfPattern();

    [GeneratedRegex(@"^(?<fy>FY\s*)?(?<academic>Academic(?: year)?\s+)?(?:(?<from>\d{4})[/\-](?<to>\d{4}|\d{2})|(?<from>\d{2})/(?<to>\d{2})|(?<from>\d{4})(?<to>\d{2}))$", Options)]
    private static partial Regex YearPattern();

    [GeneratedRegex(@"^\d{4}$")]
    private static partial Regex FourDigits();

    [GeneratedRegex(@"^(?:year ending|year to|12 months to|twelve months to|12 months ending)\s+(?<end>[a-z]{3,9}[ \-]\d{2,4})$", Options)]
    private static partial Regex EndingPattern();
}
