using Outturn.App.Backups;
using Outturn.App.Mail;
using Outturn.App.Stores;
using Outturn.Tests.Import;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Mail;

/// <summary>What waits in the outbox goes to the mail server once, and what the server says of it is what the outbox says.</summary>
public sealed class SendingTests
{
    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task One_occasion_is_one_message_whoever_puts_it_in_and_however_often(string engine)
    {
        await using var server = await RealMailServer.StartAsync();
        using var test = await TestStore.CreateAsync(engine);
        Assert.True(await test.PutAsync("a@b.example", "one"));
        Assert.False(await test.PutAsync("a@b.example", "one"));
        Assert.True(await test.PutAsync("c@b.example", "one"));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => test.PutAsync("d@b.example", "two")));
        Assert.Equal(3, (await test.PassAsync(server)).Sent);
        Assert.Equal(0, (await test.PassAsync(server)).Sent);
        Assert.False(await test.PutAsync("a@b.example", "one"));
        Assert.Equal(["a@b.example", "c@b.example", "d@b.example"], (await server.MessagesAsync()).Select(message => message.To).Order());
        Assert.All(await server.MessagesAsync(), message => Assert.Contains("https://outturn.wealdshire.example/collect", message.Plain));
        Assert.All(await test.StatesAsync(), state => Assert.Equal(MailState.Sent, state));
    }

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Two_senders_at_once_send_each_message_once(string engine)
    {
        await using var server = await RealMailServer.StartAsync();
        using var test = await TestStore.CreateAsync(engine);
        foreach (var i in Enumerable.Range(0, 45))
        {
            await test.PutAsync($"p{i}@b.example", "notice");
        }

        var other = TestStore.Opened(await Store.OpenAsync(test.Address, test.Clock, CancellationToken.None));
        MailSender[] senders = [new(test.Store, server.Server()), new(other, server.Server())];
        var passes = await Task.WhenAll(senders.Select(sender => sender.PassAsync(CancellationToken.None)));
        Assert.Equal(45, passes.Sum(pass => pass.Sent));
        Assert.Contains(passes, pass => pass.Sent == 0);
        Assert.Equal(45, (await server.MessagesAsync()).Select(message => message.Id).Distinct().Count());
        Assert.Equal(45, (await server.MessagesAsync()).Count);
    }

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task A_sender_that_stalled_hands_nothing_over_that_another_has_sent_since(string engine)
    {
        await using var server = await RealMailServer.StartAsync();
        using var test = await TestStore.CreateAsync(engine);
        await test.PutAsync("a@b.example", "one");
        var stalled = new MailSender(test.Store, server.Server());
        var claimed = Assert.Single(await stalled.ClaimAsync(CancellationToken.None));
        Assert.Equal(0, (await test.PassAsync(server)).Sent);
        test.Clock.Now += MailSender.Lease + TimeSpan.FromSeconds(1);
        Assert.Equal(1, (await test.PassAsync(server)).Sent);
        Assert.False(stalled.HandOver(claimed));
        Assert.Single(await server.MessagesAsync());
    }

    [Fact]
    public async Task What_the_server_refuses_for_good_is_not_tried_again_and_what_it_puts_off_is()
    {
        await using var server = await RealMailServer.StartAsync();
        using var test = await TestStore.CreateAsync(TestStore.Sqlite);
        await server.AnswerAsync(("gone@b.example", 550), ("full@b.example", 452), ("content spam@b.example", 554), ("content later@b.example", 451));
        foreach (var name in new[] { "gone", "full", "spam", "later", "fine" })
        {
            await test.PutAsync($"{name}@b.example", "one");
        }

        Assert.Equal(new MailPass(1, 2, 2, 0, null), await test.PassAsync(server));
        Assert.Equal(0, (await test.PassAsync(server)).Sent);
        await server.AnswerAsync();
        test.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(2, (await test.PassAsync(server)).Sent);
        var refused = (await test.OutboxAsync()).Where(message => message.State == MailState.Refused).ToList();
        Assert.Equal(["gone@b.example", "spam@b.example"], refused.Select(message => message.Address).Order());
        Assert.All(refused, message => Assert.Matches("^55[04] ", message.Reason));
    }

    [Fact]
    public async Task What_cannot_be_sent_waits_longer_each_time_and_is_given_up_when_it_is_not_worth_sending()
    {
        await using var server = await RealMailServer.StartAsync();
        using var test = await TestStore.CreateAsync(TestStore.Sqlite);
        await test.PutAsync("a@b.example", "one", Outturn.Core.Mail.MailKind.Reminder);
        var nobody = new MailSender(test.Store, server.Server() with { Address = new Uri("smtp://127.0.0.1:1") });
        List<double> waits = [];
        foreach (var _ in Enumerable.Range(0, 9))
        {
            var pass = await nobody.PassAsync(CancellationToken.None);
            Assert.Contains("cannot be reached", pass.Trouble);
            var next = (await test.OneAsync()).NextTry;
            waits.Add((next - test.Clock.Now).TotalMinutes);
            test.Clock.Now = DateTime.SpecifyKind(next, DateTimeKind.Utc);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 120, 120], waits);
        test.Clock.Now += TimeSpan.FromDays(2);
        await nobody.PassAsync(CancellationToken.None);
        var given = await test.OneAsync();
        Assert.Equal(MailState.Refused, given.State);
        Assert.StartsWith("Not sent in time. The mail server cannot be reached", given.Reason);
        Assert.Empty(await server.MessagesAsync());
    }

    [Theory]
    [InlineData("connect", MailState.Waiting)]
    [InlineData("mail", MailState.Waiting)]
    [InlineData("recipient", MailState.Waiting)]
    [InlineData("content", MailState.Unknown)]
    public async Task A_connection_that_breaks_is_tried_again_only_where_nothing_had_left(string place, MailState state)
    {
        await using var server = await RealMailServer.StartAsync();
        using var test = await TestStore.CreateAsync(TestStore.Sqlite);
        await test.PutAsync("a@b.example", "one");
        await server.DropAsync(place);
        await test.PassAsync(server);
        Assert.Equal(state, (await test.OneAsync()).State);
        test.Clock.Now += TimeSpan.FromHours(3);
        await test.PassAsync(server);
        Assert.Equal(state == MailState.Waiting ? 1 : 0, (await server.MessagesAsync()).Count);
    }

    [Fact]
    public async Task What_a_person_sends_again_is_the_same_message_and_what_they_decide_is_in_the_trail()
    {
        await using var server = await RealMailServer.StartAsync();
        using var test = await TestStore.CreateAsync(TestStore.Sqlite);
        await test.PutAsync("a@b.example", "one");
        await server.DropAsync("content");
        await test.PassAsync(server);
        var id = (await test.OneAsync()).Id;
        Assert.True(await OutboxList.SendAgainAsync(test.Store, id, "analyst", CancellationToken.None));
        Assert.False(await OutboxList.SendAgainAsync(test.Store, id, "analyst", CancellationToken.None));
        test.Clock.Now += TimeSpan.FromMinutes(1);
        await test.PassAsync(server);
        Assert.Equal($"{id}@wealdshire.example", Assert.Single(await server.MessagesAsync()).Id);
        Assert.False(await OutboxList.CancelAsync(test.Store, id, "analyst", CancellationToken.None));
        Assert.Equal(["analyst|test|one", $"analyst|send mail again|{id}"], await test.ReadAsync("SELECT who, action, subject FROM audit_entry ORDER BY number"));
        Assert.Empty(await test.ReadAsync("SELECT content FROM wording"));
    }

    [Fact]
    public async Task A_restored_store_sends_nothing_that_may_have_been_sent_since_its_backup()
    {
        await using var server = await RealMailServer.StartAsync();
        using var test = await TestStore.CreateAsync(TestStore.Sqlite);
        using var restored = TestStore.Empty(TestStore.Sqlite);
        using var folder = new TemporaryFolder();
        await test.PutAsync("a@b.example", "one");
        Assert.IsType<BackupResult.Made>(await Backup.MakeAsync(test.Store, folder.Path("b.zip"), replace: false, null, CancellationToken.None));
        await test.PassAsync(server);
        Assert.IsType<RestoreResult.Restored>(await Restore.RunAsync(folder.Path("b.zip"), restored.Address, false, test.Clock, null, CancellationToken.None));
        var store = TestStore.Opened(await Store.OpenAsync(restored.Address, test.Clock, CancellationToken.None));
        await new MailSender(store, server.Server()).PassAsync(CancellationToken.None);
        Assert.Single(await server.MessagesAsync());
        Assert.Equal(MailState.Unknown, (await OutboxList.ReadAsync(store, new OutboxFilter(), 0, 5, CancellationToken.None)).Shown[0].State);
    }

    [Fact]
    public async Task What_is_done_with_keeps_no_address_after_half_a_year_and_is_still_known_to_be_sent()
    {
        await using var server = await RealMailServer.StartAsync();
        using var test = await TestStore.CreateAsync(TestStore.Sqlite);
        await test.PutAsync("a@b.example", "one");
        await test.PassAsync(server);
        test.Clock.Now += TimeSpan.FromDays(181);
        Assert.Equal(1, await new MailSender(test.Store, server.Server()).ForgetAsync(CancellationToken.None));
        var old = await test.OneAsync();
        Assert.Equal(("", "", ""), (old.Address, old.Subject, old.Body));
        Assert.False(await test.PutAsync("a@b.example", "one"));
    }
}
