using FsCheck;
using FsCheck.Fluent;
using Outturn.App.Import;
using Outturn.Core.Tests;

namespace Outturn.Tests.Import;

public class NumberTextTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("-123.45", "-123.45")]
    [InlineData("+0.3", "0.3")]
    [InlineData(".5", "0.5")]
    [InlineData("0007", "7")]
    [InlineData("\u00A0 94.2 \u200B", "94.2")]
    [InlineData("−5", "-5")]
    [InlineData("1,234", "1234")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("-12,345,678", "-12345678")]
    [InlineData("123,456", "123456")]
    [InlineData("999999999999999", "999999999999999")]
    [InlineData("0.3333333333333333333333333333", "0.3333333333333333333333333333")]
    [InlineData("123456789012.1234567890123456", "123456789012.1234567890123456")]
    public void Parse_NumberAsPeopleTypeIt_IsItsExactValue(string text, string value) =>
        Assert.Equal(new NumberText(decimal.Parse(value), null), NumberText.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("  \u00A0\t")]
    public void Parse_Blank_IsNeitherAValueNorRefused(string text) => Assert.True(NumberText.Parse(text).IsBlank);

    [Theory]
    [InlineData("12.5%", "%", "12.5")]
    [InlineData("-3 %", "%", "-3")]
    [InlineData("12.5", "%", "12.5")]
    [InlineData("£1,234", "£", "1234")]
    [InlineData("-£5", "£", "-5")]
    [InlineData("£-5.50", "£", "-5.50")]
    [InlineData("£1.2m", "£m", "1.2")]
    [InlineData("£1.2", "£m", "1.2")]
    public void Parse_UnitWrittenBesideTheNumber_IsReadWhereItIsTheUnit(string text, string unit, string value) =>
        Assert.Equal(decimal.Parse(value), NumberText.Parse(text, unit).Value);

    [Theory]
    [InlineData("£3k", "£", "\"£3k\" is not a number: write 3000.")]
    [InlineData("3k", "number", "\"3k\" is not a number: write 3000.")]
    [InlineData("1.2m", "number", "\"1.2m\" is not a number: write 1200000.")]
    [InlineData("4 million", "£", "\"4 million\" is not a number: write 4000000.")]
    [InlineData("£900k", "£m", "\"£900k\" is not a number: write 0.9.")]
    [InlineData("12,5", "number", "\"12,5\" could be 12.5 or 125: write the one that is meant.")]
    [InlineData("1234,567", "number", "\"1234,567\" could be 1234.567 or 1234567: write the one that is meant.")]
    [InlineData("0,123", "number", "\"0,123\" could be 0.123 or 0123: write the one that is meant.")]
    [InlineData("1.234,5", "number", "\"1.234,5\" has its points and its comma the other way round: write 1234.5 if that is meant.")]
    [InlineData("-12.345.678,90", "number", "\"-12.345.678,90\" has its points and its comma the other way round: write -12345678.90 if that is meant.")]
    [InlineData("12.34,5", "number", "\"12.34,5\" is not a number.")]
    [InlineData("1,23,456", "number", "\"1,23,456\" has commas that do not separate thousands: write 123456 if that is meant.")]
    [InlineData("(5)", "number", "\"(5)\" is not a number: write -5 if it is negative.")]
    [InlineData("–5", "number", "\"–5\" is not a number: write -5 if it is negative.")]
    [InlineData("1 234", "number", "\"1 234\" has a space in it: write 1234 if it is one number.")]
    [InlineData("12.5%", "days", "\"12.5%\" is a percentage, but the unit is days: write the figure in that unit.")]
    [InlineData("£12", "days", "\"£12\" is an amount in pounds, but the unit is days: write 12 if that is what it counts.")]
    [InlineData("1.5E+05", "number", "\"1.5E+05\" is written with an exponent, and may have lost digits: write the number in full.")]
    [InlineData("12 days", "days", "\"12 days\" is not a number: write 12, and put the words in a note.")]
    [InlineData("<5", "number", "\"<5\" is not a number: write the figure, or [c] if it must not be shown.")]
    [InlineData("nil", "number", "\"nil\" is not a number: write 0 if nothing was counted, or [x] if the figure is not available.")]
    [InlineData("good", "number", "\"good\" is not a number.")]
    [InlineData("12:30", "number", "\"12:30\" is not a number.")]
    [InlineData("1.2.3", "number", "\"1.2.3\" is not a number.")]
    [InlineData("5.", "number", "\"5.\" is not a number.")]
    public void Parse_AnythingElse_IsRefusedWithWhatToWrite(string text, string unit, string refusal) =>
        Assert.Equal(new NumberText(null, refusal), NumberText.Parse(text, unit));

    [Theory]
    [InlineData("n/a")]
    [InlineData("-")]
    [InlineData("TBC")]
    [InlineData("#N/A")]
    [InlineData("…")]
    public void Parse_WordForNoFigure_IsRefusedWithTheMarkers(string text)
    {
        var refusal = NumberText.Parse(text).Refusal;

        Assert.StartsWith($"\"{text}\" is not a number: write [x] if the figure is not available, [z]", refusal);
        Assert.EndsWith("leave the cell blank while it is awaited.", refusal);
    }

    [Theory]
    [InlineData("1000000000000000", "too large")]
    [InlineData("-1,000,000,000,000,000", "too large")]
    [InlineData("99999999999999999999999999999999", "more than 28 digits")]
    [InlineData("0.00000000000000000000000000001", "more than 28 digits")]
    public void Parse_MoreThanADecimalHoldsExactly_IsRefused(string text, string reason) =>
        Assert.Contains(reason, NumberText.Parse(text).Refusal);

    [Fact]
    public void Parse_LongNonsense_IsQuotedShort() =>
        Assert.InRange(NumberText.Parse(new string('y', 5000)).Refusal!.Length, 10, 80);

    [Fact]
    public void Parse_PlainNumbers_AllocatesNothing()
    {
        NumberText.Parse("-123.45");
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            NumberText.Parse("-123.45");
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Parse_AnyFigure_ReadsBackWithAndWithoutThousandsSeparators() =>
        Prop.ForAll(Figures, figure =>
            NumberText.Parse(figure.ToString()).Value == figure
            && NumberText.Parse(figure.ToString("#,0.############################")).Value == figure
            && NumberText.Parse($" {figure.ToString().Replace('-', '−')}%\u00A0", "%").Value == figure).Always();

    [Fact]
    public void Parse_AnyText_IsAValueOrARefusalOrBlankAndNeverBreaks() =>
        Prop.ForAll<NonNull<string>>(text =>
        {
            var read = NumberText.Parse(text.Get, "£m");
            return read.Value is null || read.Refusal is null;
        }).Always();

    private static Arbitrary<decimal> Figures =>
        (from digits in Gen.Choose(0, int.MaxValue)
         from more in Gen.Choose(0, 99999)
         from scale in Gen.Choose(0, 14)
         from negative in Gen.Elements(true, false)
         select new decimal(digits, more, 0, negative, (byte)scale)).ToArbitrary();
}
