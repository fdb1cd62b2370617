using System.Buffers;
using System.Globalization;
using Outturn.Core.Indicators;

namespace Outturn.App.Import;

/// <summary>Turns the number that a workbook stores into what its cell shows and exactly means.</summary>
internal static class XlsxNumber
{
    /// <summary>The first day that both calendars count alike: Excel's has a 29 February 1900.</summary>
    private const int March1900 = 61;

    private const int LastDay = 2_958_465;
    private const int DaysTo1904 = 1462;

    private static readonly SearchValues<char> Plain = SearchValues.Create("0123456789.");

    private static readonly DateTime DayZero = new(1899, 12, 30);

    public static SourceCell Read(string stored, XlsxFormat format, bool from1904)
    {
        if (Exact(stored) is not { } number)
        {
            return new SourceCell(stored);
        }

        return format.Kind switch
        {
            XlsxKind.Number => new SourceCell(format == XlsxFormat.General && IsShort(stored) ? stored : format.Print(number), number),
            XlsxKind.Percentage => new SourceCell(format.Print(number), Plainest(number * 100)),
            XlsxKind.Time when number >= 0 && number <= LastDay => new SourceCell(Time(number, format.Seconds)),
            _ when Day(number, from1904) is { } moment => new SourceCell(
                format.Kind == XlsxKind.Month ? moment.ToString("MMM yyyy", CultureInfo.InvariantCulture)
                    : moment.ToString(format.Clock && moment.TimeOfDay > TimeSpan.Zero ? "dd/MM/yyyy HH:mm" : "dd/MM/yyyy", CultureInfo.InvariantCulture),
                date: DateOnly.FromDateTime(moment)),
            _ => new SourceCell(XlsxFormat.General.Print(number), number),
        };
    }

    /// <summary>A date written out, as the strict form of the format has it.</summary>
    public static SourceCell ReadDate(string stored) =>
        DateTime.TryParse(stored, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment)
            ? new SourceCell(moment.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), date: DateOnly.FromDateTime(moment))
            : new SourceCell(stored);

    /// <summary>The 15 digits that Excel shows: a file has 0.94199999999999995 for 0.942.</summary>
    private static decimal? Exact(string stored)
    {
        if (stored.Length <= 15 && decimal.TryParse(stored, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var plain))
        {
            return plain;
        }

        return double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e27
            ? Plainest(decimal.Parse(number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture))
            : null;
    }

    /// <summary>Digits that General shows as they are stored: no exponent, no zeros too many.</summary>
    private static bool IsShort(string stored)
    {
        var digits = stored.AsSpan(stored is ['-', ..] ? 1 : 0);
        return stored.Length <= 15 && !digits.ContainsAnyExcept(Plain)
            && (digits is ['0', '.', ..] or [not ('0' or '.'), ..])
            && (!digits.Contains('.') || digits is [.., not ('0' or '.')]);
    }

    /// <summary>Without zeros at its end, and without the sign of a zero.</summary>
    private static decimal Plainest(decimal number) => number == 0 ? 0 : number / 1.0000000000000000000000000000m;

    private static DateTime? Day(decimal number, bool from1904)
    {
        var days = from1904 ? number + DaysTo1904 : number;
        if (days < (from1904 ? 0 : 1) || days >= LastDay + 1 || (days >= March1900 - 1 && days < March1900 && !from1904))
        {
            return null;
        }

        var moment = DayZero.AddDays(days < March1900 && !from1904 ? 1 : 0).AddDays((double)days);
        return new DateTime((moment.Ticks + TimeSpan.TicksPerSecond / 2) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Unspecified);
    }

    /// <summary>Hours are not cut at 24: a length of time is as likely as a time of day.</summary>
    private static string Time(decimal days, bool withSeconds)
    {
        var seconds = (long)Unit.Round(days * 24 * 60 * 60, 0);
        var text = $"{seconds / 3600}:{seconds / 60 % 60:00}";
        return withSeconds ? $"{text}:{seconds % 60:00}" : text;
    }
}
