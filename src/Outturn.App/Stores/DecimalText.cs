using System.Globalization;

namespace Outturn.App.Stores;

/// <summary>Numbers in the one form that stores and digests write them in, as UTF-8: without zeros behind them.</summary>
internal static class DecimalText
{
    /// <summary>Room for any number.</summary>
    public const int Longest = 48;

    /// <summary>"5", "0.25".</summary>
    public static int Write(decimal number, Span<byte> to)
    {
        number.TryFormat(to, out var length, provider: CultureInfo.InvariantCulture);
        if (to[..length].Contains((byte)'.'))
        {
            while (to[length - 1] == '0')
            {
                length--;
            }

            length -= to[length - 1] == '.' ? 1 : 0;
        }

        return to[..length].SequenceEqual("-0"u8) ? Write(0, to) : length;
    }

    /// <summary>With at least one place, as Microsoft.Data.Sqlite writes it: "5.0", "0.25".</summary>
    public static int WriteWithPlace(decimal number, Span<byte> to)
    {
        var length = Write(number, to);
        if (to[..length].Contains((byte)'.'))
        {
            return length;
        }

        ".0"u8.CopyTo(to[length..]);
        return length + 2;
    }
}
