using Microsoft.AspNetCore.Mvc;
using Outturn.App.Mail;
using Outturn.App.Release;
using Outturn.Core.Calendars;
using Outturn.Core.Papers;
using Outturn.Reports.Calendars;
using Outturn.Web.Access;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>The calendar of whoever has its secret address: what they may see now, as a program reads it that cannot sign in.</summary>
public sealed class CalendarModel(PersonalMail mail) : StaffPage
{
    public override string Title => "Calendar";

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        if (await mail.CalendarOfAsync(code, cancel) is not { } account || Now.People.GetValueOrDefault(account) is not { Roles.Count: > 0 } person || Now.Register is not { } register)
        {
            return NotFound();
        }

        // Members and readers owe no figures: theirs are the meetings.
        var collects = person.May("/Collect/Index");
        var events = CouncilCalendar.Of(
            register, Now.Rounds.Select(round => (round.Period, round.Meeting)), indicator => collects && person.Sees(indicator), withPapers: person.May("/Admin/Committees"), Now.Day, ReleaseCalendar.Of(Now.Lives));
        return File(IcsWriter.Write($"{register.Council.Name}: figures, meetings and releases", TextPlace.Slug(register.Council.Name), events), "text/calendar; charset=utf-8", "collection.ics");
    }
}
