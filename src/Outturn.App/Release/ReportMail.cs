using Microsoft.EntityFrameworkCore;
using Outturn.App.Mail;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Mail;
using Outturn.Core.Periods;
using Outturn.Core.Release;

namespace Outturn.App.Release;

/// <summary>Mail about a report's way, put in with the step that causes it: requests to sign off, and notices of what is issued. It names reports, never a figure.</summary>
internal static class ReportMail
{
    /// <summary>Asks everybody who answers for a section to sign it off, once for each time that the report is sent for review.</summary>
    public static async Task AskAsync(Writing writing, ReportLife life, IReadOnlyList<SectionToSign> sections, CancellationToken cancel)
    {
        if (sections.Count == 0 || await StoredRegister.ReadAsync(writing.Db, long.MaxValue, UkTime.DayOf(writing.At), cancel, withFigures: false) is not { } register)
        {
            return;
        }

        var recipients = await Recipients.ReadAsync(writing.Db, register, cancel);
        foreach (var post in sections.GroupBy(section => section.Post.Id))
        {
            var only = post.Count() == 1 ? post.First().Service : null;
            foreach (var to in recipients.Called(post.Key, MailKind.SignOff))
            {
                await Outbox.PutAsync(writing, MailKind.SignOff, to, $"sign-off/{life.Name}/{writing.Entry}", MailText.SignOff(life.Title, only, recipients.NameOf(writing.Who), ClearDays.Deadline(life.Meeting)), Link(life, null), cancel);
            }
        }
    }

    /// <summary>Stops the requests that have not gone out: the report has taken its next step without them, or they are put in anew.</summary>
    public static Task LapseAsync(Writing writing, string report, CancellationToken cancel) => writing.Db.Set<OutboxMessage>()
        .Where(row => row.State == MailState.Waiting && row.Kind == MailKind.SignOff && row.Occasion.StartsWith($"sign-off/{report}/"))
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, MailState.Cancelled).SetProperty(row => row.Changed, writing.At).SetProperty(row => row.Reason, "The report has come further since."), cancel);

    /// <summary>Tells subscribers and colleagues that an edition is public.</summary>
    /// <param name="site">The address of the public site; null where there is none.</param>
    public static Task TellAsync(Writing writing, ReportLife life, EditionLife edition, Uri? site, CancellationToken cancel) =>
        Notices.PutAsync(writing, edition.Kind == EditionKind.Issue ? MailKind.Release : MailKind.Correction, life.Title, $"{life.Name}/{edition.Number}", Link(life, site), cancel);

    private static string Link(ReportLife life, Uri? site) => site is null ? $"/reports/{life.Name}" : new Uri(site, $"/dashboards/{life.Name}").ToString();
}
