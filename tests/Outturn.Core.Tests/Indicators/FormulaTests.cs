using FsCheck;
using FsCheck.Fluent;
using Outturn.Core.Indicators;

namespace Outturn.Core.Tests.Indicators;

/// <summary>Formulas as people write them.</summary>
public sealed class FormulaTests
{
    [Theory]
    [InlineData("F1 / F2", "F1 / F2")]
    [InlineData(" f1+f2*F3 ", "f1 + f2 * F3")]
    [InlineData("(F1 + F2) * 1.50", "(F1 + F2) * 1.5")]
    [InlineData("F1 - (F2 - F3)", "F1 - (F2 - F3)")]
    [InlineData("(F1 - F2) - F3", "F1 - F2 - F3")]
    [InlineData("F1 ÷ F2 × 12 − 3", "F1 / F2 * 12 - 3")]
    [InlineData("[HR-01] / [2 more]", "[HR-01] / [2 more]")]
    [InlineData("[F1] * CS04a.x_y", "F1 * CS04a.x_y")]
    [InlineData("-(F1 + F2) - -3", "-(F1 + F2) - -3")]
    [InlineData("--F1", "--F1")]
    public void A_formula_is_read_and_printed(string text, string printed) => Assert.Equal(printed, Read(text).ToString());

    [Fact]
    public void A_ref_with_a_hyphen_and_no_brackets_is_a_difference() =>
        Assert.Equal(new Formula.Operation(new Formula.Input("HR"), Operator.Minus, new Formula.Number(1)), Read("HR-01"));

    [Fact]
    public void The_refs_of_a_formula_are_named_once_in_their_order() => Assert.Equal(["F2", "HR-01", "F1"], Read("F2 + [HR-01] / (F1 - f2)").Inputs);

    [Theory]
    [InlineData("", 1, "At character 1 of the formula the ref of an indicator, a number, - or ( was expected, and the formula ends.")]
    [InlineData("F1 +", 5, "At character 5 of the formula the ref of an indicator, a number, - or ( was expected, and the formula ends.")]
    [InlineData("F1 * / F2", 6, "At character 6 of the formula the ref of an indicator, a number, - or ( was expected, and \"/\" stands there.")]
    [InlineData("F1 F2", 4, "At character 4 of the formula +, -, *, / or the end was expected, and \"F2\" stands there.")]
    [InlineData("F1)", 3, "At character 3 of the formula +, -, *, / or the end was expected, and \")\" stands there.")]
    [InlineData("(F1 + F2", 9, "At character 9 of the formula +, -, *, / or ) was expected, and the formula ends.")]
    [InlineData("(F1 = F2)", 5, "At character 5 of the formula +, -, *, / or ) was expected, and \"=\" stands there.")]
    [InlineData("F1 / [HR-01", 12, "At character 12 of the formula the ] behind a ref was expected, and the formula ends.")]
    [InlineData("[ ]", 3, "At character 3 of the formula the ref of an indicator was expected, and \"]\" stands there.")]
    [InlineData("2a + 1", 1, "At character 1 of the formula a number, or a ref that begins with a digit in square brackets ([2a]) was expected, and \"2a\" stands there.")]
    [InlineData("F1 * 1.2.3", 6, "At character 6 of the formula a number of up to 28 digits like 12 or 0.5 was expected, and \"1.2.3\" stands there.")]
    [InlineData("F1 * 1,000", 7, "At character 7 of the formula +, -, *, / or the end was expected, and \",\" stands there.")]
    [InlineData("99999999999999999999999999999", 1, "At character 1 of the formula a number of up to 28 digits like 12 or 0.5 was expected, and \"99999999999999999999…\" stands there.")]
    public void What_cannot_be_read_is_refused_with_its_place_and_what_was_expected(string text, int position, string reason) =>
        Assert.Equal(new FormulaResult.Refused(position, reason), Formula.Read(text));

    [Fact]
    public void A_formula_that_nobody_can_check_is_refused_whatever_it_says()
    {
        Assert.IsType<FormulaResult.Read>(Formula.Read(new string('(', 249) + "F1" + new string(')', 249)));
        Assert.StartsWith("The formula has 501 characters", Assert.IsType<FormulaResult.Refused>(Formula.Read(new string('-', 501))).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_printed_formula_is_read_back_as_the_same() =>
        Given.ForAll(AnyFormula, formula => Formula.Read(formula.ToString()) is FormulaResult.Read read ? read.Formula == formula : formula.ToString().Length > Formula.MostCharacters);

    [Fact]
    public void No_text_breaks_the_reading_of_formulas() =>
        Given.ForAll(
            Gen.OneOf(
                Gen.Elements("F1", "[HR-01]", "[", "]", "(", ")", "+", "-", "*", "/", "1.5", ".", ",", " ", "é", "\ud83d", "\ude00", "\0", "×", "9e9").ListOf().Select(string.Concat),
                ArbMap.Default.GeneratorFor<string>()),
            text => Formula.Read(text ?? "") switch
            {
                FormulaResult.Read read => Formula.Read(read.Formula.ToString()) is FormulaResult.Read again && again.Formula == read.Formula,
                FormulaResult.Refused refused => refused.Position >= 1 && refused.Position <= (text ?? "").Length + 1 && refused.Reason.EndsWith('.'),
                _ => false,
            });

    internal static Formula Read(string text) => Assert.IsType<FormulaResult.Read>(Formula.Read(text)).Formula;

    internal static Gen<Formula> AnyFormula { get; } = Gen.Sized(size => Of(Math.Min(size, 5)));

    private static Gen<Formula> Of(int depth)
    {
        var single = Gen.OneOf(
            Gen.Elements("F1", "F2", "CS04a.x_y", "HR-01", "2nd half", "é").Select(reference => (Formula)new Formula.Input(reference)),
            Given.Number.Select(number => (Formula)new Formula.Number(Math.Abs(number))));
        return depth <= 0
            ? single
            : Gen.OneOf(
                single,
                Of(depth - 1).Select(of => (Formula)new Formula.Negated(of)),
                from left in Of(depth - 1)
                from sign in Gen.Elements(Enum.GetValues<Operator>())
                from right in Of(depth - 1)
                select (Formula)new Formula.Operation(left, sign, right));
    }
}
