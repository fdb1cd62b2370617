using System.Globalization;
using System.Text;

namespace Outturn.Reports.Excel;

/// <summary>Text as a cell can hold it, whatever somebody typed.</summary>
internal static class SheetText
{
    /// <summary>A cell with more text is called damaged by Excel.</summary>
    public const int Longest = 32_767;

    /// <summary>Without control characters and broken surrogates; a line break stays, of one kind.</summary>
    public static string Clean(string text)
    {
        if (!NeedsCleaning(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' || (!Rune.IsControl(rune) && rune.Value is not (0xFFFD or 0xFFFE or 0xFFFF)))
            {
                clean.Append(rune);
            }
            else if (rune.Value is '\t')
            {
                clean.Append(' ');
            }
        }

        if (clean.Length > Longest)
        {
            clean.Length = char.IsHighSurrogate(clean[Longest - 2]) ? Longest - 2 : Longest - 1;
            clean.Append('…');
        }

        return clean.ToString();
    }

    /// <summary>On one line.</summary>
    public static string OneLine(string text) => string.Join(' ', Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>As the file stores it: what Excel would read as the escape of a character (_x0041_) is itself escaped.</summary>
    public static string Stored(string clean)
    {
        for (var at = 0; (at = clean.IndexOf("_x", at, StringComparison.Ordinal)) >= 0; at += 2)
        {
            if (at + 6 < clean.Length && clean[at + 6] == '_' && clean.AsSpan(at + 2, 4).ContainsAnyExceptInRange('0', 'f') is false
                && int.TryParse(clean.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, null, out _))
            {
                clean = clean.Insert(at, "_x005F");
                at += 6;
            }
        }

        return clean;
    }

    /// <summary>Whether a spreadsheet would take it for a formula if somebody typed it.</summary>
    public static bool LooksLikeFormula(string text) => text is ['=' or '+' or '-' or '@', ..];

    private static bool NeedsCleaning(string text)
    {
        foreach (var c in text)
        {
            if ((c != '\n' && char.IsControl(c)) || char.IsSurrogate(c) || c >= '\uFFFD' || c is '\u2028' or '\u2029')
            {
                return true;
            }
        }

        return text.Length > Longest;
    }
}
