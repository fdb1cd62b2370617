using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Outturn.Public.Site;

namespace Outturn.Public.Serving;

/// <summary>Answers every request from what was made of the store's present state, and has it made where it was not yet.</summary>
internal sealed partial class IssuedPages(LiveSite live, PublicOptions options, ILogger<IssuedPages> log)
{
    private static readonly string[] Carried = [HeaderNames.Location, HeaderNames.ContentDisposition, HeaderNames.Link];

    /// <summary>Addresses whose answer names this site in full, and so is another under each of its names.</summary>
    private static readonly string[] NameTheSite = ["/releases.atom", "/corrections.atom", "/sitemap.xml", "/robots.txt"];

    public async Task ServeAsync(HttpContext http, RequestDelegate next)
    {
        var isLook = http.Request.Path.StartsWithSegments("/look");
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.Headers.Allow = "GET, HEAD";
            await PlainPage.WriteAsync(http, StatusCodes.Status405MethodNotAllowed, "This site is only read", "Nothing can be sent to this address.");
            return;
        }

        if (live.Now(out var refusal) is not var (site, pages))
        {
            NotRead(log, options.Store, refusal);
            http.Response.Headers.RetryAfter = "5";
            await PlainPage.WriteAsync(http, StatusCodes.Status503ServiceUnavailable, "Sorry, the figures cannot be shown just now", "Try again in a few minutes. Nothing that was published has been lost.");
            return;
        }

        http.Features.Set(site);
        if (http.Request.Path.StartsWithSegments("/files"))
        {
            await next(http);
            return;
        }

        var query = http.Request.QueryString;
        var key = (isLook ? "" : query.Value) is { Length: > 0 } asked ? http.Request.Path.Value + asked : http.Request.Path.Value!;
        if (options.Address is null && NameTheSite.Contains(key, StringComparer.OrdinalIgnoreCase))
        {
            key = $"{http.Request.Scheme}://{http.Request.Host}{key}";
            query = new QueryString("?host");
        }

        if (!pages.TryGet(key, out var page))
        {
            page = await MakeAsync(http, next);
            pages.Keep(key, page, isAnswer: query.HasValue || !IsItsAddress(http.Request.Path.Value!));
        }

        await page!.SendAsync(http);
    }

    /// <summary>Whether something stands at that address and at no other spelling of it: of those there are only so many.</summary>
    private static bool IsItsAddress(string path) =>
        !path.StartsWith("/api/", StringComparison.Ordinal)
        && (!path.Any(char.IsUpper) || (path.StartsWith("/indicators/", StringComparison.Ordinal) && path.LastIndexOf('/') == "/indicators".Length));

    /// <summary>Has a page made as if it had been asked for plainly, by whomever and however it was asked for.</summary>
    private static async Task<Rendition> MakeAsync(HttpContext http, RequestDelegate next)
    {
        var (method, body, conditions) = (http.Request.Method, http.Response.Body, http.Request.Headers.IfNoneMatch);
        using var made = new MemoryStream();
        try
        {
            http.Request.Method = HttpMethods.Get;
            http.Request.Headers.IfNoneMatch = StringValues.Empty;
            http.Response.Body = made;
            await next(http);
            await http.Response.BodyWriter.FlushAsync();
        }
        finally
        {
            http.Response.Body = body;
            http.Request.Method = method;
            http.Request.Headers.IfNoneMatch = conditions;
        }

        var answer = http.Response;
        var rendition = new Rendition(answer.StatusCode, answer.ContentType, made.ToArray(), [.. answer.Headers.Where(header => Carried.Contains(header.Key, StringComparer.OrdinalIgnoreCase))]);
        answer.Headers.Clear();
        return rendition;
    }

    [LoggerMessage(LogLevel.Error, "{Store} cannot be read: {Reason}")]
    private static partial void NotRead(ILogger log, string store, string? reason);
}
