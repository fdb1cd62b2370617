using Outturn.App.People;

namespace Outturn.BrowserTests.Accounts;

/// <summary>Staying signed in, and no longer being so.</summary>
[Collection(Council.Name)]
public sealed class SessionTests(Council council)
{
    private const string NewPassword = "pebble violin harvest";

    [Fact]
    public async Task Whoever_signs_out_is_out_and_cannot_go_back()
    {
        var session = await council.BeginSessionAsync("analyst");
        await using var window = await council.OpenAsync(session: session);
        await window.GoToAsync("/account");
        await window.SeeAsync("Chief Analyst (fictional)");
        await window.SendAsync("Sign out");
        await window.SeeAsync("You have signed out");
        await window.Page.GoBackAsync();
        await window.SeeAsync("Sign in");

        await using var withTheOldKey = await council.OpenAsync(session: session);
        await withTheOldKey.GoToAsync("/account");
        await withTheOldKey.SeeAsync("Sign in");
    }

    [Fact]
    public async Task Signing_out_everywhere_else_ends_the_other_sessions_and_keeps_this_one()
    {
        var account = (await council.SignedUpAsync()).Account;
        await using var here = await council.OpenAsAsync(account);
        await using var there = await council.OpenAsAsync(account);
        await there.GoToAsync("/account");
        Assert.Equal("/account", there.Path);

        await here.GoToAsync("/account");
        await here.SendAsync("Sign out everywhere else");
        await here.ReadAsync("One other session was ended.");
        await there.GoToAsync("/account");
        await there.SeeAsync("Sign in");
        await here.GoToAsync("/account");
        Assert.Equal("/account", here.Path);
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions()
    {
        var account = (await council.SignedUpAsync()).Account;
        await using var here = await council.OpenAsAsync(account);
        await using var there = await council.OpenAsAsync(account);
        await here.GoToAsync("/account");
        await ChangePasswordAsync(here);
        await here.ReadAsync("Your password is changed, and you are signed out everywhere else.");
        await there.GoToAsync("/account");
        await there.SeeAsync("Sign in");

        await Colleague.EnterPasswordAsync(there, account, Colleague.Password);
        await there.ReadAsync("is not right");
        await Colleague.EnterPasswordAsync(there, account, NewPassword);
        await there.SeeAsync("Code from your authenticator");
    }

    [Fact]
    public async Task A_session_ends_when_it_has_been_idle_for_too_long()
    {
        await using var window = await council.OpenAsAsync("analyst");
        await window.GoToAsync("/account");
        using (council.Later(Sessions.LongestIdle))
        {
            await window.GoToAsync("/account");
            await window.SeeAsync("Chief Analyst (fictional)");
        }

        using (council.Later(2 * Sessions.LongestIdle + TimeSpan.FromSeconds(1)))
        {
            await window.GoToAsync("/account");
            await window.SeeAsync("Sign in");
        }
    }

    [Fact]
    public async Task A_form_that_is_sent_too_late_is_offered_again_after_signing_in()
    {
        var newcomer = await council.SignedUpAsync();
        await using var window = await council.OpenAsAsync(newcomer.Account);
        await window.GoToAsync("/questions/ask/CS04a");
        await window.FillAsync("Your question", "Why were fewer calls answered in March?");
        using var later = council.Later(Sessions.LongestIdle + TimeSpan.FromMinutes(1));
        await window.SendAsync("Ask it");
        await window.SeeAsync("Sign in");
        await window.ReadAsync("What you typed is kept: sign in, and send it again.");
        await newcomer.SignInHereAsync(window);
        await window.SeeAsync("Send what you typed");
        await window.SendAsync("Send what I typed");
        await window.ReadAsync("Your question is asked.");
        await window.ReadAsync("Why were fewer calls answered in March?");
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task A_form_that_did_not_come_from_its_page_is_refused_by_a_page_that_says_so()
    {
        await using var window = await council.OpenAsAsync("analyst");
        var answer = await window.Page.APIRequest.PostAsync("/account?handler=Revoke");
        Assert.Equal(400, answer.Status);
        Assert.Contains("That could not be sent", await answer.TextAsync(), StringComparison.Ordinal);
    }

    private static async Task ChangePasswordAsync(Window window)
    {
        await window.FillAsync("Password now", Colleague.Password);
        await window.FillAsync("New password", NewPassword);
        await window.FillAsync("The new password again", NewPassword);
        await window.SendAsync("Change password");
    }
}
