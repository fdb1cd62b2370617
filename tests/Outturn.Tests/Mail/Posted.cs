using Outturn.App.Mail;
using Outturn.App.Stores;
using Outturn.Core.Mail;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Mail;

/// <summary>Puts messages into a store's outbox, and looks at it.</summary>
internal static class Posted
{
    private static readonly MailText Text = new("A subject", $"Words.\n\n{MailText.Link}");

    /// <summary>The change that a message tells of is an entry of the trail of its own.</summary>
    public static Task<bool> PutAsync(this TestStore test, string address, string occasion, MailKind kind = MailKind.SignOff) =>
        test.Store.WriteAsync(new Act("analyst", "test", occasion), async writing =>
        {
            writing.WritesEntryAlone();
            return await Outbox.PutAsync(writing, kind, new Recipient(null, address), occasion, Text, "/collect", CancellationToken.None);
        }, CancellationToken.None);

    public static async Task<IReadOnlyList<OutboxMessage>> OutboxAsync(this TestStore test) =>
        (await OutboxList.ReadAsync(test.Store, new OutboxFilter(), 0, 1000, CancellationToken.None)).Shown;

    public static async Task<OutboxMessage> OneAsync(this TestStore test) => Assert.Single(await test.OutboxAsync());

    public static async Task<IEnumerable<MailState>> StatesAsync(this TestStore test) => (await test.OutboxAsync()).Select(message => message.State);

    public static Task<MailPass> PassAsync(this TestStore test, RealMailServer server) => new MailSender(test.Store, server.Server()).PassAsync(CancellationToken.None);
}
