using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Outturn.BrowserTests.Accounts;

/// <summary>What the app on somebody's telephone does: six digits of a key and the half minute (RFC 6238).</summary>
/// <param name="key">As the page shows it: letters and digits in fours.</param>
public sealed class Authenticator(string key)
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz234567";

    private readonly byte[] secret = Read(key);

    /// <summary>The code of this half minute, or of one that many later. The program takes the next one too: a clock may be slow.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 as every authenticator has it")]
    public string Code(int later = 0)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30 + later);
        var hash = HMACSHA1.HashData(secret, counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6");
    }

    /// <summary>Six digits that it does not show now, nor in the minutes around.</summary>
    public string WrongCode()
    {
        var near = Enumerable.Range(-6, 13).Select(Code).ToHashSet();
        return Enumerable.Range(0, 20).Select(number => number.ToString("D6")).First(code => !near.Contains(code));
    }

    private static byte[] Read(string key)
    {
        var bits = string.Concat(key.Where(char.IsAsciiLetterOrDigit).Select(letter => Letters.IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal).ToString("b5")));
        return [.. bits.Chunk(8).Where(eight => eight.Length == 8).Select(eight => Convert.ToByte(new string(eight), 2))];
    }
}
