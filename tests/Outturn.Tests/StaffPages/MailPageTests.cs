using System.Net;
using Outturn.App.Mail;
using Outturn.Core.People;
using Outturn.Tests.Mail;
using Outturn.Tests.Stores;

namespace Outturn.Tests.StaffPages;

/// <summary>What an analyst does with mail on the pages.</summary>
public sealed class MailPageTests
{
    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task A_message_is_found_looked_at_cancelled_and_sent_again_once_that_is_confirmed(string engine)
    {
        await using var app = await StaffApp.StartAsync(engine);
        using var analyst = await app.SignInAsync(Role.Analyst);
        var sent = await analyst.PostAsync("/admin/mail", "/admin/mail?handler=Test", ("To", "a.shah@wealdshire.example"));
        Assert.Equal("/admin/mail", sent.Location);
        var message = Assert.Single(await app.Council.OutboxAsync());
        var page = $"/admin/mail/messages/{message.Id}";
        Assert.Contains(page, (await analyst.GetAsync("/admin/mail?state=0&kind=5&about=a.shah@wealdshire.example")).Text);
        Assert.Contains("No message is like that", (await analyst.GetAsync("/admin/mail?state=3")).Text);
        Assert.Equal(HttpStatusCode.OK, (await analyst.PostAsync(page, $"{page}?handler=Cancel")).Status);
        Assert.Equal(MailState.Waiting, (await app.Council.OneAsync()).State);
        Assert.Equal(page, (await analyst.PostAsync(page, $"{page}?handler=Cancel", ("Sure", "cancel"))).Location);
        Assert.Equal(MailState.Cancelled, (await app.Council.OneAsync()).State);
        Assert.Equal(page, (await analyst.PostAsync(page, $"{page}?handler=Again", ("Sure", "again"))).Location);
        Assert.Equal(MailState.Waiting, (await app.Council.OneAsync()).State);
        Assert.Contains("Tick the box to confirm", (await analyst.PostAsync(page, $"{page}?handler=Cancel")).Text);
    }

    [Fact]
    public async Task Subscribers_and_reminders_are_kept_and_what_is_wrong_is_said_beside_its_field()
    {
        await using var app = await StaffApp.StartAsync();
        using var analyst = await app.SignInAsync(Role.Analyst);
        const string list = "/admin/mail/subscribers";
        Assert.Contains("is no e-mail address", (await analyst.PostAsync(list, $"{list}?handler=Add", ("Name", "Mrs Brown"), ("Address", "Mrs Brown"))).Text);
        Assert.Equal(list, (await analyst.PostAsync(list, $"{list}?handler=Add", ("Name", "Mrs Brown"), ("Address", "brown@b.example"))).Location);
        Assert.Contains("brown@b.example", (await analyst.GetAsync($"{list}?about=brown")).Text);
        var (shown, _) = await Subscribers.ListAsync(app.Council.Store, null, 0, 5, CancellationToken.None);
        Assert.Equal(list, (await analyst.PostAsync(list, $"{list}?handler=Remove", ("Off", shown[0].Id))).Location);
        Assert.Contains("Nobody subscribes yet", (await analyst.GetAsync(list)).Text);

        const string reminders = "/admin/mail/reminders";
        Assert.Contains("no whole number of days", (await analyst.PostAsync(reminders, reminders, ("DaysBefore", "some"))).Text);
        Assert.Contains("Days before are 1 to 60", (await analyst.PostAsync(reminders, reminders, ("DaysBefore", "90"))).Text);
        Assert.Equal(reminders, (await analyst.PostAsync(reminders, reminders, ("DaysBefore", "3"), ("DaysAfter", ""), ("ThenEvery", ""))).Location);
        Assert.Equal(new Outturn.Core.Collection.ReminderPlan(3, false, null, null), (await MailSettings.ReadAsync(app.Council.Store, CancellationToken.None)).Plan);
    }

    [Fact]
    public async Task Somebody_chooses_their_own_mail_and_no_audit_entry_holds_their_address()
    {
        await using var app = await StaffApp.StartAsync();
        using var member = await app.SignInAsync(Role.Member);
        Assert.Equal("/account/mail", (await member.PostAsync("/account/mail", "/account/mail?handler=Keep", ("Address", "home@b.example"), ("Kinds", "releases"))).Location);
        var choice = await new PersonalMail(app.Council.Store).ReadAsync("member", CancellationToken.None);
        Assert.Equal(("home@b.example", false, false, true), (choice.Address, choice.Reminders, choice.Returns, choice.Releases));
        var made = await member.PostAsync("/account/mail", "/account/mail?handler=Calendar");
        var link = made.Text.Split("/calendar/")[1].Split("/collection.ics")[0];
        Assert.Equal("member", await new PersonalMail(app.Council.Store).CalendarOfAsync(link, CancellationToken.None));
        Assert.DoesNotContain(await app.Council.ReadAsync("SELECT subject FROM audit_entry"), subject => subject.Contains("home@", StringComparison.Ordinal));
    }
}
