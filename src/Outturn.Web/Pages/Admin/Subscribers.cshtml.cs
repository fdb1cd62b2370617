using Microsoft.AspNetCore.Mvc;
using Outturn.App.Mail;
using Outturn.App.Stores;
using Outturn.Core.Papers;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>Who is told of releases and corrections without signing in.</summary>
public sealed class SubscribersModel(Store store) : StaffPage
{
    private const int PageLength = 50;

    public override string Title => "Subscribers";

    public override string Section => "admin";

    public override (string Text, string Address)? Back => ("Mail", "/admin/mail");

    [BindProperty(SupportsGet = true)]
    public string? About { get; set; }

    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int Asked { get; set; } = 1;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    /// <summary>Those that are to be taken off.</summary>
    [BindProperty]
    public List<string> Off { get; set; } = [];

    public IReadOnlyList<Subscriber> Shown { get; private set; } = [];

    public int Count { get; private set; }

    public PageLinks Pages { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken cancel) => FillAsync(cancel);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancel)
    {
        if (await Subscribers.AddAsync(store, Address ?? "", Name ?? "", Visit.Who, cancel) is { } refusal)
        {
            Errors.Add(refusal.StartsWith("A name", StringComparison.Ordinal) ? nameof(Name) : nameof(Address), refusal);
            await FillAsync(cancel);
            return Page();
        }

        return GoTo("/admin/mail/subscribers", $"{Name!.Trim()} is told of the next report.");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        if (Off.Count == 0)
        {
            Errors.Add(null, "Tick whom to take off.");
            await FillAsync(cancel);
            return Page();
        }

        List<string> gone = [];
        foreach (var id in Off.Distinct())
        {
            if (await Subscribers.RemoveAsync(store, id, Visit.Who, cancel) is { } name)
            {
                gone.Add(name);
            }
        }

        return GoTo("/admin/mail/subscribers", gone.Count == 0 ? "They were off the list already." : $"{Words.List(gone.Take(5))}{(gone.Count > 5 ? $" and {gone.Count - 5} more" : "")} {(gone.Count == 1 ? "is" : "are")} off the list.");
    }

    private async Task FillAsync(CancellationToken cancel)
    {
        About = string.IsNullOrWhiteSpace(About) ? null : About;
        (_, Count) = await Subscribers.ListAsync(store, About, 0, 1, cancel);
        Pages = new PageLinks(Asked, PageLength, Count, page => "/admin/mail/subscribers" + QueryText.Of(("about", About), ("page-number", page.ToString())));
        (Shown, _) = await Subscribers.ListAsync(store, About, (Pages.Number - 1) * PageLength, PageLength, cancel);
    }
}
