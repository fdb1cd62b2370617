namespace Outturn.Core.Periods;

/// <summary>A spelling without what does not matter: "Q1 2019/20" and "quarter 1, 2019–20" are the shapes q14/2 and q14-2 with the numbers 1, 2019, 20.</summary>
/// <remarks>
/// In a shape a digit stands for a number of so many digits; m for the name of a month, whose number is among the numbers;
/// q h for quarter and half, f a for financial and academic, y for year, M for months, &gt; for to or ending, t for the T
/// before a time, ? for anything else. Spaces, commas and brackets are dropped, and every dash is a hyphen.
/// </remarks>
internal readonly ref struct PeriodSpelling(ReadOnlySpan<char> shape, ReadOnlySpan<int> numbers)
{
    public const int MostCharacters = 40;
    public const int MostNumbers = MostCharacters;

    public ReadOnlySpan<char> Shape { get; } = shape;

    public ReadOnlySpan<int> Numbers { get; } = numbers;

    /// <summary>What is left behind a beginning of the shape that holds so many numbers.</summary>
    public PeriodSpelling After(int characters, int numbers) => new(Shape[characters..], Numbers[numbers..]);

    /// <param name="text">As it was typed; one that is too long to be a period has the shape "?".</param>
    /// <param name="shape">Room for the shape.</param>
    /// <param name="numbers">Room for the numbers.</param>
    public static PeriodSpelling Of(ReadOnlySpan<char> text, Span<char> shape, Span<int> numbers)
    {
        text = text.Trim();
        if (text.Length > MostCharacters)
        {
            return new PeriodSpelling("?", []);
        }

        var (length, count) = (0, 0);
        for (var at = 0; at < text.Length;)
        {
            var end = EndOfRun(text, at);
            var run = text[at..end];
            var (letter, number) = char.IsAsciiDigit(run[0]) ? Digits(run) : char.IsAsciiLetter(run[0]) ? Word(run) : Sign(run[0], length > 0 ? shape[length - 1] : ' ');
            at = end;
            if (letter != ' ')
            {
                shape[length++] = letter;
            }

            if (number >= 0)
            {
                numbers[count++] = number;
            }
        }

        return new PeriodSpelling(shape[..length], numbers[..count]);
    }

    private static int EndOfRun(ReadOnlySpan<char> text, int start)
    {
        var end = start + 1;
        if (char.IsAsciiDigit(text[start]))
        {
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }
        }
        else if (char.IsAsciiLetter(text[start]))
        {
            while (end < text.Length && char.IsAsciiLetter(text[end]))
            {
                end++;
            }
        }

        return end;
    }

    /// <summary>The number of digits and their value; a long number that begins with 0 is no year.</summary>
    private static (char Letter, int Number) Digits(ReadOnlySpan<char> run)
    {
        if (run.Length > 8 || (run.Length > 3 && run[0] == '0'))
        {
            return ('?', -1);
        }

        var value = 0;
        foreach (var digit in run)
        {
            value = (value * 10) + (digit - '0');
        }

        return ((char)('0' + run.Length), value);
    }

    private static (char Letter, int Number) Word(ReadOnlySpan<char> run)
    {
        Span<char> lower = stackalloc char[10];
        if (run.Length > lower.Length)
        {
            return ('?', -1);
        }

        lower = lower[..run.Length];
        for (var i = 0; i < run.Length; i++)
        {
            lower[i] = (char)(run[i] | ' ');
        }

        return MonthNumber(lower) is var month and > 0 ? ('m', month) : lower switch
        {
            "q" or "qtr" or "quarter" => ('q', -1),
            "h" or "half" => ('h', -1),
            "fy" or "financial" => ('f', -1),
            "ay" or "academic" => ('a', -1),
            "year" => ('y', -1),
            "month" or "months" => ('M', -1),
            "to" or "ending" or "ended" => ('>', -1),
            "twelve" => ('2', 12),
            "t" => ('t', -1),
            _ => ('?', -1),
        };
    }

    private static int MonthNumber(ReadOnlySpan<char> lower) => lower switch
    {
        "jan" or "january" => 1,
        "feb" or "february" => 2,
        "mar" or "march" => 3,
        "apr" or "april" => 4,
        "may" => 5,
        "jun" or "june" => 6,
        "jul" or "july" => 7,
        "aug" or "august" => 8,
        "sep" or "sept" or "september" => 9,
        "oct" or "october" => 10,
        "nov" or "november" => 11,
        "dec" or "december" => 12,
        _ => 0,
    };

    private static (char Letter, int Number) Sign(char sign, char before) => sign switch
    {
        '/' or ':' => (sign, -1),
        '-' or '\u2010' or '\u2011' or '\u2012' or '–' or '—' or '−' => ('-', -1),
        '.' => (before is 'm' or 'q' ? ' ' : '.', -1),
        ',' or '(' or ')' or '\u200B' or '\u200E' or '\u200F' or '\uFEFF' => (' ', -1),
        _ => (char.IsWhiteSpace(sign) ? ' ' : '?', -1),
    };
}
