using Microsoft.AspNetCore.Mvc;
using Outturn.App.People;
using Outturn.Core.People;
using Outturn.Web.Access;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>Where a link leads by which somebody sets their password: the first administrator's, or an invitation.</summary>
public sealed class StartModel(Invitations invitations) : StaffPage
{
    public override string Title => IsFirst ? "Set up Outturn" : "Set your password";

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public string? Account { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    /// <summary>Whose link it is; blank for the first administrator's.</summary>
    public string? Invited { get; private set; }

    public bool IsGood => Invited is not null;

    public bool IsFirst => Invited is "";

    public async Task OnGetAsync(CancellationToken cancel) => Invited = await invitations.AccountOfAsync(Code, cancel);

    public async Task<IActionResult> OnPostAsync([FromServices] SignInSteps steps, CancellationToken cancel)
    {
        if ((Invited = await invitations.AccountOfAsync(Code, cancel)) is null)
        {
            return Page();
        }

        var account = (Account ?? "").Trim();
        if (IsFirst && Person.Refusal(account) is { } refusal)
        {
            Errors.Add(nameof(Account), refusal);
        }

        if (IsFirst && string.IsNullOrWhiteSpace(Name))
        {
            Errors.Add(nameof(Name), "Enter your name.");
        }

        if (string.IsNullOrEmpty(Password))
        {
            Errors.Add(nameof(Password), "Enter a password.");
        }
        else if (Password != Again)
        {
            Errors.Add(nameof(Again), "The two passwords are not the same.");
        }

        if (!Errors.Any)
        {
            switch (await invitations.AcceptAsync(Code, Password!, IsFirst ? new Person(account, Name!.Trim(), [Role.Administrator], [], []) : null, cancel))
            {
                case AccountResult.Done done:
                    steps.Note(HttpContext, done.Account);
                    return RedirectToPage("/Account/Authenticator");
                case AccountResult.Refused refused:
                    Errors.AddAll(nameof(Password), refused.Reasons);
                    break;
            }
        }

        return Page();
    }
}
