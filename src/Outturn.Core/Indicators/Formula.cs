namespace Outturn.Core.Indicators;

/// <summary>The four ways in which two amounts make a third.</summary>
public enum Operator
{
    Plus,
    Minus,
    Times,
    DividedBy,
}

/// <summary>How an indicator is worked out from others: refs, numbers, + - * / and parentheses.</summary>
/// <remarks>
/// A ref of letters, digits, dots and underscores that begins with a letter stands as it is; any other stands in square brackets, because
/// HR-01 alone would be HR less 1. Percentages enter as they are printed: 94.2, not 0.942.
/// </remarks>
public abstract record Formula
{
    /// <summary>Longer than this nobody can check it by reading.</summary>
    public const int MostCharacters = 500;

    private Formula()
    {
    }

    /// <summary>The refs that it names, each once, in the order in which they stand.</summary>
    public IReadOnlyList<string> Inputs
    {
        get
        {
            var inputs = new List<string>();
            Collect(inputs);
            return [.. inputs.Distinct(StringComparer.OrdinalIgnoreCase)];
        }
    }

    /// <summary>Reads a formula as people write it, × and ÷ included; refused with the character at which it cannot be read and what was expected there.</summary>
    public static FormulaResult Read(string text) => FormulaText.Read(text);

    /// <summary>The formula in the spelling that is read back as the same one.</summary>
    public sealed override string ToString() => this switch
    {
        Number number => Unit.Bare(number.Value, Unit.DecimalsOf(number.Value)),
        Input input => IsPlain(input.Ref) ? input.Ref : $"[{input.Ref}]",
        Negated { Of: Operation } negated => $"-({negated.Of})",
        Negated negated => $"-{negated.Of}",
        Operation operation => $"{LeftOf(operation)} {Sign(operation.By)} {RightOf(operation)}",
        _ => throw new InvalidOperationException("A formula is a number, an input, a negation or an operation."),
    };

    /// <summary>Whether a ref stands in a formula without brackets.</summary>
    internal static bool IsPlain(string reference) => reference.Length > 0 && char.IsLetter(reference[0]) && reference.All(IsOfRef);

    internal static bool IsOfRef(char character) => char.IsLetter(character) || char.IsAsciiDigit(character) || character is '.' or '_';

    private static string LeftOf(Operation operation) =>
        operation.Left is Operation left && Binds(left.By) < Binds(operation.By) ? $"({left})" : operation.Left.ToString();

    /// <summary>What stands to the right keeps its parentheses: a - (b - c) is not a - b - c.</summary>
    private static string RightOf(Operation operation) =>
        operation.Right is Operation right && Binds(right.By) <= Binds(operation.By) ? $"({right})" : operation.Right.ToString();

    private static int Binds(Operator by) => by is Operator.Times or Operator.DividedBy ? 1 : 0;

    private static char Sign(Operator by) => by switch
    {
        Operator.Plus => '+',
        Operator.Minus => '-',
        Operator.Times => '*',
        _ => '/',
    };

    private void Collect(List<string> inputs)
    {
        switch (this)
        {
            case Input input:
                inputs.Add(input.Ref);
                break;
            case Negated negated:
                negated.Of.Collect(inputs);
                break;
            case Operation operation:
                operation.Left.Collect(inputs);
                operation.Right.Collect(inputs);
                break;
            default:
                break;
        }
    }

    /// <summary>A number as it is written, 0 or more.</summary>
    public sealed record Number(decimal Value) : Formula;

    /// <summary>The figure of another indicator for the same period.</summary>
    public sealed record Input(string Ref) : Formula;

    public sealed record Negated(Formula Of) : Formula;

    public sealed record Operation(Formula Left, Operator By, Formula Right) : Formula;
}

/// <summary>A formula as it was read, or why it cannot be.</summary>
public abstract record FormulaResult
{
    private FormulaResult()
    {
    }

    public sealed record Read(Formula Formula) : FormulaResult;

    /// <param name="Position">The character, from 1, at which something else was expected.</param>
    /// <param name="Reason">A sentence that names it and says what was expected.</param>
    public sealed record Refused(int Position, string Reason) : FormulaResult;
}
