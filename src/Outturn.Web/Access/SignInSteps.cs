using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Outturn.Web.Access;

/// <summary>Somebody whose password was right and whose second step is still to come: noted in the browser, sealed, for some minutes.</summary>
public sealed class SignInSteps(IDataProtectionProvider protection)
{
    private const string CookieName = "__Host-outturn-step";

    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);
    private static readonly CookieOptions Cookie = new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("second step").ToTimeLimitedDataProtector();

    public void Note(HttpContext http, string account) =>
        http.Response.Cookies.Append(CookieName, protector.Protect(account, Lasts), Cookie);

    /// <summary>Whose second step is to come; null where nobody's is.</summary>
    public string? Account(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[CookieName] is { } sealed_ ? protector.Unprotect(sealed_) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    public static void Drop(HttpContext http) => http.Response.Cookies.Delete(CookieName, Cookie);
}
