using System.Globalization;
using System.Text;
using FsCheck.Fluent;
using Outturn.App.Stores;
using Outturn.Core.Tests;

namespace Outturn.Tests.Stores;

/// <summary>One number has one form, whatever zeros it came with.</summary>
public sealed class DecimalTextTests
{
    [Fact]
    public void Any_number_is_written_without_zeros_behind_it() => Prop.ForAll(ArbMap.Default.ArbFor<decimal>(), number =>
    {
        Span<byte> text = stackalloc byte[DecimalText.Longest];
        Assert.Equal(number.ToString("0.############################", CultureInfo.InvariantCulture), Encoding.UTF8.GetString(text[..DecimalText.Write(number, text)]));
        Assert.Equal(number.ToString("0.0###########################", CultureInfo.InvariantCulture), Encoding.UTF8.GetString(text[..DecimalText.WriteWithPlace(number, text)]));
    }).Always(1000);

    [Theory]
    [InlineData("5.000", "5", "5.0")]
    [InlineData("0.00", "0", "0.0")]
    [InlineData("-0.0", "0", "0.0")]
    [InlineData("100", "100", "100.0")]
    [InlineData("-79228162514264337593543950335", "-79228162514264337593543950335", "-79228162514264337593543950335.0")]
    [InlineData("0.1234567890123456789012345678", "0.1234567890123456789012345678", "0.1234567890123456789012345678")]
    public void Zeros_and_the_largest_and_longest_numbers_too(string number, string plain, string withPlace)
    {
        Span<byte> text = stackalloc byte[DecimalText.Longest];
        var read = decimal.Parse(number, CultureInfo.InvariantCulture);
        Assert.Equal(plain, Encoding.UTF8.GetString(text[..DecimalText.Write(read, text)]));
        Assert.Equal(withPlace, Encoding.UTF8.GetString(text[..DecimalText.WriteWithPlace(read, text)]));
    }
}
