namespace Outturn.Core.Mail;

/// <summary>Where mail is sent to: an address alone, without a name beside it.</summary>
public static class EmailAddress
{
    /// <summary>What a path in SMTP holds (RFC 5321, 4.5.3.1.3), without its angle brackets.</summary>
    public const int Longest = 254;

    private const int LongestLocal = 64;

    /// <summary>Why mail cannot be sent there, as a sentence that says what to write; null where it can.</summary>
    public static string? Refusal(string text) =>
        text.Length == 0 ? "An e-mail address is missing."
        : text.Length > Longest ? $"An e-mail address has {Longest} characters at most."
        : IsAddress(text) ? null
        : $"\"{text}\" is no e-mail address: write one like a.shah@wealdshire.example, without a name beside it.";

    private static bool IsAddress(string text) =>
        text.Split('@') is [{ Length: > 0 and <= LongestLocal } local, var domain]
        && local.Split('.').All(part => part.Length > 0 && part.All(letter => char.IsAsciiLetterOrDigit(letter) || "!#$%&'*+-/=?^_`{|}~".Contains(letter)))
        && domain.Split('.') is { Length: > 1 } labels
        && labels.All(label => label.Length is > 0 and < 64 && label[0] != '-' && label[^1] != '-' && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'));
}
