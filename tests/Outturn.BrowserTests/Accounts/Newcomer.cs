using Microsoft.Extensions.DependencyInjection;
using Outturn.App.People;
using Outturn.Core.People;

namespace Outturn.BrowserTests.Accounts;

/// <summary>Somebody who is new, with the password and the telephone that they sign in by.</summary>
internal sealed class Newcomer(string account)
{
    public const string Password = "orchard lantern gravel";

    public string Account => account;

    /// <summary>On their telephone, once they have set it up.</summary>
    public Authenticator Authenticator { get; private set; } = null!;

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>Somebody who has set their password and authenticator already.</summary>
    public static async Task<Newcomer> SignedUpAsync(Council council, Role role = Role.Analyst)
    {
        var newcomer = new Newcomer((await council.NewcomerAsync(role)).Account);
        var (invitations, accounts) = (council.Services.GetRequiredService<Invitations>(), council.Services.GetRequiredService<App.People.Accounts>());
        Assert.IsType<AccountResult.Done>(await invitations.AcceptAsync(await invitations.InviteAsync(newcomer.Account, "test", default), Password, null, default));
        newcomer.Authenticator = new Authenticator(await accounts.AuthenticatorKeyAsync(newcomer.Account, default));
        newcomer.RecoveryCodes = (await accounts.SetAuthenticatorAsync(newcomer.Account, newcomer.Authenticator.Code(), default))!;
        return newcomer;
    }

    public static async Task ChoosePasswordAsync(Window window, string password)
    {
        await window.FillAsync("Password", password);
        await window.FillAsync("The same password again", password);
        await window.SendAsync("Continue");
    }

    public static async Task EnterPasswordAsync(Window window, string account, string password)
    {
        await window.GoToAsync("/account/sign-in");
        await EnterPasswordHereAsync(window, account, password);
    }

    public static async Task EnterPasswordHereAsync(Window window, string account, string password)
    {
        await window.FillAsync("Sign-in name", account);
        await window.FillAsync("Password", password);
        await window.SendAsync("Sign in");
    }

    public static async Task EnterCodeAsync(Window window, string code)
    {
        await window.FillAsync("Code from your authenticator", code);
        await window.SendAsync("Sign in");
    }

    /// <summary>From the invitation to the recovery codes, by the pages.</summary>
    public async Task SignUpAsync(Window window, string invitation)
    {
        await window.GoToAsync(invitation);
        await ChoosePasswordAsync(window, Password);
        Authenticator = new Authenticator(await window.Page.Locator(".o-key").InnerTextAsync());
        await window.FillAsync("The code that the app shows now", Authenticator.Code());
        await window.SendAsync("Continue");
        await window.SeeAsync("Your recovery codes");
        RecoveryCodes = await window.Page.Locator(".o-key li").AllInnerTextsAsync();
    }

    /// <summary>Password and code, from the page that asks for them to whatever comes then.</summary>
    public async Task SignInHereAsync(Window window)
    {
        await EnterPasswordHereAsync(window, account, Password);
        await EnterCodeAsync(window, Authenticator.Code(later: 1));
    }
}
