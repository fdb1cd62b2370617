using System.Buffers;
using System.Text;

namespace Outturn.Reports;

/// <summary>Makes any text inert in HTML and SVG, in elements and in quoted attributes alike.</summary>
internal static class Markup
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Enumerable.Range(' ', 0xD800 - ' ').Select(code => (char)code).Where(c => c is not ('<' or '>' or '&' or '"' or '\'') && !char.IsControl(c)), '\t', '\n']);

    /// <summary>The text with its signs escaped; what no markup may hold (control characters, half a surrogate pair) becomes U+FFFD.</summary>
    public static string Escape(string text)
    {
        var first = text.AsSpan().IndexOfAnyExcept(Plain);
        if (first < 0)
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16).Append(text, 0, first);
        foreach (var rune in text.AsSpan(first).EnumerateRunes())
        {
            escaped.Append(rune.Value switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '\t' or '\n' => ((char)rune.Value).ToString(),
                '\r' => " ",
                _ when Rune.IsControl(rune) || (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF => "\uFFFD",
                _ => rune.ToString(),
            });
        }

        return escaped.ToString();
    }
}
