using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Outturn.App.People;
using Outturn.Web.Access;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>The second step of signing in.</summary>
public sealed class CodeModel(Accounts accounts, Sessions sessions) : StaffPage
{
    public override string Title => "Code from your authenticator";

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public IActionResult OnGet([FromServices] SignInSteps steps) => steps.Account(HttpContext) is null ? RedirectToPage("/Account/SignIn", new { to = To }) : Page();

    public async Task<IActionResult> OnPostAsync([FromServices] SignInSteps steps, [FromServices] Guessing guessing, CancellationToken cancel)
    {
        if (steps.Account(HttpContext) is not { } account || !await accounts.HasAuthenticatorAsync(account, cancel))
        {
            return RedirectToPage("/Account/SignIn", new { to = To });
        }

        var address = HttpContext.Address();
        if (guessing.Refusal(account, address) is { } wait)
        {
            Errors.Add(nameof(Code), wait);
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }

        var code = (Code ?? "").Trim();
        var isRight = code.Length > 0 && (await accounts.IsCodeAsync(account, code, cancel) ? guessing.TryUse(account, code) : await accounts.RedeemRecoveryCodeAsync(account, code, cancel));
        if (!isRight)
        {
            guessing.Failed(account, address);
            Errors.Add(nameof(Code), code.Length == 0 ? "Enter the code." : "That is not the code, or it was used already: wait for the next one and enter it.");
            return Page();
        }

        guessing.Succeeded(account);
        SignInSteps.Drop(HttpContext);
        await SessionHandler.BeginAsync(HttpContext, sessions, account);
        return LocalRedirect(Return.To(To));
    }
}
