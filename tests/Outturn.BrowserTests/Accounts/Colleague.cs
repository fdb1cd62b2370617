using Outturn.App.People;
using Outturn.App.Stores;

namespace Outturn.BrowserTests.Accounts;

/// <summary>Somebody of the council, with the password and the telephone that they sign in by.</summary>
public sealed class Colleague(string account)
{
    public const string Password = "orchard lantern gravel";

    public string Account => account;

    /// <summary>On their telephone, once they have set it up.</summary>
    public Authenticator Authenticator { get; private set; } = null!;

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>Sets password and authenticator without the pages.</summary>
    public static async Task<Colleague> SignedUpAsync(Store store, string account)
    {
        var (colleague, invitations, accounts) = (new Colleague(account), new Invitations(store), new App.People.Accounts(store));
        Assert.IsType<AccountResult.Done>(await invitations.AcceptAsync(await invitations.InviteAsync(account, "test", default), Password, null, default));
        colleague.Authenticator = new Authenticator(await accounts.AuthenticatorKeyAsync(account, default));
        colleague.RecoveryCodes = (await accounts.SetAuthenticatorAsync(account, colleague.Authenticator.Code(), default))!;
        return colleague;
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
