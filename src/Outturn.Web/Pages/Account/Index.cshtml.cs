using Microsoft.AspNetCore.Mvc;
using Outturn.App.People;
using Outturn.Web.Access;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>What somebody sees of their own account.</summary>
public sealed class AccountModel(Accounts accounts, Sessions sessions) : StaffPage
{
    public override string Title => Me.Name;

    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    public OpenSessions Open { get; private set; } = null!;

    public bool HasPassword { get; private set; }

    public IEnumerable<string> PostTitles => Me.Posts.Select(post => Now.Register?.Posts.FirstOrDefault(known => known.Id == post)?.Title ?? post);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Open = new OpenSessions(await sessions.ListAsync(Me.Account, cancel), Visit.SessionKey!);
        HasPassword = await accounts.HasAuthenticatorAsync(Me.Account, cancel);
    }

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken cancel)
    {
        var ended = await sessions.RevokeAsync(Me.Account, null, Visit.SessionKey, Visit.Who, cancel);
        return GoTo("/account", ended == 1 ? "One other session was ended." : $"{ended} other sessions were ended.");
    }

    public async Task<IActionResult> OnPostPasswordAsync([FromServices] Guessing guessing, CancellationToken cancel)
    {
        var address = HttpContext.Address();
        if (guessing.Refusal(Me.Account, address) is { } wait)
        {
            Errors.Add(nameof(Current), wait);
        }
        else if (!await accounts.IsPasswordAsync(Me.Account, Current ?? "", cancel))
        {
            guessing.Failed(Me.Account, address);
            Errors.Add(nameof(Current), "That is not your password.");
        }
        else if (Password != Again)
        {
            Errors.Add(nameof(Again), "The two passwords are not the same.");
        }
        else
        {
            switch (await accounts.ChangePasswordAsync(Me.Account, Password ?? "", cancel))
            {
                case AccountResult.Done:
                    await sessions.RevokeAsync(Me.Account, null, Visit.SessionKey, Visit.Who, cancel);
                    return GoTo("/account", "Your password is changed, and you are signed out everywhere else.");
                case AccountResult.Refused refused:
                    Errors.AddAll(nameof(Password), refused.Reasons);
                    break;
            }
        }

        await OnGetAsync(cancel);
        return Page();
    }
}

/// <summary>Open sessions as a page lists them.</summary>
/// <param name="Own">The key of the session that looks at them.</param>
public sealed record OpenSessions(IReadOnlyList<Session> Sessions, string Own, bool ShowsAccount = false);
