using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Outturn.App.People;
using Outturn.Web.Access;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>What somebody sees of their own account.</summary>
public sealed class AccountModel(Accounts accounts, Sessions sessions, ServeOptions options, TimeProvider clock) : StaffPage
{
    private const string ProvedKey = "proved";

    private static readonly TimeSpan ProofLasts = TimeSpan.FromMinutes(10);

    public override string Title => Me.Name;

    [BindProperty]
    public string? Current { get; set; }

    /// <summary>The password that proves who links an account.</summary>
    [BindProperty]
    public string? Proof { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    public OpenSessions Open { get; private set; } = null!;

    public bool HasPassword { get; private set; }

    public IEnumerable<string> PostTitles => Me.Posts.Select(post => Now.Register?.Posts.FirstOrDefault(known => known.Id == post)?.Title ?? post);

    /// <summary>The provider of single sign-on as people call it; null where there is none.</summary>
    public string? SignOnName => options.SignOn?.Name;

    /// <summary>Whether they can sign in by it too.</summary>
    public bool IsLinked { get; private set; }

    /// <summary>Whether they have just proved who they are, so that the provider may be asked.</summary>
    public bool MayLink { get; private set; }

    public async Task OnGetAsync(string? refused, CancellationToken cancel)
    {
        await ReadAsync(cancel);
        if (SignOnName is { } provider && SignOnRefusals.Text(refused, provider) is { } why)
        {
            Errors.Add(null, why);
        }
    }

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken cancel)
    {
        var ended = await sessions.RevokeAsync(Me.Account, null, Visit.SessionKey, Visit.Who, cancel);
        return GoTo("/account", ended == 1 ? "One other session was ended." : $"{ended} other sessions were ended.");
    }

    public async Task<IActionResult> OnPostPasswordAsync([FromServices] Guessing guessing, CancellationToken cancel)
    {
        if (await IsProvedAsync(guessing, nameof(Current), Current, cancel))
        {
            if (Password != Again)
            {
                Errors.Add(nameof(Again), "The two passwords are not the same.");
            }
            else if (await accounts.ChangePasswordAsync(Me.Account, Password ?? "", cancel) is AccountResult.Refused refused)
            {
                Errors.AddAll(nameof(Password), refused.Reasons);
            }
            else
            {
                await sessions.RevokeAsync(Me.Account, null, Visit.SessionKey, Visit.Who, cancel);
                return GoTo("/account", "Your password is changed, and you are signed out everywhere else.");
            }
        }

        await ReadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostLinkAsync([FromServices] Guessing guessing, CancellationToken cancel)
    {
        if (options.SignOn is null)
        {
            return NotFound();
        }

        if (await IsProvedAsync(guessing, nameof(Proof), Proof, cancel))
        {
            MayLink = true;
            TempData[ProvedKey] = $"{clock.GetUtcNow().ToUnixTimeSeconds()} {Me.Account}";
        }

        await ReadAsync(cancel);
        return Page();
    }

    /// <remarks>By a link: a browser that sends a form here does not follow it to another site.</remarks>
    public IActionResult OnGetLink() =>
        options.SignOn is null ? NotFound()
        : TempData[ProvedKey] is string proved && proved.Split(' ', 2) is [var at, var account] && account == Me.Account && clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(long.Parse(at)) < ProofLasts
            ? Challenge(new AuthenticationProperties(new Dictionary<string, string?> { [SignOnHandler.Linking] = Me.Account }) { RedirectUri = "/account" }, SignOnOptions.Scheme)
        : GoTo("/account", "Give your password once more: that was too long ago.");

    public async Task<IActionResult> OnPostUnlinkAsync([FromServices] Guessing guessing, CancellationToken cancel)
    {
        if (options.SignOn is not { } provider)
        {
            return NotFound();
        }

        if (await IsProvedAsync(guessing, nameof(Proof), Proof, cancel))
        {
            await accounts.UnlinkAsync(Me.Account, provider.Issuer, cancel);
            return GoTo("/account", $"You no longer sign in with {provider.Name}.");
        }

        await ReadAsync(cancel);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        Open = new OpenSessions(await sessions.ListAsync(Me.Account, cancel), Visit.SessionKey!);
        HasPassword = await accounts.HasAuthenticatorAsync(Me.Account, cancel);
        IsLinked = options.SignOn is { } provider && await accounts.IsLinkedAsync(Me.Account, provider.Issuer, cancel);
    }

    /// <summary>Whether a password is theirs; says what is wrong with it beside its field.</summary>
    private async Task<bool> IsProvedAsync(Guessing guessing, string field, string? password, CancellationToken cancel)
    {
        var address = HttpContext.Address();
        if (guessing.Refusal(Me.Account, address) is { } wait)
        {
            Errors.Add(field, wait);
            return false;
        }

        if (await accounts.IsPasswordAsync(Me.Account, password ?? "", cancel))
        {
            return true;
        }

        guessing.Failed(Me.Account, address);
        Errors.Add(field, "That is not your password.");
        return false;
    }
}

/// <summary>Open sessions as a page lists them.</summary>
/// <param name="Own">The key of the session that looks at them.</param>
public sealed record OpenSessions(IReadOnlyList<Session> Sessions, string Own, bool ShowsAccount = false);
