using System.Net;
using System.Text;
using Outturn.App.Mail;
using Outturn.App.People;
using Outturn.Core.Calendars;
using Outturn.Tests.Import;
using Outturn.Tests.Registers;
using Outturn.Tests.Rate;
using Outturn.Tests.StaffPages;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Calendars;

/// <summary>When figures are due and committees meet, for those who may know and as long as they may.</summary>
public sealed class CalendarTests
{
    [Fact]
    public void A_calendar_has_due_dates_meetings_and_the_last_days_for_papers()
    {
        var register = StoreFixture.Folder("wealdshire").Register;
        var events = CouncilCalendar.Of(register, [], indicator => indicator.Service.Name == "Finance", withPapers: true, new DateOnly(2020, 7, 1));
        Assert.Contains(events, known => known is { Id: "meeting-policy-and-resources-2020-07-29", Day: { Day: 29 } });
        Assert.Equal(new DateOnly(2020, 7, 21), events.Single(known => known.Id == "papers-policy-and-resources-2020-07-29").Day);
        Assert.Contains(events, known => known.Id.StartsWith("due-finance-", StringComparison.Ordinal));
        Assert.DoesNotContain(events, known => known.Id.StartsWith("due-", StringComparison.Ordinal) && !known.Id.StartsWith("due-finance-", StringComparison.Ordinal));
        Assert.Equal(events.Count, events.Select(known => known.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_secret_address_shows_what_its_owner_may_see_until_it_is_revoked_or_they_have_left()
    {
        await using var app = await StaffApp.StartAsync();
        var mail = new PersonalMail(app.Council.Store);
        using var nobody = app.Nobody();
        var code = await mail.MakeCalendarAsync("contributor", CancellationToken.None);
        var path = $"/calendar/{code}/collection.ics";
        var answer = await nobody.GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, "text/calendar; charset=utf-8"), (answer.Status, answer.Headers["Content-Type"]));
        var events = IcsTests.Read(Encoding.UTF8.GetBytes(answer.Text));
        Assert.Contains(events, known => known["UID"].StartsWith("due-finance-", StringComparison.Ordinal));
        Assert.DoesNotContain(events, known => known["UID"].StartsWith("due-", StringComparison.Ordinal) && !known["UID"].StartsWith("due-finance-", StringComparison.Ordinal));
        Assert.DoesNotContain(await app.Council.ReadAsync("SELECT digest FROM calendar_address"), digest => digest.Contains(code, StringComparison.Ordinal));

        var member = await mail.MakeCalendarAsync("member", CancellationToken.None);
        Assert.DoesNotContain("due-", (await nobody.GetAsync($"/calendar/{member}/collection.ics")).Text);

        var second = await mail.MakeCalendarAsync("contributor", CancellationToken.None);
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await nobody.GetAsync($"/calendar/{second}/collection.ics")).Status);
        await StoredPeople.RemoveAsync(app.Council.Store, "contributor", "administrator", null, CancellationToken.None);
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync($"/calendar/{second}/collection.ics")).Status);
        Assert.True(await mail.RevokeCalendarAsync("member", CancellationToken.None));
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync($"/calendar/{member}/collection.ics")).Status);
    }

    [Fact]
    public void The_verb_writes_the_same_file_twice_from_a_folder()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "a.ics", "b.ics" })
        {
            using var rate = new RateVerb();
            Assert.Equal(0, rate.RunArguments(default, "calendar", Examples.Folder("wealdshire"), "--day", "01/07/2020", "--service", "Finance", "--out", folder.Path(name)).Code);
        }

        Assert.Equal(File.ReadAllBytes(folder.Path("a.ics")), File.ReadAllBytes(folder.Path("b.ics")));
        Assert.Contains(IcsTests.Read(File.ReadAllBytes(folder.Path("a.ics"))), known => known["UID"] == "meeting-policy-and-resources-2020-07-29@wealdshire-county-council.outturn");
    }
}
