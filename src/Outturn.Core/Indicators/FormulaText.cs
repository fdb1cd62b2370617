using System.Globalization;

namespace Outturn.Core.Indicators;

/// <summary>Reads a formula character by character: sums of products of signed amounts.</summary>
internal ref struct FormulaText
{
    private const string Amount = "the ref of an indicator, a number, - or (";
    private const int MostDigits = 28;
    private const int MostNamed = 20;

    private readonly string text;
    private int at;
    private FormulaResult.Refused? refused;

    private FormulaText(string text) => this.text = text;

    public static FormulaResult Read(string text)
    {
        if (text.Length > Formula.MostCharacters)
        {
            return new FormulaResult.Refused(Formula.MostCharacters + 1, $"The formula has {text.Length} characters, and {Formula.MostCharacters} are the most: work out a part of it as an indicator of its own.");
        }

        var reading = new FormulaText(text);
        var formula = reading.Sum();
        if (reading.refused is null && reading.Next() is not null)
        {
            reading.Refuse("+, -, *, / or the end");
        }

        return reading.refused is { } refused ? refused : new FormulaResult.Read(formula!);
    }

    private Formula? Sum()
    {
        var left = Product();
        while (refused is null && Next() is '+' or '-' or '−')
        {
            var by = text[at++] == '+' ? Operator.Plus : Operator.Minus;
            left = Joined(left, by, Product());
        }

        return left;
    }

    private Formula? Product()
    {
        var left = Signed();
        while (refused is null && Next() is '*' or '/' or '×' or '÷')
        {
            var by = text[at++] is '*' or '×' ? Operator.Times : Operator.DividedBy;
            left = Joined(left, by, Signed());
        }

        return left;
    }

    private Formula? Signed()
    {
        if (Next() is not ('-' or '−'))
        {
            return Single();
        }

        at++;
        return Signed() is { } of ? new Formula.Negated(of) : null;
    }

    private Formula? Single() => Next() switch
    {
        '(' => Within(),
        '[' => Bracketed(),
        >= '0' and <= '9' => Digits(),
        { } letter when char.IsLetter(letter) => new Formula.Input(Word()),
        _ => Refuse(Amount),
    };

    private Formula? Within()
    {
        at++;
        var within = Sum();
        if (refused is null && Next() != ')')
        {
            return Refuse("+, -, *, / or )");
        }

        at++;
        return within;
    }

    private Formula? Bracketed()
    {
        var end = text.IndexOf(']', at);
        var reference = end < 0 ? "" : text[(at + 1)..end].Trim();
        if (reference.Length == 0)
        {
            at = end < 0 ? text.Length : at + 1;
            return Refuse(end < 0 ? "the ] behind a ref" : "the ref of an indicator");
        }

        at = end + 1;
        return new Formula.Input(reference);
    }

    private Formula? Digits()
    {
        var start = at;
        var word = Word();
        if (word.Count(char.IsAsciiDigit) <= MostDigits && char.IsAsciiDigit(word[^1])
            && decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return new Formula.Number(number);
        }

        at = start;
        return Refuse(word.Any(char.IsLetter) || word.Contains('_')
            ? $"a number, or a ref that begins with a digit in square brackets ([{Short(word)}])"
            : $"a number of up to {MostDigits} digits like 12 or 0.5");
    }

    private string Word()
    {
        var start = at;
        while (at < text.Length && Formula.IsOfRef(text[at]))
        {
            at++;
        }

        return text[start..at];
    }

    /// <summary>The next character that is not a space, or null at the end.</summary>
    private char? Next()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at < text.Length ? text[at] : null;
    }

    private static Formula.Operation? Joined(Formula? left, Operator by, Formula? right) =>
        left is null || right is null ? null : new Formula.Operation(left, by, right);

    /// <summary>The first thing that cannot be read is what is said; the rest may follow from it.</summary>
    private Formula? Refuse(string expected)
    {
        var there = Next() is null ? "the formula ends" : $"\"{Short(Standing())}\" stands there";
        refused ??= new FormulaResult.Refused(at + 1, $"At character {at + 1} of the formula {expected} was expected, and {there}.");
        return null;
    }

    private readonly string Standing()
    {
        var end = at;
        while (end < text.Length && Formula.IsOfRef(text[end]))
        {
            end++;
        }

        return end > at ? text[at..end] : char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? text.Substring(at, 2) : text[at].ToString();
    }

    private static string Short(string word) => word.Length <= MostNamed ? word : word[..MostNamed] + "…";
}
