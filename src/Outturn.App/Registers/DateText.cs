using System.Globalization;

namespace Outturn.App.Registers;

/// <summary>A day as somebody wrote it: 31/03/2020, day first as in the United Kingdom, or 2020-03-31.</summary>
public static class DateText
{
    private static readonly string[] Forms = ["d/M/yyyy", "yyyy-M-d", "d MMM yyyy", "d MMMM yyyy"];

    public static bool TryRead(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out day)
        && day.Year is > 1900 and < 2200;
}
