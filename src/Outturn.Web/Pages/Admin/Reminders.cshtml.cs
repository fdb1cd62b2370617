using Microsoft.AspNetCore.Mvc;
using Outturn.App.Mail;
using Outturn.App.Stores;
using Outturn.Core.Collection;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>When people are reminded of what they owe, and whom subscribers write to.</summary>
public sealed class RemindersModel(Store store) : StaffPage
{
    public override string Title => "Reminders";

    public override string Section => "admin";

    public override (string Text, string Address)? Back => ("Mail", "/admin/mail");

    [BindProperty]
    public string? DaysBefore { get; set; }

    [BindProperty]
    public string? OnTheDay { get; set; }

    [BindProperty]
    public string? DaysAfter { get; set; }

    [BindProperty]
    public string? ThenEvery { get; set; }

    [BindProperty]
    public string? Contact { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var settings = await MailSettings.ReadAsync(store, cancel);
        (DaysBefore, OnTheDay, DaysAfter, ThenEvery, Contact) =
            (settings.Plan.DaysBefore?.ToString(), settings.Plan.OnTheDay ? "yes" : null, settings.Plan.DaysAfter?.ToString(), settings.Plan.ThenEvery?.ToString(), settings.Contact);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var plan = new ReminderPlan(Days(DaysBefore, nameof(DaysBefore)), OnTheDay == "yes", Days(DaysAfter, nameof(DaysAfter)), Days(ThenEvery, nameof(ThenEvery)));
        if (Errors.Any)
        {
            return Page();
        }

        var settings = new MailSettings(plan, string.IsNullOrWhiteSpace(Contact) ? null : Contact.Trim());
        if (await settings.KeepAsync(store, Visit.Who, string.IsNullOrWhiteSpace(Why) ? null : Why.Trim(), cancel) is { } refusal)
        {
            Errors.Add(refusal.StartsWith("Days before", StringComparison.Ordinal) ? nameof(DaysBefore) : refusal.StartsWith("Days after", StringComparison.Ordinal) ? nameof(DaysAfter) : refusal.StartsWith("From then", StringComparison.Ordinal) ? nameof(ThenEvery) : nameof(Contact), refusal);
            return Page();
        }

        return GoTo("/admin/mail/reminders", "Kept: the next reminders go by it.");
    }

    private int? Days(string? typed, string field)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (int.TryParse(typed.Trim(), out var days))
        {
            return days;
        }

        Errors.Add(field, $"\"{typed.Trim()}\" is no whole number of days.");
        return null;
    }
}
