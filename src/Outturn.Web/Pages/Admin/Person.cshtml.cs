using Microsoft.AspNetCore.Mvc;
using Outturn.App.People;
using Outturn.App.Stores;
using Outturn.Core.People;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>One person: what they may do, and how they sign in.</summary>
public sealed class PersonModel(Store store, Invitations invitations, Accounts accounts, Sessions sessions) : StaffPage
{
    private const string New = "new";

    public override string Title => IsNew ? "Add somebody" : Known!.Name;

    public override string Section => "admin";

    public override (string Text, string Address)? Back => ("People and roles", "/admin/people");

    [BindProperty(SupportsGet = true)]
    public string Account { get; set; } = "";

    [BindProperty]
    public string? NewAccount { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty(Name = "Roles")]
    public List<string> RoleNames { get; set; } = [];

    [BindProperty]
    public List<string> Services { get; set; } = [];

    [BindProperty]
    public List<string> Posts { get; set; } = [];

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? Confirm { get; set; }

    /// <summary>A link that was just made.</summary>
    public string? Link { get; private set; }

    public bool IsNew => Account == New;

    private Person? Known => Now.People.GetValueOrDefault(Account);

    private string Here => $"/admin/people/{Uri.EscapeDataString(Account)}";

    public IActionResult OnGet()
    {
        if (!IsNew && Known is null)
        {
            return NotFound();
        }

        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancel)
    {
        if (!IsNew && Known is null)
        {
            return NotFound();
        }

        var account = IsNew ? (NewAccount ?? "").Trim() : Account;
        if (IsNew && Now.People.ContainsKey(account))
        {
            Errors.Add(nameof(NewAccount), $"Somebody signs in as {account} already.");
            return Page();
        }

        switch (await StoredPeople.KeepAsync(store, new Person(account, (Name ?? "").Trim(), [.. RoleNames.Select(Roles.Read).OfType<Role>()], Services, Posts), Visit.Who, string.IsNullOrWhiteSpace(Why) ? null : Why.Trim(), cancel))
        {
            case PersonResult.Kept kept:
                return GoTo($"/admin/people/{Uri.EscapeDataString(kept.Person.Account)}", IsNew ? $"{kept.Person.Name} is added. Make a link for them to set a password by, or have them use single sign-on." : $"What {kept.Person.Name} may do is kept.");
            case PersonResult.Refused refused:
                Errors.Add(refused.Reason.Contains("sign-in name", StringComparison.OrdinalIgnoreCase) ? nameof(NewAccount) : refused.Reason.StartsWith("A name", StringComparison.Ordinal) ? nameof(Name) : null, refused.Reason);
                break;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancel)
    {
        if (Known is null)
        {
            return NotFound();
        }

        Link = $"{Request.Scheme}://{Request.Host}/account/start/{await invitations.InviteAsync(Account, Visit.Who, cancel)}";
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostResetAsync(CancellationToken cancel)
    {
        if (Known is null)
        {
            return NotFound();
        }

        await accounts.ResetAuthenticatorAsync(Account, Visit.Who, null, cancel);
        await sessions.RevokeAsync(Account, null, null, Visit.Who, cancel);
        return GoTo(Here, "They set up an authenticator at their next sign-in, and are signed out.");
    }

    public async Task<IActionResult> OnPostSignOutAsync(CancellationToken cancel) =>
        Known is null ? NotFound() : GoTo(Here, $"Sessions ended: {await sessions.RevokeAsync(Account, null, Account == Me.Account ? Visit.SessionKey : null, Visit.Who, cancel)}.");

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        if (Known is null)
        {
            return NotFound();
        }

        Fill();
        if ((Confirm ?? "").Trim() != Account)
        {
            Errors.Add(nameof(Confirm), $"Type {Account} to take their access away.");
            return Page();
        }

        switch (await StoredPeople.RemoveAsync(store, Account, Visit.Who, null, cancel))
        {
            case PersonResult.Kept kept:
                await sessions.RevokeAsync(Account, null, null, Visit.Who, cancel);
                return GoTo("/admin/people", $"{kept.Person.Name} has no access any more.");
            case PersonResult.Refused refused:
                Errors.Add(nameof(Confirm), refused.Reason);
                break;
        }

        return Page();
    }

    private void Fill()
    {
        if (Known is { } known)
        {
            (Name, RoleNames, Services, Posts) = (known.Name, [.. known.Roles.Select(role => role.Name())], [.. known.Services], [.. known.Posts]);
        }
    }
}

/// <summary>Several of several.</summary>
public sealed record Choices(string Name, string Label, string Hint, IEnumerable<(string Value, string Text)> Options, IReadOnlyCollection<string> Chosen);
