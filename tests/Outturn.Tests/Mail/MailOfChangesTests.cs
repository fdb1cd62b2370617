using Outturn.App.Collection;
using Outturn.App.Mail;
using Outturn.App.People;
using Outturn.App.Stores;
using Outturn.Core.Collection;
using Outturn.Core.Mail;
using Outturn.Core.People;
using Outturn.Tests.Collection;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Mail;

/// <summary>Who is told of what, once, with a link and never with a figure.</summary>
public sealed class MailOfChangesTests
{
    private const decimal Sentinel = 71.3919m;

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Whoever_sent_a_figure_is_told_that_it_was_returned_and_no_figure_is_in_it(string engine)
    {
        await using var server = await RealMailServer.StartAsync();
        using var test = await Collected.WealdshireAsync(engine);
        var sent = Collected.Value("CS01", Collected.June, Sentinel);
        await Submissions.SubmitAsync(test.Store, [sent], "contact-manager", null, new SubmitOptions((_, _) => "A test."), CancellationToken.None);
        Assert.IsType<StepsResult.Refused>(await test.StepAsync(CollectionVerb.Return, "head-of-contact", null, ("CS01", Collected.June)));
        Assert.Empty(await test.OutboxAsync());
        Assert.IsType<StepsResult.Taken>(await test.StepAsync(CollectionVerb.Return, "head-of-contact", $"{Sentinel} cannot be right.", ("CS01", Collected.June)));
        await test.PassAsync(server);
        var told = Assert.Single(await server.MessagesAsync());
        Assert.Equal((await StoreFixture.RegisterAsync(test)).Posts.Single(post => post.Id == "contact-manager").Email, told.To);
        Assert.Contains("Subject: CS01, Jun 2020, was returned", told.Text);
        Assert.Contains("https://outturn.wealdshire.example/indicators/CS01/2020-06-30", told.Plain);
        Assert.DoesNotContain("71.39", told.Plain);
    }

    [Fact]
    public async Task A_reminder_comes_once_a_day_to_whoever_owes_on_the_days_of_the_plan()
    {
        using var test = await Collected.WealdshireAsync(TestStore.Sqlite);
        Dictionary<DateOnly, int> put = [];
        for (var day = new DateOnly(2020, 7, 6); day < new DateOnly(2020, 8, 20); day = day.AddDays(1))
        {
            test.Clock.Now = day.ToDateTime(new TimeOnly(5, 0), DateTimeKind.Utc);
            Assert.Equal(0, await Reminders.PutAsync(test.Store, CancellationToken.None));
            test.Clock.Now = day.ToDateTime(new TimeOnly(6, 1), DateTimeKind.Utc);
            put[day] = await Reminders.PutAsync(test.Store, CancellationToken.None);
            Assert.Equal(0, await Reminders.PutAsync(test.Store, CancellationToken.None));
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            {
                Assert.Equal(0, put[day]);
            }
        }

        Assert.True(put.Values.Sum() > 0);
        var messages = await test.OutboxAsync();
        Assert.Equal(messages.Count, messages.Select(message => (message.Address, DateOnly.FromDateTime(message.PutAt))).Distinct().Count());
        Assert.All(messages, message => Assert.Contains(MailText.Link, message.Body));
    }

    [Fact]
    public async Task Whoever_holds_the_post_is_reminded_at_their_own_address_unless_they_do_not_want_it()
    {
        using var test = await Collected.WealdshireAsync(TestStore.Sqlite);
        Assert.IsType<PersonResult.Kept>(await StoredPeople.KeepAsync(test.Store, new Person("contact", "A manager (fictional)", [Role.Contributor], ["Contact Centre"], ["contact-manager"]), "analyst", null, CancellationToken.None));
        var mail = new PersonalMail(test.Store);
        Assert.Null(await mail.KeepAsync(new PersonMail { Account = "contact", Address = "own@b.example" }, CancellationToken.None));
        var day = (await Rounds.ReadAsync(test.Store, Collected.Quarter, CancellationToken.None))!.Progress.Due.Figures.First(figure => figure.Indicator.Owner?.Id == "contact-manager" && figure.Deadline > new DateOnly(2020, 7, 6)).Deadline;
        while (!ReminderPlan.Usual.Reminds(day, day))
        {
            day = day.AddDays(-1);
        }

        Assert.Contains(await Reminders.DueAsync(test.Store, day, CancellationToken.None), due => due.To == new Recipient("contact", "own@b.example"));
        await mail.KeepAsync(new PersonMail { Account = "contact", Address = "own@b.example", Reminders = false }, CancellationToken.None);
        Assert.DoesNotContain(await Reminders.DueAsync(test.Store, day, CancellationToken.None), due => due.To.Account == "contact" || due.To.Address.StartsWith("contact", StringComparison.Ordinal));
        Assert.DoesNotContain(await test.ReadAsync("SELECT subject FROM audit_entry"), subject => subject.Contains('@'));
    }

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Subscribers_are_told_of_an_issue_once_and_how_to_be_taken_off(string engine)
    {
        await using var server = await RealMailServer.StartAsync();
        using var test = await Collected.WealdshireAsync(engine);
        Assert.Null(await Subscribers.AddAsync(test.Store, "Mrs.Brown@b.example", "Mrs Brown", "analyst", CancellationToken.None));
        Assert.Null(await Subscribers.AddAsync(test.Store, "paper@b.example", "The Weald Gazette", "analyst", CancellationToken.None));
        Assert.Equal("That address is on the list already.", await Subscribers.AddAsync(test.Store, "mrs.brown@B.example", "Again", "analyst", CancellationToken.None));
        Assert.NotNull(await Subscribers.AddAsync(test.Store, "Mrs Brown <mrs.brown@b.example>", "With a name", "analyst", CancellationToken.None));
        Assert.Null(await new MailSettings(ReminderPlan.Usual, "performance@wealdshire.example").KeepAsync(test.Store, "analyst", null, CancellationToken.None));
        Assert.Equal(2, await NoticeAsync(test, MailKind.Release, "7"));
        Assert.Equal(0, await NoticeAsync(test, MailKind.Release, "7"));
        var (shown, _) = await Subscribers.ListAsync(test.Store, "gazette", 0, 10, CancellationToken.None);
        Assert.Equal("The Weald Gazette", await Subscribers.RemoveAsync(test.Store, Assert.Single(shown).Id, "analyst", CancellationToken.None));
        await test.PassAsync(server);
        var told = Assert.Single(await server.MessagesAsync());
        Assert.Equal("mrs.brown@b.example", told.To);
        Assert.Contains("https://public.wealdshire.example/7", told.Plain);
        Assert.Contains("write to performance@wealdshire.example", told.Plain);
        Assert.Contains("List-Unsubscribe:", told.Text);
        Assert.Equal(1, await NoticeAsync(test, MailKind.Correction, "7"));
        Assert.DoesNotContain(await test.ReadAsync("SELECT subject FROM audit_entry"), subject => subject.Contains('@'));
    }

    [Fact]
    public async Task A_release_that_does_not_come_about_tells_nobody()
    {
        using var test = await Collected.WealdshireAsync(TestStore.Sqlite);
        Assert.Null(await Subscribers.AddAsync(test.Store, "paper@b.example", "The Weald Gazette", "analyst", CancellationToken.None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => test.Store.WriteAsync<int>(new Act("releaser", "release", "7"), async writing =>
        {
            await Notices.PutAsync(writing, MailKind.Release, "A report", "7", "/7", CancellationToken.None);
            throw new InvalidOperationException("The release fails.");
        }, CancellationToken.None));
        Assert.Empty(await test.OutboxAsync());
    }

    private static Task<int> NoticeAsync(TestStore test, MailKind kind, string edition) => test.Store.WriteAsync(new Act("releaser", "release", edition), async writing =>
    {
        writing.WritesEntryAlone();
        return await Notices.PutAsync(writing, kind, "Policy and Resources, 29 July 2020", edition, $"https://public.wealdshire.example/{edition}", CancellationToken.None);
    }, CancellationToken.None);
}
