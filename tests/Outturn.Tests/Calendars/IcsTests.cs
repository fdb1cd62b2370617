using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Outturn.Core.Calendars;
using Outturn.Core.Tests;
using Outturn.Reports.Calendars;

namespace Outturn.Tests.Calendars;

/// <summary>Calendars as RFC 5545 has them, whatever stands in them.</summary>
public sealed class IcsTests
{
    private static readonly Gen<string> Hostile = Gen.Elements("a", ";", ",", "\\", "\n", "\r\n", " ", ":", "é", "€", "😀", "\u0000", "\u001b", "BEGIN:VEVENT", "\\n", "a long word that goes on and on and on").ListOf().Select(string.Concat);

    [Fact]
    public void Lines_are_folded_between_characters_at_75_octets_and_every_text_comes_back()
    {
        var events =
            from title in Hostile
            from description in Hostile
            from day in Gen.Choose(0, 3_000)
            select new CalendarEvent($"due-{day}", new DateOnly(2020, 1, 1).AddDays(day), title) { Description = description };
        Prop.ForAll(events.ListOf().ToArbitrary(), all =>
        {
            var bytes = IcsWriter.Write("A council", "wealdshire", all);
            var strict = new UTF8Encoding(false, true);
            var lines = strict.GetString(bytes).Split("\r\n");
            var read = Read(bytes);
            return lines[^1].Length == 0
                && lines.All(line => strict.GetByteCount(line) <= 75 && !line.Contains('\n') && !line.Contains('\r'))
                && Pieces(bytes).All(IsWholeText)
                && read.Count == all.Count
                && read.Zip(all).All(pair => pair.First["SUMMARY"] == Kept(pair.Second.Title) && pair.First.GetValueOrDefault("DESCRIPTION", "") == Kept(pair.Second.Description)
                    && pair.First["DTSTART;VALUE=DATE"] == $"{pair.Second.Day:yyyyMMdd}" && pair.First["DTEND;VALUE=DATE"] == $"{pair.Second.Day.AddDays(1):yyyyMMdd}")
                && bytes.AsSpan().SequenceEqual(IcsWriter.Write("A council", "wealdshire", all));
        }).Always();
    }

    /// <summary>A planted fault: a line that was folded within a character is noticed.</summary>
    [Fact]
    public void A_character_that_is_cut_in_two_is_noticed() =>
        Assert.False(Pieces([.. "SUMMARY:"u8, 0xC3, .. "\r\n "u8, 0xA9, .. "\r\n"u8]).All(IsWholeText));

    [Fact]
    public void A_release_is_at_its_instant_in_UTC()
    {
        var text = Encoding.UTF8.GetString(IcsWriter.Write("A council", "wealdshire", [new CalendarEvent("release-7", new DateOnly(2020, 7, 21), "The dashboard is released") { At = new DateTime(2020, 7, 21, 8, 30, 0, DateTimeKind.Utc) }]));
        Assert.Contains("\r\nDTSTART:20200721T083000Z\r\n", text);
        Assert.Contains("\r\nUID:release-7@wealdshire.outturn\r\n", text);
    }

    /// <summary>By other code than it was written by.</summary>
    internal static List<Dictionary<string, string>> Read(byte[] ics)
    {
        List<Dictionary<string, string>> events = [];
        foreach (var line in Encoding.UTF8.GetString(ics).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = (line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..]);
            if (line == "BEGIN:VEVENT")
            {
                events.Add([]);
            }
            else if (events.Count > 0 && name != "END")
            {
                events[^1].Add(name, Unescaped(value));
            }
        }

        return events;
    }

    private static string Unescaped(string text)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            plain.Append(text[i] != '\\' ? text[i] : text[++i] == 'n' ? '\n' : text[i]);
        }

        return plain.ToString();
    }

    private static string Kept(string text) => string.Concat(text.ReplaceLineEndings("\n").Where(letter => letter == '\n' || !char.IsControl(letter)));

    private static IEnumerable<byte[]> Pieces(byte[] ics)
    {
        var start = 0;
        for (var i = 0; i + 1 < ics.Length; i++)
        {
            if (ics[i] == '\r' && ics[i + 1] == '\n')
            {
                yield return ics[start..i];
                start = i + 2;
            }
        }
    }

    private static bool IsWholeText(byte[] line)
    {
        try
        {
            _ = new UTF8Encoding(false, true).GetString(line);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
