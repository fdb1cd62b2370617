using System.Security.Cryptography;
using System.Text;

namespace Outturn.App.People;

/// <summary>Codes that cannot be guessed: whoever holds one has it from us, and the store keeps its digest alone.</summary>
internal static class Secrets
{
    private const int Bytes = 32;

    /// <summary>43 characters that an address can hold.</summary>
    public static string Make() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static string Digest(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
