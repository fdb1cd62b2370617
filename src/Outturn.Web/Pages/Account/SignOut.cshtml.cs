using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Outturn.Web.Access;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>Ends the session.</summary>
public sealed class SignOutModel : StaffPage
{
    public override string Title => "You have signed out";

    public IActionResult OnGet() => Visit.Person is null ? Page() : LocalRedirect("/account");

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(SessionHandler.Scheme_);
        return RedirectToPage();
    }
}
