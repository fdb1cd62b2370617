using System.Globalization;
using System.Text;
using Outturn.Core.Calendars;

namespace Outturn.Reports.Calendars;

/// <summary>Writes a calendar as other programs read it (iCalendar, RFC 5545). The same events give the same bytes.</summary>
/// <remarks>
/// Days are days wherever they are read, and instants are UTC, so no time zone is described. Lines are folded between characters:
/// the libraries that were tried fold within them, and some calendars then show rubbish.
/// </remarks>
public static class IcsWriter
{
    /// <summary>Octets of a line without its end (RFC 5545, 3.1).</summary>
    private const int LongestLine = 75;

    /// <param name="place">Whose calendar it is: one word, the same for all calendars of a council.</param>
    public static byte[] Write(string name, string place, IEnumerable<CalendarEvent> events)
    {
        var text = new StringBuilder();
        Add(text, "BEGIN:VCALENDAR");
        Add(text, "VERSION:2.0");
        Add(text, "PRODID:-//Outturn//Calendar//EN");
        Add(text, "CALSCALE:GREGORIAN");
        Add(text, "METHOD:PUBLISH");
        Add(text, $"X-WR-CALNAME:{Escaped(name)}");
        foreach (var known in events)
        {
            Add(text, "BEGIN:VEVENT");
            Add(text, $"UID:{Escaped($"{known.Id}@{place}.outturn")}");
            Add(text, $"DTSTAMP:{Day(known.Day)}T000000Z");
            if (known.At is { } at)
            {
                Add(text, $"DTSTART:{at.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
            }
            else
            {
                Add(text, $"DTSTART;VALUE=DATE:{Day(known.Day)}");
                Add(text, $"DTEND;VALUE=DATE:{Day(known.Day.AddDays(1))}");
                Add(text, "TRANSP:TRANSPARENT");
            }

            Add(text, $"SUMMARY:{Escaped(known.Title)}");
            if (known.Description.Length > 0)
            {
                Add(text, $"DESCRIPTION:{Escaped(known.Description)}");
            }

            Add(text, "END:VEVENT");
        }

        Add(text, "END:VCALENDAR");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Text as RFC 5545, 3.3.11, has it; control characters, which it cannot hold, are left out.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            _ = letter switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(letter),
                '\n' => escaped.Append("\\n"),
                _ when char.IsControl(letter) && letter != '\t' => escaped,
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }

    private static void Add(StringBuilder text, string line)
    {
        var length = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                length = 1;
            }

            text.Append(rune);
            length += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
