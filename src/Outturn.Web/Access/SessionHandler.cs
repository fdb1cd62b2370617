using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Outturn.App.People;

namespace Outturn.Web.Access;

/// <summary>Signs people in and out: the browser holds a key that says nothing, and the store knows whose it is and for how long.</summary>
internal sealed class SessionHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, Sessions sessions, Unsent unsent)
    : SignInAuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Scheme_ = "session";
    public const string CookieName = "__Host-outturn";
    public const string SignInPath = "/account/sign-in";

    private static readonly CookieOptions Cookie = new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };

    /// <summary>Gives the browser the key of a new session.</summary>
    public static async Task BeginAsync(HttpContext http, Sessions sessions, string account)
    {
        var key = await sessions.BeginAsync(account, http.Request.Headers.UserAgent.ToString(), http.Address(), http.RequestAborted);
        http.Response.Cookies.Append(CookieName, key, Cookie);
    }

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        Context.Visit().Person is { } person
            ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person.Account)], Scheme.Name)), Scheme.Name))
            : AuthenticateResult.NoResult());

    protected override Task HandleSignInAsync(ClaimsPrincipal user, AuthenticationProperties? properties) =>
        BeginAsync(Context, sessions, user.FindFirstValue(ClaimTypes.NameIdentifier)!);

    protected override async Task HandleSignOutAsync(AuthenticationProperties? properties)
    {
        if (Request.Cookies[CookieName] is { } key)
        {
            await sessions.EndAsync(key, Context.RequestAborted);
        }

        Response.Cookies.Delete(CookieName, Cookie);
    }

    /// <summary>To the page that signs in, and back afterwards; what somebody has typed meanwhile is kept for them.</summary>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (HttpMethods.IsPost(Request.Method))
        {
            await unsent.KeepAsync(Context);
            Response.Redirect($"{SignInPath}?to={Uri.EscapeDataString(Unsent.Path)}");
            return;
        }

        var to = Request.Path + Request.QueryString;
        Response.Redirect(to == "/" ? SignInPath : $"{SignInPath}?to={Uri.EscapeDataString(to)}");
    }
}
