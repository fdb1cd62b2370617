using Microsoft.AspNetCore.Http;

namespace Outturn.Web.Access;

/// <summary>A cookie for this host alone that goes over https; a browser takes this machine itself for as safe.</summary>
internal sealed class HostCookie : CookieBuilder
{
    public HostCookie(string name, SameSiteMode sameSite) => (Name, HttpOnly, SameSite, Path, IsEssential) = (name, true, sameSite, "/", true);

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var cookie = base.Build(context, expiresFrom);
        cookie.Secure = true;
        return cookie;
    }
}
