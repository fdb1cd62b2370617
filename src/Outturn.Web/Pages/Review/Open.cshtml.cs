using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Outturn.App.Registers;
using Outturn.App.Review;
using Outturn.App.Stores;
using Outturn.Core.Dashboards;
using Outturn.Core.Periods;
using Outturn.Core.Review;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>Opens the review of a year, or gives it other meetings.</summary>
public sealed class OpenReviewModel(Store store) : StaffPage
{
    private const int MostOffered = 12;

    public override string Title => IsOpen ? $"Meetings of the review for {Year}" : "Open a review";

    public override string Section => "review";

    public override (string Text, string Address)? Back => IsOpen ? ($"The review of {Year}", Addresses.Review(Known!.Year)) : ("Reviews", "/review");

    [BindProperty(SupportsGet = true)]
    public string? Year { get; set; }

    [BindProperty]
    public string? ToChallenge { get; set; }

    [BindProperty]
    public string? ToWrite { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>Null for a year whose review is not open yet.</summary>
    public ReviewRecord? Known { get; private set; }

    public bool IsOpen => Known is not null;

    public IReadOnlyList<Reading> Readings { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (Now.Register is null)
        {
            return NotFound();
        }

        var year = PeriodText.TryRead(Year ?? "", Frequency.Year, out var read, out _) ? read : Next();
        Year = year.ToString();
        Find(year);
        (ToChallenge, ToWrite) = (Plain(Known?.ToChallenge ?? ReviewDates.ToChallenge), Plain(Known?.ToWrite ?? ReviewDates.ToWrite));
        Readings = [.. Register.Committees.Select((committee, number) =>
        {
            var meetings = Meetings(committee);
            var day = Known?.Meetings.FirstOrDefault(meeting => meeting.Committee.Name == committee.Name)?.Day;
            var isListed = meetings.Any(meeting => meeting.Value == day?.Address());
            return new Reading(number, committee, meetings, isListed ? day!.Value.Address() : "", day is { } other && !isListed ? ReviewPage.Day(other) : "");
        })];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Now.Register is null)
        {
            return NotFound();
        }

        Readings = [.. Register.Committees.Select((committee, number) => new Reading(
            number, committee, Meetings(committee), Request.Form[$"meeting.{number}"].ToString(), Request.Form[$"day.{number}"].ToString().Trim()))];
        if (!PeriodText.TryRead(Year ?? "", Frequency.Year, out var year, out _))
        {
            Errors.Add(nameof(Year), $"\"{Year}\" is no financial year: write it like 2026/27.");
        }
        else
        {
            Find(year);
        }

        List<ReviewMeeting> meetings = [.. Readings.Select(Read).OfType<ReviewMeeting>()];
        var (toChallenge, toWrite) = (Days(nameof(ToChallenge), ToChallenge), Days(nameof(ToWrite), ToWrite));
        if (Errors.Any)
        {
            return Page();
        }

        var plan = new ReviewPlan(meetings, toChallenge, toWrite);
        switch (await ReviewOpening.RunAsync(store, year, register => (plan with { Meetings = [.. plan.Meetings.Where(meeting => register.Committees.Any(known => known.Name == meeting.Committee.Name))] }, null), Visit.Who, string.IsNullOrWhiteSpace(Why) ? null : Why.Trim(), cancel))
        {
            case ReviewResult.Taken:
                return GoTo(Addresses.Review(year), IsOpen ? $"The meetings of the review for {year} are changed." : $"The review for {year} is open.");
            case ReviewResult.Refused refused:
                Errors.AddAll(meetings.Count == 0 ? "day.0" : null, refused.Reasons);
                break;
        }

        return Page();
    }

    private static string Plain(int days) => days.ToString(CultureInfo.InvariantCulture);

    private void Find(Period year) => Known = Now.Reviews.GetValueOrDefault(year);

    /// <summary>The first year from this one on that has no review yet.</summary>
    private Period Next()
    {
        var year = Period.Holding(Frequency.Year, Now.Day);
        while (Now.Reviews.ContainsKey(year))
        {
            year = year.Next;
        }

        return year;
    }

    /// <summary>A committee's meetings that are to come; the last before them, where none is.</summary>
    private IReadOnlyList<(string Value, string Text)> Meetings(Committee committee)
    {
        var known = Register.Meetings.Where(meeting => meeting.Committee.Name == committee.Name).OrderBy(meeting => meeting.Date).ToList();
        return [("", "none"), .. known.Where(meeting => meeting.Date >= Now.Day).Take(MostOffered).Select(meeting => (meeting.Date.Address(), Core.Papers.Words.Date(meeting.Date)))];
    }

    private ReviewMeeting? Read(Reading reading)
    {
        if (reading.Typed.Length == 0)
        {
            return Addresses.Day(reading.Chosen) is { } chosen ? new ReviewMeeting(reading.Committee, chosen) : null;
        }

        if (DateText.TryRead(reading.Typed, out var day))
        {
            return new ReviewMeeting(reading.Committee, day);
        }

        Errors.Add($"day.{reading.Number}", $"{reading.Committee.ShortName}: \"{reading.Typed}\" is no date: write it like 29/07/2026.");
        return null;
    }

    private int Days(string field, string? typed)
    {
        if (int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days))
        {
            return days;
        }

        Errors.Add(field, $"{(field == nameof(ToChallenge) ? "Working days for challenge and answer" : "Working days for writing the paper")}: write a whole number.");
        return 0;
    }

    /// <summary>At which meeting a committee reads the review.</summary>
    /// <param name="Chosen">One of its meetings; blank for none of them.</param>
    /// <param name="Typed">Another day, which goes before.</param>
    public sealed record Reading(int Number, Committee Committee, IReadOnlyList<(string Value, string Text)> Meetings, string Chosen, string Typed);
}
