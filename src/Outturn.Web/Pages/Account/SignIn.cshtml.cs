using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Outturn.App.People;
using Outturn.Web.Access;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>The first step of signing in: name and password, or the council's single sign-on.</summary>
public sealed class SignInModel(Accounts accounts, ServeOptions options) : StaffPage
{
    public override string Title => "Sign in";

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty]
    public string? Account { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public string? SignOnName => options.SignOn?.Name;

    /// <param name="refused">The word for why a single sign-on has let nobody in.</param>
    public IActionResult OnGet(string? refused)
    {
        if (Visit.Person is not null)
        {
            return LocalRedirect(Return.To(To));
        }

        if (SignOnName is { } provider && SignOnRefusals.Text(refused, provider) is { } why)
        {
            Errors.Add(null, why);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromServices] Guessing guessing, [FromServices] SignInSteps steps, CancellationToken cancel)
    {
        var (account, address) = ((Account ?? "").Trim().ToLowerInvariant(), HttpContext.Address());
        if (account.Length is 0 or > Core.People.Person.LongestAccount || string.IsNullOrEmpty(Password))
        {
            Errors.Add(account.Length == 0 ? nameof(Account) : nameof(Password), account.Length == 0 ? "Enter your sign-in name." : "Enter your password.");
            return Page();
        }

        if (guessing.Refusal(account, address) is { } wait)
        {
            Errors.Add(nameof(Password), wait);
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }

        if (!await accounts.IsPasswordAsync(account, Password, cancel) || !Now.People.ContainsKey(account))
        {
            guessing.Failed(account, address);
            Errors.Add(nameof(Password), "The sign-in name or the password is not right.");
            return Page();
        }

        steps.Note(HttpContext, account);
        return RedirectToPage(await accounts.HasAuthenticatorAsync(account, cancel) ? "/Account/Code" : "/Account/Authenticator", new { to = To });
    }

    /// <remarks>By a link: a browser that sends a form here does not follow it to another site.</remarks>
    public IActionResult OnGetSignOn() =>
        options.SignOn is null ? NotFound() : Challenge(new AuthenticationProperties { RedirectUri = Return.To(To) }, SignOnOptions.Scheme);
}

/// <summary>Where somebody wanted to go before they were asked to sign in: within this site only.</summary>
internal static class Return
{
    public static string To(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\', StringComparison.Ordinal) && !address.Any(char.IsControl) ? address : "/";
}
