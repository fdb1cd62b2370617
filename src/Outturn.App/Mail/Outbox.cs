using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Outturn.App.Stores;
using Outturn.Core.Mail;

namespace Outturn.App.Mail;

/// <summary>Who gets a message.</summary>
/// <param name="Account">The name they sign in by; null for somebody who does not.</param>
public sealed record Recipient(string? Account, string Address);

/// <summary>Puts messages where the sender finds them: in the same transaction as what they tell of, so that there is neither without the other.</summary>
public static class Outbox
{
    /// <summary>Puts a message in with a change of the store; once for each occasion and recipient, and never again.</summary>
    /// <param name="occasion">What it is sent for, such as "sign-off/SECTION-ENTRY": the same words mean the same message.</param>
    /// <param name="link">A path of the pages (/collect), or a whole address.</param>
    /// <returns>Whether it is new.</returns>
    /// <exception cref="ArgumentException">The address is none.</exception>
    public static Task<bool> PutAsync(Writing writing, MailKind kind, Recipient to, string occasion, MailText text, string link, CancellationToken cancel) =>
        PutAsync(writing.Db, writing.At, kind, to, occasion, text, link, cancel);

    internal static async Task<bool> PutAsync(CouncilDb db, DateTime at, MailKind kind, Recipient to, string occasion, MailText text, string link, CancellationToken cancel)
    {
        if (EmailAddress.Refusal(to.Address) is { } refusal)
        {
            throw new ArgumentException(refusal, nameof(to));
        }

        var whole = $"{occasion}/{to.Account ?? Digest(to.Address.ToLowerInvariant())}";
        var id = Digest(whole);
        if (db.Set<OutboxMessage>().Local.Any(known => known.Id == id) || await db.Set<OutboxMessage>().AnyAsync(known => known.Id == id, cancel))
        {
            return false;
        }

        db.Add(new OutboxMessage
        {
            Id = id, Occasion = whole, Kind = kind, Account = to.Account, Address = to.Address, Subject = text.Subject.ReplaceLineEndings(" "), Body = text.Body.ReplaceLineEndings("\n"), Link = link,
            PutAt = at, NextTry = at, Changed = at, Expires = at.AddDays(kind.DaysWorthSending()), State = MailState.Waiting,
        });
        return true;
    }

    /// <summary>32 hexadecimal digits.</summary>
    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
