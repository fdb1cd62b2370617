namespace Outturn.App.Import;

/// <summary>A number as somebody typed it: a value, a reason why it is none, or neither when nothing was typed.</summary>
/// <remarks>Nothing is guessed. What could mean two numbers is refused, and the reason says what to write.</remarks>
public readonly record struct NumberText(decimal? Value, string? Refusal)
{
    /// <summary>The most significant digits, and the most decimals, that a value keeps exactly.</summary>
    private const int MostDigits = 28;

    private const decimal TooLarge = 1_000_000_000_000_000m;

    public bool IsBlank => Value is null && Refusal is null;

    /// <param name="unitName">What the number counts; only "%" allows 12.5%, and only pounds allow £1,234.</param>
    public static NumberText Parse(ReadOnlySpan<char> text, string unitName = "number")
    {
        var typed = Trim(text);
        if (TryPlain(typed, out var value))
        {
            return new NumberText(value, null);
        }

        return typed.IsEmpty ? default : ParseWithin(typed, WithoutUnit(typed, unitName), unitName);
    }

    /// <summary>Without white space, no-break spaces and the invisible characters that come along from web pages.</summary>
    internal static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsBlankCharacter(text[start]))
        {
            start++;
        }

        while (end > start && IsBlankCharacter(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    private static bool IsBlankCharacter(char c) => c == ' ' || char.IsWhiteSpace(c) || c is '\u200B' or '\u200E' or '\u200F' or '\uFEFF';

    /// <summary>Digits with a sign and a point at most, no more than fit 18 digits: nearly every cell there is, without a detour.</summary>
    private static bool TryPlain(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        var negative = text is ['-', ..];
        var (digits, scale, point) = (0L, 0, false);
        var start = negative ? 1 : 0;
        if (text.Length - start is 0 or > 18 || !char.IsAsciiDigit(text[^1]))
        {
            return false;
        }

        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                digits = digits * 10 + (c - '0');
                scale += point ? 1 : 0;
            }
            else if (c == '.' && !point)
            {
                point = true;
            }
            else
            {
                return false;
            }
        }

        value = new decimal((int)digits, (int)(digits >> 32), 0, negative && digits != 0, (byte)scale);
        return value is > -TooLarge and < TooLarge;
    }

    /// <summary>The number in a text that has more to it than digits: another minus, thousands, very many digits.</summary>
    private static NumberText ParseWithin(ReadOnlySpan<char> typed, ReadOnlySpan<char> bare, string unitName)
    {
        Span<char> plain = stackalloc char[64];
        if (bare.Length > plain.Length || !TryRemoveThousands(bare, plain, out var length))
        {
            return Refuse(typed, unitName);
        }

        var (significant, decimals, point) = (0, 0, false);
        foreach (var c in plain[..length])
        {
            point |= c == '.';
            decimals += point && c != '.' ? 1 : 0;
            significant += char.IsAsciiDigit(c) && (significant > 0 || c != '0') ? 1 : 0;
        }

        if (significant > MostDigits || decimals > MostDigits)
        {
            return new NumberText(null, $"{Quoted.Text(typed)} has more than {MostDigits} digits: write fewer decimals.");
        }

        var value = decimal.Parse(plain[..length]);
        return value is > -TooLarge and < TooLarge
            ? new NumberText(value == 0 ? 0 : value, null)
            : new NumberText(null, $"{Quoted.Text(typed)} is too large to be a figure: the most is below 1,000,000,000,000,000.");
    }

    /// <summary>Copies a sign, digits, a point and digits, leaving out commas that stand where thousands end.</summary>
    private static bool TryRemoveThousands(ReadOnlySpan<char> text, Span<char> plain, out int length)
    {
        length = 0;
        if (text is ['-' or '−' or '+', ..])
        {
            plain[length++] = text[0] == '+' ? '+' : '-';
            text = text[1..];
        }

        var whole = text.IndexOf('.') is >= 0 and var at ? text[..at] : text;
        var hasThousands = whole.Contains(',');
        for (var i = 0; i < text.Length; i++)
        {
            if (hasThousands && i < whole.Length && i > 0 && (whole.Length - i) % 4 == 0)
            {
                if (text[i] != ',')
                {
                    return false;
                }
            }
            else if (char.IsAsciiDigit(text[i]) || i == whole.Length)
            {
                plain[length++] = text[i];
            }
            else
            {
                return false;
            }
        }

        return text.Length > 0 && char.IsAsciiDigit(text[^1]) && !(hasThousands && (whole.Length % 4 == 0 || text[0] == '0'));
    }

    /// <summary>Leaves out the % of a percentage, and the £ (and the m of £m) of an amount, where the unit is that.</summary>
    private static ReadOnlySpan<char> WithoutUnit(ReadOnlySpan<char> typed, string unitName)
    {
        var unit = unitName.AsSpan().Trim();
        return unit switch
        {
            "%" when typed is [.., '%'] => Trim(typed[..^1]),
            ['£', .. var scale] when typed.Contains('£') => WithoutPound(typed, scale),
            _ => typed,
        };
    }

    private static ReadOnlySpan<char> WithoutPound(ReadOnlySpan<char> typed, ReadOnlySpan<char> scale)
    {
        var amount = scale is ['k' or 'm' or 'b', ..] && typed.EndsWith(scale, StringComparison.OrdinalIgnoreCase)
            ? Trim(typed[..^scale.Length])
            : typed;
        return amount switch
        {
            ['£', '-' or '−' or '+', ..] or ['£', ..] => Trim(amount[1..]),
            ['-' or '−', '£', ..] => string.Concat("-", Trim(amount[2..])),
            _ => typed,
        };
    }

    private static NumberText Refuse(ReadOnlySpan<char> typed, string unitName) =>
        new(null, NumberRefusal.Of(typed.ToString(), unitName.Trim()));
}
