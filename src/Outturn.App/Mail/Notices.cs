using Microsoft.EntityFrameworkCore;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Mail;

namespace Outturn.App.Mail;

/// <summary>Tells subscribers, and colleagues who want to know, that a report was issued or corrected.</summary>
public static class Notices
{
    /// <summary>Puts a notice for each in with the change that issues or corrects the report; it goes out once that is committed, and never before.</summary>
    /// <param name="kind">Release or correction.</param>
    /// <param name="report">The report as it is published: its title and meeting, no figure.</param>
    /// <param name="occasion">Which issue or revision: the same words a second time tell nobody again.</param>
    /// <param name="link">Its public address, or its path on the pages.</param>
    /// <returns>How many will be told.</returns>
    public static async Task<int> PutAsync(Writing writing, MailKind kind, string report, string occasion, string link, CancellationToken cancel)
    {
        var contact = (await MailSettings.ReadAsync(writing.Db, cancel)).Contact;
        var text = kind switch
        {
            MailKind.Release => MailText.Release(report, contact),
            MailKind.Correction => MailText.Correction(report, contact),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
        List<Recipient> told = [.. await writing.Db.Set<Subscriber>().AsNoTracking().OrderBy(row => row.Id).Select(row => new Recipient(null, row.Address)).ToListAsync(cancel)];
        if (await StoredRegister.ReadAsync(writing.Db, long.MaxValue, UkTime.DayOf(writing.At), cancel, withFigures: false) is { } register)
        {
            told.AddRange((await Recipients.ReadAsync(writing.Db, register, cancel)).Wanting(kind));
        }

        var put = 0;
        foreach (var to in told.DistinctBy(to => to.Address.ToLowerInvariant()))
        {
            put += await Outbox.PutAsync(writing, kind, to, $"{(kind == MailKind.Release ? "release" : "correction")}/{occasion}", text, link, cancel) ? 1 : 0;
        }

        return put;
    }
}
