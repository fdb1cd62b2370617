using System.Security.Cryptography;
using System.Text;

namespace Outturn.App.Stores.Facts;

/// <summary>Free text that may name a person, kept by its salted digest: facts and the audit chain hold the digest, so the text can be redacted without breaking either.</summary>
public sealed class Wording
{
    /// <summary>What a reader sees where a text was redacted.</summary>
    public const string Redacted = "[redacted]";

    private const int SaltBytes = 16;

    /// <summary>SHA-256 of salt and text, as hexadecimal digits.</summary>
    public required string Digest { get; init; }

    /// <summary>Null once redacted: without it nobody can try names against the digest.</summary>
    public string? Salt { get; set; }

    /// <summary>Null once redacted.</summary>
    public string? Content { get; set; }

    /// <summary>The audit entry that says who redacted it, when and why.</summary>
    public long? RedactedBy { get; set; }

    public static Wording Of(string content)
    {
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes));
        return new Wording { Digest = DigestOf(salt, content), Salt = salt, Content = content };
    }

    public static string DigestOf(string salt, string content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(salt + content)));
}
