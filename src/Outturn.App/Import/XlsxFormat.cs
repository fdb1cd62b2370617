using System.Globalization;
using System.Text;
using Outturn.Core.Indicators;

namespace Outturn.App.Import;

/// <summary>What a cell's number stands for.</summary>
internal enum XlsxKind
{
    Number,

    /// <summary>Stored as a fraction, shown times 100.</summary>
    Percentage,

    /// <summary>A day, with or without a time.</summary>
    Day,

    /// <summary>Month and year.</summary>
    Month,

    /// <summary>Hours, minutes and seconds without a day.</summary>
    Time,
}

/// <summary>How a cell shows its number, as far as it matters: what kind it is, and how many decimals are shown.</summary>
/// <param name="Decimals">Null shows all there are, as Excel's General does.</param>
/// <param name="Thousands">How often commas at the end divide it by 1,000.</param>
/// <param name="Before">What stands before the digits, as £.</param>
internal sealed record XlsxFormat(
    XlsxKind Kind, int? Decimals = null, bool Separated = false, int Thousands = 0, string Before = "", string After = "", bool Seconds = false, bool Clock = false)
{
    private const int MostDecimals = 15;

    public static XlsxFormat General { get; } = new(XlsxKind.Number);

    /// <summary>The formats that a file names by number only.</summary>
    public static XlsxFormat BuiltIn(int number) => number switch
    {
        1 => new(XlsxKind.Number, 0),
        2 => new(XlsxKind.Number, 2),
        3 or 37 or 38 or 41 => new(XlsxKind.Number, 0, Separated: true),
        4 or 39 or 40 or 43 => new(XlsxKind.Number, 2, Separated: true),
        5 or 6 or 42 => new(XlsxKind.Number, 0, Separated: true, Before: "£"),
        7 or 8 or 44 => new(XlsxKind.Number, 2, Separated: true, Before: "£"),
        9 => new(XlsxKind.Percentage, 0),
        10 => new(XlsxKind.Percentage, 2),
        17 => new(XlsxKind.Month),
        14 or 15 or 16 or (>= 27 and <= 31) or (>= 50 and <= 54) or 57 or 58 => new(XlsxKind.Day),
        22 => new(XlsxKind.Day, Clock: true),
        18 or 20 or 32 or 34 or 36 or 55 => new(XlsxKind.Time),
        19 or 21 or 33 or 35 or 45 or 46 or 47 or 56 => new(XlsxKind.Time, Seconds: true),
        _ => General,
    };

    /// <summary>Reads a format code; of its sections (positive; negative; zero; text) the first counts.</summary>
    public static XlsxFormat Parse(string code)
    {
        if (code.Length == 0 || code.StartsWith("General", StringComparison.OrdinalIgnoreCase))
        {
            return General;
        }

        var (letters, before, after, digits) = (new StringBuilder(), new StringBuilder(), new StringBuilder(), new StringBuilder());
        var percent = false;
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            var words = digits.Length == 0 ? before : after;
            switch (code[i])
            {
                case '"':
                    var end = code.IndexOf('"', i + 1);
                    words.Append(code.AsSpan(i + 1, (end < 0 ? code.Length : end) - i - 1));
                    i = end < 0 ? code.Length : end;
                    break;
                case '\\' when i + 1 < code.Length:
                    words.Append(code[++i]);
                    break;
                case '_' or '*':
                    i++;
                    break;
                case '[':
                    var close = code.IndexOf(']', i);
                    close = close < 0 ? code.Length - 1 : close;
                    words.Append(Currency(code.AsSpan(i + 1, close - i - 1)));
                    letters.Append(Elapsed(code.AsSpan(i + 1, close - i - 1)));
                    i = close;
                    break;
                case '0' or '#' or '?' or '.' or ',':
                    digits.Append(code[i]);
                    break;
                case '%':
                    percent = true;
                    break;
                case var c when char.IsAsciiLetter(c):
                    letters.Append(char.ToLowerInvariant(c));
                    break;
                case var c when c is not '@':
                    words.Append(c);
                    break;
                default:
                    break;
            }
        }

        return OfLetters(letters.ToString())
            ?? (digits.Length == 0 || after.ToString().Contains('/', StringComparison.Ordinal) ? General
                : OfDigits(digits.ToString(), percent, before.ToString().TrimStart(), after.ToString().TrimEnd()));
    }

    /// <summary>The number as the cell shows it.</summary>
    public string Print(decimal number)
    {
        var shown = Kind == XlsxKind.Percentage ? number * 100 : number;
        for (var i = 0; i < Thousands; i++)
        {
            shown /= 1000;
        }

        var decimals = Decimals ?? Unit.DecimalsOf(shown);
        var negative = Unit.Round(shown, decimals) < 0;
        var text = Separated ? Plain.Print(Math.Abs(shown), decimals) : Unit.Bare(Math.Abs(shown), decimals);
        return $"{(negative ? "-" : "")}{Before}{text}{(Kind == XlsxKind.Percentage ? "%" : "")}{After}";
    }

    private static readonly Unit Plain = new(Unit.Number);

    private static XlsxFormat? OfLetters(string letters)
    {
        var (day, year, clock, seconds) = (letters.Contains('d'), letters.Contains('y'), letters.AsSpan().ContainsAny('h', 's'), letters.Contains('s'));
        return day ? new(XlsxKind.Day, Clock: clock)
            : year || (letters.Contains('m') && !clock) ? new(XlsxKind.Month)
            : clock ? new(XlsxKind.Time, Seconds: seconds)
            : letters.Length > 0 ? General
            : null;
    }

    private static XlsxFormat OfDigits(string digits, bool percent, string before, string after)
    {
        var whole = digits.TrimEnd(',');
        var point = whole.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : whole.Length - point - 1;
        return new(
            percent ? XlsxKind.Percentage : XlsxKind.Number,
            Math.Min(decimals, MostDecimals),
            Separated: whole.Contains(',', StringComparison.Ordinal),
            Thousands: Math.Min(digits.Length - whole.Length, 4),
            before,
            after);
    }

    /// <summary>The £ of [$£-809].</summary>
    private static ReadOnlySpan<char> Currency(ReadOnlySpan<char> bracket) =>
        bracket is not ['$', .. var currency] ? [] : currency.IndexOf('-') is >= 0 and var dash ? currency[..dash] : currency;

    /// <summary>The hours of [h]:mm.</summary>
    private static string Elapsed(ReadOnlySpan<char> bracket) =>
        bracket.Trim("hHmMsS").IsEmpty ? bracket.ToString().ToLower(CultureInfo.InvariantCulture) : "";
}
