using System.Buffers;

namespace Outturn.Core.Indicators;

/// <summary>What somebody types to find an indicator, as words: each has to begin a word of what is found, in any capitals and with any apostrophe.</summary>
/// <remarks>A digit after a letter begins a word too, so that "CS 06b" finds CS06b; "red" does not find "answered".</remarks>
public sealed class SearchWords
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("\u2018\u2019\u02BC\u201C\u201D\"");

    private SearchWords(IReadOnlyList<string> words) => Words = words;

    public IReadOnlyList<string> Words { get; }

    /// <summary>Whether nothing was typed that could be looked for: nothing at all, or punctuation alone.</summary>
    public bool IsNone => Words.Count == 0;

    public static SearchWords Of(string? typed) =>
        new([.. Plain(typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Trimmed).Where(word => word.Length > 0)]);

    /// <summary>Whether every word begins a word of one of the texts; none is in no text.</summary>
    public bool AreIn(params ReadOnlySpan<string?> texts)
    {
        foreach (var word in Words)
        {
            var found = false;
            foreach (var text in texts)
            {
                found |= text is not null && Begins(word, Plain(text));
            }

            if (!found)
            {
                return false;
            }
        }

        return Words.Count > 0;
    }

    /// <summary>The words of a text, as they are looked for: without punctuation around them, with plain apostrophes.</summary>
    public static IEnumerable<string> In(string text) =>
        Plain(text).Split(text.Where(letter => !char.IsLetterOrDigit(letter) && !IsApostrophe(letter)).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries).Select(Trimmed).Where(word => word.Length > 0);

    private static bool Begins(string word, string text)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]) || (char.IsDigit(text[at]) && char.IsLetter(text[at - 1])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One kind of apostrophe, and no quotation marks: a telephone types others than a keyboard.</summary>
    private static string Plain(string text) =>
        text.AsSpan().IndexOfAny(Signs) < 0 ? text
        : text.Replace('\u2018', '\'').Replace('\u2019', '\'').Replace('\u02BC', '\'').Replace('\u201C', ' ').Replace('\u201D', ' ').Replace('"', ' ');

    private static bool IsApostrophe(char letter) => letter is '\'' or '\u2018' or '\u2019' or '\u02BC';

    private static string Trimmed(string word)
    {
        var (from, to) = (0, word.Length);
        while (from < to && !char.IsLetterOrDigit(word[from]))
        {
            from++;
        }

        while (to > from && !char.IsLetterOrDigit(word[to - 1]))
        {
            to--;
        }

        return word[from..to];
    }
}
