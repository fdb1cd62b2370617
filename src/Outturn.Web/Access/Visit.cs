using Microsoft.AspNetCore.Http;
using Outturn.App.People;
using Outturn.App.Registers;
using Outturn.Core.People;

namespace Outturn.Web.Access;

/// <summary>What one request sees: the council as it is now, and who asks.</summary>
/// <param name="Person">Null where nobody has signed in, or whoever has may do nothing.</param>
/// <param name="SessionKey">What the browser holds.</param>
public sealed record Visit(CouncilNow Now, Person? Person, string? SessionKey)
{
    /// <summary>The name under which what is done here stands in the audit trail.</summary>
    /// <exception cref="InvalidOperationException">Nobody has signed in: no page that changes anything is shown then.</exception>
    public string Who => Person?.Account ?? throw new InvalidOperationException("Nobody has signed in.");
}

internal static class Visits
{
    /// <summary>The visit that the gate at the front of every request has noted.</summary>
    public static Visit Visit(this HttpContext http) => http.Features.Get<Visit>() ?? throw new InvalidOperationException("The request did not come through the gate.");

    /// <summary>The address that a request came from; blank where that cannot be told.</summary>
    public static string Address(this HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <summary>Notes who comes and what the council is now, for all that follows to see the same.</summary>
    public static async Task NoteAsync(HttpContext http, RequestDelegate next, LiveCouncil council, Sessions sessions)
    {
        var now = await council.ReadAsync(http.RequestAborted);
        var key = http.Request.Cookies[SessionHandler.CookieName];
        var account = key is null ? null : await sessions.AccountOfAsync(key, http.RequestAborted);
        http.Features.Set(new Visit(now, account is null ? null : now.People.GetValueOrDefault(account), account is null ? null : key));
        await next(http);
    }
}
