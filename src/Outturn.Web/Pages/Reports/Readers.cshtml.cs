using Microsoft.AspNetCore.Mvc;
using Outturn.App.Release;
using Outturn.App.Stores;
using Outturn.Core.Release;

namespace Outturn.Web.Pages;

/// <summary>Who may read a scheduled edition before it is public: by name, with a reason, for a time; and who did.</summary>
public sealed class ReadersModel(Store store) : ReportPage
{
    public override string Title => "Who may read it before release";

    [BindProperty]
    public string? Account { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? OnDay { get; set; }

    [BindProperty]
    public string? Time { get; set; }

    [BindProperty]
    public string? Dismiss { get; set; }

    public IReadOnlyList<(string Value, string Text)> People =>
        [("", "Choose"), .. Now.People.Values.OrderBy(person => person.Name, StringComparer.Ordinal).Select(person => (person.Account, $"{person.Name} ({person.Account})"))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel))
        {
            return NotFound();
        }

        (OnDay, Time) = (Day(Now.Day), "09:00");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel) || Edition.State != EditionState.Scheduled)
        {
            return NotFound();
        }

        if (!string.IsNullOrEmpty(Dismiss))
        {
            return After(await PreReading.DismissAsync(store, Life.Name, Dismiss, Visit.Who, cancel), $"{NameOf(Dismiss)} may no longer read it before release.");
        }

        if (!Now.People.ContainsKey(Account ?? ""))
        {
            Errors.Add(nameof(Account), "Choose who may read it.");
        }

        if (string.IsNullOrWhiteSpace(Why))
        {
            Errors.Add(nameof(Why), "Say why they need to read it before it is public.");
        }

        return ReadInstant((nameof(OnDay), OnDay), (nameof(Time), Time)) is not { } from || Errors.Any ? Page()
            : After(await PreReading.AdmitAsync(store, Life.Name, Account!, Why!.Trim(), from, Visit.Who, cancel), $"{NameOf(Account)} may read it from then until it is public. Each reading is recorded.");
    }
}
