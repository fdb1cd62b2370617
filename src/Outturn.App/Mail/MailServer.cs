using Outturn.Core.Mail;

namespace Outturn.App.Mail;

/// <summary>The mail server that takes messages, and what they say of where they come from.</summary>
/// <param name="Address">smtp://HOST:PORT, which becomes encrypted by STARTTLS, or smtps://HOST:PORT, which is from the start.</param>
/// <param name="From">The address that messages come from.</param>
/// <param name="Pages">Where the pages are reached, for links.</param>
/// <param name="Open">Whether a server that speaks no TLS is used all the same; one of this machine always is.</param>
public sealed record MailServer(Uri Address, string From, Uri Pages, string? User = null, string? Password = null, bool Open = false)
{
    public bool IsEncryptedFromTheStart => Address.Scheme == "smtps";

    /// <summary>Whether it is refused unless it becomes encrypted.</summary>
    public bool MustEncrypt => !Open && !Address.IsLoopback;

    public string Host => Address.Host.Trim('[', ']');

    public int Port => Address.Port > 0 ? Address.Port : IsEncryptedFromTheStart ? 465 : 587;

    /// <summary>Why no mail can be sent so, as a sentence that says what to write; null where it can.</summary>
    public string? Refusal() =>
        Address.Scheme is not ("smtp" or "smtps") || Address.Host.Length == 0 || Address.UserInfo.Length > 0 || Address.AbsolutePath is not ("" or "/")
            ? "The mail server is written as smtp://HOST:PORT or smtps://HOST:PORT, without user and password."
        : EmailAddress.Refusal(From) is { } from ? $"--mail-from: {from}"
        : Pages.Scheme is not ("http" or "https") ? "The pages' address is a whole one, such as https://outturn.council.example."
        : User is null != Password is null ? "The mail server's user and password go together: name both or neither."
        : Password is not null && Open && !Address.IsLoopback && !IsEncryptedFromTheStart ? "A password is not sent over a connection that others can read: leave --smtp-open away, or the user."
        : null;

    /// <summary>Without the password: records of it may stand in logs.</summary>
    public override string ToString() => $"{Address.Scheme}://{Address.Host}:{Port}";
}
