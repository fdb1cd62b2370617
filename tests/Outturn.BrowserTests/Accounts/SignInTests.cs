namespace Outturn.BrowserTests.Accounts;

/// <summary>Signing in, as somebody does who has been handed a link.</summary>
[Collection(Council.Name)]
public sealed class SignInTests(Council council)
{
    [Fact]
    public async Task Somebody_who_was_invited_gets_in_by_keyboard_alone()
    {
        var account = (await council.NewcomerAsync()).Account;
        await using var window = await council.OpenAsync();
        var keyboard = new Keyboard(window);

        await window.GoToAsync(await council.InviteAsync(account));
        await keyboard.TypeAsync("Password", Colleague.Password);
        await keyboard.TypeAsync("The same password again", Colleague.Password);
        await keyboard.PressAsync("Continue");
        await window.SeeAsync("Set up your authenticator");
        var authenticator = new Authenticator(await window.Page.Locator(".o-key").InnerTextAsync());
        await keyboard.TypeAsync("The code that the app shows now", authenticator.Code());
        await keyboard.PressAsync("Continue");
        await window.SeeAsync("Your recovery codes");
        await keyboard.PressAsync("Continue");
        await window.ArriveAsync("/");
        await keyboard.PressAsync("Sign out");
        await window.SeeAsync("You have signed out");

        await keyboard.PressAsync("Sign in again");
        await keyboard.TypeAsync("Sign-in name", account);
        await keyboard.TypeAsync("Password", Colleague.Password);
        await keyboard.PressAsync("Sign in");
        await keyboard.TypeAsync("Code from your authenticator", authenticator.Code(later: 1));
        await keyboard.PressAsync("Sign in");
        await window.ArriveAsync("/");
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task The_first_press_of_Tab_offers_to_skip_to_the_main_content()
    {
        await using var window = await council.OpenAsAsync("analyst");
        await window.GoToAsync("/account");
        await window.Page.Keyboard.PressAsync("Tab");
        var skip = window.Page.GetByText("Skip to main content");
        await Microsoft.Playwright.Assertions.Expect(skip).ToBeFocusedAsync();
        await Microsoft.Playwright.Assertions.Expect(skip).ToBeInViewportAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.WaitForURLAsync("**/account#main");
        await window.Page.Keyboard.PressAsync("Tab");
        Assert.True(await window.Main.EvaluateAsync<bool>("main => main.contains(document.activeElement)"));
    }

    [Fact]
    public async Task An_invitation_is_good_once()
    {
        var newcomer = await council.NewcomerAsync();
        var invitation = await council.InviteAsync(newcomer.Account);
        await using var window = await council.OpenAsync();
        await newcomer.SignUpAsync(window, invitation);
        await using var another = await council.OpenAsync();
        await another.GoToAsync(invitation);
        await another.ReadAsync("This link was used already, or has ended.");
    }

    [Fact]
    public async Task Whoever_asks_for_a_page_gets_there_once_they_have_signed_in()
    {
        var newcomer = await council.SignedUpAsync();
        await using var window = await council.OpenAsync();
        await window.GoToAsync("/account");
        await window.SeeAsync("Sign in");
        await newcomer.SignInHereAsync(window);
        Assert.Equal("/account", window.Path);
        await window.ReadAsync(newcomer.Account);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_as_a_name_is_that_nobody_has()
    {
        var newcomer = await council.SignedUpAsync();
        const string Refusal = "The sign-in name or the password is not right.";
        await using var window = await council.OpenAsync();
        await Colleague.EnterPasswordAsync(window, newcomer.Account, "orchard lantern gravle");
        await window.ReadAsync(Refusal);
        Assert.Equal("Error: Sign in – Wealdshire County Council", await window.Page.TitleAsync());
        Assert.Equal(newcomer.Account, await window.Page.GetByLabel("Sign-in name").InputValueAsync());
        Assert.Equal("", await window.Page.GetByLabel("Password").InputValueAsync());
        await Colleague.EnterPasswordAsync(window, "nobody.of.that.name", Colleague.Password);
        await window.ReadAsync(Refusal);
        await window.GoToAsync("/account");
        await window.SeeAsync("Sign in");
    }

    [Fact]
    public async Task After_several_wrong_passwords_the_right_one_has_to_wait()
    {
        await using var own = await council.CopyAsync();
        var newcomer = await own.SignedUpAsync();
        await using var window = await own.OpenAsync();
        for (var i = 0; i < 3; i++)
        {
            await Colleague.EnterPasswordAsync(window, newcomer.Account, "wrong");
            await window.ReadAsync("is not right");
        }

        await Colleague.EnterPasswordAsync(window, newcomer.Account, Colleague.Password);
        await window.ReadAsync("There were several tries that failed. Wait 1 second before the next.");
        using var later = own.Later(TimeSpan.FromSeconds(1));
        await newcomer.SignInHereAsync(window);
        await window.ArriveAsync("/");
    }

    [Fact]
    public async Task A_wrong_code_is_refused_and_the_right_one_is_good_once()
    {
        var newcomer = await council.SignedUpAsync();
        await using var window = await council.OpenAsync();
        await Colleague.EnterPasswordAsync(window, newcomer.Account, Colleague.Password);
        await Colleague.EnterCodeAsync(window, newcomer.Authenticator.WrongCode());
        await window.ReadAsync("That is not the code, or it was used already");
        var code = newcomer.Authenticator.Code();
        await Colleague.EnterCodeAsync(window, code);
        await window.ArriveAsync("/");

        await using var another = await council.OpenAsync();
        await Colleague.EnterPasswordAsync(another, newcomer.Account, Colleague.Password);
        await Colleague.EnterCodeAsync(another, code);
        await another.ReadAsync("That is not the code, or it was used already");
    }

    [Fact]
    public async Task A_recovery_code_stands_in_for_the_telephone_once()
    {
        var newcomer = await council.NewcomerAsync();
        await using var first = await council.OpenAsync();
        await newcomer.SignUpAsync(first, await council.InviteAsync(newcomer.Account));
        Assert.Equal(10, newcomer.RecoveryCodes.Count);

        await using var second = await council.OpenAsync();
        await Colleague.EnterPasswordAsync(second, newcomer.Account, Colleague.Password);
        await Colleague.EnterCodeAsync(second, newcomer.RecoveryCodes[0]);
        await second.ArriveAsync("/");

        await using var third = await council.OpenAsync();
        await Colleague.EnterPasswordAsync(third, newcomer.Account, Colleague.Password);
        await Colleague.EnterCodeAsync(third, newcomer.RecoveryCodes[0]);
        await third.ReadAsync("That is not the code, or it was used already");
        await Colleague.EnterCodeAsync(third, newcomer.RecoveryCodes[1]);
        await third.ArriveAsync("/");
    }
}
