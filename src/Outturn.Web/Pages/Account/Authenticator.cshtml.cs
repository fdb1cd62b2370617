using Microsoft.AspNetCore.Mvc;
using Outturn.App.People;
using Outturn.Web.Access;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>Sets up the second step: nobody signs in with a password alone.</summary>
public sealed class AuthenticatorModel(Accounts accounts, Sessions sessions) : StaffPage
{
    public override string Title => RecoveryCodes is null ? "Set up your authenticator" : "Your recovery codes";

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public string Key { get; private set; } = "";

    /// <summary>What an authenticator reads.</summary>
    public string Link { get; private set; } = "";

    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    public string Next => Return.To(To);

    public async Task<IActionResult> OnGetAsync([FromServices] SignInSteps steps, CancellationToken cancel)
    {
        if (steps.Account(HttpContext) is not { } account || await accounts.HasAuthenticatorAsync(account, cancel))
        {
            return RedirectToPage("/Account/SignIn", new { to = To });
        }

        await ShowAsync(account, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromServices] SignInSteps steps, [FromServices] Guessing guessing, CancellationToken cancel)
    {
        if (steps.Account(HttpContext) is not { } account || await accounts.HasAuthenticatorAsync(account, cancel))
        {
            return RedirectToPage("/Account/SignIn", new { to = To });
        }

        var code = (Code ?? "").Trim();
        RecoveryCodes = code.Length == 0 ? null : await accounts.SetAuthenticatorAsync(account, code, cancel);
        if (RecoveryCodes is null)
        {
            Errors.Add(nameof(Code), code.Length == 0 ? "Enter the code." : "That is not the code that belongs to this key: look at the app and enter what it shows now.");
            await ShowAsync(account, cancel);
            return Page();
        }

        guessing.TryUse(account, code);
        SignInSteps.Drop(HttpContext);
        await SessionHandler.BeginAsync(HttpContext, sessions, account);
        return Page();
    }

    private async Task ShowAsync(string account, CancellationToken cancel)
    {
        var key = await accounts.AuthenticatorKeyAsync(account, cancel);
        var issuer = Uri.EscapeDataString($"Outturn {Now.Register?.Council.Name}".Trim());
        Key = string.Join(' ', key.Chunk(4).Select(four => new string(four))).ToLowerInvariant();
        Link = $"otpauth://totp/{issuer}:{Uri.EscapeDataString(account)}?secret={key}&issuer={issuer}&digits=6";
    }
}
