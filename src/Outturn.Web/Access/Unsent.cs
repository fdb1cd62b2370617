using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Outturn.App.People;

namespace Outturn.Web.Access;

/// <summary>A form that was sent after the session had ended: kept in the browser, sealed, until its sender has signed in again and sends it once more.</summary>
public sealed class Unsent(IDataProtectionProvider protection, Sessions sessions)
{
    public const string Path = "/account/resume";

    private const string CookieName = "__Host-outturn-unsent";
    private const int MostChunk = 3500;
    private const int MostChunks = 12;

    private static readonly TimeSpan Lasts = TimeSpan.FromHours(1);
    private static readonly CookieOptions Cookie = new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true, MaxAge = Lasts };

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("unsent").ToTimeLimitedDataProtector();

    /// <summary>For whoever's session it was, and nobody else. Files are not kept, no passwords, and no more than a browser holds for a site.</summary>
    public async Task KeepAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType || http.Request.Path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase)
            || http.Request.Cookies[SessionHandler.CookieName] is not { } key || await sessions.OwnerAsync(key, http.RequestAborted) is not { } owner)
        {
            return;
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var fields = form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal)).SelectMany(field => field.Value.Select(value => new Field(field.Key, value ?? "")));
        var sealed_ = protector.Protect(JsonSerializer.Serialize(new UnsentForm(owner, http.Request.Path + http.Request.QueryString, [.. fields])), Lasts);
        var chunks = sealed_.Chunk(MostChunk).Select(chunk => new string(chunk)).ToList();
        if (chunks.Count > MostChunks)
        {
            return;
        }

        for (var i = 0; i < chunks.Count; i++)
        {
            http.Response.Cookies.Append($"{CookieName}-{i}", chunks[i], Cookie);
        }

        http.Response.Cookies.Delete($"{CookieName}-{chunks.Count}", Cookie);
    }

    /// <summary>What was kept for somebody; null where nothing was, or too long ago.</summary>
    public UnsentForm? Read(HttpContext http, string account) => Read(http) is { } form && form.Owner == account ? form : null;

    private UnsentForm? Read(HttpContext http)
    {
        var text = string.Concat(Enumerable.Range(0, MostChunks).Select(i => http.Request.Cookies[$"{CookieName}-{i}"]).TakeWhile(chunk => chunk is not null));
        try
        {
            return text.Length == 0 ? null : JsonSerializer.Deserialize<UnsentForm>(protector.Unprotect(text));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    public static void Drop(HttpContext http)
    {
        foreach (var i in Enumerable.Range(0, MostChunks).Where(i => http.Request.Cookies.ContainsKey($"{CookieName}-{i}")))
        {
            http.Response.Cookies.Delete($"{CookieName}-{i}", Cookie);
        }
    }
}

/// <param name="Owner">Who typed it.</param>
/// <param name="To">Where it was sent.</param>
public sealed record UnsentForm(string Owner, string To, IReadOnlyList<Field> Fields);

public sealed record Field(string Name, string Value);
